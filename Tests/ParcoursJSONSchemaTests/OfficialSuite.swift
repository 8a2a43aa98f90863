import Parcours
import ParcoursJSONSchema
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

/// The JSON Schema Test Suite, run as data: required, optional and format tests of both dialects.
struct OfficialSuite {
  /// A part of the suite of one dialect.
  struct Part: Sendable, CustomTestStringConvertible {
    let draft: String
    let folder: String
    /// How many of its tests are met: all but those in `skips`.
    let met: Int
    var testDescription: String { "\(draft)\(folder)" }
  }

  static let parts = [
    Part(draft: "draft7", folder: "", met: 927),
    Part(draft: "draft7", folder: "/optional", met: 113),
    Part(draft: "draft7", folder: "/optional/format", met: 675),
    Part(draft: "draft2020-12", folder: "", met: 1299),
    Part(draft: "draft2020-12", folder: "/optional", met: 161),
    Part(draft: "draft2020-12", folder: "/optional/format", met: 763),
  ]

  /// Tests that are not met, each with its reason; one that is met after all fails.
  static let skips: [String: String] = {
    let content =
      "contentEncoding and contentMediaType may assert in draft-07 (8.6); since 2019-09 they only annotate, and so they do here"
    let edition = "the schema referred to is of 2019-09, an edition that is not understood"
    let lookbehind =
      "PCRE2 before 10.43 has no lookbehind of variable width; the pattern is refused with a finding, never misread"
    return [
      "draft7/optional/content.json: validation of string-encoded content based on media type: an invalid JSON document":
        content,
      "draft7/optional/content.json: validation of binary string-encoding: an invalid base64 string (% is not a valid character)":
        content,
      "draft7/optional/content.json: validation of binary-encoded media type documents: a validly-encoded invalid JSON document":
        content,
      "draft7/optional/content.json: validation of binary-encoded media type documents: an invalid base64 string that is valid JSON":
        content,
      "draft7/optional/cross-draft.json: refs to future drafts are processed as future drafts: missing bar is invalid":
        edition,
      "draft2020-12/optional/cross-draft.json: refs to historic drafts are processed as historic drafts: first item not a string is valid":
        edition,
      "draft7/optional/format/ecmascript-regex.json: ECMA 262 lookbehind is valid, including variable width: a variable-width lookbehind (ES2018)":
        lookbehind,
      "draft2020-12/optional/format/ecmascript-regex.json: ECMA 262 lookbehind is valid, including variable width: a variable-width lookbehind (ES2018)":
        lookbehind,
    ]
  }()

  static let remotes: [String: Document] = {
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
  }()

  @Test(.enabled(if: Repository.corpus != nil, "the suites are not here"), arguments: parts)
  func agrees(_ part: Part) throws {
    let folder = try #require(Repository.corpus) + "/json-schema-test-suite/tests/\(part.draft)\(part.folder)"
    let known: @Sendable (String) -> Document? = { Self.remotes[$0] ?? EmbeddedSchemas.known($0) }
    var passed = 0
    var unmet: Set<String> = []
    for name in Repository.names(in: folder) where name.hasSuffix(".json") {
      let bytes = try #require(Repository.read("\(folder)/\(name)"))
      let groups = try JSONParser.parse(SourceText(name: name, bytes: bytes))
      for group in groups.root.elements {
        let title = "\(part.draft)\(part.folder)/\(name): \(group["description"]?.string ?? "")"
        let tests = try #require(group["tests"]).elements
        let schemaNode = try #require(group["schema"])
        // A test's schema is a document of its own.
        let text = JSONPrinter.print(groups, index: schemaNode.index, for: .line)
        let document = try JSONParser.parse(SourceText(name: "schema", bytes: text))
        let schema: Schema
        do {
          schema = try Schema(
            document, known: known, formats: part.folder.contains("format") ? .assert : .annotate,
            dialect: part.draft == "draft7" ? .draft7 : .draft2020)
        } catch {
          for test in tests { unmet.insert("\(title): \(test["description"]?.string ?? "")") }
          continue
        }
        for test in tests {
          let data = try #require(test["data"])
          let valid = schema.isValid(groups, at: data.index)
          let expected = test["valid"]?.bool
          if valid == expected, schema.findings(groups, at: data.index).findings.isEmpty == valid {
            passed += 1
          } else {
            unmet.insert("\(title): \(test["description"]?.string ?? "")")
          }
        }
      }
    }
    let prefix = "\(part.draft)\(part.folder)/"
    let expected = Set(
      Self.skips.keys.filter { $0.hasPrefix(prefix) && !$0.prefix { $0 != ":" }.dropFirst(prefix.count).contains("/") })
    #expect(unmet.subtracting(expected).sorted() == [], "not met")
    #expect(expected.subtracting(unmet).sorted() == [], "skips that are met after all")
    #expect(passed == part.met)
    print("\(part): \(passed) met, \(unmet.count) not")
  }
}

struct BudgetTests {
  /// What the fuzzer found: a loop that never goes deeper into the value, and a choice of nothing.
  @Test(arguments: [
    "{\"$defs\":{\"a\":{\"oneOf\":[{\"$ref\":\"#/$defs/b\"}]},\"b\":{\"oneOf\":[{\"$ref\":\"#/$defs/a\"}]}},\"oneOf\":[{\"$ref\":\"#/$defs/a\"}]}",
    "{\"oneOf\":[{\"oneOf\":[]}]}",
    "{\"$defs\":{\"a\":{\"not\":{\"$ref\":\"#/$defs/a\"}}},\"$ref\":\"#/$defs/a\"}", "{\"allOf\":[{\"$ref\":\"#\"}]}",
  ])
  func whatIsNotValidIsSaid(_ text: String) throws {
    let schema = try Schema(try JSONParser.parse(SourceText(name: "s", text: text)))
    let value = try JSONParser.parse(SourceText(name: "i", text: "{}"))
    #expect(!schema.isValid(value) && !schema.findings(value).findings.isEmpty)
  }

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
