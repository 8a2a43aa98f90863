/// Writes a document as JSON text.
public struct JSONPrinter: Sendable {
  /// Where the text goes.
  public enum Destination: Sendable {
    /// A file: two spaces a level, one member a line, a line feed at the end.
    case file
    /// One line, as NDJSON wants it, without a line feed.
    case line
    /// A file that may be put into a page as it is: as a file, with the escapes of `script`.
    case embeddable
    /// Inside an HTML `script`: one line, with `<`, `>`, `&`, both quotes and U+2028/9 escaped wherever text stands, so
    /// that nothing in it can end the element or look like markup.
    case script
  }

  private let destination: Destination
  private var out: [UInt8] = []

  /// Prints the value at `index`. O(n).
  public static func print(_ document: Document, index: Int = 0, for destination: Destination = .file) -> [UInt8] {
    var printer = JSONPrinter(destination: destination)
    printer.value(document, index, depth: 0)
    if printer.isFile { printer.out.append(0x0A) }
    return printer.out
  }

  private init(destination: Destination) { self.destination = destination }

  private var isFile: Bool { destination == .file || destination == .embeddable }

  private mutating func value(_ document: Document, _ index: Int, depth: Int) {
    let entry = document.entries[index]
    switch entry.kind {
    case .null: out.append(contentsOf: "null".utf8)
    case .bool: out.append(contentsOf: (entry.isPlain ? "true" : "false").utf8)
    case .number: out.append(contentsOf: document.text(index))
    case .string, .key: string(document.text(index))
    case .array:
      list(document.elements(in: index), "[", "]", depth) { printer, element in
        printer.value(document, element, depth: depth + 1)
      }
    case .object:
      list(document.keys(in: index), "{", "}", depth) { printer, key in
        printer.string(document.text(key))
        printer.out.append(0x3A)
        if printer.isFile { printer.out.append(0x20) }
        printer.value(document, key + 1, depth: depth + 1)
      }
    }
  }

  private mutating func list(
    _ items: [Int], _ open: StaticString, _ close: StaticString, _ depth: Int,
    _ body: (inout JSONPrinter, Int) -> Void
  ) {
    out.append(contentsOf: open.description.utf8)
    for (position, item) in items.enumerated() {
      if position > 0 { out.append(0x2C) }
      newLine(depth + 1)
      body(&self, item)
    }
    if !items.isEmpty { newLine(depth) }
    out.append(contentsOf: close.description.utf8)
  }

  private mutating func newLine(_ depth: Int) {
    guard isFile else { return }
    out.append(0x0A)
    for _ in 0..<(2 * depth) { out.append(0x20) }
  }

  private mutating func string(_ text: ArraySlice<UInt8>) {
    let isScript = destination == .script || destination == .embeddable
    out.append(0x22)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      switch byte {
      case 0x22 where !isScript: out.append(contentsOf: "\\\"".utf8)
      case 0x5C: out.append(contentsOf: "\\\\".utf8)
      case 0x0A: out.append(contentsOf: "\\n".utf8)
      case 0x0D: out.append(contentsOf: "\\r".utf8)
      case 0x09: out.append(contentsOf: "\\t".utf8)
      case 0x00..<0x20, 0x7F: escape(byte)
      case 0x22, 0x26, 0x27, 0x3C, 0x3E:
        if isScript { escape(byte) } else { out.append(byte) }
      case 0xE2
      where isScript && index + 2 < text.endIndex && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
        out.append(contentsOf: (text[index + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        index += 2
      default:
        if isScript, byte >= 0xC2, let count = notForPages(text, index) {
          index += count - 1
        } else {
          out.append(byte)
        }
      }
      index += 1
    }
    out.append(0x22)
  }

  /// Escapes a control or noncharacter, which HTML forbids and parsers of pages drop; gives how many bytes it has, nil where
  /// the bytes are none.
  private mutating func notForPages(_ text: ArraySlice<UInt8>, _ index: Int) -> Int? {
    let lead = text[index]
    let count = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + count <= text.endIndex else { return nil }
    var scalar = UInt32(lead) & (0xFF >> UInt32(count + 1))
    for offset in 1..<count { scalar = scalar << 6 | UInt32(text[index + offset] & 0x3F) }
    guard scalar < 0xA0 || (0xFDD0...0xFDEF).contains(scalar) || scalar & 0xFFFE == 0xFFFE,
      let character = Unicode.Scalar(scalar)
    else { return nil }
    for unit in String(character).utf16 {
      out.append(contentsOf: "\\u".utf8)
      out.append(contentsOf: String(unit, radix: 16, padding: 4).utf8)
    }
    return count
  }

  private mutating func escape(_ byte: UInt8) {
    out.append(contentsOf: "\\u00".utf8)
    out.append(contentsOf: String(byte, radix: 16, padding: 2).utf8)
  }
}
