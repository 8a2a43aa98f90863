/// What a document says of itself.
public struct PDFInformation: Sendable {
  /// The title.
  public var title: String
  /// The author.
  public var author: String
  /// The day, as `YYYYMMDD`.
  public var day: String

  /// Makes it.
  public init(title: String, author: String, day: String) {
    self.title = title
    self.author = author
    self.day = day
  }
}

/// A document that an engine made.
public struct PDFDocument: Sendable {
  /// The file.
  public internal(set) var bytes: [UInt8]
  /// The engine that made it.
  public let engine: PDFEngine

  init(bytes: [UInt8], engine: PDFEngine) {
    self.bytes = bytes
    self.engine = engine
  }

  /// How many pages it has; nil where that cannot be read. O(n).
  public var pages: Int? {
    // The root of the page tree counts all of them (ISO 32000-1, 7.7.3): the greatest count of any node.
    var most: Int?
    var at = 0
    while let found = find("/Count", from: at) {
      at = found + 6
      var digit = at
      while digit < bytes.count, bytes[digit] == 0x20 { digit += 1 }
      var value = 0
      var hasDigits = false
      while digit < bytes.count, (0x30...0x39).contains(bytes[digit]), value < 1_000_000 {
        value = value * 10 + Int(bytes[digit] - 0x30)
        hasDigits = true
        digit += 1
      }
      guard hasDigits, isPages(around: found) else { continue }
      most = max(most ?? 0, value)
    }
    return most
  }

  /// Whether an object at a place is a node of the page tree: an outline counts too.
  private func isPages(around place: Int) -> Bool {
    var start = place
    while start > 0, place - start < 20_000, !matches("obj", start) { start -= 1 }
    var end = place
    while end < bytes.count, end - place < 20_000, !matches("endobj", end) { end += 1 }
    return find("/Pages", from: start, until: end) != nil
  }

  private func matches(_ word: StaticString, _ at: Int) -> Bool {
    guard at >= 0, at + word.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount {
      // Unsafe: the offset is below the count of the literal's bytes.
      if bytes[at + offset] != word.utf8Start[offset] { return false }
    }
    return true
  }

  private func find(_ word: StaticString, from start: Int, until end: Int? = nil) -> Int? {
    var at = start
    let last = min(end ?? bytes.count, bytes.count)
    while at < last {
      if matches(word, at) { return at }
      at += 1
    }
    return nil
  }

  private func findLast(_ word: StaticString) -> Int? {
    var at = bytes.count - 1
    while at >= 0 {
      if matches(word, at) { return at }
      at -= 1
    }
    return nil
  }

  // MARK: Title, author and date

  /// Writes what an engine left out of the document's information, as an update at its end (ISO 32000-1, 7.5.6); and puts the
  /// day of the document in the place of today's, so that the same page gives the same file.
  mutating func complete(_ information: PDFInformation) {
    setDay(information.day)
    guard engine == .chromium, let trailer = findLast("trailer"), let startMark = findLast("startxref"),
      let info = reference("/Info", after: trailer), let root = reference("/Root", after: trailer),
      let size = number("/Size", after: trailer), let previous = firstNumber(after: startMark + 9)
    else { return }
    let place = bytes.count + 1
    var update = "\n\(info) 0 obj\n<</Title \(Self.text(information.title))/Author \(Self.text(information.author))"
    update += "/Creator (Parcours)/CreationDate (D:\(information.day)000000Z)>>\nendobj\n"
    let table = bytes.count + update.utf8.count
    let offset = String(repeating: "0", count: max(0, 10 - String(place).count)) + String(place)
    update +=
      "xref\n\(info) 1\n\(offset) 00000 n \ntrailer\n<</Size \(size)/Root \(root) 0 R/Info \(info) 0 R/Prev \(previous)>>\n"
    update += "startxref\n\(table)\n%%EOF\n"
    bytes += Array(update.utf8)
  }

  /// Days of `D:20261124…` become the document's.
  private mutating func setDay(_ day: String) {
    let digits = Array((day + "000000").utf8)
    guard digits.count == 14 else { return }
    var at = 0
    while let found = find("(D:", from: at) {
      at = found + 3
      guard at + 14 <= bytes.count, bytes[at..<(at + 14)].allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
      bytes.replaceSubrange(at..<(at + 14), with: digits)
    }
  }

  private func firstNumber(after start: Int) -> Int? {
    var at = start
    while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
    var value: Int?
    while at < bytes.count, (0x30...0x39).contains(bytes[at]), (value ?? 0) < 1 << 50 {
      value = (value ?? 0) * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    return value
  }

  private func number(_ key: StaticString, after start: Int) -> Int? {
    find(key, from: start).flatMap { firstNumber(after: $0 + key.utf8CodeUnitCount) }
  }

  private func reference(_ key: StaticString, after start: Int) -> Int? { number(key, after: start) }

  /// A text as a hexadecimal string in UTF-16 (ISO 32000-1, 7.9.2.2).
  private static func text(_ text: String) -> String {
    var result = "<FEFF"
    for unit in text.utf16.prefix(1_000) {
      let hex = String(unit, radix: 16, uppercase: true)
      result += String(repeating: "0", count: 4 - hex.count) + hex
    }
    return result + ">"
  }
}
