internal import ParcoursModel
internal import ParcoursSource

/// A skill last used on a day that is still to come.
enum LastUsedInFuture: Rule {
  static let metadata = RuleMetadata(
    id: "last-used-in-future",
    summary: "A skill last used on a day that is still to come.",
    rationale: """
      Nobody has used anything tomorrow; the year is wrong.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        skills:
          - {name: Swift, lastUsed: ↓2028}
        """),
      .identity(
        """
        skills:
          - {name: Swift, lastUsed: 2026}
        """),
    ],
    french: [
      "{} is still to come":
        "{} est encore à venir",
      "mend the date":
        "corrigez la date",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, skill) in subject.identity.skills.enumerated() {
      guard let used = skill.lastUsed, used.firstDay > subject.asOf.lastDay else { continue }
      findings.add("\(used) is still to come", at: ["skills", String(index), "lastUsed"], help: "mend the date")
    }
  }
}
