public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursTransform

extension Format {
  /// What a page's readers see of it, of which characters are counted.
  public static let readText = markdown

  /// The page as plain text with CommonMark's marks.
  public static let markdown = Format(
    id: "markdown", summary: "the page as Markdown (CommonMark)", names: ["*.md", "*.markdown"],
    mediaType: "text/markdown", capabilities: [.marks, .oneLanguage], carries: ProfilePageFields.carriage,
    detect: { $0.isNamed(["*.md", "*.markdown"]) ? .mark : .none }, write: MarkdownWriter().write)
}

/// Writes the page's structure as Markdown: the same sections, in the same order, from the same code.
struct MarkdownWriter: Sendable {
  func write(_ view: IdentityView, _ options: WriteOptions) -> Artifact {
    var options = options
    options.page.theme = .none
    options.page.photo = .none
    var page = HTMLPage(view: view, options: options)
    page.write()
    var run = MarkdownRun(OwnMarkup.tokens(of: page.out.text))
    return Artifact(Array(run.text().utf8))
  }
}

/// The marks of a page that this program wrote itself: well-formed by construction, so that a few lines read it.
enum OwnMarkup {
  enum Token {
    case start(String, [String: String])
    case end(String)
    case text(String)
  }

  static func tokens(of page: String) -> [Token] {
    var tokens: [Token] = []
    var rest = page.utf8[...]
    while let first = rest.first {
      if first != 0x3C {
        let text = rest.prefix { $0 != 0x3C }
        tokens.append(.text(unescaped(String(decoding: text, as: UTF8.self))))
        rest = rest[text.endIndex...]
        continue
      }
      // Attribute values hold no `<` or `>`: they are written as references.
      let tag = rest.dropFirst().prefix { $0 != 0x3E }
      rest = rest[tag.endIndex...].dropFirst()
      let text = String(decoding: tag, as: UTF8.self)
      if text.hasPrefix("/") {
        tokens.append(.end(String(text.dropFirst())))
      } else if !text.hasPrefix("!") {
        let name = String(text.prefix { $0 != " " })
        tokens.append(.start(name, attributes(text.dropFirst(name.count))))
        if name == "style" || name == "script" {
          // What follows is no markup, up to the end of its element.
          while let byte = rest.first {
            if byte == 0x3C, rest.starts(with: "</\(name)".utf8) { break }
            rest = rest.dropFirst()
          }
        }
      }
    }
    return tokens
  }

  private static func attributes(_ text: Substring) -> [String: String] {
    var result: [String: String] = [:]
    var rest = text.drop { $0 == " " }
    while let equals = rest.firstIndex(of: "=") {
      let name = String(rest[..<equals])
      let value = rest[rest.index(after: equals)...].dropFirst()
      let end = value.firstIndex(of: "\"") ?? value.endIndex
      result[name] = unescaped(String(value[..<end]))
      rest = value[end...].dropFirst().drop { $0 == " " }
    }
    return result
  }

  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text }
    var result = text
    for (reference, character) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
      result = result.split(separator: reference, omittingEmptySubsequences: false).joined(separator: character)
    }
    return result
  }
}

/// One pass over the marks.
private struct MarkdownRun {
  private let tokens: [OwnMarkup.Token]
  private var lines: [String] = []
  private var line = ""
  /// What stands before every line: the indentation of lists and the marks of quotations, and what an item's first line has
  /// instead.
  private var prefix: [(text: String, first: String?)] = []
  /// The marks of the next heading.
  private var marker: String?
  private var isTight = false

  init(_ tokens: [OwnMarkup.Token]) { self.tokens = tokens }

  /// A list that is gone through.
  private enum List: Equatable {
    case steps, bullets
    case numbers(next: Int)
  }

  private static let silent: Set<String> = ["head", "svg", "figcaption", "footer", "data"]
  private static let blocks: Set<String> = ["p", "div", "section", "header", "main", "figure", "h1", "h2", "h3", "h4"]

