import Parcours
import ParcoursFormats
import ParcoursModel
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

/// Résumés as they are met in the wild: what is wrong is found, mended where it is safe, and nothing that was said is lost.
struct WildResumeTests {
  /// A résumé whose every string is another word.
  private static let sound = #"""
    {"basics": {"name": "Ana López", "label": "Analyst", "image": "https://example.org/a.jpg", "email": "ana@example.org",
      "phone": "+33 1", "url": "https://example.org", "summary": "I count.", "location": {"city": "Nantes", "countryCode": "FR"},
      "profiles": [{"network": "GitHub", "username": "ana", "url": "https://github.com/ana"}]},
     "work": [{"name": "The Lab", "position": "Counter", "url": "https://lab.example.org", "startDate": "2019-02", "endDate": "2021-05",
       "summary": "Numbers", "highlights": ["Halved it", "Doubled that"]},
      {"name": "The Lab", "position": "Head counter", "startDate": "2021-06", "highlights": ["Led four"]}],
     "volunteer": [{"organization": "Food bank", "position": "Driver", "startDate": "2018"}],
     "education": [{"institution": "Uni", "area": "Statistics", "studyType": "MSc", "startDate": "2012-09", "endDate": "2014-06", "score": "A", "courses": ["Models"]}],
     "awards": [{"title": "Prize", "date": "2018-01-02", "awarder": "The Club", "summary": "Nice"}],
     "skills": [{"name": "SQL", "level": "Master", "keywords": ["Postgres"]}], "languages": [{"language": "French", "fluency": "Native"}],
     "interests": [{"name": "Chess", "keywords": ["Blitz"]}], "references": [{"name": "Cy", "reference": "Good work"}],
     "projects": [{"name": "Atlas", "description": "Maps", "roles": ["Author"], "keywords": ["Paper"], "url": "https://atlas.example.org"}]}
    """#

  /// A malformation: what it does to a text of the résumé. Each was met in public repositories.
  private static let malformations: [(name: String, old: String, new: String)] = [
    ("v0 company", #""name": "The Lab", "position": "Counter""#, #""company": "The Lab", "position": "Counter""#),
    ("v0 website", #""url": "https://lab.example.org""#, #""website": "https://lab.example.org""#),
    ("v0 picture", #""image": "#, #""picture": "#), ("v0 gpa", #""score": "A""#, #""gpa": "A""#),
    ("v0 hobbies", #""interests": "#, #""hobbies": "#),
    ("month name", #""startDate": "2019-02""#, #""startDate": "February 2019""#),
    ("abbreviated month", #""endDate": "2021-05""#, #""endDate": "May 2021""#),
    ("slashes", #""startDate": "2021-06""#, #""startDate": "06/2021""#),
    ("dots", #""endDate": "2014-06""#, #""endDate": "2014.06""#),
    ("a day with a time", #""date": "2018-01-02""#, #""date": "2018-01-02T00:00:00Z""#),
    ("Present", #""startDate": "2021-06", "#, #""startDate": "2021-06", "endDate": "Present", "#),
    ("empty date", #""startDate": "2021-06", "#, #""startDate": "2021-06", "endDate": "", "#),
    ("null date", #""startDate": "2021-06", "#, #""startDate": "2021-06", "endDate": null, "#),
    ("a year as a number", #""startDate": "2018""#, #""startDate": 2018"#),
    ("a score as a number", #""studyType": "MSc""#, #""studyType": 5"#),
    ("null for a string", #""phone": "+33 1""#, #""phone": "+33 1", "$unused": 1"#),
    ("null summary", #""label": "Analyst", "#, #""label": "Analyst", "summary2": 1, "#),
    ("null list", #""username": "ana", "#, #""username": "ana", "#),
    ("empty URL", #""basics": {"name""#, #""meta": {"canonical": ""}, "basics": {"name""#),
    ("no scheme", #""url": "https://example.org""#, #""url": "example.org""#),
    ("no scheme, a path", #""url": "https://github.com/ana""#, #""url": "github.com/ana""#),
    ("spaces around a URL", #""url": "https://atlas.example.org""#, #""url": " https://atlas.example.org ""#),
    ("a list for a text", #""summary": "I count.""#, #""summary": ["I count.", "And more."]"#),
    ("a list for a summary", #""summary": "Numbers""#, #""summary": ["Numbers", "Words"]"#),
    ("a text for a list", #""highlights": ["Led four"]"#, #""highlights": "Led four""#),
    ("words for a list", #""keywords": ["Postgres"]"#, #""keywords": "Postgres, Oracle""#),
    ("names for skills", #"{"name": "SQL", "level": "Master", "#, #""Python", {"name": "SQL", "level": "Master", "#),
    ("names for languages", #"{"language": "French", "#, #""German", {"language": "French", "#),
    ("names for interests", #"{"name": "Chess", "#, #""Go", {"name": "Chess", "#),
    ("a place as a text", #""location": {"city": "Nantes", "countryCode": "FR"}"#, #""location": "Nantes, FR""#),
    (
      "an object for a list", #"[{"name": "Cy", "reference": "Good work"}]"#,
      #"{"name": "Cy", "reference": "Good work"}"#
    ),
    ("null picture", #""name": "Atlas", "#, #""name": "Atlas", "entity": null, "#),
    ("unknown fields", #""awarder": "The Club""#, #""awarder": "The Club", "x-note": "kept""#),
  ]

  private let validator = Validator(asOf: PartialDate("2026-11-21") ?? .epoch)

  private func strings(_ value: JSONValue) -> [String] {
    if let text = value.string { return [text] }
    return value.elements.flatMap(strings) + value.members.flatMap { strings($0.value) }
  }

  private func expectMigrated(_ text: String, _ note: String) throws {
    let source = SourceText(name: "resume.json", text: text)
    let before = validator.validate(source)
    let mended = validator.mended(source)
    let after = validator.validate(mended)
    #expect(
      !after.has(.error), "\(note): \(after.diagnostics.filter { $0.severity == .error }.map(\.message.description))")
    // What was mended was told.
    #expect(mended.bytes == source.bytes || !before.diagnostics.isEmpty, "\(note)")
    #expect(validator.mended(mended).bytes == mended.bytes, "\(note): mending again changes nothing")
    // Every word is there still, unless it says nothing: dates are told in digits, what goes on has no end.
    let here = strings(Tree.value(try JSONParser.parse(mended))).joined(separator: "\n")
    let dates: Set<String> = ["February", "May", "Present", "00", "00Z", "02T00"]
    for said in strings(Tree.value(try JSONParser.parse(source))) {
      for word in said.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) where !dates.contains(String(word)) {
        #expect(here.contains(word), "\(note): \(word) is lost")
      }
    }
    // And in the identity, each employer and each name.
    let reading = Format.jsonResume.reading(mended)
    let identity = try #require(reading.identity)
    let known = "\(identity.json)"
    for word in ["The Lab", "Halved it", "Led four", "Food bank", "Uni", "SQL", "Chess", "Good work", "Atlas", "Prize"]
    {
      #expect(known.contains(word), "\(note): \(word)")
    }
    #expect(identity.path.count == 4 && identity.path.allSatisfy { $0.startDate != nil }, "\(note)")
    #expect(identity.path.count { $0.organization?.name == "The Lab" } == 2, "\(note)")
  }

  @Test(arguments: malformations.indices) func eachIsMended(_ index: Int) throws {
    let one = Self.malformations[index]
    #expect(Self.sound.contains(one.old), "\(one.name)")
    try expectMigrated(Self.sound.replacing(one.old, with: one.new), one.name)
  }

  @Test func soAreTheyTogether() throws {
    try expectMigrated(Self.sound, "sound")
    var random = Seeded(20_261_127)
    for round in 0..<150 {
      var text = Self.sound
      var names: [String] = []
      for one in Self.malformations.shuffled(using: &random).prefix(Int.random(in: 2...14, using: &random)) {
        // A key stands once: of those that add the same one, one is taken.
        if text.contains(one.old), one.old != #""startDate": "2021-06", "# || !text.contains(#""2021-06", "endDate""#) {
          text = text.replacing(one.old, with: one.new)
          names.append(one.name)
        }
      }
      try expectMigrated(text, "round \(round): \(names.joined(separator: ", "))")
    }
  }

  /// What could mean two things is left to its owner, told and kept.
  @Test(arguments: [
    #"{"basics": {"name": "A"}, "work": [{"name": "X", "startDate": "03/04/2020"}]}"#,
    #"{"basics": {"name": "A"}, "work": [{"name": "X", "startDate": "Summer 2019"}]}"#,
    #"{"basics": {"name": "A", "email": "a at b"}}"#, #"{"basics": {"name": "A", "url": "ask me"}}"#,
    #"{"basics": {"name": "A", "label": ["a", {"b": 1}]}}"#, #"{"basics": {"name": "A", "label": true}}"#,
    #"{"basics": {"name": "A"}, "skills": [["SQL"]]}"#,
  ])
  func whatIsNotPlainIsLeft(_ text: String) throws {
    let source = SourceText(name: "resume.json", text: text)
    #expect(validator.validate(source).has(.error))
    #expect(validator.mended(source).bytes == source.bytes)
    let reader = Format.jsonResume
    let identity = try #require(reader.reading(source).identity)
    for said in strings(Tree.value(try JSONParser.parse(source))) { #expect("\(identity.json)".contains(said)) }
  }

  @Test(arguments: [
    ("{\"a\": 1, // note\n\"b\": [1, 2,],}", "{\"a\": 1,        \n\"b\": [1, 2 ] }"),
    ("{/* x */\"a\": \"// no\", \"c\": \"/* no */,}\"}", "{       \"a\": \"// no\", \"c\": \"/* no */,}\"}"),
  ])
  func commentsAreLeftOut(_ text: String, _ plain: String) {
    let source = SourceText(name: "r.json", text: text)
    #expect(source.withoutJSONComments.map { String(decoding: $0.bytes, as: UTF8.self) } == plain)
    #expect(Input(source).hasComments)
    #expect(!Input(SourceText(name: "r.json", text: plain)).hasComments)
    #expect(SourceText(name: "r.json", text: plain).withoutJSONComments == nil)
  }
}
