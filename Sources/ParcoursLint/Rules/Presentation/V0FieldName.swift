internal import ParcoursModel
internal import ParcoursSource

/// A field under the name it had before JSON Resume v1.
enum V0FieldName: Rule {
  static let metadata = RuleMetadata(
    id: "v0-field-name",
    summary: "A field under the name it had before JSON Resume v1.",
    rationale: """
      Themes and tools read the new names only: `company` instead of `name` makes the employer vanish from the page while the file still counts as valid.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .resume(
        """
        {"work": [{↓"company": "Mo", "position": "Cook"}]}
        """),
      .resume(
        """
        {"work": [{"name": "Mo", "position": "Cook"}]}
        """),
    ],
    french: [
      "\"{}\" is called \"{}\" since JSON Resume v1":
        "« {} » s’appelle « {} » depuis JSON Resume v1",
      "rename it to `{}`":
        "renommez-la en `{}`",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for field in subject.renamedFields {
      findings.add(
        "\"\(field.old)\" is called \"\(field.new)\" since JSON Resume v1", range: field.range,
        help: "rename it to `\(field.new)`", fix: .key(field.new))
    }
  }
}
