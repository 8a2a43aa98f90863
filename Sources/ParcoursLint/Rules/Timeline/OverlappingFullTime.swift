internal import ParcoursModel
internal import ParcoursSource

/// Two full-time roles at the same time.
enum OverlappingFullTime: Rule {
  static let metadata = RuleMetadata(
    id: "overlapping-full-time",
    summary: "Two full-time roles at the same time.",
    rationale: """
      Several jobs at once are normal, and legible where each says its workload. Two that both take a whole week read as a mistake or a fib. Up to a month of overlap passes as a handover.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, title: Cook, engagement: fullTime, startDate: 2020-01, endDate: 2021-06}
          - ↓{kind: role, title: Nurse, engagement: fullTime, startDate: 2020-09, endDate: 2022-01}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Cook, engagement: fullTime, workload: 50, startDate: 2020-01, endDate: 2021-06}
          - {kind: role, title: Nurse, engagement: partTime, workload: 50, startDate: 2020-09, endDate: 2022-01}
        """),
    ],
    french: [
      "two full-time roles for {} months at the same time":
        "deux postes à temps plein en même temps pendant {} mois",
      "give each its `workload`, or mend the dates":
        "donnez à chacun son `workload`, ou corrigez les dates",
      "the other role is here":
        "l’autre poste est ici",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let path = subject.identity.path
    let full = path.indices.filter { index in
      let step = path[index]
      guard step.kind == .role, step.status == .held, step.startDate != nil else { return false }
      return (step.workload ?? (step.engagement == .fullTime ? 100 : 0)) >= 100
    }
    // Every two are compared: more than so many are no timeline, and not worth the square of them.
    for (position, index) in full.prefix(500).enumerated() {
      for earlier in full[..<position] {
        guard let months = overlap(path[earlier], path[index], subject.asOf), months > 1 else { continue }
        findings.add(
          "two full-time roles for \(months) months at the same time", at: ["path", String(index)],
          help: "give each its `workload`, or mend the dates",
          note: ("the other role is here", ["path", String(earlier)]))
      }
    }
  }

  private static func overlap(_ left: Step, _ right: Step, _ asOf: PartialDate) -> Int? {
    guard let leftStart = left.startDate, let rightStart = right.startDate else { return nil }
    // A year alone may mean any of its months: the overlap counted is the least there can be.
    let start = max(latestStart(leftStart), latestStart(rightStart))
    let end = min(left.endDate?.firstMonth ?? asOf.lastMonth, right.endDate?.firstMonth ?? asOf.lastMonth)
    return end > start ? end - start : nil
  }

  private static func latestStart(_ date: PartialDate) -> Int { date.lastMonth }
}
