import Parcours
import ParcoursModel
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

@testable import ParcoursFormats
import ParcoursInterchange

/// LinkedIn's archive, in every shape it was seen in.
struct LinkedInArchiveTests {
  private func read(_ files: [(name: String, text: String)]) throws -> Reading {
    let bytes = StoredZIP.bytes(files.map { ($0.name, Array($0.text.utf8)) })
    return Format.linkedInArchive.reading(SourceText(name: "archive.zip", bytes: bytes))
  }

  @Test func theWholeOfIt() throws {
    let reading = try read([
      (
        "Profile.csv",
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Zip Code,Geo Location,Twitter Handles,Websites\n"
          + "Ada,Lovelace,,12 St James,\"Jan 09, 1990\",Analyste,\"Je conçois des machines.  • Une  • Deux &amp; demi\",75001,\"Paris, France\",[ada],\"[PERSONAL:https://ada.example.com,COMPANY:engine.example.com]\"\n"
      ),
      (
        "Positions.csv",
        "Company Name,Title,Description,Location,Started On,Finished On\nACME,Développeuse,\"Ce que j’ai fait.  • Ceci • Cela\",Lyon,Jan 2020,\nBeta,Stagiaire,,Paris,2018,févr. 2019\n"
      ),
      ("Skills.csv", "Name\nSQL\n"), ("Languages.csv", "Name,Proficiency\nFrançais,Native or bilingual proficiency\n"),
      (
        "Basic/Connections.csv",
        "Notes:\n\"When exporting, some may be missing\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nBen,Okafor,https://www.linkedin.com/in/ben,,Hydro,Head,09 Jan 2019\n"
      ),
      (
        "messages.csv",
        "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n1,Ben Okafor,https://www.linkedin.com/in/ben,Ada,,2024-05-06 10:11:12 UTC,CANARY\n"
      ), ("Ad_Targeting.csv", "a\n1\n"),
    ])
    let identity = try #require(reading.identity)
    #expect(identity.name == "Ada Lovelace")
    #expect(identity.language == "fr")
    #expect(identity.summary == LocalizedText("Je conçois des machines.\n• Une\n• Deux & demi"))
    let view = IdentityView(
      identity, audience: .public, format: Format.linkedIn.extensionKey, language: "fr", asOf: today)
    #expect(LinkedInAbout(view: view, words: Wording("fr")).paragraphs.count == 1)
    #expect(identity.contact?.location?.attributes.fieldVisibility?["address"] == .private)
    #expect(identity.contact?.profiles.map(\.url) == ["https://engine.example.com", nil])
    #expect(identity.path.map(\.startDate) == [PartialDate("2020-01"), PartialDate("2018")])
    #expect(identity.path[0].highlights == ["Ceci", "Cela"])
    #expect(identity.path[1].endDate == PartialDate("2019-02"))
    #expect(identity.network.map(\.basis) == [.connected])
    #expect(identity.network[0].lastContact == PartialDate("2024-05-06"))
    #expect(!"\(identity.json)".contains("CANARY"))
    let said = reading.diagnostics.map { $0.message.description }.joined(separator: "\n")
    #expect(said.contains("Ad_Targeting.csv") && said.contains("Birth Date"))
    #expect(reading.diagnostics.allSatisfy { $0.severity == .note })
  }

  @Test(arguments: [
    ("Jan 2019", "2019-01"), ("2019", "2019"), ("Sept. 2019", "2019-09"), ("août 2020", "2020-08"),
    ("März 2020", "2020-03"),
    ("09 Jan 2019", "2019-01-09"), ("Jan 9, 2019", "2019-01-09"), ("9/14/17, 9:05 AM", "2017-09-14"),
    ("07/21/09, 12:11 PM", "2009-07-21"), ("2021/10/01 10:00:00 UTC", "2021-10-01"),
    ("Tue Aug 01 10:00:00 UTC 2019", "2019-08-01"), ("09-Jan-19", "2019-01-09"),
    ("2024-05-06 10:11:12 UTC", "2024-05-06"),
    ("03/2018", "2018-03"), ("2021-07-01", "2021-07-01"),
  ])
  func everyShapeOfDate(_ text: String, _ date: String) throws {
    let reading = try read([("Positions.csv", "Company Name,Title,Started On\nA,B,\"\(text)\"\n")])
    #expect(reading.identity?.path.first?.startDate?.description == date)
    #expect(reading.diagnostics.isEmpty)
  }

