internal import ParcoursModel

/// A contract over a judged pool: makes the instances that are searched, with rules put aside where that is asked.
struct TeamProblem {
  let contract: Contract
  /// The pool, in the order of ids.
  let people: [Candidate]
  let graph: TrustGraph
  /// Near people among those eligible under the contract as it stands, in the order of `people`; made once.
  private let lists: Lists

  private final class Lists {
    var people: [Int] = []
    var near: Instance.Lists?
  }

  init(_ contract: Contract, people: [Candidate], graph: TrustGraph) {
    self.contract = contract
    self.people = people
    self.graph = graph
    lists = Lists()
  }

  var lengths: Contract.Lengths { contract.trust?.lengths ?? Contract.Lengths() }
  var musts: Set<Int> { Set(contract.needs.indices.filter { contract.needs[$0].isMust }) }

  /// An instance, and which of `people` its people are.
  struct Made {
    var instance: Instance
    var people: [Int]
  }

  /// Everybody who may be in a team, with the ties among them. Nil where somebody who must be in may not.
  ///
  /// - Parameters:
  ///   - relaxed: rules put aside.
  ///   - withTies: whether trust is asked for.
  ///   - tiesAnyway: whether it is even where the contract has no price for it.
  func whole(_ relaxed: Relaxation = Relaxation(), withTies: Bool = true, tiesAnyway: Bool = false) -> Made? {
    let ranks = contract.needs.indices.map { relaxed.rank(of: $0, contract) }
    let minDays = relaxed.minDays(contract)
    var kept: [Int] = []
    for (index, person) in people.enumerated()
    where person.bars.subtracting(relaxed.bars(contract, person)).isEmpty && person.capacity >= minDays
      && person.needs(atLeast: ranks) != 0
    {
      kept.append(index)
    }
    let include = Set(relaxed.include(contract))
    let place = Dictionary(kept.enumerated().map { (people[$1].id, $0) }, uniquingKeysWith: { first, _ in first })
    guard include.allSatisfy({ place[$0] != nil }) else { return nil }
    let someone = contract.languages?.someone.count ?? 0
    var wanted: UInt32 = 0
    for index in 0..<someone where !relaxed.someone.contains(index) { wanted |= 1 << UInt32(index) }
    let days = contract.needs.map { $0.days ?? 0 }
    return Made(
      instance: Instance(
        days: days, totalDays: days.reduce(0, +), least: relaxed.least(contract), most: relaxed.most(contract),
        minDays: minDays, budget: relaxed.budget(contract), trustPrice: contract.trust?.price ?? 0,
        stranger: lengths.stranger, wantedLanguages: wanted,
        rate: kept.map { people[$0].rate }, capacity: kept.map { relaxed.capacity(people[$0].capacity) },
        needs: kept.map { people[$0].needs(atLeast: ranks) }, languages: kept.map { people[$0].languages },
        isFixed: kept.map { include.contains(people[$0].id) },
        near: tiesAnyway || withTies && contract.trust?.price ?? 0 > 0 ? near(kept) : .empty(kept.count),
        conflicts: conflicts(relaxed.conflicts(contract), place, kept.count), caps: caps(kept, relaxed)),
      people: kept)
  }

  /// The ties of some of the people; those of the eligible ones are kept.
  private func near(_ kept: [Int]) -> Instance.Lists {
    if let near = lists.near, lists.people == kept { return near }
    let near = graph.near(kept.map { graph.place(people[$0].id) ?? 0 })
    // Written once, before threads share it.
    if lists.near == nil { (lists.people, lists.near) = (kept, near) }
    return near
  }

  private func conflicts(_ pairs: [[String]], _ place: [String: Int], _ count: Int) -> Instance.Lists {
    var lists = [Int: Set<Int>]()
    for pair in pairs where pair.count == 2 {
      guard let left = place[pair[0]], let right = place[pair[1]], left != right else { continue }
      lists[left, default: []].insert(right)
      lists[right, default: []].insert(left)
    }
    var result = Instance.Lists()
    for index in 0..<count {
      result.person += (lists[index] ?? []).sorted().map { Int32($0) }
      result.start.append(Int32(result.person.count))
    }
    return result
  }

  private func caps(_ kept: [Int], _ relaxed: Relaxation) -> [Instance.Cap] {
    var caps: [Instance.Cap] = []
    func add(_ most: Int?, _ key: (Candidate) -> String?) {
      guard let most else { return }
      var numbers: [String: Int32] = [:]
      let group = kept.map { index -> Int32 in
        guard let name = key(people[index]).map(Folding.folded), !name.isEmpty else { return -1 }
        let number = numbers[name] ?? Int32(numbers.count)
        numbers[name] = number
        return number
      }
      caps.append(Instance.Cap(most: most, group: group))
    }
    if !relaxed.sameOrganization { add(contract.team?.maxSameOrganization, \.employer) }
    if !relaxed.sameCity { add(contract.team?.maxSameCity, \.city) }
    return caps
  }

  /// How many people each rule keeps out of any team.
  var barred: [Team.Barred] {
    let bars: [(Team.Barred.Bar, Bars)] = [
      (.excluded, .excluded), (.language, .languages), (.overlap, .overlap), (.capacity, .capacity), (.rate, .rate),
      (.skills, .skills),
    ]
    return bars.compactMap { bar, mask in
      var barred = Team.Barred()
      barred.bar = bar
      barred.people = people.count { !$0.bars.isDisjoint(with: mask) }
      return barred.people > 0 ? barred : nil
    }
  }

  /// The problem of serving just these needs: people who serve none of them, or too few days, are out. Nil where one who
  /// must be in is.
  func serving(_ served: Set<Int>, _ whole: Made) -> Made? {
    var instance = whole.instance
    var mask: UInt32 = 0
    for need in served { mask |= 1 << UInt32(need) }
    for need in instance.days.indices where !served.contains(need) { instance.days[need] = 0 }
    instance.totalDays = instance.days.reduce(0, +)
    var kept: [Int] = []
    var reaches: [UInt32: Int] = [:]
    for index in 0..<instance.count {
      let needs = instance.needs[index] & mask
      instance.needs[index] = needs
      let reach = reaches[needs] ?? served.reduce(0) { needs >> UInt32($1) & 1 == 1 ? $0 + instance.days[$1] : $0 }
      reaches[needs] = reach
      instance.capacity[index] = min(instance.capacity[index], reach)
      if instance.capacity[index] >= instance.minDays, needs != 0 {
        kept.append(index)
      } else if instance.isFixed[index] {
        return nil
      }
    }
    if kept.count == instance.count { return Made(instance: instance, people: whole.people) }
    return Made(instance: instance.restricted(to: kept), people: kept.map { whole.people[$0] })
  }
}
