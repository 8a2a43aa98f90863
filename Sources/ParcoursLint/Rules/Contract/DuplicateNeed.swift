internal import ParcoursModel
internal import ParcoursSource

/// One skill in two needs.
enum DuplicateNeed: Rule {
  static let metadata = RuleMetadata(
    id: "duplicate-need",
    summary: "One skill in two needs.",
    rationale: """
      Two needs for one skill at one level are one need; split, they can fall to two people where one would do.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .contract(
        """
        startDate: 2027-01-11
        endDate: 2027-04-02
        needs:
          - {id: data, skill: SQL, days: 20}
          - {id: more, skill: ↓sql, days: 10}
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
      "a second need asks for \"{}\"":
        "un second besoin demande « {} »",
      "add its days to the first":
        "ajoutez ses jours au premier",
    ])

  static func check(_ contract: Contract, _ asOf: PartialDate, _ findings: inout Findings) {
    struct Key: Hashable {
      let skill: String
      let level: Skill.Level?
    }
    var seen: [Key: Int] = [:]
    for (index, need) in contract.needs.enumerated() {
      guard let skill = need.skill else { continue }
      let key = Key(skill: Folding.folded(skill), level: need.level)
      guard let first = seen[key] else {
        seen[key] = index
        continue
      }
      findings.add(
        "a second need asks for \"\(skill)\"", at: ["needs", String(index), "skill"], help: "add its days to the first",
        note: ("the first is here", ["needs", String(first), "skill"]))
    }
  }
}
