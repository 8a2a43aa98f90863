import Parcours
import ParcoursModel
import ParcoursSource
import TestSupport
import Testing

@testable import ParcoursFormats
import ParcoursInterchange

/// The text of profiles that LinkedIn saved as PDF, in the shapes that `pdftotext` gives it.
@Suite struct LinkedInPDFTests {
  private func read(_ text: String) throws -> Reading {
    let source = SourceText(name: "profile.txt", text: text)
    #expect(Registry.standard.format(of: source)?.id == "linkedin-pdf")
    return Format.linkedInPDF.reading(source)
  }

  /// One profile whose columns come one after the other.
  private static let columns = """
    Contact
    +1 514 555 0100 (Mobile)
    camille@example.org
    www.linkedin.com/in/camille-
    tremblay-12ab34 (LinkedIn)
    example.org (Personal)

    Top Skills
    Swift
    PostgreSQL

    Languages
    Français (Native or Bilingual)
    English (Full Professional)
    \u{C}Camille Tremblay
    Data engineer | public services and insurers | Swift, PostgreSQL and a long
    keyword
    Greater Montreal Metropolitan Area

    Summary
    I make data that people can rely on, from the first sketch to the nightly run,
    for public services.

    Before that I was a pastry chef.

    Experience
    Assurances Boréal
    Data engineer
    March 2022 - Present (4 years 9 months)
    Montreal, Quebec, Canada
    I moved forty reports from spreadsheets to one warehouse and taught the team
    to keep it.
    • Cut the nightly run from six hours to forty minutes

    Coop Numérique
    3 years 2 months

    Lead developer
    January 2020 - February 2022 (2 years 2 months)
    Led four people.

    Developer
    January 2019 - December 2019 (1 year)
    Page 1 of 2
    \u{C}
    Bakery of the North
    Pastry chef
    2012 - 2018 (6 years)

    Education
    Université de Montréal
    Master’s degree, Computer Science · (2017 - 2019)

    Institut d’hôtellerie
    DEP, Pâtisserie · (September 2010 - June 2011)
    Page 2 of 2

    """

