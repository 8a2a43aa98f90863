import Parcours
import ParcoursModel
import ParcoursSource
import TestSupport
import Testing

@testable import ParcoursFormats

/// Cards for address books, calendars, mails and telephones.
struct CardTests {
  private let today = PartialDate("2026-11-25") ?? .epoch

  private func written(_ format: Format, _ identity: Identity, language: String = "en") -> String {
    let options = Looking(language: language, audience: .private, asOf: today)
    return String(decoding: format.written(identity, options), as: UTF8.self)
  }

  private var ana: Identity {
    var identity = Identity()
    identity.id = "ana"
    identity.name = "Ana López; Díaz"
    identity.headline = "Data, and more\\"
    identity.summary = LocalizedText("One.\r\nTwo; three, " + String(repeating: "é", count: 200))
    identity.contact = Contact()
    identity.contact?.email = "ana@example.org"
    identity.contact?.phone = "+33 6 12 34 56 78"
    identity.contact?.url = "https://ana.example.org"
    return identity
  }

  /// Lines as a reader joins them again.
  private func unfolded(_ text: String) -> [String] {
    text.split(separator: "\r\n ", omittingEmptySubsequences: false).joined()
      .split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func aCardIsFoldedAndEscaped() {
    for (format, version) in [(Format.vCard, "4.0"), (.vCard3, "3.0")] {
      let text = written(format, ana)
      for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) { #expect(line.utf8.count <= 75) }
      let lines = unfolded(text)
      #expect(lines.first == "BEGIN:VCARD" && lines.dropLast().last == "END:VCARD" && lines.last == "")
      #expect(lines[1] == "VERSION:\(version)")
      for wanted in [
        "FN:Ana López\\; Díaz", "N:Díaz;Ana López\\;;;;", "TITLE:Data\\, and more\\\\", "EMAIL:ana@example.org",
        "NOTE:One.\\nTwo\\; three\\, " + String(repeating: "é", count: 200), "URL:https://ana.example.org",
      ] { #expect(lines.contains(wanted), "\(wanted)") }
    }
    #expect(unfolded(written(.vCard, ana)).contains("TEL;VALUE=uri:tel:+33612345678"))
  }

  /// A property cannot be smuggled in by a text, nor a line ended.
  @Test(arguments: [
    ("Hélène Le Gall-Çelik", "Hélène", "Le Gall-Çelik"), ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
    ("Marie de La Tour", "Marie", "de La Tour"), ("Ana", "", "Ana"), ("Le Corbusier", "Le", "Corbusier"),
    ("Zoé Müller, PhD", "Zoé", "Müller"), ("", "", ""),
  ])
  func aNameHasTwoParts(_ name: String, _ given: String, _ family: String) {
    let parts = PersonName(name)
    #expect(parts.given == given && parts.family == family)
  }

  /// RFC 5545 wants one component at least.
  @Test func aCalendarOfNothingIsNotWritten() {
    let options = Looking(language: "fr", audience: .public, asOf: today)
    #expect(Format.iCalendar.artifact(ana, options).diagnostics.map(\.id) == ["nothing-to-write"])
    var free = ana
    free.availability = Availability()
    #expect(Format.iCalendar.artifact(free, options).diagnostics.map(\.id) == ["nothing-to-write"])
    let known = Looking(language: "fr", audience: .network, asOf: today)
    #expect(Format.iCalendar.artifact(free, known).bytes != nil)
    free.name = "Hélène"
    #expect(unfolded(written(.iCalendar, free, language: "fr")).contains("X-WR-CALNAME:Disponibilité d’Hélène"))
  }

  @Test func nothingIsSmuggledIn() {
    var identity = ana
    identity.name = "A\r\nEMAIL:evil@example.org\nX:\u{0}y"
    for format in [Format.vCard, .vCard3, .iCalendar] {
      let lines = unfolded(written(format, identity))
      #expect(!lines.contains { $0.hasPrefix("EMAIL:evil") || $0.hasPrefix("X:") })
    }
    #expect(!written(.signatureText, identity).contains("\nEMAIL:evil"))
    identity.name = "<img src=x onerror=alert(1)>"
    for format in [Format.signature, .badge, .qr] { #expect(!written(format, identity).contains("<img")) }
  }

  @Test func availabilityIsACalendar() {
    var identity = ana
    var availability = Availability()
    availability.from = PartialDate("2027-01-09")
    availability.until = PartialDate("2027-03")
    availability.daysPerWeek = 2.5
    var booking = Booking()
    booking.startDate = PartialDate("2027-02-01")
    booking.endDate = PartialDate("2027-02-05")
    availability.booked = [booking]
    identity.availability = availability
    let lines = unfolded(written(.iCalendar, identity, language: "fr"))
    for wanted in [
      // A Saturday: the series begins on the Monday after it.
      "DTSTART:20270109T000000", "DTEND:20270401T000000", "DTSTART:20270111T090000", "DTEND;VALUE=DATE:20270206",
      "SUMMARY:Disponible\\, 2\\,5 jours par semaine", "SUMMARY:Occupé", "TRANSP:OPAQUE",
      "RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270331T235959",
    ] { #expect(lines.contains(wanted), "\(wanted)") }
    #expect(lines.count { $0.hasPrefix("BEGIN:") } == lines.count { $0.hasPrefix("END:") })
    #expect(!written(.iCalendar, ana).contains("VEVENT"))
  }

  @Test func aSignatureHasATwin() {
    let text = written(.signatureText, ana)
    #expect(text == "-- \nAna López; Díaz\nData, and more\\\n+33 6 12 34 56 78\nana@example.org\nana.example.org\n")
    let page = written(.signature, ana)
    for part in ["href=\"tel:+33612345678\"", "href=\"mailto:ana@example.org\"", "href=\"https://ana.example.org\""] {
      #expect(page.contains(part))
    }
    #expect(!page.contains("<style") && !page.contains("class="))
  }

  /// The three corners that a reader looks for, and sizes by version.
  @Test func aCodeHasItsSizeAndCorners() throws {
    for (length, size) in [(1, 21), (14, 21), (15, 25), (26, 25), (27, 29), (180, 53), (2_331, 177)] {
      let code = try #require(QRCode([UInt8](repeating: 0x61, count: length)))
      #expect(code.size == size, "\(length)")
      #expect(code.path(margin: 0).hasPrefix("M0 0h7v1h-7z"))
    }
    #expect(QRCode([UInt8](repeating: 0x61, count: 2_332)) == nil)
  }

  /// What is in a code is what a reader that is not ours finds in it.
  @Test(.enabled(if: Program.exists("zbarimg"), "zbarimg is not installed"))
  func codesAreRead() throws {
    var random = Seeded(5)
    let folder = Repository.temporaryFolder()
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789:/.-?=&é ")
    for length in [1, 8, 14, 15, 40, 77, 106, 107, 150, 213, 287, 400, 666, 1_000, 1_500, 2_000] {
      var text = ""
      while text.utf8.count < length { text.append(letters.randomElement(using: &random) ?? "a") }
      let code = try #require(QRCode(Array(text.utf8)))
      // A picture of four dots a module, as zbarimg reads it.
      let (scale, margin) = (4, 4)
      let side = (code.size + 2 * margin) * scale
      var pixels = [UInt8](repeating: 255, count: side * side)
      for part in code.path(margin: margin).split(separator: "M") {
        let numbers = part.split(whereSeparator: { !$0.isNumber }).compactMap { Int($0) }
        for y in (numbers[1] * scale)..<((numbers[1] + 1) * scale) {
          for x in (numbers[0] * scale)..<((numbers[0] + numbers[2]) * scale) { pixels[y * side + x] = 0 }
        }
      }
      let path = "\(folder)/\(length).pgm"
      Repository.write(Array("P5\n\(side) \(side)\n255\n".utf8) + pixels, to: path)
      let run = Program.run("/usr/bin/env", ["zbarimg", "-q", "--raw", path])
      #expect(run.outputText == text + "\n", "\(length) bytes")
    }
  }

  /// The policy of LinkedIn's sheet allows its script by its hash: it is the script's own.
  @Test(.enabled(if: Program.exists("openssl"), "openssl is not installed"))
  func theSheetsScriptIsTheOneItAllows() throws {
    let run = Program.run(
      "/usr/bin/env", ["openssl", "dgst", "-sha256", "-binary"], input: Array(LinkedInSheet.script.utf8))
    let encoded = Program.run("/usr/bin/env", ["base64"], input: run.output)
    #expect(encoded.outputText == LinkedInSheet.scriptHash + "\n")
    var identity = ana
    identity.name = "</script><script>alert(1)</script>"
    #expect(!written(.linkedInSheet, identity).contains("<script>alert"))
  }
}
