internal import ParcoursSource

/// The pieces of JSON's grammar that need no state.
enum JSONText {
  @inline(__always)
  static func skipSpace(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      guard byte <= 0x20, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { break }
      index &+= 1
    }
    return index
  }

  /// High bits at the bytes of a word where a string's plain ASCII stops; the lowest one is exact.
  @inline(__always)
  static func stops(_ word: UInt64) -> UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    let quote = word ^ (0x22 &* ones)
    let backslash = word ^ (0x5C &* ones)
    let found =
      ((quote &- ones) & ~quote) | ((backslash &- ones) & ~backslash) | ((word &- (0x20 &* ones)) & ~word) | word
    return found & highs
  }

  static func skipEscape(_ bytes: Span<UInt8>, _ start: Int) throws(SyntaxError) -> Int {
    guard start + 1 < bytes.count else { throw SyntaxError("the text ends inside an escape", at: start) }
    switch bytes[start + 1] {
    case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74: return start + 2
    case 0x75:
      guard let unit = hex(bytes, start + 2) else {
        throw SyntaxError("\\u wants four hexadecimal digits", at: start..<min(start + 6, bytes.count))
      }
      guard unit & 0xF800 == 0xD800 else { return start + 6 }
      guard unit < 0xDC00, start + 7 < bytes.count, bytes[start + 6] == 0x5C, bytes[start + 7] == 0x75,
        let low = hex(bytes, start + 8), low & 0xFC00 == 0xDC00
      else {
        throw SyntaxError(
          "half a surrogate pair is no character", id: "encoding", at: start..<(start + 6),
          help: "write the character itself, or both halves")
      }
      return start + 12
    default:
      throw SyntaxError("unknown escape", at: start..<(start + 2), help: "write \\\\ for a backslash")
    }
  }

  static func hex(_ bytes: Span<UInt8>, _ start: Int) -> UInt32? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt32 = 0
    for offset in 0..<4 {
      let byte = bytes[start + offset]
      switch byte {
      case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
      default: return nil
      }
    }
    return value
  }

  /// Appends length and decoded bytes of a string whose escapes were checked.
  static func decode(_ bytes: Span<UInt8>, _ range: Range<Int>, into pool: inout [UInt8]) {
    let at = pool.count
    pool.append(contentsOf: [0, 0, 0, 0])
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      guard byte == 0x5C else {
        pool.append(byte)
        index += 1
        continue
      }
      index += 2
      switch bytes[index - 1] {
      case 0x62: pool.append(0x08)
      case 0x66: pool.append(0x0C)
      case 0x6E: pool.append(0x0A)
      case 0x72: pool.append(0x0D)
      case 0x74: pool.append(0x09)
      case 0x75:
        var scalar = hex(bytes, index) ?? 0xFFFD
        index += 4
        if scalar & 0xFC00 == 0xD800, let low = hex(bytes, index + 2) {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + low & 0x3FF
          index += 6
        }
        if let character = Unicode.Scalar(scalar) { pool.append(contentsOf: UTF8.encode(character) ?? .init()) }
      default: pool.append(bytes[index - 1])
      }
    }
    TextPool.close(&pool, at: at)
  }

  static func unexpected(
    _ bytes: Span<UInt8>, _ index: Int, wanted: Message, help: Message? = nil
  ) -> SyntaxError {
    let byte = bytes[index]
    if byte >= 0x80 {
      let length = Encoding.sequenceLength(bytes, at: index)
      if length == 0 {
        return SyntaxError(
          "byte 0x\(String(byte, radix: 16, padding: 2)) at offset \(index) is not UTF-8", id: "encoding", at: index,
          help: "save the file as UTF-8")
      }
      return SyntaxError("unexpected character where \(wanted) is wanted", at: index..<(index + length))
    }
    var end = index + 1
    while end < bytes.count, end < index + 24, isWord(bytes[end]), isWord(byte) { end += 1 }
    var text: [UInt8] = []
    for at in index..<end { text.append(bytes[at]) }
    var help = help
    if byte == 0x27 { help = "JSON strings stand in double quotes" }
    if byte == 0x2F || byte == 0x23 { help = "JSON has no comments" }
    if byte == 0x5D || byte == 0x7D, wanted == "a value" { help = "remove the comma before it" }
    let startsValue =
      byte == 0x22 || byte == 0x7B || byte == 0x5B || byte == 0x2D || (byte >= 0x30 && byte <= 0x39) || isLetter(byte)
    if startsValue, wanted == "\",\" or \"}\"" || wanted == "\",\" or \"]\"" {
      return SyntaxError(
        "a comma is missing before this", at: index..<end, help: "write \",\" behind the value before it")
    }
    return SyntaxError(
      "unexpected \"\(String(decoding: text, as: UTF8.self))\" where \(wanted) is wanted", at: index..<end, help: help)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

  private static func isWord(_ byte: UInt8) -> Bool {
    (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x5F
  }
}
