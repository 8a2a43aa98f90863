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
    guard let library = parcours_libxml2()?.pointee, let newContext = library.newXMLContext,
      let freeContext = library.freeXMLContext, let read = library.readXML, let lastError = library.lastError,
      let rootElement = library.rootElement, let freeDocument = library.freeDocument
    else {
      throw SyntaxError("libxml2 is not installed, which reads XML", at: 0, help: "install it: apt-get install libxml2")
    }
    guard let context = newContext() else { throw SyntaxError("out of memory", id: "budget", at: 0) }
    defer { freeContext(context) }
    // Unsafe: libxml2 reads the buffer during this call only.
    let document = bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        read(context, $0.baseAddress, Int32($0.count), nil, nil, Int32(PARCOURS_XML_OPTIONS))
      }
    }
    defer { if let document { freeDocument(document) } }
    guard let document, let root = rootElement(document) else {
      let message = lastError(context)?.pointee.message.map { String(cString: $0) } ?? "no element is in it"
      throw SyntaxError(
        "the XML is not well-formed: \(String(message.prefix { $0 != "\n" }))", at: 0,
        help: "take the file as the program wrote it")
    }
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    var run = MarkupWalk(library: library, lineStarts: starts)
    run.walk(root)
    return run.builder.finish(source: source)
  }

  private static func find(_ word: [UInt8], in bytes: [UInt8]) -> Int? {
    guard bytes.count >= word.count else { return nil }
    return (0...(bytes.count - word.count)).first { place in
      bytes[place] == word[0] && bytes[place..<(place + word.count)] == word[...]
    }
  }
}
