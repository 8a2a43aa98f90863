internal import ParcoursInterchange
internal import ParcoursSource
internal import ParcoursSyntax

/// A CV as RenderCV reads its YAML: `*` begins a text there, and never an alias (since 2.7). Elsewhere a text that begins with it
/// has to be quoted, so that is done here.
struct RenderCVSource {
  /// The document, of the text with quotes.
  let document: Result<Document, SyntaxError>
  /// Where quotes were put into the text: before these bytes of it.
  private var quotes: [Int] = []

  /// The longest text that is looked through, and how many lines of it are quoted.
  private static let (longest, most) = (1 << 18, 200)

  init(_ input: Input) {
    let read = input.document
    let isOne =
      input.source.bytes.starts(with: "cv:".utf8) || input.source.bytes.firstRange(of: Array("\ncv:".utf8)) != nil
    guard case .failure = read, input.syntax == .yaml, input.source.bytes.count <= Self.longest, isOne else {
      document = read
      return
    }
    var (bytes, quotes, result) = (input.source.bytes, [Int](), read)
    while case .failure(let error) = result, quotes.count < 2 * Self.most,
      let text = Self.star(in: bytes, at: error.diagnostic.location?.range.lowerBound ?? 0)
    {
      let inner = bytes[text].flatMap { $0 == 0x27 ? [0x27, 0x27] : [$0] }
      let doubled = bytes[text].indices.filter { bytes[$0] == 0x27 }
      let places = [text.lowerBound] + doubled + [text.upperBound]
      // Earlier quotes stand before this line, or behind it.
      quotes = quotes.map { quote in quote + places.count { $0 < quote } }
      quotes += places.enumerated().map { $1 + $0 }
      bytes.replaceSubrange(text, with: [0x27] + inner + [0x27])
      result = Result { () throws(SyntaxError) in
        try YAMLParser.parse(SourceText(name: input.source.name, bytes: bytes))
      }
    }
    self.quotes = quotes.sorted()
    if case .failure = result { document = read } else { document = result }
  }

  /// The same bytes in the text as it was written.
  func written(_ range: Range<Int>) -> Range<Int> {
    let (start, end) = (range.lowerBound, range.upperBound)
    return (start - quotes.count { $0 < start })..<(end - quotes.count { $0 < end })
  }

  /// The text on the line of a place that begins with `*`: behind what makes it an entry or a value.
  private static func star(in bytes: [UInt8], at place: Int) -> Range<Int>? {
    let place = min(place, max(bytes.count - 1, 0))
    let start = bytes[..<place].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    var end = bytes[place...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    var at = start
    while at < end {
      if bytes[at] == 0x2A { break }
      // `- `, and `key: `, may stand before it.
      if bytes[at] == 0x20 || bytes[at] == 0x2D && at + 1 < end && bytes[at + 1] == 0x20 {
        at += 1
        continue
      }
      guard let colon = bytes[at..<end].firstIndex(of: 0x3A), colon + 1 < end, bytes[colon + 1] == 0x20,
        bytes[at..<colon].allSatisfy({ $0 == 0x5F || $0 == 0x20 || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A })
      else { return nil }
      at = colon + 1
    }
    guard at < end else { return nil }
    if let comment = (at..<end).first(where: { bytes[$0] == 0x23 && bytes[$0 - 1] == 0x20 }) { end = comment }
    while bytes[end - 1] == 0x20 { end -= 1 }
    return at..<end
  }
}
