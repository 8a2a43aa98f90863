internal import ParcoursSource

/// What a style sheet may not say in a page that fetches nothing (CSS Syntax Level 3 for strings, comments and escapes).
enum StyleSheet {
  /// A style sheet may be so long.
  private static let limit = 512 << 10

  /// What is wrong, each with its place.
  static func problems(in source: SourceText) -> [Diagnostic] {
    guard source.bytes.count <= limit else {
      return [Diagnostic(id: "theme", "the style sheet is over 512 KiB")]
    }
    guard String(validating: source.bytes, as: UTF8.self) != nil else {
      return [Diagnostic(id: "theme", "the style sheet is not UTF-8", help: "save the file as UTF-8")]
    }
    var scan = Scan(bytes: source.bytes)
    scan.run()
    return (markup(in: source.bytes) + scan.problems).sorted { $0.order < $1.order }
  }

  /// What a parser of pages could take for a mark, wherever it stands: in strings, comments and addresses too.
  private static func markup(in bytes: [UInt8]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for (index, byte) in bytes.enumerated() where found.count < 20 {
      if byte == 0 { found.append(Diagnostic(id: "theme", "a NUL may not stand in a theme", at: index..<(index + 1))) }
      guard byte == 0x3C, index + 1 < bytes.count else { continue }
      let next = bytes[index + 1]
      if next == 0x2F || next == 0x21 || next == 0x3F || (next | 0x20 >= 0x61 && next | 0x20 <= 0x7A) {
        found.append(Diagnostic(id: "theme", "`<` may not stand in a theme", at: index..<(index + 2)))
      }
    }
    return found
  }

