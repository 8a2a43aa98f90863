extension Markup {
  // MARK: Plain text

  /// The text as a reader of plain text reads it: marks are gone, items have a bullet or their number, and a link's address
  /// stands behind its label.
  public var plain: String {
    unmarked ?? text(by: Self.plain)
  }

  /// The text in the notation of a format that knows marks within lines at most: items have a bullet or their number.
  ///
  /// - Parameter write: writes stretches of lines.
  public func text(by write: ([Inline]) -> String) -> String {
    var result = ""
    for (index, block) in blocks.enumerated() {
      if index > 0 { result += isApart[index] ? "\n\n" : "\n" }
      result += Self.lines([block], by: write).joined(separator: "\n")
    }
    return result
  }

  /// A text as a reader of plain text reads it.
  public static func plain(_ text: String) -> String { Markup(text).plain }

  private static func lines(_ blocks: [Block], by write: ([Inline]) -> String) -> [String] {
    var lines: [String] = []
    for block in blocks {
      switch block {
      case .paragraph(let inlines):
        lines += write(inlines).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      case .list(let items, let start):
        for (index, item) in items.enumerated() {
          let mark = start.map { "\($0 + index). " } ?? "• "
          let own = Self.lines(item, by: write)
          lines.append(mark + (own.first ?? ""))
          lines += own.dropFirst().map { "  " + $0 }
        }
      }
    }
    return lines
  }

  /// Stretches of lines as plain text.
  public static func plain(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text): return text
      case .lineBreak: return "\n"
      case .emphasis(let inner), .strong(let inner): return plain(inner)
      case .link(let label, let address):
        let text = plain(label)
        if text.isEmpty { return address }
        return address.isEmpty || address == text || address == "mailto:" + text ? text : "\(text) (\(address))"
      }
    }.joined()
  }

  /// The whole as lines that may stand within a sentence or an item: items have their bullets.
  public var inlines: [Inline] {
    var result: [Inline] = []
    func add(_ blocks: [Block], _ indentation: String) {
      for block in blocks {
        switch block {
        case .paragraph(let inner):
          if !result.isEmpty, !Self.isMarker(result.last) { result.append(.lineBreak) }
          result += inner
        case .list(let items, let start):
          for (index, item) in items.enumerated() {
            if !result.isEmpty { result.append(.lineBreak) }
            result.append(.text(indentation + (start.map { "\($0 + index). " } ?? "• ")))
            add(item, indentation + "  ")
          }
        }
      }
    }
    add(blocks, "")
    return result
  }

  private static func isMarker(_ inline: Inline?) -> Bool {
    guard case .text(let text)? = inline else { return false }
    return text.hasSuffix("• ") || text.hasSuffix(". ") && text.dropLast(2).allSatisfy { $0.isNumber || $0 == " " }
  }

  // MARK: Texts without marks

  /// A plain text so written that it is read as it stands: with backslashes before what would be marks, where there is any.
  ///
  /// `Markup.plain(Markup.escaped(text)) == text` for every text that may have marks.
  public static func escaped(_ text: String) -> String {
    guard text.utf8.count <= longest else { return text }
    let markup = Markup(text)
    if !markup.hasMarks, markup.plain == text { return text }
    var result = String.UnicodeScalarView()
    var isStart = true
    var digits = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "*", "_", "`", "[", "<": result.append("\\")
      case "-" where isStart: result.append("\\")
      case ".", ")":
        if isStart, digits > 0 { result.append("\\") }
      default: break
      }
      result.append(scalar)
      switch scalar {
      case "\n", "\r":
        isStart = true
        digits = 0
      case " ", "\t": if digits > 0 { isStart = false }
      case "0"..."9" where isStart: digits += 1
      default: isStart = false
      }
    }
    return String(result)
  }

  /// A text in the one way of writing it that ``escaped(_:)`` has, where it has no marks; else as it is.
  public static func normalized(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    let markup = Markup(text)
    return markup.hasMarks ? text : escaped(markup.plain)
  }
}