  private func path(_ rows: String) throws -> [Step] {
    let head = "Company Name,Title,Description,Location,Started On,Finished On\n"
    return try #require(try read([("Positions.csv", head + rows)]).identity).path
  }

  /// The archive has no column for breaks, nor for employment: people write both where a company is wanted.
  @Test(arguments: [
    ("Career Break,Full-time parenting", Step.BreakReason.fullTimeParenting),
    (",Congé parental", .fullTimeParenting), ("Pause carrière,Pause carrière – Aide à un proche", .caregiving),
    (",Career break", .other), ("Pause carrière,Voyage", .travel),
  ])
  func aBreakAmongRolesIsOne(_ row: String, _ reason: Step.BreakReason) throws {
    let step = try #require(try path(row + ",,,Jan 2019,Dec 2020\n").first)
    #expect(step.kind == .break && step.reason == reason && step.title == nil && step.organization == nil)
  }

  @Test func whatIsNoBreakStaysARole() throws {
    for row in ["Voyage SARL,Guide", "Hydro,Retirement adviser", "ACME,Travel", ",Cook"] {
      #expect(try path(row + ",,,Jan 2019,\n").map(\.kind) == [.role])
    }
  }

  @Test(arguments: [
    ("Freelance", Step.Engagement.freelance), ("Indépendante", .freelance), ("À mon compte", .selfEmployed),
    ("Self-employed", .selfEmployed), ("Auto-entrepreneur", .selfEmployed),
  ])
  func noCompanyIsNone(_ company: String, _ engagement: Step.Engagement) throws {
    let step = try #require(try path("\(company),Analyst,,,Jan 2019,\n").first)
    #expect(step.organization == nil && step.engagement == engagement)
  }

  /// Paragraphs stay apart, and text behind bullets stays behind them.
  @Test func paragraphsKeepTheirPlace() throws {
    #expect(ArchiveValue.paragraphs("Un.\n\n\nDeux :\n• a\n• b\n\nTrois.\n") == "Un.\n\nDeux :\n• a\n• b\n\nTrois.")
    let mixed = ArchiveValue.description("Intro.\n• a\n• b\nFin du texte.")
    #expect(mixed.summary == "Intro.\n• a\n• b\nFin du texte." && mixed.highlights.isEmpty)
    let plain = ArchiveValue.description("Intro.\n\nSuite.\n• a\n• b")
    #expect(plain.summary == "Intro.\n\nSuite." && plain.highlights == ["a", "b"])
  }

  @Test func aSnapshotIsReadToo() throws {
    let text = """
      {"elements": [{"snapshotDomain": "POSITIONS", "snapshotData": [{"Title": "Dev", "Company Name": "ACME", "Started On": "Jan 2020"}]},
        {"snapshotDomain": "SKILLS", "snapshotData": [{"Name": "SQL"}]}]}
      """
    let source = SourceText(name: "snapshot.json", text: text)
    #expect(Registry.standard.format(of: source)?.id == "linkedin-archive")
    let identity = try #require(Format.linkedInArchive.reading(source).identity)
    #expect(identity.path.first?.organization?.name == "ACME")
    #expect(identity.skills.map(\.name) == ["SQL"])
  }

