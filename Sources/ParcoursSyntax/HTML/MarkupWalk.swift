internal import CLibXML2

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Walks a tree of libxml2's and puts it on the tape.
struct MarkupWalk {
  typealias Node = UnsafeMutablePointer<parcours_xml_node>

  var builder = TapeBuilder()
  private let library: parcours_libxml2
  private let lineStarts: [Int]

  init(library: parcours_libxml2, lineStarts: [Int]) {
    self.library = library
    self.lineStarts = lineStarts
  }

  private func offset(_ node: Node) -> Int {
    let line = library.lineNumber?(node) ?? 0
    return lineStarts.indices.contains(line - 1) ? lineStarts[line - 1] : 0
  }

  /// Walks without recursion: a page is as deep as its author likes.
  mutating func walk(_ root: Node) {
    var node = root
    open(node)
    while true {
      if Int(node.pointee.type) == PARCOURS_XML_ELEMENT, let child = node.pointee.children {
        node = child
        enter(node)
        continue
      }
      while true {
        if Int(node.pointee.type) == PARCOURS_XML_ELEMENT { close() }
        if node == root { return }
        if let next = node.pointee.next {
          node = next
          enter(node)
          break
        }
        guard let parent = node.pointee.parent else { return }
        node = parent
      }
    }
  }

  private mutating func enter(_ node: Node) {
    switch Int(node.pointee.type) {
    case PARCOURS_XML_ELEMENT: open(node)
    case PARCOURS_XML_TEXT, PARCOURS_XML_CDATA:
      guard let content = node.pointee.content else { return }
      let at = offset(node)
      builder.scalar(.string, UnsafeBufferPointer(start: content, count: Int(strlen(content))), range: at..<at)
    default: break
    }
  }

  private func text(_ pointer: UnsafePointer<UInt8>?) -> [UInt8] {
    guard let pointer else { return [] }
    return Array(UnsafeBufferPointer(start: pointer, count: Int(strlen(pointer))))
  }

  private mutating func open(_ node: Node) {
    let at = offset(node)
    builder.begin(.object, at: at)
    builder.key("name".utf8)
    builder.scalar(.string, text(node.pointee.name), range: at..<at)
    builder.key("attributes".utf8)
    builder.begin(.object, at: at)
    var attribute = node.pointee.properties
    while let current = attribute {
      builder.key(text(current.pointee.name))
      let value = library.listString?(node.pointee.document, current.pointee.children, 1)
      builder.scalar(.string, text(value), range: at..<at)
      if let value { library.release?(value) }
      attribute = current.pointee.next
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

#if canImport(Glibc)
  private func strlen(_ pointer: UnsafePointer<UInt8>) -> Int {
    Int(Glibc.strlen(UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)))
  }
#else
  private func strlen(_ pointer: UnsafePointer<UInt8>) -> Int {
    Int(Darwin.strlen(UnsafeRawPointer(pointer).assumingMemoryBound(to: CChar.self)))
  }
#endif
