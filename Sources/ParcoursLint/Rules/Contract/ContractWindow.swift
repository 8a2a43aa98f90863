internal import ParcoursModel
internal import ParcoursSource

/// A contract that ends before it begins.
enum ContractWindow: Rule {
  static let metadata = RuleMetadata(
    id: "contract-window",
    summary: "A contract that ends before it begins.",
    rationale: """
      Capacities are counted in the days of the window; a window of none has no team.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .contract(
        """
        startDate: 2027-04-02
        endDate: ↓2027-01-11
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
      "the window ends {}, before it begins {}":
        "la fin de la période ({}) précède son début ({})",
      "swap the dates, or mend one":
        "échangez les dates, ou corrigez-en une",
      "it begins here":
        "le début est ici",
    ])

  static func check(_ contract: Contract, _ asOf: PartialDate, _ findings: inout Findings) {
    guard let start = contract.startDate, let end = contract.endDate, end.lastDay < start.firstDay else { return }
    findings.add(
      "the window ends \(end), before it begins \(start)", at: ["endDate"], help: "swap the dates, or mend one",
      note: ("it begins here", ["startDate"]))
  }
}
