internal import ParcoursSource

/// A date that keeps the precision it was given with: a year, a month or a day of the proleptic Gregorian calendar.
///
/// Written `2019`, `2019-04` or `2019-04-30` (the reduced forms of ISO 8601-1:2019, 5.2.2), years 1000 to 9999.
public struct PartialDate: Sendable, Hashable {
  /// The year.
  public let year: Int
  /// The month, 1 to 12, where it is known.
  public let month: Int?
  /// The day, where it is known.
  public let day: Int?

  /// Makes a date; nil where the calendar has none such.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1000...9999).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      if let day {
        guard day >= 1, day <= Self.days(inMonth: month, of: year) else { return nil }
      }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  private init(knownYear year: Int) {
    self.year = year
    month = nil
    day = nil
  }

  /// The year 1970.
  public static let epoch = PartialDate(knownYear: 1970)

  /// Reads the text form; nil where it has another shape or the calendar has no such day.
  public init?(_ text: some StringProtocol) {
    let digits = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in digits[range] {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard [4, 7, 10].contains(digits.count), let year = number(0..<4) else { return nil }
    var month: Int?
    var day: Int?
    if digits.count >= 7 {
      guard digits[4] == 0x2D, let value = number(5..<7) else { return nil }
      month = value
    }
    if digits.count == 10 {
      guard digits[7] == 0x2D, let value = number(8..<10) else { return nil }
      day = value
    }
    self.init(year: year, month: month, day: day)
  }

  /// Whether the text has a date's shape, whatever the calendar says of it.
  public static func hasShape(_ text: some StringProtocol) -> Bool {
    let bytes = Array(text.utf8)
    guard [4, 7, 10].contains(bytes.count) else { return false }
    return bytes.indices.allSatisfy {
      $0 == 4 || $0 == 7 ? bytes[$0] == 0x2D : bytes[$0] >= 0x30 && bytes[$0] <= 0x39
    }
  }

  /// How many days a month has.
  public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The first day it can mean, as days since 1970-01-01.
  public var firstDay: Int { Self.dayNumber(year, month ?? 1, day ?? 1) }

  /// The last day it can mean, as days since 1970-01-01.
  public var lastDay: Int {
    let month = month ?? 12
    return Self.dayNumber(year, month, day ?? Self.days(inMonth: month, of: year))
  }

  /// The months since year 0 of its first month.
  public var firstMonth: Int { year * 12 + (month ?? 1) - 1 }

  /// The months since year 0 of its last month.
  public var lastMonth: Int { year * 12 + (month ?? 12) - 1 }

  /// The day with that number of days since 1970-01-01 (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms").
  public init?(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    self.init(year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: day)
  }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension PartialDate: CustomStringConvertible {
  /// The text form.
  public var description: String {
    var text = String(year)
    if let month { text += (month < 10 ? "-0" : "-") + String(month) }
    if let day { text += (day < 10 ? "-0" : "-") + String(day) }
    return text
  }
}

extension PartialDate: LeafValue {
  /// A date.
  public static var fieldRole: FieldRole { .date }
  /// The date.
  public var leaf: Leaf { .date(self) }
  /// The date of a date.
  public init?(leaf: Leaf) {
    guard case .date(let date) = leaf else { return nil }
    self = date
  }

  /// Reads the text form; a year may also stand as a number, as YAML has it without quotes.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> PartialDate? {
    switch value {
    case .string(let text), .number(let text):
      if let date = PartialDate(text) { return date }
      context.report(
        hasShape(text) ? "\"\(text)\" is not in the calendar" : "\"\(text)\" is not a date", id: "date",
        help: "write 2020, 2020-01 or 2020-01-15")
    default:
      context.report("\(value.kindName) where a date is wanted")
    }
    return nil
  }
  /// The text form as JSON.
  public var json: JSONValue { .string(description) }
}
