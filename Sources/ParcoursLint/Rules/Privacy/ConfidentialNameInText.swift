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
      .identity(
        """
        summary: ↓I moved the archive of Zyxlab to the cloud
        path:
          - {kind: role, title: Engineer, startDate: 2020, organization: {name: Laboratoires Zyxlab, alias: A lab, confidential: true}}
        """),
      .identity(
        """
        summary: ↓I moved the archive of Zyx to the cloud
        path:
          - {kind: role, title: Engineer, startDate: 2020, organization: {name: Zyx S.A.S., alias: A lab, confidential: true}}
        """),
    ],
    french: [
      "\"{}\" is a part of \"{}\", which is confidential, and is not replaced":
        "« {} » fait partie de « {} », qui est confidentiel, et n’est pas remplacé",
      "this text names \"{}\", which is confidential":
        "ce texte nomme « {} », qui est confidentiel",
      "give it another id":
        "donnez-lui un autre identifiant",
      "write the alias, or leave it out":
        "écrivez l’alias, ou omettez le nom",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    var names: [Name] = []
    collect(subject.json, &names)
    guard !names.isEmpty else { return }
    look(subject.json, [], names, &findings)
  }

  private struct Name {
    var name: String
    /// The name without its legal form.
    var short: SecretName
    /// Words by which it would be known.
    var words: Set<String>
  }

  private static func collect(_ value: JSONValue, _ names: inout [Name]) {
    for element in value.elements { collect(element, &names) }
    for member in value.members { collect(member.value, &names) }
    if value["confidential"] == .bool(true), let name = value["name"]?.string, Folding.compact(name).count >= 3 {
      guard let short = SecretName(OrganizationNames.withoutLegalForm(name) ?? name) else { return }
      names.append(Name(name: name, short: short, words: Set(OrganizationNames.distinctiveWords(name))))
    }
  }

  private static func look(
    _ value: JSONValue, _ place: [String], _ names: [Name], _ findings: inout Findings
  ) {
    // The organization itself may say its name; what is the owner's alone may too.
    if value["confidential"] == .bool(true) || value["visibility"]?.string == Visibility.private.rawValue { return }
    if let text = value.string {
      if let found = names.first(where: { $0.short.isSaid(in: text) }) {
        findings.add(
          "this text names \"\(found.name)\", which is confidential", at: place,
          help: place.last == "id" ? "give it another id" : "write the alias, or leave it out")
      } else if place.last != "alias" {
        let words = Set(Folding.folded(text.withoutMarks + " " + text).split(separator: " ").map(String.init))
        for name in names {
          guard let word = name.words.intersection(words).min() else { continue }
          findings.add(
            "\"\(word)\" is a part of \"\(name.name)\", which is confidential, and is not replaced", at: place,
            help: "write the alias, or leave it out")
          break
        }
      }
    }
    for (index, element) in value.elements.enumerated() { look(element, place + [String(index)], names, &findings) }
    for member in value.members { look(member.value, place + [member.key], names, &findings) }
  }
}
