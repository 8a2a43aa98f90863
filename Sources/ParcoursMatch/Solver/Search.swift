/// A team that was found.
struct Found: Sendable {
  var members: [Int]
  var price: Int
  var fee: Int
  var days: [Int]

  /// Whether it comes before another: cheaper, then smaller, then by its people's order.
  func isBetter(than other: Found) -> Bool {
    if price != other.price { return price < other.price }
    if members.count != other.members.count { return members.count < other.members.count }
    return members.lexicographicallyPrecedes(other.members)
  }
}

/// Exact search over the teams of one problem: for every size a tree of choices, cut by bounds. Teams of equal price are
/// searched on, so that the one that comes first by the stated rule is found whatever the order of the search.
struct Search {
  let instance: Instance
  /// Nodes that are searched in any case while there is no team yet: a search that is over before it began still gives one.
  static let grace = 300

  /// Whether to stop; asked at every node.
  let isOver: () -> Bool
  /// Stops at the first team, where only the existence of one is asked.
  var stopsAtFirst = false
  private(set) var best: Found?
  private(set) var nodes = 0
  private(set) var wasStopped = false
  /// The least bound of what was left unsearched.
  private(set) var openBound = Double.infinity
  private var bound: Bound
  private var ceiling: Double

  init(_ instance: Instance, best: Found? = nil, ceiling known: Int? = nil, isOver: @escaping () -> Bool) {
    self.instance = instance
    self.isOver = isOver
    self.best = best
    bound = Bound(instance)
    let pairs = instance.most * (instance.most - 1) / 2
    // No team costs more than its budget and the trust of strangers.
    let most = Double(instance.budget) + Double(instance.trustPrice * instance.stranger * pairs)
    ceiling = min(most, known.map(Double.init) ?? most)
  }

  private var limit: Double { (best.map { Double($0.price) } ?? ceiling) + 1e-6 }

  /// Searches every size.
  mutating func run() {
    let fixed = instance.isFixed.indices.filter { instance.isFixed[$0] }
    for (position, person) in fixed.enumerated() {
      for other in fixed[(position + 1)...] where instance.areInConflict(person, other) { return }
    }
    let standard = instance.rate.isEmpty ? 0.0 : Double(instance.rate.reduce(0, +) / instance.rate.count)
    var roots: [(node: Bound.Node, multipliers: Bound.Multipliers, bound: Double)] = []
    let greatest = min(instance.most, instance.minDays > 0 ? instance.totalDays / instance.minDays : instance.most)
    guard instance.least <= greatest else { return }
    for size in max(1, max(instance.least, fixed.count))...max(1, max(greatest, fixed.count)) where size <= greatest {
      var node = root(size: size, fixed: fixed)
      guard isPossible(node) else { continue }
      var multipliers = Bound.Multipliers(
        prices: instance.days.map { $0 > 0 ? standard * 1.1 : 0 }, budget: 0)
      let value = improve(&node, &multipliers, rounds: 150, ambition: 1)
      if value > limit { continue }
      if best == nil || !stopsAtFirst { localSearch(size: size, node, multipliers) }
      if stopsAtFirst, best != nil { return }
      roots.append((node, multipliers, value))
    }
    roots.sort { $0.bound < $1.bound }
    for (index, root) in roots.enumerated() {
      if wasStopped {
        openBound = min(openBound, root.bound)
        continue
      }
      if root.bound > limit { continue }
      descend(root.node, root.multipliers)
      if stopsAtFirst, best != nil { return }
      // The sizes not begun, and what is left of this one, are bounded by their roots.
      if wasStopped { for open in roots[index...] { openBound = min(openBound, open.bound) } }
    }
  }

  private func root(size: Int, fixed: [Int]) -> Bound.Node {
    var node = Bound.Node(chosen: [], left: Array(0..<instance.count), missing: size, steps: [], chosenSteps: 0)
    node.steps = [Int](repeating: 0, count: instance.count)
    for person in fixed { node = child(of: node, with: person) }
    return node
  }

