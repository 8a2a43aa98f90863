internal import ParcoursFormats
public import ParcoursInterchange
internal import ParcoursLint
internal import ParcoursMatch
internal import ParcoursModel
internal import ParcoursReport
internal import ParcoursSource
internal import ParcoursSyntax

/// What the program knows, for lists, explanations and generated documentation.
public enum Catalog {
  /// What can be listed.
  public enum Kind: String, CaseIterable, Sendable {
    /// Formats to read and write.
    case formats
    /// Rules that profiles and contracts are held to.
    case rules
    /// Reports of findings.
    case reports
    /// Schemas inside the program.
    case schemas
    /// Skills that the program knows, under all their names.
    case skills
    /// Themes of pages.
    case themes
  }

  /// One thing in a list.
  public struct Entry: Sendable {
    /// What it is known by.
    public let id: String
    /// One line.
    public let summary: String
    /// Whether a format is read; nil for anything else.
    public var reads: Bool?
    /// Whether a format is written; nil for anything else.
    public var writes: Bool?
  }

  /// The entries of a kind, sorted by id.
  public static func entries(_ kind: Kind, in registry: Registry = .standard) -> [Entry] {
    switch kind {
    case .formats:
      registry.formats.map {
        Entry(id: $0.id, summary: "\($0.summary)", reads: $0.read != nil, writes: $0.write != nil)
      }
    case .rules: Rules.all.map { Entry(id: $0.metadata.id, summary: $0.metadata.summary) }
    case .reports: Reports.all.map { Entry(id: $0.id, summary: $0.summary) }
    case .schemas:
      [
        Entry(id: "2020-12", summary: "a JSON Schema of 2020-12"),
        Entry(id: "contract", summary: "work that needs a team"),
        Entry(id: "draft-07", summary: "a JSON Schema of draft-07"),
        Entry(id: "identity", summary: "one professional identity"),
        Entry(id: "jsonresume", summary: "a résumé in JSON Resume v1"),
        Entry(id: "settings", summary: "a .parcours.yaml: how files are checked"),
        Entry(id: "team", summary: "what the matcher found"),
        Entry(id: "thesaurus", summary: "skills, what they are called and of what they are kinds"),
      ]
    case .skills: Thesauri.standard.concepts.map(entry).sorted { $0.id < $1.id }
    case .themes: Themes.all.map { Entry(id: $0.name, summary: $0.summary) }
    }
  }

  /// The entries as a JSON array of id, summary and, for formats, reads and writes.
  public static func json(_ kind: Kind) -> [UInt8] {
    let entries = entries(kind).map { entry -> JSONValue in
      var members = [JSONValue.Member("id", .string(entry.id)), JSONValue.Member("summary", .string(entry.summary))]
      if let reads = entry.reads { members.append(JSONValue.Member("reads", .bool(reads))) }
      if let writes = entry.writes { members.append(JSONValue.Member("writes", .bool(writes))) }
      return .object(members)
    }
    return JSONPrinter.print(Tree.document(.array(entries)))
  }

  /// What an id stands for, in a line.
  public static let summary: @Sendable (String) -> String? = { id in
    Rules.all.first { $0.metadata.id == id }?.metadata.summary ?? Explanations.all.first { $0.id == id }?.text
  }

  /// Everything that can be explained.
  public static var explainable: [String] {
    (Rules.all.map { $0.metadata.id } + Explanations.all.map(\.id) + Registry.standard.formats.map(\.id)).sorted()
  }

  /// What is called nearly so: a finding, a rule, a format or a skill.
  public static func nearest(to id: String) -> String? {
    Spelling.nearest(to: id, among: explainable) ?? Spelling.nearest(to: id, among: FieldPages.names.sorted())
      ?? Thesauri.standard.nearest(to: id).first
  }

  /// The explanation of a finding's id, a rule, a format, a field or a skill; nil where there is none of that name.
  public static func explanation(_ id: String, in registry: Registry = .standard) -> String? {
    if let rule = Rules.all.first(where: { $0.metadata.id == id })?.metadata { return page(rule) }
    if let finding = Explanations.all.first(where: { $0.id == id }) { return page(finding) }
    if let format = registry.format(named: id) {
      let ways = [format.read.map { _ in "read" }, format.write.map { _ in "written" }].compactMap(\.self)
      return
        "\(format.id)\n\n\(format.summary)\n\nIt is \(ways.joined(separator: " and ")). Media type: \(format.mediaType); "
        + "files are called \(format.names.map(\.description).joined(separator: ", ")).\n"
    }
    // A skill may be called as a field is: both are meant then.
    let pages = [FieldPages.explanation(id), skill(id)].compactMap(\.self)
    return pages.isEmpty ? nil : pages.joined(separator: "\n")
  }

  private static func entry(_ concept: ConceptScheme.Concept) -> Entry {
    Entry(id: concept.id ?? "", summary: labels(concept).joined(separator: ", "))
  }

  /// The labels that people see, each once, English before French.
  private static func labels(_ concept: ConceptScheme.Concept) -> [String] {
    var seen: Set<String> = []
    return ((concept.prefLabel?.versions.map(\.text) ?? []) + (concept.altLabel?.all ?? [])).filter {
      seen.insert($0).inserted
    }
  }

  /// The concepts that a name means.
  private static func skill(_ name: String) -> String? {
    let found = Thesauri.standard.concepts(named: name)
    guard !found.isEmpty else { return nil }
    return found.map { concept in
      let names = labels(concept)
      var lines = ["\(concept.id ?? "") (a skill)", ""]
      lines.append(names.joined(separator: ", "))
      func line(_ title: String, _ others: [ConceptScheme.Concept]) {
        let all = others.compactMap(\.id).sorted()
        if !all.isEmpty { lines += ["", "\(title): \(all.joined(separator: ", "))"] }
      }
      line("It counts for", concept.broader.compactMap(Thesauri.standard.concept))
      line("What counts for it", Thesauri.standard.narrower(than: concept.id ?? ""))
      return lines.joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private static func page(_ finding: FindingExplanation) -> String {
    var text = "\(finding.id)\n\n\(finding.text)\n\nWhy: \(finding.reason)\n"
    if let example = finding.example {
      if example.schema != "{}" { text += "\nBy the schema:\n\n    \(example.schema)\n" }
      text += "\nBad (↓ marks where the finding starts):\n\n    \(example.bad)\n\nGood:\n\n    \(example.good)\n"
    }
    return text
  }

  private static func page(_ rule: RuleMetadata) -> String {
    let reason = rule.rationale.split(separator: "\n").joined(separator: " ")
    var text =
      "\(rule.id) (\(rule.severity.rawValue), since \(rule.since))\n\n\(rule.summary)\n\nWhy: \(reason)\n"
    for example in rule.examples {
      let isGood = !example.text.contains("↓")
      text += "\n\(isGood ? "Good" : "Bad (↓ marks where the finding starts)"):\n\n"
      text += example.text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(
        separator: "\n")
      text += "\n"
    }
    return text
  }
}
