internal import ParcoursModel
internal import ParcoursSource

/// A date that the calendar does not have.
enum ImpossibleDate: Rule {
  static let metadata = RuleMetadata(
    id: "impossible-date",
    summary: "A date that the calendar does not have.",
    rationale: """
      JSON Resume's own schema takes any two digits for a month or a day, so that 2024-02-30 passes it. Identities are checked against the calendar by their schema already.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .resume(
        """
        {"work": [{"name": "Mo", "startDate": ↓"2024-02-30"}]}
        """),
      .resume(
        """
        {"work": [{"name": "Mo", "startDate": "2024-02-29"}]}
        """),
      .resume(
        """
        {"education": [{"institution": "Mo", "endDate": ↓"2013-19-39"}]}
        """),
    ],
    french: [
      "\"{}\" is not in the calendar":
        "« {} » n’est pas dans le calendrier",
      "write a day that exists, or the month alone":
        "écrivez un jour qui existe, ou le mois seul",
    ])

  private static let fields = ["startDate", "endDate", "date", "releaseDate"]

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    // A date that could not be read stands in the item's extensions, as it came.
    for kept in subject.kept {
      for field in fields {
        guard let text = kept.data[field]?.string, PartialDate.hasShape(text), PartialDate(text) == nil else {
          continue
        }
        findings.add(
          "\"\(text)\" is not in the calendar", at: kept.place + [field],
          help: "write a day that exists, or the month alone")
      }
    }
  }
}
