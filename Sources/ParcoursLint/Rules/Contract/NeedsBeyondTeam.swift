internal import ParcoursModel
internal import ParcoursSource

/// A contract whose rules contradict each other.
enum NeedsBeyondTeam: Rule {
  static let metadata = RuleMetadata(
    id: "needs-beyond-team",
    summary: "A contract whose rules contradict each other.",
    rationale: """
      A team smaller than its least size, more people to include than there are places, or the same need twice: no pool of people can mend that.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .contract(
        """
        startDate: 2027-01-11
        endDate: 2027-04-02
        needs:
          - {id: data, skill: SQL, days: 20}
        team: {min: ↓5, max: 3}
        """),
      .contract(
        """
        startDate: 2027-01-11
        endDate: 2027-04-02
        needs:
          - {id: data, skill: SQL, days: 20}
        team: {min: 3, max: 5}
        """),
    ],
    french: [
      "the least size, {}, is over the greatest, {}":
        "la taille minimale, {}, dépasse la maximale, {}",
      "swap them":
        "échangez-les",
      "{} people must be in a team of {} at the most":
        "{} personnes doivent être dans une équipe de {} au plus",
      "let fewer in, or raise `team.max`":
        "incluez-en moins, ou augmentez `team.max`",
      "\"{}\" is both included and excluded":
        "« {} » est à la fois inclus et exclu",
      "a second need has the id \"{}\"":
        "un second besoin a l’identifiant « {} »",
      "name it otherwise":
        "nommez-le autrement",
    ])

  static func check(_ contract: Contract, _ asOf: PartialDate, _ findings: inout Findings) {
    if let least = contract.team?.min, let most = contract.team?.max, least > most {
      findings.add("the least size, \(least), is over the greatest, \(most)", at: ["team", "min"], help: "swap them")
    }
    if let most = contract.team?.max, contract.include.count > most {
      findings.add(
        "\(contract.include.count) people must be in a team of \(most) at the most", at: ["include"],
        help: "let fewer in, or raise `team.max`")
    }
    for id in contract.include where contract.exclude.contains(id) {
      findings.add("\"\(id)\" is both included and excluded", at: ["include"], help: "keep one of the two")
    }
    var seen: Set<String> = []
    for (index, need) in contract.needs.enumerated() {
      guard let id = need.id, !seen.insert(id).inserted else { continue }
      findings.add("a second need has the id \"\(id)\"", at: ["needs", String(index), "id"], help: "name it otherwise")
    }
  }
}
