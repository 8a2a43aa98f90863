internal import ParcoursModel
internal import ParcoursSource

/// Two items with one id.
enum DuplicateID: Rule {
  static let metadata = RuleMetadata(
    id: "duplicate-id",
    summary: "Two items with one id.",
    rationale: """
      Evidence, transitions and targets refer to items by their ids; two with the same one leave it open which is
      meant.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, id: mo, title: Cook, startDate: 2015, endDate: 2018-12}
          - {kind: role, id: ↓mo, title: Nurse, startDate: 2019-01}
        """),
      .identity(
        """
        path:
          - {kind: role, id: mo, title: Cook, startDate: 2015, endDate: 2018-12}
          - {kind: role, id: jo, title: Nurse, startDate: 2019-01}
        """),
    ],
    french: [
      "a second item has the id \"{}\"":
        "un second élément a l’identifiant « {} »",
      "give it another id":
        "donnez-lui un autre identifiant",
      "the first is here":
        "le premier est ici",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    var seen: [String: [String]] = [:]
    func look(_ items: [some Item], _ place: [String], _ findings: inout Findings) {
      for (index, item) in items.enumerated() {
        guard let id = item.attributes.id else { continue }
        let own = place + [String(index), "id"]
        guard let first = seen.updateValue(own, forKey: id) else { continue }
        findings.add(
          "a second item has the id \"\(id)\"", at: own, help: "give it another id", note: ("the first is here", first))
      }
    }
    let identity = subject.identity
    look(identity.path, ["path"], &findings)
    for (index, step) in identity.path.enumerated() {
      look(step.engagements, ["path", String(index), "engagements"], &findings)
    }
    look(identity.projects, ["projects"], &findings)
    look(identity.publications, ["publications"], &findings)
    look(identity.awards, ["awards"], &findings)
    look(identity.certificates, ["certificates"], &findings)
    look(identity.recommendations, ["recommendations"], &findings)
  }
}
