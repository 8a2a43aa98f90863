internal import ParcoursSource

extension JSONScan {
  /// Notes the keys that stand twice in the object at `object`. A 256-bit filter over the hashes passes nearly every
  /// object; what it does not pass is sorted by hash, length and bytes, so that crafted collisions cost O(n log n).
  mutating func checkKeys(_ bytes: Span<UInt8>, of object: Int) {
    var filter: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    let end = entries.count
    var index = object + 1
    var isSuspect = false
    while index < end {
      let key = entries[index]
      let hash = key.isPooled ? pooledHash(key) : key.size
      let bit: UInt64 = 1 << UInt64(hash & 63)
      switch hash >> 6 & 3 {
      case 0:
        isSuspect = isSuspect || filter.0 & bit != 0
        filter.0 |= bit
      case 1:
        isSuspect = isSuspect || filter.1 & bit != 0
        filter.1 |= bit
      case 2:
        isSuspect = isSuspect || filter.2 & bit != 0
        filter.2 |= bit
      default:
        isSuspect = isSuspect || filter.3 & bit != 0
        filter.3 |= bit
      }
      if isSuspect { break }
      index = after(value: index + 1)
    }
    if isSuspect { compareKeys(bytes, of: object) }
  }

  @inline(__always)
  private func after(value index: Int) -> Int {
    let entry = entries[index]
    return entry.kind == .array || entry.kind == .object ? index + Int(entry.size) : index + 1
  }

  private func pooledText(_ key: Entry) -> ArraySlice<UInt8> {
    pool[TextPool.range(pool, at: Int(key.size))]
  }

  private func pooledHash(_ key: Entry) -> UInt32 {
    let text = Array(pooledText(key))
    return KeyTable.hash(text.span, 0..<text.count)
  }

  private mutating func compareKeys(_ bytes: Span<UInt8>, of object: Int) {
    struct Key {
      var hash: UInt32
      var index: Int
      var text: [UInt8]
    }
    // Only keys whose hash stands twice need their bytes.
    var hashes: [(hash: UInt32, index: Int)] = []
    var index = object + 1
    while index < entries.count {
      let key = entries[index]
      hashes.append((key.isPooled ? pooledHash(key) : key.size, index))
      index = after(value: index + 1)
    }
    hashes.sort { ($0.hash, $0.index) < ($1.hash, $1.index) }
    var found: [DuplicateKey] = []
    var start = 0
    while start < hashes.count {
      var end = start + 1
      while end < hashes.count, hashes[end].hash == hashes[start].hash { end += 1 }
      if end - start > 1 {
        var keys: [Key] = []
        for (hash, index) in hashes[start..<end] {
          keys.append(Key(hash: hash, index: index, text: text(bytes, entries[index])))
        }
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

  private func text(_ bytes: Span<UInt8>, _ key: Entry) -> [UInt8] {
    if key.isPooled { return Array(pooledText(key)) }
    var text: [UInt8] = []
    for index in (Int(key.start) + 1)..<(Int(key.end) - 1) { text.append(bytes[index]) }
    return text
  }
}
