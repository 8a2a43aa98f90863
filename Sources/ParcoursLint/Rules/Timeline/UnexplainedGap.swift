internal import ParcoursModel
internal import ParcoursSource

/// More than three months that no step covers.
enum UnexplainedGap: Rule {
  static let metadata = RuleMetadata(
    id: "unexplained-gap",
    summary: "More than three months that no step covers.",
    rationale: """
      Readers count months and fill holes with their worst guess. A break, a study or a role that covers the time says what it was; it may be private and still keep the owner's file whole.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, title: Cook, startDate: 2018-01, endDate: 2019-06}
          - ↓{kind: role, title: Nurse, startDate: 2020-02}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Cook, startDate: 2018-01, endDate: 2019-06}
          - {kind: break, reason: travel, startDate: 2019-07, endDate: 2020-01}
          - {kind: role, title: Nurse, startDate: 2020-02}
        """),
    ],
    french: [
      "nothing covers the {} months before {}":
        "rien ne couvre les {} mois avant {}",
      "add an entry for that time: work, volunteering or education":
        "ajoutez une entrée pour cette période : travail, bénévolat ou formation",
      "add a step of `kind: break` or `study` for that time":
        "ajoutez une étape `kind: break` ou `study` pour cette période",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let path = subject.identity.path
    let dated = path.indices.filter { path[$0].startDate != nil && path[$0].status == .held }
      .sorted { (path[$0].startDate?.firstMonth ?? 0, $0) < (path[$1].startDate?.firstMonth ?? 0, $1) }
    var coveredUntil: Int?
    for index in dated {
      guard let start = path[index].startDate else { continue }
      if let covered = coveredUntil, start.firstMonth - covered - 1 > 3 {
        findings.add(
          "nothing covers the \(start.firstMonth - covered - 1) months before \(start)", at: ["path", String(index)],
          help: subject.isForeign
            ? "add an entry for that time: work, volunteering or education"
            : "add a step of `kind: break` or `study` for that time")
      }
      coveredUntil = max(coveredUntil ?? .min, path[index].endDate?.lastMonth ?? .max - 1)
    }
  }
}
