/// A text with its marks read: emphasis, links, code and lists, in the notation of CommonMark.
///
///     let markup = Markup("Led the **migration**, see [the talk](https://example.org/talk)")
///     markup.plain  // "Led the migration, see the talk (https://example.org/talk)"
///
/// Of CommonMark it knows what a text of a few lines needs. Everything else is text: markup of HTML, `&` references,
/// headings, quotations, code blocks, rules and link definitions, so that `> 30 %`, `#1` and `AT&T` mean what they say. So are
/// a `+` before a line, a dash or a number before the only line there is (`- 20 % of the cost`), numbers of three digits
/// and more (`2019. A year`), and a single `*` inside a word (`candidat*es`). A backslash before a mark makes it text.
///
/// A line break of the source is one. Nesting beyond ``deepest`` levels is flattened, half as many lists at most begin on one
/// line, and a text of more than ``longest``
/// bytes is taken as it is. O(length) for texts without marks; what cmark takes, for the others.
///
/// Source: CommonMark 0.30, chapters 5 and 6; links and lists by cmark.
public struct Markup: Sendable, Hashable {
  /// A stretch of a line.
  public indirect enum Inline: Sendable, Hashable {
    /// Text.
    case text(String)
    /// Code, a name or a command.
    case code(String)
    /// The end of a line.
    case lineBreak
    /// Emphasis.
    case emphasis([Inline])
    /// Strong emphasis.
    case strong([Inline])
    /// A link: its label, which may be empty, and its address as it was written.
    case link([Inline], address: String)
  }

  /// A paragraph or a list.
  public indirect enum Block: Sendable, Hashable {
    /// Lines that belong together.
    case paragraph([Inline])
    /// A list and the number of its first item; nil is a list without numbers.
    case list([[Block]], start: Int?)
  }

  /// How deep marks may be nested.
  public static let deepest = 16
  /// How long a text with marks may be, in bytes of UTF-8.
  public static let longest = 65_536

  /// The paragraphs and lists.
  public let blocks: [Block]
  /// The blocks before which an empty line stands.
  let isApart: [Bool]
  /// The text without its backslashes, where it has no marks.
  let unmarked: String?

  /// Whether there is anything but text in it.
  public var hasMarks: Bool { unmarked == nil }

  /// Reads a text.
  public init(_ text: String) {
    guard Self.mayHaveMarks(text), let parsed = MarkupParser.parse(text) else {
      self.init(unmarked: text)
      return
    }
    guard parsed.hasMarks else {
      self.init(unmarked: Self.unescaped(text))
      return
    }
    self.init(blocks: parsed.blocks, isApart: parsed.isApart, unmarked: nil)
  }

  private init(unmarked text: String) {
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    let paragraphs = lines.split { $0.allSatisfy(\.isWhitespace) }
    self.init(
      blocks: paragraphs.map { lines in
        .paragraph(Array(lines.map { [Inline.text(String($0))] }.joined(separator: [.lineBreak])))
      }, isApart: paragraphs.indices.map { $0 > 0 }, unmarked: text)
  }

  private init(blocks: [Block], isApart: [Bool], unmarked: String?) {
    self.blocks = blocks
    self.isApart = isApart
    self.unmarked = unmarked
  }

  /// Whether a text has a sign that could be a mark. O(length).
  private static func mayHaveMarks(_ text: String) -> Bool {
    guard text.utf8.count <= longest else { return false }
    var isStart = true
    var digits = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "["),
        UInt8(ascii: "<"):
        return true
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        isStart = true
        digits = 0
      case UInt8(ascii: " "), UInt8(ascii: "\t"): if digits > 0 { isStart = false }
      case UInt8(ascii: "-") where isStart: return true
      case UInt8(ascii: "0")...UInt8(ascii: "9") where isStart: digits += 1
      case UInt8(ascii: "."), UInt8(ascii: ")"):
        if isStart, digits > 0 { return true }
        isStart = false
      default: isStart = false
      }
    }
    return false
  }

  /// The text without the backslashes before signs (CommonMark 0.30, 2.4).
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\\")) else { return text }
    var result = String.UnicodeScalarView()
    var scalars = text.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      if scalar == "\\", let next = scalars.first, isSign(next) {
        result.append(next)
        scalars.removeFirst()
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Whether a scalar is one that a backslash may stand before: ASCII's punctuation.
  static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
