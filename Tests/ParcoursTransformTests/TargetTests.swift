import Parcours
import ParcoursFormats
import ParcoursModel
import ParcoursSource
import ParcoursTransform
import Testing

/// An identity for one of its targets.
@Suite struct TargetTests {
  private func identity() throws -> Identity {
    let text = """
      parcours: 1
      name: Ana
      headline: Everything
      path:
        - {kind: role, id: a, title: Cook, tags: [kitchen]}
        - {kind: role, id: b, title: Coder, tags: [code], transition: {kind: pivot, from: a}}
        - {kind: role, id: c, title: Clerk, skills: [Swift, COBOL]}
        - {kind: role, id: d, title: Secret, tags: [code, old]}
      skills: [{name: Baking, evidence: [a, c]}, {name: SQL}, {name: Swift, level: novice}, {name: COBOL, tags: [old]}]
      targets:
        cto: {headline: Builder, include: {tags: [code]}, exclude: {tags: [old]}, skills: [swift, SQL], limits: {pages: 1}}
      """
    let reader = try #require(Format.yaml.reader)
    return try #require(reader.read(SourceText(name: "t", text: text)).identity)
  }

  @Test func itemsAreChosenByTheirTags() throws {
    let ana = try #require(try identity().targeted(at: "cto"))
    #expect(ana.headline == "Builder" && ana.path.map(\.attributes.id) == ["b", "c"])
    // What refers to what was left out does so no more.
    #expect(ana.path[0].transition?.from == nil && ana.path[0].transition?.kind == .pivot)
    #expect(ana.skills.map(\.name) == ["Swift", "SQL", "Baking"] && ana.skills[2].evidence == ["c"])
    #expect(ana.path[1].skills == ["Swift"])
    #expect(try identity().targeted(at: "nobody") == nil)
  }

  @Test func aPageIsWrittenForATarget() throws {
    let source = SourceText(
      name: "-",
      bytes: try #require(Format.yaml.writer).write(
        try identity(), WriteOptions(language: "en", audience: .private, asOf: .epoch)))
    var options = ConversionOptions(target: "cto", asOf: .epoch)
    let made = Converter().convert(source, from: .yaml, to: .html, options)
    let page = String(decoding: try #require(made.output), as: UTF8.self)
    #expect(made.pages == 1 && page.contains("Builder") && !page.contains("Cook") && !page.contains("Secret"))
    let swift = try #require(page.firstRange(of: ">Swift<")), sql = try #require(page.firstRange(of: ">SQL<"))
    #expect(swift.lowerBound < sql.lowerBound)
    options.target = "ceo"
    let none = Converter().convert(source, from: .yaml, to: .html, options)
    #expect(none.output == nil && none.findings.diagnostics.map(\.id) == ["no-target"])
    #expect(none.findings.diagnostics.first?.help?.description == "its targets are cto")
  }
}
