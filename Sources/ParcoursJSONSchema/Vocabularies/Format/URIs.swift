internal import ParcoursSource

/// The grammar of URIs (RFC 3986, appendix A) and, with other letters allowed, of IRIs (RFC 3987).
enum URIGrammar {
  /// Letters, digits and `-._~:/?#[]@!$&'()*+,;=`, a bit each.
  private static let allowedLow: UInt64 = 0xAFFF_FFDA_0000_0000
  private static let allowedHigh: UInt64 = 0x47FF_FFFE_AFFF_FFFF

  @inline(__always)
  private static func isAllowed(_ byte: UInt8) -> Bool {
    byte < 0x40
      ? allowedLow >> UInt64(byte) & 1 != 0 : byte < 0x80 && allowedHigh >> UInt64(byte &- 0x40) & 1 != 0
  }

  /// Letters, digits and `-./_~`, a bit each: what most addresses are made of.
  private static let plainLow: UInt64 = 0x03FF_E000_0000_0000
  private static let plainHigh: UInt64 = 0x47FF_FFFE_87FF_FFFE

  /// Whether a text is an address as nearly all are: https, a host, and a path without escapes. One that is not may still be
  /// a URI.
  private static func isCommon(_ text: Span<UInt8>) -> Bool {
    // "https://" as a word; the load is bounds-checked, despite its name.
    guard text.count > 8,
      UInt64(littleEndian: text.bytes.unsafeLoadUnaligned(fromByteOffset: 0, as: UInt64.self)) == 0x2F2F_3A73_7074_7468,
      text[8] != 0x2F
    else { return false }
    var index = 8
    while index < text.count {
      let byte = text[index]
      let isPlain =
        byte < 0x40
        ? plainLow >> UInt64(byte) & 1 != 0 : byte < 0x80 && plainHigh >> UInt64(byte &- 0x40) & 1 != 0
      if !isPlain { return false }
      index &+= 1
    }
    return true
  }

  static func isReference(_ text: Span<UInt8>, allowsUnicode: Bool, needsScheme: Bool) -> Bool {
    if isCommon(text) { return true }
    var colon = -1  // the colon that ends a scheme
    var isHead = true  // no slash, question mark or hash yet
    var slash = -1  // where "//" starts
    var authorityEnd = -1
    var hashes = 0
    var lastBracket = -1
    var index = 0
    let count = text.count
    while index < count {
      let byte = text[index]
      if byte == 0x25 {
        guard index + 2 < count, ASCII.isHex(text[index + 1]), ASCII.isHex(text[index + 2]) else { return false }
        index += 3
        continue
      }
      if !isAllowed(byte) {
        guard byte >= 0x80, allowsUnicode else { return false }
        let length = iriLength(text, index, inQuery: hashes == 0 && !isHead)
        if length == 0 { return false }
        index += length
        continue
      }
      switch byte {
      case 0x3A where isHead && colon < 0: colon = index
      case 0x2F where isHead:
        isHead = false
        if index == colon + 1, index + 1 < count, text[index + 1] == 0x2F {
          slash = index
          index += 2
          while index < count, text[index] != 0x2F, text[index] != 0x3F, text[index] != 0x23 { index += 1 }
          authorityEnd = index
          continue
        }
      case 0x3F: isHead = false
      case 0x23:
        isHead = false
        hashes += 1
      case 0x5B, 0x5D: lastBracket = index
      default: break
      }
      index += 1
    }
    guard hashes <= 1, lastBracket < 0 else { return false }
    if colon >= 0 {
      guard colon > 0, ASCII.isLetter(text[0]) else { return false }
      for at in 1..<max(1, colon) {
        let byte = text[at]
        guard ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E else {
          return false
        }
      }
    } else if needsScheme {
      return false
    }
    guard slash >= 0 else { return true }
    return isAuthority(text, slash + 2, authorityEnd, allowsUnicode)
  }

