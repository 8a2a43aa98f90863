internal import ParcoursModel
internal import ParcoursSource

/// A summary that LinkedIn’s About does not take.
enum LinkedInAboutLength: Rule {
  static let metadata = RuleMetadata(
    id: "linkedin-about",
    summary: "A summary that LinkedIn’s About does not take.",
    rationale: """
      About takes 2,600 characters. LinkedIn does not publish its limits; ours are dated and say their source
      (`LinkedInLimit`), and are counted in UTF-16 code units as its forms count.
      """,
    severity: .note, since: "0.1.0",
    examples: [
      .identity(
        """
        summary: ↓I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams. I build data teams.
        """),
      .identity(
        """
        summary: I build data teams.
        """),
    ],
    french: Lengths.french)

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    Lengths.check(subject.identity.summary, .about, at: ["summary"], &findings)
  }
}
