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
  public static func compact(_ text: String) -> String { String(folded(text).filter { $0 != " " }) }
}
