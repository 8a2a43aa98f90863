internal import ParcoursModel
internal import ParcoursSource

/// A year that no career reaches.
enum ImplausibleYear: Rule {
  static let metadata = RuleMetadata(
    id: "implausible-year",
    summary: "A year that no career reaches.",
    rationale: """
      Years before 1930 and more than ten years ahead are nearly always a slip of the finger: 2105 for 2015, 1019
      for 2019.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, title: Cook, startDate: ↓1019-05, endDate: 2020-01}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Cook, startDate: 1961-05, endDate: 2020-01}
        """),
      .resume(
        """
        {"work": [{"name": "Mo", "startDate": ↓"2105-01"}]}
        """),
    ],
    french: [
      "{} is a year that no career reaches":
        "{} : aucune carrière n’atteint cette année",
      "check the year":
        "vérifiez l’année",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (date, place) in subject.dates where place.last != "lastUsed" {
      guard date.year < 1930 || date.year > subject.asOf.year + 10 else { continue }
      findings.add("\(date) is a year that no career reaches", at: place, help: "check the year")
    }
  }
}
