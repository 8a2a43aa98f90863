internal import ParcoursModel
internal import ParcoursSource

/// A bank account or card number in a text.
enum AccountNumberInText: Rule {
  static let metadata = RuleMetadata(
    id: "account-number-in-text",
    summary: "A bank account or card number in a text.",
    rationale: """
      Numbers like these end in résumés by a slip of the clipboard, and are read by programs that look for nothing
      else. What is found passes the number's own check sum.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .identity(
        """
        summary: ↓Pay to FR76 3000 6000 0112 3456 7890 189, thanks
        """),
      .identity(
        """
        summary: Order FR12 and 4111 times thanks
        """),
    ],
    french: [
      "this text holds the number of an account or a card":
        "ce texte contient un numéro de compte ou de carte",
      "remove it; invoices carry it":
        "supprimez-le ; les factures le portent",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (text, place, _) in subject.texts where text.utf8.count(where: { $0 >= 0x30 && $0 <= 0x39 }) >= 10 {
      guard hasIBAN(text) || hasCardNumber(text) else { continue }
      findings.add(
        "this text holds the number of an account or a card", at: place, help: "remove it; invoices carry it")
    }
  }

  /// ISO 13616: two letters, two digits, 11 to 30 more; the whole as a number leaves 1 when divided by 97.
  private static func hasIBAN(_ text: String) -> Bool {
    let characters = Array(text.uppercased().utf8)
    for start in characters.indices where start + 4 < characters.count {
      if start > 0, isWord(characters[start - 1]) { continue }
      var found: [UInt8] = []
      for byte in characters[start...] {
        if byte == 0x20 { continue }
        guard isWord(byte), found.count < 34 else { break }
        found.append(byte)
        guard found.count >= 15, found[0] >= 0x41, found[1] >= 0x41, found[2] < 0x41, found[3] < 0x41 else { continue }
        var rest = 0
        for byte in found[4...] + found[..<4] {
          rest = byte >= 0x41 ? (rest * 100 + Int(byte) - 55) % 97 : (rest * 10 + Int(byte) - 48) % 97
        }
        // Of the lengths that pass by chance, only whole groups count.
        if rest == 1, found.filter({ $0 < 0x41 }).count >= 10 { return true }
      }
    }
    return false
  }

  private static func isWord(_ byte: UInt8) -> Bool { (byte >= 0x41 && byte <= 0x5A) || (byte >= 0x30 && byte <= 0x39) }

  /// ISO/IEC 7812: sixteen digits in groups of four, or together, whose Luhn sum is a multiple of ten.
  private static func hasCardNumber(_ text: String) -> Bool {
    var digits: [Int] = []
    var previous: Character = "a"
    for character in text + "." {
      if let digit = character.wholeNumberValue, character.isASCII {
        digits.append(digit)
      } else if !((character == " " || character == "-") && previous.isNumber) {
        if digits.count == 16, (3...6).contains(digits[0]) {
          let sum = digits.enumerated().reduce(0) { sum, digit in
            let value = digit.offset.isMultiple(of: 2) ? digit.element * 2 : digit.element
            return sum + (value > 9 ? value - 9 : value)
          }
          if sum.isMultiple(of: 10) { return true }
        }
        digits = []
      }
      previous = character
    }
    return false
  }
}
