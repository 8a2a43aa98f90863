/// Better multipliers by subgradient steps (Polyak 1969; deflected: Camerini, Fratta, Maffioli 1975). Only the way there is in
/// floating point: what a bound is worth is computed in integers from the rounded multipliers.
struct PriceTuning {
  /// Prices a day of each need.
  var prices: [Double]
  /// The multiplier of the budget.
  var budget = 0.0
  /// What a day costs, so that a step on the budget is as long as one on a price.
  private let typicalRate: Double
  private let greatest: Double

  init(_ instance: Instance) {
    let rates = instance.rate.sorted()
    let typical = rates.isEmpty ? 1 : rates[rates.count / 3]
    typicalRate = max(1, Double(typical))
    prices = instance.days.map { $0 > 0 ? Double(typical * instance.feeWeight) : 0 }
    // So that no sum of a bound is out of range: see `StarBound`.
    greatest = Double(1 << 41) / Double(max(1, instance.totalDays))
  }

  var multipliers: StarBound.Multipliers {
    StarBound.Multipliers(
      prices: prices.map { Int((min(max($0, -greatest), greatest) * Double(StarBound.Multipliers.unit)).rounded()) },
      budget: Int((min(max(budget, 0), 16) * Double(StarBound.Multipliers.budgetUnit)).rounded()))
  }

  /// Where the steps are.
  struct Steps {
    var alpha: Double
    var misses = 0
    var best = -Double.infinity
    var bestPrices: [Double] = []
    var bestBudget = 0.0
    var direction: [Double] = []
    var budgetDirection = 0.0

    init(ambition: Double) { alpha = ambition }
  }

  /// One step, from a bound (in units of price) and its excesses towards what could be reached; whether there is a way on.
  mutating func step(_ steps: inout Steps, _ bound: StarBound, value: Double, limit: Double, hasBudget: Bool) -> Bool {
    if value > steps.best + 1e-9 {
      steps.best = value
      steps.bestPrices = prices
      steps.bestBudget = budget
      steps.misses = 0
    } else {
      steps.misses += 1
      if steps.misses == 4 {
        steps.misses = 0
        steps.alpha /= 2
        takeBest(steps)
        steps.direction = []
        if steps.alpha < 0.005 { return false }
        return true
      }
    }
    if steps.direction.isEmpty {
      steps.direction = [Double](repeating: 0, count: prices.count)
      steps.budgetDirection = 0
    }
    var norm = 0.0
    for need in prices.indices {
      steps.direction[need] = bound.excess[need] + 0.4 * steps.direction[need]
      norm += steps.direction[need] * steps.direction[need]
    }
    if hasBudget {
      steps.budgetDirection = bound.budgetExcess / typicalRate + 0.4 * steps.budgetDirection
      if budget > 0 || steps.budgetDirection > 0 { norm += steps.budgetDirection * steps.budgetDirection }
    }
    guard norm > 1e-9 else { return false }
    let isFar = limit - value > 0.15 * max(1, abs(value))
    let target = isFar ? value + max(0.05 * abs(value), 0.25 * (limit - value)) : limit
    let length = steps.alpha * max(1, target - value) / norm
    for need in prices.indices { prices[need] += length * steps.direction[need] }
    if hasBudget { budget = min(16, max(0, budget + length * steps.budgetDirection / typicalRate)) }
    return true
  }

  mutating func takeBest(_ steps: Steps) {
    guard !steps.bestPrices.isEmpty else { return }
    prices = steps.bestPrices
    budget = steps.bestBudget
  }
}
