internal import ParcoursModel
internal import ParcoursSource

/// A mission that lies outside the role it belongs to.
enum MissionOutsideStep: Rule {
  static let metadata = RuleMetadata(
    id: "mission-outside-step",
    summary: "A mission that lies outside the role it belongs to.",
    rationale: """
      A mission within a role cannot begin before the role or end after it; one of the dates is wrong.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - kind: role
            title: Consultant
            startDate: 2020-01
            endDate: 2021-12
            engagements:
              - {title: Migration, startDate: ↓2019-03, endDate: 2020-06}
        """),
      .identity(
        """
        path:
          - kind: role
            title: Consultant
            startDate: 2020-01
            engagements:
              - {title: Migration, startDate: 2020, endDate: 2020-06}
        """),
    ],
    french: [
      "the mission begins {}, before its role does":
        "la mission commence ({}) avant son poste",
      "the mission ends {}, after its role does":
        "la mission finit ({}) après son poste",
      "mend one of the two dates":
        "corrigez l’une des deux dates",
      "the role begins {}":
        "début du poste : {}",
      "the role ends {}":
        "fin du poste : {}",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, step) in subject.identity.path.enumerated() {
      for (inner, mission) in step.engagements.enumerated() {
        let place = ["path", String(index), "engagements", String(inner)]
        if let start = mission.startDate, let first = step.startDate, start.lastDay < first.firstDay {
          findings.add(
            "the mission begins \(start), before its role does", at: place + ["startDate"],
            help: "mend one of the two dates",
            note: ("the role begins \(first)", ["path", String(index), "startDate"]))
        }
        if let end = mission.endDate, let last = step.endDate, end.firstDay > last.lastDay {
          findings.add(
            "the mission ends \(end), after its role does", at: place + ["endDate"], help: "mend one of the two dates",
            note: ("the role ends \(last)", ["path", String(index), "endDate"]))
        }
      }
    }
  }
}
