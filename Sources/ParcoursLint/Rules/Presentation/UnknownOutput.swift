internal import ParcoursModel
internal import ParcoursSource

/// An output that nobody can make.
enum UnknownOutput: Rule {
  static let metadata = RuleMetadata(
    id: "unknown-output",
    summary: "An output of a format, theme or language that there is not.",
    rationale: """
      What cannot be made is found out when everything else is wanted too: `build` then writes nothing at all.
      """,
    severity: .error, since: "0.2.0",
    examples: [
      .identity(
        """
        outputs:
          - {format: ↓htm, path: index.html}
        """),
      .identity(
        """
        outputs:
          - {format: html, path: index.html, language: ↓de}
        """),
      .identity(
        """
        outputs:
          - {path: index.html, language: en, theme: compact}
          - {format: html, path: card.html, theme: themes/own}
        """),
    ],
    french: [
      "there is no format \"{}\"": "il n’y a pas de format « {} »",
      "the format \"{}\" cannot be written": "le format « {} » ne s’écrit pas",
      "no format is called after the path \"{}\"": "aucun format ne porte le nom du chemin « {} »",
      "say which `format` it is": "dites de quel `format` il s’agit",
      "`parcours list formats` names them": "`parcours list formats` les énumère",
      "there is no theme \"{}\"": "il n’y a pas de thème « {} »",
      "no output is written in \"{}\"": "aucune sortie ne s’écrit en « {} »",
      "write one of {}": "écrivez l’un de {}",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    guard let known = subject.outputs else { return }
    for (index, output) in subject.identity.outputs.enumerated() {
      func add(_ message: Message, _ field: String, _ help: Message?) {
        findings.add(message, at: ["outputs", String(index), field], help: help)
      }
      if let format = output.format {
        if let isWritten = known.formats[format] {
          if !isWritten {
            add("the format \"\(format)\" cannot be written", "format", "`parcours list formats` names them")
          }
        } else {
          let near = Spelling.nearest(to: format, among: known.formats.keys.sorted())
          add(
            "there is no format \"\(format)\"", "format",
            near.map { "did you mean `\($0)`?" } ?? "`parcours list formats` names them")
        }
      } else if let path = output.path, known.formatOfFile(path) == nil {
        add("no format is called after the path \"\(path)\"", "path", "say which `format` it is")
      }
      if let theme = output.theme, !known.themes.contains(theme), !theme.contains("/") {
        // A folder beside the profile has a name too: it is looked for when it is built.
        if let near = Spelling.nearest(to: theme, among: known.themes) {
          add("there is no theme \"\(theme)\"", "theme", "did you mean `\(near)`?")
        }
      }
      if let language = output.language {
        let primary = language.lowercased().prefix { $0 != "-" }
        if !known.languages.contains(String(primary)) {
          let all = known.languages.joined(separator: ", ")
          add("no output is written in \"\(language)\"", "language", "write one of \(all)")
        }
      }
    }
  }
}
