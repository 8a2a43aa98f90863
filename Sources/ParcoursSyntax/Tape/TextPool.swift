/// Texts that differ from their source, one after another: a length (four bytes, little endian) and the decoded bytes each.
package enum TextPool {
  /// Where the bytes of the text at an offset stand.
  @inlinable @inline(__always)
  package static func range(_ pool: [UInt8], at offset: Int) -> Range<Int> {
    let length =
      Int(pool[offset]) | Int(pool[offset + 1]) << 8 | Int(pool[offset + 2]) << 16 | Int(pool[offset + 3]) << 24
    return (offset + 4)..<(offset + 4 + length)
  }

  /// The same of a borrowed pool.
  @inlinable @inline(__always)
  package static func range(_ pool: Span<UInt8>, at offset: Int) -> Range<Int> {
    let length = Int(UInt32(littleEndian: pool.bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    return (offset + 4)..<(offset + 4 + length)
  }

  /// Writes the length of the text that was appended at an offset.
  static func close(_ pool: inout [UInt8], at offset: Int) {
    let length = UInt32(pool.count - offset - 4)
    for place in 0..<4 { pool[offset + place] = UInt8(truncatingIfNeeded: length >> (8 * UInt32(place))) }
  }
}