  mutating func text() -> String {
    var skipped: String?
    var depth = 0
    var addresses: [String?] = []
    var lists: [List] = []
    var isCode = false
    for token in tokens {
      if let name = skipped {
        if case .start(name, _) = token { depth += 1 }
        if case .end(name) = token {
          depth -= 1
          if depth == 0 { skipped = nil }
        }
        continue
      }
      switch token {
      case .start(let name, let attributes):
        if name == "data" { continue }
        if Self.silent.contains(name) && !(name == "figcaption" && prefix.isEmpty == false)
          || attributes["class"] == "skip"
        {
          skipped = name
          depth = 1
          continue
        }
        switch name {
        case "h1", "h2", "h3", "h4":
          flush()
          marker = String(repeating: "#", count: Int(name.dropFirst()) ?? 1) + " "
        case "ul", "ol":
          flush()
          // Steps have headings of their own; a list of them would only be in the way.
          lists.append(
            attributes["class"] == "steps"
              ? .steps : name == "ol" ? .numbers(next: attributes["start"].flatMap { Int($0) } ?? 1) : .bullets)
        case "li":
          flush()
          switch lists.last ?? .bullets {
          case .steps: break
          case .bullets:
            isTight = true
            prefix.append(("  ", "- "))
          case .numbers(let next):
            isTight = true
            lists[lists.count - 1] = .numbers(next: next + 1)
            prefix.append(("   ", "\(next). "))
          }
        case "blockquote":
          flush()
          prefix.append(("> ", nil))
        case "strong": line += "**"
        case "cite", "em": line += "*"
        case "br": line += "\\\n"
        case "code": isCode = true
        case "a":
          let address = attributes["href"].flatMap { $0.hasPrefix("#") ? nil : $0 }
          addresses.append(address)
          if address != nil {
            // A link is no picture.
            if line.hasSuffix("!") { line = line.dropLast() + "\\!" }
            line += "["
          }
        default: if Self.blocks.contains(name) { flush() }
        }
      case .end(let name):
        switch name {
        case "li":
          flush()
          if lists.last != .steps, !prefix.isEmpty { prefix.removeLast() }
        case "ul", "ol":
          flush()
          if !lists.isEmpty { lists.removeLast() }
          isTight = false
        case "blockquote":
          flush()
          if !prefix.isEmpty { prefix.removeLast() }
        case "strong": line += "**"
        case "cite", "em": line += "*"
        case "code": isCode = false
        case "a":
          if let address = addresses.popLast() ?? nil { line += "](\(Self.address(address)))" }
        default: if Self.blocks.contains(name) { flush() }
        }
      case .text(let text):
        let clean = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " ")
        if line.isEmpty, clean.allSatisfy(\.isWhitespace) { continue }
        line += isCode ? Self.code(clean) : Self.escaped(clean)
      }
    }
    flush()
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func flush() {
    var text = line.trimmed
    line = ""
    guard !text.isEmpty, text != "****" else { return }
    if marker == nil { text = Self.guarded(text) }
    let isItem = prefix.contains { $0.first != nil }
    let start = prefix.map { $0.first ?? $0.text }.joined() + (marker ?? "")
    for index in prefix.indices { prefix[index].first = nil }
    marker = nil
    let isItemAfterItem = isTight && isItem && (lines.last.map(Self.isItem) ?? false)
    if !lines.isEmpty, !isItemAfterItem { lines.append(quoted) }
    let parts = text.split(separator: "\n")
    lines.append(start + (parts.first ?? ""))
    lines += parts.dropFirst().map { prefix.map(\.text).joined() + Self.guarded(String($0)) }
  }

  /// Whether a line is the first of an item.
  private static func isItem(_ line: String) -> Bool {
    let text = line.drop { $0 == " " || $0 == ">" }
    return text.hasPrefix("- ") || text.drop { $0.isASCII && $0.isNumber }.hasPrefix(". ")
  }

  /// An empty line, with the marks of the quotation around it.
  private var quoted: String {
    guard let at = prefix.lastIndex(where: { $0.text == "> " }), lines.last?.contains("> ") ?? false else { return "" }
    return prefix[...at].map(\.text).joined().trimmed.isEmpty
      ? "" : String(prefix[...at].map(\.text).joined().dropLast())
  }

  /// A text whose first characters could be taken for a mark.
  private static func guarded(_ text: String) -> String {
    guard let first = text.first else { return text }
    if "+-=~".contains(first) { return "\\" + text }
    if first == "#" { return "\\" + text }
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    if !digits.isEmpty, digits.count < 10, let next = text.dropFirst(digits.count).first, next == "." || next == ")" {
      return digits + "\\" + text.dropFirst(digits.count)
    }
    return text
  }

  /// A text in which nothing is a mark (CommonMark 0.31, section 2.4).
  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if "\\`*_[]<>|~&$".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }

  /// Code, between more backticks than stand in it.
  private static func code(_ text: String) -> String {
    let runs = text.split { $0 != "`" }.map(\.count)
    let mark = String(repeating: "`", count: (runs.max() ?? 0) + 1)
    let space = text.hasPrefix("`") || text.hasSuffix("`") ? " " : ""
    return mark + space + text + space + mark
  }

  private static func address(_ text: String) -> String {
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "&":
        // What would be read as a reference is none.
        let name = scalars[(index + 1)...].prefix(40).prefix {
          $0 != ";" && ($0 == "#" || $0.properties.isAlphabetic || $0.properties.numericType != nil)
        }
        let isReference = !name.isEmpty && scalars.indices.contains(name.endIndex) && scalars[name.endIndex] == ";"
        result += isReference ? "&amp;" : "&"
      case "(": result += "%28"
      case ")": result += "%29"
      case " ": result += "%20"
      case "\\": result += "%5C"
      case "<": result += "%3C"
      case ">": result += "%3E"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
