import ParcoursMatch
import ParcoursModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A small generator, the same on every machine.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state &* 0x2545_F491_4F6C_DD1D
  }
}

/// Random problems small enough to try every team.
struct Problem {
  /// So many seeds, or as many times that as `PARCOURS_PROBLEMS` says: 5 tries 2,000 problems against every team.
  static func seeds(_ count: Int) -> ClosedRange<Int> {
    let times = getenv("PARCOURS_PROBLEMS").flatMap { Int(String(cString: $0)) } ?? 1
    return 1...(count * max(1, times))
  }

  var contract = Contract()
  var pool: [PoolMember] = []

  init(seed: UInt64) {
    var dice = Dice(seed)
    contract.id = "c"
    contract.currency = "EUR"
    contract.startDate = PartialDate("2027-01-04")
    contract.endDate = PartialDate("2027-02-28")
    let needCount = Int.random(in: 2...4, using: &dice)
    for index in 0..<needCount {
      var need = Contract.Need()
      need.id = "n\(index)"
      need.skill = "s\(index)"
      need.level = Skill.Level.allCases.randomElement(using: &dice)
      need.days = Int.random(in: 5...40, using: &dice)
      need.isMust = Int.random(in: 0...2, using: &dice) > 0
      need.weight = Int.random(in: 1...5, using: &dice)
      contract.needs.append(need)
    }
    var size = Contract.Size()
    size.min = Int.random(in: 1...3, using: &dice)
    size.max = Int.random(in: 3...4, using: &dice)
    size.minDays = Int.random(in: 1...8, using: &dice)
    contract.team = size
    contract.budget = Int.random(in: 8_000...60_000, using: &dice)
    var trust = Contract.Trust()
    trust.price = [0, 50, 150, 1_000].randomElement(using: &dice)
    contract.trust = trust
    if Bool.random(using: &dice) {
      var languages = Contract.Languages()
      var french = Contract.Language()
      french.language = "fr"
      french.fluency = .B2
      languages.someone = [french]
      contract.languages = languages
    }
    let count = Int.random(in: 5...9, using: &dice)
    var ties: [[(Int, Tie.Basis)]] = Array(repeating: [], count: count)
    for left in 0..<count {
      for right in (left + 1)..<max(count, left + 1) where Int.random(in: 0...2, using: &dice) == 0 {
        let basis = Tie.Basis.allCases.randomElement(using: &dice) ?? .met
        ties[left].append((right, basis))
        if Int.random(in: 0...5, using: &dice) > 0 {
          ties[right].append((left, Tie.Basis.allCases.randomElement(using: &dice) ?? basis))
        }
      }
    }
    for index in 0..<count {
      var identity = Identity()
      identity.id = "p\(index)"
      identity.name = "Person \(index)"
      for need in 0..<needCount where Bool.random(using: &dice) {
        var skill = Skill()
        skill.name = "s\(need)"
        skill.level = Skill.Level.allCases.randomElement(using: &dice)
        identity.skills.append(skill)
      }
      var rate = Rate()
      rate.amount = Int.random(in: 20...80, using: &dice) * 10
      rate.currency = "EUR"
      rate.per = .day
      identity.rate = rate
      var availability = Availability()
      availability.daysPerWeek = Double(Int.random(in: 1...5, using: &dice))
      identity.availability = availability
      var spoken = LanguageSkill()
      spoken.language = "fr"
      spoken.fluency = Fluency.allCases.randomElement(using: &dice)
      identity.languages = [spoken]
      identity.network = ties[index].map { other, basis in
        var tie = Tie()
        tie.attributes.id = "p\(other)"
        tie.basis = basis
        return tie
      }
      pool.append(PoolMember(id: "p\(index)", identity: identity))
    }
    if Bool.random(using: &dice) { contract.conflicts = [["p0", "p1"], ["p2", "p3"]] }
    if Int.random(in: 0...3, using: &dice) == 0 { contract.include = ["p1"] }
    contract.unproven = [.oneLevelLess, .same].randomElement(using: &dice)
  }

  /// A team as trying all of them finds it.
  struct Tried {
    var lost: Int
    var price: Int
    var fee: Int
    var steps: Int
    var members: [String]

    /// Whether it comes before another.
    func comes(before other: Tried) -> Bool {
      (lost, price, members.count) != (other.lost, other.price, other.members.count)
        ? (lost, price, members.count) < (other.lost, other.price, other.members.count)
        : members.lexicographicallyPrecedes(other.members)
    }
  }

  /// The best team by trying all of them, straight from the definition.
  func brute() -> Tried? { all().first }

