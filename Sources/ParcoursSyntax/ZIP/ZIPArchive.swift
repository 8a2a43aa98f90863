internal import CZlib
public import ParcoursSource

/// A ZIP archive in memory (PKWARE APPNOTE 6.3.10, without ZIP64, encryption and splitting): its directory, and files inflated one
/// by one when they are asked for.
///
/// Nothing is written anywhere, so that names are words and not paths. What an archive says of sizes is held against what comes
/// out: a file that inflates to more than it declares, or to more than the caller allows, is refused as soon as it does.
public struct ZIPArchive: Sendable {
  /// A file of the archive.
  public struct Entry: Sendable, Hashable {
    /// Its name as it stands, folders and all.
    public let name: String
    /// How many bytes it has, as it says.
    public let size: Int
    fileprivate let packed: Int
    fileprivate let method: Int
    fileprivate let flags: Int
    fileprivate let checksum: UInt32
    fileprivate let offset: Int

    /// Whether it is a folder.
    public var isFolder: Bool { name.hasSuffix("/") }
  }

  /// The most files an archive may have.
  public static let mostEntries = 20_000

  /// Its files, in the directory's order.
  public let entries: [Entry]
  private let bytes: [UInt8]
  /// How much further everything stands than it says: what stands in front of the archive.
  private let shift: Int

  /// Whether bytes begin as an archive does, or end as one.
  public static func isArchive(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
  }

  /// Reads the directory. O(entries).
  ///
  /// - Throws: `SyntaxError` where there is none, or it contradicts itself.
  public init(_ source: SourceText) throws(SyntaxError) {
    bytes = source.bytes
    guard let end = Self.end(of: bytes) else {
      throw SyntaxError(
        "this is no ZIP archive: its directory is missing", id: "zip", help: "take the whole file once more")
    }
    let total = Self.number(bytes, end + 10, 2)
    let (size, start) = (Self.number(bytes, end + 12, 4), Self.number(bytes, end + 16, 4))
    guard total != 0xFFFF, start != 0xFFFF_FFFF else {
      throw SyntaxError("the archive says it has 65,535 files or 4 GiB", id: "zip", at: end..<(end + 22))
    }
    guard total <= Self.mostEntries else {
      throw SyntaxError(
        "the archive has \(total) files; \(Self.mostEntries) are the most", id: "budget", at: end..<(end + 22))
    }
    guard size <= end, start <= end - size else {
      throw SyntaxError("the archive's directory is not where it says", id: "zip", at: end..<(end + 22))
    }
    shift = end - size - start
    var at = end - size
    var found: [Entry] = []
    while found.count < total {
      guard at + 46 <= end, bytes[at..<(at + 4)].elementsEqual([0x50, 0x4B, 1, 2]) else {
        throw SyntaxError("the archive's directory is broken", id: "zip", at: at..<min(bytes.count, at + 4))
      }
      let length = Self.number(bytes, at + 28, 2)
      let next = at + 46 + length + Self.number(bytes, at + 30, 2) + Self.number(bytes, at + 32, 2)
      guard next <= end else {
        throw SyntaxError("the archive's directory is broken", id: "zip", at: at..<(at + 4))
      }
      let name = bytes[(at + 46)..<(at + 46 + length)]
      // Bit 11 says that the name is UTF-8.
      if Self.number(bytes, at + 8, 2) & 0x800 != 0, String(validating: name, as: UTF8.self) == nil {
        throw SyntaxError(
          "the name of the archive's file \(found.count + 1) is not UTF-8, as it says it is", id: "encoding",
          at: (at + 46)..<(at + 46 + length))
      }
      found.append(
        Entry(
          name: String(decoding: name, as: UTF8.self),
          size: Self.number(bytes, at + 24, 4), packed: Self.number(bytes, at + 20, 4),
          method: Self.number(bytes, at + 10, 2), flags: Self.number(bytes, at + 8, 2),
          checksum: UInt32(truncatingIfNeeded: Self.number(bytes, at + 16, 4)), offset: Self.number(bytes, at + 42, 4)))
      at = next
    }
    entries = found
  }

  private static func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int {
    (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
  }

  /// Where the directory's end stands: the last place that reads so and whose comment reaches to the end of the file.
  private static func end(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    for at in stride(from: bytes.count - 22, through: max(0, bytes.count - 22 - 65_535), by: -1)
    where bytes[at] == 0x50 && bytes[at + 1] == 0x4B && bytes[at + 2] == 5 && bytes[at + 3] == 6 {
      if at + 22 + number(bytes, at + 20, 2) == bytes.count { return at }
    }
    return nil
  }

  /// What a file holds. O(its size).
  ///
  /// - Parameter most: the most bytes that it may have.
  /// - Throws: `SyntaxError` where it is encrypted, packed in another way than by deflate, larger than allowed or than it says, or
  ///   not what its checksum says.
  public func contents(of entry: Entry, most: Int) throws(SyntaxError) -> [UInt8] {
    func refused(_ message: Message, id: String = "zip") -> SyntaxError { SyntaxError(message, id: id) }
    let name = entry.name
    guard entry.flags & 1 == 0 else { throw refused("\(name) is encrypted") }
    guard entry.method == 0 || entry.method == 8 else {
      throw refused("\(name) is packed in a way that is not known here (method \(entry.method))")
    }
    guard entry.size <= most else {
      throw refused("\(name) has \(entry.size) bytes; \(most) are the most", id: "budget")
    }
    let start = entry.offset + shift
    guard start >= 0, start + 30 <= bytes.count, bytes[start..<(start + 4)].elementsEqual([0x50, 0x4B, 3, 4]) else {
      throw refused("\(name) is not where the archive says")
    }
    let body = start + 30 + Self.number(bytes, start + 26, 2) + Self.number(bytes, start + 28, 2)
    guard body + entry.packed <= bytes.count else { throw refused("\(name) is cut off") }
    let packed = Array(bytes[body..<(body + entry.packed)])
    let whole: [UInt8]
    if entry.method == 0 {
      whole = packed
    } else {
      guard let inflated = Self.inflated(packed, size: entry.size) else {
        throw refused("\(name) does not unpack to the \(entry.size) bytes it says it has")
      }
      whole = inflated
    }
    guard whole.count == entry.size else {
      throw refused("\(name) does not unpack to the \(entry.size) bytes it says it has")
    }
    guard Self.checksum(whole) == entry.checksum else {
      throw refused("\(name) is damaged: its checksum is another one")
    }
    return whole
  }

  /// Deflated bytes unpacked; nil where they are broken or come to another size than was said.
  private static func inflated(_ packed: [UInt8], size: Int) -> [UInt8]? {
    var stream = z_stream()
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&stream) }
    var isWhole = false
    // Unsafe: zlib reads the packed bytes and fills the new array's own memory, both for the time of this call.
    let result = [UInt8](unsafeUninitializedCapacity: size + 1) { buffer, count in
      packed.withUnsafeBufferPointer { input in
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(input.count)
        stream.next_out = buffer.baseAddress
        // One byte more than was said: a file that fills it is larger.
        stream.avail_out = UInt32(size + 1)
        isWhole = inflate(&stream, Z_FINISH) == Z_STREAM_END
      }
      count = Int(stream.total_out)
    }
    return isWhole && result.count == size ? result : nil
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    bytes.withUnsafeBufferPointer { UInt32(truncatingIfNeeded: crc32(0, $0.baseAddress, UInt32($0.count))) }
  }
}
