internal import ParcoursModel
internal import ParcoursSource

/// Somebody else’s address in a recommendation.
enum ContactInRecommendation: Rule {
  static let metadata = RuleMetadata(
    id: "contact-in-recommendation",
    summary: "Somebody else’s address in a recommendation.",
    rationale: """
      A recommendation is published with the profile; the address in it belongs to somebody who agreed to be quoted,
      not to be called.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        recommendations:
          - {from: {name: Bo}, text: ↓'Ana is calm. Ask me: bo@example.org'}
        """),
      .identity(
        """
        recommendations:
          - {from: {name: Bo}, text: Ana is calm.}
        """),
    ],
    french: [
      "an address in this text belongs to somebody else":
        "une adresse dans ce texte appartient à quelqu’un d’autre",
      "remove it; give it when you are asked":
        "supprimez-la ; donnez-la quand on vous la demande",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, recommendation) in subject.identity.recommendations.enumerated() {
      for version in recommendation.text?.versions ?? [] where hasAddress(version.text) {
        let place = ["recommendations", String(index), "text"]
        findings.add(
          "an address in this text belongs to somebody else", at: version.language.map { place + [$0] } ?? place,
          help: "remove it; give it when you are asked")
        break
      }
    }
  }

  private static func hasAddress(_ text: String) -> Bool {
    text.split { $0.isWhitespace || "<>(),;".contains($0) }.contains { word in
      let parts = word.split(separator: "@", omittingEmptySubsequences: false)
      let isEmail = parts.count == 2 && !parts[0].isEmpty && parts[1].dropFirst().dropLast(2).contains(".")
      let isPhone = word.hasPrefix("+") && word.filter(\.isNumber).count >= 9
      return isEmail || isPhone
    }
  }
}
