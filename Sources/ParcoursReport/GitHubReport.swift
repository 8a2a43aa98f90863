internal import ParcoursSource

/// For GitHub Actions: a workflow command a finding, which becomes an annotation at its line.
///
/// Source: "Workflow commands for GitHub Actions", the `error`, `warning` and `notice` commands; the runner's own escapes of
/// `%`, carriage return and line feed, and in properties of `:` and `,`.
public struct GitHubReport: Report {
  /// `github`.
  public static let id = "github"
  /// What it is.
  public static let summary = "for GitHub Actions: annotations at the lines of a change"

  /// Prints.
  public static func render(_ findings: [SourceFindings], _ options: ReportOptions) -> String {
    var out = ""
    for text in findings where !text.isEmpty {
      let lines = LineTable(text.source)
      let file = property(text.source.name)
      for diagnostic in text.diagnostics {
        let command = diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue
        var message = options.text(diagnostic.message)
        if let help = diagnostic.help { message += "\n" + options.text("\("help" as Message): \(help)") }
        for note in diagnostic.notes {
          let line = note.location.map { options.text("line \(lines.position(of: $0.range.lowerBound).line)") }
          let place = (note.elsewhere ?? line).map { $0 + ": " } ?? ""
          message += "\n\(options.text("note")): \(place)\(options.text(note.message))"
        }
        out += "::\(command) file=\(file)"
        if let range = diagnostic.range {
          let start = lines.positionInUTF16(of: range.lowerBound)
          let end = lines.positionInUTF16(of: range.upperBound)
          out += ",line=\(start.line),endLine=\(end.line),col=\(start.column)"
          if start.line == end.line { out += ",endColumn=\(max(start.column, end.column))" }
        }
        out += ",title=\(property("parcours: \(diagnostic.id)"))::\(data(message))\n"
      }
      if text.omitted > 0 {
        out += "::notice file=\(file)::\(data(options.text("\(text.omitted) more findings are not shown")))\n"
      }
    }
    return out
  }

  /// The lines of a message, each safe to print, joined as the runner wants it.
  private static func data(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      TerminalText.visible(String(line)).replacing("%", by: "%25")
    }.joined(separator: "%0A")
  }

  private static func property(_ text: String) -> String {
    var result = ""
    for character in TerminalText.visible(text).unicodeScalars {
      switch character {
      case "%": result += "%25"
      case ":": result += "%3A"
      case ",": result += "%2C"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
