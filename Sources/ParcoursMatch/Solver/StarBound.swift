/// Lower bounds on the price of the teams below a node: Lagrangian in the days of the needs and the budget (Geoffrion 1974),
/// with each person's trust estimated by their best star of colleagues. Valid for any multipliers; poor ones are only weak.
///
/// All in integers: prices a day in 1/1024, the budget's multiplier in 1/2^20, rounded so that a bound is never too high. With
/// R to choose, half of a person's weight stands on their own and half is split over their R - 1 colleagues, so that values are
/// scaled by 4(R - 1).
final class StarBound {
  /// Prices a day of each need, and one on the budget.
  struct Multipliers {
    /// In 1/1024 of the currency.
    var prices: [Int]
    /// In 1/2^20.
    var budget: Int

    static let unit = 1024
    static let budgetUnit = 1 << 20
  }

  let instance: Instance
  /// Needs with days, by falling price.
  private var order: [Int] = []
  private var multipliers: Multipliers
  private let topPlace = Room<Int32>()
  private var top: [Int32] = []
  private var topValues: [Int] = []
  private var topIsAll = false
  private let best = Room<Int>(16)
  private let bestPlace = Room<Int32>(16)

  /// The part of the bound that no choice changes, in 1/1024.
  private(set) var base = 0
  /// The scale of the last bound.
  private(set) var scale = 1
  /// Days above (or, negative, below) what is wanted, a need, and fees above the budget: the way to better multipliers.
  private(set) var excess: [Double]
  /// The people of least weight: who makes up the last bound.
  private(set) var choice: [Int] = []
  private(set) var budgetExcess = 0.0

  init(_ instance: Instance) {
    self.instance = instance
    multipliers = Multipliers(prices: [Int](repeating: 0, count: instance.days.count), budget: 0)
    excess = [Double](repeating: 0, count: instance.days.count)
  }

  /// A limit in the scale of the last bound.
  func scaled(_ price: Int) -> Int { price * Multipliers.unit * scale }

  // MARK: One person

  /// What a day costs with the budget's multiplier, in 1/1024, rounded down.
  @inline(__always)
  private func cost(_ rate: Int) -> Int {
    (((instance.feeWeight << 20) &+ multipliers.budget) &* rate) >> 10
  }

  /// The least reduced cost of a person's days: profitable ones first, then as many as one must take.
  @inline(__always)
  private func reduced(_ rate: Int, _ capacity: Int32, _ needs: UInt32) -> Int {
    let cost = cost(rate)
    var left = Int(capacity)
    var owed = instance.minDays
    var sum = 0
    for need in order where needs >> UInt32(truncatingIfNeeded: need) & 1 == 1 {
      let price = cost &- multipliers.prices[need]
      let amount = min(left, price < 0 ? instance.days[need] : min(owed, instance.days[need]))
      if amount <= 0 { break }
      sum &+= price &* amount
      left &-= amount
      owed &-= amount
    }
    return sum
  }

  /// Adds a share of the days a person takes at these multipliers to what is given.
  private func give(_ person: Int, share: Double, _ given: inout [Double], _ fees: inout Double) {
    let rate = instance.rate[person]
    let cost = cost(rate)
    var left = instance.capacity[person]
    var owed = instance.minDays
    for need in order where instance.needs[person] >> UInt32(need) & 1 == 1 {
      let amount = min(left, cost < multipliers.prices[need] ? instance.days[need] : min(owed, instance.days[need]))
      if amount <= 0 { break }
      given[need] += share * Double(amount)
      fees += share * Double(amount * rate)
      left -= amount
      owed -= amount
    }
  }

  // MARK: Preparing

