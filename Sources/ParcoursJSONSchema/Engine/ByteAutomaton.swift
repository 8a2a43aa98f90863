/// A regular expression as a deterministic automaton over bytes: a step a byte, no backtracking, no allocation.
///
/// Made of what is regular and about ASCII: literals, classes that are not negated, `\d` and `\w`, groups, alternatives,
/// greedy quantifiers, and the anchors at the two ends. Anything else has none, and is left to PCRE2. Thompson's
/// construction and subset construction (Aho, Sethi and Ullman, Compilers, 3.7).
final class ByteAutomaton: Sendable {
  /// The next state for state × 128 + byte; 0 is the state from which nothing matches.
  private let next: [UInt8]
  private let accepting: [Bool]
  private let start: UInt8
  private let isAnchored: (start: Bool, end: Bool)

  /// Makes one of a pattern; nil where it needs more than an automaton of 255 states.
  init?(_ pattern: String) {
    guard pattern.utf8.count <= 200, let built = AutomatonBuilder.build(Array(pattern.utf8)) else { return nil }
    (next, accepting, start) = (built.next, built.accepting, built.start)
    isAnchored = built.isAnchored
  }

  /// Whether the pattern matches somewhere in the text. O(n).
  func matches(_ text: Span<UInt8>) -> Bool {
    var state = start
    var index = 0
    while index < text.count {
      if !isAnchored.end, accepting[Int(state)] { return true }
      let byte = text[index]
      if byte < 0x80 {
        state = next[Int(state) << 7 | Int(byte)]
      } else {
        // A byte of another letter ends every match, and one may start after it.
        state = isAnchored.start ? 0 : start
      }
      if state == 0 { return false }
      index &+= 1
    }
    return accepting[Int(state)]
  }
}

/// Reads a pattern into states with edges over sets of bytes, and makes those deterministic.
private struct AutomatonBuilder {
  typealias Bytes = (low: UInt64, high: UInt64)

  private struct State {
    var edges: [(on: Bytes, to: Int)] = []
    var empty: [Int] = []
  }

  private struct Unsupported: Error {}

  private static let most = 400
  private let pattern: [UInt8]
  private var index = 0
  private var states: [State] = []

  static func build(_ pattern: [UInt8]) -> (
    next: [UInt8], accepting: [Bool], start: UInt8, isAnchored: (start: Bool, end: Bool)
  )? {
    var pattern = pattern
    var isAnchored = (start: false, end: false)
    if pattern.first == 0x5E {
      isAnchored.start = true
      pattern.removeFirst()
    }
    if pattern.last == 0x24, pattern.dropLast().last != 0x5C {
      isAnchored.end = true
      pattern.removeLast()
    }
    var builder = AutomatonBuilder(pattern)
    guard let whole = try? builder.alternatives(depth: 0), builder.index == pattern.count else { return nil }
    // An anchor belongs to its alternative alone.
    if isAnchored.start || isAnchored.end, builder.hasTopLevelBar { return nil }
    return builder.determinized(from: whole.start, to: whole.end, isAnchored).map { ($0.0, $0.1, $0.2, isAnchored) }
  }

  private var hasTopLevelBar = false

  private init(_ pattern: [UInt8]) { self.pattern = pattern }

  private mutating func state() throws(Unsupported) -> Int {
    guard states.count < Self.most else { throw Unsupported() }
    states.append(State())
    return states.count - 1
  }

  private typealias Part = (start: Int, end: Int)

  private mutating func alternatives(depth: Int) throws(Unsupported) -> Part {
    guard depth < 20 else { throw Unsupported() }
    var part = try sequence(depth)
    while index < pattern.count, pattern[index] == 0x7C {
      index += 1
      if depth == 0 { hasTopLevelBar = true }
      let other = try sequence(depth)
      let whole = (start: try state(), end: try state())
      states[whole.start].empty = [part.start, other.start]
      states[part.end].empty.append(whole.end)
      states[other.end].empty.append(whole.end)
      part = whole
    }
    return part
  }

  private mutating func sequence(_ depth: Int) throws(Unsupported) -> Part {
    let start = try state()
    var end = start
    while index < pattern.count, pattern[index] != 0x7C, pattern[index] != 0x29 {
      let from = index
      var part = try atom(depth)
      let after = index
      if let range = try quantifier() {
        let behind = index
        // A counted part is read again for every time it may stand.
        var whole: Part = (try state(), 0)
        whole.end = whole.start
        for count in 0..<max(range.most ?? range.least + 1, range.least) {
          if count > 0 {
            index = from
            part = try atom(depth)
          }
          states[whole.end].empty.append(part.start)
          let isLoop = range.most == nil && count == range.least
          if isLoop {
            states[part.end].empty.append(whole.end)
            break
          }
          let next = try state()
          states[part.end].empty.append(next)
          if count >= range.least { states[whole.end].empty.append(next) }
          whole.end = next
        }
        index = behind
        part = whole
      } else {
        index = after
      }
      states[end].empty.append(part.start)
      end = part.end
    }
    return (start, end)
  }

