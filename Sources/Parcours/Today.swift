public import ParcoursModel
public import ParcoursSystem

extension TimeZones {
  /// Minutes east of UTC of an IANA zone at noon of a day; nil where the system does not know the zone.
  static func offset(of name: String, on day: PartialDate) -> Int? { offset(of: name, onDay: day.firstDay) }
}

extension Clock {
  /// The day it is in UTC.
  public static var today: PartialDate {
    // A clock that stands before the year 1000 or after 9999 is no clock.
    PartialDate(dayNumber: dayNumber) ?? PartialDate.epoch
  }
}
