/// `date` (RFC 3339, full-date), checked against the calendar.
enum DateFormat: Format {
  static let name = "date"
  static let description = "a date (2020-01-15)"

  static func accepts(_ text: [UInt8]) -> Bool {
    guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D, let year = ASCII.number(text[0..<4]),
      let month = ASCII.number(text[5..<7]), let day = ASCII.number(text[8..<10])
    else { return false }
    return (1...12).contains(month) && day >= 1 && day <= days(in: month, of: year)
  }

  static func days(in month: Int, of year: Int) -> Int {
    if month == 2 { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28 }
    return [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

/// `time` (RFC 3339, full-time), with its offset; a leap second only where UTC has one.
enum TimeFormat: Format {
  static let name = "time"
  static let description = "a time with its offset (10:30:00Z)"

  static func accepts(_ text: [UInt8]) -> Bool {
    guard text.count >= 9, text[2] == 0x3A, text[5] == 0x3A, let hour = ASCII.number(text[0..<2]),
      let minute = ASCII.number(text[3..<5]), let second = ASCII.number(text[6..<8]), hour < 24, minute < 60,
      second <= 60
    else { return false }
    var rest = text[8...]
    if rest.first == 0x2E {
      let digits = rest.dropFirst().prefix(while: ASCII.isDigit)
      if digits.isEmpty { return false }
      rest = rest[digits.endIndex...]
    }
    var offset = 0
    if rest.elementsEqual([0x5A]) || rest.elementsEqual([0x7A]) {
      offset = 0
    } else {
      let zone = Array(rest)
      guard zone.count == 6, zone[0] == 0x2B || zone[0] == 0x2D, zone[3] == 0x3A,
        let hours = ASCII.number(zone[1..<3]), let minutes = ASCII.number(zone[4..<6]), hours < 24, minutes < 60
      else { return false }
      offset = (hours * 60 + minutes) * (zone[0] == 0x2D ? -1 : 1)
    }
    if second < 60 { return true }
    return ((hour * 60 + minute - offset) % 1440 + 1440) % 1440 == 1439
  }
}

/// `date-time` (RFC 3339).
enum DateTimeFormat: Format {
  static let name = "date-time"
  static let description = "a date with a time (2020-01-15T10:30:00Z)"

  static func accepts(_ text: [UInt8]) -> Bool {
    text.count > 11 && (text[10] | 0x20) == 0x74 && DateFormat.accepts(Array(text[0..<10]))
      && TimeFormat.accepts(Array(text[11...]))
  }
}

/// `partial-date`: a year, a month or a day (the reduced forms of ISO 8601), checked against the calendar.
enum PartialDateFormat: Format {
  static let name = "partial-date"
  static let findingID = "date"
  static let description = "a date"

  static func accepts(_ text: [UInt8]) -> Bool {
    switch text.count {
    case 4: (ASCII.number(text[0..<4]) ?? 0) >= 1000
    case 7: text[4] == 0x2D && accepts(Array(text[0..<4])) && (1...12).contains(ASCII.number(text[5..<7]) ?? 0)
    case 10: accepts(Array(text[0..<4])) && DateFormat.accepts(text)
    default: false
    }
  }

  static func advice(_ text: String) -> String? {
    let ongoing = ["present", "current", "now", "today", "ongoing", "aujourd\u{2019}hui", "aujourd'hui", "en cours"]
    if ongoing.contains(text.lowercased()) { return "leave the date out: no end date means ongoing" }
    return "write 2020, 2020-01 or 2020-01-15"
  }
}
