internal import ParcoursModel
internal import ParcoursSource

/// A description that LinkedIn cuts.
enum LinkedInDescription: Rule {
  static let metadata = RuleMetadata(
    id: "linkedin-description",
    summary: "A description that LinkedIn cuts.",
    rationale: """
      A position's description, our summary and highlights together, takes 2,000 characters. LinkedIn does not
      publish its limits; ours are dated and say their source (`LinkedInLimit`), and are counted in UTF-16 code
      units as its forms count.
      """,
    severity: .note, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, title: Cook, startDate: 2020, summary: ↓I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day. I fed forty people a day.}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Cook, startDate: 2020, summary: I fed forty people a day.}
        """),
    ],
    french: Lengths.french.merging([
      "this step says {} characters, LinkedIn takes {}":
        "cette étape compte {} caractères, LinkedIn en prend {}"
    ]) { own, _ in own })

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let limit = LinkedInLimit.description.limit
    for (index, step) in subject.identity.path.enumerated() {
      let texts = [step.summary].compactMap(\.self) + step.highlights
      let languages = Set(texts.flatMap { $0.versions.map(\.language) })
      for language in languages.sorted(by: { ($0 ?? "") < ($1 ?? "") }) {
        let count = texts.reduce(0) { sum, text in
          sum + (text.versions.first { $0.language == language }?.text.utf16.count ?? 0) + 2
        }
        guard count > limit else { continue }
        findings.add(
          "this step says \(count) characters, LinkedIn takes \(limit)",
          at: ["path", String(index), step.summary == nil ? "highlights" : "summary"],
          help: Lengths.advice(.description))
        break
      }
    }
  }
}
