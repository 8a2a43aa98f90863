internal import ParcoursSource

/// For people: place, message, the source line with a caret under the value, and what to do.
public struct TextReport: Report {
  /// `text`.
  public static let id = "text"
  /// What it is.
  public static let summary = "for people: place, message, source line with a caret, help"
  /// The most findings a text is shown with.
  public static let most = 50

  /// Prints.
  public static func render(_ findings: [SourceFindings], _ options: ReportOptions) -> String {
    var run = TextRun(options)
    for text in findings { run.add(text) }
    return run.out
  }
}

struct Paint {
  let isOn: Bool
  func callAsFunction(_ code: String, _ text: String) -> String { isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}

private struct TextRun {
  let options: ReportOptions
  let paint: Paint
  var out = ""

  init(_ options: ReportOptions) {
    self.options = options
    paint = Paint(isOn: options.isColored)
  }

  private func visible(_ message: Message) -> String { TerminalText.visible(options.text(message)) }

  mutating func add(_ findings: SourceFindings) {
    guard !findings.isEmpty else { return }
    let lines = LineTable(findings.source)
    let name = TerminalText.name(findings.source.name)
    for diagnostic in findings.diagnostics.prefix(TextReport.most) {
      let word = options.word(diagnostic.severity)
      let code = diagnostic.severity == .error ? "1;31" : diagnostic.severity == .warning ? "1;33" : "1;36"
      let place = diagnostic.range.map { lines.position(of: $0.lowerBound) }
      let at = place.map { ":\($0.line):\($0.column)" } ?? ""
      out += "\(name)\(at): \(paint(code, visible("\(Message(verbatim: word)):"))) "
      out += paint("1", visible(diagnostic.message)) + paint("2", " [\(diagnostic.id)]") + "\n"
      if let place, let range = diagnostic.range { excerpt(findings.source, lines, place, range, code) }
      if let help = diagnostic.help { out += "  \(paint("1;32", visible("\("help" as Message):"))) \(visible(help))\n" }
      for note in diagnostic.notes {
        let other = note.location.map { lines.position(of: $0.range.lowerBound) }
        let at = note.elsewhere.map(TerminalText.name) ?? other.map { "\(name):\($0.line):\($0.column)" }
        out +=
          "  \(paint("1;36", visible("\("note" as Message):"))) \(at.map { $0 + ": " } ?? "")\(visible(note.message))\n"
      }
    }
    let more = findings.omitted + max(0, findings.diagnostics.count - TextReport.most)
    if more > 0 { out += "\(name): \(visible("\(more) more findings are not shown"))\n" }
  }

  /// The source line and a caret under the value; of a long line only what is around it.
  private mutating func excerpt(
    _ source: SourceText, _ lines: LineTable, _ place: LineColumn, _ range: Range<Int>, _ code: String
  ) {
    let line = lines.contents(ofLine: place.line)
    guard !line.isEmpty else { return }
    let start = max(line.startIndex, min(range.lowerBound, line.endIndex))
    let from = boundary(line, max(line.startIndex, start - 160), forward: true)
    let end = max(start, min(range.upperBound, line.endIndex))
    let until = boundary(line, min(line.endIndex, start + 160), forward: false)
    func shown(_ slice: ArraySlice<UInt8>) -> String {
      let text = String(decoding: slice, as: UTF8.self)
      return TerminalText.visible(String(text.map { $0 == "\t" ? " " : $0 }))
    }
    var before = shown(line[from..<start])
    if TerminalText.width(before) > 70 { before = "…" + String(before.suffix(60)) }
    let value = shown(line[start..<min(end, max(start, until))])
    var after = shown(line[min(end, max(start, until))..<max(until, min(end, max(start, until)))])
    let room = max(10, 100 - TerminalText.width(before) - TerminalText.width(value))
    if after.count > room { after = after.prefix(room - 1) + "…" }
    let number = String(place.line)
    let gutter = String(repeating: " ", count: number.count)
    let carets = String(repeating: "^", count: max(1, min(TerminalText.width(value), 100)))
    out += "  \(paint("2", "\(number) |")) \(before)\(value)\(after)\n"
    out +=
      "  \(paint("2", "\(gutter) |")) \(String(repeating: " ", count: TerminalText.width(before)))\(paint(code, carets))\n"
  }

  private func boundary(_ line: ArraySlice<UInt8>, _ index: Int, forward: Bool) -> Int {
    var index = index
    while index > line.startIndex, index < line.endIndex, line[index] & 0xC0 == 0x80 { index += forward ? 1 : -1 }
    return index
  }
}