  /// The node one person further.
  private func child(of node: Bound.Node, with person: Int) -> Bound.Node {
    var child = Bound.Node(
      chosen: node.chosen + [person], left: [], missing: node.missing - 1, steps: [], chosenSteps: node.chosenSteps)
    for other in node.chosen { child.chosenSteps += instance.distance(person, other) }
    child.left.reserveCapacity(node.left.count)
    child.steps.reserveCapacity(node.left.count)
    let near = instance.near[person]
    var cursor = 0
    for (index, other) in node.left.enumerated() where other != person && !instance.areInConflict(person, other) {
      while cursor < near.count, near[cursor].person < other { cursor += 1 }
      let saving = cursor < near.count && near[cursor].person == other ? near[cursor].saving : 0
      child.left.append(other)
      child.steps.append(node.steps[index] + instance.stranger - saving)
    }
    return child
  }

  /// Whether the chosen and those left could cover every need, every language and all the days.
  private func isPossible(_ node: Bound.Node) -> Bool {
    if node.missing < 0 || node.left.count < node.missing { return false }
    var languages: UInt32 = 0
    var open = instance.days
    for person in node.chosen + node.left {
      languages |= instance.languages[person]
      var bits = instance.needs[person]
      while bits != 0 {
        open[bits.trailingZeroBitCount] -= instance.capacity[person]
        bits &= bits - 1
      }
    }
    if languages & instance.wantedLanguages != instance.wantedLanguages || open.contains(where: { $0 > 0 }) {
      return false
    }
    let own = node.chosen.reduce(0) { $0 + instance.capacity[$1] }
    let others = node.left.map { instance.capacity[$0] }.sorted(by: >).prefix(node.missing).reduce(0, +)
    return own + others >= instance.totalDays
  }

  /// Raises the bound by subgradient steps (Polyak), dropping people whom no team within the limit can have; gives the best
  /// bound. O(rounds × a bound).
  private mutating func improve(
    _ node: inout Bound.Node, _ multipliers: inout Bound.Multipliers, rounds: Int, ambition: Double
  ) -> Double {
    var best = -Double.infinity
    var bestMultipliers = multipliers
    var alpha = ambition
    var misses = 0
    var direction = [Double](repeating: 0, count: instance.days.count)
    var budgetDirection = 0.0
    let scale = 500.0
    for round in 0..<rounds {
      let result = bound.evaluate(node, multipliers)
      if result.bound > best + 1e-9 {
        best = result.bound
        bestMultipliers = multipliers
        misses = 0
      } else {
        misses += 1
        if misses == 4 {
          misses = 0
          alpha /= 2
          multipliers = bestMultipliers
          if alpha < 0.01 { break }
          continue
        }
      }
      if best > limit || node.missing == 0 { break }
      if round % 4 == 3 || round == rounds - 1, drop(&node, result), !isPossible(node) { return .infinity }
      let target =
        self.best == nil
        ? result.bound + max(1, abs(result.bound) * 0.05) : min(limit, result.bound + max(1, abs(result.bound) * 0.15))
      for need in direction.indices { direction[need] = result.direction[need] + 0.4 * direction[need] }
      budgetDirection = result.budgetDirection / scale + 0.4 * budgetDirection
      var norm = budgetDirection * budgetDirection
      if multipliers.budget <= 0, budgetDirection < 0 { norm = 0 }
      for need in direction.indices where instance.days[need] > 0 { norm += direction[need] * direction[need] }
      guard norm > 1e-9 else { break }
      let step = alpha * max(1, target - result.bound) / norm
      for need in direction.indices where instance.days[need] > 0 { multipliers.prices[need] += step * direction[need] }
      multipliers.budget = max(0, multipliers.budget + step * budgetDirection / scale)
    }
    multipliers = bestMultipliers
    return best
  }

