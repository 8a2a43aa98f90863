import Parcours
import ParcoursJSONSchema
import ParcoursLint
import ParcoursModel
import ParcoursReport
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

/// Everything that can be found is said in French too.
struct FrenchTests {
  private static let table = Translations.table("fr")

  /// The forms of findings that French lacks.
  private func missing(_ diagnostics: [Diagnostic]) -> Set<String> {
    var forms: Set<String> = []
    for diagnostic in diagnostics {
      for message in [diagnostic.message, diagnostic.help].compactMap(\.self) + diagnostic.notes.map(\.message) {
        forms.formUnion(message.forms)
      }
    }
    // A form of arguments and signs alone is the same in every language.
    return forms.filter { form in
      Self.table[form] == nil && form.split(separator: "{}").joined().contains(where: \.isLetter)
    }
  }

  private func found(_ text: String, _ name: String) -> [Diagnostic] {
    Validator(.recognized, asOf: PartialDate("2026-11-21") ?? .epoch).validate(SourceText(name: name, text: text))
      .diagnostics
  }

  @Test func rulesSpeakFrench() {
    for rule in Rules.all {
      var lacking: Set<String> = []
      for example in rule.metadata.examples {
        let text = example.text.filter { $0 != "↓" }
        lacking.formUnion(missing(found(text, example.syntax == .yaml ? "example.yaml" : "resume.json")))
      }
      #expect(lacking.sorted() == [], "\(rule.metadata.id)")
    }
  }

  @Test(.enabled(if: Repository.corpus != nil, "the suites are not here"))
  func parsersSpeakFrench() throws {
    let corpus = try #require(Repository.corpus)
    var lacking: Set<String> = []
    for file in Repository.files(below: corpus + "/nst-json") where file.hasSuffix(".json") {
      let source = SourceText(name: file, bytes: try #require(Repository.read(file)))
      do throws(SyntaxError) { _ = try JSONParser.parse(source) } catch {
        lacking.formUnion(missing([error.diagnostic]))
      }
    }
    for file in Repository.files(below: corpus + "/yaml-test-suite") where file.hasSuffix("/in.yaml") {
      let source = SourceText(name: file, bytes: try #require(Repository.read(file)))
      do throws(SyntaxError) { _ = try YAMLParser.parse(source) } catch {
        lacking.formUnion(missing([error.diagnostic]))
      }
    }
    #expect(lacking.sorted() == [])
  }

  @Test(.enabled(if: Repository.corpus != nil, "the suites are not here"))
  func schemasSpeakFrench() throws {
    var lacking: Set<String> = []
    let base = try #require(Repository.corpus) + "/json-schema-test-suite/tests"
    for file in Repository.files(below: base) where file.hasSuffix(".json") {
      let groups = try JSONParser.parse(SourceText(name: file, bytes: try #require(Repository.read(file))))
      for group in groups.root.elements {
        guard let node = group["schema"] else { continue }
        let text = JSONPrinter.print(groups, index: node.index, for: .line)
        let document = try JSONParser.parse(SourceText(name: "schema", bytes: text))
        let schema: Schema
        do throws(SchemaError) {
          schema = try Schema(document, known: EmbeddedSchemas.known, formats: .assert)
        } catch {
          lacking.formUnion(missing([Diagnostic(id: "schema", error.message, at: error.range)]))
          continue
        }
        for test in group["tests"]?.elements ?? [] {
          guard let data = test["data"] else { continue }
          lacking.formUnion(missing(schema.findings(groups, at: data.index).findings))
        }
      }
    }
    #expect(lacking.sorted() == [])
  }

  @Test func settingsAndCommentsSpeakFrench() {
    let text = """
      parcours: 1
      name: Ana
      nme: Ana
      image: 12
      checks: {rules: {unexplained-gapp: off}, allow: [{rule: nothing-like-it, reason: x}]}
      path:
        - {kind: role, title: Cook, startDate: 2020} # parcours: allow unexplained-gap
        - {kind: role, title: Cook, startDate: 2020} # parcours: allow unexplained-gap because
      """
    #expect(missing(found(text, "t.yaml")).sorted() == [])
  }

  /// A sentence reads as French, arguments in their places.
  @Test func aFindingReadsAsFrench() {
    let found = found(
      "{\"parcours\":1,\"name\":\"Ana\",\"path\":[{\"kind\":\"role\",\"startDate\":\"Jan 2020\"}]}", "t.json")
    let text = TextReport.render(
      [SourceFindings(source: SourceText(name: "t.json", text: "{}"), diagnostics: found)],
      ReportOptions(translations: Self.table))
    #expect(text.contains("erreur\u{A0}: «\u{A0}Jan 2020\u{A0}» n’est pas une date"))
    #expect(text.contains("aide\u{A0}: écrivez 2020-01"))
  }
}
