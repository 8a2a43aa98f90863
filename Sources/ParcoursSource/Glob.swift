/// A pattern of paths: `*` and `?` within a name, `[…]` for one letter of some, `{a,b}` for one word of some, `**` for any
/// folders. Hidden names match only where the pattern has their dot.
public struct Glob: Sendable {
  private let pattern: String

  /// Makes a pattern; nil for a text that has none of the signs.
  public init?(_ text: String) {
    guard text.utf8.contains(where: { $0 == 0x2A || $0 == 0x3F || $0 == 0x5B || $0 == 0x7B }) else { return nil }
    pattern = text
  }

  /// Whether a path matches. O(length of both, for patterns people write).
  public func matches(_ path: String) -> Bool {
    let text = Array(path.utf8)
    return Self.alternatives(pattern).contains { Self.matches(Array($0.utf8)[...], text[...]) }
  }

  /// The files it matches, sorted. O(entries below the part without signs).
  ///
  /// - Throws: `FileError` where a folder cannot be read.
  public func files() throws(FileError) -> [String] {
    let names = pattern.split(separator: "/", omittingEmptySubsequences: false)
    let fixed = names.prefix { Glob(String($0)) == nil }
    // The last name is the file's, even where it has no sign.
    let head = fixed.count == names.count ? fixed.dropLast() : fixed
    let folder = head.isEmpty ? "." : head == [""] ? "/" : head.joined(separator: "/")
    guard Folder.exists(folder) else { return [] }
    let patterns = Self.alternatives(pattern).map { Array($0.utf8) }
    let asksForHidden = names.contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
    let all = try Folder.files(below: folder, includingHidden: asksForHidden)
    return all.map { head.isEmpty ? String($0.dropFirst(2)) : $0 }.filter { path in
      let text = Array(path.utf8)
      return patterns.contains { Self.matches($0[...], text[...]) }
    }
  }

  /// The pattern once for every choice of its braces, at most 1,000.
  static func alternatives(_ pattern: String) -> [String] {
    guard let open = pattern.firstIndex(of: "{"), let close = pattern[open...].firstIndex(of: "}") else {
      return [pattern]
    }
    let words = pattern[pattern.index(after: open)..<close].split(separator: ",", omittingEmptySubsequences: false)
    let rest = alternatives(String(pattern[pattern.index(after: close)...]))
    return Array(words.flatMap { word in rest.map { pattern[..<open] + word + $0 } }.prefix(1_000))
  }

  /// Whether a path matches, by the usual two pointers: a star that fails takes one letter more.
  static func matches(_ pattern: ArraySlice<UInt8>, _ path: ArraySlice<UInt8>) -> Bool {
    var p = pattern.startIndex
    var t = path.startIndex
    var star: (p: Int, t: Int)?
    var deep: (p: Int, t: Int)?
    while true {
      if p < pattern.endIndex, pattern[p] == 0x2A {
        if p + 1 < pattern.endIndex, pattern[p + 1] == 0x2A {
          // `**/` also matches no folder at all.
          p += 2
          if p < pattern.endIndex, pattern[p] == 0x2F { p += 1 }
          deep = (p, t)
          star = nil
        } else {
          p += 1
          star = (p, t)
        }
        continue
      }
      if t < path.endIndex, p < pattern.endIndex, let next = step(pattern, p, path[t]) {
        p = next
        t += 1
        continue
      }
      if t == path.endIndex, p == pattern.endIndex { return true }
      if let last = star, last.t < path.endIndex, path[last.t] != 0x2F {
        star = (last.p, last.t + 1)
        (p, t) = (last.p, last.t + 1)
      } else if let last = deep, last.t < path.endIndex {
        // On to the next folder.
        var at = last.t
        while at < path.endIndex, path[at] != 0x2F { at += 1 }
        guard at < path.endIndex else {
          guard last.p == pattern.endIndex else { return false }
          return true
        }
        deep = (last.p, at + 1)
        star = nil
        (p, t) = (last.p, at + 1)
      } else {
        return false
      }
    }
  }

  /// The index behind what matches one byte; nil where that does not match.
  private static func step(_ pattern: ArraySlice<UInt8>, _ index: Int, _ byte: UInt8) -> Int? {
    switch pattern[index] {
    case 0x3F: return byte == 0x2F ? nil : index + 1
    case 0x5B:
      guard let close = pattern[(index + 1)...].dropFirst().firstIndex(of: 0x5D), byte != 0x2F else {
        return byte == 0x5B ? index + 1 : nil
      }
      var set = pattern[(index + 1)..<close]
      let isNegated = set.first == 0x21 || set.first == 0x5E
      if isNegated { set = set.dropFirst() }
      var isIn = false
      var at = set.startIndex
      while at < set.endIndex {
        if at + 2 < set.endIndex, set[at + 1] == 0x2D {
          isIn = isIn || (set[at] <= byte && byte <= set[at + 2])
          at += 3
        } else {
          isIn = isIn || set[at] == byte
          at += 1
        }
      }
      return isIn != isNegated ? close + 1 : nil
    default: return pattern[index] == byte ? index + 1 : nil
    }
  }
}
