internal import ParcoursModel
internal import ParcoursSource

/// A pivot that does not say what it carried over.
enum SilentPivot: Rule {
  static let metadata = RuleMetadata(
    id: "silent-pivot",
    summary: "A pivot that does not say what it carried over.",
    rationale: """
      A pivot is an asset once it is told: what moved with the person, and why. Without that a reader sees two
      careers that do not meet.
      """,
    severity: .note, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, id: pastry, title: Cook, startDate: 2015, endDate: 2018-12}
          - kind: role
            title: Nurse
            startDate: 2019-01
            transition: ↓{kind: pivot, from: pastry}
        """),
      .identity(
        """
        path:
          - {kind: role, id: pastry, title: Cook, startDate: 2015, endDate: 2018-12}
          - kind: role
            title: Nurse
            startDate: 2019-01
            transition: {kind: pivot, from: pastry, carriedOver: [calm, hygiene]}
        """),
    ],
    french: [
      "this pivot does not say what it carried over":
        "cette reconversion ne dit pas ce qu’elle a transmis",
      "add `carriedOver: [planning, teaching]`, or a `summary`":
        "ajoutez `carriedOver: [planification, pédagogie]`, ou un `summary`",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, step) in subject.identity.path.enumerated() {
      guard let transition = step.transition, transition.kind == .pivot, transition.summary == nil,
        transition.carriedOver.isEmpty
      else { continue }
      findings.add(
        "this pivot does not say what it carried over", at: ["path", String(index), "transition"],
        help: "add `carriedOver: [planning, teaching]`, or a `summary`")
    }
  }
}
