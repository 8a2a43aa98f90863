internal import ParcoursModel
internal import ParcoursSource

/// A contract of which nothing must be delivered.
enum NothingMust: Rule {
  static let metadata = RuleMetadata(
    id: "nothing-must",
    summary: "A contract of which nothing must be delivered.",
    rationale: """
      Where every need may be left out, the cheapest team delivers nothing.
      """,
    severity: .note, since: "0.1.0",
    examples: [
      .contract(
        """
        startDate: 2027-01-11
        endDate: 2027-04-02
        needs: ↓[{id: data, skill: SQL, days: 20, must: false}]
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
      "every need may be left out":
        "chaque besoin peut être omis",
      "remove `must: false` from what the client cannot do without":
        "supprimez `must: false` là où le client ne peut s’en passer",
    ])

  static func check(_ contract: Contract, _ asOf: PartialDate, _ findings: inout Findings) {
    guard !contract.needs.isEmpty, contract.needs.allSatisfy({ !$0.isMust }) else { return }
    findings.add(
      "every need may be left out", at: ["needs"], help: "remove `must: false` from what the client cannot do without")
  }
}
