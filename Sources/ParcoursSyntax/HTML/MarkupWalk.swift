internal import CLibXML2

/// Walks a tree of libxml2's and puts it on the tape.
struct MarkupWalk {
  typealias Node = OpaquePointer

  var builder = TapeBuilder()
  private let tree: OpaquePointer
  private let lineStarts: [Int]

  /// - Parameter bytes: the source, whose lines say where an element starts.
  init(_ tree: OpaquePointer, bytes: [UInt8]) {
    self.tree = tree
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
  }

  private func offset(_ node: Node) -> Int {
    let line = parcours_xml_node_line(node)
    return lineStarts.indices.contains(line - 1) ? lineStarts[line - 1] : 0
  }

  private func isElement(_ node: Node) -> Bool { parcours_xml_node_kind(node) == PARCOURS_XML_ELEMENT }

  /// Walks without recursion: a page is as deep as its author likes.
  mutating func walk(_ root: Node) {
    var node = root
    open(node)
    while true {
      if isElement(node), let child = parcours_xml_node_child(node) {
        node = child
        enter(node)
        continue
      }
      while true {
        if isElement(node) { close() }
        if node == root { return }
        if let next = parcours_xml_node_next(node) {
          node = next
          enter(node)
          break
        }
        guard let parent = parcours_xml_node_parent(node) else { return }
        node = parent
      }
    }
  }

  private mutating func enter(_ node: Node) {
    switch parcours_xml_node_kind(node) {
    case PARCOURS_XML_ELEMENT: open(node)
    case PARCOURS_XML_TEXT:
      guard let content = parcours_xml_node_content(node) else { return }
      let at = offset(node)
      let text = UnsafeBufferPointer(start: content, count: parcours_xml_length(content))
      builder.scalar(.string, text, range: at..<at)
    default: break
    }
  }

  private func text(_ pointer: UnsafePointer<UInt8>?) -> [UInt8] {
    Array(UnsafeBufferPointer(start: pointer, count: parcours_xml_length(pointer)))
  }

  private mutating func open(_ node: Node) {
    let at = offset(node)
    builder.begin(.object, at: at)
    builder.key("name".utf8)
    builder.scalar(.string, text(parcours_xml_node_name(node)), range: at..<at)
    builder.key("attributes".utf8)
    builder.begin(.object, at: at)
    var attribute = parcours_xml_node_attribute(node)
    while let current = attribute {
      builder.key(text(parcours_xml_attribute_name(current)))
      let value = parcours_xml_attribute_value(tree, current)
      builder.scalar(.string, text(value), range: at..<at)
      if let value { parcours_xml_release(value) }
      attribute = parcours_xml_attribute_next(current)
    }
    builder.end(at: at)
    builder.key("children".utf8)
    builder.begin(.array, at: at)
  }

  private mutating func close() {
    builder.end()
    builder.end()
  }
}
