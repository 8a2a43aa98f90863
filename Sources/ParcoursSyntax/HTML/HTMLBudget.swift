/// What a page may hold before libxml2 sees it, which compares each attribute of an element with all before it and holds the
/// whole tree in memory.
enum HTMLBudget {
  /// Bytes of a page; the largest profile pages are a few hundred kilobytes.
  static let bytes = 32 << 20
  /// Attributes of an element.
  static let attributes = 256

  /// Where the first tag of too many attributes starts; nil where there is none. O(n).
  static func tagOverBudget(in bytes: [UInt8]) -> Int? {
    let span = bytes.span
    let end = span.count
    var at = 0
    while at < end {
      guard span[at] == 0x3C, at + 1 < end else {
        at += 1
        continue
      }
      let start = at
      let first = span[at + 1] | 0x20
      guard first >= 0x61, first <= 0x7A else {
        at += 1
        if matches(bytes, at, "!--") { at = find(bytes, "-->", from: at) }
        continue
      }
      // Words of the tag outside quotes: a name, then attributes.
      var words = 0
      var isWord = false
      var quote: UInt8 = 0
      var isValue = false
      at += 1
      while at < end {
        let byte = span[at]
        if quote != 0 {
          if byte == quote { quote = 0 }
        } else if byte == 0x3E {
          break
        } else if (byte == 0x22 || byte == 0x27), isValue {
          quote = byte
        } else if byte <= 0x20 || byte == 0x2F {
          isWord = false
        } else if !isWord {
          isWord = true
          words += 1
          if words > attributes + 1 { return start }
        }
        if byte > 0x20 { isValue = byte == 0x3D }
        at += 1
      }
      if matches(bytes, start + 1, "script") { at = find(bytes, "</script", from: at) }
      if matches(bytes, start + 1, "style") { at = find(bytes, "</style", from: at) }
    }
    return nil
  }

  private static func matches(_ bytes: [UInt8], _ at: Int, _ word: StaticString) -> Bool {
    guard at + word.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount {
      let byte = bytes[at + offset]
      let small = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      // Unsafe: the offset is below the count of the literal's bytes.
      if small != word.utf8Start[offset] { return false }
    }
    return true
  }

  private static func find(_ bytes: [UInt8], _ word: StaticString, from start: Int) -> Int {
    var at = start
    while at < bytes.count {
      if matches(bytes, at, word) { return at }
      at += 1
    }
    return bytes.count
  }
}
