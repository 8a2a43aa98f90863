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
      ("th", "þ"),
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
    for lower in text.lowercased() {
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

  /// The text folded without any gaps: `Assurances Boréal`, `assurances-boreal` and `AssurancesBoreal` are one.
  public static func compact(_ text: String) -> String {
    foldedASCII(text, gap: nil) ?? String(foldedUnicode(text).filter { $0 != " " })
  }
}
