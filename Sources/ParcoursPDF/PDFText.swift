/// Why the text of a PDF cannot be had.
public enum PDFTextError: Error, Sendable, CustomStringConvertible {
  /// `pdftotext` is not installed.
  case notInstalled
  /// It took longer than allowed.
  case timeout(seconds: Int)
  /// It was stopped by a signal, Ctrl-C say.
  case interrupted
  /// It ended without a text; its last words.
  case failed(String)

  /// A sentence for people.
  public var description: String {
    switch self {
    case .notInstalled:
      "pdftotext is not installed, which takes the text out of a PDF; install it (apt-get install poppler-utils, brew install poppler)"
    case .timeout(let seconds): "pdftotext took longer than \(seconds) s and was stopped"
    case .interrupted: "pdftotext was stopped"
    case .failed(let words): "pdftotext made no text of it: \(words)"
    }
  }
}

/// The text of a PDF, by `pdftotext` (poppler).
public struct PDFText: Sendable {
  private let seconds: Int
  private let path: String?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - seconds: the limit of time for each column.
  ///   - path: the folders in which `pdftotext` is looked for, as in `PATH`; nil is that.
  public init(seconds: Int = 30, path: String? = nil) {
    self.seconds = seconds
    self.path = path
  }

  /// The text of a page of two columns, the narrow one first, then the broad one behind the end of a page.
  ///
  /// - Parameters:
  ///   - bytes: the PDF.
  ///   - edge: where the broad column starts, in points from the left.
  /// - Throws: each of `PDFTextError`.
  public func columns(_ bytes: [UInt8], edge: Int) throws(PDFTextError) -> [UInt8] {
    guard let program = ExternalProgram.find(["pdftotext"], path: path) else { throw .notInstalled }
    let made: Result<[UInt8], PDFTextError> = Waiting.wait { [self] in await run(program, bytes, edge) }
    return try made.get()
  }

  private func run(_ program: String, _ bytes: [UInt8], _ edge: Int) async -> Result<[UInt8], PDFTextError> {
    guard let folder = TemporaryFolder() else { return .failure(.failed("there is no folder for temporary files")) }
    defer { folder.remove() }
    let input = folder.path + "/profile.pdf"
    guard TemporaryFolder.write(bytes, to: input) else { return .failure(.failed("its input cannot be written")) }
    // With the places of its words: as plain text, hyphens at the end of a line would be gone.
    let arguments = ["-bbox-layout", "-enc", "UTF-8", "-eol", "unix", input, "-"]
    switch await ExternalProgram.run(program, arguments, in: folder.path, seconds: seconds) {
    case .ended(let output, let words):
      guard words.isEmpty || !output.isEmpty else {
        let last = words.split(whereSeparator: \.isNewline).last.map(String.init) ?? words
        return .failure(.failed(String(last.prefix(300))))
      }
      return .success(Array(PlacedText(output).columns(edge: Double(edge)).utf8))
    case .timeout: return .failure(.timeout(seconds: seconds))
    case .interrupted: return .failure(.interrupted)
    }
  }
}

/// Lines of words and where they stand on their pages, as `pdftotext -bbox-layout` tells them.
struct PlacedText {
  private struct Line {
    var page: Int
    var left: Double
    var top: Double
    var bottom: Double
    var words: [String]
  }

  private var lines: [Line] = []

  /// Reads the program's output, a line of it at a time; what it never writes is passed over. O(n).
  init(_ output: [UInt8]) {
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
  func columns(edge: Double) -> String {
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
