public import ParcoursSystem

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
    let text = Array(path.unicodeScalars)
    return Self.alternatives(pattern).contains { Self.matches(Array($0.unicodeScalars)[...], text[...]) }
  }

  /// The files it matches, sorted. O(entries below the part without signs).
  ///
  /// - Throws: `FileError` where a folder cannot be read.
  public func files() throws(FileError) -> [String] {
    // Every choice of a brace may start in another folder.
    let choices = Self.alternatives(pattern)
    if choices.count > 1 {
      var all: Set<String> = []
      for choice in choices {
        if let glob = Glob(choice) {
          all.formUnion(try glob.files())
        } else if Folder.isFile(choice) {
          all.insert(choice)
        }
      }
      return all.sorted()
    }
    let names = pattern.split(separator: "/", omittingEmptySubsequences: false)
    let fixed = names.prefix { Glob(String($0)) == nil }
    // The last name is the file's, even where it has no sign.
    let head = fixed.count == names.count ? fixed.dropLast() : fixed
    let folder = head.isEmpty ? "." : head == [""] ? "/" : head.joined(separator: "/")
    guard Folder.exists(folder) else { return [] }
    var plain = pattern
    while plain.contains("//") { plain = plain.parts(between: "/").filter { !$0.isEmpty }.joined(separator: "/") }
    let wanted = Array((pattern.hasPrefix("/") && !plain.hasPrefix("/") ? "/" + plain : plain).unicodeScalars)
    let asksForHidden = names.contains { $0.hasPrefix(".") && $0 != "." && $0 != ".." }
    let all = try Folder.files(below: folder, includingHidden: asksForHidden)
    return all.map { head.isEmpty ? String($0.dropFirst(2)) : $0 }.filter { path in
      let text = Array(path.unicodeScalars)
      return Self.matches(wanted[...], text[...])
    }
  }

  /// The pattern once for every choice of its braces, at most 1,000; braces may stand in braces.
  static func alternatives(_ pattern: String) -> [String] {
    let scalars = Array(pattern.unicodeScalars)
    guard let open = scalars.firstIndex(of: "{") else { return [pattern] }
    var depth = 0
    var words: [[Unicode.Scalar]] = [[]]
    var index = open
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if scalar == "{" {
        depth += 1
        if depth == 1 { continue }
      } else if scalar == "}" {
        depth -= 1
        if depth == 0 { break }
      } else if scalar == ",", depth == 1 {
        words.append([])
        continue
      }
      words[words.count - 1].append(scalar)
    }
    guard depth == 0 else { return [pattern] }
    func text(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
    }
    let head = text(scalars[..<open])
    let tails = alternatives(text(scalars[index...]))
    let choices = words.flatMap { alternatives(text($0)) }
    return Array(choices.flatMap { word in tails.map { head + word + $0 } }.prefix(1_000))
  }

  /// Whether a path matches, by the usual two pointers: a star that fails takes one letter more.
  static func matches(_ pattern: ArraySlice<Unicode.Scalar>, _ path: ArraySlice<Unicode.Scalar>) -> Bool {
    var p = pattern.startIndex
    var t = path.startIndex
    var star: (p: Int, t: Int)?
    var deep: (p: Int, t: Int)?
    while true {
      if p < pattern.endIndex, pattern[p] == "*" {
        let isDouble = p + 1 < pattern.endIndex && pattern[p + 1] == "*"
        let isAlone =
          isDouble && (p == pattern.startIndex || pattern[p - 1] == "/")
          && (p + 2 == pattern.endIndex || pattern[p + 2] == "/")
        if isDouble, !isAlone {
          // Beside other letters two stars are one.
          p += 2
          star = (p, t)
        } else if isDouble {
          // `**/` also matches no folder at all.
          p += 2
          if p < pattern.endIndex, pattern[p] == "/" { p += 1 }
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
      if let last = star, last.t < path.endIndex, path[last.t] != "/" {
        star = (last.p, last.t + 1)
        (p, t) = (last.p, last.t + 1)
      } else if let last = deep, last.t < path.endIndex {
        // On to the next folder.
        var at = last.t
        while at < path.endIndex, path[at] != "/" { at += 1 }
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
  private static func step(_ pattern: ArraySlice<Unicode.Scalar>, _ index: Int, _ byte: Unicode.Scalar) -> Int? {
    switch pattern[index] {
    case "?": return byte == "/" ? nil : index + 1
    case "[":
      guard let close = pattern[(index + 1)...].dropFirst().firstIndex(of: "]"), byte != "/" else {
        return byte == "[" ? index + 1 : nil
      }
      var set = pattern[(index + 1)..<close]
      let isNegated = set.first == "!" || set.first == "^"
      if isNegated { set = set.dropFirst() }
      var isIn = false
      var at = set.startIndex
      while at < set.endIndex {
        if at + 2 < set.endIndex, set[at + 1] == "-" {
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
