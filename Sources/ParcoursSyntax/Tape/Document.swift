public import ParcoursSource

/// A key that stands twice in one object; the later value counts in nothing, both stay on the tape.
public struct DuplicateKey: Sendable, Hashable {
  /// The key.
  public let key: String
  /// Where it stands again.
  public let range: Range<Int>
  /// Where it stood first.
  public let first: Range<Int>
}

/// A parsed text: a flat tape of entries over the source bytes, whatever language the text is in.
///
/// A value is named by its index on the tape; the root is 0. Pointers, lines and columns are made for findings only.
public final class Document: Sendable {
  /// The text it was parsed from.
  public let source: SourceText
  /// The tape.
  public let entries: [Entry]
  /// Texts that differ from their source: for each a length (four bytes, little endian) and the decoded bytes.
  package let pool: [UInt8]
  /// Keys that stand twice in one object, in document order.
  public let duplicates: [DuplicateKey]

  init(source: SourceText, entries: [Entry], pool: [UInt8], duplicates: [DuplicateKey]) {
    self.source = source
    self.entries = entries
    self.pool = pool
    self.duplicates = duplicates
  }

  /// The root as a node.
  public var root: Node { Node(document: self, index: 0) }

  /// What the value or key at `index` is.
  public func kind(_ index: Int) -> Kind { entries[index].kind }

  /// The index after the value at `index` and all that is in it.
  public func next(after index: Int) -> Int {
    let entry = entries[index]
    switch entry.kind {
    case .array, .object: return index + Int(entry.size)
    default: return index + 1
    }
  }

  /// The bytes of a string, key or number, decoded.
  public func text(_ index: Int) -> ArraySlice<UInt8> {
    let entry = entries[index]
    if entry.isPooled {
      return pool[TextPool.range(pool, at: Int(entry.size))]
    }
    return entry.isQuoted
      ? source.bytes[(Int(entry.start) + 1)..<(Int(entry.end) - 1)]
      : source.bytes[Int(entry.start)..<Int(entry.end)]
  }

  /// The text of a string, key or number as a string.
  public func string(_ index: Int) -> String { String(decoding: text(index), as: UTF8.self) }

  /// Whether the text at `index` is `bytes`, without decoding it to a string.
  public func text(_ index: Int, equals bytes: some Collection<UInt8>) -> Bool { text(index).elementsEqual(bytes) }

  /// The index of the value of `key` in the object at `index`; the first of duplicates. O(members).
  public func value(of key: StaticString, in index: Int) -> Int? {
    key.withUTF8Buffer { value(ofBytes: $0, in: index) }
  }

  /// The index of the value of `key` in the object at `index`; the first of duplicates. O(members).
  public func value(of key: String, in index: Int) -> Int? {
    var key = key
    return key.withUTF8 { value(ofBytes: $0, in: index) }
  }

  private func value(ofBytes key: UnsafeBufferPointer<UInt8>, in index: Int) -> Int? {
    guard kind(index) == .object else { return nil }
    var at = index + 1
    let end = next(after: index)
    while at < end {
      if text(at, equals: key) { return at + 1 }
      at = next(after: at + 1)
    }
    return nil
  }

  /// The indices of the keys of the object at `index`; each value is one further.
  public func keys(in index: Int) -> [Int] {
    guard kind(index) == .object else { return [] }
    var keys: [Int] = []
    var at = index + 1
    let end = next(after: index)
    while at < end {
      keys.append(at)
      at = next(after: at + 1)
    }
    return keys
  }

  /// The indices of the elements of the array at `index`.
  public func elements(in index: Int) -> [Int] {
    guard kind(index) == .array else { return [] }
    var elements: [Int] = []
    var at = index + 1
    let end = next(after: index)
    while at < end {
      elements.append(at)
      at = next(after: at)
    }
    return elements
  }

  /// The place of the value at `index`. O(entries before it): for findings only.
  public func pointer(of index: Int) -> JSONPointer {
    var tokens: [String] = []
    var at = 0
    while at != index {
      switch kind(at) {
      case .object:
        guard let key = keys(in: at).last(where: { $0 <= index }) else { return JSONPointer(tokens) }
        tokens.append(string(key))
        if key == index { return JSONPointer(tokens) }
        at = key + 1
      case .array:
        let elements = elements(in: at)
        guard let position = elements.lastIndex(where: { $0 <= index }) else { return JSONPointer(tokens) }
        tokens.append(String(position))
        at = elements[position]
      default: return JSONPointer(tokens)
      }
    }
    return JSONPointer(tokens)
  }

  /// The index of the value at a place; nil where there is none.
  public func index(at pointer: JSONPointer) -> Int? {
    var at = 0
    for token in pointer.tokens {
      switch kind(at) {
      case .object:
        guard let value = value(of: token, in: at) else { return nil }
        at = value
      case .array:
        guard let position = Int(token), position >= 0 else { return nil }
        let end = next(after: at)
        at += 1
        for _ in 0..<position where at < end { at = next(after: at) }
        guard at < end else { return nil }
      default: return nil
      }
    }
    return at
  }

  /// Where the places of this document are in its source.
  public var sourceMap: SourceMap {
    SourceMap { pointer in self.index(at: pointer).map { self.entries[$0].range } }
  }

  /// The duplicate keys as findings of a severity.
  public func duplicateKeyDiagnostics(severity: Severity) -> [Diagnostic] {
    duplicates.map {
      Diagnostic(
        id: "duplicate-key", severity: severity, "key \"\($0.key)\" stands twice in one object", at: $0.range,
        help: "keep one of the two", notes: [.init("\"\($0.key)\" stands here first", at: $0.first)])
    }
  }
}

/// A value in a document: the convenience of format readers. Engines walk the document by index.
public struct Node: Sendable {
  /// The document.
  public let document: Document
  /// The index on the tape.
  public let index: Int

  /// Names a value.
  public init(document: Document, index: Int) {
    self.document = document
    self.index = index
  }

  /// What it is.
  public var kind: Kind { document.kind(index) }
  /// Its bytes in the source.
  public var range: Range<Int> { document.entries[index].range }
  /// The value of a key; nil where there is none or this is no object.
  public subscript(key: String) -> Node? {
    document.value(of: key, in: index).map { Node(document: document, index: $0) }
  }
  /// The string; nil for anything else.
  public var string: String? { kind == .string ? document.string(index) : nil }
  /// The text of a number; nil for anything else.
  public var numberText: String? { kind == .number ? document.string(index) : nil }
  /// The boolean; nil for anything else.
  public var bool: Bool? { kind == .bool ? document.entries[index].isPlain : nil }
  /// The elements of an array; none for anything else.
  public var elements: [Node] { document.elements(in: index).map { Node(document: document, index: $0) } }
  /// A member of an object.
  public struct Member: Sendable {
    /// The key's bytes in the source.
    public let keyRange: Range<Int>
    /// The key.
    public let key: String
    /// The value.
    public let value: Node
  }
  /// The members of an object; none for anything else.
  public var members: [Member] {
    document.keys(in: index).map {
      Member(
        keyRange: document.entries[$0].range, key: document.string($0), value: Node(document: document, index: $0 + 1))
    }
  }
}
