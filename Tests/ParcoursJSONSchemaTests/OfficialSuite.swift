import ParcoursJSONSchema
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

/// The JSON Schema Test Suite, run as data.
struct OfficialSuite {
  /// Cases that are not met, each with its reason; one that is met after all fails the test.
  static let skips: [String: String] = [
    // These refer to the dialects' own meta-schemas, which the program does not carry yet.
    "draft7/definitions.json": "refers to the draft-07 meta-schema",
    "draft7/ref.json/remote ref, containing refs itself": "refers to the draft-07 meta-schema",
    "draft2020-12/defs.json": "refers to the 2020-12 meta-schema",
    "draft2020-12/ref.json/remote ref, containing refs itself": "refers to the 2020-12 meta-schema",
  ]

  static func remotes() -> [String: Document] {
    guard let corpus = Repository.corpus else { return [:] }
    var known: [String: Document] = [:]
    let base = corpus + "/json-schema-test-suite/remotes"
    for file in Repository.files(below: base) {
      guard let bytes = Repository.read(file),
        let document = try? JSONParser.parse(SourceText(name: file, bytes: bytes))
      else { continue }
      known["http://localhost:1234" + file.dropFirst(base.count)] = document
    }
    return known
  }

  @Test(.enabled(if: Repository.corpus != nil, "the suites are not here"), arguments: ["draft7", "draft2020-12"])
  func required(_ draft: String) throws {
    let corpus = try #require(Repository.corpus)
    let known = Self.remotes()
    var passed = 0
    var unmet: Set<String> = []
    for name in Repository.names(in: "\(corpus)/json-schema-test-suite/tests/\(draft)") where name.hasSuffix(".json") {
      let bytes = try #require(Repository.read("\(corpus)/json-schema-test-suite/tests/\(draft)/\(name)"))
      let groups = try JSONParser.parse(SourceText(name: name, bytes: bytes))
      for group in groups.root.elements {
        let title = group["description"]?.string ?? ""
        let skip = ["\(draft)/\(name)", "\(draft)/\(name)/\(title)"].first { Self.skips[$0] != nil }
        let schemaNode = try #require(group["schema"])
        // A test's schema is a document of its own.
        let text = JSONPrinter.print(groups, index: schemaNode.index, for: .line)
        let document = try JSONParser.parse(SourceText(name: "schema", bytes: text))
        let schema: Schema
        do {
          schema = try Schema(
            document, known: known, formats: .annotate, dialect: draft == "draft7" ? .draft7 : .draft2020)
        } catch {
          if let skip { unmet.insert(skip) } else { Issue.record("\(draft)/\(name): \(title): \(error)") }
          continue
        }
        for test in try #require(group["tests"]).elements {
          let data = try #require(test["data"])
          let valid = schema.isValid(groups, at: data.index)
          let expected = test["valid"]?.bool
          let agrees = valid == expected && schema.findings(groups, at: data.index).findings.isEmpty == valid
          if agrees {
            passed += 1
          } else if let skip {
            unmet.insert(skip)
          } else {
            Issue.record("\(draft)/\(name): \(title): \(test["description"]?.string ?? "")")
          }
        }
      }
    }
    let expected = Set(Self.skips.keys.filter { $0.hasPrefix(draft + "/") })
    #expect(unmet == expected, "skips that are met after all")
    print("\(draft): \(passed) required tests passed")
  }
}

struct BudgetTests {
  /// Branches that double at every level end in a finding.
  @Test func branchesThatMultiplyRunOutOfBudget() throws {
    let levels = (0..<40).map {
      "\"d\($0)\": {\"anyOf\": [{\"$ref\": \"#/$defs/d\($0 + 1)\"}, {\"$ref\": \"#/$defs/d\($0 + 1)\"}]}"
    }
    let text = "{\"$ref\": \"#/$defs/d0\", \"$defs\": {" + (levels + ["\"d40\": false"]).joined(separator: ",") + "}}"
    let schema = try Schema(try JSONParser.parse(SourceText(name: "s", text: text)))
    #expect(!schema.isValid(try JSONParser.parse(SourceText(name: "i", text: "{}"))))
  }
}
