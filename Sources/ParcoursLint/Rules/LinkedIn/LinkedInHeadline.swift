internal import ParcoursModel
internal import ParcoursSource

/// A headline that LinkedIn cuts.
enum LinkedInHeadline: Rule {
  static let metadata = RuleMetadata(
    id: "linkedin-headline",
    summary: "A headline that LinkedIn cuts.",
    rationale: """
      LinkedIn takes 220 characters. LinkedIn does not publish its limits; ours are dated and say their source
      (`LinkedInLimit`), and are counted in UTF-16 code units as its forms count.
      """,
    severity: .note, since: "0.1.0",
    examples: [
      .identity(
        """
        headline: ↓Data engineer for insurers and hospitals Data engineer for insurers and hospitals Data engineer for insurers and hospitals Data engineer for insurers and hospitals Data engineer for insurers and hospitals Data engineer for insurers and hosp
        """),
      .identity(
        """
        headline: Data engineer
        """),
    ],
    french: Lengths.french)

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    Lengths.check(subject.identity.headline, .headline, at: ["headline"], &findings)
  }
}
