internal import ParcoursModel
internal import ParcoursSource

/// A transition from a step that is not there.
enum TransitionFromNowhere: Rule {
  static let metadata = RuleMetadata(
    id: "transition-from-nowhere",
    summary: "A transition from a step that is not there.",
    rationale: """
      A pivot names the step it turned away from; where that has no such id, pages cannot draw the turn.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, id: pastry, title: Cook, startDate: 2015, endDate: 2018-12}
          - kind: role
            title: Nurse
            startDate: 2019-01
            transition: {kind: pivot, from: ↓pastri, summary: From ovens to wards}
        """),
      .identity(
        """
        path:
          - {kind: role, id: pastry, title: Cook, startDate: 2015, endDate: 2018-12}
          - kind: role
            title: Nurse
            startDate: 2019-01
            transition: {kind: pivot, from: pastry, summary: From ovens to wards}
        """),
    ],
    french: [
      "no step has the id \"{}\"":
        "aucune étape n’a l’identifiant « {} »",
      "write `id: {}` on the step it turned away from":
        "écrivez `id: {}` sur l’étape quittée",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let ids = subject.identity.path.compactMap(\.attributes.id)
    for (index, step) in subject.identity.path.enumerated() {
      guard let from = step.transition?.from, !ids.contains(from) else { continue }
      findings.add(
        "no step has the id \"\(from)\"", at: ["path", String(index), "transition", "from"],
        help: Spelling.nearest(to: from, among: ids).map { "did you mean `\($0)`?" }
          ?? "write `id: \(from)` on the step it turned away from")
    }
  }
}
