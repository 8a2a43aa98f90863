internal import ParcoursModel
internal import ParcoursSource

/// A confidential organization without another name.
enum ConfidentialWithoutAlias: Rule {
  static let metadata = RuleMetadata(
    id: "confidential-without-alias",
    summary: "A confidential organization without another name.",
    rationale: """
      Where the name is withheld, readers see what stands in its place; without an alias they see a hole, which
      looks worse than the truth.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        path:
          - {kind: role, title: Cook, startDate: 2015, organization: ↓{name: Zorglub, confidential: true}}
        """),
      .identity(
        """
        path:
          - {kind: role, title: Cook, startDate: 2015, organization: {name: Zorglub, confidential: true, alias: A grand hotel}}
        """),
    ],
    french: [
      "what stands in the place of this name is not said":
        "rien ne dit ce qui remplace ce nom",
      "add an alias: `alias: A European insurer`":
        "ajoutez un alias : `alias: Un assureur européen`",
    ])

  private static func look(_ organization: Organization?, _ place: [String], _ findings: inout Findings) {
    guard let organization, organization.isConfidential, organization.alias == nil else { return }
    findings.add(
      "what stands in the place of this name is not said", at: place, help: "add an alias: `alias: A European insurer`")
  }

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, step) in subject.identity.path.enumerated() {
      let place = ["path", String(index)]
      look(step.organization, place + ["organization"], &findings)
      look(step.via, place + ["via"], &findings)
      for (inner, mission) in step.engagements.enumerated() {
        look(mission.client, place + ["engagements", String(inner), "client"], &findings)
      }
    }
  }

  static func check(_ contract: Contract, _ asOf: PartialDate, _ findings: inout Findings) {
    look(contract.client, ["client"], &findings)
  }
}
