internal import ParcoursModel
internal import ParcoursSource

/// A profile that does not say whose it is.
enum MissingName: Rule {
  static let metadata = RuleMetadata(
    id: "missing-name",
    summary: "A profile that does not say whose it is.",
    rationale: """
      Pages, cards and lists start with the name; without it everything else is about nobody.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .init(syntax: .yaml, text: "parcours: 1\nheadline: ↓Nurse who bakes\n"),
      .identity(
        """
        headline: Nurse who bakes
        """),
      .resume(
        """
        {"basics": {"label": ↓"Cook"}}
        """),
      .resume(
        """
        {"basics": {"name": "Ana", "label": "Cook"}}
        """),
    ],
    french: [
      "the name is missing":
        "le nom manque",
      "add `name`":
        "ajoutez `name`",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let identity = subject.identity
    guard identity.name == nil else { return }
    // A name that could not be read is said where it stands, and a part of a résumé may do without one.
    guard !subject.isKept("name", in: identity.extensions) else { return }
    let place = identity.contact != nil ? "contact" : identity.headline != nil ? "headline" : "summary"
    guard identity.headline != nil || identity.contact != nil || identity.summary != nil else { return }
    findings.add("the name is missing", at: [place], help: "add `name`")
  }
}
