public import ParcoursSource

extension SourceText {
  /// A JSON text with comments and trailing commas, as some editors write them, without them; nil where it has none. Every other
  /// byte stays at its place. O(n).
  public var withoutJSONComments: SourceText? {
    var out = bytes
    var index = 0
    var isChanged = false
    var lastComma: Int?
    func blank(_ range: Range<Int>) {
      for place in range where out[place] != 0x0A && out[place] != 0x0D { out[place] = 0x20 }
      isChanged = true
    }
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case 0x22:
        var end = index + 1
        while end < bytes.count, bytes[end] != 0x22 { end += bytes[end] == 0x5C ? 2 : 1 }
        index = min(end + 1, bytes.count)
        lastComma = nil
        continue
      case 0x2F where next == 0x2F:
        var end = index
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        blank(index..<end)
        index = end
        continue
      case 0x2F where next == 0x2A:
        var end = index + 2
        while end + 1 < bytes.count, bytes[end] != 0x2A || bytes[end + 1] != 0x2F { end += 1 }
        guard end + 1 < bytes.count else { return nil }
        blank(index..<(end + 2))
        index = end + 2
        continue
      case 0x2C: lastComma = index
      case 0x5D, 0x7D:
        if let comma = lastComma { blank(comma..<(comma + 1)) }
        lastComma = nil
      case 0x20, 0x09, 0x0A, 0x0D: break
      default: lastComma = nil
      }
      index += 1
    }
    return isChanged ? SourceText(name: name, bytes: out, firstLine: firstLine) : nil
  }
}
