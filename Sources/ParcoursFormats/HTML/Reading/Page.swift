internal import ParcoursSyntax

/// A web page as its readers walk it: elements and texts in an array, each by its index.
struct Page: Sendable {
  /// An element or a text.
  struct Node: Sendable {
    /// The element's name in lower case; empty for a text.
    var name: String
    /// The text; empty for an element.
    var text: String
    /// The element's attributes, in their order.
    var attributes: [(name: String, value: String)]
    /// The element around it; -1 for the root.
    var parent: Int
    /// What is in it.
    var children: [Int] = []
    /// Where it starts in the source.
    var range: Range<Int>
  }

  /// All nodes in the order of the document; the root is the first.
  private(set) var nodes: [Node] = []
  /// Elements by their ids; the first of each.
  private(set) var byID: [String: Int] = [:]

  /// Makes the page of a parsed document. O(n); libxml2 allows no more than 256 levels.
  init(_ document: Document) {
    nodes.reserveCapacity(document.entries.count / 6)
    if !document.entries.isEmpty { add(document, 0, parent: -1) }
    for index in nodes.indices {
      if let id = self[index, "id"], !id.isEmpty, byID[id] == nil { byID[id] = index }
    }
  }

  private mutating func add(_ document: Document, _ entry: Int, parent: Int) {
    let index = nodes.count
    let range = document.entries[entry].range
    guard document.kind(entry) == .object else {
      nodes.append(Node(name: "", text: document.string(entry), attributes: [], parent: parent, range: range))
      if parent >= 0 { nodes[parent].children.append(index) }
      return
    }
    // An element is `name`, `attributes`, `children`, in that order.
    let nameValue = entry + 2
    let attributes = document.next(after: nameValue) + 1
    let children = document.next(after: attributes) + 1
    var pairs: [(String, String)] = []
    for key in document.keys(in: attributes) { pairs.append((document.string(key), document.string(key + 1))) }
    nodes.append(
      Node(
        name: document.string(nameValue).lowercased(), text: "", attributes: pairs, parent: parent,
        range: range.lowerBound..<range.lowerBound))
    if parent >= 0 { nodes[parent].children.append(index) }
    for child in document.elements(in: children) { add(document, child, parent: index) }
  }

  /// Whether there is nothing.
  var isEmpty: Bool { nodes.isEmpty }

  /// The node at an index.
  subscript(_ index: Int) -> Node { nodes[index] }

  /// The value of an attribute; nil where the element has none of that name.
  subscript(_ index: Int, _ name: String) -> String? {
    nodes[index].attributes.first { $0.name == name }?.value
  }

  /// Whether the node is an element.
  func isElement(_ index: Int) -> Bool { !nodes[index].name.isEmpty }

  /// The elements right in an element.
  func elements(in index: Int) -> [Int] { nodes[index].children.filter(isElement) }

  /// The names in an element's `class`; no more of them than any page's own programs make.
  func classes(_ index: Int) -> [Substring] {
    guard let value = self[index, "class"] else { return [] }
    return Array(value.split(maxSplits: 200, whereSeparator: \.isHTMLSpace).prefix(200))
  }

  /// The words of a token list such as `rel`.
  func tokens(_ index: Int, _ name: String) -> [String] {
    (self[index, name] ?? "").split(whereSeparator: \.isHTMLSpace).map(String.init)
  }

  /// Elements that never hold text to read.
  static let silent: Set<String> = ["script", "style", "template", "noscript", "head", "title", "iframe", "object"]

  /// Whether the author hid the element, or one around it, from readers.
  func isHidden(_ index: Int) -> Bool {
    var at = index
    while at >= 0 {
      if self[at, "hidden"] != nil { return true }
      if let style = self[at, "style"] {
        let rule = style.lowercased().filter { !$0.isWhitespace }
        if rule.contains("display:none") || rule.contains("visibility:hidden") { return true }
      }
      at = nodes[at].parent
    }
    return false
  }

  /// The language a node is in, by the nearest `lang`.
  func language(_ index: Int) -> String? {
    var at = index
    while at >= 0 {
      if let language = self[at, "lang"] ?? self[at, "xml:lang"], !language.isEmpty { return language }
      at = nodes[at].parent
    }
    return nil
  }

  /// The text a reader sees, spaces made one, blocks apart by a space.
  func plainText(_ index: Int) -> String {
    var result = ""
    appendText(index, to: &result)
    return result.collapsed
  }

  private func appendText(_ index: Int, to result: inout String) {
    let node = nodes[index]
    if node.name.isEmpty {
      result += node.text
      return
    }
    guard !Self.silent.contains(node.name), self[index, "hidden"] == nil else { return }
    let isBlock = Self.blocks.contains(node.name)
    if isBlock { result += " " }
    if node.name == "img", let alt = self[index, "alt"] { result += " \(alt) " }
    for child in node.children { appendText(child, to: &result) }
    if isBlock { result += " " }
  }

  /// Elements that start a line of their own.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "br", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]

  /// The address that relative ones start from: the page's `base`, resolved from where the page is.
  func base(_ location: String?) -> String? {
    guard let element = nodes.indices.first(where: { nodes[$0].name == "base" && self[$0, "href"] != nil }),
      let href = self[element, "href"]
    else { return location }
    return WebAddress.resolve(href.trimmed, from: location)
  }
}

extension Character {
  /// Whether HTML takes it for a space between tokens.
  var isHTMLSpace: Bool {
    self == " " || self == "\n" || self == "\t" || self == "\r" || self == "\u{C}" || self == "\r\n"
  }
}

extension StringProtocol {
  /// Whether it has no more characters than that; a long text is not counted.
  func isAtMost(_ characters: Int) -> Bool { utf8.count <= characters * 4 && count <= characters }

  /// Without spaces around it.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }), let end = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[start...end])
  }

  /// With runs of spaces and line breaks as one space, and none around it.
  var collapsed: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var isSpace = false
    for byte in utf8 {
      if byte == 0x20 || byte >= 0x09 && byte <= 0x0D && byte != 0x0B {
        isSpace = true
      } else {
        if isSpace, !bytes.isEmpty { bytes.append(0x20) }
        isSpace = false
        bytes.append(byte)
      }
    }
    let text = String(decoding: bytes, as: UTF8.self)
    // Spaces that are no ASCII may stand at the ends still.
    let hasOthers =
      bytes.first.map { $0 >= 0x80 || $0 == 0x0B } ?? false || bytes.last.map { $0 >= 0x80 || $0 == 0x0B } ?? false
    return hasOthers ? text.trimmed : text
  }
}
