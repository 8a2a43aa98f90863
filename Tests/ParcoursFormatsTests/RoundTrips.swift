import Parcours
import ParcoursFormats
import ParcoursModel
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

let today = PartialDate("2026-11-21") ?? .epoch

/// Converts a text, and gives what was written.
func converted(
  _ bytes: [UInt8], _ input: Format, _ output: Format, language: String? = nil, audience: Visibility? = nil
) -> Conversion {
  Converter().convert(
    SourceText(name: "-", bytes: bytes), from: input, to: output,
    ConversionOptions(language: language, audience: audience, asOf: today))
}

/// The identity a format's reader makes of bytes.
func readIdentity(_ bytes: [UInt8], as format: Format) throws -> Identity {
  let reader = format
  let read = reader.reading(SourceText(name: "t", bytes: bytes)).identity
  return try #require(read)
}

/// What a format's writer makes of an identity, for its owner.
func written(_ identity: Identity, as format: Format, language: String = "en") throws -> [UInt8] {
  let writer = format
  return writer.written(identity, Looking(language: language, audience: .private, asOf: today))
}

/// JSON Resume there and back again: equal as JSON, key order included.
struct JSONResumeRoundTrips {
  private func line(_ bytes: [UInt8]) throws -> String {
    let document = try JSONParser.parse(SourceText(name: "t", bytes: bytes))
    return String(decoding: JSONPrinter.print(document, for: .line), as: UTF8.self)
  }

  private func expectBack(_ resume: [UInt8], _ name: String) throws {
    let expected = try line(resume)
    let yaml = try #require(converted(resume, .jsonResume, .yaml).output, "\(name)")
    let back = try #require(converted(yaml, .yaml, .jsonResume, audience: .private).output, "\(name)")
    #expect(try line(back) == expected, "\(name) by YAML")
    let page = try #require(converted(resume, .jsonResume, .html, audience: .private).output, "\(name)")
    let again = try #require(converted(page, .html, .jsonResume, audience: .private).output, "\(name)")
    #expect(try line(again) == expected, "\(name) by a page")
  }

  @Test(.enabled(if: Repository.corpus != nil, "the suites are not here"))
  func fixturesAndSamples() throws {
    let corpus = try #require(Repository.corpus) + "/jsonresume"
    try expectBack(try #require(Repository.read(corpus + "/sample.resume.json")), "sample")
    var count = 0
    for name in Repository.names(in: corpus + "/test/__test__") where name != "dates.json" {
      let bytes = try #require(Repository.read("\(corpus)/test/__test__/\(name)"))
      let cases = try JSONParser.parse(SourceText(name: name, bytes: bytes))
      for member in cases.root.members where !member.key.contains("nvalid") {
        try expectBack(JSONPrinter.print(cases, index: member.value.index), "\(name): \(member.key)")
        count += 1
      }
    }
    #expect(count == 118)
  }

  @Test(arguments: [
    #"{"x":1,"basics":{"label":"L","name":"N","x":{"y":[null,1.50]}},"work":[{"position":"P","name":"N","x-team":[1]}],"meta":{"theme":"even"}}"#,
    #"{"work":[{"endDate":"Present","startDate":"","url":null,"highlights":"one"}],"skills":["Swift"],"languages":[{"language":"Klingon","fluency":"so-so"}]}"#,
    #"{"education":[{"institution":"A"}],"work":[],"volunteer":[{"organization":"B"}]}"#,
    #"{"basics":[],"awards":{},"projects":[{"startDate":"2024-02-30","keywords":[1]}]}"#,
    #"{"skills":[{"level":"Guru","name":"S"}],"languages":[{"fluency":"Native speaker","language":"Français"}]}"#,
    #"{"work":[{"location":"Palo Alto, CA","name":"N"}],"references":[{"reference":"R"}],"interests":[]}"#,
    #"{}"#, #"{"$comment":"x","basics":{"name":"A"}}"#,
    #"{"$order":["basics"],"basics":{"name":"A"},"$basics":{"q":1}}"#,
    #"{"parcours":"hello","basics":{}}"#,
    #"{"parcours":{"a":1}}"#, #"{"work":[{"name":"A","parcours":{}}],"parcours":{}}"#,
  ])
  func oddities(_ text: String) throws { try expectBack(Array(text.utf8), text) }

  @Test func oldNamesAreRead() throws {
    let old =
      #"{"basics":{"website":"https://a.example","picture":"p.jpg"},"work":[{"company":"Mo","website":"https://b.example"}],"education":[{"gpa":"4"}],"hobbies":[{"name":"Chess"}]}"#
    let reading = Format.jsonResume.reading(SourceText(name: "t", text: old))
    #expect(reading.identity?.path.first?.organization?.name == "Mo")
    #expect(reading.identity?.path.last?.score == "4")
    #expect(reading.identity?.image == "p.jpg")
    #expect(reading.identity?.interests.first?.name == "Chess")
    #expect(
      reading.renamedFields.map(\.old).sorted() == ["company", "gpa", "hobbies", "picture", "website", "website"])
  }