  /// Whether a text is a value without anything that could end it or fetch: letters, digits, and `#%.,()+-*/ "`.
  static func isPlainValue(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 200 else { return false }
    let lower = text.lowercased()
    for word in ["url", "expression", "import", "attr", "image", "src", "element"] where contains(lower, word) {
      return false
    }
    return text.unicodeScalars.allSatisfy {
      $0.isASCII
        && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || "#%.,()+-*/ ".unicodeScalars.contains($0))
    }
  }

  private static func contains(_ text: String, _ word: String) -> Bool {
    let bytes = Array(text.utf8)
    let wanted = Array(word.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }
  }

  private struct Scan {
    let bytes: [UInt8]
    var at = 0
    var problems: [Diagnostic] = []
    /// Open braces, parentheses and brackets.
    var open: [(byte: UInt8, at: Int)] = []

    init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func complain(_ message: Message, _ start: Int, help: Message? = nil) {
      guard problems.count < 50 else { return }
      problems.append(Diagnostic(id: "theme", message, at: start..<max(start, min(at, bytes.count)), help: help))
    }

    mutating func run() {
      while at < bytes.count {
        let start = at
        switch bytes[at] {
        case 0x2F where at + 1 < bytes.count && bytes[at + 1] == 0x2A: comment()
        case 0x22, 0x27:
          let text = string()
          if text.contains("<") || text.contains(">") {
            complain("`<` and `>` may not stand in a theme's strings", start, help: "write `\\3c ` or `\\3e `")
          }
        case 0x3C:
          at += 1
        case 0x40:
          at += 1
          let name = identifier().lowercased()
          if ["import", "namespace", "charset", "document"].contains(name) {
            complain(
              "`@\(name)` is not for themes: a page fetches nothing", start, help: "put the rules into theme.css")
          }
        case 0x7B, 0x28, 0x5B:
          open.append((bytes[at], at))
          at += 1
        case 0x7D, 0x29, 0x5D:
          let wanted: UInt8 = bytes[at] == 0x7D ? 0x7B : bytes[at] == 0x29 ? 0x28 : 0x5B
          at += 1
          if open.last?.byte == wanted {
            open.removeLast()
          } else {
            complain("this closes nothing that is open", start)
          }
        case let byte where Self.startsName(byte): name(start)
        default: at += 1
        }
      }
      if let last = open.last {
        at = last.at + 1
        complain("this is never closed", last.at)
      }
    }

    private mutating func comment() {
      let start = at
      at += 2
      while at + 1 < bytes.count, !(bytes[at] == 0x2A && bytes[at + 1] == 0x2F) {
        at += 1
      }
      if at + 1 >= bytes.count {
        at = bytes.count
        complain("the comment is never closed", start)
      } else {
        at += 2
      }
    }

    private mutating func string() -> String {
      let quote = bytes[at]
      let start = at
      at += 1
      var text: [UInt8] = []
      while at < bytes.count, bytes[at] != quote {
        if Self.endsLine(bytes[at]) {
          complain("the string is never closed", start)
          return String(decoding: text, as: UTF8.self)
        }
        if bytes[at] == 0x5C, at + 1 < bytes.count {
          // Escapes stay as they are: `\\3c` ends nothing, and an address with one is not looked into.
          text += bytes[at...(at + 1)]
          at += 2
          continue
        }
        text.append(bytes[at])
        at += 1
      }
      if at >= bytes.count { complain("the string is never closed", start) }
      at = min(at + 1, bytes.count)
      return String(decoding: text, as: UTF8.self)
    }

    /// Line feed, form feed and carriage return end a line (CSS Syntax Level 3, section 3.3).
    private static func endsLine(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0C || byte == 0x0D }

    private static func startsName(_ byte: UInt8) -> Bool {
      (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || byte == 0x5F || byte == 0x2D || byte == 0x5C || byte >= 0x80
    }

    /// A name with its escapes decoded: `\75rl` is `url`.
    private mutating func identifier() -> String {
      var scalars = String.UnicodeScalarView()
      while at < bytes.count {
        let byte = bytes[at]
        if byte == 0x5C, at + 1 < bytes.count {
          at += 1
          var value: UInt32 = 0
          var digits = 0
          while at < bytes.count, digits < 6, let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue {
            value = value * 16 + UInt32(digit)
            digits += 1
            at += 1
          }
          if digits == 0 {
            scalars.append(Unicode.Scalar(bytes[at]))
            at += 1
          } else {
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
            // One space of any kind ends the digits; a carriage return and a line feed are one.
            if at + 1 < bytes.count, bytes[at] == 0x0D, bytes[at + 1] == 0x0A { at += 1 }
            if at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 || Self.endsLine(bytes[at]) { at += 1 }
          }
        } else if Self.startsName(byte) || (byte >= 0x30 && byte <= 0x39) {
          scalars.append(Unicode.Scalar(byte))
          at += 1
        } else {
          break
        }
      }
      return String(scalars)
    }

    private mutating func name(_ start: Int) {
      let name = identifier().lowercased()
      if ["behavior", "-moz-binding"].contains(name) {
        complain("`\(name)` is not for themes: it runs programs", start)
        return
      }
      guard at < bytes.count, bytes[at] == 0x28 else { return }
      switch name {
      case "url", "src":
        let address = argument()
        if !Self.isAllowed(address) {
          complain(
            "a theme fetches nothing: only `data:` of images and fonts may stand in `\(name)()`", start,
            help: "put the file into the theme as `data:image/png;base64,…`")
        }
      case "expression": complain("`expression()` is not for themes: it runs programs", start)
      case "image-set", "-webkit-image-set", "image", "cross-fade", "element", "paint":
        complain("`\(name)()` is not for themes: it may fetch", start)
      default: break
      }
    }

    /// The text in the parentheses of an address, which stays behind them.
    private mutating func argument() -> String {
      at += 1
      while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
      let text: String
      if at < bytes.count, bytes[at] == 0x22 || bytes[at] == 0x27 {
        text = string()
      } else {
        var raw: [UInt8] = []
        while at < bytes.count, bytes[at] != 0x29 {
          raw.append(bytes[at])
          at += 1
        }
        text = String(decoding: raw, as: UTF8.self)
      }
      while at < bytes.count, bytes[at] != 0x29 { at += 1 }
      at = min(at + 1, bytes.count)
      return text.contains("\\") ? "\\" : text.lowercased()
    }

    private static func isAllowed(_ address: String) -> Bool {
      guard address.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"<>\"'()\\".utf8.contains($0) }) else { return false }
      if address.hasPrefix("#") { return true }
      for start in [
        "data:image/png", "data:image/jpeg", "data:image/webp", "data:image/gif", "data:font/",
        "data:application/font-",
      ]
      where address.hasPrefix(start) {
        return true
      }
      return false
    }
  }
}
