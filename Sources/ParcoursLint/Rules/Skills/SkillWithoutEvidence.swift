internal import ParcoursModel
internal import ParcoursSource

/// A skill at a high level that nothing proves.
enum SkillWithoutEvidence: Rule {
  static let metadata = RuleMetadata(
    id: "skill-without-evidence",
    summary: "A skill at a high level that nothing proves.",
    rationale: """
      A claim without a proof counts one level less when teams are matched, and little when people read. Name the step, project or certificate that shows it.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        skills:
          - ↓{name: Swift, level: expert}
        """),
      .identity(
        """
        path:
          - {kind: role, id: lab, title: Engineer, startDate: 2020}
        skills:
          - {name: Swift, level: expert, evidence: [lab]}
          - {name: Rust, level: beginner}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Engineer, startDate: 2020, skills: [Swift]}
        skills:
          - {name: Swift, level: expert}
        """),
    ],
    french: [
      "nothing proves \"{}\" ({})":
        "rien ne prouve « {} » ({})",
      "add `evidence` with the ids of what shows it, or name it in the `skills` of a step":
        "ajoutez `evidence` avec les identifiants de ce qui la montre, ou nommez-la dans les `skills` d’une étape",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let identity = subject.identity
    let used = Set(identity.path.flatMap { $0.skills + $0.engagements.flatMap(\.skills) }.map(Folding.folded))
    for (index, skill) in identity.skills.enumerated() {
      // Résumés have no place for evidence: only claims that are made in the model's own words are held to it.
      guard let level = skill.level, level >= .competent, skill.evidence.isEmpty, let name = skill.name,
        !subject.isForeign, !subject.isFromElsewhere(skill.attributes.extensions),
        !subject.isFromElsewhere(identity.extensions),
        !used.contains(Folding.folded(name))
      else { continue }
      findings.add(
        "nothing proves \"\(name)\" (\(level.rawValue))", at: ["skills", String(index)],
        help: "add `evidence` with the ids of what shows it, or name it in the `skills` of a step")
    }
  }
}