  /// What no archive may do: be encrypted, lie about its size, be cut off, hold nothing of a member.
  @Test func whatCannotBeReadIsRefused() throws {
    let good = StoredZIP.bytes([("Skills.csv", Array("Name\nSQL\n".utf8))])
    func refusal(_ bytes: [UInt8]) -> [String] {
      let reading = Format.linkedInArchive.reading(SourceText(name: "a.zip", bytes: bytes))
      #expect(reading.identity == nil)
      return reading.diagnostics.filter { $0.severity == .error }.map(\.id)
    }
    #expect(refusal(Array(good.dropLast(22))) == ["zip"])
    #expect(refusal([]) == ["zip"])
    var changed = good
    changed[30 + 10 + 6] = 0x58
    #expect(refusal(changed) == ["zip"])
    let central = try #require(
      good.indices.first { $0 + 4 < good.count && good[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    changed = good
    changed[central + 8] |= 1
    #expect(refusal(changed) == ["zip"])
    changed = good
    changed[central + 10] = 99
    #expect(refusal(changed) == ["zip"])
    changed = good
    changed[central + 24] = 200
    #expect(refusal(changed) == ["zip"])
    changed = good
    changed[central + 27] = 0x7F
    #expect(refusal(changed) == ["budget"])
    #expect(refusal(StoredZIP.bytes([("a.csv", [0x61])])) == ["no-identity"])
    // What stands in front of an archive changes nothing.
    let reading = Format.linkedInArchive.reading(
      SourceText(name: "a.zip", bytes: [UInt8](repeating: 0x23, count: 99) + good))
    #expect(reading.identity?.skills.count == 1)
  }

  // MARK: Archives of every shape

  private struct Shape {
    let names: [String]
    let headers: [[String]]
  }

  private static let shapes: [Shape] = [
    Shape(
      names: ["Profile.csv", "profile.csv"],
      headers: [
        ["First Name", "Last Name", "Headline", "Summary", "Industry", "Geo Location"],
        ["First Name", "Last Name", "Maiden Name", "Address", "Headline", "Summary", "Country", "Zip Code"],
      ]),
    Shape(
      names: ["Positions.csv", "Data/Positions.csv"],
      headers: [["Company Name", "Title", "Description", "Location", "Started On", "Finished On"]]),
    Shape(
      names: ["Education.csv"],
      headers: [["School Name", "Start Date", "End Date", "Notes", "Degree Name", "Activities"]]),
    Shape(names: ["Skills.csv"], headers: [["Name"]]),
    Shape(names: ["Languages.csv"], headers: [["Name", "Proficiency"]]),
    Shape(
      names: ["Certifications.csv"],
      headers: [["Name", "Url", "Authority", "Started On", "Finished On", "License Number"]]),
    Shape(names: ["Projects.csv"], headers: [["Title", "Description", "Url", "Started On", "Finished On"]]),
    Shape(names: ["Courses.csv"], headers: [["Name", "Number"]]),
    Shape(names: ["Honors.csv"], headers: [["Title", "Description", "Issued On"]]),
    Shape(names: ["Organizations.csv"], headers: [["Name", "Description", "Position", "Started On", "Finished On"]]),
    Shape(
      names: ["Volunteering.csv", "Volunteer Experiences.csv", "Volunteer.csv"],
      headers: [["Company Name", "Role", "Cause", "Started On", "Finished On", "Description"]]),
    Shape(names: ["Publications.csv"], headers: [["Name", "Published On", "Description", "Publisher", "Url"]]),
    Shape(names: ["TestScores.csv", "Test_Scores.csv"], headers: [["Tested On", "Name", "Description", "Score"]]),
    Shape(
      names: ["Recommendations_Received.csv", "Recommendations Received.csv", "Recommendations_Given.csv"],
      headers: [["First Name", "Last Name", "Company", "Job Title", "Text", "Creation Date", "Status"]]),
    Shape(
      names: ["Endorsement_Received_Info.csv", "Endorsements_Received_Info.csv"],
      headers: [
        ["Endorsement Date", "Skill Name", "Endorser First Name", "Endorser Last Name", "Endorsement Status"],
        [
          "Endorsement Date", "Skill Name", "Endorser First Name", "Endorser Last Name", "Endorser Public Url",
          "Endorsement Status",
        ],
      ]),
    Shape(names: ["Email Addresses.csv"], headers: [["Email Address", "Confirmed", "Primary", "Updated On"]]),
    Shape(names: ["PhoneNumbers.csv", "Phone Numbers.csv"], headers: [["Extension", "Number", "Type"]]),
    Shape(
      names: ["Connections.csv"],
      headers: [
        ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"],
        ["First Name", "Last Name", "Email Address", "Company", "Position", "Connected On"],
      ]),
    Shape(
      names: ["Jobs/Job Seeker Preferences.csv"],
      headers: [
        ["Locations", "Industries", "Preferred Job Types", "Job Titles", "Open To Recruiters", "Dream Companies"]
      ]),
  ]

  private static let dates = [
    "Jan 2019", "2019", "09 Jan 2019", "févr. 2022", "Mai 2020", "9/14/17, 9:05 AM", "", "Foo 2020",
  ]
  private static let links = ["https://example.org/T", "example.org/T", ""]
  private static let dated: Set<String> = [
    "Started On", "Finished On", "Start Date", "End Date", "Issued On", "Published On", "Tested On", "Creation Date",
    "Endorsement Date", "Connected On", "Updated On",
  ]

  /// A cell, and the word in it that must be found again.
  private static func cell(_ column: String, _ number: inout Int, _ random: inout Seeded) -> (
    text: String, word: String?
  ) {
    if dated.contains(column) { return (dates.randomElement(using: &random) ?? "", nil) }
    if column == "Status" { return (["VISIBLE", "HIDDEN"].randomElement(using: &random) ?? "", nil) }
    if column.hasSuffix("Status") { return ("ACCEPTED", nil) }
    if ["Confirmed", "Primary", "Type", "Open To Recruiters"].contains(column) { return ("Yes", nil) }
    number += 1
    let word = "T\(number)x"
    switch column {
    case "Url", "URL", "Endorser Public Url": return ("https://example.org/\(word)", word)
    case "Email Address": return ("\(word)@example.org", word)
    case "Preferred Job Types": return ("Full-time", nil)
    case "Description", "Notes", "Summary", "Text":
      return (
        ["\(word) • y • z", "\(word)  and  more", "a, \"\(word)\"\nnext; line", "x &amp; \(word)"].randomElement(
          using: &random)
          ?? word, word
      )
    default: return (word, word)
    }
  }

  @Test func everyRowIsInTheIdentityOrInTheReport() throws {
    var random = Seeded(66)
    for round in 0..<500 {
      var files: [(name: String, text: String)] = []
      var words: [String] = []
      var number = 0
      for shape in Self.shapes where Bool.random(using: &random) {
        let header = shape.headers.randomElement(using: &random) ?? []
        let name = shape.names.randomElement(using: &random) ?? ""
        let separator = [",", ",", ";"].randomElement(using: &random) ?? ","
        let end = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
        func quoted(_ text: String) -> String {
          let isPlain = !text.contains { $0 == "\"" || $0 == "," || $0 == ";" || $0.isNewline }
          return isPlain ? text : "\"" + text.flatMap { $0 == "\"" ? "\"\"" : String($0) } + "\""
        }
        var lines: [String] = []
        if Int.random(in: 0...3, using: &random) == 0, header.count > 1 {
          lines += ["Notes:", "\"When exporting, you may notice that some are missing\"", ""]
        }
        lines.append(header.joined(separator: separator))
        let rows = name.hasPrefix("Profile") || name.hasPrefix("profile") ? 1 : Int.random(in: 0...4, using: &random)
        for _ in 0..<rows {
          var cells: [String] = []
          for column in header {
            let made = Self.cell(column, &number, &random)
            cells.append(quoted(made.text))
            if let word = made.word { words.append(word) }
          }
          lines.append(cells.joined(separator: separator))
        }
        let bom = Int.random(in: 0...4, using: &random) == 0 ? "\u{FEFF}" : ""
        files.append((name, bom + lines.joined(separator: end) + end))
      }
      guard !files.isEmpty else { continue }
      let reading = try read(files)
      let json = reading.identity.map { JSONPrinter.print(Tree.document($0.json)) } ?? []
      let whole =
        String(decoding: json, as: UTF8.self)
        + reading.diagnostics.map { $0.message.description }.joined(separator: "\n")
      for word in words { #expect(whole.contains(word), "round \(round): \(word) in \(files.map(\.name))") }
      if let identity = reading.identity {
        let back = Format.yaml.reading(
          SourceText(
            name: "b.yaml",
            bytes: Format.yaml.written(identity, Looking(language: "en", audience: .private, asOf: .epoch))))
        #expect(back.identity == identity, "round \(round)")
      }
    }
  }
}
