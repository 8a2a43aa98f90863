internal import ParcoursSource

/// `date` (RFC 3339, full-date), checked against the calendar.
enum DateFormat: SpanFormat {
  static let name = "date"
  static let description: Message = "a date (2020-01-15)"

  static func accepts(_ text: Span<UInt8>) -> Bool {
    guard text.count == 10, text[4] == 0x2D, text[7] == 0x2D, let year = number(text, 0, 4),
      let month = number(text, 5, 7), let day = number(text, 8, 10)
    else { return false }
    return month >= 1 && month <= 12 && day >= 1 && day <= days(in: month, of: year)
  }

  /// The number that exactly these digits make.
  @inline(__always)
  static func number(_ text: Span<UInt8>, _ from: Int, _ to: Int) -> Int? {
    var value = 0
    for index in from..<to {
      let digit = text[index] &- 0x30
      guard digit <= 9 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }

  static func days(in month: Int, of year: Int) -> Int {
    if month == 2 { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28 }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31
  }
}

/// `time` (RFC 3339, full-time), with its offset; a leap second only where UTC has one.
enum TimeFormat: Format {
  static let name = "time"
  static let description: Message = "a time with its offset (10:30:00Z)"

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
  static let description: Message = "a date with a time (2020-01-15T10:30:00Z)"

  static func accepts(_ text: [UInt8]) -> Bool {
    text.count > 11 && (text[10] | 0x20) == 0x74 && DateFormat.accepts(text.span.extracting(0..<10))
      && TimeFormat.accepts(Array(text[11...]))
  }
}

/// `partial-date`: a year, a month or a day (the reduced forms of ISO 8601), checked against the calendar.
enum PartialDateFormat: SpanFormat {
  static let name = "partial-date"
  static let findingID = "date"
  static let description: Message = "a date"

  static func accepts(_ text: Span<UInt8>) -> Bool {
    switch text.count {
    case 4, 7, 10: break
    default: return false
    }
    guard let year = DateFormat.number(text, 0, 4), year >= 1000 else { return false }
    if text.count == 4 { return true }
    guard text[4] == 0x2D, let month = DateFormat.number(text, 5, 7), month >= 1, month <= 12 else { return false }
    return text.count == 7 || DateFormat.accepts(text)
  }

  static func advice(_ text: String) -> Message? {
    let ongoing = ["present", "current", "now", "today", "ongoing", "aujourd\u{2019}hui", "aujourd'hui", "en cours"]
    if ongoing.contains(text.lowercased()) { return "leave the date out: no end date means ongoing" }
    let bytes = Array(text.utf8)
    let hasShape =
      [7, 10].contains(bytes.count)
      && bytes.indices.allSatisfy { $0 == 4 || $0 == 7 ? bytes[$0] == 0x2D : ASCII.isDigit(bytes[$0]) }
    return hasShape ? "the calendar has no such day or month" : "write 2020, 2020-01 or 2020-01-15"
  }
}

/// `duration` (RFC 3339, appendix A): P3Y6M4DT12H30M5S, or weeks alone.
enum DurationFormat: Format {
  static let name = "duration"
  static let description: Message = "a duration (P3M, P1DT12H)"

  static func accepts(_ text: [UInt8]) -> Bool {
    guard text.first == 0x50, text.count > 1 else { return false }
    var rest = text[1...]
    if rest.last == 0x57 { return rest.count > 1 && rest.dropLast().allSatisfy(ASCII.isDigit) }
    let date = Self.take(&rest, "YMD")
    guard let date else { return false }
    if rest.isEmpty { return date }
    guard rest.first == 0x54 else { return false }
    rest = rest.dropFirst()
    return Self.take(&rest, "HMS") == true && rest.isEmpty
  }

  /// Takes numbers with units, each unit directly after the one before it; whether there was any, nil where units are out of
  /// order.
  private static func take(_ rest: inout ArraySlice<UInt8>, _ units: StaticString) -> Bool? {
    let units = units.withUTF8Buffer { Array($0) }
    var next: Int?
    while let first = rest.first, ASCII.isDigit(first) {
      let digits = rest.prefix(while: ASCII.isDigit)
      rest = rest[digits.endIndex...]
      guard let unit = rest.first.flatMap({ units.firstIndex(of: $0) }), next == nil || unit == next else { return nil }
      next = unit + 1
      rest = rest.dropFirst()
    }
    return next != nil
  }
}
