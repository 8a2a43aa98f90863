import Parcours
import ParcoursModel
import ParcoursReport
import ParcoursSource
import TestSupport
import Testing

/// What a review found: each input once gave a wrong finding, or was mended wrongly.
struct ValidatorTests {
  private let head = "parcours: 1\nname: Ana\nheadline: Cook\n"

  private func validator(_ settings: SettingsFinder? = nil) -> Validator {
    Validator(.recognized, asOf: PartialDate("2026-11-21") ?? .epoch, settings: settings)
  }

  private func found(_ text: String, _ name: String = "t.yaml") -> SourceFindings {
    validator().validate(SourceText(name: name, text: text))
  }

  private func mended(_ text: String, _ name: String = "t.yaml") -> String {
    String(decoding: validator().mended(SourceText(name: name, text: text)).bytes, as: UTF8.self)
  }

  /// Only the member that is meant goes, whatever aliases stand beside it; an anchor stays for those who use it.
  @Test func mendingLeavesAliasesAndAnchors() {
    let text =
      head + """
        path:
          - {kind: role, title: A, startDate: &d 2019-03, endDate: 2020-01}
          - {kind: role, title: B, startDate: *d, endDate: Present}

        """
    #expect(mended(text) == text.split(separator: ", endDate: Present").joined())
    let anchored =
      head + "path:\n  - {kind: role, title: A, startDate: &d March 2019}\n  - {kind: role, title: B, startDate: *d}\n"
    #expect(mended(anchored) == anchored)
    #expect(Set(found(anchored).diagnostics.map(\.range)).count == 2)
  }

  @Test func nothingIsMendedWhereAKeyStandsTwice() {
    let text = "{\"work\":[{\"company\":\"A\",\"position\":\"P\",\"company\":\"B\",\"startDate\":\"2019\"}]}"
    #expect(mended(text, "t.json") == text)
  }

  /// The window of a contract is never taken out.
  @Test func whatMustBeThereStays() {
    let text =
      "contract: 1\nid: a\nbudget: 5\ncurrency: EUR\nstartDate: \"\"\nendDate: Present\nneeds: [{id: a, skill: B, days: 1}]\n"
    #expect(mended(text) == text)
  }

  /// Line ends, quotes and what stands on other lines stay as they are.
  @Test(arguments: [
    ("a.yaml", "path:\r\n  - kind: role\r\n    title: A\r\n    startDate: Jan 2020\r\n    endDate: Present\r\n"),
    ("b.yaml", "path:\n  - endDate: Present\n    kind: role\n    title: 'A'\n    startDate: 'Jan 2020' # it\n"),
    ("c.yaml", "path: [{kind: role, title: A, startDate: \"Jan 2020\", endDate: Present}]\n"),
  ])
  func mendingKeepsTheRest(_ name: String, _ path: String) {
    let before = head + path
    let after = mended(before, name)
    #expect(!after.contains("Present") && after.contains("2020-01") && after.contains("title: "))
    #expect(found(after, name).diagnostics.isEmpty)
    #expect(after.contains("\r\n") == before.contains("\r\n") && after.contains("# it") == before.contains("# it"))
  }

  /// Dates that can mean one day only are written; what can mean two is left.
  @Test(arguments: [
    ("January 2020", "2020-01"), ("janv. 2020", "2020-01"), ("15 mars 2020", "2020-03-15"),
    ("Mar 5, 2020", "2020-03-05"),
    ("31.12.2020", "2020-12-31"), ("12/31/2020", "2020-12-31"), ("2020/1/5", "2020-01-05"), ("01/2020", "2020-01"),
    ("2020-01-05T10:00:00Z", "2020-01-05"), ("1er août 2020", "2020-08-01"), ("03/04/2020", nil), ("2020-13", nil),
    ("31/02/2020", nil), ("soon", nil),
  ])
  func datesThatMeanOneDayAreWritten(_ text: String, _ date: String?) {
    let before = head + "path: [{kind: role, title: A, startDate: \"\(text)\"}]\n"
    #expect(mended(before) == before.split(separator: text).joined(separator: date ?? text))
  }

  /// What is turned off takes no place from what is not.
  @Test func rulesThatAreOffCountForNothing() {
    let highlights = Array(repeating: "\"<b>n</b>\"", count: 25).joined(separator: ", ")
    let steps = (0..<30).map { "  - {kind: role, title: A\($0), startDate: 2020, highlights: [\(highlights)]}\n" }
      .joined()
    let text =
      head
      + "checks: {rules: {markup-in-text: off, public-phone-or-address: error, overlapping-full-time: off}}\npath:\n"
      + steps + "contact: {phone: \"+33 6 12 34 56 78\"}\n"
    let said = found(text)
    #expect(said.diagnostics.map(\.id) == ["public-phone-or-address"])
    #expect(said.omitted == 0)
  }

  /// However many comments allow something, each is known to be needed.
  @Test func manyCommentsAreAllNeeded() {
    let highlights = (0..<700).map { "      - <b>\($0)</b>  # parcours: allow markup-in-text: shown\n" }.joined()
    let said = found(
      head
        + "checks: {rules: {linkedin-description: off}}\npath:\n  - kind: role\n    title: A\n    startDate: 2020\n    highlights:\n"
        + highlights)
    #expect(said.diagnostics.isEmpty && said.omitted == 0)
  }

