internal import ParcoursModel
internal import ParcoursSource

/// A text that was meant to be replaced.
enum PlaceholderText: Rule {
  static let metadata = RuleMetadata(
    id: "placeholder-text",
    summary: "A text that was meant to be replaced.",
    rationale: """
      "Lorem ipsum" or "Todo" in a published profile tells that nobody read it before it went out.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        summary: ↓Lorem ipsum dolor sit amet
        """),
      .identity(
        """
        summary: I bake, and I write down how.
        """),
      .resume(
        """
        {"work": [{"name": "Mo", "summary": ↓"Todo: describe"}]}
        """),
    ],
    french: [
      "\"{}\" was meant to be replaced":
        "« {} » devait être remplacé",
      "write the text, or remove the field":
        "écrivez le texte, ou supprimez le champ",
    ])

  private static let marks = [
    "lorem ipsum", "todo", "fixme", "xxx", "tbd", "your name", "your title", "john doe", "jane doe", "à compléter",
    "à remplir", "votre nom", "insert text", "placeholder",
  ]

  /// These begin real names too.
  private static let names = ["john doe", "jane doe", "placeholder"]

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (text, place, _) in subject.texts {
      let lower = text.prefix(24).lowercased()
      guard
        let mark = marks.first(where: { mark in
          // Whole words alone: a method is no "todo".
          lower.hasPrefix(mark) && (!names.contains(mark) || text.count == mark.count)
            && !(lower.dropFirst(mark.count).first?.isLetter ?? false)
        })
      else { continue }
      findings.add(
        "\"\(text.prefix(mark.count))\" was meant to be replaced", at: place,
        help: "write the text, or remove the field")
    }
  }
}
