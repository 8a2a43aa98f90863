internal import ParcoursSource

/// `email` (RFC 5321, Mailbox).
enum EmailFormat: SpanFormat {
  static let name = "email"
  static let description: Message = "an e-mail address"

  static func advice(_ text: String) -> Message? { text.isEmpty ? "remove the key, or write name@example.org" : nil }

  static func accepts(_ text: Span<UInt8>) -> Bool {
    // The common form, on the bytes: dots between atoms, and a host of labels.
    var at = -1
    var index = 0
    var last: UInt8 = 0x2E
    while index < text.count, at < 0 {
      let byte = text[index]
      if byte == 0x40 { at = index } else if !isAtom(byte), byte != 0x2E || last == 0x2E { return isUnusual(text) }
      if at >= 0, last == 0x2E { return isUnusual(text) }
      last = byte
      index += 1
    }
    guard at > 0, at <= 64, text.count <= 254 else { return isUnusual(text) }
    var label = 0
    last = 0x2E
    while index < text.count {
      let byte = text[index]
      if byte == 0x2E {
        if label == 0 || last == 0x2D { return isUnusual(text) }
        label = 0
      } else {
        label += 1
        guard ASCII.isLetter(byte) || ASCII.isDigit(byte) || (byte == 0x2D && label > 1), label < 64 else {
          return isUnusual(text)
        }
        // Two hyphens in the third and fourth place mark a label of another alphabet.
        if label == 4, byte == 0x2D { return isUnusual(text) }
      }
      last = byte
      index += 1
    }
    return label > 0 && last != 0x2D || isUnusual(text)
  }

  @inline(__always)
  private static func isAtom(_ byte: UInt8) -> Bool {
    if ASCII.isLetter(byte) || ASCII.isDigit(byte) { return true }
    switch byte {
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2F, 0x3D, 0x3F, 0x5E...0x60, 0x7B...0x7E: return true
    default: return false
    }
  }

  private static func isUnusual(_ text: Span<UInt8>) -> Bool {
    var bytes: [UInt8] = []
    for index in text.indices { bytes.append(text[index]) }
    return isMailbox(bytes, allowsUnicode: false)
  }

  /// A mailbox: a local part of atoms or in quotes, and a host or an address in brackets.
  static func isMailbox(_ text: [UInt8], allowsUnicode: Bool) -> Bool {
    guard let at = text.lastIndex(of: 0x40), at > 0, at <= 64, text.count <= 254 else { return false }
    let local = text[..<at]
    let domain = Array(text[(at + 1)...])
    if domain.first == 0x5B, domain.last == 0x5D {
      let inner = Array(domain.dropFirst().dropLast())
      let isIPv6 = inner.starts(with: "IPv6:".utf8) && IPv6Format.accepts(Array(inner.dropFirst(5)))
      guard isIPv6 || IPv4Format.accepts(inner) else { return false }
    } else {
      guard allowsUnicode ? IDNHostnameFormat.accepts(domain) : HostnameFormat.accepts(domain) else { return false }
    }
    if local.first == 0x22 {
      guard local.count > 2, local.last == 0x22 else { return false }
      var isEscaped = false
      for byte in local.dropFirst().dropLast() {
        guard byte >= 0x20, byte < 0x7F || (allowsUnicode && byte >= 0x80) else { return false }
        if !isEscaped, byte == 0x22 { return false }
        isEscaped = !isEscaped && byte == 0x5C
      }
      return !isEscaped
    }
    return local.split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.allSatisfy { isAtom($0) || (allowsUnicode && $0 >= 0x80) }
    }
  }
}

/// `idn-email` (RFC 6531): letters of every alphabet.
enum IDNEmailFormat: Format {
  static let name = "idn-email"
  static let description: Message = "an e-mail address"
  static func advice(_ text: String) -> Message? { EmailFormat.advice(text) }
  static func accepts(_ text: [UInt8]) -> Bool { EmailFormat.isMailbox(text, allowsUnicode: true) }
}

/// `ipv4` (RFC 2673, 3.2).
enum IPv4Format: Format {
  static let name = "ipv4"
  static let description: Message = "an IPv4 address"

  static func accepts(_ text: [UInt8]) -> Bool {
    let parts = text.split(separator: 0x2E, omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        guard let number = ASCII.number(part), number < 256 else { return false }
        return part.count == 1 || part.first != 0x30
      }
  }
}

/// `ipv6` (RFC 4291, 2.2).
enum IPv6Format: Format {
  static let name = "ipv6"
  static let description: Message = "an IPv6 address"

  static func accepts(_ text: [UInt8]) -> Bool {
    var groups = 0
    var hasGap = false
    var index = 0
    if text.starts(with: [0x3A, 0x3A]) {
      hasGap = true
      index = 2
      if text.count == 2 { return true }
    }
    while index < text.count {
      let rest = text[index...]
      if rest.contains(0x2E) && !rest.contains(0x3A) {
        return IPv4Format.accepts(Array(rest)) && (hasGap ? groups + 2 < 8 : groups + 2 == 8)
      }
      let digits = rest.prefix(while: ASCII.isHex)
      guard (1...4).contains(digits.count) else { return false }
      groups += 1
      index = digits.endIndex
      if index == text.count { break }
      guard text[index] == 0x3A else { return false }
      index += 1
      if index == text.count { return false }
      if text[index] == 0x3A {
        if hasGap { return false }
        hasGap = true
        index += 1
        if index == text.count { break }
      }
    }
    return hasGap ? groups < 8 : groups == 8
  }
}
