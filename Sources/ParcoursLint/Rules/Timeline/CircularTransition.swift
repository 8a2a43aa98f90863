internal import ParcoursModel
internal import ParcoursSource

/// A turn that leads back to where it began.
enum CircularTransition: Rule {
  static let metadata = RuleMetadata(
    id: "circular-transition",
    summary: "A turn that leads back to where it began.",
    rationale: """
      `from` names the earlier step that a turn leaves. Followed from step to step it must come to an end; a circle tells a
      story that nobody can follow.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, id: cook, title: Cook, startDate: 2015, transition: {kind: pivot, from: ↓nurse, carriedOver: [calm]}}
          - {kind: role, id: nurse, title: Nurse, startDate: 2019, transition: {kind: pivot, from: cook, carriedOver: [calm]}}
        """),
      .identity(
        """
        path:
          - {kind: role, id: cook, title: Cook, startDate: 2015, transition: {kind: return, from: ↓cook}}
        """),
      .identity(
        """
        path:
          - {kind: role, id: cook, title: Cook, startDate: 2015}
          - {kind: role, id: nurse, title: Nurse, startDate: 2019, transition: {kind: pivot, from: cook, carriedOver: [calm]}}
        """),
    ],
    french: [
      "\"{}\" leads back to this step": "« {} » ramène à cette étape",
      "name the step that was left for this one": "nommez l’étape que celle-ci a remplacée",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let path = subject.identity.path
    var from: [String: String] = [:]
    for step in path {
      if let id = step.attributes.id, let before = step.transition?.from { from[id] = before }
    }
    var told: Set<String> = []
    for (index, step) in path.enumerated() {
      guard let id = step.attributes.id, let first = step.transition?.from, !told.contains(id) else { continue }
      var seen: Set<String> = [id]
      var place = first
      while seen.insert(place).inserted, let next = from[place] { place = next }
      guard place == id, from[place] != nil else { continue }
      // One circle, one finding.
      told.formUnion(seen)
      findings.add(
        "\"\(first)\" leads back to this step", at: ["path", String(index), "transition", "from"],
        help: "name the step that was left for this one")
    }
  }
}
