/// Exact search below a node: a tree of choices, cut by bounds. Teams of equal price are searched on as far as they could come
/// first by the stated rule, so that the result is the same whatever the order of the search.
final class TreeSearch {
  /// Nodes that are searched in any case while there is no team yet: a search that is over before it began still gives one.
  static let grace = 300

  let instance: Instance
  let grain: Int
  let bound: StarBound
  let fee: TeamFee
  var nodes: [SearchNode] = []
  let isOver: () -> Bool
  let nodeLimit: Int

  /// The best team known.
  var best: Found?
  /// The price that a team may have at the most, where none is known.
  let ceiling: Int
  /// Stops at the first team, where only the existence of one is asked.
  let stopsAtFirst: Bool
  var visited = 0
  var wasStopped = false
  /// The least bound, as a price, of what was left unsearched when it was stopped.
  var open = Int.max

  private let core = SearchNode()
  // Room for the members of a team at a leaf, by rising rate.
  let team = Room<Int32>(16)

  init(
    _ instance: Instance, ceiling: Int, grain: Int, best: Found? = nil, stopsAtFirst: Bool = false,
    nodes: Int = .max, isOver: @escaping () -> Bool
  ) {
    self.instance = instance
    self.grain = grain
    self.ceiling = ceiling / grain * grain
    self.best = best
    self.stopsAtFirst = stopsAtFirst
    nodeLimit = nodes
    self.isOver = isOver
    bound = StarBound(instance)
    fee = TeamFee(instance)
  }

  /// The most a team of a size may cost to be worth finding: as much as the best one, where it could come before it.
  func limit(_ size: Int) -> Int { Self.limit(best, size, ceiling: ceiling, grain: grain) }

  static func limit(_ best: Found?, _ size: Int, ceiling: Int, grain: Int) -> Int {
    guard let best else { return ceiling }
    return size <= best.members.count ? best.price : best.price - grain
  }

  /// Starts on another branch.
  func begin(with best: Found?) {
    self.best = best
    visited = 0
    wasStopped = false
    open = .max
  }

  var isDone: Bool { wasStopped || (stopsAtFirst && best != nil) }

  // MARK: Nodes

  /// Whether the chosen and those left could cover every need, every language and all the days. O(people).
  func isPossible(_ node: SearchNode) -> Bool {
    guard node.missing >= 0, node.count >= node.missing else { return false }
    var languages: UInt32 = 0
    var own = 0
    var openDays = instance.days
    for chosen in node.chosen {
      let person = Int(chosen)
      languages |= instance.languages[person]
      own += instance.capacity[person]
      for need in openDays.indices where instance.needs[person] >> UInt32(need) & 1 == 1 {
        openDays[need] -= instance.capacity[person]
      }
    }
    var open: UInt32 = 0
    for need in openDays.indices where openDays[need] > 0 { open |= 1 << UInt32(need) }
    var most: Int32 = 0
    let (capacity, needs, spoken) = (node.capacity.base, node.needs.base, node.languages.base)
    for index in 0..<node.count {
      languages |= spoken[index]
      most = max(most, capacity[index])
      var bits = needs[index] & open
      while bits != 0 {
        let need = bits.trailingZeroBitCount
        bits &= bits - 1
        openDays[need] -= Int(capacity[index])
        if openDays[need] <= 0 { open &= ~(1 << UInt32(need)) }
      }
    }
    return open == 0 && languages & instance.wantedLanguages == instance.wantedLanguages
      && own + node.missing * Int(most) >= instance.totalDays
  }

  /// Raises the bound at a node by better prices and drops people whom no team within the limit can have; false where there is
  /// no such team. The tuning is left at its best.
  func improve(_ node: SearchNode, _ tuning: inout PriceTuning, rounds: Int, ambition: Double) -> Bool {
    let size = node.chosen.count + node.missing
    var steps = PriceTuning.Steps(ambition: ambition)
    var value = -Double.infinity
    for round in 0..<rounds {
      bound.prepare(node, tuning.multipliers)
      let found = bound.evaluate(node)
      let limit = bound.scaled(limit(size))
      if found > limit || found >= SearchNode.infinite / 2 { return false }
      let isLast = round == rounds - 1
      if isLast || round % 4 == 3, drop(node, found, limit), !isPossible(node) { return false }
      value = Double(found) / Double(bound.scaled(1))
      bound.findExcess(node)
      if !tuning.step(
        &steps, bound, value: value, limit: Double(self.limit(size)), hasBudget: instance.trustPrice > 0)
      {
        break
      }
    }
    tuning.takeBest(steps)
    rootValue = steps.best
    return true
  }

