internal import ParcoursModel
internal import ParcoursSource

/// A step names a skill that the list of skills does not have.
enum UndeclaredSkill: Rule {
  static let metadata = RuleMetadata(
    id: "undeclared-skill",
    summary: "A step names a skill that the list of skills does not have.",
    rationale: """
      Months of experience are computed from the steps that name a skill; a name that the list spells otherwise counts for nothing.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, title: Engineer, startDate: 2020, skills: [Swift, ↓Postgres]}
        skills:
          - {name: Swift}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Engineer, startDate: 2020, skills: [Swift]}
        skills:
          - {name: Swift}
        """),
    ],
    french: [
      "\"{}\" is not among the skills":
        "« {} » ne figure pas parmi les compétences",
      "add it to `skills`":
        "ajoutez-la à `skills`",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let names = subject.identity.skills.compactMap(\.name)
    guard !names.isEmpty else { return }
    let known = Set(names.map(Folding.folded))
    for (index, step) in subject.identity.path.enumerated() {
      for (position, skill) in step.skills.enumerated() where !known.contains(Folding.folded(skill)) {
        findings.add(
          "\"\(skill)\" is not among the skills", at: ["path", String(index), "skills", String(position)],
          help: Spelling.nearest(to: skill, among: names).map { "did you mean `\($0)`?" } ?? "add it to `skills`")
      }
    }
  }
}
