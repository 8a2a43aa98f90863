internal import ParcoursModel
internal import ParcoursSource

/// A role without a title.
enum RoleWithoutTitle: Rule {
  static let metadata = RuleMetadata(
    id: "role-without-title",
    summary: "A role without a title.",
    rationale: """
      The title is what a role is found and understood by; a list of employers says where somebody sat, not what
      they did.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - ↓{kind: role, organization: {name: Mo}, startDate: 2015}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Cook, organization: {name: Mo}, startDate: 2015}
        """),
    ],
    french: [
      "this role has no title":
        "ce poste n’a pas d’intitulé",
      "add a `title`, in your readers' words":
        "ajoutez un `title`, avec les mots de vos lecteurs",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, step) in subject.identity.path.enumerated() where step.kind == .role && step.title == nil {
      guard !subject.isKept("title", in: step.attributes.extensions) else { continue }
      findings.add(
        "this role has no title", at: ["path", String(index)], help: "add a `title`, in your readers' words")
    }
  }
}