  /// Better prices from some of the people of a node, the likeliest: nothing is concluded from them but the way to go.
  func tune(_ node: SearchNode, on count: Int, _ tuning: inout PriceTuning, rounds: Int, ambition: Double = 1) {
    bound.prepare(node, tuning.multipliers)
    guard bound.evaluate(node) < SearchNode.infinite / 2 else { return }
    let size = node.chosen.count + node.missing
    core.fill(node, places: bound.smallest(node.weight.base, node.count, count).sorted())
    var steps = PriceTuning.Steps(ambition: ambition)
    for _ in 0..<rounds {
      bound.prepare(core, tuning.multipliers)
      let found = bound.evaluate(core)
      guard found < SearchNode.infinite / 2, found <= bound.scaled(limit(size)) else { break }
      bound.findExcess(core)
      let value = Double(found) / Double(bound.scaled(1))
      if !tuning.step(&steps, bound, value: value, limit: Double(limit(size)), hasBudget: instance.trustPrice > 0) {
        break
      }
    }
    tuning.takeBest(steps)
  }

  /// The best bound of the last `improve`, as a price.
  private(set) var rootValue = -Double.infinity

  /// Drops people whose own weight takes every team they are in over the limit; whether any went.
  private func drop(_ node: SearchNode, _ found: Int, _ limit: Int) -> Bool {
    guard node.missing > 1, let dearest = bound.choice.last else { return false }
    let weight = node.weight.base
    let rest = found - weight[dearest]
    var gone = 0
    for index in 0..<node.count where rest + weight[index] > limit { gone += 1 }
    guard gone * 20 > node.count || (gone > 0 && node.count < 40) else { return false }
    for index in 0..<node.count where rest + weight[index] > limit { weight[index] = SearchNode.infinite }
    node.dropInfinite()
    // Places have changed; the excesses are of those chosen, who are still there.
    _ = bound.evaluate(node)
    return true
  }

  /// Drops those whom no team within the limit can have if they are forced in, as often as that helps; false where nobody
  /// can be left. The bound's values are those of the last round.
  func force(_ node: SearchNode, _ tuning: PriceTuning) -> Bool {
    let size = node.chosen.count + node.missing
    for round in 0..<4 {
      guard let starLimit = weigh(node, tuning, limit(size)) else { return false }
      bound.force(node)
      let limit = bound.scaled(limit(size)) - bound.base * bound.scale
      var gone = 0
      let (forced, weight, star) = (node.forced.base, node.weight.base, node.star.base)
      for index in 0..<node.count {
        let isOut = forced[index] > limit || star[index] > starLimit
        weight[index] = isOut ? SearchNode.infinite : 0
        if isOut { gone += 1 }
      }
      if gone == node.count { return false }
      guard gone > 0 else { return true }
      node.dropInfinite()
      if !isPossible(node) { return false }
      // Values after a drop are computed again: children are built from them.
      if round == 3 || gone * 10 < node.count {
        guard weigh(node, tuning, self.limit(size)) != nil else { return false }
        bound.force(node)
        return true
      }
    }
    return true
  }

  /// Keeps the star bound's weights at a node, and what two of them may come to; gives what one of them may, or nil where no team
  /// is within the limit.
  private func weigh(_ node: SearchNode, _ tuning: PriceTuning, _ limit: Int) -> Int? {
    bound.prepare(node, tuning.multipliers)
    let found = bound.evaluate(node)
    let most = bound.scaled(limit)
    guard found <= most, found < SearchNode.infinite / 2, let dearest = bound.choice.last else { return nil }
    node.star.base.update(from: node.weight.base, count: node.count)
    let rest = found - node.star.base[dearest]
    node.starPair = most - rest + node.star.base[bound.choice[max(0, bound.choice.count - 2)]]
    return most - rest
  }

  /// People of whom every team below the node has at least one: those who can serve the scarcest uncovered need, or speak a
  /// missing language; all where nothing is missing. By rising bound.
  func branches(_ node: SearchNode) -> [Int] {
    var fewest = node.count
    var wanted: (mask: UInt32, isLanguage: Bool)?
    for need in instance.days.indices where instance.days[need] > 0 {
      let bit: UInt32 = 1 << UInt32(need)
      let own = node.chosen.reduce(0) {
        instance.needs[Int($1)] & bit != 0 ? $0 + instance.capacity[Int($1)] : $0
      }
      guard own < instance.days[need] else { continue }
      var able = 0
      for index in 0..<node.count where node.needs.base[index] & bit != 0 { able += 1 }
      if able < fewest { (fewest, wanted) = (able, (bit, false)) }
    }
    var spoken: UInt32 = 0
    for person in node.chosen { spoken |= instance.languages[Int(person)] }
    var missing = instance.wantedLanguages & ~spoken
    while missing != 0 {
      let bit = missing & (~missing &+ 1)
      missing &= missing - 1
      var able = 0
      for index in 0..<node.count where node.languages.base[index] & bit != 0 { able += 1 }
      if able < fewest { (fewest, wanted) = (able, (bit, true)) }
    }
    let forced = node.forced.base
    return (0..<node.count).filter { index in
      guard let wanted else { return true }
      return (wanted.isLanguage ? node.languages.base[index] : node.needs.base[index]) & wanted.mask != 0
    }.sorted { (forced[$0], $0) < (forced[$1], $1) }
  }
}
