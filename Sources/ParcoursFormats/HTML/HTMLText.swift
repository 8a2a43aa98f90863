/// A page that grows: elements and text, escaped by construction. Nothing reaches it as markup but names of the program.
struct HTMLText {
  private(set) var text = ""
  /// What stands before every id and every link to one, so that several pages can stand in one.
  private let idPrefix: String
  /// How much lower headings are than in a page of its own.
  private let headingShift: Int
  /// The id of what all sections stand under, which tells them from those of other pages in the same one.
  private let label: String?

  init(idPrefix: String = "", headingShift: Int = 0, label: String? = nil) {
    self.idPrefix = idPrefix
    self.headingShift = headingShift
    self.label = label
  }

  /// Writes an element around what `body` writes; attributes without a value are left out.
  mutating func element(
    _ name: StaticString, _ attributes: [(StaticString, String?)] = [], _ body: (inout HTMLText) -> Void = { _ in }
  ) {
    start(name, attributes)
    body(&self)
    text += "</\(shifted(name))>"
  }

  /// Writes an element of one text.
  mutating func element(_ name: StaticString, _ attributes: [(StaticString, String?)] = [], text content: String) {
    element(name, attributes) { $0.write(content) }
  }

  /// Writes an element that has no content.
  mutating func void(_ name: StaticString, _ attributes: [(StaticString, String?)]) { start(name, attributes) }

  private mutating func start(_ name: StaticString, _ attributes: [(StaticString, String?)]) {
    text += "<\(shifted(name))"
    for (key, value) in attributes {
      guard let value else { continue }
      text += " \(key)=\"\(Self.escaped(idPrefix.isEmpty ? value : prefixed(key, value)))\""
    }
    text += ">"
  }

  /// An element's name, headings as deep as they are here.
  private func shifted(_ name: StaticString) -> String {
    let name = name.description
    guard headingShift > 0, name.utf8.count == 2, name.utf8.first == 0x68, let level = Int(name.dropFirst()) else {
      return name
    }
    return "h\(min(6, level + headingShift))"
  }

  private func prefixed(_ key: StaticString, _ value: String) -> String {
    switch key.description {
    case "id": idPrefix + value
    case "aria-labelledby": (label.map { $0 + " " } ?? "") + idPrefix + value
    case "href" where value.hasPrefix("#"): "#" + idPrefix + value.dropFirst()
    default: value
    }
  }

  /// Writes text.
  mutating func write(_ content: String) { text += Self.escaped(content) }

  /// Starts a new line of the source.
  mutating func newLine() { text += "\n" }

  /// Writes a program's own text as it is: a style sheet, or JSON printed for a script.
  mutating func raw(trusted content: String) { text += content }

  // MARK: Foreign markup, written anew

  /// Elements that have no end.
  static let voidElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  /// Writes the start of an element of another page; names that are none of HTML's are written as `span`.
  mutating func foreignStart(_ name: String, _ attributes: [(name: String, value: String)]) {
    text += "<" + Self.safeName(name)
    for attribute in attributes where attribute.name.utf8.allSatisfy(Self.isNameByte) {
      text += " \(attribute.name)=\"\(Self.escaped(attribute.value))\""
    }
    text += ">"
  }

  /// Writes the end of an element of another page.
  mutating func foreignEnd(_ name: String) { text += "</\(Self.safeName(name))>" }

  /// Writes the text of another page, in which quotes may stand.
  mutating func foreign(text content: String) {
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
      || byte == 0x3A || byte == 0x5F
  }

  private static func safeName(_ name: String) -> String { name.utf8.allSatisfy(isNameByte) ? name : "span" }

  /// Text with HTML's five characters as references, and control characters, which HTML forbids, made visible.
  static func escaped(_ content: String) -> String {
    if isPlain(content) { return content }
    var result = ""
    for scalar in content.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n": result.unicodeScalars.append(scalar)
      default:
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF, 0x202A...0x202E, 0x2066...0x2069: result += "\u{FFFD}"
        default:
          result.unicodeScalars.append(scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar)
        }
      }
    }
    return result
  }
}

