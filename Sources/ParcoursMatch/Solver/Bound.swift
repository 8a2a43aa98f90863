/// Lower bounds on the price of the teams below a node of the search: Lagrangian in the days of the needs and the budget,
/// with each person's trust estimated by their best star of colleagues. Valid for any multipliers; poor ones are only weak.
struct Bound {
  /// Multipliers: a price a day of each need, and one on the budget.
  struct Multipliers {
    var prices: [Double]
    var budget: Double
  }

  /// A node: who is chosen, who is left, how many are still to choose.
  struct Node {
    var chosen: [Int]
    var left: [Int]
    var missing: Int
    /// For each of `left`, the trust steps to the chosen.
    var steps: [Int]
    /// The trust steps among the chosen.
    var chosenSteps: Int
  }

  let instance: Instance
  private let needCount: Int
  private let half = 0.5

  // Scratch, kept between nodes; indexed by person.
  private var position: [Int]
  private var weight: [Double]
  private var gain: [Double]

  init(_ instance: Instance) {
    self.instance = instance
    needCount = instance.days.count
    position = [Int](repeating: -1, count: instance.count)
    weight = [Double](repeating: 0, count: instance.count)
    gain = [Double](repeating: 0, count: instance.count)
  }

  /// The least reduced cost of a person's days, and optionally the days: needs in the order of falling price.
  private func reducedCost(
    _ person: Int, _ multipliers: Multipliers, _ order: [Int], days: inout [Double], share: Double
  ) -> Double {
    let rate = (1 + multipliers.budget) * Double(instance.rate[person])
    var left = instance.capacity[person]
    var owed = instance.minDays
    var cost = 0.0
    for need in order where instance.needs[person] >> UInt32(need) & 1 == 1 {
      let price = rate - multipliers.prices[need]
      let amount = min(left, price < 0 ? instance.days[need] : min(owed, instance.days[need]))
      if amount <= 0 { break }
      cost += price * Double(amount)
      if share != 0 { days[need] += share * Double(amount) }
      left -= amount
      owed -= amount
    }
    return cost
  }

  private func order(_ multipliers: Multipliers) -> [Int] {
    (0..<needCount).filter { instance.days[$0] > 0 }
      .sorted {
        multipliers.prices[$0] > multipliers.prices[$1] || (multipliers.prices[$0] == multipliers.prices[$1] && $0 < $1)
      }
  }

  /// What a bound found: the bound itself, the star weight of each of `left`, and the direction to better multipliers.
  struct Result {
    var bound: Double
    var weights: [Double]
    var base: Double
    var direction: [Double]
    var budgetDirection: Double
  }

  /// The bound at a node. O(left × (needs + log left) + near pairs).
  mutating func evaluate(_ node: Node, _ multipliers: Multipliers) -> Result {
    let order = order(multipliers)
    let price = Double(instance.trustPrice)
    let stranger = Double(instance.stranger)
    let missing = node.missing
    var spent = [Double](repeating: 0, count: needCount)
    var fees = 0.0
    var none: [Double] = []
    var base = -multipliers.budget * Double(instance.budget) + price * Double(node.chosenSteps)
    for need in 0..<needCount { base += Double(instance.days[need]) * multipliers.prices[need] }
    for person in node.chosen {
      let before = spent.reduce(0, +)
      base += reducedCost(person, multipliers, order, days: &spent, share: 1)
      fees += Double(instance.rate[person]) * (spent.reduce(0, +) - before)
    }
    var result = Result(
      bound: base, weights: [Double](repeating: 0, count: node.left.count), base: base,
      direction: [], budgetDirection: 0)
    var chosenStars: [(person: Int, share: Double)] = []
    if missing > 0 {
      let others = Double(missing - 1)
      for (index, person) in node.left.enumerated() {
        position[person] = index
        let cost = reducedCost(person, multipliers, order, days: &none, share: 0)
        // As if all the others to come were strangers, half of each pair.
        weight[person] = cost + price * Double(node.steps[index]) + price * stranger / 2 * others
        gain[person] = missing > 1 ? (1 - half) / others * weight[person] : 0
      }
      defer { for person in node.left { position[person] = -1 } }
      if missing == 1 {
        for (index, person) in node.left.enumerated() { result.weights[index] = weight[person] }
      } else {
        let top = smallest(node.left, 2 * missing + 2)
        for (index, person) in node.left.enumerated() {
          let star = star(of: person, missing - 1, top, price / 2) { _, _ in }
          result.weights[index] = half * weight[person] + star
        }
      }
      let best = smallestIndices(result.weights, missing)
      if best.count < missing {
        result.bound = .infinity
        return result
      }
      for index in best {
        result.bound += result.weights[index]
        let person = node.left[index]
        chosenStars.append((person, missing == 1 ? 1 : half))
        if missing > 1 {
          let top = smallest(node.left, 2 * missing + 2)
          var members: [(Int, Double)] = []
          _ = star(of: person, missing - 1, top, price / 2) { member, share in members.append((member, share)) }
          for (member, _) in members { chosenStars.append((member, (1 - half) / others)) }
        }
      }
    }
    for (person, share) in chosenStars {
      let before = spent.reduce(0, +)
      _ = reducedCost(person, multipliers, order, days: &spent, share: share)
      fees += Double(instance.rate[person]) * (spent.reduce(0, +) - before)
    }
    result.direction = (0..<needCount).map { Double(instance.days[$0]) - spent[$0] }
    result.budgetDirection = fees - Double(instance.budget)
    return result
  }

