internal import ParcoursModel
internal import ParcoursSource

/// More days than the window has for the largest team.
enum NeedBeyondWindow: Rule {
  static let metadata = RuleMetadata(
    id: "need-beyond-window",
    summary: "More days than the window has for the largest team.",
    rationale: """
      Working days of the window times the largest team is all that can be delivered; no pool of people can mend
      that.
      """,
    severity: .error, since: "0.1.0",
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
    // 1970-01-01 was a Thursday.
    let days = (start.firstDay...end.lastDay).count { day in
      let weekday = ((day + 3) % 7 + 7) % 7
      return weekday < 5
    }
    for (index, need) in contract.needs.enumerated() {
      guard let wanted = need.days, need.isMust, wanted > days * most else { continue }
      findings.add(
        "\(wanted) days are wanted, \(most) people have \(days * most) in the window",
        at: ["needs", String(index), "days"],
        help: "widen the window, raise `team.max`, or split the need")
    }
  }
}
