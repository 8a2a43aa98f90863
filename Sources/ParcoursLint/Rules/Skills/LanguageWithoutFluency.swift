internal import ParcoursModel
internal import ParcoursSource

/// A language without its level.
enum LanguageWithoutFluency: Rule {
  static let metadata = RuleMetadata(
    id: "language-without-fluency",
    summary: "A language without its level.",
    rationale: """
      "English" may mean a holiday or a mother tongue. Contracts ask for CEFR levels, and the matcher counts none
      where none is said.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        languages:
          - ↓{language: en}
        """),
      .identity(
        """
        languages:
          - {language: en, fluency: B2}
          - {language: de, label: enough for meetings}
        """),
    ],
    french: [
      "the level of this language is not said":
        "le niveau de cette langue n’est pas indiqué",
      "add `fluency: B2`: A1 to C2, or native":
        "ajoutez `fluency: B2` : de A1 à C2, ou native",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, language) in subject.identity.languages.enumerated()
    where language.language != nil && language.fluency == nil && language.label == nil {
      findings.add(
        "the level of this language is not said", at: ["languages", String(index)],
        help: "add `fluency: B2`: A1 to C2, or native")
    }
  }
}
