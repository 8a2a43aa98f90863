/// Names to numbers, looked up by bytes without making a string: open addressing over a power of two.
struct NameTable: Sendable {
  private var slots: [(name: [UInt8], value: Int)?]
  private let mask: Int

  init(_ names: [(name: [UInt8], value: Int)]) {
    var size = 4
    while size < names.count * 2 { size *= 2 }
    mask = size - 1
    slots = Array(repeating: nil, count: size)
    for entry in names {
      var slot = Self.hash(entry.name) & mask
      while let taken = slots[slot], taken.name != entry.name { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  /// All names.
  var names: [[UInt8]] { slots.compactMap { $0?.name } }

  /// The number of a name. O(length of the name).
  func find(_ name: some Collection<UInt8>) -> Int? {
    var slot = Self.hash(name) & mask
    while let taken = slots[slot] {
      if taken.name.count == name.count, taken.name.elementsEqual(name) { return taken.value }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private static func hash(_ name: some Collection<UInt8>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Int(hash ^ (hash >> 15))
  }
}
