internal import ParcoursModel
internal import ParcoursSource

/// A step that has not begun and is not marked as future.
enum HeldInFuture: Rule {
  static let metadata = RuleMetadata(
    id: "held-in-future",
    summary: "A step that has not begun and is not marked as future.",
    rationale: """
      A step that starts after today is agreed or sought; without that mark it reads like experience that is not
      there yet.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, title: Cook, startDate: ↓2027-05}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Cook, status: agreed, startDate: 2027-05}
        """),
    ],
    french: [
      "this step begins {}, which is still to come":
        "cette étape n’a pas encore commencé ({})",
      "write `status: agreed` or `status: sought`, or mend the date":
        "écrivez `status: agreed` ou `status: sought`, ou corrigez la date",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, step) in subject.identity.path.enumerated() where step.status == .held {
      guard let start = step.startDate, start.firstDay > subject.asOf.lastDay else { continue }
      findings.add(
        "this step begins \(start), which is still to come", at: ["path", String(index), "startDate"],
        help: "write `status: agreed` or `status: sought`, or mend the date")
    }
  }
}
