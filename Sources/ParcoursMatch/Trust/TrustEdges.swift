public import ParcoursModel

/// The ties of a pool: those that both sides stand for, and those that only one side names.
///
/// A side stands for a tie by naming it in its network, by keeping the other's recommendation, or by having been at the same
/// organization at the same time. The weaker word counts. At an organization where many of the pool were at once, being there
/// confirms a tie that is named, but makes none.
public struct TrustEdges: Sendable {
  /// A tie that both stand for.
  public struct Edge: Sendable, Hashable {
    /// The place of one in the pool, the smaller.
    public var left: Int32
    /// The place of the other.
    public var right: Int32
    /// The weaker of the two words.
    public var basis: Tie.Basis
    /// Whether neither of them says so: they were at the same organization at the same time.
    public var isInferred = false
  }

  /// A tie that one names and the other does not stand for: listed, never counted.
  public struct Claim: Sendable, Hashable {
    /// Who names it.
    public var from: Int32
    /// Whom they name.
    public var to: Int32
    /// What they say it rests on.
    public var basis: Tie.Basis
  }

  /// In a crowd, having been there together says nothing.
  public static let crowd = 12

  /// The ties that count.
  public private(set) var confirmed: [Edge] = []
  /// The ties that do not.
  public private(set) var claims: [Claim] = []

  /// The ties of a pool. O(ties + presences).
  public init(_ pool: [PersonFacts]) {
    var index: [String: Int32] = [:]
    for (position, person) in pool.enumerated() where index[person.id] == nil { index[person.id] = Int32(position) }
    self.init(pool, index: index)
  }

  init(_ pool: [PersonFacts], index: [String: Int32]) {
    let rank: (Tie.Basis) -> UInt64 = { basis in
      switch basis {
      case .workedTogether: 0
      case .recommended: 1
      case .met: 2
      case .connected: 3
      }
    }
    // Each side's word on a pair, as one number: the two people, whose word it is, and what it rests on. Of the words of a side
    // the strongest is meant.
    var words: [UInt64] = []
    words.reserveCapacity(pool.reduce(0) { $0 + $1.ties.count })
    for (position, person) in pool.enumerated() where index[person.id] == Int32(position) {
      for tie in person.ties {
        guard let other = index[tie.id], other != Int32(position) else { continue }
        let (low, high) = (min(UInt64(position), UInt64(other)), max(UInt64(position), UInt64(other)))
        words.append(low << 34 | high << 4 | (UInt64(position) == high ? 8 : 0) | rank(tie.basis))
      }
    }
    let presences = Presences(pool, index: index)
    // Having been there together is a word only of those who say nothing themselves: it stands behind theirs.
    for pair in presences.made { words += [pair << 4 | 4, pair << 4 | 12] }
    words.sort()
    var position = 0
    while position < words.count {
      let pair = words[position] >> 4
      var left: Int?
      var right: Int?
      var isInferred = true
      while position < words.count, words[position] >> 4 == pair {
        let rank = Int(words[position] & 3)
        if words[position] & 8 != 0 { right = right ?? rank } else { left = left ?? rank }
        if words[position] & 4 == 0 { isInferred = false }
        position += 1
      }
      let (low, high) = (Int32(pair >> 30), Int32(truncatingIfNeeded: pair & 0x3FFF_FFFF))
      if left == nil || right == nil, presences.overlap(Int(low), Int(high)) {
        left = left ?? 0
        right = right ?? 0
      }
      if let left, let right {
        confirmed.append(
          Edge(left: low, right: high, basis: Self.bases[max(left, right)], isInferred: isInferred))
      } else {
        claims.append(
          Claim(
            from: left != nil ? low : high, to: left != nil ? high : low, basis: Self.bases[left ?? right ?? 3]))
      }
    }
  }

  private static let bases: [Tie.Basis] = [.workedTogether, .recommended, .met, .connected]
}

/// Who was where when.
private struct Presences {
  private let pool: [PersonFacts]
  /// Pairs of people who were at the same place at the same time, where no crowd was.
  private(set) var made: [UInt64] = []

  init(_ pool: [PersonFacts], index: [String: Int32]) {
    self.pool = pool
    var there: [String: [(person: Int32, days: ClosedRange<Int>)]] = [:]
    for (position, person) in pool.enumerated() where index[person.id] == Int32(position) {
      for presence in person.presences {
        there[presence.organization, default: []].append((Int32(position), presence.days))
      }
    }
    for people in there.values where people.count > 1 {
      var together: [UInt64] = []
      var met: [Int32: Int] = [:]
      // Sorted by their beginnings, only those that have not ended are looked at; a crowd ends the search.
      let sorted = people.sorted { ($0.days.lowerBound, $0.person) < ($1.days.lowerBound, $1.person) }
      var present: [(person: Int32, days: ClosedRange<Int>)] = []
      for one in sorted {
        present.removeAll { $0.days.upperBound < one.days.lowerBound }
        if present.count <= TrustEdges.crowd {
          for other in present where other.person != one.person {
            let (low, high) = (min(one.person, other.person), max(one.person, other.person))
            together.append(UInt64(low) << 30 | UInt64(high))
            met[low, default: 0] += 1
            met[high, default: 0] += 1
          }
        }
        present.append(one)
      }
      let isCrowded = { (person: UInt64) in met[Int32(truncatingIfNeeded: person)] ?? 0 >= TrustEdges.crowd }
      made += together.filter { !isCrowded($0 >> 30) && !isCrowded($0 & 0x3FFF_FFFF) }
    }
  }

  /// Whether two people were at the same place at the same time, crowd or not.
  func overlap(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (pool[left].presences, pool[right].presences)
    guard !one.isEmpty, !other.isEmpty else { return false }
    return one.contains { mine in
      other.contains { $0.organization == mine.organization && $0.days.overlaps(mine.days) }
    }
  }
}
