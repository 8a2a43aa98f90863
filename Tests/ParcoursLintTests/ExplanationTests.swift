import Parcours
import ParcoursJSONSchema
import ParcoursLint
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

/// Every finding can be explained, and what explains it is true.
struct ExplanationTests {
  /// What is found in a value by a schema: syntax, keys that stand twice, then the schema.
  private func found(_ value: String, by schema: String) throws -> [Diagnostic] {
    let compiled = try Schema(JSONParser.parse(SourceText(name: "schema", text: schema)))
    do throws(SyntaxError) {
      let document = try JSONParser.parse(SourceText(name: "value", text: value))
      return document.duplicateKeyDiagnostics(severity: .error) + compiled.findings(document).findings
    } catch {
      return [error.diagnostic]
    }
  }

  @Test func examplesFindWhatTheySay() throws {
    for explanation in Explanations.all {
      guard let example = explanation.example else { continue }
      let parts = example.bad.split(separator: "↓", omittingEmptySubsequences: false)
      let bad = try found(parts.joined(), by: example.schema)
      #expect(bad.map(\.id) == [explanation.id], "\(example.bad)")
      #expect(bad.first?.range?.lowerBound == parts[0].utf8.count, "\(example.bad)")
      #expect(try found(example.good, by: example.schema).isEmpty, "\(example.good)")
    }
  }

  @Test func explanationsAreSortedAndOnce() {
    let ids = Explanations.all.map(\.id)
    #expect(ids == ids.sorted() && Set(ids).count == ids.count)
    #expect(Set(ids).isDisjoint(with: Rules.all.map { $0.metadata.id }))
  }

  /// The ids that code says are explained: every literal `id:` of a finding, and every keyword and format.
  @Test func everyIDIsExplained() {
    var ids: Set<String> = []
    for file in Repository.files(below: Repository.root + "/Sources") where file.hasSuffix(".swift") {
      let text = Repository.text(file) ?? ""
      let isKeyword = file.contains("/Vocabularies/")
      let signs =
        isKeyword
        ? ["findingID = \"", "run.fail(\n        \"", "run.fail(\""]
        : ["Diagnostic(\n        id: \"", "Diagnostic(id: \"", "Diagnostic(\n            id: \"", "return fail(\""]
      for sign in signs {
        for part in text.split(separator: sign, omittingEmptySubsequences: false).dropFirst() {
          ids.insert(String(part.prefix { $0 != "\"" }))
        }
      }
      // A keyword or format whose findings carry its name.
      if isKeyword, text.contains("Self.name,") || text.contains(": Format {") || text.contains(": SpanFormat {") {
        for part in text.split(separator: "static let name = \"").dropFirst() {
          ids.insert(String(part.prefix { $0 != "\"" }))
        }
      }
    }
    // These never stand on a finding themselves: a branch's reason does, or another name.
    ids.subtract(["anyOf", "format", "partial-date", "ecmascript-regex"])
    #expect(ids.count > 40)
    for id in ids { #expect(Catalog.explanation(id)?.contains("Why:") == true, "\(id)") }
  }
}