  /// Sets the multipliers and computes what everybody at a node costs on their own, and the part that no choice changes.
  func prepare(_ node: SearchNode, _ multipliers: Multipliers) {
    self.multipliers = multipliers
    order = instance.days.indices.filter { instance.days[$0] > 0 }
      .sorted { (-multipliers.prices[$0], $0) < (-multipliers.prices[$1], $1) }
    let trust = instance.trustPrice * Multipliers.unit
    base = trust * node.chosenSteps
    if multipliers.budget > 0 { base -= (multipliers.budget * instance.budget + 1023) >> 10 }
    for need in order { base += instance.days[need] * multipliers.prices[need] }
    for person in node.chosen {
      let index = Int(person)
      base += reduced(instance.rate[index], Int32(clamping: instance.capacity[index]), instance.needs[index])
    }
    let (rate, capacity, needs, steps) = (node.rate.base, node.capacity.base, node.needs.base, node.steps.base)
    let own = node.own.base
    for index in 0..<node.count {
      own[index] = reduced(rate[index], capacity[index], needs[index]) &+ trust &* Int(steps[index])
    }
  }

  // MARK: Stars

  /// Remembers the `count` least of some values: colleagues whom everybody may have.
  private func rememberTop(_ values: UnsafeMutablePointer<Int>, _ people: Int, _ count: Int) {
    top.removeAll(keepingCapacity: true)
    topValues.removeAll(keepingCapacity: true)
    for index in 0..<people {
      let value = values[index]
      if topValues.count == count, value >= topValues[count - 1] { continue }
      var place = topValues.count
      while place > 0, topValues[place - 1] > value { place -= 1 }
      topValues.insert(value, at: place)
      top.insert(Int32(index), at: place)
      if topValues.count > count {
        topValues.removeLast()
        top.removeLast()
      }
    }
    topIsAll = people <= count
    let place = topPlace.reserve(people)
    place.update(repeating: -1, count: people)
    for (position, index) in top.enumerated() { place[Int(index)] = Int32(position) }
  }

  /// The least sum of the values of `count` colleagues of somebody, each nearer one less by their saving.
  @inline(__always)
  private func star(
    _ node: SearchNode, _ index: Int, _ values: UnsafeMutablePointer<Int>, _ count: Int, _ worth: Int
  ) -> Int {
    let (best, bestPlace, place) = (best.base, bestPlace.base, topPlace.base)
    for position in 0..<count { best[position] = SearchNode.infinite }
    var near: UInt64 = place[index] >= 0 ? 1 << UInt64(place[index]) : 0
    @inline(__always) func offer(_ value: Int, _ who: Int) {
      var position = count - 1
      while position > 0, best[position - 1] > value {
        best[position] = best[position - 1]
        bestPlace[position] = bestPlace[position - 1]
        position -= 1
      }
      best[position] = value
      bestPlace[position] = Int32(truncatingIfNeeded: who)
    }
    let (start, ties, savings) = (node.nearStart.base, node.near.base, node.saving.base)
    for position in Int(start[index])..<Int(start[index + 1]) {
      let other = Int(ties[position])
      if place[other] >= 0 { near |= 1 << UInt64(place[other]) }
      let value = values[other] &- worth &* Int(savings[position])
      if value < best[count - 1] { offer(value, other) }
    }
    for position in 0..<top.count where near >> UInt64(position) & 1 == 0 {
      if topValues[position] >= best[count - 1] { break }
      offer(topValues[position], Int(top[position]))
    }
    var sum = 0
    for position in 0..<count {
      if best[position] >= SearchNode.infinite / 2, !topIsAll, let last = topValues.last {
        // Those not remembered are no cheaper than the last one remembered.
        best[position] = last
        bestPlace[position] = -1
      }
      sum &+= best[position]
    }
    return sum
  }

  /// The bound at a node that was prepared, in `scale`; each person's weight stands in the node afterwards.
  /// O(people × (needs + R) + ties).
  func evaluate(_ node: SearchNode) -> Int {
    let missing = node.missing
    let (own, double, weight) = (node.own.base, node.double.base, node.weight.base)
    let count = node.count
    guard missing > 0 else {
      scale = 1
      return base
    }
    if missing == 1 {
      scale = 1
      weight.update(from: own, count: count)
    } else {
      let others = missing - 1
      scale = 4 * others
      let trust = instance.trustPrice * Multipliers.unit
      let strangers = trust * instance.stranger * others
      for index in 0..<count { double[index] = 2 &* own[index] &+ strangers }
      rememberTop(double, count, 2 * missing + 2)
      let worth = 2 * trust * others
      for index in 0..<count {
        weight[index] = others &* double[index] &+ star(node, index, double, others, worth)
      }
    }
    var bound = base * scale
    choice = smallest(weight, count, missing)
    guard choice.count == missing else { return SearchNode.infinite }
    for index in choice { bound += weight[index] }
    return min(bound, SearchNode.infinite)
  }

