internal import ParcoursModel
internal import ParcoursSource

/// A skill that stands twice.
enum DuplicateSkill: Rule {
  static let metadata = RuleMetadata(
    id: "duplicate-skill",
    summary: "A skill that stands twice.",
    rationale: """
      The same skill in two spellings splits its evidence, and only one of the two is found.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        skills:
          - {name: PostgreSQL}
          - {name: ↓postgresql}
        """),
      .identity(
        """
        skills:
          - {name: PostgreSQL}
          - {name: SQLite}
        """),
    ],
    french: [
      "the skill \"{}\" stands twice":
        "la compétence « {} » figure deux fois"
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    var seen: [String: Int] = [:]
    for (index, skill) in subject.identity.skills.enumerated() {
      guard let name = skill.name else { continue }
      guard let first = seen[Folding.folded(name)] else {
        seen[Folding.folded(name)] = index
        continue
      }
      findings.add(
        "the skill \"\(name)\" stands twice", at: ["skills", String(index), "name"], help: "keep one of the two",
        note: ("it stands here first", ["skills", String(first), "name"]))
    }
  }
}