  /// The `count` people with the smallest gains, the smallest first.
  private func smallest(_ people: [Int], _ count: Int) -> [Int] {
    var top = Smallest(count)
    for person in people { top.offer(gain[person], person) }
    return top.entries.map(\.index)
  }

  private func smallestIndices(_ values: [Double], _ count: Int) -> [Int] {
    var top = Smallest(count)
    for index in values.indices { top.offer(values[index], index) }
    return top.entries.map(\.index)
  }

  /// The least sum of gains of `count` colleagues of a person, each nearer one less by their saving.
  private func star(
    of person: Int, _ count: Int, _ top: [Int], _ worth: Double, _ visit: (Int, Double) -> Void
  ) -> Double {
    var best = Smallest(count)
    for edge in instance.near[person] where position[edge.person] >= 0 {
      best.offer(gain[edge.person] - worth * Double(edge.saving), edge.person)
    }
    for candidate in top where candidate != person && !best.entries.contains(where: { $0.index == candidate }) {
      // A near colleague that did not make the best is offered again without its saving: never better than before.
      best.offer(gain[candidate], candidate)
    }
    guard best.entries.count == count else { return .infinity }
    var sum = 0.0
    for entry in best.entries {
      sum += entry.value
      visit(entry.index, entry.value)
    }
    return sum
  }

  /// A bound on the teams below a node that have each of `left`, in their order: the child's own star bound at the same
  /// multipliers.
  mutating func forced(_ node: Node, _ multipliers: Multipliers) -> [Double] {
    let order = order(multipliers)
    let price = Double(instance.trustPrice)
    let stranger = Double(instance.stranger)
    let missing = node.missing
    var none: [Double] = []
    var own = [Double](repeating: 0, count: node.left.count)
    let after = missing - 1
    for (index, person) in node.left.enumerated() {
      let cost = reducedCost(person, multipliers, order, days: &none, share: 0)
      own[index] = cost + price * Double(node.steps[index])
      position[person] = index
      // In the child everyone is a stranger to the one forced, until the near ones are put right.
      weight[person] = own[index] + price * stranger + price * stranger / 2 * Double(max(0, after - 1))
      gain[person] = after > 1 ? (1 - half) / Double(after - 1) * weight[person] : 0
    }
    defer { for person in node.left { position[person] = -1 } }
    guard after > 0 else { return own }
    var value = [Double](repeating: 0, count: node.left.count)
    if after == 1 {
      for (index, person) in node.left.enumerated() { value[index] = weight[person] }
    } else {
      let top = smallest(node.left, 2 * after + 2)
      for (index, person) in node.left.enumerated() {
        value[index] = half * weight[person] + star(of: person, after - 1, top, price / 2) { _, _ in }
      }
    }
    for (index, person) in node.left.enumerated() { gain[person] = value[index] }
    let top = smallest(node.left, 2 * after + 2)
    for (index, person) in node.left.enumerated() {
      // A colleague's star in the child may use the saving to the one forced in full once, in each star that holds it.
      own[index] += star(of: person, after, top, price) { _, _ in }
    }
    return own
  }
}

/// The few smallest of many values, the smallest first; of equal ones the one offered first.
private struct Smallest {
  private(set) var entries: [(value: Double, index: Int)] = []
  private let count: Int

  init(_ count: Int) {
    self.count = count
    entries.reserveCapacity(count + 1)
  }

  @inline(__always)
  mutating func offer(_ value: Double, _ index: Int) {
    if entries.count == count, let last = entries.last, last.value <= value { return }
    var place = entries.count
    while place > 0, entries[place - 1].value > value { place -= 1 }
    entries.insert((value, index), at: place)
    if entries.count > count { entries.removeLast() }
  }
}
