internal import ParcoursModel
internal import ParcoursSource

/// Several skills in one name.
enum SkillsInOneName: Rule {
  static let metadata = RuleMetadata(
    id: "skills-in-one-name",
    summary: "Several skills in one name.",
    rationale: """
      "Swift, Python, SQL" is one skill to every program that reads it: it is neither found nor proven. Write one
      item each.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        skills:
          - {name: ↓"Swift, Python, SQL"}
        """),
      .identity(
        """
        skills:
          - {name: Swift}
          - {name: Audit and compliance}
        """),
    ],
    french: [
      "\"{}\" is {} skills in one name":
        "« {} » : {} compétences dans un seul nom",
      "write one item for each, or put them under `keywords`":
        "écrivez un élément pour chacune, ou mettez-les sous `keywords`",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, skill) in subject.identity.skills.enumerated() {
      guard let name = skill.name else { continue }
      let parts = name.split { ",;|".contains($0) }
      // "Audit, risk and compliance" and "conception, réalisation" are names; three words in a row are a list.
      let words = name.lowercased().split { !$0.isLetter && $0 != "&" }
      guard parts.count > 2, parts.allSatisfy({ $0.contains(where: \.isLetter) }), !name.contains("("),
        !words.contains(where: { ["and", "or", "et", "ou", "&"].contains($0) })
      else { continue }
      findings.add(
        "\"\(name)\" is \(parts.count) skills in one name", at: ["skills", String(index), "name"],
        help: "write one item for each, or put them under `keywords`")
    }
  }
}
