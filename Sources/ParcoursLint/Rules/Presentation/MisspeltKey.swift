internal import ParcoursModel
internal import ParcoursSource

/// A key of a résumé that is nearly one of JSON Resume's.
enum MisspeltKey: Rule {
  static let metadata = RuleMetadata(
    id: "misspelt-key",
    summary: "A key of a résumé that is nearly one of JSON Resume's.",
    rationale: """
      JSON Resume allows any key, so that a misspelt one is valid and its text vanishes from every page. Keys that are like none
      of the format's are left alone: they are meant. Identities are closed, and their schema finds such keys.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .resume(
        """
        {"basics": {"name": "Ana", ↓"lable": "Cook"}, ↓"wrok": []}
        """),
      .resume(
        """
        {"work": [{"name": "Mo", ↓"higlights": ["Fed 40"]}]}
        """),
      .resume(
        """
        {"basics": {"name": "Ana", "label": "Cook", "x-mood": "good", "telegram": "ana"}}
        """),
    ],
    french: [
      "\"{}\" is no key of {}":
        "« {} » n’est pas une clé de {}"
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    // What could not be read of an item stands in its extensions.
    for kept in subject.kept {
      guard let format = subject.foreigns.first(where: { $0.key == kept.format }) else { continue }
      let isRoot = kept.place.isEmpty
      look(kept.data, isRoot ? format.rootFields : format.fields, format, kept.place, &findings)
      if isRoot, let key = format.personKey { look(kept.data[key], format.fields, format, ["contact"], &findings) }
    }
  }

  private static func look(
    _ kept: JSONValue?, _ known: [String], _ format: LintSubject.Foreign, _ place: [String],
    _ findings: inout Findings
  ) {
    for member in kept?.members ?? []
    where !member.key.hasPrefix(Extensions.bookkeepingPrefix) && !known.contains(member.key) {
      guard let near = Spelling.nearest(to: member.key, among: known) else { continue }
      findings.add(
        "\"\(member.key)\" is no key of \(format.name)", at: place + [member.key], help: "did you mean `\(near)`?",
        isAboutKey: true)
    }
  }
}
