internal import ParcoursModel

/// A rule of a contract that can be put aside, to see what stands in the way.
enum ContractRule: Hashable, Sendable {
  case need(Int), level(Int)
  case budget, least, most, minDays, overlap, sameOrganization, sameCity
  case everyone(Int), someone(Int), include(Int), exclude(Int), conflict(Int)
}

/// Rules put aside, or loosened by some measure.
struct Relaxation: Sendable {
  var dropped: Set<ContractRule> = []
  /// Other values than the contract's.
  var budget: Int?
  var most: Int?
  var least: Int?
  var minDays: Int?
  var ranks: [Int: Int] = [:]
  /// Capacity as if the window were so many times as long: numerator and denominator.
  var stretch: (Int, Int)?

  /// More than any contract has.
  static let anyBudget = 1 << 34
  static let anySize = 12

  init(_ dropped: Set<ContractRule> = []) { self.dropped = dropped }

  var someone: Set<Int> {
    Set(dropped.compactMap { if case .someone(let index) = $0 { index } else { nil } })
  }
  var sameOrganization: Bool { dropped.contains(.sameOrganization) }
  var sameCity: Bool { dropped.contains(.sameCity) }

  func rank(of need: Int, _ contract: Contract) -> Int {
    if dropped.contains(.level(need)) { return 1 }
    return ranks[need] ?? (contract.needs[need].level ?? .novice).rank
  }
  func budget(_ contract: Contract) -> Int {
    dropped.contains(.budget) ? Self.anyBudget : budget ?? contract.budget ?? 0
  }
  func least(_ contract: Contract) -> Int { dropped.contains(.least) ? 1 : least ?? contract.team?.min ?? 1 }
  func most(_ contract: Contract) -> Int { dropped.contains(.most) ? Self.anySize : most ?? contract.mostMembers }
  func minDays(_ contract: Contract) -> Int {
    dropped.contains(.minDays) ? 1 : max(1, minDays ?? contract.team?.minDays ?? 1)
  }
  func capacity(_ days: Int) -> Int { stretch.map { days * $0.0 / $0.1 } ?? days }

  func include(_ contract: Contract) -> [String] {
    contract.include.indices.filter { !dropped.contains(.include($0)) }.map { contract.include[$0] }
  }
  func conflicts(_ contract: Contract) -> [[String]] {
    contract.conflicts.indices.filter { !dropped.contains(.conflict($0)) }.map { contract.conflicts[$0] }
  }

  /// The bars that do not count. Capacity and skills are judged anew.
  func bars(_ contract: Contract, _ person: Candidate) -> Bars {
    var bars: Bars = [.capacity, .skills]
    guard !dropped.isEmpty else { return bars }
    if dropped.contains(.overlap) { bars.insert(.overlap) }
    for rule in dropped {
      switch rule {
      case .everyone(let index): bars.insert(.language(index))
      case .exclude(let index):
        if contract.exclude[index] == person.id { bars.insert(.excluded) }
      default: break
      }
    }
    return bars
  }
}

extension Contract {
  /// The most members: eight where nothing is said, or as many as the least size asks for.
  var mostMembers: Int { team?.max ?? Swift.max(8, team?.min ?? 1) }
}