  @Test(arguments: [
    (
      #"{"work":[{"company":"Mo","website":"https://a.example","startDate":"Jan 2020"}]}"#,
      #"{"work":[{"name":"Mo","url":"https://a.example","startDate":"Jan 2020"}]}"#
    ),
    (
      #"{"hobbies":["chess"],"basics":{"picture":{"a":1},"profiles":[{"website":"https://b.example"}]}}"#,
      #"{"interests":["chess"],"basics":{"image":{"a":1},"profiles":[{"url":"https://b.example"}]}}"#
    ),
  ])
  func oldNamesComeBackAsTheNewOnes(_ old: String, _ new: String) throws {
    let yaml = try #require(converted(Array(old.utf8), .jsonResume, .yaml).output)
    let back = try #require(converted(yaml, .yaml, .jsonResume, audience: .private).output)
    #expect(try line(back) == new)
    // Nothing is kept twice.
    #expect(!String(decoding: yaml, as: UTF8.self).contains("company"))
  }

  @Test func anEditedFieldWinsOverWhatCame() throws {
    let reading = Format.jsonResume.reading(
      SourceText(name: "t", text: #"{"skills":[{"name":"S","level":"Guru"}]}"#))
    var identity = try #require(reading.identity)
    identity.skills[0].level = .beginner
    #expect(try line(try written(identity, as: .jsonResume)) == #"{"skills":[{"name":"S","level":"Beginner"}]}"#)
  }
}

/// Every example, through every format that reads back what it wrote.
struct IdentityRoundTrips {
  static let profiles = Repository.names(in: Repository.root + "/Examples/profiles")

  func identity(_ name: String) throws -> (bytes: [UInt8], identity: Identity) {
    let bytes = try #require(Repository.read("\(Repository.root)/Examples/profiles/\(name)"))
    let reading = Format.yaml.reading(SourceText(name: name, bytes: bytes))
    #expect(reading.diagnostics.isEmpty)
    return (bytes, try #require(reading.identity))
  }

  @Test(arguments: profiles, ["yaml", "json", "jsonresume", "html"])
  func nothingIsLostForTheOwner(_ name: String, _ format: String) throws {
    let (_, identity) = try identity(name)
    let format = try #require(Registry.standard.format(named: format))
    for language in ["fr", "en"] {
      let back = try readIdentity(try written(identity, as: format, language: language), as: format)
      #expect(back == identity, "\(format.id) in \(language)")
      #expect(Loss.between(identity, back).isEmpty)
    }
  }

  @Test(arguments: profiles) func whatAnAudienceSeesComesBackFromThePage(_ name: String) throws {
    let (bytes, identity) = try identity(name)
    for audience in Visibility.allCases {
      let page = try #require(converted(bytes, .yaml, .html, audience: audience).output)
      let back = try readIdentity(page, as: .html)
      #expect(back == identity.visible(to: audience).identity, "\(audience)")
    }
  }

  @Test(arguments: profiles, ["fr", "en"])
  func theLinkedInTextReadsBack(_ name: String, _ language: String) throws {
    let (bytes, identity) = try identity(name)
    let text = try #require(converted(bytes, .yaml, .linkedIn, language: language).output)
    let back = try readIdentity(text, as: .linkedIn)
    let seen = identity.visible(to: .public).identity
    #expect(back.name == identity.name)
    #expect(back.path.count == seen.path.filter { $0.status != .agreed }.count)
    // Skills are called as the profile's readers call them.
    let called = seen.skills.map { $0.name.map { Thesauri.standard.spoken($0, language: language) } }
    #expect(back.skills.map(\.name) == called)
    let spoken = seen.languages.map { $0.fluency == .A2 ? Fluency.A1 : $0.fluency }
    #expect(back.languages.map { $0.fluency == .A2 ? Fluency.A1 : $0.fluency } == spoken)
    let held = seen.path.filter { $0.tense(asOf: today) != .future && $0.kind != .study }
    let heldBack = back.path.filter { $0.status == .held && $0.kind != .study }
    #expect(Set(heldBack.map(\.startDate)) == Set(held.map(\.startDate)))
    let breaks = held.filter { $0.kind == .break }.map(\.reason)
    #expect(heldBack.filter { $0.kind == .break }.map(\.reason) == breaks)
    #expect(heldBack.compactMap(\.engagement).count == held.compactMap(\.engagement).count)
  }

  @Test(arguments: profiles, ["fr", "en"]) func theLinkedInTextKeepsItsLimits(_ name: String, _ language: String) throws
  {
    let (bytes, _) = try identity(name)
    let text = try #require(converted(bytes, .yaml, .linkedIn, language: language, audience: .network).output)
    let back = try readIdentity(text, as: .linkedIn)
    #expect((back.headline?.versions[0].text.utf16.count ?? 0) <= 220)
    #expect((back.summary?.versions[0].text.utf16.count ?? 0) <= 2_600)
  }

  @Test func aLongSummaryIsCutAtASentence() throws {
    var identity = Identity()
    identity.name = "Ana Lopez"
    identity.headline = LocalizedText(String(repeating: "word ", count: 80))
    identity.summary = LocalizedText(String(repeating: "This is a sentence of some length. ", count: 120))
    identity.contact = Contact()
    identity.contact?.email = "ana@example.org"
    let bytes = try written(identity, as: .linkedIn)
    let back = try readIdentity(bytes, as: .linkedIn)
    let about = try #require(back.summary?.versions[0].text)
    #expect(about.utf16.count <= 2_600)
    #expect(about.hasSuffix("Write to me: ana@example.org"))
    #expect((back.headline?.versions[0].text.utf16.count ?? 0) <= 220)
  }
}
