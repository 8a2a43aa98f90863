public import ParcoursSource

/// Builds a document from events: what every parser but JSON's own, and every rewriting, goes through.
public struct TapeBuilder: Sendable {
  private var entries: [Entry] = []
  private var pool: [UInt8] = []
  private var duplicates: [DuplicateKey] = []
  private var parent: UInt32 = 0
  private let bytes: [UInt8]

  /// An empty tape.
  public init() { bytes = [] }

  /// An empty tape over a text, whose bytes need not be copied where a value is written as it is.
  package init(over source: SourceText) {
    bytes = source.bytes
    entries.reserveCapacity(bytes.count / 12 + 16)
  }

  /// Whether the bytes of the source in a range are these.
  @inline(__always)
  package func stands(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Bool {
    guard range.count == text.count, range.upperBound <= bytes.count else { return false }
    var index = 0
    while index < text.count {
      if bytes[range.lowerBound &+ index] != text[index] { return false }
      index &+= 1
    }
    return true
  }

  /// A scalar or key that stands in the source as it is, in quotes or not.
  package mutating func verbatim(_ kind: Kind, range: Range<Int>, isQuoted: Bool = false, isPlain: Bool = false) {
    var entry = Entry(
      kind, flags: (isQuoted ? Entry.quoted : 0) | (isPlain ? Entry.plain : 0), start: range.lowerBound,
      end: range.upperBound)
    if kind == .key {
      let bytes = bytes
      entry.size = KeyTable.hash(bytes.span, entry.textRange)
    }
    entries.append(entry)
  }

  /// How many entries there are.
  public var count: Int { entries.count }

  /// Opens an array or object that starts at a byte.
  public mutating func begin(_ kind: Kind, at start: Int = 0) {
    entries.append(Entry(kind, start: start, end: start, size: parent))
    parent = UInt32(entries.count)
  }

  /// Closes the open array or object at a byte; duplicate keys are noted.
  public mutating func end(at end: Int = 0) {
    guard parent > 0 else { return }
    let index = Int(parent) - 1
    parent = entries[index].size
    entries[index].end = max(entries[index].start, UInt32(truncatingIfNeeded: end))
    entries[index].size = UInt32(entries.count - index)
    if entries[index].kind == .object {
      let bytes = bytes
      KeyCheck.appendDuplicates(of: index, entries, pool, bytes.span, to: &duplicates)
    }
  }

  /// A key; its value follows.
  public mutating func key(_ text: some Collection<UInt8>, range: Range<Int> = 0..<0) {
    pooled(.key, text, range: range, flags: 0)
  }

  /// A string or number of that text, or null or a boolean (whose text is `true` or `false`).
  public mutating func scalar(_ kind: Kind, _ text: some Collection<UInt8>, range: Range<Int> = 0..<0) {
    switch kind {
    case .null: entries.append(Entry(.null, start: range.lowerBound, end: range.upperBound))
    case .bool:
      entries.append(
        Entry(
          .bool, flags: text.first == 0x74 || text.first == 0x54 ? Entry.plain : 0, start: range.lowerBound,
          end: range.upperBound))
    case .number:
      let isInteger = text.allSatisfy { $0 == 0x2D || ($0 >= 0x30 && $0 <= 0x39) }
      pooled(.number, text, range: range, flags: isInteger ? Entry.plain : 0)
    default: pooled(kind, text, range: range, flags: 0)
    }
  }

  private mutating func pooled(_ kind: Kind, _ text: some Collection<UInt8>, range: Range<Int>, flags: UInt32) {
    let at = pool.count
    pool += [0, 0, 0, 0]
    pool.append(contentsOf: text)
    TextPool.close(&pool, at: at)
    entries.append(
      Entry(
        kind, flags: flags | Entry.pooled, start: range.lowerBound, end: range.upperBound, size: UInt32(at)))
  }

  /// The entries of a range once more: an alias, which stands at a place of its own. Sizes are relative, texts stay where
  /// they are.
  public mutating func splice(_ range: Range<Int>, at place: Range<Int>) {
    let first = entries.count
    entries.append(contentsOf: Array(entries[range]))
    guard first < entries.count,
      entries[first].isPooled || entries[first].isContainer || entries[first].kind == .bool
        || entries[first].kind == .null
    else { return }
    entries[first].start = UInt32(truncatingIfNeeded: place.lowerBound)
    entries[first].end = UInt32(truncatingIfNeeded: place.upperBound)
  }

  /// How many bytes of text stand in a range of entries. O(entries).
  func textSize(_ range: Range<Int>) -> Int {
    entries[range].reduce(0) { sum, entry in
      if entry.isContainer { return sum }
      return sum + (entry.isPooled ? TextPool.range(pool, at: Int(entry.size)).count : entry.range.count)
    }
  }

  /// The document of what was built.
  public consuming func finish(source: SourceText) -> Document {
    if entries.isEmpty { entries.append(Entry(.null, start: 0, end: 0)) }
    return Document(source: source, entries: entries, pool: pool, duplicates: duplicates)
  }
}
