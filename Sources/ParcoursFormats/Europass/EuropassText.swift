internal import ParcoursInterchange
internal import ParcoursLint
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

/// Texts of résumés that are written in HTML, as some editors write them.
package enum MarksOfHTML {
  /// The text with the marks that its elements mean; nil where none is in it. O(length).
  package static func read(_ text: String) -> String? {
    guard HTMLInText.firstTag(text) != nil else { return nil }
    return EuropassText(text).all
  }
}

/// A description of Europass, whose HTML is written as text: its words with their emphasis and links as marks, and the items of
/// its lists.
struct EuropassText {
  /// The words outside of lists.
  private(set) var text = ""
  /// The items of lists, in their order.
  private(set) var bullets: [String] = []

  /// Both.
  var all: String {
    if text.isEmpty, bullets.count == 1 { return bullets[0] }
    let items = bullets.map { "- " + $0 }.joined(separator: "\n")
    return [text, items].filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  private var lines: [String] = [""]

  /// Reads a description. O(length).
  init(_ html: String) {
    let source = SourceText(name: "description.html", text: "<div>\(html)</div>")
    guard html.contains("<"), let page = try? HTMLParser.parse(source) else {
      text = Markup.escaped(html.trimmed)
      return
    }
    walk(Tree.value(page), isInItem: false)
    text = lines.map(Self.line).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static let blocks: Set<String> = ["p", "br", "div", "ul", "ol", "li", "h1", "h2", "h3"]

  private mutating func walk(_ node: JSONValue, isInItem: Bool) {
    if let text = node.string {
      lines[lines.count - 1] += Self.signed(text)
      return
    }
    let tag = node["name"]?.string ?? ""
    let children = node["children"]?.elements ?? []
    let isBlock = Self.blocks.contains(tag)
    if isBlock { separate(isInItem) }
    switch tag {
    case "script", "style", "template": return
    case "li":
      let start = lines.count
      lines.append("")
      for child in children { walk(child, isInItem: true) }
      let item = Self.line(lines[start...].joined(separator: " "))
      lines.removeSubrange(start...)
      lines.append("")
      if !item.isEmpty { bullets.append(item) }
      return
    case "b", "strong": marked(children, isInItem, "**", "**")
    case "i", "em": marked(children, isInItem, "*", "*")
    case "a":
      let address = SafeURL.web(node["attributes"]?["href"]?.string).flatMap { $0.contains(")") ? nil : $0 }
      if let address { marked(children, isInItem, "[", "](\(address))") } else { marked(children, isInItem, "", "") }
    default: for child in children { walk(child, isInItem: isInItem) }
    }
    if isBlock { separate(isInItem) }
  }

  /// Ends a line; an item has one alone.
  private mutating func separate(_ isInItem: Bool) {
    if isInItem { lines[lines.count - 1] += " " } else { lines.append("") }
  }

  /// Writes what stands in an element between marks, spaces outside of them. Lines in it are on their own: marks end with them.
  private mutating func marked(_ children: [JSONValue], _ isInItem: Bool, _ before: String, _ after: String) {
    let start = lines.count
    lines.append("")
    for child in children { walk(child, isInItem: isInItem) }
    let inner = Array(lines[start...])
    lines.removeSubrange(start...)
    for (index, line) in inner.enumerated() {
      if index > 0 { lines.append("") }
      let words = line.trimmed
      if words.isEmpty {
        lines[lines.count - 1] += line
      } else {
        let head = line.prefix { $0.isWhitespace }
        let tail = String(line.reversed().prefix { $0.isWhitespace }.reversed())
        lines[lines.count - 1] += "\(head)\(before)\(words)\(after)\(tail)"
      }
    }
  }

  /// A line with its spaces in order. Where marks would not be read as such, there are none.
  private static func line(_ text: String) -> String {
    // Bold beside bold is one.
    let line = text.collapsed.split(separator: "****", omittingEmptySubsequences: false).joined()
    let markup = Markup(line)
    let signs = line.split(separator: "\\*", omittingEmptySubsequences: false).count - 1
    if markup.hasMarks, markup.plain.count(where: { $0 == "*" }) == signs { return line }
    // Signs of the text have a backslash; the others are marks that none can be made of, inside a word.
    var rest = String.UnicodeScalarView()
    for scalar in line.unicodeScalars where scalar != "*" || rest.last == "\\" { rest.append(scalar) }
    return Markup.escaped(Markup.plain(String(rest)))
  }

  /// A text in which no sign is a mark.
  private static func signed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if "\\*_`[]<".unicodeScalars.contains(scalar) { result.append("\\") }
      result.append(scalar)
    }
    return String(result)
  }
}

// MARK: Written

extension EuropassText {
  /// Words with their marks, and items below them, as HTML.
  static func html(_ text: String?, _ items: [String]) -> String {
    let paragraphs = text.map { Markup($0).blocks.map(block).joined() } ?? ""
    let lines = items.map { item in
      let blocks = Markup(item).blocks
      if case .paragraph(let inlines)? = blocks.first, blocks.count == 1 { return "<li>\(line(inlines))</li>" }
      return "<li>\(blocks.map(block).joined())</li>"
    }
    return paragraphs + (lines.isEmpty ? "" : "<ul>\(lines.joined())</ul>")
  }

  /// What a text of HTML says, without marks.
  static func plain(_ html: String) -> String { Markup.plain(EuropassText(html).all).collapsed }

  private static func block(_ block: Markup.Block) -> String {
    switch block {
    case .paragraph(let inlines):
      return inlines.split(separator: .lineBreak).map { "<p>\(line(Array($0)))</p>" }.joined()
    case .list(let items, let start):
      let tag = start == nil ? "ul" : "ol"
      return "<\(tag)>" + items.map { "<li>\($0.map(self.block).joined())</li>" }.joined() + "</\(tag)>"
    }
  }

  private static func line(_ inlines: [Markup.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text): return HTMLText.escaped(text)
      case .lineBreak: return "<br>"
      case .emphasis(let inner): return "<em>\(line(inner))</em>"
      case .strong(let inner): return "<strong>\(line(inner))</strong>"
      case .link(let label, let address):
        guard let safe = SafeURL.web(address) else { return line(label) }
        return "<a href=\"\(HTMLText.escaped(safe))\">\(label.isEmpty ? HTMLText.escaped(address) : line(label))</a>"
      }
    }.joined()
  }
}
