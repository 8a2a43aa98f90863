/// A name that may not be said, and whether a text says it: in another spelling, across marks, in an address, too.
package struct SecretName: Sendable, Hashable {
  /// The name.
  package let name: String
  /// The name folded without gaps.
  package let compact: String
  /// A name of letters that know no gaps between words, where every occurrence counts.
  package let hasNoWords: Bool
  /// A name that may be a word of the language: `Free`, `Total`. It counts where it is written as a name, and in addresses.
  package let isOrdinary: Bool

  /// Takes a name; nil where there is nothing in it.
  package init?(_ name: String) {
    self.name = name
    compact = Folding.compact(name)
    guard !compact.isEmpty else { return nil }
    hasNoWords = compact.unicodeScalars.contains { $0.value >= 0x2E80 }
    isOrdinary =
      (4...6).contains(name.count) && name.allSatisfy(\.isLetter) && (name.first?.isUppercase ?? false)
      && name.dropFirst().allSatisfy(\.isLowercase)
  }

  /// Whether a text says the name, in a way that a reader would see it or find it. O(length).
  package func isSaid(in text: String) -> Bool {
    let seen = text.withoutMarks
    return isHidden(in: text) || (seen != text && isHidden(in: seen))
  }

  /// A text folded in the ways in which it could say a name: where none of them has the name's `compact`, it does not.
  package static func folded(_ text: String) -> [String] {
    let seen = text.withoutMarks
    return Set([text, seen, text.withoutReferences, seen.withoutReferences]).map(Folding.compact)
  }

  private func isHidden(in text: String) -> Bool {
    let readable = text.withoutReferences
    return isThere(in: text) || (readable != text && isThere(in: readable))
  }

  private func isThere(in text: String) -> Bool {
    guard Folding.compact(text).contains(compact) else { return false }
    if isOrdinary { return isWritten(in: text) }
    // Long names, and those of letters without words, are not there by chance.
    if compact.count >= 4 || hasNoWords { return true }
    // Short ones are, inside other words: they count where they stand for themselves, between other kinds of letters.
    if Self.pieces(text).contains(compact) { return true }
    return name.count > 1 && name.allSatisfy { $0.isUppercase || !$0.isLetter } && text.contains(name)
  }

  /// Whether a text has a name that may be a word: in an address, a tag or another technical word in any spelling, in a
  /// sentence as a name, which may be a part of another: `AcmePay`.
  private func isWritten(in text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.contains { word in
      let isTechnical = word.isAddress || word.contains { "-_#+&".contains($0) || $0.isNumber }
      if isTechnical, Folding.compact(String(word)).contains(compact) { return true }
      return Self.humps(word).contains {
        (words.count == 1 || $0.first?.isUppercase ?? false) && Folding.compact(String($0)) == compact
      }
    }
  }

  /// The runs of letters in a word, those that begin with a capital letter apart: `AcmePay` is `Acme` and `Pay`.
  private static func humps(_ word: Substring) -> [String] {
    var humps: [String] = []
    var hump = ""
    for character in word {
      if !character.isLetter || (character.isUppercase && hump.last?.isLowercase ?? false) {
        if !hump.isEmpty { humps.append(hump) }
        hump = ""
      }
      if character.isLetter { hump.append(character) }
    }
    return hump.isEmpty ? humps : humps + [hump]
  }

  /// The runs of letters and of digits in a text, folded: `edf2024` is `edf` and `2024`.
  private static func pieces(_ text: String) -> Set<String> {
    var pieces: Set<String> = []
    for word in Folding.folded(text).split(separator: " ") {
      pieces.insert(String(word))
      var run = ""
      for character in word {
        if let last = run.last, last.isNumber != character.isNumber {
          pieces.insert(run)
          run = ""
        }
        run.append(character)
      }
      pieces.insert(run)
    }
    return pieces
  }
}

extension StringProtocol {
  /// Whether a word is an address, a path or a name of a file or account.
  package var isAddress: Bool {
    contains("/") || contains("@") || lowercased().hasPrefix("www.")
      || dropFirst().dropLast().contains { ".:_".contains($0) }
  }
}

extension Substring {
  /// Where the parenthesis closes that a link's address stands in, which is what is left (CommonMark 0.30, 6.3).
  package var endOfAddress: Index? {
    var depth = 0
    var isBracketed = first == "<"
    var isEscaped = false
    return firstIndex { character in
      defer { isEscaped = character == "\\" && !isEscaped }
      if isEscaped { return false }
      if isBracketed {
        if character == ">" { isBracketed = false }
        return false
      }
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth < 0
    }
  }
}

extension String {
  /// The text as it is seen where marks mean something: without them, and without the addresses of links. O(length).
  package var withoutMarks: String {
    guard utf8.contains(where: { "*`[\\".utf8.contains($0) }) else { return self }
    var result = ""
    var rest = self[...]
    while let character = rest.first {
      if character == "]", rest.dropFirst().first == "(", let end = rest.dropFirst(2).endOfAddress {
        rest = rest[rest.index(after: end)...]
        continue
      }
      if !"*`[]\\".contains(character) { result.append(character) }
      rest = rest.dropFirst()
    }
    return result
  }

  /// The text with `%XX` and `&#NN;` undone: names hide in addresses. O(length).
  package var withoutReferences: String {
    guard utf8.contains(where: { $0 == 0x25 || $0 == 0x26 }) else { return self }
    var bytes: [UInt8] = []
    let source = Array(utf8)
    var index = 0
    while index < source.count {
      if source[index] == 0x25, index + 2 < source.count,
        let value = UInt8(String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 3
        continue
      }
      if source[index] == 0x26, index + 1 < source.count, source[index + 1] == 0x23,
        let end = source[index...].prefix(12).firstIndex(of: 0x3B)
      {
        let isHex = index + 2 < end && source[index + 2] | 0x20 == 0x78
        let digits = String(decoding: source[(index + (isHex ? 3 : 2))..<end], as: UTF8.self)
        if let value = UInt32(digits, radix: isHex ? 16 : 10), let scalar = Unicode.Scalar(value) {
          bytes += Array(String(scalar).utf8)
          index = end + 1
          continue
        }
      }
      bytes.append(source[index])
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
