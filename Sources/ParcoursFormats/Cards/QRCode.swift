/// A QR code (ISO/IEC 18004:2015) of bytes, at error correction level M, in the smallest of versions 1 to 40 that holds them.
struct QRCode {
  /// Modules along a side.
  let size: Int
  private var modules: [Bool]
  private var isFunction: [Bool]

  /// Error correction code words of each block, and blocks, at level M, by version (table 9).
  private static let correction = [
    10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28,
    28,
    28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
  ]
  private static let blocks = [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33,
    35,
    37, 38, 40, 43, 45, 47, 49,
  ]

  /// The code of some bytes; nil where they are too many.
  init?(_ bytes: [UInt8]) {
    let head = Self.needsCharset(bytes) ? 16 : 4
    let found = (1...40).first { version in
      head + (version < 10 ? 8 : 16) + 8 * bytes.count <= 8 * Self.dataWords(version)
    }
    guard let version = found else { return nil }
    size = 17 + 4 * version
    modules = [Bool](repeating: false, count: size * size)
    isFunction = modules
    drawFunctions(version)
    let words = Self.interleaved(Self.data(bytes, version), version)
    place(words)
    let best = (0..<8).min { penalty(mask: $0) < penalty(mask: $1) } ?? 0
    apply(mask: best)
    drawFormat(mask: best)
  }

  /// The black modules as an SVG path.
  func path(margin: Int) -> String {
    var path = ""
    for y in 0..<size {
      var x = 0
      while x < size {
        guard modules[y * size + x] else {
          x += 1
          continue
        }
        let start = x
        while x < size, modules[y * size + x] { x += 1 }
        path += "M\(start + margin) \(y + margin)h\(x - start)v1h-\(x - start)z"
      }
    }
    return path
  }

  // MARK: Words

  private static func rawModules(_ version: Int) -> Int {
    var count = (16 * version + 128) * version + 64
    if version >= 2 {
      let alignments = version / 7 + 2
      count -= (25 * alignments - 10) * alignments - 55
      if version >= 7 { count -= 36 }
    }
    return count
  }

  private static func dataWords(_ version: Int) -> Int {
    rawModules(version) / 8 - correction[version - 1] * blocks[version - 1]
  }

  /// Whether readers must be told that the bytes are UTF-8: of other bytes than ASCII they guess.
  private static func needsCharset(_ bytes: [UInt8]) -> Bool { bytes.contains { $0 >= 0x80 } }

  /// Mode, length, bytes and padding (7.4).
  private static func data(_ bytes: [UInt8], _ version: Int) -> [UInt8] {
    var bits: [Bool] = []
    func put(_ value: Int, _ count: Int, _ bits: inout [Bool]) {
      for bit in (0..<count).reversed() { bits.append(value >> bit & 1 == 1) }
    }
    // Extended channel interpretation 26 is UTF-8.
    if needsCharset(bytes) { put(7 << 8 | 26, 12, &bits) }
    put(4, 4, &bits)
    put(bytes.count, version < 10 ? 8 : 16, &bits)
    for byte in bytes { put(Int(byte), 8, &bits) }
    let capacity = 8 * dataWords(version)
    put(0, min(4, capacity - bits.count), &bits)
    put(0, (8 - bits.count % 8) % 8, &bits)
    var words = stride(from: 0, to: bits.count, by: 8).map { start in
      (0..<8).reduce(UInt8(0)) { $0 << 1 | (bits[start + $1] ? 1 : 0) }
    }
    var isFirst = true
    while words.count < capacity / 8 {
      words.append(isFirst ? 0xEC : 0x11)
      isFirst.toggle()
    }
    return words
  }

  /// Blocks with their error correction, word by word in turn (7.6).
  private static func interleaved(_ data: [UInt8], _ version: Int) -> [UInt8] {
    let count = blocks[version - 1]
    let extra = correction[version - 1]
    let long = data.count % count
    var parts: [[UInt8]] = []
    var at = 0
    for block in 0..<count {
      let length = data.count / count + (block >= count - long ? 1 : 0)
      parts.append(Array(data[at..<(at + length)]))
      at += length
    }
    let divisor = self.divisor(extra)
    let checks = parts.map { remainder($0, divisor) }
    var result: [UInt8] = []
    for index in 0..<(parts.map(\.count).max() ?? 0) {
      for part in parts where index < part.count { result.append(part[index]) }
    }
    for index in 0..<extra { for check in checks { result.append(check[index]) } }
    return result
  }

  /// A product in GF(2^8) over x^8 + x^4 + x^3 + x^2 + 1.
  private static func product(_ one: UInt8, _ other: UInt8) -> UInt8 {
    var result = 0
    for bit in (0..<8).reversed() {
      result = result << 1 ^ (result >> 7) * 0x11D
      if other >> UInt8(bit) & 1 == 1 { result ^= Int(one) }
    }
    return UInt8(truncatingIfNeeded: result)
  }

