import Parcours
import ParcoursModel
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

@testable import ParcoursFormats
import ParcoursInterchange

/// Résumés of other programs: what they say is in the identity, or kept beside it.
struct ForeignResumeTests {
  private static let all = ForeignResumes.all

  private func read(_ index: Int) throws -> Reading {
    let one = Self.all[index]
    return one.format.reading(SourceText(name: one.name, text: one.text))
  }

  private func identity(_ index: Int) -> Identity? { (try? read(index))?.identity }

  private func strings(_ value: JSONValue) -> [String] {
    if let text = value.string { return [text] }
    if case .number(let text) = value { return [text] }
    return value.elements.flatMap(strings) + value.members.flatMap { strings($0.value) }
  }

  @Test(arguments: all.indices) func eachIsKnownByItsShape(_ index: Int) throws {
    let one = Self.all[index]
    #expect(Registry.standard.format(of: SourceText(name: one.name, text: one.text))?.id == one.format.id)
    #expect(Registry.standard.format(of: SourceText(name: "-", text: one.text))?.id == one.format.id)
    let reading = try read(index)
    #expect(!reading.diagnostics.contains { $0.severity == .error }, "\(reading.diagnostics)")
    let identity = try #require(reading.identity)
    #expect(identity.name == "Ana López" && identity.contact?.email == "ana@example.org")
    let now = try #require(identity.path.first { $0.title == "Analyst" })
    #expect(now.organization?.name == "The Lab" && now.startDate?.year == 2019 && now.endDate == nil)
    #expect(now.highlights == ["Halved it"])
    #expect(identity.path.contains { $0.kind == .study && $0.institution?.name == "Uni" })
    #expect(identity.skills.contains { $0.name == "SQL" })
    // What is kept is said, and given to nobody.
    #expect(reading.diagnostics.map(\.id) == ["kept"])
  }

