/// Names to small numbers, found by the hash that keys have on the tape: open addressing over a power of two, at most a
/// quarter full. A look-up makes no string and allocates nothing.
package struct KeyTable: Sendable {
  /// A place of the table.
  @frozen package struct Slot: BitwiseCopyable, Sendable {
    @usableFromInline package var hash: UInt32 = 0
    @usableFromInline package var id: UInt16 = 0
    @usableFromInline package var count: UInt32 = 0
    @usableFromInline package var head: UInt64 = 0
    @usableFromInline package var tail: UInt64 = 0
  }

  /// The places; engines borrow them, so that a look-up counts no reference.
  package private(set) var slots: [Slot]
  /// The names; the number of one is its index plus one, 0 is none.
  package let names: [[UInt8]]

  /// A table of no names.
  package static let empty = KeyTable()

  private init() {
    slots = Array(repeating: Slot(), count: 8)
    names = []
  }

  /// Makes a table; nil for more names than a number of sixteen bits can tell apart.
  package init?(_ names: [[UInt8]]) {
    guard names.count < 65_535 else { return nil }
    var size = 8
    while size < names.count * 4 { size *= 2 }
    let mask = UInt32(size - 1)
    slots = Array(repeating: Slot(), count: size)
    self.names = names
    for (index, name) in names.enumerated() {
      let span = name.span
      let (head, tail) = Self.ends(span, 0..<name.count)
      let hash = Self.hash(span, 0..<name.count)
      var slot = hash & mask
      while slots[Int(slot)].id != 0 { slot = (slot &+ 1) & mask }
      slots[Int(slot)] = Slot(
        hash: hash, id: UInt16(index + 1), count: UInt32(name.count), head: head, tail: tail)
    }
  }

  /// The number of a name whose hash is known; 0 where there is none. What is found of a name of more than sixteen bytes
  /// agrees at both ends and in length only: `isExact` compares it whole.
  @inlinable @inline(__always)
  package static func find(_ slots: Span<Slot>, _ bytes: Span<UInt8>, _ range: Range<Int>, hash: UInt32) -> UInt16 {
    let mask = slots.count &- 1
    var index = Int(hash) & mask
    while true {
      let slot = slots[index]
      if slot.id == 0 { return 0 }
      if slot.hash == hash, Int(slot.count) == range.count {
        let (head, tail) = ends(bytes, range)
        if head == slot.head, tail == slot.tail { return slot.id }
      }
      index = (index &+ 1) & mask
    }
  }

  /// The number of a name; 0 where there is none.
  package func find(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt16 {
    let slots = slots
    let id = Self.find(slots.span, bytes, range, hash: Self.hash(bytes, range))
    return id != 0 && !isExact(id, bytes, range) ? 0 : id
  }

  /// Whether a text is the name it was found to be, its middle included.
  package func isExact(_ id: UInt16, _ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 16 else { return true }
    let name = names[Int(id) - 1]
    for offset in 8..<(range.count - 8) where bytes[range.lowerBound + offset] != name[offset] { return false }
    return true
  }

  /// The first and last eight bytes; of a shorter text all of it, and nothing.
  @inlinable @inline(__always)
  package static func ends(_ bytes: Span<UInt8>, _ range: Range<Int>) -> (head: UInt64, tail: UInt64) {
    let raw = bytes.bytes
    let start = range.lowerBound
    let count = range.count
    if count >= 8 {
      // Bounds-checked, despite its name.
      return (
        raw.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self),
        raw.unsafeLoadUnaligned(fromByteOffset: range.upperBound &- 8, as: UInt64.self)
      )
    }
    if start &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
      return (word & ((1 &<< UInt64(count &* 8)) &- 1), 0)
    }
    var word: UInt64 = 0
    for offset in 0..<count { word |= UInt64(bytes[start + offset]) << UInt64(offset * 8) }
    return (word, 0)
  }

  /// A hash of a key from its length, first eight and last eight bytes; longer keys that share those fall back to
  /// comparing, in O(n log n).
  @inlinable @inline(__always)
  package static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>) -> UInt32 {
    let (head, tail) = ends(bytes, range)
    let mixed = (head ^ (tail &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(range.count)) &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: mixed >> 32)
  }
}
