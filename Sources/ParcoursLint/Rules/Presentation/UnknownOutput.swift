internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursTransform

/// An output that nobody can make.
enum UnknownOutput: Rule {
  static let metadata = RuleMetadata(
    id: "unknown-output",
    summary: "An output that cannot be made: of a format, theme or language that there is not, or of what nobody sees.",
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
        availability: {from: 2027-01, visibility: network}
        outputs:
          - {format: ↓ics, path: free.ics, audience: public}
        """),
      .identity(
        """
        availability: {from: 2027-01}
        outputs:
          - {path: index.html, language: en, theme: compact}
          - {format: html, path: card.html, theme: themes/own}
          - {format: ics, path: free.ics, audience: network}
        """),
    ],
    french: [
      "there is no format \"{}\"": "il n’y a pas de format « {} »",
      "the format \"{}\" cannot be written": "le format « {} » ne s’écrit pas",
      "no format is called after the path \"{}\"": "aucun format ne porte le nom du chemin « {} »",
      "say which `format` it is": "dites de quel `format` il s’agit",
      "`parcours list formats` names them": "`parcours list formats` les énumère",
      "the audience \"{}\" sees no `{}`, which the format \"{}\" needs":
        "l’audience « {} » ne voit pas de `{}`, dont le format « {} » a besoin",
      "show it to them (`visibility`), or write for those who may see it, the audience `network`":
        "montrez-le-lui (`visibility`), ou écrivez pour qui peut le voir, l’audience `network`",
      "write the name of a theme, or the folder of one of your own beside the identity":
        "écrivez le nom d’un thème, ou le dossier du vôtre à côté de l’identité",
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
      if let theme = output.theme, !known.themes.contains(theme) {
        // A folder beside the identity has a name too.
        let near = theme.contains("/") ? nil : Spelling.nearest(to: theme, among: known.themes)
        if near != nil || !known.mayBeFolder(theme) {
          add(
            "there is no theme \"\(theme)\"", "theme",
            near.map { "did you mean `\($0)`?" }
              ?? "write the name of a theme, or the folder of one of your own beside the identity")
        }
      }
      let format = output.format ?? output.path.flatMap(known.formatOfFile) ?? ""
      if let field = known.needs[format] {
        let audience = output.audience ?? (known.native.contains(format) ? .private : .public)
        let view = IdentityView(subject.identity, audience: audience, asOf: subject.asOf)
        if view.record.json[field] == nil {
          add(
            "the audience \"\(audience.rawValue)\" sees no `\(field)`, which the format \"\(format)\" needs",
            output.format == nil ? "path" : "format",
            "show it to them (`visibility`), or write for those who may see it, the audience `network`")
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