  /// Drops people whose own weight takes every team they are in over the limit; whether any went.
  private func drop(_ node: inout Bound.Node, _ result: Bound.Result) -> Bool {
    guard result.bound < .infinity else { return false }
    let others = result.weights.sorted().prefix(node.missing - 1).reduce(0, +)
    let keep = node.left.indices.filter { result.base + others + result.weights[$0] <= limit }
    guard keep.count < node.left.count else { return false }
    let left = node.left
    let steps = node.steps
    node.left = keep.map { left[$0] }
    node.steps = keep.map { steps[$0] }
    return true
  }

  // MARK: The tree

  private mutating func descend(_ start: Bound.Node, _ startMultipliers: Bound.Multipliers) {
    nodes += 1
    if wasStopped || (isOver() && (best != nil || nodes > Self.grace)) {
      wasStopped = true
      return
    }
    var node = start
    if node.missing == 0 {
      leaf(node.chosen, steps: node.chosenSteps)
      return
    }
    guard isPossible(node) else { return }
    var multipliers = startMultipliers
    if node.missing > 1 {
      let value = improve(&node, &multipliers, rounds: 12, ambition: 0.6)
      if value > limit || !isPossible(node) { return }
    }
    let base = bound.evaluate(
      Bound.Node(chosen: node.chosen, left: [], missing: 0, steps: [], chosenSteps: node.chosenSteps), multipliers
    ).base
    var forced = bound.forced(node, multipliers)
    let keep = node.left.indices.filter { base + forced[$0] <= limit }
    if keep.count < node.left.count {
      let left = node.left
      let steps = node.steps
      let values = forced
      node.left = keep.map { left[$0] }
      node.steps = keep.map { steps[$0] }
      forced = keep.map { values[$0] }
      if !isPossible(node) { return }
    }
    let branch = branchSet(node).map { ($0, base + forced[$0]) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }
    var gone: Set<Int> = []
    for (index, value) in branch {
      if value > limit { break }
      let person = node.left[index]
      var next = child(of: node, with: person)
      if !gone.isEmpty {
        let keep = next.left.indices.filter { !gone.contains(next.left[$0]) }
        let (left, steps) = (next.left, next.steps)
        next.left = keep.map { left[$0] }
        next.steps = keep.map { steps[$0] }
      }
      descend(next, multipliers)
      if wasStopped {
        openBound = min(openBound, value)
        return
      }
      if stopsAtFirst, best != nil { return }
      gone.insert(person)
    }
  }

  /// People of whom every team below the node has at least one: those who can serve the scarcest uncovered need, or speak a
  /// missing language; all where nothing is missing.
  private func branchSet(_ node: Bound.Node) -> [Int] {
    var smallest: [Int]?
    for need in instance.days.indices where instance.days[need] > 0 {
      let bit: UInt32 = 1 << UInt32(need)
      let own = node.chosen.reduce(0) { instance.needs[$1] & bit != 0 ? $0 + instance.capacity[$1] : $0 }
      guard own < instance.days[need] else { continue }
      let able = node.left.indices.filter { instance.needs[node.left[$0]] & bit != 0 }
      if able.count < smallest?.count ?? .max { smallest = able }
    }
    var spoken: UInt32 = 0
    for person in node.chosen { spoken |= instance.languages[person] }
    var missing = instance.wantedLanguages & ~spoken
    while missing != 0 {
      let bit = missing & (~missing &+ 1)
      let able = node.left.indices.filter { instance.languages[node.left[$0]] & bit != 0 }
      if able.count < smallest?.count ?? .max { smallest = able }
      missing &= missing - 1
    }
    return smallest ?? Array(node.left.indices)
  }

