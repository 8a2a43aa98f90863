internal import ParcoursSource

/// Finds the keys that stand twice in an object: a 256-bit filter over the hashes passes nearly every object; what it does
/// not pass is sorted by hash, length and bytes, so that crafted collisions cost O(n log n).
enum KeyCheck {
  static func appendDuplicates(
    of object: Int, _ entries: [Entry], _ pool: [UInt8], _ bytes: Span<UInt8>, to duplicates: inout [DuplicateKey]
  ) {
    var filter: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    let end = object &+ Int(entries[object].size)
    var index = object &+ 1
    var isSuspect = false
    while index < end {
      let key = entries[index]
      let hash = key.isPooled ? pooledHash(key, pool) : key.size
      let bit: UInt64 = 1 << UInt64(hash & 63)
      switch hash >> 6 & 3 {
      case 0:
        isSuspect = filter.0 & bit != 0
        filter.0 |= bit
      case 1:
        isSuspect = filter.1 & bit != 0
        filter.1 |= bit
      case 2:
        isSuspect = filter.2 & bit != 0
        filter.2 |= bit
      default:
        isSuspect = filter.3 & bit != 0
        filter.3 |= bit
      }
      if isSuspect { break }
      let value = entries[index &+ 1]
      index &+= value.isContainer ? 1 &+ Int(value.size) : 2
    }
    if isSuspect { compare(object, entries, pool, bytes, &duplicates) }
  }

  private static func pooledHash(_ key: Entry, _ pool: [UInt8]) -> UInt32 {
    KeyTable.hash(pool.span, TextPool.range(pool, at: Int(key.size)))
  }

  private static func compare(
    _ object: Int, _ entries: [Entry], _ pool: [UInt8], _ bytes: Span<UInt8>, _ duplicates: inout [DuplicateKey]
  ) {
    // Only keys whose hash stands twice need their bytes.
    var hashes: [(hash: UInt32, index: Int)] = []
    let last = object + Int(entries[object].size)
    var index = object + 1
    while index < last {
      let key = entries[index]
      hashes.append((key.isPooled ? pooledHash(key, pool) : key.size, index))
      let value = entries[index + 1]
      index += value.isContainer ? 1 + Int(value.size) : 2
    }
    hashes.sort { ($0.hash, $0.index) < ($1.hash, $1.index) }
    var found: [DuplicateKey] = []
    var start = 0
    while start < hashes.count {
      var end = start + 1
      while end < hashes.count, hashes[end].hash == hashes[start].hash { end += 1 }
      if end - start > 1 {
        var keys = hashes[start..<end].map { (text: text(entries[$0.index], pool, bytes), index: $0.index) }
        keys.sort {
          if $0.text.count != $1.text.count { return $0.text.count < $1.text.count }
          if $0.text != $1.text { return $0.text.lexicographicallyPrecedes($1.text) }
          return $0.index < $1.index
        }
        var first = keys[0]
        for key in keys.dropFirst() {
          if key.text == first.text {
            found.append(
              DuplicateKey(
                key: String(decoding: key.text, as: UTF8.self), range: entries[key.index].range,
                first: entries[first.index].range))
          } else {
            first = key
          }
        }
      }
      start = end
    }
    duplicates.append(contentsOf: found.sorted { $0.range.lowerBound < $1.range.lowerBound })
  }

  private static func text(_ key: Entry, _ pool: [UInt8], _ bytes: Span<UInt8>) -> [UInt8] {
    if key.isPooled { return Array(pool[TextPool.range(pool, at: Int(key.size))]) }
    var text: [UInt8] = []
    for index in key.textRange { text.append(bytes[index]) }
    return text
  }
}
