/// Rules that keep a person out, all of them at once, so that each can be put aside.
public struct Bars: OptionSet, Sendable, Hashable {
  /// The bars as bits.
  public let rawValue: UInt64
  /// Makes bars of bits.
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The contract excludes them.
  public static let excluded = Bars(rawValue: 1)
  /// Their day overlaps the client's too little, or their time zone is not known.
  public static let overlap = Bars(rawValue: 2)
  /// They have no rate, or one in a currency that the contract does not convert.
  public static let rate = Bars(rawValue: 4)
  /// They have fewer days than `minDays` in the window.
  public static let capacity = Bars(rawValue: 8)
  /// They meet the level of none of the needs.
  public static let skills = Bars(rawValue: 16)

  /// They lack one of the languages that everyone must speak.
  public static func language(_ index: Int) -> Bars { Bars(rawValue: 1 << UInt64(16 + min(index, 40))) }
  /// They lack any of them.
  public static let languages = Bars(rawValue: ~UInt64(0xFFFF))
}

/// A person as a contract sees them, in whole days and whole units of its currency: eligible where no bar stands.
public struct Candidate: Sendable {
  /// The identity's id.
  public var id: String
  /// The name, where the identity says it.
  public var name: String?
  /// What a day costs in the contract's currency, rounded up.
  public var rate = 0
  /// The days they can work in the window.
  public var capacity = 0
  /// What keeps them out.
  public var bars: Bars = []
  /// The someone-languages they speak, as bits.
  public var languages: UInt32 = 0
  /// Where they are.
  public var city: String?
  /// For whom they work now.
  public var employer: String?
  /// The levels as they count, three bits a need.
  var levels: UInt64 = 0

  init(id: String) { self.id = id }

  /// The level as it counts for a need, 0 to 5.
  public func rank(for need: Int) -> Int { Int(levels >> UInt64(3 * need) & 7) }

  mutating func raise(_ need: Int, to rank: Int) {
    guard rank > self.rank(for: need) else { return }
    levels = levels & ~(7 << UInt64(3 * need)) | UInt64(rank) << UInt64(3 * need)
  }

  /// The needs whose level they meet, as bits.
  ///
  /// - Parameter ranks: the least rank of each need.
  public func needs(atLeast ranks: [Int]) -> UInt32 {
    var mask: UInt32 = 0
    for (need, rank) in ranks.enumerated() where self.rank(for: need) >= max(1, rank) { mask |= 1 << UInt32(need) }
    return mask
  }

  /// Whether no rule keeps them out.
  public var isEligible: Bool { bars.isEmpty }
}
