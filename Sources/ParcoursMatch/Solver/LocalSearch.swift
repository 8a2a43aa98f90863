/// An early good team: swaps of one member at a time while that helps, from a few starts. What it finds only prunes: nothing
/// rests on it.
struct LocalSearch {
  let search: TreeSearch
  private var instance: Instance { search.instance }

  /// Looks among the likeliest people of a node that the bound has prepared, and offers what it finds to the search.
  ///
  /// - Parameters:
  ///   - values: how little each is worth to a team; the smallest are the likeliest.
  ///   - count: how many of the likeliest, and as many as an eighth of that more for each need.
  func run(_ node: SearchNode, by values: UnsafeMutablePointer<Int>, likeliest count: Int) {
    guard node.missing > 0, node.count >= node.missing else { return }
    let ranked = search.bound.smallest(values, node.count, min(node.count, count * 8))
    var people = Array(ranked.prefix(count))
    for need in instance.days.indices where instance.days[need] > 0 {
      people += ranked.lazy.filter { node.needs.base[$0] >> UInt32(need) & 1 == 1 }.prefix(count / 8)
    }
    var seen: Set<Int> = []
    people = people.filter { seen.insert($0).inserted }
    let pool = people.map { Int(node.person.base[$0]) }
    guard pool.count >= node.missing else { return }
    let fixed = node.chosen.map(Int.init)
    let distances = Distances(fixed + pool, instance)
    var starts = [Array(0..<node.missing)]
    for lead in 0..<min(2, pool.count) {
      let order = pool.indices.sorted {
        (values[people[$0]] >> 4) + distances[fixed.count + lead, fixed.count + $0] * instance.trustPrice << 10
          < (values[people[$1]] >> 4) + distances[fixed.count + lead, fixed.count + $1] * instance.trustPrice << 10
      }
      starts.append([lead] + order.filter { $0 != lead }.prefix(node.missing - 1))
    }
    starts.append(covering(pool, fixed, node.missing))
    for start in starts where start.count == node.missing {
      descend(from: start, pool, fixed, distances, own: people.map { node.own.base[$0] })
    }
  }

  /// The distances of a few people, all with all.
  private struct Distances {
    private var steps: [Int32]
    private let count: Int

    init(_ people: [Int], _ instance: Instance) {
      count = people.count
      var steps = [Int32](repeating: Int32(instance.stranger), count: count * count)
      var place: [Int32: Int] = [:]
      for (index, person) in people.enumerated() { place[Int32(person)] = index }
      for (index, person) in people.enumerated() {
        for position in instance.near.range(person) {
          if let other = place[instance.near.person[position]] {
            steps[index * count + other] -= instance.near.saving[position]
          }
        }
      }
      self.steps = steps
    }

    subscript(left: Int, right: Int) -> Int { Int(steps[left * count + right]) }
  }

  private func descend(from start: [Int], _ pool: [Int], _ fixed: [Int], _ distances: Distances, own: [Int]) {
    let shift = fixed.count
    var team = Array(0..<shift) + start.map { $0 + shift }
    let people = fixed + pool
    var inTeam = [Bool](repeating: false, count: people.count)
    for member in team { inTeam[member] = true }
    func steps(_ candidate: Int, without place: Int) -> Int {
      var sum = 0
      for (position, member) in team.enumerated() where position != place { sum += distances[candidate, member] }
      return sum
    }
    // Below a team's reduced cost no order of days comes: most swaps need not be paid.
    let base = search.bound.base
    let unit = StarBound.Multipliers.unit
    let trust = instance.trustPrice * unit
    var cost = penalized(team.map { people[$0] }, trust: total(team, distances))
    var improved = true
    var passes = 0
    while improved, passes < 12 {
      improved = false
      passes += 1
      for place in shift..<team.count {
        let old = team[place]
        let all = total(team, distances) - steps(old, without: place)
        // The fixed ones' own costs are in the base, their distances in the others' own costs.
        var rest = base
        for (position, member) in team.enumerated() where position != place && position >= shift { rest += own[member - shift] }
        for (position, left) in team.enumerated() where position != place && position >= shift {
          for later in (position + 1)..<max(team.count, position + 1) where later != place {
            rest += trust * distances[left, team[later]]
          }
        }
        for candidate in shift..<people.count where !inTeam[candidate] {
          var least = rest + own[candidate - shift]
          for (position, member) in team.enumerated() where position != place && position >= shift {
            least += trust * distances[candidate, member]
          }
          guard least < cost * unit else { continue }
          team[place] = candidate
          let value = penalized(team.map { people[$0] }, trust: all + steps(candidate, without: place))
          if value < cost {
            cost = value
            improved = true
            inTeam[old] = false
            inTeam[candidate] = true
            break
          }
          team[place] = old
        }
      }
      if search.isOver() { break }
    }
    let members = team.map { people[$0] }.sorted()
    var languages: UInt32 = 0
    for member in members { languages |= instance.languages[member] }
    guard languages & instance.wantedLanguages == instance.wantedLanguages,
      let outcome = search.pay(members), outcome.shortage == 0, outcome.fee <= instance.budget
    else { return }
    search.offer(
      Found(
        members: members,
        price: instance.feeWeight * outcome.fee + instance.trustPrice * instance.pairSteps(members), fee: outcome.fee))
  }

  private func total(_ team: [Int], _ distances: Distances) -> Int {
    var sum = 0
    for (position, left) in team.enumerated() {
      for right in team[(position + 1)...] { sum += distances[left, right] }
    }
    return sum
  }

  /// People in the order in which they cover most of what is still open.
  private func covering(_ pool: [Int], _ fixed: [Int], _ wanted: Int) -> [Int] {
    var open = instance.days
    func take(_ person: Int) {
      for need in open.indices where instance.needs[person] >> UInt32(need) & 1 == 1 {
        open[need] = max(0, open[need] - instance.capacity[person])
      }
    }
    func gain(_ person: Int) -> Int {
      open.indices.reduce(0) {
        instance.needs[person] >> UInt32($1) & 1 == 1 ? $0 + min(open[$1], instance.capacity[person]) : $0
      }
    }
    for person in fixed { take(person) }
    var team: [Int] = []
    while team.count < wanted {
      var best: (gain: Int, index: Int)?
      for index in pool.indices where !team.contains(index) {
        let gain = gain(pool[index])
        if best.map({ gain > $0.gain }) ?? true { best = (gain, index) }
      }
      guard let best else { break }
      team.append(best.index)
      take(pool[best.index])
    }
    return team
  }

  /// What a team costs, with what it breaks made dear.
  private func penalized(_ team: [Int], trust steps: Int) -> Int {
    var languages: UInt32 = 0
    for person in team { languages |= instance.languages[person] }
    let silent = (instance.wantedLanguages & ~languages).nonzeroBitCount
    let broken = silent + (instance.isAllowed(team) ? 0 : 1)
    guard let outcome = search.pay(team) else { return 1 << 50 }
    return instance.feeWeight * (outcome.fee + 3_000 * outcome.shortage + 2 * max(0, outcome.fee - instance.budget))
      + instance.trustPrice * steps + 50_000 * instance.feeWeight * broken
  }
}
