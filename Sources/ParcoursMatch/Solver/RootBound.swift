/// The root of a size over everybody: prices tuned on a core of the likeliest people, then held against all of them, so that the
/// bound is valid for the whole pool. Trust is each person's half of their best ties here, which takes one pass.
struct RootBound {
  let search: TreeSearch
  private var instance: Instance { search.instance }
  private static let core = 1_000
  private static let more = 400
  private static let rounds = 150

  init(_ search: TreeSearch) { self.search = search }

  /// Fills a root with everybody whom a team of the size within the limit can have; false where there is no such team.
  ///
  /// - Parameters:
  ///   - tuning: the prices to start from; then the best ones.
  ///   - price: then a price that no team of the size is under.
  func prepare(_ node: SearchNode, size: Int, _ tuning: inout PriceTuning, price: inout Int) -> Bool {
    let fixed = instance.fixed
    let everybody = (0..<instance.count).filter { !instance.isFixed[$0] && (fixed.isEmpty || fits($0, fixed)) }
    let whole = SearchNode()
    whole.fill(instance, people: everybody, size: size, withTies: false)
    guard search.isPossible(whole) else { return false }
    guard whole.missing > 0 else {
      node.fill(instance, people: [], size: size)
      return true
    }
    let ties = everybody.map { self.ties(of: $0, colleagues: whole.missing - 1) }
    let bound = search.bound
    let limit = search.limit(size)
    var current = tuning
    var best = -Double.infinity
    for round in 0..<6 {
      guard let found = evaluate(whole, ties, current) else { return false }
      let value = Double(found) / Double(bound.scaled(1))
      if value > best { (best, tuning) = (value, current) }
      if found > bound.scaled(limit) { return false }
      let wanted = Self.core + Self.more * round
      let isWhole = everybody.count <= wanted * 3 / 2
      let inner = isWhole ? Array(everybody.indices) : bound.smallest(whole.weight.base, whole.count, wanted).sorted()
      let reached = tune(inner.map { everybody[$0] }, inner.map { ties[$0] }, size, &current)
      guard let after = evaluate(whole, ties, current) else { return false }
      let afterValue = Double(after) / Double(bound.scaled(1))
      if afterValue > best { (best, tuning) = (afterValue, current) }
      if after > bound.scaled(limit) { return false }
      if isWhole || afterValue >= reached - abs(reached) * 0.000_5 { break }
    }
    guard let found = evaluate(whole, ties, tuning), let dearest = bound.choice.last else { return false }
    price = max(0, Int((Double(found) / Double(bound.scaled(1))).rounded(.down)))
    let weight = whole.weight.base
    let rest = found - weight[dearest]
    let most = bound.scaled(limit)
    node.fill(
      instance, people: everybody.indices.filter { rest + weight[$0] <= most }.map { everybody[$0] }, size: size)
    return search.isPossible(node)
  }

  /// Whether somebody may be in a team with those who must be.
  private func fits(_ person: Int, _ fixed: [Int]) -> Bool {
    fixed.allSatisfy { !instance.areInConflict($0, person) }
      && instance.caps.allSatisfy { cap in
        cap.group[person] < 0 || fixed.count(where: { cap.group[$0] == cap.group[person] }) < cap.most
      }
  }

  /// What a person's part of the trust is worth at the least: twice half of the distances to their nearest.
  private func ties(of person: Int, colleagues: Int) -> Int {
    var best: [Int] = []
    for position in instance.near.range(person) {
      let saving = Int(instance.near.saving[position])
      if best.count == colleagues, saving <= best.last ?? .max { continue }
      best.insert(saving, at: best.firstIndex { $0 < saving } ?? best.count)
      if best.count > colleagues { best.removeLast() }
    }
    return instance.trustPrice * StarBound.Multipliers.unit * (instance.stranger * colleagues - best.reduce(0, +))
  }

  private func evaluate(_ node: SearchNode, _ ties: [Int], _ tuning: PriceTuning) -> Int? {
    search.bound.prepare(node, tuning.multipliers)
    let found = search.bound.evaluate(node, ties: ties)
    return found >= SearchNode.infinite / 2 ? nil : found
  }

  /// Tunes the prices on some of the people; gives the bound that was reached on them.
  private func tune(_ people: [Int], _ ties: [Int], _ size: Int, _ tuning: inout PriceTuning) -> Double {
    let node = SearchNode()
    node.fill(instance, people: people, size: size, withTies: false)
    var steps = PriceTuning.Steps(ambition: 1)
    let limit = Double(search.limit(size))
    for _ in 0..<Self.rounds {
      guard let found = evaluate(node, ties, tuning) else { break }
      let value = Double(found) / Double(search.bound.scaled(1))
      if value > limit {
        steps.best = value
        steps.bestPrices = []
        break
      }
      search.bound.findExcess(node, withStars: false)
      if !tuning.step(&steps, search.bound, value: value, limit: limit, hasBudget: instance.trustPrice > 0) { break }
    }
    tuning.takeBest(steps)
    return steps.best
  }
}