  private mutating func leaf(_ members: [Int], steps: Int) {
    var spoken: UInt32 = 0
    for person in members { spoken |= instance.languages[person] }
    guard spoken & instance.wantedLanguages == instance.wantedLanguages else { return }
    let members = members.sorted()
    guard let outcome = Fee.least(members, instance), outcome.shortage == 0, outcome.fee <= instance.budget else {
      return
    }
    let found = Found(
      members: members, price: outcome.fee + instance.trustPrice * steps, fee: outcome.fee, days: outcome.days)
    if best.map({ found.isBetter(than: $0) }) ?? true { best = found }
  }

  // MARK: An early good team

  /// Swaps one member at a time while that helps, from a few starts. What it finds only prunes: nothing rests on it.
  private mutating func localSearch(size: Int, _ node: Bound.Node, _ multipliers: Bound.Multipliers) {
    guard node.missing > 0, size <= 12 else { return }
    let result = bound.evaluate(node, multipliers)
    guard result.bound < .infinity else { return }
    let ranked = node.left.indices.sorted { (result.weights[$0], $0) < (result.weights[$1], $1) }.map { node.left[$0] }
    var pool = Array(ranked.prefix(80))
    for need in instance.days.indices where instance.days[need] > 0 {
      pool += ranked.filter { instance.needs[$0] >> UInt32(need) & 1 == 1 }.prefix(12)
    }
    var seen: Set<Int> = []
    pool = pool.filter { seen.insert($0).inserted }
    var starts: [[Int]] = [Array(pool.prefix(node.missing))]
    for lead in pool.prefix(2) {
      let near = Set(instance.near[lead].map(\.person))
      starts.append(
        Array(
          ([lead] + pool.filter { near.contains($0) && $0 != lead } + pool.filter { !near.contains($0) && $0 != lead })
            .prefix(node.missing)))
    }
    starts.append(covering(pool, node))
    for start in starts where start.count == node.missing {
      var team = start
      var cost = penalized(node.chosen + team)
      var improved = true
      var passes = 0
      while improved, passes < 30, passes == 0 || !isOver() {
        improved = false
        passes += 1
        for place in team.indices {
          for candidate in pool where !team.contains(candidate) {
            let old = team[place]
            team[place] = candidate
            let value = penalized(node.chosen + team)
            if value < cost {
              cost = value
              improved = true
            } else {
              team[place] = old
            }
          }
        }
      }
      let members = node.chosen + team
      let isClean = members.enumerated().allSatisfy { position, person in
        members[(position + 1)...].allSatisfy { !instance.areInConflict(person, $0) }
      }
      if isClean { leaf(members, steps: instance.pairSteps(members)) }
    }
  }

  private func covering(_ pool: [Int], _ node: Bound.Node) -> [Int] {
    var team: [Int] = []
    var open = instance.days
    while team.count < node.missing {
      let next = pool.filter { !team.contains($0) }.max { left, right in
        func gain(_ person: Int) -> Int {
          open.indices.reduce(0) {
            instance.needs[person] >> UInt32($1) & 1 == 1 ? $0 + min(open[$1], instance.capacity[person]) : $0
          }
        }
        return gain(left) < gain(right)
      }
      guard let next else { break }
      team.append(next)
      for need in open.indices where instance.needs[next] >> UInt32(need) & 1 == 1 {
        open[need] = max(0, open[need] - instance.capacity[next])
      }
    }
    return team
  }

  private func penalized(_ team: [Int]) -> Int {
    var conflicts = 0
    for (position, person) in team.enumerated() {
      for other in team[(position + 1)...] where instance.areInConflict(person, other) { conflicts += 1 }
    }
    var spoken: UInt32 = 0
    for person in team { spoken |= instance.languages[person] }
    let silent = (instance.wantedLanguages & ~spoken).nonzeroBitCount
    let trust = instance.trustPrice * instance.pairSteps(team)
    guard let outcome = Fee.least(team, instance) else { return 1 << 40 }
    return outcome.fee + trust + 3_000 * outcome.shortage + 50_000 * (conflicts + silent)
      + 2 * max(0, outcome.fee - instance.budget)
  }
}