  private mutating func quantifier() throws(Unsupported) -> (least: Int, most: Int?)? {
    guard index < pattern.count else { return nil }
    var range: (least: Int, most: Int?)
    switch pattern[index] {
    case 0x3F: range = (0, 1)
    case 0x2A: range = (0, nil)
    case 0x2B: range = (1, nil)
    case 0x7B:
      guard let close = pattern[index...].firstIndex(of: 0x7D) else { throw Unsupported() }
      let parts = pattern[(index + 1)..<close].split(separator: 0x2C, omittingEmptySubsequences: false)
      guard parts.count <= 2, let least = ASCII.number(parts[0]) else { throw Unsupported() }
      range = (least, parts.count == 1 ? least : parts[1].isEmpty ? nil : ASCII.number(parts[1]))
      if parts.count == 2, !parts[1].isEmpty, range.most == nil { throw Unsupported() }
      guard range.least <= 100, range.most ?? 0 <= 100, range.most ?? range.least >= range.least else {
        throw Unsupported()
      }
      index = close
    default: return nil
    }
    index += 1
    // Lazy and possessive quantifiers are left to PCRE2.
    if index < pattern.count, [0x3F, 0x2A, 0x2B, 0x7B].contains(pattern[index]) { throw Unsupported() }
    return range
  }

  private mutating func atom(_ depth: Int) throws(Unsupported) -> Part {
    let byte = pattern[index]
    switch byte {
    case 0x28:
      index += 1
      if index < pattern.count, pattern[index] == 0x3F {
        guard index + 1 < pattern.count, pattern[index + 1] == 0x3A else { throw Unsupported() }
        index += 2
      }
      let part = try alternatives(depth: depth + 1)
      guard index < pattern.count, pattern[index] == 0x29 else { throw Unsupported() }
      index += 1
      return part
    case 0x5B: return try edge(characterClass())
    case 0x5C:
      let set = try escape()
      return try edge(set)
    case 0x24, 0x2A, 0x2B, 0x2E, 0x3F, 0x5D, 0x5E, 0x7B, 0x7D, 0x80...: throw Unsupported()
    default:
      index += 1
      return try edge(Self.set(byte...byte))
    }
  }

  private mutating func edge(_ set: Bytes) throws(Unsupported) -> Part {
    let part = (start: try state(), end: try state())
    states[part.start].edges = [(set, part.end)]
    return part
  }

  private static func set(_ range: ClosedRange<UInt8>) -> Bytes {
    var set: Bytes = (0, 0)
    for byte in range {
      if byte < 64 { set.low |= 1 << UInt64(byte) } else { set.high |= 1 << UInt64(byte - 64) }
    }
    return set
  }

  private static func union(_ left: Bytes, _ right: Bytes) -> Bytes { (left.low | right.low, left.high | right.high) }

  private mutating func escape() throws(Unsupported) -> Bytes {
    guard index + 1 < pattern.count else { throw Unsupported() }
    let byte = pattern[index + 1]
    index += 2
    switch byte {
    case 0x64: return Self.set(0x30...0x39)
    case 0x77:
      return [0x41...0x5A, 0x61...0x7A, 0x5F...0x5F].reduce(Self.set(0x30...0x39)) { Self.union($0, Self.set($1)) }
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: return Self.set(byte...byte)
    default: throw Unsupported()
    }
  }

  private mutating func characterClass() throws(Unsupported) -> Bytes {
    index += 1
    var set: Bytes = (0, 0)
    guard index < pattern.count, pattern[index] != 0x5E, pattern[index] != 0x5D else { throw Unsupported() }
    while index < pattern.count, pattern[index] != 0x5D {
      let byte = pattern[index]
      guard byte < 0x80, byte != 0x5B else { throw Unsupported() }
      if byte == 0x5C {
        set = Self.union(set, try escape())
        // A class after which a range would start is left alone.
        if index + 1 < pattern.count, pattern[index] == 0x2D, pattern[index + 1] != 0x5D { throw Unsupported() }
        continue
      }
      index += 1
      if index + 1 < pattern.count, pattern[index] == 0x2D, pattern[index + 1] != 0x5D {
        let last = pattern[index + 1]
        guard last < 0x80, last != 0x5C, last != 0x5B, last >= byte else { throw Unsupported() }
        set = Self.union(set, Self.set(byte...last))
        index += 2
      } else {
        set = Self.union(set, Self.set(byte...byte))
      }
    }
    guard index < pattern.count else { throw Unsupported() }
    index += 1
    return set
  }

  /// The subset construction; nil for more than 255 states.
  private func determinized(
    from start: Int, to end: Int, _ isAnchored: (start: Bool, end: Bool)
  ) -> ([UInt8], [Bool], UInt8)? {
    func closure(_ set: Set<Int>) -> Set<Int> {
      var result = set
      var open = Array(set)
      while let state = open.popLast() {
        for next in states[state].empty where result.insert(next).inserted { open.append(next) }
      }
      return result
    }
    let first = closure([start])
    var numbers: [Set<Int>: Int] = [[]: 0, first: 1]
    var sets: [Set<Int>] = [[], first]
    var next = [UInt8](repeating: 0, count: 128)
    var at = 1
    while at < sets.count {
      let edges = sets[at].flatMap { states[$0].edges }
      var last: [Int]?
      for byte in UInt8(0)..<128 {
        let on = edges.filter {
          (byte < 64 ? $0.on.low >> UInt64(byte) : $0.on.high >> UInt64(byte - 64)) & 1 != 0
        }.map(\.to)
        // Most bytes lead where the one before them does.
        if on == last, let number = next.last {
          next.append(number)
          continue
        }
        last = on
        let target = closure(Set(isAnchored.start ? on : on + [start]))
        let number = numbers[target] ?? sets.count
        guard number < 256 else { return nil }
        if number == sets.count {
          numbers[target] = number
          sets.append(target)
        }
        next.append(UInt8(number))
      }
      at += 1
    }
    return (next, sets.map { $0.contains(end) }, 1)
  }
}
