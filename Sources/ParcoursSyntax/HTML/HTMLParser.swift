internal import CLibXML2
public import ParcoursSource

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
    guard parcours_libxml2_is_there() != 0 else {
      throw SyntaxError(
        "libxml2 is not installed, which reads pages", id: "not-installed", help: "install it: apt-get install libxml2")
    }
    // Unsafe: libxml2 reads the buffer during this call only.
    let read = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { parcours_xml_read_page($0.baseAddress, Int32($0.count)) }
    }
    guard let tree = read else { throw SyntaxError("out of memory", id: "budget", at: 0) }
    defer { parcours_xml_free(tree) }
    if parcours_xml_is_fatal(tree) != 0 {
      let message = parcours_xml_message(tree).map { String(cString: $0) } ?? "the page cannot be read"
      throw SyntaxError(
        Message(form: String(message.prefix { $0 != "\n" })), id: "depth", at: 0,
        help: "flatten the page, or take the file it was made of")
    }
    guard let root = parcours_xml_root(tree) else { throw SyntaxError("the page has no element", at: 0) }
    var run = MarkupWalk(tree, bytes: source.bytes)
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
