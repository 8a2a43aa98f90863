internal import ParcoursModel
internal import ParcoursSource

/// A text in capitals.
enum ShoutedText: Rule {
  static let metadata = RuleMetadata(
    id: "shouted-text",
    summary: "A text in capitals.",
    rationale: """
      Capitals are slow to read, and screen readers may spell them letter by letter. Themes set capitals where they
      want them.
      """,
    severity: .note, since: "0.1.0",
    examples: [
      .identity(
        """
        headline: ↓SENIOR CLOUD ENGINEER
        """),
      .identity(
        """
        headline: Senior cloud engineer at NASA
        """),
    ],
    french: [
      "this text is all in capitals":
        "ce texte est tout en capitales",
      "write it in small letters; a theme can set capitals":
        "écrivez-le en minuscules ; un thème peut mettre des capitales",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (text, place, _) in subject.texts where !text.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) {
      let letters = text.prefix(400).filter(\.isLetter)
      guard letters.count > 12, letters.allSatisfy({ !$0.isLowercase && $0.isUppercase }), text.contains(" ") else {
        continue
      }
      findings.add(
        "this text is all in capitals", at: place, help: "write it in small letters; a theme can set capitals")
    }
  }
}
