internal import CLibXML2
public import ParcoursSource

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Parses a web page by libxml2 into the one tree: an element is an object of `name`, `attributes` (an object) and
/// `children` (an array of elements and strings); its range starts at its line.
///
/// Comments are left out. A page of more than 256 levels is refused, since libxml2 cuts it off there, and one over
/// `HTMLBudget` before libxml2 sees it. O(n).
public enum HTMLParser {
  /// Parses a page. UTF-8, UTF-16 with a byte order mark, and else Latin-1 are understood.
  public static func parse(_ source: SourceText) throws(SyntaxError) -> Document {
    let bytes = utf8(source.bytes)
    guard bytes.contains(where: { $0 > 0x20 }) else { throw SyntaxError("the page is empty", at: 0) }
    guard bytes.count <= HTMLBudget.bytes else {
      throw SyntaxError("the page is over 32 MiB", id: "budget", at: 0, help: "take the part that is the profile")
    }
    if let tag = HTMLBudget.tagOverBudget(in: bytes) {
      throw SyntaxError(
        "an element has more than \(HTMLBudget.attributes) attributes", id: "budget", at: min(tag, source.bytes.count),
        help: "take the attributes away, or take the file the page was made of")
    }
    guard let library = parcours_libxml2()?.pointee, let newContext = library.newParserContext,
      let freeContext = library.freeParserContext, let read = library.readMemory, let lastError = library.lastError,
      let rootElement = library.rootElement, let freeDocument = library.freeDocument
    else {
      throw SyntaxError(
        "libxml2 is not installed, which reads pages", at: 0, help: "install it: apt-get install libxml2")
    }
    guard let context = newContext() else { throw SyntaxError("out of memory", id: "budget", at: 0) }
    defer { freeContext(context) }
    // Unsafe: libxml2 reads the buffer during this call only.
    let page = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        read(context, $0.baseAddress, Int32($0.count), nil, "UTF-8", Int32(PARCOURS_HTML_OPTIONS))
      }
    }
    defer { if let page { freeDocument(page) } }
    if let error = lastError(context), error.pointee.level == Int32(PARCOURS_XML_FATAL) {
      let message = error.pointee.message.map { String(cString: $0) } ?? "the page cannot be read"
      throw SyntaxError(
        Message(form: String(message.prefix { $0 != "\n" })), id: "depth", at: 0,
        help: "flatten the page, or take the file it was made of")
    }
    guard let page, let root = rootElement(page) else { throw SyntaxError("the page has no element", at: 0) }
    var starts = [0]
    for (offset, byte) in source.bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    var run = HTMLRun(library: library, lineStarts: starts)
    run.walk(root)
    return run.builder.finish(source: source)
  }

  private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
        isLittle
          ? UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 : UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    }
    if Encoding.firstInvalid(in: bytes) == nil { return bytes }
    return Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
  }
}

private struct HTMLRun {
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
