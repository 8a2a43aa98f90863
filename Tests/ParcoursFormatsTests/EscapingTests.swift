import Testing

@testable import ParcoursFormats

/// Every scalar, alone and between others, comes out of the page's writer as HTML allows it.
@Suite struct EscapingTests {
  @Test func noScalarSlipsThrough() {
    for value in (0...0xFFFF).map(UInt32.init) + [0x1FFFE, 0x1FFFF, 0x10FFFE, 0x10FFFF, 0x1F600, 0x10000] {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isForbidden =
        (value < 0x20 && value != 9 && value != 10) || (0x7F..<0xA0).contains(value)
        || (0xFDD0...0xFDEF).contains(value)
        || value & 0xFFFE == 0xFFFE || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
      for text in ["\(scalar)", "é\(scalar)’"] {
        let escaped = HTMLText.escaped(text).unicodeScalars
        let isThere = escaped.contains(scalar)
        let isMark = "<>\"'".unicodeScalars.contains(scalar)
        #expect(isThere == !(isForbidden || isMark), "U+\(String(value, radix: 16))")
        if scalar == "&" { #expect(String(escaped).contains("&amp;")) }
      }
    }
  }
}