  /// The bound at a node that was prepared, with each person's part of the trust given (twice, in 1/1024), in `scale`.
  func evaluate(_ node: SearchNode, ties: [Int]) -> Int {
    scale = 2
    let (own, weight) = (node.own.base, node.weight.base)
    for index in 0..<node.count { weight[index] = 2 &* own[index] &+ ties[index] }
    choice = smallest(weight, node.count, node.missing)
    guard choice.count == node.missing else { return SearchNode.infinite }
    return choice.reduce(base * 2) { $0 + weight[$1] }
  }

  /// Says after `evaluate` where its choice has too many days or too few, and what it costs above the budget.
  func findExcess(_ node: SearchNode, withStars: Bool = true) {
    let missing = withStars ? node.missing : min(1, node.missing)
    var given = [Double](repeating: 0, count: instance.days.count)
    var fees = 0.0
    for person in node.chosen { give(Int(person), share: 1, &given, &fees) }
    if missing > 0 {
      let others = missing - 1
      let worth = 2 * instance.trustPrice * Multipliers.unit * others
      for index in choice {
        give(Int(node.person.base[index]), share: others > 0 ? 0.5 : 1, &given, &fees)
        guard others > 0 else { continue }
        _ = star(node, index, node.double.base, others, worth)
        for position in 0..<others where best.base[position] < SearchNode.infinite / 2 && bestPlace.base[position] >= 0
        {
          give(
            Int(node.person.base[Int(bestPlace.base[position])]), share: 0.5 / Double(others), &given, &fees)
        }
      }
    }
    for need in excess.indices { excess[need] = Double(instance.days[need]) - given[need] }
    budgetExcess = fees - Double(instance.budget)
  }

  /// A bound on the teams below a node that have each of those left, in `scale`, without the base: the child's own star bound at
  /// the same multipliers. `double` holds everybody's value as a colleague afterwards.
  func force(_ node: SearchNode) {
    let missing = node.missing
    let (own, double, weight, forced) = (node.own.base, node.double.base, node.weight.base, node.forced.base)
    let count = node.count
    let trust = instance.trustPrice * Multipliers.unit
    let stranger = trust * instance.stranger
    let after = missing - 1
    guard after > 0 else {
      scale = 1
      forced.update(from: own, count: count)
      return
    }
    let dearest = node.dearest.base
    if after == 1 {
      scale = 1
      for index in 0..<count { double[index] = own[index] &+ stranger }
    } else {
      let others = after - 1
      scale = 4 * others
      // In the child everyone is a stranger to the one forced, until the near ones are put right.
      for index in 0..<count { weight[index] = 2 &* (own[index] &+ stranger) &+ stranger &* others }
      rememberTop(weight, count, 2 * after + 2)
      for index in 0..<count {
        double[index] = others &* weight[index] &+ star(node, index, weight, others, 2 * trust * others)
      }
    }
    rememberTop(double, count, 2 * after + 2)
    for index in 0..<count {
      let value = scale &* own[index] &+ star(node, index, double, after, scale &* trust)
      forced[index] = min(value, SearchNode.infinite)
      dearest[index] = best.base[after - 1]
    }
  }

  /// The places of the `wanted` smallest finite values, the smallest first.
  func smallest(_ values: UnsafeMutablePointer<Int>, _ count: Int, _ wanted: Int) -> [Int] {
    var result: [Int] = []
    result.reserveCapacity(wanted + 1)
    for index in 0..<count {
      let value = values[index]
      if value >= SearchNode.infinite / 2 { continue }
      if result.count == wanted, value >= values[result[wanted - 1]] { continue }
      var place = result.count
      while place > 0, values[result[place - 1]] > value { place -= 1 }
      result.insert(index, at: place)
      if result.count > wanted { result.removeLast() }
    }
    return result
  }
}
