internal import ParcoursModel
internal import ParcoursSource

/// More years of a skill than the path has.
enum YearsBeyondCareer: Rule {
  static let metadata = RuleMetadata(
    id: "years-beyond-career",
    summary: "More years of a skill than the path has.",
    rationale: """
      A claim that the path contradicts is what an interviewer asks about first.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, title: Developer, startDate: 2022-01}
        skills:
          - {name: Swift, years: ↓12}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Developer, startDate: 2012-01}
        skills:
          - {name: Swift, years: 12}
        """),
    ],
    french: [
      "{} years are claimed, and the path began {} years ago":
        "{} ans sont annoncés, et le parcours a commencé il y a {} ans",
      "add the steps it was learned in, or mend the number":
        "ajoutez les étapes où elle a été acquise, ou corrigez le nombre",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let starts = subject.identity.path.compactMap { $0.startDate?.firstMonth }
    guard let first = starts.min() else { return }
    let years = Double(subject.asOf.lastMonth - first) / 12 + 1
    for (index, skill) in subject.identity.skills.enumerated() {
      guard let claimed = skill.years, claimed > years else { continue }
      findings.add(
        "\(Int(claimed.rounded())) years are claimed, and the path began \(Int(years)) years ago",
        at: ["skills", String(index), "years"], help: "add the steps it was learned in, or mend the number")
    }
  }
}
