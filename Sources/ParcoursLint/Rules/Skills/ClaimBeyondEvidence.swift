internal import ParcoursModel
internal import ParcoursSource

/// More of a skill is claimed than the path shows.
enum ClaimBeyondEvidence: Rule {
  static let metadata = RuleMetadata(
    id: "claim-beyond-evidence",
    summary: "More of a skill is claimed than the path shows.",
    rationale: """
      Years and a last use that the steps do not bear out are what an interviewer asks about first. Months in which steps or
      missions name the skill are counted, each once, whatever the workload; a year of grace is given for what was rounded.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, title: Teacher, startDate: 2005-01, endDate: 2019-12}
          - {kind: role, id: lab, title: Developer, startDate: 2020-01, endDate: 2022-12, skills: [Swift]}
        skills:
          - {name: Swift, years: ↓8}
        """),
      .identity(
        """
        path:
          - {kind: role, id: lab, title: Developer, startDate: 2015-01, endDate: 2019-12}
        skills:
          - {name: Swift, evidence: [lab], lastUsed: ↓2024}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Developer, startDate: 2020-01, endDate: 2022-12, workload: 40, skills: [Swift]}
          - {kind: role, title: Clerk, startDate: 2005-01, endDate: 2019-12}
        skills:
          - {name: Swift, years: 4, lastUsed: 2022}
          - {name: Baking, years: 12}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Developer, skills: [Swift]}
        skills:
          - {name: Swift, years: 4}
        """),
    ],
    french: [
      "{} years are claimed, and the path shows {}": "{} ans sont annoncés, et le parcours en montre {}",
      "a last use in {} is claimed, and the path shows none after {}":
        "une dernière utilisation en {} est annoncée, et le parcours n’en montre aucune après {}",
      "name the skill in the other steps that used it, or mend the claim":
        "nommez la compétence dans les autres étapes qui l’ont utilisée, ou corrigez l’annonce",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    guard subject.identity.skills.contains(where: { $0.years != nil || $0.lastUsed != nil }),
      // Where a step does not say when it was, nobody knows how long.
      subject.identity.path.allSatisfy({ $0.startDate != nil || $0.status != .held })
    else { return }
    let evidence = subject.identity.skillEvidence(asOf: subject.asOf)
    let ahead = Set(
      subject.identity.path.filter { $0.tense(asOf: subject.asOf) == .future }.compactMap(\.attributes.id))
    for (index, skill) in subject.identity.skills.enumerated() {
      // What the path does not name at all is another rule's.
      guard let name = skill.name else { continue }
      var found = evidence[Folding.folded(name)]
      // Steps that are wished for, or agreed, show nothing yet.
      if found == nil, !skill.evidence.isEmpty, skill.evidence.allSatisfy(ahead.contains) { found = SkillEvidence() }
      guard let shown = found else { continue }
      if let years = skill.years, years > Double(shown.calendarMonths) / 12 + 1 {
        findings.add(
          "\(number(years)) years are claimed, and the path shows \(number(Double(shown.calendarMonths) / 12))",
          at: ["skills", String(index), "years"],
          help: "name the skill in the other steps that used it, or mend the claim")
      }
      if let claimed = skill.lastUsed, let last = shown.lastUsed, claimed.firstMonth > last.lastMonth + 12 {
        findings.add(
          "a last use in \(claimed.description) is claimed, and the path shows none after \(last.description)",
          at: ["skills", String(index), "lastUsed"],
          help: "name the skill in the other steps that used it, or mend the claim")
      }
    }
  }

  /// A number with one decimal at the most.
  private static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