  /// Every team, with the best it can serve, the best first, straight from the definition.
  func all() -> [Tried] {
    let eligibility = Eligibility(contract) { _, _ in nil }
    let people = pool.map { eligibility.judge($0.facts) }.filter(\.isEligible).sorted { $0.id < $1.id }
    var teams: [Tried] = []
    let nice = contract.needs.indices.filter { !contract.needs[$0].isMust }
    for subset in 1..<(1 << people.count) {
      let team = people.indices.filter { subset >> $0 & 1 == 1 }.map { people[$0] }
      guard team.count >= contract.team?.min ?? 1, team.count <= contract.team?.max ?? 8,
        contract.include.allSatisfy({ id in team.contains { $0.id == id } }),
        !contract.conflicts.contains(where: { pair in pair.allSatisfy { id in team.contains { $0.id == id } } })
      else { continue }
      if contract.languages != nil, !team.contains(where: { $0.languages & 1 == 1 }) { continue }
      if let most = contract.team?.maxSameCity,
        Dictionary(grouping: team.compactMap(\.city), by: \.self).values.contains(where: { $0.count > most })
      {
        continue
      }
      let steps = steps(team.map(\.id))
      var best: Tried?
      for drop in 0..<(1 << nice.count) {
        let lostNeeds = Set(nice.indices.filter { drop >> $0 & 1 == 1 }.map { nice[$0] })
        let served = contract.needs.indices.filter { !lostNeeds.contains($0) }
        let lost = lostNeeds.reduce(0) { $0 + contract.needs[$1].weight }
        guard let fee = cheapest(team, served), fee <= contract.budget ?? 0 else { continue }
        let price = fee + (contract.trust?.price ?? 0) * steps
        let candidate = Tried(lost: lost, price: price, fee: fee, steps: steps, members: team.map(\.id))
        if best.map({ candidate.comes(before: $0) }) ?? true { best = candidate }
      }
      if let best { teams.append(best) }
    }
    return teams.sorted { $0.comes(before: $1) }
  }

  /// The least fee by a successive-shortest-path flow with lower bounds, nothing of which the matcher uses: member by member
  /// the least days first, then the cheapest day that can still be given, one day at a time.
  private func cheapest(_ team: [Candidate], _ served: [Int]) -> Int? {
    let minDays = contract.team?.minDays ?? 1
    let total = served.reduce(0) { $0 + (contract.needs[$1].days ?? 0) }
    var days = [Int](repeating: minDays, count: team.count)
    guard team.allSatisfy({ $0.capacity >= minDays }), canGive(days, team, served) else { return nil }
    while days.reduce(0, +) < total {
      let order = team.indices.sorted { (team[$0].rate, $0) < (team[$1].rate, $1) }
      var hasRaised = false
      for member in order where days[member] < team[member].capacity {
        days[member] += 1
        if canGive(days, team, served) {
          hasRaised = true
          break
        }
        days[member] -= 1
      }
      if !hasRaised { return nil }
    }
    return zip(team, days).reduce(0) { $0 + $1.0.rate * $1.1 }
  }

  private var ranks: [Int] { contract.needs.map { ($0.level ?? .novice).rank } }

  /// Hall's condition, for every part of the team.
  private func canGive(_ days: [Int], _ team: [Candidate], _ served: [Int]) -> Bool {
    (1..<(1 << team.count)).allSatisfy { part in
      let members = team.indices.filter { part >> $0 & 1 == 1 }
      let reach = served.filter { need in members.contains { team[$0].rank(for: need) >= ranks[need] } }
      return members.reduce(0) { $0 + days[$1] } <= reach.reduce(0) { $0 + (contract.needs[$1].days ?? 0) }
    }
  }

  /// All shortest paths by Floyd and Warshall.
  private func steps(_ ids: [String]) -> Int {
    let lengths: [Tie.Basis: Int] = [.workedTogether: 1, .recommended: 2, .met: 3, .connected: 4]
    var distance = Array(repeating: Array(repeating: 4, count: pool.count), count: pool.count)
    for (left, person) in pool.enumerated() {
      for tie in (person.identity?.network ?? []) {
        guard let right = pool.firstIndex(where: { $0.id == tie.attributes.id }),
          let back = pool[right].identity?.network.first(where: { $0.attributes.id == person.id })
        else { continue }
        distance[left][right] = max(lengths[tie.basis ?? .met] ?? 3, lengths[back.basis ?? .met] ?? 3)
      }
    }
    for middle in pool.indices {
      for left in pool.indices {
        for right in pool.indices {
          distance[left][right] = min(distance[left][right], distance[left][middle] + distance[middle][right])
        }
      }
    }
    let places = ids.compactMap { id in pool.firstIndex { $0.id == id } }
    var sum = 0
    for (position, left) in places.enumerated() {
      for right in places[(position + 1)...] { sum += min(4, distance[left][right]) }
    }
    return sum
  }
}
