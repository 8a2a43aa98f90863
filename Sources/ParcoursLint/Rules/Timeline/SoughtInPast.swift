internal import ParcoursModel
internal import ParcoursSource

/// A wish or an agreement whose time is over.
enum SoughtInPast: Rule {
  static let metadata = RuleMetadata(
    id: "sought-in-past",
    summary: "A wish or an agreement whose time is over.",
    rationale: """
      Yesterday's wish makes the whole profile look abandoned. What came true is held now; what did not can go.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, title: Cook, status: sought, startDate: 2020-01, endDate: ↓2021-01}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Cook, status: sought, startDate: 2027-01}
        """),
    ],
    french: [
      "this step is {}, but its end, {}, is over":
        "cette étape est {}, mais sa fin ({}) est passée",
      "sought":
        "souhaitée",
      "agreed":
        "convenue",
      "remove the step, or remove `status` where it came true":
        "supprimez l’étape, ou supprimez `status` si elle a eu lieu",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, step) in subject.identity.path.enumerated() where step.status != .held {
      guard let end = step.endDate, end.lastDay < subject.asOf.firstDay else { continue }
      findings.add(
        "this step is \(step.status == .sought ? "sought" : "agreed" as Message), but its end, \(end), is over",
        at: ["path", String(index), "endDate"], help: "remove the step, or remove `status` where it came true")
    }
  }
}
