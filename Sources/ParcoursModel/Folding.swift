/// The likeness of names: case, accents and punctuation put aside.
public enum Folding {
  private static let plain: [Character: String] = {
    let rows = [
      ("a", "àáâãäåāăąạảấầẩẫậắằẳẵặ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģ"),
      ("h", "ĥħ"),
      ("i", "ìíîïĩīĭįıỉị"),
      ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"), ("n", "ñńņňŉ"), ("o", "òóôõöøōŏőơọỏốồổỗộớờởỡợ"), ("r", "ŕŗř"),
      ("s", "śŝşšș"),
      ("t", "ţťŧț"), ("u", "ùúûüũūŭůűųưụủứừửữự"), ("w", "ŵ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"), ("ss", "ß"), ("ae", "æ"),
      ("oe", "œ"),
      ("th", "þ"), ("ff", "ﬀ"), ("fi", "ﬁ"), ("fl", "ﬂ"), ("ffi", "ﬃ"), ("ffl", "ﬄ"), ("st", "ﬅﬆ"),
    ]
    var table: [Character: String] = [:]
    for (letter, accented) in rows {
      for character in accented { table[character] = letter }
    }
    return table
  }()

  /// The words of a text: small letters and digits (`+` and `#` too: C++ and C# are not C), accents of Latin letters
  /// dropped, everything else one space. O(n).
  public static func folded(_ text: String) -> String {
    foldedASCII(text, gap: 0x20) ?? foldedUnicode(text)
  }

  /// The same for a text of ASCII alone, byte by byte; nil for any other.
  private static func foldedASCII(_ text: String, gap: UInt8?) -> String? {
    var bytes: [UInt8] = []
    var isGap = false
    for byte in text.utf8 {
      guard byte < 0x80 else { return nil }
      let letter = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      let counts =
        letter >= 0x61 && letter <= 0x7A || letter >= 0x30 && letter <= 0x39 || letter == 0x2B || letter == 0x23
      if counts {
        if isGap, !bytes.isEmpty, let gap { bytes.append(gap) }
        bytes.append(letter)
      }
      isGap = !counts
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func foldedUnicode(_ text: String) -> String {
    var result = ""
    var isGap = false
    for lower in styled(text).lowercased() {
      // A letter with marks of its own (`i̇` of `İ`, decomposed accents) counts as the letter.
      let first = lower.unicodeScalars.first.map(Character.init) ?? lower
      let character = lower.unicodeScalars.count > 1 && lower.isLetter && plain[lower] == nil ? first : lower
      if let letters = plain[character] {
        if isGap, !result.isEmpty { result += " " }
        isGap = false
        result += letters
      } else if character.isLetter || character.isNumber || character == "+" || character == "#" {
        if isGap, !result.isEmpty { result += " " }
        isGap = false
        result.append(character)
      } else {
        isGap = true
      }
    }
    return result
  }

  /// The text with letters of mathematics and of full width, which people write for bold ones, as letters.
  private static func styled(_ text: String) -> String {
    guard
      text.unicodeScalars.contains(where: {
        (0xFF10...0xFF5A).contains($0.value) || (0x1D400...0x1D7FF).contains($0.value)
      })
    else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let plain: UInt32 =
        switch value {
        case 0xFF10...0xFF5A: value - 0xFEE0
        // Thirteen alphabets of 26 capital and 26 small letters, five rows of digits.
        case 0x1D400...0x1D6A3:
          (value - 0x1D400) % 52 < 26 ? 0x41 + (value - 0x1D400) % 52 : 0x61 + (value - 0x1D400) % 52 - 26
        case 0x1D7CE...0x1D7FF: 0x30 + (value - 0x1D7CE) % 10
        default: value
        }
      result.append(Unicode.Scalar(plain) ?? scalar)
    }
    return String(result)
  }

  /// The text folded without any gaps: `Assurances Boréal`, `assurances-boreal` and `AssurancesBoreal` are one.
  public static func compact(_ text: String) -> String {
    foldedASCII(text, gap: nil) ?? String(foldedUnicode(text).filter { $0 != " " })
  }
}
