import Parcours
import ParcoursFormats
import ParcoursInterchange
import ParcoursModel
import ParcoursReport
import ParcoursSource
import TestSupport
import Testing

/// What strangers' files taught: nothing that was said is bent or lost without a word.
struct StrangersFiles {
  private let day = PartialDate("2026-11-27") ?? .epoch

  private func resume(_ json: String) throws -> Identity {
    try #require(Format.jsonResume.reading(SourceText(name: "resume.json", text: json)).identity)
  }

  /// Where a text is wanted, a number in YAML is what stands there.
  @Test(arguments: [
    ("phone: +33612345678", "phone: \"+33612345678\""), ("phone: 01234", "phone: \"01234\""),
    ("phone: 0x1F", "phone: \"0x1F\""), ("phone: .5", "phone: \".5\""), ("phone: 1_000", nil),
  ]) func aNumberIsTheTextThatStandsThere(_ line: String, _ mended: String?) throws {
    let source = SourceText(name: "resume.yaml", text: "basics:\n  name: Jo\n  \(line)\n")
    let identity = try #require(Format.jsonResume.reading(source).identity)
    #expect(identity.contact?.phone == String(line.dropFirst("phone: ".count)))
    if let mended {
      let text = String(decoding: Validator(asOf: day).mended(source).bytes, as: UTF8.self)
      #expect(text.contains("  \(mended)\n"), "\(text)")
    }
    let cv = SourceText(name: "jo.yaml", text: "cv:\n  name: Jo\n  \(line)\n  sections: {}\n")
    #expect(Format.renderCV.reading(cv).identity?.contact?.phone == identity.contact?.phone)
  }

  /// The reader takes every date and shape that `--fix` mends, and gives the original back.
  @Test(arguments: [
    ("{\"work\":[{\"name\":\"A\",\"startDate\":\"2006-6\",\"endDate\":\"2023/06\"}]}", "2006-06", "2023-06"),
    ("{\"work\":[{\"name\":\"A\",\"startDate\":\"März 2020\",\"endDate\":\"Present\"}]}", "2020-03", nil),
    (
      "{\"work\":[{\"name\":\"A\",\"startDate\":\"2020-03-01T00:00:00Z\",\"endDate\":\"30/04/2021\"}]}", "2020-03-01",
      "2021-04-30"
    ),
  ]) func datesAreReadAsTheyAreMended(_ json: String, _ start: String, _ end: String?) throws {
    let identity = try resume(json)
    #expect(identity.path[0].startDate?.description == start && identity.path[0].endDate?.description == end)
    let mended = Validator(asOf: day).mended(SourceText(name: "resume.json", text: json))
    let again = try resume(String(decoding: mended.bytes, as: UTF8.self))
    #expect(again.path[0].startDate == identity.path[0].startDate && again.path[0].endDate == identity.path[0].endDate)
    expectBack(identity, json)
  }

  /// What could be two days is said to be so, and nobody is told that a program mends it.
  @Test func twoDaysAreNotMended() throws {
    let json = "{\"work\":[{\"name\":\"A\",\"startDate\":\"03/04/2020\"}]}"
    let reading = Format.jsonResume.reading(SourceText(name: "resume.json", text: json))
    #expect(reading.identity?.path[0].startDate == PartialDate("2020"))
    #expect(reading.diagnostics.compactMap { $0.help.map { "\($0)" } } == ["write 2020, 2020-01 or 2020-01-15"])
  }

  @Test func shapesAreReadAsTheyAreMeant() throws {
    let json =
      "{\"basics\":{\"name\":\"Jo\",\"location\":\"Lyon\",\"phone\":33},\"work\":[{\"name\":\"A\",\"highlights\":\"one\",\"summary\":[\"a\",\"b\"]}],\"skills\":[\"SQL\",{\"name\":\"R\",\"keywords\":\"ggplot\"}],\"languages\":[\"French\"]}"
    let identity = try resume(json)
    #expect(identity.contact?.location?.city == "Lyon" && identity.contact?.phone == "33")
    #expect(identity.path[0].highlights == ["one"] && identity.path[0].summary == "a\nb")
    #expect(identity.skills.map(\.name) == ["SQL", "R"] && identity.skills[1].keywords == ["ggplot"])
    expectBack(identity, json)
  }

  private func expectBack(_ identity: Identity, _ json: String) {
    let back = Format.jsonResume.written(identity, Looking(language: "en", audience: .private, asOf: day))
    let line = String(decoding: back, as: UTF8.self).filter { !$0.isWhitespace }
    #expect(line == json.filter { !$0.isWhitespace })
  }

