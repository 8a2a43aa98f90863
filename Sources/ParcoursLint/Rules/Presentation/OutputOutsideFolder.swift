internal import ParcoursModel
internal import ParcoursSource

/// An output outside the profile’s folder.
enum OutputOutsideFolder: Rule {
  static let metadata = RuleMetadata(
    id: "output-outside-folder",
    summary: "An output outside the profile’s folder.",
    rationale: """
      Outputs are written beside the profile; a path that leads elsewhere could replace any file of the one who
      builds it.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .identity(
        """
        outputs:
          - {format: html, path: ↓../index.html}
        """),
      .identity(
        """
        outputs:
          - {format: html, path: public/index.html}
        """),
    ],
    french: [
      "\"{}\" leads out of the profile's folder":
        "« {} » sort du dossier du profil",
      "write a path below it, such as public/index.html":
        "écrivez un chemin en dessous, comme public/index.html",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, output) in subject.identity.outputs.enumerated() {
      guard let path = output.path else { continue }
      guard path.utf8.first == 0x2F || path.utf8.first == 0x7E || path.parts(between: "/").contains("..") else {
        continue
      }
      findings.add(
        "\"\(path)\" leads out of the profile's folder", at: ["outputs", String(index), "path"],
        help: "write a path below it, such as public/index.html")
    }
  }
}