  @Test(arguments: [
    ("summary: | # parcours: allow markup-in-text: shown\n  <b>x</b>\n", [String]()),
    ("summary: <b>x</b> #parcours: allow markup-in-text: shown\n", []),
    ("summary: <b>x</b> # parcours: allow markup-in-txt: shown\n", ["markup-in-text", "suppression"]),
    ("summary: x # parcours: allow unknown-key: old\n", ["suppression"]),
    ("summary: 'x # parcours: allow markup-in-text: no comment'\n", []),
  ])
  func commentsAllowWhereTheyStand(_ text: String, _ ids: [String]) {
    #expect(found(head + text).diagnostics.map(\.id) == ids)
  }

  /// One cause, one finding.
  @Test(arguments: [
    ("skills: [{nmae: Swift}]\n", ["unknown-key"]), ("languages: [{langage: de, fluency: B1}]\n", ["unknown-key"]),
    (
      "path: [{kind: role, title: A, startDate: 2020, transition: {kind: pivot, from: nowhere, summary: x}}]\n",
      ["evidence-nowhere"]
    ),
    ("skills: [{name: Swift, lastUsed: 2040}]\n", ["last-used-in-future"]),
    ("summary: Écran de 24\" plat\nlanguage: fr\n", []), ("skills: [{name: 'Conception, réalisation'}]\n", []),
    ("skills: [{name: 'Audit, risk and compliance'}]\n", []), ("summary: John Doe Foundation\n", []),
  ])
  func oneCauseIsOneFinding(_ text: String, _ ids: [String]) {
    #expect(found(head + text).diagnostics.map(\.id) == ids)
  }

  /// A text of more values than any profile has is held against its schema alone, and that is said.
  @Test func rulesAreNotRunOverMillions() {
    let skills = Array(repeating: "{\"name\": \"Swift\"}", count: 100_000).joined(separator: ",")
    let said = found("{\"basics\": {\"name\": \"Ana\"}, \"skills\": [\(skills)]}", "t.json")
    #expect(said.diagnostics.map(\.id) == ["budget"] && said.omitted == 0)
  }

  @Test(arguments: ["a: 1\n", "{}", "[1]"]) func whatIsNothingKnownIsSaid(_ text: String) {
    #expect(!found(text).diagnostics.isEmpty)
  }

  /// Quotes that have no end are told where they open.
  @Test func openQuotesAreToldWhereTheyOpen() {
    let place = Array((head + "summary: ").utf8).count
    #expect(found(head + "summary: \"never closed\n  and on\n").diagnostics.first?.range?.lowerBound == place)
    #expect(found(head + "summary: \"unclosed\npath: []\n").diagnostics.first?.range?.lowerBound == place)
  }

  /// An allowance means the same file from wherever the program is run.
  @Test func allowancesNameFilesFromTheirFolder() throws {
    let place = Repository.temporaryFolder()
    _ = Program.run("/bin/mkdir", ["-p", "\(place)/in/deep"])
    let settings = "allow: [{rule: markup-in-text, file: in/deep/x.yaml, reason: ok}]\n"
    Repository.write(Array(settings.utf8), to: "\(place)/.parcours.yaml")
    Repository.write(Array((head + "summary: <b>x</b>\n").utf8), to: "\(place)/in/deep/x.yaml")
    for (folder, path) in [(place, "in/deep/x.yaml"), ("\(place)/in", "deep/x.yaml"), ("\(place)/in/deep", "x.yaml")] {
      let run = Program.run("/usr/bin/env", ["-C", folder, Program.parcours, "validate", "--strict", path])
      #expect(run.status == 0, "\(folder)")
    }
    let fixed = Program.run(
      Program.parcours, ["validate", "--strict", "--config", "\(place)/.parcours.yaml", "\(place)/in/deep/x.yaml"])
    #expect(fixed.status == 0)
  }

  /// A pipe that gives its lines one by one is a file of lines all the same.
  @Test func linesMayComeSlowly() {
    let feed = "(printf '{\"basics\":{\"name\":1}}\\n'; sleep 0.3; printf '{\"basics\":{\"name\":\"A\"}}\\n')"
    let run = Program.run(
      "/bin/sh", ["-c", "\(feed) | '\(Program.parcours)' validate --schema jsonresume --format json -"])
    #expect(run.status == 1)
    #expect(run.outputText.contains("\"id\": \"type\"") && !run.outputText.contains("syntax"))
  }

  /// Mending keeps who may read a file.
  @Test func mendingKeepsPermissions() throws {
    let place = Repository.temporaryFolder()
    Repository.write(
      Array((head + "path: [{kind: role, title: A, startDate: Jan 2020}]\n").utf8), to: "\(place)/x.yaml")
    _ = Program.run("/bin/chmod", ["640", "\(place)/x.yaml"])
    #expect(
      Program.run(Program.parcours, ["validate", "--fix", "--write", "\(place)/nowhere.yaml", "\(place)/x.yaml"]).status
        == 2)
    #expect(Repository.text("\(place)/x.yaml")?.contains("2020-01") == true)
    #expect(Program.run("/usr/bin/stat", ["-c", "%a", "\(place)/x.yaml"]).outputText == "640\n")
  }
}
