/// Makes signs that are text here, and marks in CommonMark, invisible to cmark: each becomes a noncharacter, and itself again
/// when the tree is read.
struct MarkupShield {
  /// The signs, in the order of their stand-ins from U+FDD0 on.
  private static let signs: [Unicode.Scalar] = [
    "<", "&", "*", ">", "#", "+", "`", "~", "-", "=", "_", "[", ".", ")", "\\",
  ]
  private static let first: UInt32 = 0xFDD0

  private var scalars: [Unicode.Scalar]
  private var isHidden: [Bool]
  private let hidesFirstMarker: Bool

  /// A text with the signs hidden; nil where it has noncharacters itself. O(length).
  static func shielded(_ text: String, hidesFirstMarker: Bool = false) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard !scalars.contains(where: { (first..<first + 0x20).contains($0.value) || $0.value == 0 }) else { return nil }
    var shield = MarkupShield(
      scalars: scalars, isHidden: Array(repeating: false, count: scalars.count), hidesFirstMarker: hidesFirstMarker)
    return shield.run()
  }

  /// A text with the signs shown again.
  static func shown(_ text: String) -> String {
    // The stand-ins begin with the same byte in UTF-8.
    guard text.utf8.contains(0xEF) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let place = Int(scalar.value) - Int(first)
      result.append(signs.indices.contains(place) ? signs[place] : scalar)
    }
    return String(result)
  }

  private mutating func run() -> String {
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, !Self.isEnd(scalars[end]) { end += 1 }
      line(start..<end)
      start = end + 1
    }
    inlines()
    var result = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if isHidden[index], let place = Self.signs.firstIndex(of: scalar),
        let stand = Unicode.Scalar(Self.first + UInt32(place))
      {
        result.append(stand)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static func isEnd(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  // MARK: Lines

  private mutating func line(_ range: Range<Int>) {
    // Rules and the lines under headings.
    let marks = range.filter { !Self.isSpace(scalars[$0]) }
    if let mark = marks.first.map({ scalars[$0] }), "*-_=".unicodeScalars.contains(mark),
      marks.allSatisfy({ scalars[$0] == mark })
    {
      for index in marks { isHidden[index] = true }
      return
    }
    var index = range.lowerBound
    var markers = 0
    func isAtEnd(_ place: Int) -> Bool { place >= range.upperBound || Self.isSpace(scalars[place]) }
    while true {
      while index < range.upperBound, Self.isSpace(scalars[index]) { index += 1 }
      guard index < range.upperBound else { return }
      // What is too deep is no list: cmark takes long to open many at once.
      markers += 1
      if markers > Markup.deepest / 2 {
        isHidden[index] = true
        while index < range.upperBound, Self.isDigit(scalars[index]) { index += 1 }
        if index < range.upperBound { isHidden[index] = true }
        return
      }
      // A rule in an item is text, too.
      let left = (index..<range.upperBound).filter { !Self.isSpace(scalars[$0]) }
      if left.count > 2, "*-_".unicodeScalars.contains(scalars[index]),
        left.allSatisfy({ scalars[$0] == scalars[index] })
      {
        for place in left { isHidden[place] = true }
        return
      }
      if scalars[index] == "-" || scalars[index] == "*", isAtEnd(index + 1) {
        if hidesFirstMarker { isHidden[index] = true }
        if hidesFirstMarker { return }
        index += 1
        continue
      }
      var digits = index
      while digits < range.upperBound, Self.isDigit(scalars[digits]) { digits += 1 }
      if digits > index, digits < range.upperBound, scalars[digits] == "." || scalars[digits] == ")",
        isAtEnd(digits + 1)
      {
        // A number of many digits is a year, or another that is said.
        if digits - index > 2 || hidesFirstMarker {
          isHidden[digits] = true
          return
        }
        index = digits + 1
        continue
      }
      break
    }
    switch scalars[index] {
    case ">", "+": isHidden[index] = true
    case "#": while index < range.upperBound, scalars[index] == "#" { hide(&index) }
    case "`", "~":
      let mark = scalars[index]
      let run = range.suffix(from: index).prefix { scalars[$0] == mark }
      if run.count > 2 { for place in run { isHidden[place] = true } }
    case "[":
      // The definition of a link would vanish.
      let near = scalars[index...].prefix(1_000)
      if near.indices.contains(where: { near[$0] == "]" && $0 + 1 < scalars.count && scalars[$0 + 1] == ":" }) {
        isHidden[index] = true
      }
    default: break
    }
  }

  private mutating func hide(_ index: inout Int) {
    isHidden[index] = true
    index += 1
  }

  // MARK: Signs in lines

  private mutating func inlines() {
    // Where the next `>` stands, looked for once.
    var close = -1
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "\\" where index + 1 < scalars.count && Markup.isSign(scalars[index + 1]): index += 1
      // Every line break is one already.
      case "\\" where index + 1 < scalars.count && Self.isEnd(scalars[index + 1]): isHidden[index] = true
      case "&": isHidden[index] = true
      case "<":
        if close <= index { close = scalars[index...].firstIndex(of: ">") ?? scalars.count }
        if !isAddress(index + 1..<close) { isHidden[index] = true }
      case "*" where isInWord(index): isHidden[index] = true
      default: break
      }
      index += 1
    }
  }

  /// Whether what stands between `<` and `>` is an address.
  private func isAddress(_ range: Range<Int>) -> Bool {
    guard range.upperBound < scalars.count, (3...2_000).contains(range.count), scalars[range.lowerBound].value < 0x80,
      scalars[range.lowerBound].properties.isAlphabetic || Self.isDigit(scalars[range.lowerBound]),
      !range.contains(where: { Self.isSpace(scalars[$0]) || Self.isEnd(scalars[$0]) || scalars[$0] == "<" })
    else { return false }
    let text = String(String.UnicodeScalarView(scalars[range]))
    return ["http://", "https://", "mailto:"].contains { text.lowercased().hasPrefix($0) }
      || text.split(separator: "@", omittingEmptySubsequences: false).count == 2
  }

  /// Whether a `*` stands alone between two letters of scripts with words.
  private func isInWord(_ index: Int) -> Bool {
    guard index > 0, index + 1 < scalars.count else { return false }
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x2E80 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
    return isLetter(scalars[index - 1]) && isLetter(scalars[index + 1])
  }
}
