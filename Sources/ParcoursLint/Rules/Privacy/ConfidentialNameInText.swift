internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursTransform

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
    let names = subject.identity.organizations.confidential.compactMap { organization -> Name? in
      guard let name = organization.name, Folding.compact(name).count >= 3,
        let short = SecretName(OrganizationNames.withoutLegalForm(name) ?? name)
      else { return nil }
      return Name(name: name, short: short, words: Set(OrganizationNames.distinctiveWords(name)))
    }
    guard !names.isEmpty else { return }
    var visitor: any RecordVisitor = Visitor(names: names)
    subject.identity.visit(&visitor)
    for found in (visitor as? Visitor)?.found ?? [] { findings.add(found.message, at: found.place, help: found.help) }
  }

  private struct Name {
    var name: String
    /// The name without its legal form.
    var short: SecretName
    /// Words by which it would be known.
    var words: Set<String>
  }

  private struct Visitor: RecordVisitor {
    let names: [Name]
    var found: [(message: Message, place: [String], help: Message)] = []

    /// The organization itself may say its name; what is the owner's alone may too.
    mutating func enter(_ record: any Record, _ field: FieldInfo, at place: [String]) -> Bool {
      (record as? Organization)?.isConfidential != true && record.itemAttributes?.visibility != .private
    }

    mutating func visit(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) {
      switch leaf {
      case .text(let text):
        for version in text.versions { look(version.text, version.language.map { place + [$0] } ?? place) }
      case .string(let text): look(text, place)
      case .other(let value): look(value, place)
      case .date: break
      }
    }

    private mutating func look(_ value: JSONValue, _ place: [String]) {
      if value["confidential"] == .bool(true) || value["visibility"]?.string == Visibility.private.rawValue { return }
      if let text = value.string { look(text, place) }
      for (index, element) in value.elements.enumerated() { look(element, place + [String(index)]) }
      for member in value.members { look(member.value, place + [member.key]) }
    }

    private mutating func look(_ text: String, _ place: [String]) {
      if let name = names.first(where: { $0.short.isSaid(in: text) }) {
        found.append(
          (
            "this text names \"\(name.name)\", which is confidential", place,
            place.last == "id" ? "give it another id" : "write the alias, or leave it out"
          ))
        return
      }
      guard place.last != "alias" else { return }
      let words = Set(Folding.folded(text.withoutMarks + " " + text).split(separator: " ").map(String.init))
      for name in names {
        guard let word = name.words.intersection(words).min() else { continue }
        found.append(
          (
            "\"\(word)\" is a part of \"\(name.name)\", which is confidential, and is not replaced", place,
            "write the alias, or leave it out"
          ))
        return
      }
    }
  }
}
