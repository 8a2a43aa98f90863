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
      "\"{}\" is no key of JSON Resume":
        "« {} » n’est pas une clé de JSON Resume"
    ])

  private static let root = [
    "basics", "work", "volunteer", "education", "awards", "certificates", "publications", "skills", "languages",
    "interests", "references", "projects", "meta",
  ]
  private static let fields = [
    "name", "label", "image", "email", "phone", "url", "summary", "location", "profiles", "address", "postalCode",
    "city",
    "countryCode", "region", "network", "username", "description", "position", "startDate", "endDate", "highlights",
    "organization", "institution", "area", "studyType", "score", "courses", "title", "date", "awarder", "issuer",
    "publisher", "releaseDate", "level", "keywords", "language", "fluency", "reference", "roles", "entity", "type",
  ]

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let own = subject.identity.extensions?["jsonresume"]
    look(own, root, [], &findings)
    look(own?["parcours:basics"], fields, ["contact"], &findings)
    walk(subject.json, [], &findings)
  }

  /// What could not be read of an item stands in its extensions.
  private static func walk(_ value: JSONValue, _ place: [String], _ findings: inout Findings) {
    for (index, element) in value.elements.enumerated() { walk(element, place + [String(index)], &findings) }
    for member in value.members where member.key != "extensions" { walk(member.value, place + [member.key], &findings) }
    if !place.isEmpty { look(value["extensions"]?["jsonresume"], fields, place, &findings) }
  }

  private static func look(_ kept: JSONValue?, _ known: [String], _ place: [String], _ findings: inout Findings) {
    for member in kept?.members ?? [] where !member.key.hasPrefix("parcours:") && !known.contains(member.key) {
      guard let near = Spelling.nearest(to: member.key, among: known) else { continue }
      findings.add(
        "\"\(member.key)\" is no key of JSON Resume", at: place + [member.key], help: "did you mean `\(near)`?",
        isAboutKey: true)
    }
  }
}
