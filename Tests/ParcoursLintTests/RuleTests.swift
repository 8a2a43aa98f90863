import Parcours
import ParcoursLint
import ParcoursModel
import ParcoursReport
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

/// Every rule's examples are its tests: `↓` stands where a finding starts.
struct RuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let id: String
    let number: Int
    let example: RuleMetadata.Example
    var testDescription: String { "\(id) \(number)" }
  }

  static let cases: [Case] = Rules.all.flatMap { rule in
    rule.metadata.examples.enumerated().map { Case(id: rule.metadata.id, number: $0, example: $1) }
  }

  private func findings(_ text: String, _ syntax: RuleMetadata.Example.Syntax) -> SourceFindings {
    let name = syntax == .yaml ? "example.yaml" : "resume.json"
    let asOf = PartialDate("2026-11-21") ?? .epoch
    return Validator(.recognized, asOf: asOf).validate(SourceText(name: name, text: text))
  }

  @Test(arguments: cases) func examplesFindWhatTheySay(_ example: Case) {
    let marked = Array(example.example.text.utf8)
    let mark = Array("↓".utf8)
    var expected: [Int] = []
    var plain: [UInt8] = []
    var index = 0
    while index < marked.count {
      if marked[index...].starts(with: mark) {
        expected.append(plain.count)
        index += mark.count
      } else {
        plain.append(marked[index])
        index += 1
      }
    }
    let text = String(decoding: plain, as: UTF8.self)
    let found = findings(text, example.example.syntax).diagnostics
    #expect(found.filter { $0.id == example.id }.map(\.range?.lowerBound) == expected, "\(text)")
  }

  @Test func everyRuleHasAGoodAndABadExample() {
    for rule in Rules.all {
      #expect(rule.metadata.examples.contains { $0.text.contains("↓") }, "\(rule.metadata.id)")
      #expect(rule.metadata.examples.contains { !$0.text.contains("↓") }, "\(rule.metadata.id)")
    }
  }

  @Test func rulesAreSortedAndExplained() {
    let ids = Rules.all.map { $0.metadata.id }
    #expect(ids == ids.sorted())
    #expect(ids.count >= 12)
    for id in ids { #expect(Catalog.explanation(id)?.contains("Why:") == true) }
  }

  /// A file a rule, and a line a rule.
  @Test func everyFileIsARule() {
    let files = Repository.files(below: Repository.root + "/Sources/ParcoursLint/Rules")
      .compactMap { $0.split(separator: "/").last?.dropLast(".swift".count) }.map(String.init)
    #expect(files.sorted() == Rules.all.map { String(describing: $0) }.sorted())
  }

  @Test func theExamplesOfTheRepositoryAreClean() throws {
    for folder in ["profiles", "contracts"] {
      for name in Repository.names(in: "\(Repository.root)/Examples/\(folder)") {
        let text = try #require(Repository.text("\(Repository.root)/Examples/\(folder)/\(name)"))
        #expect(findings(text, .yaml).diagnostics.isEmpty, "\(name)")
      }
    }
  }

  /// Every id that a finding can have is explained.
  @Test(.enabled(if: Repository.corpus != nil, "the suites are not here"))
  func everyFindingIsExplained() throws {
    let texts = [
      "{\"basics\":{\"name\":1,\"email\":\"x\",\"url\":\"y\"},\"work\":[{\"startDate\":\"x\"}]}", "[",
      "{\"a\":1,\"a\":2}",
      "{\"parcours\":1,\"nme\":\"x\",\"rate\":{},\"path\":[{\"kind\":\"x\",\"workload\":0,\"startDate\":\"2020-13\"}]}",
      "{\"contract\":1,\"id\":\"\",\"needs\":[],\"conflicts\":[[\"a\"]]}",
    ]
    for text in texts {
      for diagnostic in findings(text, .json).diagnostics {
        #expect(Catalog.explanation(diagnostic.id) != nil, "\(diagnostic.id)")
      }
    }
  }
}

/// The verdicts of the résumé schema are those of the format's own fixtures.
struct ResumeSchemaTests {
  @Test(.enabled(if: Repository.corpus != nil, "the suites are not here"))
  func fixturesGetTheirVerdicts() throws {
    let folder = try #require(Repository.corpus) + "/jsonresume/test/__test__"
    var valid = 0
    var invalid = 0
    for name in Repository.names(in: folder) {
      let text = try #require(Repository.text(folder + "/" + name))
      for (key, value) in try members(text) {
        // The date fixtures are bare dates: they stand where a date stands.
        let instance = name == "dates.json" ? "{\"work\":[{\"startDate\":\(value)}]}" : value
        let found = Validator(.named("jsonresume"), asOf: .epoch).validate(SourceText(name: "t.json", text: instance))
        let isValid = !found.has(.error)
        if key.contains("nvalid") {
          #expect(!isValid, "\(name): \(key)")
          invalid += isValid ? 0 : 1
        } else if name == "schema.json" {
          // "foo-bar-baz" is no URI: with formats asserted this one is not valid, whatever the fixture says.
          #expect(!isValid)
          valid += 1
        } else {
          #expect(isValid, "\(name): \(key)")
          valid += isValid ? 1 : 0
        }
      }
    }
    #expect(valid == 121)
    #expect(invalid == 97)
  }

  /// The members of a fixture file, each as text.
  private func members(_ text: String) throws -> [(String, String)] {
    let document = try JSONParser.parse(SourceText(name: "t.json", text: text))
    return document.root.members.map {
      ($0.key, String(decoding: JSONPrinter.print(document, index: $0.value.index), as: UTF8.self))
    }
  }
}
