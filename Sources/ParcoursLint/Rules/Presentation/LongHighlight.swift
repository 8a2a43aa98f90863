internal import ParcoursModel
internal import ParcoursSource

/// A highlight that is a paragraph.
enum LongHighlight: Rule {
  static let metadata = RuleMetadata(
    id: "long-highlight",
    summary: "A highlight that is a paragraph.",
    rationale: """
      A highlight is read in a glance: one deed and its effect. What takes more than 300 characters belongs into the
      summary, or into two highlights.
      """,
    severity: .note, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - kind: role
            title: Cook
            startDate: 2020
            highlights: [↓"Fed forty people a day and wrote down how it was done. Fed forty people a day and wrote down how it was done. Fed forty people a day and wrote down how it was done. Fed forty people a day and wrote down how it was done. Fed forty people a day and wrote down how it was done. Fed forty people a day and wrote down how it was done."]
        """),
      .identity(
        """
        path:
          - kind: role
            title: Cook
            startDate: 2020
            highlights: [Fed forty people a day]
        """),
    ],
    french: [
      "a highlight of {} characters is a paragraph":
        "un point fort de {} caractères est un paragraphe",
      "say one deed and its effect in at most {} characters":
        "dites un fait et son effet en {} caractères au plus",
    ])

  private static let most = 300

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, step) in subject.identity.path.enumerated() {
      for (position, highlight) in step.highlights.enumerated() {
        guard let longest = highlight.versions.map(\.text.count).max(), longest > most else { continue }
        findings.add(
          "a highlight of \(longest) characters is a paragraph",
          at: ["path", String(index), "highlights", String(position)],
          help: "say one deed and its effect in at most \(most) characters")
      }
    }
  }
}
