internal import ParcoursModel
internal import ParcoursSource

/// A role or a study that does not say when.
enum StepWithoutDate: Rule {
  static let metadata = RuleMetadata(
    id: "step-without-date",
    summary: "A role or a study that does not say when.",
    rationale: """
      Without a beginning a step has no place on the path: it cannot be sorted, counted as experience, or proven to
      fill a gap.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - ↓{kind: role, title: Cook}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Cook, status: sought}
          - {kind: study, area: Baking, endDate: 2010}
        """),
    ],
    french: [
      "this step does not say when it was":
        "cette étape ne dit pas quand elle a eu lieu",
      "add a `startDate`; a year is enough":
        "ajoutez `startDate` ; une année suffit",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, step) in subject.identity.path.enumerated()
    where step.kind != .break && step.status == .held && step.startDate == nil && step.endDate == nil {
      // What could not be read of a date is said where it stands.
      guard !subject.isKept("startDate", in: step.attributes.extensions) else { continue }
      findings.add(
        "this step does not say when it was", at: ["path", String(index)], help: "add a `startDate`; a year is enough")
    }
  }
}
