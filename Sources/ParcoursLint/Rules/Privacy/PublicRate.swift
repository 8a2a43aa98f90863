internal import ParcoursModel
internal import ParcoursSource

/// A rate that everybody may see.
enum PublicRate: Rule {
  static let metadata = RuleMetadata(
    id: "public-rate",
    summary: "A rate that everybody may see.",
    rationale: """
      A published rate is a ceiling in every talk that follows, and tells each client what the others pay. The
      matcher reads it where it stays private.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        rate: {amount: 650, currency: EUR, per: day, visibility: ↓public}
        """),
      .identity(
        """
        rate: {amount: 650, currency: EUR, per: day}
        """),
    ],
    french: [
      "everybody may see this rate":
        "tout le monde peut voir ce tarif",
      "remove `visibility`: a rate is private by itself":
        "supprimez `visibility` : un tarif est privé de lui-même",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    guard subject.identity.rate?.attributes.visibility == .public else { return }
    findings.add(
      "everybody may see this rate", at: ["rate", "visibility"],
      help: "remove `visibility`: a rate is private by itself")
  }
}
