internal import ParcoursSource

/// Writes a document as YAML 1.2 in block style: two spaces a level, long texts as literal blocks, short lists of words in
/// one line; every string that would read as something else is quoted.
public struct YAMLPrinter: Sendable {
  private var out = ""

  /// Prints the document, with `header` (comments, say) before it. O(n).
  public static func print(_ document: Document, header: String = "") -> [UInt8] {
    var printer = YAMLPrinter()
    printer.out = header
    switch document.kind(0) {
    case .object where !document.keys(in: 0).isEmpty: printer.members(document, 0, indent: 0)
    case .array where !document.elements(in: 0).isEmpty: printer.elements(document, 0, indent: 0)
    default:
      printer.inline(document, 0, indent: 2)
      printer.out += "\n"
    }
    return Array(printer.out.utf8)
  }

  /// A text on one line, as it may stand in a list or a map in brackets.
  public static func flowScalar(_ text: String) -> String { YAMLText.scalar(text, inFlow: true) }

  /// A text of several lines as a literal block whose lines stand `indent` spaces in; nil where a block could not carry it.
  public static func blockScalar(_ text: String, indent: Int) -> String? { YAMLText.literalBlock(text, indent: indent) }

  private mutating func pad(_ indent: Int) { out += String(repeating: " ", count: indent) }

  private mutating func members(_ document: Document, _ index: Int, indent: Int, isFirstPlaced: Bool = false) {
    for (position, key) in document.keys(in: index).enumerated() {
      if position > 0 || !isFirstPlaced { pad(indent) }
      let name = document.string(key)
      if name.utf8.count > 200 {
        out += "? " + YAMLText.doubleQuoted(name) + "\n"
        pad(indent)
        out += ":"
      } else {
        out += YAMLText.scalar(name, inFlow: false) + ":"
      }
      value(document, key + 1, indent: indent)
    }
  }

  private mutating func elements(_ document: Document, _ index: Int, indent: Int) {
    for element in document.elements(in: index) {
      pad(indent)
      out += "-"
      switch document.kind(element) {
      case .object where !document.keys(in: element).isEmpty:
        out += " "
        members(document, element, indent: indent + 2, isFirstPlaced: true)
      case .array where !document.elements(in: element).isEmpty:
        if let flow = flow(document, element, width: 100 - indent) {
          out += " " + flow + "\n"
        } else {
          out += "\n"
          elements(document, element, indent: indent + 2)
        }
      default:
        out += " "
        inline(document, element, indent: indent + 2)
        out += "\n"
      }
    }
  }

  private mutating func value(_ document: Document, _ index: Int, indent: Int) {
    switch document.kind(index) {
    case .object where !document.keys(in: index).isEmpty:
      out += "\n"
      members(document, index, indent: indent + 2)
    case .array where !document.elements(in: index).isEmpty:
      if let flow = flow(document, index, width: 90 - indent) {
        out += " " + flow + "\n"
      } else {
        out += "\n"
        elements(document, index, indent: indent + 2)
      }
    default:
      out += " "
      inline(document, index, indent: indent + 2)
      out += "\n"
    }
  }

  private mutating func inline(_ document: Document, _ index: Int, indent: Int) {
    switch document.kind(index) {
    case .null: out += "null"
    case .bool: out += document.entries[index].isPlain ? "true" : "false"
    case .number: out += document.string(index)
    case .array: out += "[]"
    case .object: out += "{}"
    case .string, .key:
      let text = document.string(index)
      out += YAMLText.literalBlock(text, indent: indent) ?? YAMLText.scalar(text, inFlow: false)
    }
  }

  /// A list of short words in one line; nil where it does not fit.
  private func flow(_ document: Document, _ index: Int, width: Int) -> String? {
    var parts: [String] = []
    var length = 2
    for element in document.elements(in: index) {
      switch document.kind(element) {
      case .string:
        let text = document.string(element)
        guard text.utf8.count <= 40 else { return nil }
        parts.append(YAMLText.scalar(text, inFlow: true))
      case .number: parts.append(document.string(element))
      default: return nil
      }
      length += (parts.last?.count ?? 0) + 2
      if length > width { return nil }
    }
    return "[" + parts.joined(separator: ", ") + "]"
  }
}

/// How strings stand in YAML.
enum YAMLText {
  /// The string plain where it reads as itself, else in single quotes, else in double quotes.
  static func scalar(_ text: String, inFlow: Bool) -> String {
    if needsEscapes(text) { return doubleQuoted(text) }
    if isPlain(text, inFlow: inFlow) { return text }
    return "'" + text.replacing("'", by: "''") + "'"
  }

  static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last else { return false }
    if YAMLScalar.resolve(bytes).kind != .string { return false }
    if first == 0x20 || last == 0x20 || first == 0x09 || last == 0x09 { return false }
    if text == "---" || text == "..." || text.hasPrefix("--- ") || text.hasPrefix("... ") { return false }
    if last == 0x3A { return false }
    let indicators = Array("-?:,[]{}#&*!|>'\"%@`=<.".utf8)
    if indicators.contains(first) {
      // "-5 to 5" and ".net" are fine, "- x" and ".5" are not; being careful costs two quotes.
      return false
    }
    for (index, byte) in bytes.enumerated() {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0x20
      if byte == 0x3A, next == 0x20 || next == 0x09 { return false }
      if byte == 0x23, index > 0, bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09 { return false }
      if inFlow, ",?[]{}".utf8.contains(byte) || (byte == 0x3A && ",?[]{}".utf8.contains(next)) { return false }
    }
    // Words that YAML 1.1 readers take for booleans and dates for time stamps stay strings in either.
    let lower = text.lowercased()
    if ["y", "n", "yes", "no", "on", "off"].contains(lower) { return false }
    if bytes[0] >= 0x30, bytes[0] <= 0x39, bytes.allSatisfy({ ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x3A || $0 == 0x5F })
    {
      return false
    }
    return true
  }

  static func needsEscapes(_ text: String) -> Bool {
    text.unicodeScalars.contains { !isPrintable($0) || $0 == "\n" || $0 == "\t" }
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
    case 0x10000...: true
    default: false
    }
  }

  static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if isPrintable(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          let width = scalar.value > 0xFF ? 4 : 2
          result += (width == 4 ? "\\u" : "\\x") + String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
      }
    }
    return result + "\""
  }

  /// A text of several lines as a literal block; nil where a block could not carry it.
  static func literalBlock(_ text: String, indent: Int) -> String? {
    guard text.utf8.contains(0x0A), text.unicodeScalars.allSatisfy({ isPrintable($0) && $0 != "\t" }) else {
      return nil
    }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, !first.isEmpty, first.utf8.first != 0x20,
      lines.allSatisfy({ $0.utf8.last != 0x20 }), lines.contains(where: { !$0.isEmpty })
    else { return nil }
    var chomping = "-"
    if lines.last?.isEmpty == true {
      lines.removeLast()
      chomping = lines.last?.isEmpty == true ? "+" : ""
    }
    let pad = String(repeating: " ", count: indent)
    return "|" + chomping + lines.map { $0.isEmpty ? "\n" : "\n" + pad + $0 }.joined()
  }
}