  /// The length of a character that IRIs allow beyond ASCII (RFC 3987, 2.2); 0 for one they do not.
  private static func iriLength(_ text: Span<UInt8>, _ index: Int, inQuery: Bool) -> Int {
    let lead = text[index]
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    guard index + length <= text.count else { return 0 }
    var code = UInt32(lead) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
    for at in 1..<length { code = code << 6 | UInt32(text[index + at] & 0x3F) }
    switch code {
    case 0xA0...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFEF: return length
    case 0xE000...0xF8FF: return inQuery ? length : 0
    case 0x10000...0xEFFFD: return code & 0xFFFE == 0xFFFE ? 0 : length
    case 0xF0000...0x10FFFD: return inQuery && code & 0xFFFE != 0xFFFE ? length : 0
    default: return 0
    }
  }

  private static func isAuthority(_ text: Span<UInt8>, _ from: Int, _ to: Int, _ allowsUnicode: Bool) -> Bool {
    var at = -1
    for index in from..<to {
      let byte = text[index]
      if byte == 0x40 {
        if at >= 0 { return false }
        at = index
      } else if byte == 0x25 {
        guard index + 2 < to, ASCII.isHex(text[index + 1]), ASCII.isHex(text[index + 2]) else { return false }
      } else if byte >= 0x80 {
        guard allowsUnicode, byte < 0xC0 || iriLength(text, index, inQuery: false) > 0 else { return false }
      } else if !isAllowed(byte) {
        return false
      }
    }
    let host = at >= 0 ? at + 1 : from
    for index in from..<max(from, at) where text[index] == 0x5B || text[index] == 0x5D { return false }
    var end = host
    if host < to, text[host] == 0x5B {
      while end < to, text[end] != 0x5D { end += 1 }
      guard end < to else { return false }
      var inner: [UInt8] = []
      for index in (host + 1)..<end { inner.append(text[index]) }
      guard isFuture(inner) || IPv6Format.accepts(inner) else { return false }
      end += 1
    } else {
      while end < to, text[end] != 0x3A {
        if text[end] == 0x5B || text[end] == 0x5D { return false }
        end += 1
      }
    }
    if end == to { return true }
    guard text[end] == 0x3A else { return false }
    for index in (end + 1)..<to where !ASCII.isDigit(text[index]) { return false }
    return true
  }

  /// `IPvFuture`: v, hexadecimal digits, a dot, and at least one more character.
  private static func isFuture(_ text: [UInt8]) -> Bool {
    guard let first = text.first, first | 0x20 == 0x76, let dot = text.firstIndex(of: 0x2E) else { return false }
    return dot > 1 && text[1..<dot].allSatisfy(ASCII.isHex) && dot + 1 < text.count
  }
}

/// `uri` (RFC 3986): with its scheme.
enum URIFormat: SpanFormat {
  static let name = "uri"
  static let description: Message = "a URL with its scheme (https://example.org)"
  static func accepts(_ text: Span<UInt8>) -> Bool {
    URIGrammar.isReference(text, allowsUnicode: false, needsScheme: true)
  }
  static func advice(_ text: String) -> Message? {
    if text.isEmpty { return "remove the key: an empty text is no URL" }
    let trimmed = text.split(separator: " ").joined()
    if accepts(Array(trimmed.utf8)) { return "remove the spaces" }
    return accepts(Array("https://\(text)".utf8)) && text.contains(".") ? "write https://\(text)" : nil
  }
}

/// `uri-reference` (RFC 3986).
enum URIReferenceFormat: SpanFormat {
  static let name = "uri-reference"
  static let description: Message = "a URL or a path"
  static func accepts(_ text: Span<UInt8>) -> Bool {
    URIGrammar.isReference(text, allowsUnicode: false, needsScheme: false)
  }
}

/// `iri` (RFC 3987): with its scheme.
enum IRIFormat: SpanFormat {
  static let name = "iri"
  static let description: Message = "a URL with its scheme (https://example.org)"
  static func accepts(_ text: Span<UInt8>) -> Bool {
    URIGrammar.isReference(text, allowsUnicode: true, needsScheme: true)
  }
  static func advice(_ text: String) -> Message? { URIFormat.advice(text) }
}

/// `iri-reference` (RFC 3987).
enum IRIReferenceFormat: SpanFormat {
  static let name = "iri-reference"
  static let description: Message = "a URL or a path"
  static func accepts(_ text: Span<UInt8>) -> Bool {
    URIGrammar.isReference(text, allowsUnicode: true, needsScheme: false)
  }
}
