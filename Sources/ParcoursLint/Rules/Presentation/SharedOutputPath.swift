internal import ParcoursModel
internal import ParcoursSource

/// Two outputs at one path.
enum SharedOutputPath: Rule {
  static let metadata = RuleMetadata(
    id: "shared-output-path",
    summary: "Two outputs at one path.",
    rationale: """
      The second would replace the first, and which one stays would depend on the order of writing.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .identity(
        """
        outputs:
          - {format: html, path: index.html, language: fr}
          - {format: html, path: ↓./index.html, language: en}
        """),
      .identity(
        """
        outputs:
          - {format: html, path: cv/index.html}
          - {format: html, path: ↓CV//index.html, language: en}
        """),
      .identity(
        """
        outputs:
          - {format: html, path: index.html, language: fr}
          - {format: html, path: en.html, language: en}
        """),
    ],
    french: [
      "a second output is written to \"{}\"":
        "une seconde sortie est écrite dans « {} »",
      "give it a path of its own":
        "donnez-lui son propre chemin",
      "the first is here":
        "le premier est ici",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    var seen: [[String]: Int] = [:]
    for (index, output) in subject.identity.outputs.enumerated() {
      guard let path = output.path else { continue }
      // Some disks do not tell small letters from capitals.
      let parts = path.lowercased().parts(between: "/").filter { $0 != "." && !$0.isEmpty }
      guard let first = seen[parts] else {
        seen[parts] = index
        continue
      }
      findings.add(
        "a second output is written to \"\(path)\"", at: ["outputs", String(index), "path"],
        help: "give it a path of its own",
        note: ("the first is here", ["outputs", String(first), "path"]))
    }
  }
}
