internal import ParcoursModel
internal import ParcoursSource

/// Two people who must both be in the team and must not meet.
enum ConflictInsideIncluded: Rule {
  static let metadata = RuleMetadata(
    id: "conflict-inside-included",
    summary: "Two people who must both be in the team and must not meet.",
    rationale: """
      Both rules cannot hold, whoever else there is.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .contract(
        """
        startDate: 2027-01-11
        endDate: 2027-04-02
        needs:
          - {id: data, skill: SQL, days: 20}
        include: [ana, bo]
        conflicts: [↓[ana, bo]]
        """),
      .contract(
        """
        startDate: 2027-01-11
        endDate: 2027-04-02
        needs:
          - {id: data, skill: SQL, days: 20}
        include: [ana]
        conflicts: [[ana, bo]]
        """),
    ],
    french: [
      "\"{}\" and \"{}\" must both be in the team, and must not meet":
        "« {} » et « {} » doivent tous deux être dans l’équipe, et ne pas se rencontrer",
      "include one of the two, or remove the conflict":
        "n’en incluez qu’un, ou supprimez le conflit",
      "they are included here":
        "ils sont inclus ici",
    ])

  static func check(_ contract: Contract, _ asOf: PartialDate, _ findings: inout Findings) {
    for (index, pair) in contract.conflicts.enumerated()
    where pair.count == 2 && pair.allSatisfy(contract.include.contains) {
      findings.add(
        "\"\(pair[0])\" and \"\(pair[1])\" must both be in the team, and must not meet",
        at: ["conflicts", String(index)],
        help: "include one of the two, or remove the conflict", note: ("they are included here", ["include"]))
    }
  }
}