  /// What is empty is as good as absent: no label without a value, no section without an entry.
  @Test(arguments: ["markdown", "html", "linkedin", "vcard", "svg"]) func theEmptyIsAbsent(_ id: String) throws {
    let identity = try resume(
      "{\"basics\":{\"name\":\"Jo\",\"label\":\"\",\"phone\":\"\",\"summary\":\" \"},\"work\":[{\"name\":\"A\",\"position\":\"P\",\"startDate\":\"2020\",\"summary\":\"\",\"highlights\":[\"\",\"x\"]}],\"education\":[{\"institution\":\"U\",\"score\":\"\",\"startDate\":\"2010\"}],\"interests\":[{\"name\":\"\"}],\"projects\":[{\"name\":\"p\",\"entity\":\"\",\"type\":\"app\"}],\"languages\":[{\"language\":\"\",\"fluency\":\"\"}]}"
    )
    let format = try #require(Registry.standard.format(named: id))
    var text = String(
      decoding: format.written(identity, Looking(language: "en", audience: .private, asOf: day)), as: UTF8.self)
    if let model = text.firstRange(of: "data-parcours>") { text = String(text[..<model.lowerBound]) }
    for sign in ["Grade", "Interests", "·  ·", "INTERESTS", "LANGUAGES", "Languages", "\n- \n", "\n• \n"] {
      #expect(!text.contains(sign), "\(id): \(sign)")
    }
  }

  /// An end that is hidden is an end all the same: who left has left.
  @Test(arguments: Registry.standard.writable.filter { !$0.capabilities.contains(.native) }.map(\.id))
  func pastIsPast(_ id: String) throws {
    let yaml = """
      parcours: 1
      name: Jo
      headline: Cook
      path:
        - {kind: role, title: Baker, organization: {name: Acme}, startDate: 2012-01, endDate: 2015-06, fieldVisibility: {endDate: private}}
      """
    let identity = try #require(Format.yaml.reading(SourceText(name: "jo.yaml", text: yaml)).identity)
    let format = try #require(Registry.standard.format(named: id))
    let bytes = format.written(identity, Looking(language: "en", audience: .public, asOf: day))
    let text = String(decoding: bytes, as: UTF8.self)
    // An axis has every year on it, and a line for today; a style has names of its own.
    let isDrawn = id == "svg"
    for sign in ["– Present", "Today I work", ">Now<", "2015", "\"present\"", " present"] {
      #expect(!text.contains(sign) || isDrawn && (sign == "2015" || sign == ">Now<"), "\(id): \(sign)")
    }
  }

