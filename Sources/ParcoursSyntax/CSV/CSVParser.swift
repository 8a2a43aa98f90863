public import ParcoursSource

/// Parses comma-separated values (RFC 4180) onto a tape: an array of records, each an array of strings with its range.
///
/// Beyond the RFC, as spreadsheets and exports write it: semicolons and tabs separate too (whichever most of the first
/// records have), lines end in CRLF, LF or CR, a byte order mark and empty lines are skipped, a quote inside an unquoted
/// field stands for itself, and so does what follows a closing quote. Refused, with the place: bytes that are not UTF-8,
/// and a quote that is never closed. O(n).
public enum CSVParser {
  /// Parses a text.
  public static func parse(_ source: SourceText) throws(SyntaxError) -> Document {
    try Encoding.check(source.bytes)
    var scan = CSVScan(source)
    try scan.records()
    return scan.builder.finish(source: source)
  }
}

/// One pass over the bytes.
private struct CSVScan {
  var builder: TapeBuilder
  private let bytes: [UInt8]
  private var at: Int
  private let separator: UInt8

  init(_ source: SourceText) {
    bytes = source.bytes
    at = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    separator = Self.separator(of: bytes[at...])
    builder = TapeBuilder(over: source)
  }

  /// The separator that the most of the first twenty lines have outside quotes; of several the most frequent.
  private static func separator(of bytes: ArraySlice<UInt8>) -> UInt8 {
    let candidates: [UInt8] = [0x2C, 0x3B, 0x09]
    var lines = [0, 0, 0]
    var total = [0, 0, 0]
    var here = [0, 0, 0]
    var isQuoted = false
    var count = 0
    for byte in bytes.prefix(65_536) {
      if byte == 0x22 { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        for index in 0..<3 where here[index] > 0 { lines[index] += 1 }
        if here != [0, 0, 0] { count += 1 }
        here = [0, 0, 0]
        if count == 20 { break }
      } else if let index = candidates.firstIndex(of: byte) {
        here[index] += 1
        total[index] += 1
      }
    }
    for index in 0..<3 where here[index] > 0 { lines[index] += 1 }
    let best = (0..<3).max { (lines[$0], total[$0], -$0) < (lines[$1], total[$1], -$1) } ?? 0
    return candidates[best]
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  mutating func records() throws(SyntaxError) {
    builder.begin(.array, at: at)
    while at < bytes.count {
      if isLineEnd(bytes[at]) {
        at += 1
        continue
      }
      builder.begin(.array, at: at)
      try field()
      while at < bytes.count, bytes[at] == separator {
        at += 1
        try field()
      }
      builder.end(at: at)
    }
    builder.end(at: bytes.count)
  }

  private mutating func field() throws(SyntaxError) {
    let start = at
    guard at < bytes.count, bytes[at] == 0x22 else {
      while at < bytes.count, bytes[at] != separator, !isLineEnd(bytes[at]) { at += 1 }
      builder.verbatim(.string, range: start..<at)
      return
    }
    at += 1
    var isVerbatim = true
    while true {
      while at < bytes.count, bytes[at] != 0x22 { at += 1 }
      guard at < bytes.count else {
        throw SyntaxError(
          "the quote is never closed", at: start..<(start + 1),
          help: "end the field with a quote; write a quote inside it twice")
      }
      at += 1
      guard at < bytes.count, bytes[at] == 0x22 else { break }
      isVerbatim = false
      at += 1
    }
    let close = at
    while at < bytes.count, bytes[at] != separator, !isLineEnd(bytes[at]) { at += 1 }
    if isVerbatim, at == close {
      builder.verbatim(.string, range: start..<at, isQuoted: true)
      return
    }
    var text: [UInt8] = []
    text.reserveCapacity(at - start)
    var index = start + 1
    while index < close - 1 {
      text.append(bytes[index])
      index += bytes[index] == 0x22 ? 2 : 1
    }
    text += bytes[close..<at]
    builder.scalar(.string, text, range: start..<at)
  }
}
