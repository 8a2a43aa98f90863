import Parcours
import ParcoursFormats
import ParcoursInterchange
import ParcoursModel
import ParcoursReport
import ParcoursSource
import ParcoursSystem
import TestSupport
import Testing

/// Texts as people write them the first day: cut by a comment, in HTML, in half a quotation, with a company's full stop; and
/// outputs that nobody can make.
struct FirstDayTexts {
  private let day = PartialDate("2026-11-27") ?? .epoch

  private func ids(_ text: String, _ name: String = "me.yaml") -> [String] {
    Validator(asOf: day).validate(SourceText(name: name, text: text)).diagnostics.map(\.id)
  }

  /// Behind a space, a `#` that is followed by a letter or a digit was hardly meant to begin a remark.
  @Test(arguments: [
    ("headline: Nurse #1 in Lyon", true), ("headline: C #émigrée", true), ("headline: Nurse # the best", false),
    ("headline: Nurse#1", false), ("headline: \"Nurse #1\"", false), ("headline: 'Nurse' #1", false),
    ("summary: |\n  Nurse #1\n  of many", false), ("id: ana #x", true), ("language: fr  # one", false),
  ]) func aTextIsCutByNoComment(_ line: String, _ isCut: Bool) {
    for name in ["me.yaml", "resume.yaml"] {
      let text = name == "me.yaml" ? "parcours: 1\nname: Ana\n\(line)\n" : "basics:\n  name: Ana\nx: y\n\(line)\n"
      #expect(ids(text, name).contains("cut-text") == isCut, "\(name): \(line)")
    }
  }

  @Test(arguments: [
    ("“Nurse\" who bakes", true), ("« Nurse who bakes", true), ("Nurse » who bakes", true), ("„Nurse who bakes", true),
    ("“Nurse” who «bakes»", false), ("„Pflegerin“ und »Bäckerin«", false), ("a 15” screen", false),
  ]) func quotationsHaveTwoHalves(_ text: String, _ isLonely: Bool) {
    for field in ["headline", "summary"] {
      let said = ids("parcours: 1\nname: Ana\n\(field): \(text)\n")
      #expect(said.contains("unbalanced-quotes") == isLonely, "\(field): \(text)")
    }
  }

