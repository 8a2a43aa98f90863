internal import ParcoursModel
internal import ParcoursSource

/// A language that stands twice.
enum DuplicateLanguage: Rule {
  static let metadata = RuleMetadata(
    id: "duplicate-language",
    summary: "A language that stands twice.",
    rationale: """
      Two levels for one language leave open which one counts.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        languages:
          - {language: en, fluency: B2}
          - {language: ↓en, fluency: C1}
        """),
      .identity(
        """
        languages:
          - {language: en, fluency: B2}
          - {language: fr, fluency: C1}
        """),
    ],
    french: [
      "the language \"{}\" stands twice":
        "la langue « {} » figure deux fois"
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    var seen: [String: Int] = [:]
    for (index, language) in subject.identity.languages.enumerated() {
      guard let name = language.language else { continue }
      guard let first = seen[Folding.folded(name)] else {
        seen[Folding.folded(name)] = index
        continue
      }
      findings.add(
        "the language \"\(name)\" stands twice", at: ["languages", String(index), "language"],
        help: "keep one of the two",
        note: ("it stands here first", ["languages", String(first), "language"]))
    }
  }
}