  /// The generator polynomial of a degree, its leading 1 left out.
  private static func divisor(_ degree: Int) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: degree)
    result[degree - 1] = 1
    var root: UInt8 = 1
    for _ in 0..<degree {
      for index in 0..<degree {
        result[index] = product(result[index], root)
        if index + 1 < degree { result[index] ^= result[index + 1] }
      }
      root = product(root, 2)
    }
    return result
  }

  private static func remainder(_ data: [UInt8], _ divisor: [UInt8]) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: divisor.count)
    for byte in data {
      let factor = byte ^ result.removeFirst()
      result.append(0)
      for index in divisor.indices { result[index] ^= product(divisor[index], factor) }
    }
    return result
  }

  // MARK: Modules

  private mutating func set(_ x: Int, _ y: Int, _ isBlack: Bool) {
    guard (0..<size).contains(x), (0..<size).contains(y) else { return }
    modules[y * size + x] = isBlack
    isFunction[y * size + x] = true
  }

  private mutating func drawFunctions(_ version: Int) {
    for index in 0..<size {
      set(6, index, index.isMultiple(of: 2))
      set(index, 6, index.isMultiple(of: 2))
    }
    for (cx, cy) in [(3, 3), (size - 4, 3), (3, size - 4)] {
      for dy in -4...4 {
        for dx in -4...4 {
          let distance = max(abs(dx), abs(dy))
          set(cx + dx, cy + dy, distance != 2 && distance != 4)
        }
      }
    }
    let places = alignments(version)
    for (row, y) in places.enumerated() {
      for (column, x) in places.enumerated() {
        let last = places.count - 1
        if (row, column) == (0, 0) || (row, column) == (0, last) || (row, column) == (last, 0) { continue }
        for dy in -2...2 { for dx in -2...2 { set(x + dx, y + dy, max(abs(dx), abs(dy)) != 1) } }
      }
    }
    drawFormat(mask: 0)
    guard version >= 7 else { return }
    var rest = version
    for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
    let bits = version << 12 | rest
    for index in 0..<18 {
      let isBlack = bits >> index & 1 == 1
      set(size - 11 + index % 3, index / 3, isBlack)
      set(index / 3, size - 11 + index % 3, isBlack)
    }
  }

  private func alignments(_ version: Int) -> [Int] {
    guard version > 1 else { return [] }
    let count = version / 7 + 2
    let step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2
    var places = (0..<(count - 1)).map { size - 7 - $0 * step }
    places.append(6)
    return places.reversed()
  }

  /// Level and mask, twice (7.9). Level M is 0.
  private mutating func drawFormat(mask: Int) {
    var rest = mask
    for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
    let bits = (mask << 10 | rest) ^ 0x5412
    func bit(_ index: Int) -> Bool { bits >> index & 1 == 1 }
    for index in 0...5 { set(8, index, bit(index)) }
    set(8, 7, bit(6))
    set(8, 8, bit(7))
    set(7, 8, bit(8))
    for index in 9..<15 { set(14 - index, 8, bit(index)) }
    for index in 0..<8 { set(size - 1 - index, 8, bit(index)) }
    for index in 8..<15 { set(8, size - 15 + index, bit(index)) }
    set(8, size - 8, true)
  }

  /// The words in two columns at a time, up and down (7.7.3).
  private mutating func place(_ words: [UInt8]) {
    var index = 0
    var right = size - 1
    while right >= 1 {
      if right == 6 { right = 5 }
      for step in 0..<size {
        for side in 0..<2 {
          let x = right - side
          let isUp = (right + 1) & 2 == 0
          let y = isUp ? size - 1 - step : step
          guard !isFunction[y * size + x], index < words.count * 8 else { continue }
          modules[y * size + x] = words[index >> 3] >> UInt8(7 - index & 7) & 1 == 1
          index += 1
        }
      }
      right -= 2
    }
  }

  private static func isMasked(_ mask: Int, _ x: Int, _ y: Int) -> Bool {
    switch mask {
    case 0: (x + y) % 2 == 0
    case 1: y % 2 == 0
    case 2: x % 3 == 0
    case 3: (x + y) % 3 == 0
    case 4: (x / 3 + y / 2) % 2 == 0
    case 5: x * y % 2 + x * y % 3 == 0
    case 6: (x * y % 2 + x * y % 3) % 2 == 0
    default: ((x + y) % 2 + x * y % 3) % 2 == 0
    }
  }

  private mutating func apply(mask: Int) {
    for y in 0..<size {
      for x in 0..<size where !isFunction[y * size + x] && Self.isMasked(mask, x, y) { modules[y * size + x].toggle() }
    }
  }

  /// How hard a mask makes the code to read (7.8.3): runs, blocks, finder-like patterns, and more of one colour.
  private func penalty(mask: Int) -> Int {
    var copy = self
    copy.apply(mask: mask)
    copy.drawFormat(mask: mask)
    let modules = copy.modules
    var result = 0
    for isRow in [true, false] {
      for line in 0..<size {
        var cells: [Bool] = []
        for index in 0..<size { cells.append(modules[isRow ? line * size + index : index * size + line]) }
        var run = 1
        for index in 1...size {
          if index < size, cells[index] == cells[index - 1] {
            run += 1
          } else {
            if run >= 5 { result += run - 2 }
            run = 1
          }
        }
        let finder: [Bool] = [true, false, true, true, true, false, true]
        for start in 0...(size - 7) where Array(cells[start..<(start + 7)]) == finder {
          let before = (max(0, start - 4)..<start).allSatisfy { !cells[$0] }
          let after = ((start + 7)..<min(size, start + 11)).allSatisfy { !cells[$0] }
          if before || after { result += 40 }
        }
      }
    }
    for y in 0..<(size - 1) {
      for x in 0..<(size - 1) {
        let one = modules[y * size + x]
        if one == modules[y * size + x + 1], one == modules[(y + 1) * size + x], one == modules[(y + 1) * size + x + 1]
        {
          result += 3
        }
      }
    }
    let black = modules.count { $0 }
    result += abs(black * 20 - modules.count * 10) / modules.count * 10
    return result
  }
}
