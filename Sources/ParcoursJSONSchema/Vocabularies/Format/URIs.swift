/// The grammar of URIs (RFC 3986, appendix A) and, with other letters allowed, of IRIs (RFC 3987).
enum URIGrammar {
  static func isReference(_ text: [UInt8], allowsUnicode: Bool, needsScheme: Bool) -> Bool {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x25 {
        guard index + 2 < text.count, ASCII.isHex(text[index + 1]), ASCII.isHex(text[index + 2]) else { return false }
        index += 3
        continue
      }
      let isAllowed = ASCII.isLetter(byte) || ASCII.isDigit(byte) || punctuation.contains(byte)
      guard isAllowed || (byte >= 0x80 && allowsUnicode) else { return false }
      index += 1
    }
    guard text.filter({ $0 == 0x23 }).count <= 1 else { return false }
    var rest = text[...]
    if let colon = text.firstIndex(of: 0x3A),
      !text[..<colon].contains(where: { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 })
    {
      let scheme = text[..<colon]
      guard let first = scheme.first, ASCII.isLetter(first),
        scheme.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) || [0x2B, 0x2D, 0x2E].contains($0) })
      else { return false }
      rest = text[(colon + 1)...]
    } else if needsScheme {
      return false
    }
    guard rest.starts(with: [0x2F, 0x2F]) else { return !rest.contains(0x5B) && !rest.contains(0x5D) }
    let afterSlashes = rest.dropFirst(2)
    let authority = afterSlashes.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    let path = afterSlashes[authority.endIndex...]
    guard !path.contains(0x5B), !path.contains(0x5D) else { return false }
    return isAuthority(authority)
  }

  private static func isAuthority(_ authority: ArraySlice<UInt8>) -> Bool {
    var host = authority
    if let at = authority.lastIndex(of: 0x40) {
      guard !authority[..<at].contains(0x40), !authority[..<at].contains(0x5B) else { return false }
      host = authority[(at + 1)...]
    }
    if host.first == 0x5B {
      guard let close = host.firstIndex(of: 0x5D) else { return false }
      let inner = Array(host[(host.startIndex + 1)..<close])
      let isFuture = inner.first.map { $0 | 0x20 == 0x76 } ?? false
      guard isFuture || IPv6Format.accepts(inner) else { return false }
      host = host[(close + 1)...]
      return host.isEmpty || (host.first == 0x3A && host.dropFirst().allSatisfy(ASCII.isDigit))
    }
    guard !host.contains(0x5B), !host.contains(0x5D) else { return false }
    if let colon = host.firstIndex(of: 0x3A) {
      return host[(colon + 1)...].allSatisfy(ASCII.isDigit)
    }
    return true
  }

  private static let punctuation = Set("-._~:/?#[]@!$&'()*+,;=".utf8)
}

/// `uri` (RFC 3986): with its scheme.
enum URIFormat: Format {
  static let name = "uri"
  static let description = "a URL with its scheme (https://example.org)"
  static func accepts(_ text: [UInt8]) -> Bool {
    URIGrammar.isReference(text, allowsUnicode: false, needsScheme: true)
  }
  static func advice(_ text: String) -> String? {
    if text.isEmpty { return "remove the key: an empty text is no URL" }
    let trimmed = text.split(separator: " ").joined()
    if accepts(Array(trimmed.utf8)) { return "remove the spaces" }
    return accepts(Array("https://\(text)".utf8)) && text.contains(".") ? "write https://\(text)" : nil
  }
}

/// `uri-reference` (RFC 3986).
enum URIReferenceFormat: Format {
  static let name = "uri-reference"
  static let description = "a URL or a path"
  static func accepts(_ text: [UInt8]) -> Bool {
    URIGrammar.isReference(text, allowsUnicode: false, needsScheme: false)
  }
}

/// `iri` (RFC 3987): with its scheme.
enum IRIFormat: Format {
  static let name = "iri"
  static let description = "a URL with its scheme (https://example.org)"
  static func accepts(_ text: [UInt8]) -> Bool {
    URIGrammar.isReference(text, allowsUnicode: true, needsScheme: true)
  }
  static func advice(_ text: String) -> String? { URIFormat.advice(text) }
}

/// `iri-reference` (RFC 3987).
enum IRIReferenceFormat: Format {
  static let name = "iri-reference"
  static let description = "a URL or a path"
  static func accepts(_ text: [UInt8]) -> Bool {
    URIGrammar.isReference(text, allowsUnicode: true, needsScheme: false)
  }
}
