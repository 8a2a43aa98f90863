/// A telephone number in the two parts that some formats ask for: the country's code and the rest (ITU-T E.164).
struct PhoneNumber {
  /// The digits of the country's code.
  let code: String
  /// The number in the country, as it was written.
  let rest: String

  /// The codes of two digits; those that begin with 1 or 7 have one, all others three.
  private static let two: Set<String> = [
    "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49", "51",
    "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66", "81", "82", "84", "86", "90",
    "91", "92", "93", "94", "95", "98",
  ]

  /// Takes a number apart; nil where it does not begin with `+` and a code.
  init?(_ number: String?) {
    guard let number, number.hasPrefix("+") else { return nil }
    let digits = number.dropFirst().drop { $0 == " " }
    let length = "17".contains(digits.prefix(1)) ? 1 : Self.two.contains(String(digits.prefix(2))) ? 2 : 3
    let code = digits.prefix(length)
    let rest = digits.dropFirst(length).drop { " -./".contains($0) }
    guard code.utf8.count == length, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }), !rest.isEmpty else {
      return nil
    }
    self.code = String(code)
    self.rest = String(rest)
  }
}
