/// Lines of words and where they stand on their pages, as poppler's `pdftotext -bbox-layout` tells them.
public struct PlacedText: Sendable {
  private struct Line: Sendable {
    var page: Int
    var left: Double
    var top: Double
    var bottom: Double
    var words: [String]
  }

  private var lines: [Line] = []

  /// Reads the program's output, a line of it at a time; what it never writes is passed over. O(n).
  public init(_ output: [UInt8]) {
    var page = 0
    for raw in output.split(separator: 0x0A) {
      let text = String(decoding: raw, as: UTF8.self)
      guard let tag = text.firstIndex(of: "<").map({ text[text.index(after: $0)...] }) else { continue }
      if tag.hasPrefix("page ") { page += 1 }
      if tag.hasPrefix("line "), let left = Self.number("xMin", tag), let top = Self.number("yMin", tag),
        let bottom = Self.number("yMax", tag)
      {
        lines.append(Line(page: page, left: left, top: top, bottom: bottom, words: []))
      }
      if tag.hasPrefix("word "), let start = tag.firstIndex(of: ">"), let end = tag.lastIndex(of: "<"), start < end,
        !lines.isEmpty
      {
        lines[lines.count - 1].words.append(Self.unescaped(String(tag[tag.index(after: start)..<end])))
      }
    }
  }

  private static func number(_ name: String, _ tag: Substring) -> Double? {
    guard let start = tag.firstRange(of: name + "=\"")?.upperBound else { return nil }
    return Double(tag[start...].prefix { $0 != "\"" })
  }

  private static func unescaped(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"), ("&amp;", "&")].reduce(
      text
    ) {
      $0.replacing($1.0, with: $1.1)
    }
  }

  /// The lines of the narrow column on all pages, then those of the broad one, which starts at `edge`. An empty line stands
  /// where more room is between two lines than between those of a paragraph. O(n log n).
  public func columns(edge: Double) -> String {
    var result = ""
    for isBroad in [false, true] {
      let column = lines.filter { ($0.left >= edge) == isBroad && !$0.words.isEmpty }
        .sorted { ($0.page, $0.top, $0.left) < ($1.page, $1.top, $1.left) }
      var previous: Line?
      for line in column {
        if let last = previous, last.page == line.page {
          if line.top - last.bottom > (line.bottom - line.top) / 2 { result += "\n" }
        } else if !result.isEmpty {
          result += "\u{C}"
        }
        result += line.words.joined(separator: " ") + "\n"
        previous = line
      }
    }
    return result
  }
}
