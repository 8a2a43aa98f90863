internal import ParcoursModel
internal import ParcoursSource

/// A confidential organization is named in another text.
enum ConfidentialNameInText: Rule {
  static let metadata = RuleMetadata(
    id: "confidential-name-in-text",
    summary: "A confidential organization is named in another text.",
    rationale: """
      An alias protects nobody when the summary beside it says the name. What is written replaces the name where it stands as such, but the sentence around it may still tell.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .identity(
        """
        summary: ↓I built the claims platform of Boréal.
        path:
          - kind: role
            title: Engineer
            organization: {name: Boréal, alias: An insurer, confidential: true}
            startDate: 2020
        """),
      .identity(
        """
        summary: I built a claims platform.
        path:
          - kind: role
            title: Engineer
            organization: {name: Boréal, alias: An insurer, confidential: true}
            startDate: 2020
        """),
    ],
    french: [
      "this text names \"{}\", which is confidential":
        "ce texte nomme « {} », qui est confidentiel",
      "write the alias, or leave it out":
        "écrivez l’alias, ou omettez le nom",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    var names: [(name: String, compact: String)] = []
    collect(subject.json, &names)
    guard !names.isEmpty else { return }
    look(subject.json, [], names, &findings)
  }

  private static func collect(_ value: JSONValue, _ names: inout [(name: String, compact: String)]) {
    for element in value.elements { collect(element, &names) }
    for member in value.members { collect(member.value, &names) }
    if value["confidential"] == .bool(true), let name = value["name"]?.string, Folding.compact(name).count >= 3 {
      names.append((name, Folding.compact(name)))
    }
  }

  private static func look(
    _ value: JSONValue, _ place: [String], _ names: [(name: String, compact: String)], _ findings: inout Findings
  ) {
    // The organization itself may say its name; what is the owner's alone may too.
    if value["confidential"] == .bool(true) || value["visibility"]?.string == Visibility.private.rawValue { return }
    if let text = value.string {
      let compact = Folding.compact(text)
      if let found = names.first(where: { compact.contains($0.compact) }) {
        findings.add(
          "this text names \"\(found.name)\", which is confidential", at: place,
          help: "write the alias, or leave it out")
      }
    }
    for (index, element) in value.elements.enumerated() { look(element, place + [String(index)], names, &findings) }
    for member in value.members { look(member.value, place + [member.key], names, &findings) }
  }
}
