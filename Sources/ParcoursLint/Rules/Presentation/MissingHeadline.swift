internal import ParcoursModel
internal import ParcoursSource

/// A profile without its line.
enum MissingHeadline: Rule {
  static let metadata = RuleMetadata(
    id: "missing-headline",
    summary: "A profile without its line.",
    rationale: """
      The headline is what lists, search results and readers in a hurry see; without it they see a name.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .init(syntax: .yaml, text: "parcours: 1\nname: ↓Ana Lopez\ncontact: {email: ana@example.org}\n"),
      .identity(
        """
        headline: Nurse who bakes
        contact: {email: ana@example.org}
        """),
      .resume(
        """
        {"basics": {"name": "Ana", "label": "Cook"}}
        """),
    ],
    french: [
      "there is no headline":
        "il n’y a pas d’accroche",
      "add a line that says what you do and for whom":
        "ajoutez une ligne qui dit ce que vous faites et pour qui",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let identity = subject.identity
    guard identity.headline == nil, identity.name != nil, identity.contact != nil || !identity.path.isEmpty else {
      return
    }
    // A line that could not be read is said where it stands.
    guard !subject.isKept("headline", in: identity.extensions) else { return }
    findings.add(
      "there is no headline", at: ["name"],
      help: "add a line that says what you do and for whom")
  }
}
