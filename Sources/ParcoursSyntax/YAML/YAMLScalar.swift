/// What a scalar means under the core schema of YAML 1.2 (10.3.2).
enum YAMLScalar {
  /// Whether a scalar that starts so may be anything but a string.
  @inline(__always)
  static func mayBeOther(_ first: UInt8) -> Bool {
    switch first {
    case 0x7E, 0x6E, 0x4E, 0x74, 0x54, 0x66, 0x46, 0x2B, 0x2D, 0x2E, 0x30...0x39: true
    default: false
    }
  }

  /// The kind of a plain scalar, and its text as JSON has it.
  static func resolve(_ text: [UInt8]) -> (kind: Kind, text: [UInt8]) {
    switch text.count {
    case 0: return (.null, text)
    case 1 where text[0] == 0x7E: return (.null, [])
    default: break
    }
    switch text[0] {
    case 0x6E, 0x4E:
      if isWord(text, "null") { return (.null, []) }
    case 0x74, 0x54:
      if isWord(text, "true") { return (.bool, Array("true".utf8)) }
    case 0x66, 0x46:
      if isWord(text, "false") { return (.bool, Array("false".utf8)) }
    case 0x2B, 0x2D, 0x2E, 0x30...0x39:
      if let number = number(text) { return (.number, number) }
    default: break
    }
    return (.string, text)
  }

  /// `null`, `Null` or `NULL`, likewise for the booleans.
  private static func isWord(_ text: [UInt8], _ word: StaticString) -> Bool {
    guard text.count == word.utf8CodeUnitCount else { return false }
    let lower = text.map { $0 | 0x20 }
    guard word.withUTF8Buffer({ lower.elementsEqual($0) }) else { return false }
    let tail = text.dropFirst()
    let isTailLower = tail.allSatisfy { $0 & 0x20 != 0 }
    let isTailUpper = tail.allSatisfy { $0 & 0x20 == 0 }
    return isTailLower || (isTailUpper && text[0] & 0x20 == 0)
  }

  /// The JSON text of a number: signs and leading zeros dropped, octal and hexadecimal in decimal; nil where it is none,
  /// or (`.inf`, `.nan`) where JSON has no such number.
  static func number(_ text: [UInt8]) -> [UInt8]? {
    if text.count > 2, text[0] == 0x30, text[1] == 0x6F || text[1] == 0x78 {
      let digits = String(decoding: text[2...], as: UTF8.self)
      guard digits.utf8.first != 0x2B, digits.utf8.first != 0x2D else { return nil }
      return UInt64(digits, radix: text[1] == 0x6F ? 8 : 16).map { Array(String($0).utf8) }
    }
    var index = 0
    var result: [UInt8] = []
    if text[0] == 0x2B || text[0] == 0x2D {
      if text[0] == 0x2D { result.append(0x2D) }
      index = 1
    }
    let whole = text[index...].prefix { $0 >= 0x30 && $0 <= 0x39 }
    index = whole.endIndex
    var fraction: ArraySlice<UInt8> = []
    var hasPoint = false
    if index < text.count, text[index] == 0x2E {
      hasPoint = true
      fraction = text[(index + 1)...].prefix { $0 >= 0x30 && $0 <= 0x39 }
      index = fraction.endIndex
    }
    guard !whole.isEmpty || !fraction.isEmpty else { return nil }
    var exponent: [UInt8] = []
    if index < text.count, text[index] | 0x20 == 0x65 {
      exponent.append(0x65)
      index += 1
      if index < text.count, text[index] == 0x2B || text[index] == 0x2D {
        exponent.append(text[index])
        index += 1
      }
      let digits = text[index...].prefix { $0 >= 0x30 && $0 <= 0x39 }
      guard !digits.isEmpty else { return nil }
      exponent += digits
      index = digits.endIndex
    }
    guard index == text.count else { return nil }
    let significant = whole.drop { $0 == 0x30 }
    result += significant.isEmpty ? [0x30] : Array(significant)
    if hasPoint, !fraction.isEmpty { result += [0x2E] + fraction }
    return result + exponent
  }
}
