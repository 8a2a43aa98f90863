internal import ParcoursSource
internal import ParcoursSyntax

/// For programs: an array of findings, each with its place, id, severity, message and help.
public struct JSONReport: Report {
  /// `json`.
  public static let id = "json"
  /// What it is.
  public static let summary = "for programs: an array of findings with their places"

  /// Prints.
  public static func render(_ findings: [SourceFindings], color: Bool) -> String {
    var builder = TapeBuilder()
    builder.begin(.array)
    for text in findings where !text.diagnostics.isEmpty {
      let lines = LineTable(text.source)
      for diagnostic in text.diagnostics { append(diagnostic, text.source.name, lines, to: &builder) }
    }
    builder.end()
    let document = builder.finish(source: SourceText(name: "", bytes: []))
    return String(decoding: JSONPrinter.print(document), as: UTF8.self)
  }

  private static func append(
    _ diagnostic: Diagnostic, _ file: String, _ lines: LineTable, to builder: inout TapeBuilder
  ) {
    func string(_ key: String, _ value: String?) {
      guard let value else { return }
      builder.key(key.utf8)
      builder.scalar(.string, TerminalText.visible(value).utf8)
    }
    func place(_ range: Range<Int>) {
      let start = lines.position(of: range.lowerBound)
      let end = lines.position(of: range.upperBound)
      for (key, value) in [
        ("line", start.line), ("column", start.column), ("endLine", end.line), ("endColumn", end.column),
      ] {
        builder.key(key.utf8)
        builder.scalar(.number, String(value).utf8)
      }
    }
    builder.begin(.object)
    string("file", file)
    place(diagnostic.range)
    string("severity", diagnostic.severity.rawValue)
    string("id", diagnostic.id)
    string("message", diagnostic.message)
    string("pointer", diagnostic.pointer?.description)
    string("help", diagnostic.help)
    if !diagnostic.notes.isEmpty {
      builder.key("notes".utf8)
      builder.begin(.array)
      for note in diagnostic.notes {
        builder.begin(.object)
        place(note.range)
        string("message", note.message)
        builder.end()
      }
      builder.end()
    }
    builder.end()
  }
}
