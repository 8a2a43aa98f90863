import Parcours
import ParcoursFormats
import ParcoursModel
import ParcoursReport
import ParcoursSource
import ParcoursTransform
import TestSupport
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
    let reader = Format.yaml
    return try #require(reader.reading(SourceText(name: "t", text: text)).identity)
  }

  @Test func itemsAreChosenByTheirTags() throws {
    let whole = try identity()
    let aim = Aim(try #require(whole.targets?["cto"]))
    let (ana, decisions) = whole.addressed(by: aim).selected(for: aim, language: "en")
    #expect(ana.headline == "Builder" && ana.path.map(\.attributes.id) == ["b", "c"])
    // What refers to what was left out does so no more.
    #expect(ana.path[0].transition == nil)
    #expect(ana.skills.map(\.name) == ["Swift", "SQL", "Baking"] && ana.skills[2].evidence == ["c"])
    #expect(ana.path[1].skills == ["Swift"])
    #expect(
      decisions.filter { !$0.isIn }.map { "\($0.place) \($0.title) \($0.reasons)" } == [
        "path[] Cook [has none of the tags code]", "path[] Secret [has the excluded tag \"old\"]",
        "skills[] COBOL [has the excluded tag \"old\"]",
      ])
    #expect(
      decisions.contains {
        $0.isIn && $0.title == "Coder" && $0.reasons.map(\.description).contains("has the tag code")
      })
  }

  @Test func aPageIsWrittenForATarget() throws {
    let source = SourceText(
      name: "-",
      bytes: Format.yaml.written(
        try identity(), Looking(language: "en", audience: .private, asOf: .epoch)))
    var options = ConversionOptions(target: .named("cto"), asOf: .epoch)
    let made = Converter().convert(source, from: .yaml, to: .html, options)
    let page = String(decoding: try #require(made.output), as: UTF8.self)
    #expect(page.contains("Builder") && !page.contains("Cook") && !page.contains("Secret"))
    let swift = try #require(page.firstRange(of: ">Swift<")), sql = try #require(page.firstRange(of: ">SQL<"))
    #expect(swift.lowerBound < sql.lowerBound)
    options.target = .named("ceo")
    let none = Converter().convert(source, from: .yaml, to: .html, options)
    #expect(none.output == nil && none.findings.diagnostics.map(\.id) == ["no-target"])
    #expect(none.findings.diagnostics.first?.help?.description == "did you mean `cto`?")
  }

  /// What is wrong with a target is told without a line of the identity, and without the tags of what is hidden.
  @Test(arguments: ["nosuch", "CANARY or zz", "a and ("]) func aWrongTargetTellsNothingPrivate(_ target: String) {
    let text = """
      # CANARY
      parcours: 1
      name: A
      targets: {t: {headline: CANARY}}
      path: [{kind: role, title: X, tags: [CANARY], visibility: private}, {kind: role, title: Y, tags: [open]}]
      """
    let made = Converter().convert(
      SourceText(name: "z.yaml", text: text), from: .yaml, to: .markdown,
      ConversionOptions(target: .named(target), asOf: .epoch))
    let said = TextReport.render([made.findings], ReportOptions())
    #expect(made.output == nil && said.contains("[no-target]"))
    #expect(!said.contains("headline") && !said.contains("its tags are CANARY"))
  }

  // MARK: Tag expressions

  @Test(arguments: [
    ("code", ["b", "c", "d"]), ("code and not old", ["b", "c"]), ("kitchen or old", ["a", "c", "d"]),
    ("kitchen, old", ["a", "c", "d"]), ("!(kitchen | old)", ["b", "c"]), ("not not code & !old", ["b", "c"]),
    ("kitchen and code or old", ["c", "d"]), ("kitchen et (code ou old)", ["c"]),
  ])
  func expressionsChooseByTags(_ text: String, _ ids: [String]) throws {
    let aim = Aim(try TagExpression(text))
    // What has no tags is for everybody.
    #expect(try identity().selected(for: aim, language: "en").identity.path.compactMap(\.attributes.id) == ids)
  }

  @Test(arguments: [
    "", "and", "a and", "a b", "(a", "a)", "not", "a or or b", ",", String(repeating: "(", count: 200) + "a",
    String(repeating: "!", count: 500) + "a",
  ])
  func whatIsNoExpressionIsRefused(_ text: String) {
    #expect(throws: TagExpression.Problem.self) { try TagExpression(text) }
  }

  // MARK: Contracts and limits

  private func rich() throws -> Identity {
    let text = """
      parcours: 1
      name: Ana
      path:
        - kind: role
          id: now
          title: Analyst
          startDate: 2022-01
          skills: [PostgreSQL]
          highlights: [Tidied the desk, Moved 40 tables to PostgreSQL, Wrote a song]
        - kind: role
          id: old
          title: Baker
          startDate: 2001-01
          endDate: 2005-01
          summary: Bread for a street of two hundred people
          highlights: [Ten thousand loaves]
      skills:
        - {name: Baking, evidence: [old]}
        - {name: PostgreSQL, evidence: [now]}
      projects: [{name: A garden}, {name: A database, keywords: [PostgreSQL]}]
      interests: [{name: Chess}]
      languages: [{language: fr}, {language: en}]
      """
    let reader = Format.yaml
    return try #require(reader.reading(SourceText(name: "t", text: text)).identity)
  }

  private func aim() -> Aim {
    var contract = Contract()
    var sewing = Contract.Need(), data = Contract.Need()
    sewing.skill = "Sewing"
    sewing.isMust = false
    data.skill = "PostgreSQL"
    contract.needs = [sewing, data]
    contract.languages = Contract.Languages()
    var english = Contract.Language()
    english.language = "en"
    contract.languages?.everyone = [english]
    let names = contract.needs.map(\.skill)
    return Aim(contract) { name in names.indices.filter { names[$0] == name } }
  }

  @Test func whatAContractNeedsComesFirst() throws {
    let ana = try rich().selected(for: aim(), language: "en").identity
    #expect(ana.skills.map(\.name) == ["PostgreSQL", "Baking"] && ana.languages.map(\.language) == ["en", "fr"])
    #expect(ana.projects.map(\.name) == ["A database", "A garden"] && ana.path.map(\.attributes.id) == ["now", "old"])
    #expect(ana.path[0].highlights == ["Moved 40 tables to PostgreSQL", "Tidied the desk", "Wrote a song"])
  }

  /// What matters least gives way, whatever its place; steps and wanted skills stay.
  @Test func limitsAreKeptByWorth() throws {
    let whole = try rich()
    let size = { (identity: Identity) in "\(identity.json)".count }
    let today = try #require(PartialDate("2026-11-21"))
    var order: [String] = []
    var most = size(whole)
    var last: Set<String> = []
    while let fitted = whole.fitted(for: aim(), asOf: today, language: "en", fits: { size($0) <= most }) {
      #expect(size(fitted.identity) <= most && fitted.identity.path.count == 2)
      let gone = Set(fitted.decisions.filter { !$0.isIn }.map { "\($0.place) \($0.title)" })
      #expect(gone.isSuperset(of: last), "what gave way stays away in less room")
      order += gone.subtracting(last).sorted()
      last = gone
      most = size(fitted.identity) - 1
    }
    #expect(
      order.first == "interests[] Chess" && order.last == "path[].highlights[] Moved 40 tables to PostgreSQL",
      "\(order)")
    #expect(order.firstIndex(of: "projects[] A garden")! < order.firstIndex(of: "projects[] A database")!)
    #expect(!order.contains("skills[] PostgreSQL") && order.contains("skills[] Baking"))
    // A small thing that still has room comes back.
    var gained = 0
    for room in stride(from: size(whole) - 10, to: size(whole) - 600, by: -10) {
      guard let plain = whole.fitted(for: aim(), asOf: today, language: "en", fits: { size($0) <= room }) else { break }
      let refilled = try #require(
        whole.fitted(for: aim(), asOf: today, language: "en", refills: 64) { size($0) <= room })
      #expect(size(refilled.identity) >= size(plain.identity) && size(refilled.identity) <= room)
      if size(refilled.identity) > size(plain.identity) { gained += 1 }
    }
    #expect(gained > 0)
  }

  @Test(arguments: [400, 600, 900])
  func charactersAreKept(_ most: Int) throws {
    let bytes = Format.yaml.written(
      try rich(), Looking(language: "en", audience: .private, asOf: .epoch))
    var options = ConversionOptions(asOf: try #require(PartialDate("2026-11-21")))
    options.limits = Target.Limits()
    options.limits?.characters = most
    let made = Converter().convert(SourceText(name: "-", bytes: bytes), from: .yaml, to: .markdown, options)
    let text = String(decoding: try #require(made.output), as: UTF8.self)
    #expect(text.unicodeScalars.count <= most && text.contains("Baker"))
    options.limits?.characters = 20
    let none = Converter().convert(SourceText(name: "-", bytes: bytes), from: .yaml, to: .markdown, options)
    #expect(none.output == nil && none.findings.diagnostics.map(\.id) == ["limit"])
  }
}
