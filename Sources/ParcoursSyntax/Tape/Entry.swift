/// What an entry of the tape is.
public enum Kind: UInt8, Sendable, BitwiseCopyable {
  /// `null`.
  case null = 1
  /// `true` or `false`.
  case bool
  /// A number.
  case number
  /// A string.
  case string
  /// An array.
  case array
  /// An object.
  case object
  /// The key of a member; its value follows.
  case key
}

/// One entry of the flat tree: sixteen bytes, in document order.
///
/// An object's children are key, value, key, value…; an array's are its values. `size` is the entries of a container's
/// subtree, itself included, so that the next sibling of a value at `i` is `i + size` for a container and `i + 1` for
/// anything else. While a container is open its `size` holds the parent's index plus one, so that no stack is needed.
@frozen public struct Entry: Sendable, BitwiseCopyable {
  /// The text of this entry differs from the source and stands in the pool, at `size`.
  @usableFromInline static let pooled: UInt32 = 1 << 8
  /// A true, or a number that is written as an integer.
  @usableFromInline static let plain: UInt32 = 1 << 9
  /// The source range has a quote at each end.
  @usableFromInline static let quoted: UInt32 = 1 << 10

  /// Kind in bits 0–7, flags in bits 8–15.
  @usableFromInline var head: UInt32
  /// Where it starts in the source, quotes included.
  public internal(set) var start: UInt32
  /// Where it ends.
  public internal(set) var end: UInt32
  /// A container's entries; a pooled text's place in the pool; a key's hash.
  @usableFromInline package var size: UInt32

  init(_ kind: Kind, flags: UInt32 = 0, start: Int, end: Int, size: UInt32 = 0) {
    head = UInt32(kind.rawValue) | flags
    self.start = UInt32(truncatingIfNeeded: start)
    self.end = UInt32(truncatingIfNeeded: end)
    self.size = size
  }

  /// What it is.
  @inlinable public var kind: Kind { Kind(rawValue: UInt8(truncatingIfNeeded: head)) ?? .null }
  /// The kind's number, for engines that look it up in a mask.
  @inlinable package var rawKind: UInt8 { UInt8(truncatingIfNeeded: head) }
  /// Whether a number is written without fraction and exponent, or a boolean is true.
  @inlinable public var isPlain: Bool { head & 1 << 9 != 0 }
  /// Whether the text stands in the pool.
  @inlinable package var isPooled: Bool { head & 1 << 8 != 0 }
  /// Whether the source range has a quote at each end.
  @inlinable package var isQuoted: Bool { head & 1 << 10 != 0 }
  /// Whether it is an array or an object.
  @inlinable package var isContainer: Bool { head & 0xFF == 5 || head & 0xFF == 6 }
  /// The bytes of the source that are its text, where that is not pooled.
  @inlinable package var textRange: Range<Int> {
    let quote = Int(head >> 10 & 1)
    return (Int(start) &+ quote)..<(Int(end) &- quote)
  }
  /// The bytes of the source it covers.
  @inlinable public var range: Range<Int> { Int(start)..<Int(max(start, end)) }
}
