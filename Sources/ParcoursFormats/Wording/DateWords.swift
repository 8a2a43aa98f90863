package import ParcoursModel

/// Dates as people write them, in English, French and German: whole months, short ones and numbers.
package enum DateWords {
  /// What goes on: `Present`, `today`, `aujourd’hui`.
  package static let ongoing: Set<String> = [
    "present", "the present", "now", "today", "current", "currently", "ongoing", "to date", "till date", "until now",
    "aujourd’hui", "aujourd'hui", "aujourdhui", "actuel", "actuellement", "en cours", "présent", "à ce jour",
    "maintenant", "heute", "jetzt", "laufend", "actualidad", "…", "...",
  ]

  private static let stems: [(stem: String, month: Int)] = [
    ("january", 1), ("janvier", 1), ("januar", 1), ("february", 2), ("février", 2), ("fevrier", 2), ("februar", 2),
    ("march", 3), ("mars", 3), ("märz", 3), ("mär", 3), ("april", 4), ("avril", 4), ("may", 5), ("mai", 5),
    ("june", 6), ("juin", 6), ("juni", 6), ("july", 7), ("juillet", 7), ("juli", 7), ("august", 8), ("août", 8),
    ("aout", 8), ("september", 9), ("septembre", 9), ("october", 10), ("octobre", 10), ("oktober", 10),
    ("november", 11), ("novembre", 11), ("december", 12), ("décembre", 12), ("decembre", 12), ("dezember", 12),
  ]

  /// The month of a name or of its beginning of three letters and more; `juil.` and `Sept.` too.
  static func month(_ word: String) -> Int? {
    let name = word.lowercased().filter { $0 != "." }
    guard name.count >= 3 || name == "mar" else { return nil }
    if let whole = stems.first(where: { $0.stem == name }) { return whole.month }
    let months = Set(stems.filter { $0.stem.hasPrefix(name) }.map(\.month))
    return months.count == 1 ? months.first : nil
  }

  /// A date in words or numbers, as precise as it is: `2019`, `2019-04-30T…`, `April 2019`, `30 avril 2019`, `Apr 30, 2019`,
  /// `04/2019`. Nil where it is none or could be two: `04/05/2019`.
  package static func date(_ text: String) -> PartialDate? {
    guard text.isAtMost(80) else { return nil }
    let text = text.collapsed
    if let date = PartialDate(text) { return date }
    if text.utf8.count > 10, let date = PartialDate(text.prefix(10)), !(text.dropFirst(10).first?.isNumber ?? true) {
      return date
    }
    let numbers = text.split(whereSeparator: { "/.-".contains($0) }).map(String.init)
    if let year = Int(numbers.first ?? ""), numbers[0].count == 4, numbers.count == 2 || numbers.count == 3,
      let month = Int(numbers[1])
    {
      return PartialDate(year: year, month: month, day: numbers.count == 3 ? Int(numbers[2]) ?? 0 : nil)
    }
    if numbers.count == 2, let month = Int(numbers[0]), let year = Int(numbers[1]), numbers[1].count == 4 {
      return PartialDate(year: year, month: month)
    }
    if numbers.count == 3, let first = Int(numbers[0]), let second = Int(numbers[1]), let year = Int(numbers[2]),
      numbers[2].count == 4
    {
      // The day is the one that can be no month; where both can, nobody knows.
      if first > 12 || first == second { return PartialDate(year: year, month: second, day: first) }
      if second > 12 { return PartialDate(year: year, month: first, day: second) }
      return PartialDate(year: year)
    }
    let words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\u{A0}" || $0 == "\u{202F}" })
      .map(String.init).filter { $0.lowercased() != "de" && $0.lowercased() != "of" }
    var year: Int?
    var month: Int?
    var day: Int?
    for word in words {
      if let number = Int(word), word.count == 4, year == nil {
        year = number
      } else if let found = self.month(word), month == nil {
        month = found
      } else if let number = Int(word.prefix { $0.isNumber }), (1...31).contains(number), day == nil,
        ["", "er", "st", "nd", "rd", "th", "."].contains(word.drop { $0.isNumber }.lowercased())
      {
        day = number
      } else {
        return nil
      }
    }
    guard let year, day == nil || month != nil else { return nil }
    return PartialDate(year: year, month: month, day: day)
  }

  /// Whether two numbers of a text could each be the month: what is read of it is the year alone.
  package static func isAmbiguous(_ text: String) -> Bool {
    let numbers = text.trimmed.split(whereSeparator: { "/.-".contains($0) }).map(String.init)
    guard numbers.count == 3, numbers[2].count == 4, let first = Int(numbers[0]), let second = Int(numbers[1]) else {
      return false
    }
    return first <= 12 && second <= 12 && first != second
  }

  /// Whether four digits stand in a row, without which nothing is a span.
  static func hasYear(_ text: String) -> Bool {
    var digits = 0
    for byte in text.utf8 {
      digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  /// A span: two dates, or one and what goes on. Nil where the text is none.
  static func range(_ text: String) -> (start: PartialDate, end: PartialDate?)? {
    guard text.isAtMost(160), hasYear(text) else { return nil }
    let text = text.collapsed
    for separator in [
      " – ", " — ", " - ", "–", "—", " to ", " until ", " till ", " à ", " au ", " bis ", " / ", " -", "- ", "-",
    ] {
      guard let (before, after) = text.cut(at: separator) else { continue }
      let left = before.trimmed
      let right = after.trimmed
      let end = right.prefix { $0 != "(" && $0 != "·" && $0 != "|" }.trimmed
      let start = withoutWords(left)
      if ongoing.contains(end.lowercased()) || end.isEmpty, let from = date(start) { return (from, nil) }
      guard let until = date(end) else { continue }
      if let from = date(start) { return (from, until) }
      // "January – March 2020": the year stands once.
      if let month = month(start), let from = PartialDate(year: until.year, month: month) { return (from, until) }
    }
    let lower = text.lowercased()
    for word in ["since ", "depuis ", "from ", "à partir de ", "seit "] where lower.hasPrefix(word) {
      if let from = date(withoutWords(text)) { return (from, nil) }
    }
    return nil
  }

  private static func withoutWords(_ text: String) -> String {
    var rest = text.lowercased()
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for word in [
        "from ", "since ", "de ", "du ", "depuis ", "d’", "d'", "le ", "à partir de ", "à partir du ", "von ", "seit ",
      ]
      where rest.hasPrefix(word) {
        rest = String(rest.dropFirst(word.count)).trimmed
        hasChanged = true
      }
    }
    return rest
  }
}

extension String {
  /// What stands before and behind the first of a separator; nil where it does not stand. By bytes: a text is looked through
  /// for many of them.
  fileprivate func cut(at separator: String) -> (before: Substring, after: Substring)? {
    let wanted = separator.utf8
    guard let first = wanted.first else { return nil }
    var index = utf8.startIndex
    while index < utf8.endIndex {
      if utf8[index] == first, utf8[index...].starts(with: wanted) {
        return (self[..<index], self[utf8.index(index, offsetBy: wanted.count)...])
      }
      utf8.formIndex(after: &index)
    }
    return nil
  }
}
