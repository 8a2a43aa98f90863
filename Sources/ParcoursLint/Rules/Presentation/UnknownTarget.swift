internal import ParcoursModel
internal import ParcoursSource

/// An output for a target that is not there.
enum UnknownTarget: Rule {
  static let metadata = RuleMetadata(
    id: "unknown-target",
    summary: "An output for a target that is not there.",
    rationale: """
      An output names the target it is cut for; without that target the file would be cut for nobody.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .identity(
        """
        targets:
          cto: {headline: Data lead}
        outputs:
          - {format: html, path: index.html, target: ↓ceo}
        """),
      .identity(
        """
        targets:
          cto: {headline: Data lead}
        outputs:
          - {format: html, path: index.html, target: cto}
        """),
    ],
    french: [
      "no target is called \"{}\"":
        "aucune cible ne s’appelle « {} »",
      "add it under `targets`":
        "ajoutez-la sous `targets`",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let names = (subject.identity.targets?.entries ?? []).map(\.name)
    for (index, output) in subject.identity.outputs.enumerated() {
      guard let target = output.target, !names.contains(target) else { continue }
      findings.add(
        "no target is called \"\(target)\"", at: ["outputs", String(index), "target"],
        help: Spelling.nearest(to: target, among: names).map { "did you mean `\($0)`?" } ?? "add it under `targets`")
    }
  }
}
