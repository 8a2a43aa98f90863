internal import ParcoursSource

/// For programs: an array of findings, each with its place, id, severity, message and help.
public struct JSONReport: Report {
  /// `json`.
  public static let id = "json"
  /// What it is.
  public static let summary = "for programs: an array of findings with their places"

  /// Prints.
  public static func render(_ findings: [SourceFindings], _ options: ReportOptions) -> String {
    var out = JSONText()
    out.array { out in
      for text in findings where !text.isEmpty {
        let lines = LineTable(text.source)
        for diagnostic in text.diagnostics { append(diagnostic, text.source.name, lines, options, to: &out) }
        if text.omitted > 0 {
          out.object { out in
            out.string("file", text.source.name)
            out.string("severity", "note")
            out.string("id", "omitted")
            out.string("message", options.text("\(text.omitted) more findings are not shown"))
          }
        }
      }
    }
    return out.text()
  }

  private static func append(
    _ diagnostic: Diagnostic, _ file: String, _ lines: LineTable, _ options: ReportOptions, to out: inout JSONText
  ) {
    func place(_ range: Range<Int>?, _ out: inout JSONText) {
      guard let range else { return }
      let start = lines.position(of: range.lowerBound)
      let end = lines.position(of: range.upperBound)
      out.number("line", start.line)
      out.number("column", start.column)
      out.number("endLine", end.line)
      out.number("endColumn", end.column)
    }
    out.object { out in
      out.string("file", file)
      place(diagnostic.range, &out)
      out.string("severity", diagnostic.severity.rawValue)
      out.string("id", diagnostic.id)
      out.string("message", options.text(diagnostic.message))
      out.string("pointer", diagnostic.pointer?.description)
      out.string("help", diagnostic.help.map(options.text))
      if let fixIt = diagnostic.fixIt, !fixIt.edits.isEmpty {
        out.array("fix") { out in
          for edit in fixIt.edits {
            out.object { out in
              place(edit.range, &out)
              out.string("replacement", edit.replacement)
            }
          }
        }
      }
      if !diagnostic.notes.isEmpty {
        out.array("notes") { out in
          for note in diagnostic.notes {
            out.object { out in
              out.string("file", note.elsewhere)
              place(note.location?.range, &out)
              out.string("message", options.text(note.message))
            }
          }
        }
      }
    }
  }
}
