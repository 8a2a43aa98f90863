internal import ParcoursModel
internal import ParcoursSource

/// A skill whose name LinkedIn cuts.
enum LinkedInSkillName: Rule {
  static let metadata = RuleMetadata(
    id: "linkedin-skill-name",
    summary: "A skill whose name LinkedIn cuts.",
    rationale: """
      A skill's name takes 80 characters. LinkedIn does not publish its limits; ours are dated and say their source
      (`LinkedInLimit`), and are counted in UTF-16 code units as its forms count.
      """,
    severity: .note, since: "0.1.0",
    examples: [
      .identity(
        """
        skills:
          - {name: ↓Data engineer for insurers and hospitals Data engineer for insurers and hospitals Data engineer for}
        """),
      .identity(
        """
        skills:
          - {name: Swift}
        """),
    ],
    french: Lengths.french)

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, skill) in subject.identity.skills.enumerated() {
      guard let name = skill.name, name.utf16.count > LinkedInLimit.skillName.limit else { continue }
      findings.add(
        "\(name.utf16.count) characters, LinkedIn takes \(LinkedInLimit.skillName.limit)",
        at: ["skills", String(index), "name"], help: Lengths.advice(.skillName))
    }
  }
}
