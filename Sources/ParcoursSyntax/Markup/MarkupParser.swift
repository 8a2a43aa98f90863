internal import CCMark

/// Reads marks with cmark, and makes a tree of what it found.
struct MarkupParser {
  private(set) var blocks: [Markup.Block] = []
  private(set) var isApart: [Bool] = []
  private(set) var hasMarks = false

  /// What a text is made of; nil where it is not to be read for marks.
  static func parse(_ text: String) -> MarkupParser? {
    guard let parser = parse(text, hidesFirstMarker: false) else { return nil }
    // The only line of a text that begins with a dash begins with a dash.
    if parser.blocks.count == 1, case .list(let items, _) = parser.blocks[0], items.count == 1, items[0].count < 2 {
      guard case .list? = items[0].first else { return parse(text, hidesFirstMarker: true) }
    }
    return parser
  }

  private static func parse(_ text: String, hidesFirstMarker: Bool) -> MarkupParser? {
    guard var shielded = MarkupShield.shielded(text, hidesFirstMarker: hidesFirstMarker) else { return nil }
    let root = shielded.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT) }
    }
    guard let root else { return nil }
    defer { cmark_node_free(root) }
    var parser = MarkupParser()
    let lines = shielded.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    parser.read(root, isBlank: lines.map { $0.allSatisfy(\.isWhitespace) })
    return parser
  }

  // MARK: The tree

  private enum Kind {
    case document, paragraph, item, emphasis, strong, flat
    case list(start: Int?)
    case link(String, title: String)

    var isLink: Bool { if case .link = self { true } else { false } }

    /// What it is where nothing may be deeper: lines stay lines.
    var flattened: Kind { if case .paragraph = self { .paragraph } else { .flat } }
  }

  /// A part that is not read to its end.
  private struct Frame {
    var kind: Kind
    var inlines: [Markup.Inline] = []
    var blocks: [Markup.Block] = []
    var items: [[Markup.Block]] = []

    mutating func append(_ inline: Markup.Inline) {
      if case .text(let more) = inline, case .text(let before)? = inlines.last {
        inlines[inlines.count - 1] = .text(before + more)
      } else {
        inlines.append(inline)
      }
    }
  }

  private mutating func read(_ root: OpaquePointer, isBlank: [Bool]) {
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    var frames = [Frame(kind: .document)]
    while true {
      let event = cmark_iter_next(iterator)
      guard event != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      if node == root { continue }
      let kind = kind(of: node)
      if event == CMARK_EVENT_ENTER {
        if let kind {
          if frames.count == 1 {
            let before = Int(cmark_node_get_start_line(node)) - 2
            isApart.append(!isApart.isEmpty && isBlank.indices.contains(before) && isBlank[before])
          }
          // A link in a link is its label.
          let isInner = kind.isLink && frames.contains { $0.kind.isLink }
          frames.append(Frame(kind: frames.count > Markup.deepest || isInner ? kind.flattened : kind))
        } else if Self.isVerbatim(node) {
          if frames.count == 1 { isApart.append(!isApart.isEmpty) }
          frames[frames.count - 1].blocks.append(.paragraph(lines(node)))
        } else if let leaf = leaf(node) {
          frames[frames.count - 1].append(leaf)
        }
      } else if let frame = frames.popLast(), !frames.isEmpty {
        close(frame, into: &frames[frames.count - 1])
      }
    }
    blocks = frames[0].blocks
  }

  /// What a node holds other nodes as; nil where it holds none.
  private func kind(of node: OpaquePointer) -> Kind? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING: .paragraph
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_LIST:
      .list(start: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(node)) : nil)
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      .link(Self.text(cmark_node_get_url(node)), title: Self.text(cmark_node_get_title(node)))
    case CMARK_NODE_BLOCK_QUOTE: .flat
    default: nil
    }
  }

  /// Whether a node holds lines as they are: such as are indented.
  private static func isVerbatim(_ node: OpaquePointer) -> Bool {
    [CMARK_NODE_CODE_BLOCK, CMARK_NODE_HTML_BLOCK].contains(cmark_node_get_type(node))
  }

  /// The lines of such a node: only their indentation made them so.
  private mutating func lines(_ node: OpaquePointer) -> [Markup.Inline] {
    let lines = Self.text(cmark_node_get_literal(node)).split(separator: "\n").map { line in
      Markup(String(line.drop { $0 == " " || $0 == "\t" }))
    }
    if lines.contains(where: \.hasMarks) { hasMarks = true }
    return Array(lines.map(\.inlines).joined(separator: [.lineBreak]))
  }

  private mutating func leaf(_ node: OpaquePointer) -> Markup.Inline? {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE:
      hasMarks = true
      return .code(Self.text(cmark_node_get_literal(node)))
    default:
      let text = Self.text(cmark_node_get_literal(node))
      return text.isEmpty ? nil : .text(text)
    }
  }

  private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { MarkupShield.shown(String(cString: $0)) } ?? ""
  }

  private mutating func close(_ frame: Frame, into parent: inout Frame) {
    switch frame.kind {
    case .document: break
    case .paragraph: parent.blocks.append(.paragraph(frame.inlines))
    case .item: parent.items.append(frame.blocks)
    case .list(let start):
      hasMarks = true
      // What was too deep to be an item is one at the end.
      parent.blocks.append(.list(frame.items + (frame.blocks.isEmpty ? [] : [frame.blocks]), start: start))
    case .emphasis:
      hasMarks = true
      parent.append(.emphasis(frame.inlines))
    case .strong:
      hasMarks = true
      parent.append(.strong(frame.inlines))
    case .link(let address, let title):
      hasMarks = true
      parent.append(.link(frame.inlines, address: address))
      // What is only seen when one points at a link is said behind it.
      if !title.isEmpty { parent.append(.text(" (\(title))")) }
    case .flat:
      for inline in frame.inlines { parent.append(inline) }
      parent.blocks += frame.blocks
      parent.blocks += frame.items.flatMap(\.self)
    }
  }
}
