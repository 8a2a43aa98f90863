/// `email` (RFC 5321, Mailbox).
enum EmailFormat: Format {
  static let name = "email"
  static let description = "an e-mail address"

  static func advice(_ text: String) -> String? { text.isEmpty ? "remove the key, or write name@example.org" : nil }

  static func accepts(_ text: [UInt8]) -> Bool {
    guard let at = text.lastIndex(of: 0x40), at > 0, at <= 64, text.count <= 254 else { return false }
    let local = text[..<at]
    let domain = Array(text[(at + 1)...])
    if domain.first == 0x5B, domain.last == 0x5D {
      let inner = Array(domain.dropFirst().dropLast())
      let isIPv6 = inner.starts(with: "IPv6:".utf8) && IPv6Format.accepts(Array(inner.dropFirst(5)))
      guard isIPv6 || IPv4Format.accepts(inner) else { return false }
    } else {
      guard HostnameFormat.accepts(domain) else { return false }
    }
    if local.first == 0x22 {
      guard local.count > 2, local.last == 0x22 else { return false }
      var isEscaped = false
      for byte in local.dropFirst().dropLast() {
        guard byte >= 0x20, byte < 0x7F else { return false }
        if !isEscaped, byte == 0x22 { return false }
        isEscaped = !isEscaped && byte == 0x5C
      }
      return !isEscaped
    }
    let special = Array("!#$%&'*+-/=?^_`{|}~".utf8)
    return local.split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { atom in
      !atom.isEmpty && atom.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || special.contains($0) }
    }
  }
}

/// `hostname` (RFC 1123, 2.1).
enum HostnameFormat: Format {
  static let name = "hostname"
  static let description = "a host name"

  static func accepts(_ text: [UInt8]) -> Bool {
    guard !text.isEmpty, text.count <= 253 else { return false }
    return text.split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { label in
      guard let first = label.first, let last = label.last, label.count <= 63 else { return false }
      return first != 0x2D && last != 0x2D
        && label.allSatisfy { ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 0x2D }
    }
  }
}

/// `ipv4` (RFC 2673, 3.2).
enum IPv4Format: Format {
  static let name = "ipv4"
  static let description = "an IPv4 address"

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
  static let description = "an IPv6 address"

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
