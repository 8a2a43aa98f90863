internal import ParcoursModel
internal import ParcoursSource

/// More days than the window has for the largest team.
enum NeedBeyondWindow: Rule {
  static let metadata = RuleMetadata(
    id: "need-beyond-window",
    summary: "More days than the window has for the largest team.",
    rationale: """
      People who say nothing else work five days a week, and five sevenths of the window's days, times the largest team,
      is what they can deliver. Only people who work more than that can mend it.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .contract(
        """
        startDate: 2027-01-11
        endDate: 2027-01-22
        team: {min: 1, max: 2}
        needs:
          - {id: data, skill: SQL, days: ↓30}
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
      "{} days are wanted, {} people have {} in the window":
        "{} jours sont demandés, {} personnes en ont {} dans la période",
      "widen the window, raise `team.max`, or split the need":
        "élargissez la période, augmentez `team.max`, ou divisez le besoin",
    ])

  static func check(_ contract: Contract, _ asOf: PartialDate, _ findings: inout Findings) {
    guard let start = contract.startDate, let end = contract.endDate, let most = contract.team?.max, most > 0 else {
      return
    }
    guard end.lastDay >= start.firstDay else { return }
    // As matching counts the days of people who work five days a week.
    let days = (end.lastDay - start.firstDay + 1) * 5 / 7
    for (index, need) in contract.needs.enumerated() {
      guard let wanted = need.days, need.isMust, wanted > days * most else { continue }
      findings.add(
        "\(wanted) days are wanted, \(most) people have \(days * most) in the window",
        at: ["needs", String(index), "days"],
        help: "widen the window, raise `team.max`, or split the need")
    }
  }
}
