internal import ParcoursModel
internal import ParcoursSource

/// A break that does not say what it was for.
enum BreakWithoutReason: Rule {
  static let metadata = RuleMetadata(
    id: "break-without-reason",
    summary: "A break that does not say what it was for.",
    rationale: """
      A break with a reason is a part of the path; a bare gap invites guesses. The reason may be for the network alone, or private.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - ↓{kind: break, startDate: 2020, endDate: 2021}
        """),
      .identity(
        """
        path:
          - {kind: break, reason: caregiving, startDate: 2020, endDate: 2021}
        """),
    ],
    french: [
      "this break has no reason":
        "cette pause n’a pas de motif",
      "add `reason`: caregiving, health, travel…; `visibility: private` keeps it to yourself":
        "ajoutez `reason` : caregiving, health, travel… ; `visibility: private` le garde pour vous",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, step) in subject.identity.path.enumerated() where step.kind == .break && step.reason == nil {
      findings.add(
        "this break has no reason", at: ["path", String(index)],
        help: "add `reason`: caregiving, health, travel…; `visibility: private` keeps it to yourself")
    }
  }
}