  @Test(arguments: [
    ("+33 (0)6 12 34 56 78", "tel:+33612345678"), ("0033 (0)6 12", "tel:0033612"), ("06 12 34 56 78", "tel:0612345678"),
    ("06 12 34 56 78 / 01 23 45 67 89", nil), ("+33 6 12 +33 1 23", nil), ("12", nil),
  ]) func aNumberIsDialledAsItIs(_ phone: String, _ address: String?) throws {
    var identity = Identity()
    identity.name = "Jo"
    identity.contact = Contact()
    identity.contact?.phone = phone
    let page = String(
      decoding: Format.html.written(identity, Looking(language: "en", audience: .private, asOf: day)), as: UTF8.self)
    #expect(page.contains("href=\"tel:") == (address != nil))
    if let address { #expect(page.contains("href=\"\(address)\"")) }
  }

  @Test(arguments: ["linkedin", "signature-text", "markdown", "vcard", "ics"])
  func noControlCharacterGetsOut(_ id: String) throws {
    var identity = Identity()
    identity.name = "Jo\u{0}\u{7}\u{1B}[31m\u{9B}x"
    identity.headline = LocalizedText("Cook\u{8}")
    identity.summary = LocalizedText("One\u{1B}]0;x\u{7} two")
    identity.availability = Availability()
    let format = try #require(Registry.standard.format(named: id))
    let bytes = format.written(identity, Looking(language: "en", audience: .private, asOf: day))
    #expect(!bytes.isEmpty)
    #expect(!bytes.contains { $0 < 0x20 && ![0x0A, 0x0D, 0x09].contains($0) || $0 == 0x7F })
    #expect(!String(decoding: bytes, as: UTF8.self).unicodeScalars.contains { (0x80..<0xA0).contains($0.value) })
    let source = SourceText(name: "jo.yaml", text: "parcours: 1\nname: \"Jo\\u0007\"\nheadline: H\n")
    #expect(Validator(asOf: day).validate(source).diagnostics.contains { $0.id == "control-character" })
  }

  /// What was done last stands first, wherever it is told.
  @Test func theNewestStandsFirst() throws {
    let yaml = """
      parcours: 1
      name: Jo
      headline: Cook
      awards: [{title: Old prize, date: 2010}, {title: New prize, date: 2020-05}]
      certificates: [{name: Old paper, date: 2011}, {name: New paper, date: 2021}]
      publications: [{name: Old book, releaseDate: 2012}, {name: New book, releaseDate: 2022}]
      """
    let identity = try #require(Format.yaml.reading(SourceText(name: "jo.yaml", text: yaml)).identity)
    for id in ["markdown", "linkedin", "rendercv"] {
      let format = try #require(Registry.standard.format(named: id))
      let text = String(
        decoding: format.written(identity, Looking(language: "en", audience: .private, asOf: day)), as: UTF8.self)
      for word in ["prize", "paper", "book"] {
        let new = try #require(text.firstRange(of: "New \(word)")),
          old = try #require(text.firstRange(of: "Old \(word)"))
        #expect(new.lowerBound < old.lowerBound, "\(id): \(word)")
      }
    }
  }

  /// Ten years at three days a week are ten years, and it is said how much of each.
  @Test func partTimeIsTime() throws {
    let yaml = """
      parcours: 1
      name: Jo
      headline: Cook
      path: [{kind: role, title: Cook, organization: {name: A}, startDate: 2016-11, workload: 60, skills: [Baking, SQL]}]
      skills: [{name: Baking, years: 10}, {name: SQL}]
      """
    let identity = try #require(Format.yaml.reading(SourceText(name: "jo.yaml", text: yaml)).identity)
    let text = String(
      decoding: Format.markdown.written(identity, Looking(language: "en", audience: .private, asOf: day)), as: UTF8.self
    )
    #expect(text.contains("Baking · 10 years (60%)") && text.contains("SQL · 10 years (60%)"), "\(text)")
  }

  /// Bullets below a bullet, authors and identifiers of RenderCV's are there again.
  @Test func whatRenderCVHasComesBack() throws {
    let yaml = """
      cv:
        name: Jo
        custom_connections: [{placeholder: Codeberg, url: "https://codeberg.org/jo", fontawesome_icon: code}]
        sections:
          experience:
            - {company: A, position: P, start_date: 2020, highlights: [One, [Two, Three], {Led a ward: [Nights, Days]}]}
          publications:
            - {title: T, authors: [Jo, Al], doi: 10.1/x, date: 2020}
      """
    let identity = try #require(Format.renderCV.reading(SourceText(name: "jo.yaml", text: yaml)).identity)
    #expect(identity.path[0].highlights == ["One", "Two", "Three", "Led a ward", "Nights", "Days"])
    #expect(identity.contact?.profiles.map(\.url) == ["https://codeberg.org/jo"])
    let back = String(
      decoding: Format.renderCV.written(identity, Looking(language: "en", audience: .private, asOf: day)),
      as: UTF8.self)
    #expect(back.contains("Al") && back.contains("10.1/x"), "\(back)")
  }

  /// A file's name says the format: each of the names that a format declares.
  @Test(arguments: Registry.standard.writable.map(\.id)) func aNameSaysTheFormat(_ id: String) throws {
    let format = try #require(Registry.standard.format(named: id))
    #expect(!format.names.isEmpty)
    for pattern in format.names {
      let name = "out/me" + pattern.description.drop { $0 == "*" }
      // A name that two formats share is the first one's.
      let found = try #require(Registry.standard.format(forFile: name), "\(name)")
      #expect(found.id == id || found.names.contains(pattern), "\(name): \(found.id)")
    }
  }

  /// Works, prizes and courses are in LinkedIn's text, and there again when it is read.
  @Test(arguments: ["en", "fr"]) func linkedInHasWorksPrizesAndCourses(_ language: String) throws {
    let yaml = """
      parcours: 1
      name: Jo
      headline: Cook
      publications: [{name: A book, publisher: Press, releaseDate: 2020-05, url: "https://x.example/b", summary: Read}]
      awards: [{title: Prize, awarder: Club, date: 2019, summary: Nice}]
      path: [{kind: study, institution: {name: Uni}, area: Maths, startDate: 2010, endDate: 2012, courses: [Algebra, Logic]}]
      """
    let identity = try #require(Format.yaml.reading(SourceText(name: "jo.yaml", text: yaml)).identity)
    let looking = Looking(language: language, audience: .private, asOf: day)
    let text = Format.linkedIn.written(identity, looking)
    let back = try #require(Format.linkedIn.reading(SourceText(name: "linkedin", bytes: text)).identity)
    #expect(back.publications.map(\.publisher) == ["Press"] && back.publications.map(\.url) == ["https://x.example/b"])
    #expect(back.publications.map(\.releaseDate) == [PartialDate("2020-05")])
    #expect(back.awards.map(\.awarder) == ["Club"] && back.awards.map(\.date) == [PartialDate("2019")])
    #expect(back.path.first?.courses == ["Algebra", "Logic"])
    #expect(Format.linkedIn.written(back, looking) == text)
  }
}
