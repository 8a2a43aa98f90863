/// The least fee of a fixed team. Days can be given as D exactly when, for every part A of the team, the days of A are at
/// most the days of the needs somebody in A can serve (Hall); that bound is submodular, so that raising the cheapest people
/// first, as far as every part allows, is exact (greedy on a polymatroid, Edmonds 1970).
enum Fee {
  /// What a team can do.
  struct Outcome {
    /// The fee of the days that can be given.
    var fee: Int
    /// Days that cannot be given: 0 for a team that covers all.
    var shortage: Int
    /// Days a member, in the team's order.
    var days: [Int]
  }

  /// The least fee; nil where not even everyone's least days can be given. O(2^n × n) for a team of n.
  static func least(_ team: [Int], _ instance: Instance) -> Outcome? {
    let count = team.count
    guard count <= 16 else { return nil }
    let subsets = 1 << count
    var slack = [Int](repeating: 0, count: subsets)
    var reach = [UInt32](repeating: 0, count: subsets)
    var served = [Int](repeating: 0, count: subsets)
    for subset in 1..<max(2, subsets) where subset < subsets {
      let low = subset.trailingZeroBitCount
      let rest = subset & (subset - 1)
      reach[subset] = reach[rest] | instance.needs[team[low]]
      if rest == 0 || reach[subset] != reach[rest] {
        var sum = 0
        var bits = reach[subset]
        while bits != 0 {
          sum += instance.days[bits.trailingZeroBitCount]
          bits &= bits - 1
        }
        served[subset] = sum
      } else {
        served[subset] = served[rest]
      }
      slack[subset] = served[subset] - instance.minDays * subset.nonzeroBitCount
      if slack[subset] < 0 { return nil }
    }
    var days = [Int](repeating: instance.minDays, count: count)
    var given = instance.minDays * count
    let order = team.indices.sorted { (instance.rate[team[$0]], $0) < (instance.rate[team[$1]], $1) }
    for member in order {
      var raise = instance.capacity[team[member]] - instance.minDays
      let bit = 1 << member
      for subset in 0..<subsets where subset & bit != 0 { raise = min(raise, slack[subset]) }
      guard raise > 0 else { continue }
      for subset in 0..<subsets where subset & bit != 0 { slack[subset] -= raise }
      days[member] += raise
      given += raise
    }
    let fee = zip(team, days).reduce(0) { $0 + instance.rate[$1.0] * $1.1 }
    return Outcome(fee: fee, shortage: instance.totalDays - given, days: days)
  }

  /// Who does how much of which need, for days that are known to be possible: a flow by augmenting paths.
  static func assignment(_ team: [Int], days: [Int], _ instance: Instance) -> [[Int]] {
    let needCount = instance.days.count
    var given = [[Int]](repeating: [Int](repeating: 0, count: needCount), count: team.count)
    var open = instance.days
    for member in team.indices {
      var left = days[member]
      while left > 0 {
        // A path from the member to a need with open days, by way of other members' assignments.
        var from = [Int](repeating: -2, count: needCount)
        var via = [Int](repeating: -1, count: needCount)
        var queue: [Int] = []
        for need in 0..<needCount where instance.needs[team[member]] >> UInt32(need) & 1 == 1 && instance.days[need] > 0
        {
          from[need] = -1
          via[need] = member
          queue.append(need)
        }
        var position = 0
        var goal: Int?
        while position < queue.count {
          let need = queue[position]
          position += 1
          if open[need] > 0 {
            goal = need
            break
          }
          for other in team.indices where given[other][need] > 0 {
            for next in 0..<needCount
            where from[next] == -2 && instance.needs[team[other]] >> UInt32(next) & 1 == 1 && instance.days[next] > 0 {
              from[next] = need
              via[next] = other
              queue.append(next)
            }
          }
        }
        guard let goal else { break }
        var amount = min(left, open[goal])
        var need = goal
        while from[need] >= 0 {
          amount = min(amount, given[via[need]][from[need]])
          need = from[need]
        }
        need = goal
        open[goal] -= amount
        while true {
          given[via[need]][need] += amount
          guard from[need] >= 0 else { break }
          given[via[need]][from[need]] -= amount
          need = from[need]
        }
        left -= amount
      }
    }
    return given
  }
}
