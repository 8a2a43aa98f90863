public import ParcoursSource

/// Builds a document from events: what every parser but JSON's own, and every rewriting, goes through.
public struct TapeBuilder: Sendable {
  private var entries: [Entry] = []
  private var pool: [UInt8] = []
  private var duplicates: [DuplicateKey] = []
  private var parent: UInt32 = 0

  /// An empty tape.
  public init() {}

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
      KeyCheck.appendDuplicates(of: index, entries: entries, pool: pool, to: &duplicates)
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

  /// The entries from `start` on once more, as they are: an alias. Sizes are relative, texts stay where they are.
  public mutating func splice(_ range: Range<Int>) {
    entries.append(contentsOf: Array(entries[range]))
  }

  /// How many bytes of text stand in a range of entries. O(entries).
  func textSize(_ range: Range<Int>) -> Int {
    entries[range].reduce(0) { sum, entry in
      entry.isPooled ? sum + TextPool.range(pool, at: Int(entry.size)).count : sum
    }
  }

  /// The document of what was built.
  public consuming func finish(source: SourceText) -> Document {
    if entries.isEmpty { entries.append(Entry(.null, start: 0, end: 0)) }
    return Document(source: source, entries: entries, pool: pool, duplicates: duplicates)
  }
}

/// Finds the keys that stand twice in an object whose texts are all pooled.
enum KeyCheck {
  static func appendDuplicates(
    of object: Int, entries: [Entry], pool: [UInt8], to duplicates: inout [DuplicateKey]
  ) {
    let end = object + Int(entries[object].size)
    var keys: [Int] = []
    var index = object + 1
    while index < end {
      keys.append(index)
      let value = entries[index + 1]
      index += 1 + (value.kind == .array || value.kind == .object ? Int(value.size) : 1)
    }
    guard keys.count > 1 else { return }
    func text(_ index: Int) -> ArraySlice<UInt8> { pool[TextPool.range(pool, at: Int(entries[index].size))] }
    var first: [ArraySlice<UInt8>: Int] = [:]
    for key in keys {
      if let earlier = first[text(key)] {
        duplicates.append(
          DuplicateKey(
            key: String(decoding: text(key), as: UTF8.self), range: entries[key].range, first: entries[earlier].range))
      } else {
        first[text(key)] = key
      }
    }
  }
}
