internal import ParcoursModel
internal import ParcoursSource

/// A title that LinkedIn cuts.
enum LinkedInTitle: Rule {
  static let metadata = RuleMetadata(
    id: "linkedin-title",
    summary: "A title that LinkedIn cuts.",
    rationale: """
      A position's title takes 100 characters. LinkedIn does not publish its limits; ours are dated and say their
      source (`LinkedInLimit`), and are counted in UTF-16 code units as its forms count.
      """,
    severity: .note, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, title: ↓Data engineer for insurers and hospitals Data engineer for insurers and hospitals Data engineer for insurers and hospita, startDate: 2020}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Cook, startDate: 2020}
        """),
    ],
    french: Lengths.french)

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, step) in subject.identity.path.enumerated() {
      Lengths.check(step.title, .title, at: ["path", String(index), "title"], &findings)
    }
  }
}
