internal import ParcoursModel
internal import ParcoursSource

/// The headline lacks a language that is used elsewhere.
enum MissingHeadlineTranslation: Rule {
  static let metadata = RuleMetadata(
    id: "missing-headline-translation",
    summary: "The headline lacks a language that is used elsewhere.",
    rationale: """
      The headline is what is read first and found by. Where the summary or the path speaks a language, the headline should too.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        language: fr
        headline: ↓Infirmière
        summary: {fr: Bonjour, en: Hello}
        """),
      .identity(
        """
        language: fr
        headline: {fr: Infirmière, en: Nurse}
        summary: {fr: Bonjour, en: Hello}
        """),
    ],
    french: [
      "add `{}: …` to it": "ajoutez-y `{}: …`",
      "the headline is not in {}, which other texts are in":
        "l’accroche n’a pas de version « {} », contrairement à d’autres textes",
      "write `headline: {{}: …, {}: …}`":
        "écrivez `headline: {{}: …, {}: …}`",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let identity = subject.identity
    guard let headline = identity.headline else { return }
    func tags(_ text: LocalizedText) -> [String] { text.versions.map { $0.language ?? identity.documentLanguage } }
    let texts =
      [identity.summary].compactMap(\.self) + identity.path.flatMap { [$0.title, $0.summary].compactMap(\.self) }
    let own = Set(tags(headline))
    let missing = Set(texts.flatMap(tags)).subtracting(own).sorted()
    guard !missing.isEmpty else { return }
    findings.add(
      "the headline is not in \(missing.joined(separator: ", ")), which other texts are in", at: ["headline"],
      help: headline.versions.contains { $0.language != nil }
        ? "add `\(missing[0]): …` to it" : "write `headline: {\(own.sorted().first ?? "en"): …, \(missing[0]): …}`")
  }
}