  @Test func columnsOneAfterTheOther() throws {
    let reading = try read(Self.columns)
    let identity = try #require(reading.identity)
    #expect(identity.language == "en" && identity.name == "Camille Tremblay")
    #expect(identity.headline?.versions.first?.text.hasSuffix("Swift, PostgreSQL and a long keyword") == true)
    #expect(
      identity.summary
        == LocalizedText(
          "I make data that people can rely on, from the first sketch to the nightly run, for public services.\n\nBefore that I was a pastry chef."
        ))
    let contact = try #require(identity.contact)
    #expect(contact.email == "camille@example.org" && contact.url == "https://example.org")
    #expect(contact.profiles.map(\.username) == ["camille-tremblay-12ab34"])
    #expect(contact.location?.city == "Greater Montreal Metropolitan Area")
    #expect(contact.attributes.fieldVisibility?["phone"] == .private, "the number stays with the owner")
    #expect(
      identity.path.map {
        [$0.organization?.name ?? $0.institution?.name, $0.startDate?.description, $0.endDate?.description]
      }
        == [
          ["Assurances Boréal", "2022-03", nil], ["Coop Numérique", "2020-01", "2022-02"],
          ["Coop Numérique", "2019-01", "2019-12"], ["Bakery of the North", "2012", "2018"],
          ["Université de Montréal", "2017", "2019"], ["Institut d’hôtellerie", "2010-09", "2011-06"],
        ])
    #expect(identity.path[0].highlights == ["Cut the nightly run from six hours to forty minutes"])
    #expect(identity.path[1].summary == "Led four people." && identity.path[5].area == "Pâtisserie")
    #expect(identity.skills.map(\.name) == ["Swift", "PostgreSQL"])
    #expect(identity.languages.map(\.fluency) == [.native, .C1])
    #expect(reading.diagnostics.isEmpty, "\(reading.diagnostics.map(\.message.description))")
  }

  @Test func columnsSideBySide() throws {
    // What `pdftotext -layout` makes of it: the same lines, the broad column at the 39th character.
    let (narrow, broad) = {
      let parts = Self.columns.split(separator: "\u{C}", maxSplits: 1).map {
        $0.split(separator: "\n", omittingEmptySubsequences: false)
      }
      return (parts[0], parts[1])
    }()
    var lines: [String] = []
    for index in 0..<max(narrow.count, broad.count) {
      let left = index < narrow.count ? String(narrow[index]) : ""
      let right = index < broad.count ? String(broad[index]) : ""
      lines.append(right.isEmpty ? left : left + String(repeating: " ", count: 38 - left.count) + right)
    }
    let identity = try #require(try read(lines.joined(separator: "\n")).identity)
    #expect(identity == (try read(Self.columns)).identity)
  }

  @Test func frenchWithItsAccentsTakenApart() throws {
    let text = """
      Coordonne\u{301}es
      www.linkedin.com/in/lea-nguyen (LinkedIn)

      Principales compe\u{301}tences
      Donne\u{301}es
      Léa Nguyen
      Inge\u{301}nieure | e\u{301}nergie et efﬁcacité
      Lyon, Auvergne-Rhône-Alpes, France

      Re\u{301}sume\u{301}
      Je relie les données.

      Expérience
      Hydro
      Ingénieure
      février 2020 - Aujourd’hui (6 ans 10 mois)

      Formation
      INSA
      Diplôme d’ingénieur, Énergie · (2014 - 2019)
      Page 1 sur 1
      """
    let identity = try #require(try read(text).identity)
    #expect(identity.language == "fr" && identity.name == "Léa Nguyen")
    let headline = try #require(identity.headline?.versions.first?.text)
    #expect(Array(headline.unicodeScalars) == Array("Ingénieure | énergie et efficacité".unicodeScalars))
    #expect(identity.skills.map(\.name) == ["Données"] && identity.path.map(\.endDate) == [nil, PartialDate("2019")])
    #expect(identity.contact?.location?.city == "Lyon, Auvergne-Rhône-Alpes, France")
  }

  /// What `pdftotext` makes of pages without their layout: a narrow section in the middle of the broad column.
  @Test func mixedColumns() throws {
    let text = """
      Contact
      www.linkedin.com/in/ana-lopez (LinkedIn)
      Ana Lopez
      Editor

      Experience

      English (Full Professional)

      Certifications
      Copy editing

      Daily Press
      Editor
      May 2019 - Present (7 years)

      Languages
      """
    let identity = try #require(try read(text).identity)
    #expect(identity.name == "Ana Lopez" && identity.certificates.map(\.name) == ["Copy editing"])
    #expect(identity.path.map(\.title) == ["Editor"] && identity.path.map(\.organization?.name) == ["Daily Press"])
  }

  @Test func whatIsGuessedOrLeftOutIsNamed() throws {
    let reading = try read(
      """
      Contact
      ana@example.org

      Experience
      Something before
      And more
      Daily Press
      Editor
      May 2019 - Present (7 years)
      Lisbon
      """)
    let said = reading.diagnostics.map { $0.message.description }
    #expect(
      said == [
        "\"Lisbon\" is taken for a place", "\"Something before\" belongs to no entry, and is left out",
        "\"And more\" belongs to no entry, and is left out",
      ])
    #expect(reading.diagnostics.allSatisfy { $0.range?.isEmpty == false && $0.id == "pdf-guess" })
  }

  /// A generated path, set in lines of a column's width, is read as it was.
  @Test(arguments: [UInt64(1), 2, 3, 4]) func generatedPathsAreReadAsTheyWere(_ seed: UInt64) throws {
    var random = Seeded(seed)
    let companies = ["Acme & Sons", "L’Atelier du bois", "Hydro 2000", "Ministère de la Culture", "A-B"]
    let titles = ["Data engineer", "Cheffe de projet", "VP, Research (EMEA)", "Développeuse"]
    let sentences = [
      "Moved forty reports to one warehouse.", "Led four people across two cities and three time zones.",
      "Wrote tests that let us deploy on Fridays without fear of any breakage whatsoever.",
    ]
    for _ in 0..<100 {
      var year = 2026
      var expected: [[String]] = []
      var lines = ["Contact", "www.linkedin.com/in/ana-lopez (LinkedIn)", "\u{C}Ana Lopez", "Editor", "", "Experience"]
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let company = companies.randomElement(using: &random) ?? ""
        let count = Int.random(in: 1...3, using: &random)
        if lines.last != "Experience" { lines.append("") }
        lines.append(company)
        if count > 1 { lines += ["\(count) years", ""] }
        for index in 0..<count {
          if index > 0 { lines.append("") }
          let title = titles.randomElement(using: &random) ?? ""
          lines += [title, "March \(year - 1) - February \(year) (1 year)"]
          let told = (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in
            sentences.randomElement(using: &random)
          }
          var line = ""
          for word in told.joined(separator: " ").split(separator: " ") {
            if line.count + 1 + word.count > 60 {
              lines.append(line)
              line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
          }
          if !line.isEmpty { lines.append(line) }
          expected.append([company, title, "\(year - 1)-03", "\(year)-02", told.joined(separator: " ")])
          year -= 1
        }
      }
      let text = lines.joined(separator: "\n") + "\n"
      let path = try #require(try read(text).identity).path
      let found = path.map { step in
        [
          step.organization?.name, step.title?.versions.first?.text, step.startDate?.description,
          step.endDate?.description,
          step.summary?.versions.first?.text.split(whereSeparator: \.isNewline).joined(separator: " ") ?? "",
        ].compactMap(\.self)
      }
      #expect(found == expected, "\(text)")
    }
  }

  @Test func anythingIsRead() {
    var random = Seeded(7)
    let pieces = [
      "Contact", "Experience", "Education", "Summary", "Top Skills", "2019 - 2020 (1 year)", "May 2019 - Present",
      "3 years",
      "(", ")", "· (2017)", "\u{C}", "", "• ", "Page 1 of 2", "               Experience", "www.x.y/z", "é e\u{301}",
      "- - -",
      String(repeating: "x ", count: 400), "\u{0}", "Ana Lopez",
    ]
    for _ in 0..<2_000 {
      let lines = (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
      let source = SourceText(name: "profile.txt", text: lines.joined(separator: "\n"))
      _ = LinkedInPDFReader().read(Input(source))
    }
    let long = SourceText(name: "p.txt", text: "Education\n" + String(repeating: "a (2019)\n", count: 40_000))
    #expect(LinkedInPDFReader().read(Input(long)).identity?.path.count == 20_000)
  }
}
