internal import ParcoursModel
internal import ParcoursSource

/// A step has a field that only steps of another kind have.
enum FieldOfAnotherKind: Rule {
  static let metadata = RuleMetadata(
    id: "field-of-another-kind",
    summary: "A step has a field that only steps of another kind have.",
    rationale: """
      A study is told by its institution, area and studyType, a break by its reason, a role by its title and organization. A \
      field of another kind is kept, but no page shows it.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: study, title: ↓Master of design, organization: ↓{name: Design school}, startDate: 2018, endDate: 2020}
        """),
      .identity(
        """
        path:
          - {kind: study, studyType: Master, area: Design, institution: {name: Design school}, startDate: 2018, endDate: 2020}
        """),
    ],
    french: [
      "a {} has no `{}`":
        "une étape « {} » n’a pas de `{}`",
      "`studyType` (Master) and `area` (Design)": "`studyType` (Master) et `area` (Design)",
      "`reason`, and what you want to say of it in `summary`": "`reason`, et ce que vous voulez en dire dans `summary`",
      "`institution`": "`institution`", "`organization`": "`organization`", "`title`": "`title`",
      "it in `summary`": "cela dans `summary`",
      "a step of `kind: study`": "une étape `kind: study`",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, step) in subject.identity.path.enumerated() {
      for (field, instead) in misplaced(in: step) {
        findings.add(
          "a \(step.kind.rawValue) has no `\(field)`", at: ["path", String(index), field], help: "write \(instead)")
      }
    }
  }

  /// The fields a step should not have, and what stands for them in its kind.
  private static func misplaced(in step: Step) -> [(field: String, instead: Message)] {
    let fields: [(isThere: Bool, field: String, instead: Message)]
    switch step.kind {
    case .study:
      fields = [
        (step.title != nil, "title", "`studyType` (Master) and `area` (Design)"),
        (step.organization != nil, "organization", "`institution`"), (step.reason != nil, "reason", "it in `summary`"),
      ]
    case .break:
      fields = [
        (step.title != nil, "title", "`reason`, and what you want to say of it in `summary`"),
        (step.organization != nil, "organization", "it in `summary`"),
        (step.institution != nil, "institution", "a step of `kind: study`"),
      ]
    case .role:
      fields = [
        (step.institution != nil, "institution", "`organization`"), (step.area != nil, "area", "`title`"),
        (step.studyType != nil, "studyType", "`title`"),
        (step.reason != nil, "reason", "it in `summary`, or a step of `kind: break`"),
      ]
    }
    return fields.filter(\.isThere).map { ($0.field, $0.instead) }
  }
}
