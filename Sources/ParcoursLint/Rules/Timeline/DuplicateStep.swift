internal import ParcoursModel
internal import ParcoursSource

/// The same step twice.
enum DuplicateStep: Rule {
  static let metadata = RuleMetadata(
    id: "duplicate-step",
    summary: "The same step twice.",
    rationale: """
      The same title at the same place from the same day is one step that was written, or merged, twice.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, title: Cook, organization: {name: Mo}, startDate: 2015, endDate: 2018}
          - ↓{kind: role, title: Cook, organization: {name: Mo}, startDate: 2015, endDate: 2018}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Cook, organization: {name: Mo}, startDate: 2015, endDate: 2018}
          - {kind: role, title: Cook, organization: {name: Jo}, startDate: 2015, endDate: 2018}
          - {kind: break, reason: travel, startDate: 2019, endDate: 2019}
          - {kind: break, reason: caregiving, startDate: 2019, endDate: 2019}
        """),
    ],
    french: [
      "this step stands twice":
        "cette étape figure deux fois",
      "remove one of the two":
        "supprimez l’une des deux",
      "it stands here first":
        "elle figure ici d’abord",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    struct Key: Hashable {
      let kind: Step.Kind
      let reason: Step.BreakReason?
      let title: LocalizedText?
      let organization: String?
      let area: LocalizedText?
      let start: PartialDate?
      let end: PartialDate?
    }
    var seen: [Key: Int] = [:]
    for (index, step) in subject.identity.path.enumerated() where step.startDate != nil {
      let key = Key(
        kind: step.kind, reason: step.reason, title: step.title,
        organization: step.organization?.name ?? step.institution?.name,
        area: step.area,
        start: step.startDate, end: step.endDate)
      guard let first = seen[key] else {
        seen[key] = index
        continue
      }
      findings.add(
        "this step stands twice", at: ["path", String(index)], help: "remove one of the two",
        note: ("it stands here first", ["path", String(first)]))
    }
  }
}
