internal import ParcoursModel
internal import ParcoursSource

/// A step, mission, project or booking ends before it begins.
enum DatesInOrder: Rule {
  static let metadata = RuleMetadata(
    id: "dates-in-order",
    summary: "A step, mission, project or booking ends before it begins.",
    rationale: """
      A reader who sees an end before a beginning trusts none of the dates. Nearly always two digits were swapped.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, title: Cook, startDate: 2021-05, endDate: ↓2020-03}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Cook, startDate: 2020, endDate: 2020-03}
        """),
      .resume(
        """
        {"work": [{"name": "Mo", "startDate": "2021-05", "endDate": ↓"2020-03"}]}
        """),
    ],
    french: [
      "it ends {}, before it begins {}":
        "la fin ({}) précède le début ({})",
      "swap the dates, or mend one":
        "échangez les dates, ou corrigez-en une",
      "it begins here":
        "le début est ici",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let identity = subject.identity
    for (index, step) in identity.path.enumerated() {
      let place = ["path", String(index)]
      compare(step.startDate, step.endDate, place, &findings)
      for (inner, engagement) in step.engagements.enumerated() {
        compare(engagement.startDate, engagement.endDate, place + ["engagements", String(inner)], &findings)
      }
    }
    for (index, project) in identity.projects.enumerated() {
      compare(project.startDate, project.endDate, ["projects", String(index)], &findings)
    }
    for (index, booking) in (identity.availability?.booked ?? []).enumerated() {
      compare(booking.startDate, booking.endDate, ["availability", "booked", String(index)], &findings)
    }
  }

  private static func compare(
    _ start: PartialDate?, _ end: PartialDate?, _ place: [String], _ findings: inout Findings
  ) {
    guard let start, let end, end.lastDay < start.firstDay else { return }
    findings.add(
      "it ends \(end), before it begins \(start)", at: place + ["endDate"], help: "swap the dates, or mend one",
      note: ("it begins here", place + ["startDate"]))
  }
}
