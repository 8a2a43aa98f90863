internal import ParcoursModel
internal import ParcoursSource

/// Evidence, or a turn, that refers to an id nothing has.
enum EvidenceNowhere: Rule {
  static let metadata = RuleMetadata(
    id: "evidence-nowhere",
    summary: "Evidence, or a turn, that refers to an id nothing has.",
    rationale: """
      A reference that leads nowhere proves nothing. Ids of steps, missions, projects, certificates, publications, awards and recommendations can be referred to.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, id: lab, title: Engineer, startDate: 2020}
        skills:
          - {name: Swift, evidence: [lab, ↓labb]}
        """),
      .identity(
        """
        path:
          - {kind: role, id: lab, title: Engineer, startDate: 2020}
        skills:
          - {name: Swift, evidence: [lab]}
        """),
    ],
    french: [
      "nothing has the id \"{}\"":
        "rien n’a l’identifiant « {} »",
      "give the step or work this `id`":
        "donnez cet `id` à l’étape ou à la réalisation",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let identity = subject.identity
    let ids = identity.referableIDs.map(\.id)
    let known = Set(ids)
    for (index, skill) in identity.skills.enumerated() {
      for (position, id) in skill.evidence.enumerated() where !known.contains(id) {
        add(id, ["skills", String(index), "evidence", String(position)], ids, &findings)
      }
    }
    for (index, step) in identity.path.enumerated() {
      if let from = step.transition?.from, !known.contains(from) {
        add(from, ["path", String(index), "transition", "from"], ids, &findings)
      }
    }
  }

  private static func add(_ id: String, _ place: [String], _ ids: [String], _ findings: inout Findings) {
    findings.add(
      "nothing has the id \"\(id)\"", at: place,
      help: Spelling.nearest(to: id, among: ids).map { "did you mean `\($0)`?" } ?? "give the step or work this `id`")
  }
}
