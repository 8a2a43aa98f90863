internal import ParcoursSource

/// `hostname` (RFC 1123, 2.1); labels that start with `xn--` hold an internationalized one (RFC 5890, 2.3.2.1).
enum HostnameFormat: Format {
  static let name = "hostname"
  static let description: Message = "a host name"

  static func accepts(_ text: [UInt8]) -> Bool {
    guard !text.isEmpty, text.count <= 253 else { return false }
    return text.split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { IDNA.isASCIILabel(Array($0)) }
  }
}

/// `idn-hostname` (RFC 5890 to 5893).
enum IDNHostnameFormat: Format {
  static let name = "idn-hostname"
  static let description: Message = "a host name"

  static func accepts(_ text: [UInt8]) -> Bool {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    guard !scalars.isEmpty else { return false }
    var total = 0
    let isBidirectional = scalars.contains(where: IDNA.isRightToLeft)
    // The ideographic, fullwidth and halfwidth full stops separate labels too.
    for label in scalars.split(
      omittingEmptySubsequences: false,
      whereSeparator: { $0 == "." || $0.value == 0x3002 || $0.value == 0xFF0E || $0.value == 0xFF61 })
    {
      // Among right-to-left labels none may start with a digit (RFC 5893, 2).
      if isBidirectional, let first = label.first, ("0"..."9").contains(first) { return false }
      if label.allSatisfy(\.isASCII) {
        guard IDNA.isASCIILabel(label.map { UInt8($0.value) }) else { return false }
        total += label.count + 1
      } else {
        guard IDNA.isUnicodeLabel(Array(label)) else { return false }
        let encoded = Punycode.encoded(label.map(\.value)).count + 4
        guard encoded <= 63 else { return false }
        total += encoded + 1
      }
    }
    return total - 1 <= 253
  }
}

/// The labels of internationalized host names (RFC 5891 and 5892).
enum IDNA {
  /// Letters, digits and hyphens; what `xn--` stands for must be a label too.
  static func isASCIILabel(_ label: [UInt8]) -> Bool {
    guard let first = label.first, let last = label.last, label.count <= 63, first != 0x2D, last != 0x2D,
      label.allSatisfy({ ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == 0x2D })
    else { return false }
    guard label.count >= 4, label[2] == 0x2D, label[3] == 0x2D else { return true }
    guard label[0] | 0x20 == 0x78, label[1] | 0x20 == 0x6E, let decoded = Punycode.decoded(Array(label[4...])) else {
      return false
    }
    let scalars = decoded.compactMap(Unicode.Scalar.init)
    return scalars.count == decoded.count && !scalars.allSatisfy(\.isASCII) && isUnicodeLabel(scalars)
      && Punycode.encoded(decoded).elementsEqual(label[4...].map { ASCII.isLetter($0) ? $0 | 0x20 : $0 })
  }

