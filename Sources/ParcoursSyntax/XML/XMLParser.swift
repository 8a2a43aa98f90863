internal import CLibXML2
public import ParcoursSource

/// Parses XML by libxml2 into the one tree, as pages are: an element is an object of `name` (without its prefix),
/// `attributes` and `children`.
///
/// Nothing is fetched and no entity is replaced: a document type is refused before libxml2 sees it. O(n).
public enum XMLParser {
  /// The largest document that is read.
  private static let most = 33_554_432

  /// Parses a document.
  ///
  /// - Throws: `SyntaxError` where it is not well-formed, over 32 MiB or 256 levels, or has a document type.
  public static func parse(_ source: SourceText) throws(SyntaxError) -> Document {
    let bytes = source.bytes
    guard bytes.count <= most else {
      throw SyntaxError("the document is over 32 MiB", id: "budget", at: 0, help: "take the part that is the profile")
    }
    for (word, what) in [("<!DOCTYPE", "document type"), ("<!ENTITY", "declaration of an entity")] {
      if let place = find(Array(word.utf8), in: bytes) {
        throw SyntaxError(
          Message(form: "a \(what) has no place in a profile"), at: place,
          help: "take it out: what it says is never used")
      }
    }
    guard parcours_libxml2_is_there() != 0 else {
      throw SyntaxError(
        "libxml2 is not installed, which reads XML", id: "not-installed", help: "install it: apt-get install libxml2")
    }
    // Unsafe: libxml2 reads the buffer during this call only.
    let read = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) { parcours_xml_read($0.baseAddress, Int32($0.count)) }
    }
    guard let tree = read else { throw SyntaxError("out of memory", id: "budget", at: 0) }
    defer { parcours_xml_free(tree) }
    guard let root = parcours_xml_root(tree) else {
      let message = parcours_xml_message(tree).map { String(cString: $0) } ?? "no element is in it"
      throw SyntaxError(
        "the XML is not well-formed: \(String(message.prefix { $0 != "\n" }))",
        at: range(ofLine: Int(parcours_xml_line(tree)), in: bytes),
        help: "mend it there, or take the file as the program wrote it")
    }
    var run = MarkupWalk(tree, bytes: bytes)
    run.walk(root)
    return run.builder.finish(source: source)
  }

  /// A line without the spaces around it.
  private static func range(ofLine line: Int, in bytes: [UInt8]) -> Range<Int> {
    var (start, number) = (0, 1)
    while number < line, let end = bytes[start...].firstIndex(of: 0x0A) {
      start = end + 1
      number += 1
    }
    var end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
    while start < end, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    while end > start, [0x20, 0x09, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return start..<max(end, min(start + 1, bytes.count))
  }

  private static func find(_ word: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= word.count else { return nil }
    return (0...(bytes.count - word.count)).first { place in
      bytes[place] == word[0] && bytes[place..<(place + word.count)] == word[...]
    }
  }
}
