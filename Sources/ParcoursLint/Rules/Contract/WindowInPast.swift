internal import ParcoursModel
internal import ParcoursSource

/// A contract whose window is over.
enum WindowInPast: Rule {
  static let metadata = RuleMetadata(
    id: "window-in-past",
    summary: "A contract whose window is over.",
    rationale: """
      Nobody is free yesterday: a team formed for it can only be a rehearsal.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .contract(
        """
        startDate: 2025-01-11
        endDate: ↓2025-04-02
        needs:
          - {id: data, skill: SQL, days: 20}
        """),
      .contract(
        """
        startDate: 2027-01-11
        endDate: 2027-04-02
        needs:
          - {id: data, skill: SQL, days: 20}
        """),
    ],
    french: [
      "the window ended {}":
        "la période est terminée ({})",
      "mend the dates":
        "corrigez les dates",
    ])

  static func check(_ contract: Contract, _ asOf: PartialDate, _ findings: inout Findings) {
    guard let end = contract.endDate, end.lastDay < asOf.firstDay else { return }
    findings.add("the window ended \(end)", at: ["endDate"], help: "mend the dates")
  }
}