  private static let html = #"""
    {"basics": {"name": "Ana", "summary": "<p>Je conçois des <b>choses</b> &amp; plus</p><ul><li>un</li><li>deux</li></ul>"},
     "work": [{"name": "Lab", "position": "Dev", "startDate": "2020", "summary": "2 < 3 and <i>so</i> on", "highlights": ["<b>Halved</b> it", "a < b"]}]}
    """#

  /// HTML in a résumé's texts is read as the marks that it means, in every output; the original goes back, and `--fix` mends it.
  @Test func htmlIsReadAsMarks() throws {
    let source = SourceText(name: "ana.resume.json", text: Self.html)
    let identity = try #require(Format.jsonResume.reading(source).identity)
    #expect(identity.summary == "Je conçois des **choses** & plus\n\n- un\n- deux")
    #expect(identity.path[0].summary == "2 < 3 and *so* on" || identity.path[0].summary == "2 \\< 3 and *so* on")
    #expect(identity.path[0].highlights == ["**Halved** it", "a < b"])
    for format in Registry.standard.formats where format.write != nil && format.id != "jsonresume" {
      for language in ["en", "fr"] {
        let options = Looking(
          language: language, audience: .public, asOf: day, theme: try #require(Themes.named("classic")))
        let text = String(decoding: format.written(identity, options), as: UTF8.self)
        #expect(!text.contains("&lt;b&gt;") && !text.contains("<b>choses") || format.id == "europass", "\(format.id)")
      }
    }
    let back = Format.jsonResume.written(identity, Looking(language: "en", audience: .private, asOf: day))
    #expect(String(decoding: back, as: UTF8.self).contains("<p>Je conçois des <b>choses</b> &amp; plus</p>"))
    let found = Validator(asOf: day).validate(source)
    #expect(found.diagnostics.count { $0.id == "markup-in-text" } == 3)
    let mended = String(decoding: Validator(asOf: day).mended(source).bytes, as: UTF8.self)
    #expect(
      mended.contains("\"Je conçois des choses & plus\\n\\n• un\\n• deux\"")
        && mended.contains("[\"Halved it\", \"a < b\"]"))
    // An identity's own texts know marks.
    let own = SourceText(name: "me.yaml", text: "parcours: 1\nname: Ana\nsummary: I <b>love</b> baking\n")
    #expect(
      String(decoding: Validator(asOf: day).mended(own).bytes, as: UTF8.self).contains("I **love** baking"))
  }

  /// What ends with a full stop gets no second one.
  @Test(arguments: ["en", "fr"]) func sentencesEndOnce(_ language: String) throws {
    let text = """
      parcours: 1
      name: Ana
      path:
        - {kind: role, title: Dev, organization: {name: X inc.}, startDate: 2020, endDate: 2021}
        - {kind: role, title: Dev, organization: {name: Y inc.}, startDate: 2022}
        - {kind: role, title: Helper, engagement: volunteer, organization: {name: Z inc.}, startDate: 2022}
        - {kind: study, area: Law, institution: {name: W inc.}, startDate: 2025}
        - {kind: role, status: agreed, title: Lead, organization: {name: V inc.}, startDate: 2027-01}
      """
    let identity = try #require(Format.yaml.reading(SourceText(name: "me.yaml", text: text)).identity)
    for format in Registry.standard.formats where format.write != nil {
      let options = Looking(
        language: language, audience: .public, asOf: day, theme: try #require(Themes.named("classic")))
      #expect(!String(decoding: format.written(identity, options), as: UTF8.self).contains("inc.."), "\(format.id)")
    }
  }

  /// What a foreign format calls by a name of ours is its own, and goes back as it came; what was meant to hide something hides it.
  @Test(arguments: [("open-source", true), ("privat", false), ("network", false), ("hidden", false), ("public", true)])
  func namesOfOthersAreTheirs(_ word: String, _ isShown: Bool) throws {
    let json = "{\"basics\":{\"name\":\"Ana\"},\"projects\":[{\"name\":\"p\",\"visibility\":\"\(word)\",\"foo\":1}]}"
    let identity = try #require(Format.jsonResume.reading(SourceText(name: "a.resume.json", text: json)).identity)
    let back = Format.jsonResume.written(identity, Looking(language: "en", audience: .public, asOf: day))
    #expect(String(decoding: back, as: UTF8.self).contains("\"foo\"") == isShown)
  }

  /// The changes of a file of Windows end their lines as it does.
  @Test func linesOfWindowsStayThose() {
    let source = SourceText(name: "me.yaml", text: "parcours: 1\r\nname: Ana\r\nsummary: I <b>x</b> y\r\n")
    let mended = Validator(asOf: day).mended(source)
    let diff = UnifiedDiff.render(source, mended)
    #expect(diff.contains(" name: Ana\r\n-summary: I <b>x</b> y\r\n+summary: \"I **x** y\"\r\n"), "\(diff)")
  }

  /// What `build` would refuse, `validate` refuses.
  @Test(arguments: [
    ("format: html, path: a.html, theme: none-such", true), ("format: html, path: a.html, theme: own", false),
    ("format: html, path: a.html, theme: classic", false), ("format: ics, path: a.ics", true),
    ("format: ics, path: a.ics, audience: network", false), ("format: htm, path: a.html", true),
    ("format: html, path: a.html, language: xx", true),
  ]) func outputsThatCannotBeMade(_ output: String, _ isRefused: Bool) throws {
    let folder = Repository.temporaryFolder()
    let text = "parcours: 1\nname: Ana\navailability: {from: 2027-01}\noutputs: [{\(output)}]\n"
    Repository.write(Array(text.utf8), to: folder + "/me.yaml")
    try Folder.make(folder + "/own")
    Repository.write(Array(":root { color: black }\n".utf8), to: folder + "/own/theme.css")
    let said = Validator(asOf: day).validate(try Input.read(folder + "/me.yaml")).diagnostics
    #expect(said.contains { $0.severity == .error } == isRefused, "\(said)")
    if isRefused {
      let plan = try Builder(asOf: day).plan([folder + "/me.yaml"])
      #expect(plan.isRefused)
    }
  }

  /// An output of an identity beside it is no résumé of its own: what rules say is said of the identity.
  @Test func outputsAreKnownAsSuch() throws {
    let folder = Repository.temporaryFolder()
    let me = """
      parcours: 1
      name: Ana
      headline: Nurse
      summary: I care.
      path:
        - {kind: role, title: Nurse, organization: {name: Ward}, startDate: 2021-01, highlights: [Halved it]}
        - {kind: break, reason: health, visibility: private, startDate: 2018-01, endDate: 2020-12}
        - {kind: role, title: Nurse, organization: {name: Ward}, startDate: 2010-01, endDate: 2017-12, highlights: [Halved it]}
      outputs: [{format: jsonresume, path: site/resume.json}]
      """
    Repository.write(Array(me.utf8), to: folder + "/me.yaml")
    #expect(Program.run(Program.parcours, ["build", folder + "/me.yaml"]).status == 0)
    #expect(Program.run(Program.parcours, ["validate", "--strict", folder]).status == 0)
    // Alone it is judged as anybody's.
    let alone = Program.run(Program.parcours, ["validate", "--strict", folder + "/site/resume.json"])
    #expect(alone.status == 1 && (alone.errorText + alone.outputText).contains("unexplained-gap"))
  }
}
