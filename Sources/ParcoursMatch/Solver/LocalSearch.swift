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
  ///   - kicks: how often the best one is kicked; nil is but one start, where a team is all that is asked for.
  func run(_ node: SearchNode, by values: UnsafeMutablePointer<Int>, likeliest count: Int, kicks: Int?) {
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
    let circle = Circle(fixed + pool, instance)
    var starts = [covering(pool, fixed, node.missing)]
    for lead in 0..<(kicks == nil ? 0 : min(2, pool.count)) {
      let order = pool.indices.sorted {
        (values[people[$0]] >> 4) + circle[fixed.count + lead, fixed.count + $0] * instance.trustPrice << 10
          < (values[people[$1]] >> 4) + circle[fixed.count + lead, fixed.count + $1] * instance.trustPrice << 10
      }
      starts.append([lead] + order.filter { $0 != lead }.prefix(node.missing - 1))
    }
    if kicks != nil { starts.append(Array(0..<node.missing)) }
    let own = people.map { node.own.base[$0] }
    var best: (team: [Int], cost: Int)?
    for start in starts where start.count == node.missing {
      let found = descend(from: start, pool, fixed, circle, own)
      if best.map({ found.cost < $0.cost }) ?? true { best = found }
    }
    // Kicked out of its valley a few times, the best one often finds a lower one (Lourenço, Martin, Stützle 2003).
    var random = UInt64(0x9E37_79B9)
    func next(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((random >> 33) % UInt64(count))
    }
    for _ in 0..<(kicks ?? 0) where !search.isOver() {
      guard var (team, cost) = best, pool.count > team.count + 1 else { break }
      for _ in 0..<min(2, team.count) {
        let candidate = next(pool.count)
        if !team.contains(candidate) { team[next(team.count)] = candidate }
      }
      let found = descend(from: team, pool, fixed, circle, own)
      if found.cost < cost { best = found }
      cost = found.cost
    }
  }

  /// A few people, all with all.
  private struct Circle {
    let people: [Int]
    let languages: [UInt32]
    private var steps: [Int32]
    private var areEnemies: [Bool]
    let hasEnemies: Bool

    init(_ people: [Int], _ instance: Instance) {
      self.people = people
      languages = people.map { instance.languages[$0] }
      let count = people.count
      var steps = [Int32](repeating: Int32(instance.stranger), count: count * count)
      var areEnemies = [Bool](repeating: false, count: count * count)
      var place: [Int32: Int] = [:]
      for (index, person) in people.enumerated() { place[Int32(person)] = index }
      for (index, person) in people.enumerated() {
        for position in instance.near.range(person) {
          if let other = place[instance.near.person[position]] {
            steps[index * count + other] -= instance.near.saving[position]
          }
        }
        for position in instance.conflicts.range(person) {
          if let other = place[instance.conflicts.person[position]] { areEnemies[index * count + other] = true }
        }
      }
      self.steps = steps
      self.areEnemies = areEnemies
      hasEnemies = areEnemies.contains(true)
    }

    subscript(left: Int, right: Int) -> Int { Int(steps[left * people.count + right]) }
    func areEnemies(_ left: Int, _ right: Int) -> Bool { areEnemies[left * people.count + right] }
  }

  private func descend(
    from start: [Int], _ pool: [Int], _ fixed: [Int], _ circle: Circle, _ own: [Int]
  ) -> (team: [Int], cost: Int) {
    let shift = fixed.count
    var team = Array(0..<shift) + start.map { $0 + shift }
    let people = circle.people
    var inTeam = [Bool](repeating: false, count: people.count)
    for member in team { inTeam[member] = true }
    func steps(_ candidate: Int, without place: Int) -> Int {
      var sum = 0
      for (position, member) in team.enumerated() where position != place { sum += circle[candidate, member] }
      return sum
    }
    // Below a team's reduced cost no order of days comes: most swaps need not be paid.
    let base = search.bound.base
    let unit = StarBound.Multipliers.unit
    let trust = instance.trustPrice * unit
    var cost = penalized(team, circle, trust: total(team, circle))
    var improved = true
    var passes = 0
    while improved, passes < 12 {
      improved = false
      passes += 1
      for place in shift..<team.count {
        let old = team[place]
        let all = total(team, circle) - steps(old, without: place)
        // The fixed ones' own costs are in the base, their distances in the others' own costs.
        var rest = base
        for (position, member) in team.enumerated() where position != place && position >= shift {
          rest += own[member - shift]
        }
        for (position, left) in team.enumerated() where position != place && position >= shift {
          for later in (position + 1)..<max(team.count, position + 1) where later != place {
            rest += trust * circle[left, team[later]]
          }
        }
        var taken = old
        for candidate in shift..<people.count where !inTeam[candidate] {
          var least = rest + own[candidate - shift]
          for (position, member) in team.enumerated() where position != place && position >= shift {
            least += trust * circle[candidate, member]
          }
          guard least < cost * unit else { continue }
          team[place] = candidate
          let value = penalized(team, circle, trust: all + steps(candidate, without: place))
          if value < cost { (cost, taken) = (value, candidate) }
        }
        team[place] = taken
        if taken != old {
          improved = true
          inTeam[old] = false
          inTeam[taken] = true
        }
      }
      if search.isOver() { break }
    }
    let result = (team: team[shift...].map { $0 - shift }, cost: cost)
    let members = team.map { people[$0] }.sorted()
    var languages: UInt32 = 0
    for member in members { languages |= instance.languages[member] }
    guard languages & instance.wantedLanguages == instance.wantedLanguages,
      let outcome = search.pay(members), outcome.shortage == 0, outcome.fee <= instance.budget
    else { return result }
    search.offer(
      Found(
        members: members,
        price: instance.feeWeight * outcome.fee + instance.trustPrice * instance.pairSteps(members), fee: outcome.fee))
    return result
  }

  private func total(_ team: [Int], _ circle: Circle) -> Int {
    var sum = 0
    for (position, left) in team.enumerated() {
      for right in team[(position + 1)...] { sum += circle[left, right] }
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
  private func penalized(_ team: [Int], _ circle: Circle, trust steps: Int) -> Int {
    var languages: UInt32 = 0
    var count = 0
    for member in team {
      languages |= circle.languages[member]
      search.seat(Int32(circle.people[member]), &count)
    }
    var broken = (instance.wantedLanguages & ~languages).nonzeroBitCount
    if circle.hasEnemies {
      for (position, left) in team.enumerated() {
        for right in team[(position + 1)...] where circle.areEnemies(left, right) { broken += 1 }
      }
    }
    if !instance.caps.isEmpty || !instance.known.isEmpty, !instance.isAllowed(team.map { circle.people[$0] }) {
      broken += 1
    }
    let outcome =
      search.fee.least(search.team.base, count, instance) ?? TeamFee.Outcome(fee: 0, shortage: instance.totalDays)
    return instance.feeWeight * (outcome.fee + 3_000 * outcome.shortage + 2 * max(0, outcome.fee - instance.budget))
      + instance.trustPrice * steps + 50_000 * instance.feeWeight * broken
  }
}
