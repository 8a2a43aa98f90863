/// ZIP archives of files as they are, for tests: nothing is packed, so that what stands where is plain.
public enum StoredZIP {
  /// The bytes of an archive.
  public static func bytes(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var out: [UInt8] = []
    var directory: [UInt8] = []
    func number(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    for file in files {
      let name = Array(file.name.utf8)
      let facts =
        number(20, 2) + number(0x800, 2) + number(0, 2) + number(0, 4) + number(Int(checksum(file.bytes)), 4)
        + number(file.bytes.count, 4) + number(file.bytes.count, 4) + number(name.count, 2) + number(0, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + number(20, 2) + facts + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
      directory += number(out.count, 4) + name
      out += [0x50, 0x4B, 3, 4] + facts + name + file.bytes
    }
    let start = out.count
    out += directory
    out += [0x50, 0x4B, 5, 6] + number(0, 4) + number(files.count, 2) + number(files.count, 2)
    out += number(directory.count, 4) + number(start, 4) + number(0, 2)
    return out
  }

  /// CRC-32, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value >> 1 ^ (value & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~value
  }
}