extension HTMLText {
  /// Whether nothing in a text needs a reference: most texts are so. One pass over the bytes.
  private static func isPlain(_ content: String) -> Bool {
    let bytes = content.utf8Span.span
    for index in bytes.indices {
      switch bytes[index] {
      case 0x22, 0x26, 0x27, 0x3C, 0x3E, 0x7F, 0..<0x09, 0x0B..<0x20: return false
      // Second control characters, bidirectional marks and noncharacters stand behind these; a string is whole UTF-8.
      case 0xC2: if bytes[index + 1] < 0xA0 { return false }
      case 0xE2:
        let (second, third) = (bytes[index + 1], bytes[index + 2])
        if second == 0x80 && (0xAA...0xAE).contains(third) || second == 0x81 && third >= 0xA6 { return false }
      case 0xEF: if bytes[index + 1] == 0xB7 || bytes[index + 1] == 0xBF { return false }
      case 0xF0...0xF4: if bytes[index + 2] == 0xBF { return false }
      default: break
      }
    }
    return true
  }
}

extension String {
  /// The text without what looks like markup: for previews of a page, which show plain text.
  var withoutMarkup: String {
    var result = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      let inner = rest[rest.index(after: open)...]
      guard let next = inner.first, next.isLetter || "/!?".contains(next), let close = inner.firstIndex(of: ">") else {
        result += "<"
        rest = inner
        continue
      }
      rest = inner[inner.index(after: close)...]
    }
    return result + rest
  }
}

/// Addresses that may stand in a link: https, http, mailto and tel, without anything that could be taken for markup.
package enum SafeURL {
  /// A web address; nil where it is none that is safe to follow.
  static func web(_ text: String?) -> String? {
    guard let text else { return nil }
    let lower = text.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://"), isClean(text) else { return nil }
    let rest = lower.drop { $0 != "/" }.dropFirst(2)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.isEmpty || host.contains("@") ? nil : text
  }

  /// A web address, completed where its scheme alone is missing, as browsers do.
  static func completed(_ text: String?) -> String? {
    web(text) ?? text.flatMap { isWithoutScheme($0) ? web("https://" + $0) : nil }
  }

  /// A host and perhaps a path, without their scheme.
  package static func isWithoutScheme(_ text: String) -> Bool {
    let host = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
      && (labels.last?.count ?? 0) > 1 && labels.last?.allSatisfy(\.isLetter) ?? false
      && !text.contains("@") && !text.contains(where: \.isWhitespace) && !text.hasPrefix("-")
  }

  /// An address as people write it: without its scheme and the last slash.
  static func label(_ text: String) -> String {
    guard web(text) != nil else { return text }
    let rest = text.drop { $0 != "/" }.dropFirst(2)
    return String(rest.last == "/" && rest.filter { $0 == "/" }.count == 1 ? rest.dropLast() : rest)
  }

  /// A picture: a web address, or a path beside the page that stays below it.
  static func picture(_ text: String?) -> String? {
    if let address = web(text) { return address }
    guard let text, !text.isEmpty, !text.hasPrefix("/"), !text.split(separator: "/").contains(".."),
      text.allSatisfy({ $0.isLetter || $0.isNumber || "-_./".contains($0) })
    else { return nil }
    return text
  }

  /// Another page: a web address, or a path from this page on, which may begin by leaving its folder.
  static func page(_ text: String?) -> String? {
    if let address = web(text) { return address }
    guard let text, !text.isEmpty, !text.hasPrefix("/"),
      text.allSatisfy({ $0.isLetter || $0.isNumber || "-_./%~".contains($0) })
    else { return nil }
    return text
  }

  /// An address to write to.
  static func mail(_ text: String?) -> String? {
    guard let text, isClean(text), text.utf8.allSatisfy({ $0 < 0x80 }),
      text.split(separator: "@", omittingEmptySubsequences: false).count == 2, !text.contains("?"), !text.contains("%"),
      !text.contains("&"), !text.contains(":")
    else { return nil }
    return "mailto:\(text)"
  }

  /// A number to call.
  static func telephone(_ text: String?) -> String? {
    guard let text, text.allSatisfy({ "+0123456789 ().-/".contains($0) }) else { return nil }
    var number = text.trimmed
    // Behind a country code the zero of calls inside the country is not dialled: +33 (0)6….
    if number.hasPrefix("+") || number.hasPrefix("00") {
      number = number.split(separator: "(0)", omittingEmptySubsequences: false).joined()
    }
    let digits = number.filter { "+0123456789".contains($0) }
    // A number has 15 digits at the most (E.164), and a plus in front alone: else these are several.
    guard !digits.dropFirst().contains("+"), (3...15).contains(digits.filter { $0 != "+" }.count) else { return nil }
    return "tel:\(digits)"
  }

  private static func isClean(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0...0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: false
      default: !"<>\"'`\\{}|^".unicodeScalars.contains(scalar)
      }
    }
  }
}