  static func isUnicodeLabel(_ label: [Unicode.Scalar]) -> Bool {
    guard let first = label.first, let last = label.last, first != "-", last != "-" else { return false }
    if label.count >= 4, label[2] == "-", label[3] == "-" { return false }
    switch first.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    default: break
    }
    return label.indices.allSatisfy { isAllowed(label, $0) } && hasOneDirection(label)
  }

  /// Whether a code point may stand where it does: valid, or by its context (RFC 5892, appendix A).
  private static func isAllowed(_ label: [Unicode.Scalar], _ index: Int) -> Bool {
    let scalar = label[index]
    let before = index > 0 ? label[index - 1] : nil
    let after = index + 1 < label.count ? label[index + 1] : nil
    switch scalar.value {
    case 0xB7: return before == "l" && after == "l"
    case 0x375: return after.map { isGreek($0) } ?? false
    case 0x5F3, 0x5F4: return before.map { (0x590...0x5FF).contains($0.value) } ?? false
    case 0x30FB:
      return label.contains {
        (0x3041...0x3096).contains($0.value) || (0x309D...0x309F).contains($0.value)
          || (0x30A1...0x30FA).contains($0.value) || (0x30FC...0x30FF).contains($0.value) || isHan($0)
      }
    case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0.value) }
    case 0x6F0...0x6F9: return !label.contains { (0x660...0x669).contains($0.value) }
    case 0x200D: return isVirama(before)
    case 0x200C: return isVirama(before) || joins(label, index)
    // The exceptions of RFC 5892, 2.6.
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: return true
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
    // Old Hangul Jamo and blocks of symbols.
    case 0x1100...0x11FF, 0xA960...0xA97F, 0xD7B0...0xD7FF, 0x20D0...0x20FF, 0x1D100...0x1D24F: return false
    default: break
    }
    if scalar.properties.changesWhenNFKCCaseFolded || scalar.properties.isDefaultIgnorableCodePoint { return false }
    switch scalar.properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark,
      .spacingMark:
      return true
    default: return scalar == "-"
    }
  }

  private static func isVirama(_ scalar: Unicode.Scalar?) -> Bool {
    scalar?.properties.canonicalCombiningClass == .virama
  }

  private static func isGreek(_ scalar: Unicode.Scalar) -> Bool {
    (0x370...0x3FF).contains(scalar.value) || (0x1F00...0x1FFF).contains(scalar.value)
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isIdeographic || scalar.value == 0x3005 || scalar.value == 0x3007
  }

  /// Whether a non-joiner stands between letters that would join (Joining_Type, in large strokes: Arabic and Syriac).
  private static func joins(_ label: [Unicode.Scalar], _ index: Int) -> Bool {
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      (0x620...0x74A).contains(scalar.value) && scalar.properties.generalCategory == .otherLetter
    }
    // These join to what stands before them alone.
    let rightJoining: Set<UInt32> = [
      0x622, 0x623, 0x624, 0x625, 0x627, 0x629, 0x62F, 0x630, 0x631, 0x632, 0x648, 0x688, 0x691, 0x698, 0x6C0, 0x6D2,
    ]
    let isMark = { (scalar: Unicode.Scalar) in scalar.properties.generalCategory == .nonspacingMark }
    guard let before = label[..<index].last(where: { !isMark($0) }),
      let after = label[(index + 1)...].first(where: { !isMark($0) })
    else { return false }
    return isLetter(before) && !rightJoining.contains(before.value) && isLetter(after)
  }

  /// Whether a letter is written from right to left: Hebrew, Arabic and their like.
  static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.properties.generalCategory == .otherLetter else { return false }
    return (0x590...0x8FF).contains(scalar.value) || (0xFB1D...0xFDFF).contains(scalar.value)
      || (0xFE70...0xFEFC).contains(scalar.value)
  }

  /// The Bidi rule (RFC 5893, 2), in large strokes: letters of Hebrew and Arabic do not mix with others.
  private static func hasOneDirection(_ label: [Unicode.Scalar]) -> Bool {
    let hasArabicDigits = label.contains { (0x660...0x669).contains($0.value) }
    guard label.contains(where: isRightToLeft) || hasArabicDigits else { return true }
    guard let first = label.first, isRightToLeft(first) else { return false }
    // European digits and Arabic ones do not mix either.
    let hasEuropeanDigits = label.contains { ("0"..."9").contains($0) || (0x6F0...0x6F9).contains($0.value) }
    guard !(hasArabicDigits && hasEuropeanDigits) else { return false }
    return !label.contains { $0.properties.isAlphabetic && !isRightToLeft($0) && $0.value < 0x590 }
  }
}

/// Punycode (RFC 3492).
enum Punycode {
  private static let base = 36
  private static let maximum = 0x10FFFF

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var k = 0
    while delta > 455 {
      delta /= 35
      k += base
    }
    return k + 36 * delta / (delta + 38)
  }

  /// The code points that a text stands for; nil where it is none.
  static func decoded(_ text: [UInt8]) -> [UInt32]? {
    let hyphen = text.lastIndex(of: 0x2D)
    var out = hyphen.map { text[..<$0].map(UInt32.init) } ?? []
    var index = hyphen.map { $0 + 1 } ?? 0
    guard index < text.count else { return nil }
    var code = 128
    var place = 0
    var bias = 72
    while index < text.count {
      let start = place
      var weight = 1
      var k = base
      while true {
        guard index < text.count else { return nil }
        let byte = text[index]
        index += 1
        let digit = ASCII.isLetter(byte) ? Int(byte | 0x20) - 0x61 : ASCII.isDigit(byte) ? Int(byte) - 0x30 + 26 : base
        guard digit < base, place < 1 << 40, weight < 1 << 40 else { return nil }
        place += digit * weight
        let threshold = min(26, max(1, k - bias))
        if digit < threshold { break }
        weight *= base - threshold
        k += base
      }
      bias = adapted(place - start, out.count + 1, isFirst: start == 0)
      code += place / (out.count + 1)
      place %= out.count + 1
      guard code <= maximum else { return nil }
      out.insert(UInt32(code), at: place)
      place += 1
    }
    return out
  }

  /// Code points as letters, digits and hyphens. O(n²).
  static func encoded(_ text: [UInt32]) -> [UInt8] {
    var out = text.filter { $0 < 128 }.map { UInt8($0) }
    let basic = out.count
    if basic > 0 { out.append(0x2D) }
    var handled = basic
    var code = 128
    var delta = 0
    var bias = 72
    while handled < text.count {
      let next = text.filter { $0 >= code }.min().map(Int.init) ?? code
      delta += (next - code) * (handled + 1)
      code = next
      for scalar in text {
        if scalar < code { delta += 1 }
        guard scalar == code else { continue }
        var rest = delta
        var k = base
        while true {
          let threshold = min(26, max(1, k - bias))
          let digit = rest < threshold ? rest : threshold + (rest - threshold) % (base - threshold)
          out.append(UInt8(digit < 26 ? 0x61 + digit : 0x30 + digit - 26))
          if rest < threshold { break }
          rest = (rest - threshold) / (base - threshold)
          k += base
        }
        bias = adapted(delta, handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      code += 1
    }
    return out
  }
}
