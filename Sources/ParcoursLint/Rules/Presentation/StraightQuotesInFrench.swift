internal import ParcoursModel
internal import ParcoursSource

/// Straight quotation marks in a French text.
enum StraightQuotesInFrench: Rule {
  static let metadata = RuleMetadata(
    id: "straight-quotes-in-french",
    summary: "Straight quotation marks in a French text.",
    rationale: """
      French quotes stand in guillemets, with a narrow space inside: « ainsi ». Straight ones read as a
      typewriter's, or as English.
      """,
    severity: .note, since: "0.1.0",
    examples: [
      .identity(
        """
        language: fr
        headline: ↓Le "chef" des pâtes
        """),
      .identity(
        """
        language: fr
        headline: {fr: Le « chef » des pâtes, en: The "chef" of pasta}
        """),
    ],
    french: [
      "French puts quotes in guillemets":
        "en français, les citations se mettent entre guillemets",
      "write « … », with narrow spaces inside":
        "écrivez « … », avec des espaces fines à l’intérieur",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let identity = subject.identity
    func look(_ text: LocalizedText?, _ place: [String], _ findings: inout Findings) {
      for version in text?.versions ?? [] where (version.language ?? identity.documentLanguage).hasPrefix("fr") {
        // One sign alone is inches.
        guard version.text.utf8.count(where: { $0 == 0x22 }) > 1 else { continue }
        let own = version.language.map { place + [$0] } ?? place
        findings.add("French puts quotes in guillemets", at: own, help: "write « … », with narrow spaces inside")
      }
    }
    look(identity.headline, ["headline"], &findings)
    look(identity.summary, ["summary"], &findings)
    for (index, step) in identity.path.enumerated() {
      look(step.title, ["path", String(index), "title"], &findings)
      look(step.summary, ["path", String(index), "summary"], &findings)
      for (position, highlight) in step.highlights.enumerated() {
        look(highlight, ["path", String(index), "highlights", String(position)], &findings)
      }
    }
  }
}
