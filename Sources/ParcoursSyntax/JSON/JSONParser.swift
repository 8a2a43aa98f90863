public import ParcoursSource

/// Parses JSON text (RFC 8259), strictly, onto a tape with byte-exact ranges.
///
/// Refused, with the place: anything the grammar does not have (comments, trailing commas, NaN…), bytes that are not
/// UTF-8, escapes of half a surrogate pair, and more than 512 levels. A UTF-8 byte order mark is skipped. Keys that stand
/// twice in one object are kept and listed. O(n) in the bytes; one allocation grows with the tape (16 bytes an entry).
public enum JSONParser {
  /// The most levels of arrays and objects.
  public static let maximumDepth = 512

  /// Parses a text.
  public static func parse(_ source: SourceText) throws(SyntaxError) -> Document {
    let bytes = source.bytes
    if let error = Encoding.mismatch(in: bytes) { throw error }
    guard bytes.count < Int(UInt32.max) else {
      throw SyntaxError("the text is over 4 GiB", id: "budget", at: 0)
    }
    var run = JSONScan(capacity: bytes.count / 12)
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    try run.parse(bytes.span, from: start)
    return Document(source: source, entries: run.entries, pool: run.pool, duplicates: run.duplicates)
  }
}

/// Tells texts that are not UTF-8 by their first bytes, for a better word than "unexpected byte".
enum Encoding {
  /// Holds a text to UTF-8 and 4 GiB before it is parsed.
  static func check(_ bytes: [UInt8]) throws(SyntaxError) {
    if let error = mismatch(in: bytes) { throw error }
    if let offset = firstInvalid(in: bytes) {
      throw SyntaxError(
        "byte 0x\(String(bytes[offset], radix: 16, padding: 2)) at offset \(offset) is not UTF-8",
        id: "encoding", at: offset, help: "save the file as UTF-8")
    }
    guard bytes.count < Int(UInt32.max) else {
      throw SyntaxError("the text is over 4 GiB", id: "budget", at: 0)
    }
  }

  static func mismatch(in bytes: [UInt8]) -> SyntaxError? {
    let head = Array(bytes.prefix(4))
    var found: String?
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { found = "UTF-16" }
    if head.count == 4 {
      if head == [0, 0, 0xFE, 0xFF] || head == [0xFF, 0xFE, 0, 0] { found = "UTF-32" }
      if found == nil, head[0] == 0, head[1] != 0 { found = "UTF-16" }
      if found == nil, head[0] != 0, head[1] == 0 { found = "UTF-16" }
    }
    return found.map {
      SyntaxError("the text is \($0), not UTF-8", id: "encoding", at: 0, help: "save the file as UTF-8")
    }
  }

  /// The length of the UTF-8 sequence at `index`, 0 where it is none (Unicode, table 3-7).
  @inline(__always)
  static func sequenceLength(_ bytes: Span<UInt8>, at index: Int) -> Int {
    let count = bytes.count
    let lead = bytes[index]
    @inline(__always) func continues(_ at: Int) -> Bool { at < count && bytes[at] & 0xC0 == 0x80 }
    if lead < 0x80 { return 1 }
    if lead >= 0xC2, lead <= 0xDF { return continues(index + 1) ? 2 : 0 }
    if lead & 0xF0 == 0xE0 {
      guard continues(index + 1), continues(index + 2) else { return 0 }
      let second = bytes[index + 1]
      if lead == 0xE0, second < 0xA0 { return 0 }
      if lead == 0xED, second > 0x9F { return 0 }
      return 3
    }
    if lead >= 0xF0, lead <= 0xF4 {
      guard continues(index + 1), continues(index + 2), continues(index + 3) else { return 0 }
      let second = bytes[index + 1]
      if lead == 0xF0, second < 0x90 { return 0 }
      if lead == 0xF4, second > 0x8F { return 0 }
      return 4
    }
    return 0
  }

  /// The first byte that is no UTF-8; nil where all are.
  static func firstInvalid(in bytes: [UInt8]) -> Int? {
    let span = bytes.span
    var index = 0
    let raw = span.bytes
    while index < span.count {
      // Eight bytes of ASCII at a time; bounds-checked, despite its name.
      if index &+ 8 <= span.count,
        raw.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index &+= 8
        continue
      }
      let length = sequenceLength(span, at: index)
      if length == 0 { return index }
      index += length
    }
    return nil
  }
}
