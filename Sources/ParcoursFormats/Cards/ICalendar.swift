public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursTransform

extension Format {
  /// When somebody is free, for calendars.
  public static let iCalendar = Format(
    id: "ics", summary: "availability for calendars: VAVAILABILITY (RFC 7953) and plain events",
    names: ["*.ics"], mediaType: "text/calendar", capabilities: [.oneLanguage], needs: "availability",
    carries: Carriage(
      ["name", "id", "availability", "availability.booked"], changed: ["availability.daysPerWeek"]),
    detect: { $0.isNamed(["*.ics"]) || $0.head.starts(with: "BEGIN:VCALENDAR".utf8) ? .certain : .none },
    write: ICalendarWriter().write)
}

/// Writes the calendar. Availability is for one's network where nothing else is said: for the public there is none.
struct ICalendarWriter: Sendable {
  func write(_ view: IdentityView, _ options: WriteOptions) -> Artifact {
    // A calendar has one component at least (RFC 5545, 3.6).
    guard let availability = view.availability else {
      return Artifact(
        refusing: Diagnostic(
          id: "nothing-to-write", "no availability is to be seen by the audience \"\(view.audience.rawValue)\"",
          help: "say it under `availability`, or write for those who may see it, the audience `network`"))
    }
    var lines = ContentLines()
    let words = Wording(view.language)
    lines.write("BEGIN", raw: "VCALENDAR")
    lines.write("VERSION", raw: "2.0")
    lines.write("PRODID", raw: "-//Parcours//Parcours//EN")
    lines.write("METHOD", raw: "PUBLISH")
    let name = view.name ?? ""
    // A French name's `h` is mute.
    let isElided = Folding.folded(name).first.map { "aeiouyh".contains($0) } ?? false
    let title = words("Availability of ", isElided ? "Disponibilité d’" : "Disponibilité de ") + name
    lines.write("X-WR-CALNAME", text: title)
    let owner = Folding.compact(view.record.id ?? view.name ?? "profile").filter { $0.isASCII }
    write(availability, owner, view, words, &lines)
    lines.write("END", raw: "VCALENDAR")
    return Artifact(lines.bytes)
  }

  private func digits(_ day: Int) -> String {
    guard let date = PartialDate(dayNumber: day) else { return "19700101" }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date.year)" + two(date.month ?? 1) + two(date.day ?? 1)
  }

  private func write(
    _ availability: Availability, _ owner: String, _ view: IdentityView, _ words: Wording,
    _ lines: inout ContentLines
  ) {
    let stamp = digits(view.asOf.firstDay) + "T000000Z"
    let from = availability.from?.firstDay ?? view.asOf.firstDay
    // What has no end is said for a year.
    let until = availability.until?.lastDay ?? max(from, view.asOf.firstDay) + 365
    guard until >= from else { return }
    let days = availability.daysPerWeek
    let sentence =
      words("Available", "Disponible")
      + (days.map {
        ", " + $0.json.numberText(in: words) + " " + words.daysAWeek($0)
      } ?? "")
    lines.write("BEGIN", raw: "VAVAILABILITY")
    lines.write("UID", raw: "availability-\(owner)@parcours")
    lines.write("DTSTAMP", raw: stamp)
    lines.write("DTSTART", raw: digits(from) + "T000000")
    lines.write("DTEND", raw: digits(until + 1) + "T000000")
    lines.write("BUSYTYPE", raw: "BUSY-UNAVAILABLE")
    lines.write("SUMMARY", text: sentence)
    lines.write("BEGIN", raw: "AVAILABLE")
    lines.write("UID", raw: "available-\(owner)@parcours")
    lines.write("DTSTAMP", raw: stamp)
    lines.write("SUMMARY", text: sentence)
    // Which days of the week is not said: any working day, in working hours where the person is. A series begins on one.
    let start = firstWorkday(from)
    lines.write("DTSTART", raw: digits(start) + "T090000")
    lines.write("DTEND", raw: digits(start) + "T170000")
    lines.write("RRULE", raw: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=\(digits(until))T235959")
    lines.write("END", raw: "AVAILABLE")
    lines.write("END", raw: "VAVAILABILITY")
    event("free-\(owner)", sentence, from, until, isBusy: false, stamp, &lines)
    for (number, booking) in availability.booked.enumerated() {
      guard let first = booking.startDate?.firstDay else { continue }
      let last = booking.endDate?.lastDay ?? first
      let share =
        booking.daysPerWeek.map { ", " + $0.json.numberText(in: words) + " " + words.daysAWeek($0) } ?? ""
      event(
        "booked-\(number + 1)-\(owner)", words("Booked", "Occupé") + share, first, max(first, last), isBusy: true,
        stamp,
        &lines)
    }
  }

  private func firstWorkday(_ day: Int) -> Int {
    // 1970-01-01 was a Thursday.
    let weekday = ((day + 3) % 7 + 7) % 7
    return weekday > 4 ? day + 7 - weekday : day
  }

  private func event(
    _ id: String, _ summary: String, _ first: Int, _ last: Int, isBusy: Bool, _ stamp: String,
    _ lines: inout ContentLines
  ) {
    lines.write("BEGIN", raw: "VEVENT")
    lines.write("UID", raw: "\(id)@parcours")
    lines.write("DTSTAMP", raw: stamp)
    lines.write("DTSTART;VALUE=DATE", raw: digits(first))
    lines.write("DTEND;VALUE=DATE", raw: digits(last + 1))
    lines.write("SUMMARY", text: summary)
    lines.write("TRANSP", raw: isBusy ? "OPAQUE" : "TRANSPARENT")
    lines.write("END", raw: "VEVENT")
  }
}