  /// Every word of the input is in the identity, or kept beside it.
  @Test(arguments: all.indices) func nothingIsLost(_ index: Int) throws {
    let one = Self.all[index]
    let source = SourceText(name: one.name, text: one.text)
    let input: JSONValue
    switch one.format.id {
    case "europass": input = Tree.value(try XMLParser.parse(source))["children"] ?? .null
    case "rendercv": input = Tree.value(try YAMLParser.parse(source))
    default: input = Tree.value(try JSONParser.parse(source))
    }
    let reading = try read(index)
    let kept = strings(try #require(reading.identity).json).joined(separator: "\n")
    // Words that stand for values of the model: levels, languages, kinds, what goes on.
    let said: Set<String> = [
      "Data",
      "present", "current", "master", "advanced", "Advanced", "native", "French", "English", "high", "freelance", "ES",
      "es", "spa",
      "eng", "true", "false", "Travel", "language", "Email", "Telephone", "C1", "certification", "2015",
      "officialDegree", "Fall 2015",
      "GitHub", "6", "6.0", "website", "34", "tel:+33-1-23-45-67-89", "Nantes, FR", "Paris, FR", "2021-06-01",
      "AWS, GCP", "Ana", "blitz, endgames", "home",
      "López", "CEF-Understanding-Listening", "CEF-Writing-Production",
    ]
    func words(_ value: JSONValue) -> [String] {
      // Of an element of XML, its children speak.
      if let children = value["children"] { return children.elements.flatMap(words) }
      return value.string.map { [$0] } ?? value.elements.flatMap(words) + value.members.flatMap { words($0.value) }
    }
    let isXML = one.format.id == "europass"
    for text in isXML ? words(input) : strings(input) {
      let plain = isXML ? EuropassText(text).all : text
      for line in plain.split(whereSeparator: \.isNewline).map({ $0.drop { "•- ".contains($0) } })
      where !said.contains(String(line)) && line.contains(where: { $0.isLetter || $0.isNumber }) {
        // The first and the last day of a month say the month.
        let isEdge = PartialDate(line)?.day.map { $0 == 1 || $0 > 27 } ?? false
        #expect(kept.contains(isEdge ? line.prefix(7) : line), "\(one.format.id): \(line)")
      }
    }
  }

  @Test func eachSaysWhatItMeans() throws {
    let fresh = try #require(identity(0))
    #expect(fresh.skills.map(\.level) == [.expert, .proficient] && fresh.skills.first?.years == 6)
    #expect(fresh.recommendations.first?.attributes.visibility == .private)
    #expect(fresh.path.count { $0.engagement == .volunteer } == 3)
    let rendered = try #require(identity(1))
    #expect(rendered.summary == "I count.\n\nFor hospitals." && rendered.contact?.location?.countryCode == "FR")
    #expect(rendered.projects.first?.endDate == PartialDate("2020"))
    #expect(rendered.contact?.attributes.fieldVisibility?["phone"] == .network)
    #expect(rendered.path.contains { $0.kind == .break && $0.reason == .travel })
    #expect(rendered.skills.map(\.name) == ["SQL", "Cloud"] && rendered.skills[1].keywords == ["AWS", "GCP"])
    #expect(rendered.languages.map(\.fluency) == [.native, .C1] && rendered.awards.first?.title == "Prize")
    let wished = try #require(identity(2))
    #expect(wished.language == "es" && wished.contact?.phone == "+34 600")
    #expect(wished.path.last?.status == .sought && wished.path.last?.title == "Lead analyst")
    #expect(wished.interests.first?.keywords == ["blitz", "endgames"])
    #expect(wished.projects.first?.highlights == ["Drew it", "Measured"] && wished.projects.first?.roles == ["Author"])
    #expect(wished.path[0].engagement == .freelance && wished.certificates.first?.issuer == "Amazon")
    let passed = try #require(identity(3))
    #expect(passed.languages.map(\.fluency) == [.native, .B2] && passed.languages.map(\.language) == ["es", "en"])
    #expect(passed.path[0].summary == "Numbers & words" && passed.path[1].endDate == PartialDate("2018-12"))
  }

  private static func folded(_ key: String) -> String { key.lowercased().replacing(" ", with: "_") }

  private func tree(_ source: SourceText, _ id: String) throws -> JSONValue {
    switch id {
    case "europass": EuropassXML(try XMLParser.parse(source).root).value
    case "rendercv": Tree.value(try YAMLParser.parse(source))
    default: Tree.value(try JSONParser.parse(source))
    }
  }

  /// Each row of the documented tables names a member that is read or written, and a field of the model.
  @Test(arguments: Registry.standard.formats.filter { $0.mapping != nil }.map(\.id))
  func theMappingTablesAreTrue(_ id: String) throws {
    let mapping = try #require(Registry.standard.format(named: id)?.mapping)
    let place = try #require(Self.all.firstIndex { $0.format.id == id })
    let format = Self.all[place].format
    var foreign = [try tree(SourceText(name: Self.all[place].name, text: Self.all[place].text), id)]
    // What is written is part of what the table says.
    for language in ["en", "fr"] {
      let look = Looking(language: language, audience: .private, asOf: PartialDate("2026-11-21") ?? .epoch)
      foreign.append(try tree(SourceText(name: "x", bytes: format.written(.whole(), look)), id))
    }
    let seen = IdentityView(.whole(), audience: .network, asOf: .epoch).record
    let model = [Identity.whole().json, seen.json, try #require(identity(place)).json]
    func values(_ value: JSONValue, _ path: String) -> [JSONValue] {
      path.split(separator: ".").reduce([value]) { found, token in
        let key = token.hasSuffix("[]") ? String(token.dropLast(2)) : String(token)
        return found.flatMap { one -> [JSONValue] in
          guard let next = one[key] ?? one.members.first(where: { Self.folded($0.key) == Self.folded(key) })?.value
          else {
            return []
          }
          guard token.hasSuffix("[]") else { return [next] }
          // One element of XML's stands for a list of one.
          return next.elements.isEmpty ? [next] : next.elements
        }
      }
    }
    for row in mapping.rows {
      #expect(foreign.contains { !values($0, row.foreign).isEmpty }, "\(id): \(row.foreign) is nowhere")
      #expect(model.contains { !values($0, row.model).isEmpty }, "\(id): \(row.model) is no field")
    }
  }

  /// Any value may stand anywhere: nothing crashes, and what is no résumé is told.
  @Test(arguments: 0..<3) func anythingMayStandAnywhere(_ index: Int) throws {
    let one = Self.all[index]
    let source = SourceText(name: one.name, text: one.text)
    let input = Tree.value(index == 1 ? try YAMLParser.parse(source) : try JSONParser.parse(source))
    var random = Seeded(UInt64(index) + 7)
    let others: [JSONValue] = [
      .null, .string(""), .string("x"), .integer(7), .bool(true), .array([]), .object([]),
      .array([.null, .string("y")]),
      .object([.init("z", .array([.object([])]))]),
    ]
    func changed(_ value: JSONValue) -> JSONValue {
      if Int.random(in: 0..<14, using: &random) == 0 { return others.randomElement(using: &random) ?? .null }
      switch value {
      case .array(let elements): return .array(elements.map(changed))
      case .object(let members): return .object(members.map { .init($0.key, changed($0.value)) })
      default: return value
      }
    }
    for _ in 0..<300 {
      let bytes = JSONPrinter.print(Tree.document(changed(input)))
      let reading = one.format.reading(SourceText(name: "x.json", bytes: bytes))
      #expect(reading.identity != nil || reading.diagnostics.contains { $0.severity == .error })
      guard let identity = reading.identity else { continue }
      for format in [Format.yaml, .html, .renderCV] {
        let options = Looking(language: "en", audience: .public, asOf: .epoch)
        #expect(format.written(identity, options).isEmpty == false)
      }
    }
  }

  @Test(arguments: [
    "<!DOCTYPE x [<!ENTITY a \"b\">]><Candidate>&a;</Candidate>", "<?xml version=\"1.0\"?><Candidate>",
    "<SkillsPassport/>",
    "<Candidate><a></b></Candidate>", "", "<?xml version='1.0'?>" + String(repeating: "<a>", count: 300),
  ])
  func badXMLIsRefused(_ text: String) throws {
    let reading = Format.europass.reading(SourceText(name: "x.xml", text: text))
    #expect(reading.identity == nil && reading.diagnostics.contains { $0.severity == .error })
  }

  /// Emphasis and links of Europass's descriptions are marks; what looks like marks in them is text.
  @Test(arguments: [
    (
      "<p>Led <b>the lab</b> and <i>more </i>of <a href=\"https://example.org\">it</a></p>",
      "Led **the lab** and *more* of [it](https://example.org)", [String]()
    ),
    ("2 * 3 * 4 and a_b_", "2 * 3 * 4 and a_b_", []), ("<p>*a* b</p>", "\\*a\\* b", []),
    ("<p>re<i>de</i>sign, <i>re</i>do</p>", "redesign, redo", []),
    ("<p>Did:</p><ul><li>one <b>thing</b></li><li>two</li></ul>", "Did:", ["one **thing**", "two"]),
    ("<a href=\"javascript:alert(1)\">x</a> <b> </b>", "x", []), ("<b>a<br>b</b>", "**a**\n**b**", []),
    ("<b>a</b><b>b</b>", "**ab**", []), ("<i>a<i>b</i></i> c", "ab c", []),
    ("<ul><li><p>b</p><p>c</p></li><li>a<br>b</li></ul>", "", ["b c", "a b"]),
  ]) func marksOfEuropass(_ html: String, _ text: String, _ bullets: [String]) {
    let read = EuropassText(html)
    #expect(read.text == text && read.bullets == bullets)
  }

  // MARK: Written

  /// All of them can be written; what is written says the same when it is read, and once more is written the same.
  @Test(arguments: all.indices, ["en", "fr"]) func whatIsWrittenIsReadBack(_ index: Int, _ language: String) throws {
    let format = Self.all[index].format
    let whole = try #require(identity(index))
    let options = Looking(language: language, audience: .private, asOf: PartialDate("2026-11-21") ?? .epoch)
    let bytes = format.written(whole, options)
    let reading = format.reading(SourceText(name: Self.all[index].name, bytes: bytes))
    let back = try #require(reading.identity)
    #expect(back.name == whole.name && back.summary == whole.summary && back.contact?.email == whole.contact?.email)
    func titles(_ identity: Identity) -> Set<LocalizedText?> { Set(identity.path.map { $0.title ?? $0.area }) }
    #expect(titles(back).isSuperset(of: titles(whole)))
    #expect(Set(back.path.map(\.startDate)) == Set(whole.path.map(\.startDate)))
    #expect(Set(back.languages.map(\.fluency)) == Set(whole.languages.map(\.fluency)))
    #expect(back.skills.count == whole.skills.count)
    // What was kept is given back to its owner, and to nobody else.
    let kept = strings(whole.extensions?[format.extensionKey ?? ""] ?? .null)
    let text = String(decoding: bytes, as: UTF8.self)
    for one in kept { #expect(text.contains(one.split(separator: "\n").first ?? ""), "\(format.id): \(one)") }
    let shown = Looking(language: language, audience: .public, asOf: PartialDate("2026-11-21") ?? .epoch)
    let open = String(decoding: format.written(whole, shown), as: UTF8.self)
    let told = strings(IdentityView(whole, audience: .public, asOf: .epoch).record.json).joined(separator: "\n")
    for one in kept where one.count > 6 && !told.contains(one) && !one.hasPrefix("FRESH@") {
      #expect(!open.contains(one), "\(format.id): \(one)")
    }
    let again = format.written(back, options)
    #expect(again == bytes, "\(String(decoding: again, as: UTF8.self))\n---\n\(text)")
  }

  private static let places: [(Int, String, String)] = [
    (0, "/path/1/title", "\"Cook\""), (0, "/contact/email", "\"ana@example.org\""),
    (0, "/skills/0/level", "\"master\""), (0, "/path/0/highlights/0", "\"Halved it\""),
    (1, "/path/0/organization/name", "The Lab"), (1, "/skills/1", "{label: Cloud"),
    (1, "/publications/0/name", "A paper"), (1, "/interests/0/name", "Chess"),
    (2, "/path/1/title", "\"Intern\""), (2, "/languages/0/fluency", "\"Limited"),
    (2, "/certificates/0/date", "{\"studyType\": \"certification\""),
    (3, "/path/0/title", "          <PositionTitle"),
    (3, "/languages/1/fluency", "      <PersonCompetency><CompetencyID>eng"),
  ]

  /// What is found is found where it stands in the foreign file.
  @Test(arguments: places) func findingsStandWhereTheyAre(_ index: Int, _ place: String, _ start: String) throws {
    let pointer = try #require(JSONPointer(parsing: place))
    let range = try #require(try read(index).sourceMap.range(of: pointer))
    let bytes = Array(Self.all[index].text.utf8)
    let there = String(decoding: bytes[range.lowerBound...].prefix(start.utf8.count), as: UTF8.self)
    #expect(there == start)
  }

  /// A date that is none is said, at its place, and kept.
  @Test(arguments: [
    (
      "a.fresh.json",
      "{\"name\": \"A\", \"employment\": {\"history\": [{\"employer\": \"L\",\n \"start\": \"2019-13\"}]}}", 2
    ),
    (
      "a.mac.json",
      "{\"aboutMe\": {\"profile\": {\"name\": \"A\"}}, \"experience\": {\"jobs\": [{\"roles\": [\n\n{\"startDate\": \"soon\"}]}]}}",
      3
    ),
    ("a.rendercv.yaml", "cv:\n  name: A\n  sections:\n    work: [{company: L,\n      end_date: 2019-13}]\n", 5),
    (
      "a.xml",
      "<Candidate><CandidateProfile><EmploymentHistory><EmployerHistory>\n<EmploymentPeriod><StartDate>soon</StartDate>\n</EmploymentPeriod></EmployerHistory></EmploymentHistory></CandidateProfile></Candidate>",
      2
    ),
  ]) func aDateThatIsNoneIsSaid(_ name: String, _ text: String, _ line: Int) throws {
    let source = SourceText(name: name, text: text)
    let format = try #require(Registry.standard.format(of: source))
    let reading = format.reading(source)
    let found = try #require(reading.diagnostics.first { $0.id == "date" })
    let at = try #require(found.location?.range.lowerBound)
    #expect(text.utf8.prefix(at).count { $0 == 0x0A } + 1 == line && found.severity == .warning)
    #expect(reading.diagnostics.contains { $0.id == "kept" })
  }

  /// Of very many things that are kept, some are named.
  @Test func whatIsKeptIsToldInALine() throws {
    let keys = (0..<5_000).map { "\"k\($0)\": 1" }.joined(separator: ", ")
    let text = "{\"name\": \"Ana\", \"meta\": {\"format\": \"FRESH@1\"}, \(keys)}"
    let reading = Format.fresh.reading(SourceText(name: "a.fresh.json", text: text))
    let said = try #require(reading.diagnostics.first { $0.id == "kept" })
    #expect(said.message.description.utf8.count < 400 && said.message.description.hasSuffix("and 4977 more"))
  }

  /// Career breaks, and work for oneself, come back from formats that have no word for them.
  @Test(arguments: all.indices, ["en", "fr"]) func breaksAndFreelanceWorkComeBack(_ index: Int, _ language: String)
    throws
  {
    var identity = Identity()
    identity.name = "Ana López"
    var (pause, work) = (Step(), Step())
    (pause.kind, pause.reason, pause.startDate, pause.endDate) = (
      .break, .fullTimeParenting, PartialDate("2019"), PartialDate("2020")
    )
    (work.title, work.engagement, work.startDate) = ("Analyst", .freelance, PartialDate("2021-02"))
    identity.path = [work, pause]
    let format = Self.all[index].format
    let options = Looking(language: language, audience: .public, asOf: PartialDate("2026-11-21") ?? .epoch)
    let bytes = format.written(identity, options)
    let back = try #require(format.reading(SourceText(name: Self.all[index].name, bytes: bytes)).identity)
    let (first, last) = (back.path.first { $0.kind == .role }, back.path.first { $0.kind == .break })
    #expect(first?.engagement == .freelance && first?.title == "Analyst" && first?.organization == nil)
    #expect(last?.reason == .fullTimeParenting && last?.title == nil && last?.organization == nil)
  }
}
