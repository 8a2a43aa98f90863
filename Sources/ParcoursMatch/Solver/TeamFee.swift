/// The least fee of a fixed team. Days can be given as D exactly when, for every part A of the team, the days of A are at
/// most the days of the needs somebody in A can serve (Hall 1935); that bound is submodular, so that raising the cheapest people
/// first, as far as every part allows, is exact (greedy on a polymatroid: Edmonds 1970).
final class TeamFee {
  /// The days of the needs of a mask, where there are few needs.
  private let table: Room<Int32>?
  /// The least days of as many people as a subset has.
  private let due: Room<Int32>
  private let days: [Int]
  private let minDays: Int32
  private let total: Int
  private let slack = Room<Int32>(256)
  private let reach = Room<UInt32>(256)

  /// What a team can do.
  struct Outcome {
    /// The fee of the days that can be given.
    var fee: Int
    /// Days that cannot be given: 0 for a team that covers all.
    var shortage: Int
  }

  init(_ instance: Instance) {
    days = instance.days
    minDays = Int32(instance.minDays)
    total = instance.totalDays
    due = Room(1 << instance.most)
    due.base[0] = 0
    for subset in 1..<(1 << instance.most) { due.base[subset] = due.base[subset & (subset - 1)] + minDays }
    guard days.count <= 14 else {
      table = nil
      return
    }
    let table = Room<Int32>(1 << days.count)
    table.base[0] = 0
    for mask in 1..<max(2, 1 << days.count) where mask < 1 << days.count {
      table.base[mask] = table.base[mask & (mask - 1)] + Int32(days[mask.trailingZeroBitCount])
    }
    self.table = table
  }

  @inline(__always)
  private func daysOf(_ mask: UInt32) -> Int32 {
    var sum: Int32 = 0
    var bits = mask
    while bits != 0 {
      sum += Int32(days[bits.trailingZeroBitCount])
      bits &= bits - 1
    }
    return sum
  }

  /// The least fee; nil where not even everyone's least days can be given. The members stand by rising rate.
  /// O(2^n × n) for a team of n, in runs of neighbouring numbers.
  ///
  /// - Parameter give: told the days of each member.
  func least(
    _ team: UnsafePointer<Int32>, _ count: Int, _ instance: borrowing Instance, give: ((Int, Int) -> Void)? = nil
  ) -> Outcome? {
    let subsets = 1 << count
    let slack = slack.reserve(subsets)
    let reach = reach.reserve(subsets)
    slack[0] = 0
    reach[0] = 0
    let due = due.base
    var least: Int32 = 0
    for member in 0..<count {
      let bit = 1 << member
      let mask = instance.needs[Int(team[member])]
      if let table = table?.base {
        for rest in 0..<bit {
          let all = reach[rest] | mask
          reach[bit + rest] = all
          let left = table[Int(all)] - due[bit + rest]
          slack[bit + rest] = left
          least = min(least, left)
        }
      } else {
        for rest in 0..<bit {
          reach[bit + rest] = reach[rest] | mask
          slack[bit + rest] = daysOf(reach[bit + rest]) - due[bit + rest]
          least = min(least, slack[bit + rest])
        }
      }
      if least < 0 { return nil }
    }
    var given = Int(minDays) * count
    var fee = 0
    for member in 0..<count {
      let person = Int(team[member])
      let bit = 1 << member
      var raise = Int32(clamping: instance.capacity[person]) - minDays
      var start = bit
      while start < subsets {
        for subset in start..<(start + bit) { raise = min(raise, slack[subset]) }
        start += 2 * bit
      }
      raise = max(0, raise)
      if raise > 0 {
        start = bit
        while start < subsets {
          for subset in start..<(start + bit) { slack[subset] -= raise }
          start += 2 * bit
        }
        given += Int(raise)
      }
      fee += instance.rate[person] * Int(raise + minDays)
      give?(member, Int(raise + minDays))
    }
    return Outcome(fee: fee, shortage: total - given)
  }

  /// The least fee of a team in any order; nil where not even everyone's least days can be given.
  func least(_ members: [Int], _ instance: Instance) -> (outcome: Outcome, days: [Int])? {
    let order = members.indices.sorted {
      (instance.rate[members[$0]], members[$0]) < (instance.rate[members[$1]], members[$1])
    }
    let team = order.map { Int32(members[$0]) }
    var days = [Int](repeating: 0, count: members.count)
    let outcome = team.withUnsafeBufferPointer { buffer -> Outcome? in
      guard let base = buffer.baseAddress else { return nil }
      return least(base, team.count, instance) { days[order[$0]] = $1 }
    }
    return outcome.map { ($0, days) }
  }

  /// Who does how much of which need, for days that are known to be possible: a flow by augmenting paths (Ford, Fulkerson 1956).
  static func assignment(_ team: [Int], days: [Int], _ instance: Instance) -> [[Int]] {
    let needCount = instance.days.count
    var given = [[Int]](repeating: [Int](repeating: 0, count: needCount), count: team.count)
    var open = instance.days
    func isAble(_ member: Int, _ need: Int) -> Bool {
      instance.needs[team[member]] >> UInt32(need) & 1 == 1 && instance.days[need] > 0
    }
    for member in team.indices {
      var left = days[member]
      while left > 0 {
        // A path from the member to a need with open days, by way of other members' assignments.
        var from = [Int](repeating: -2, count: needCount)
        var via = [Int](repeating: -1, count: needCount)
        var queue: [Int] = []
        for need in 0..<needCount where isAble(member, need) {
          from[need] = -1
          via[need] = member
          queue.append(need)
        }
        var position = 0
        while position < queue.count, open[queue[position]] == 0 {
          let need = queue[position]
          position += 1
          for other in team.indices where given[other][need] > 0 {
            for next in 0..<needCount where from[next] == -2 && isAble(other, next) {
              from[next] = need
              via[next] = other
              queue.append(next)
            }
          }
        }
        guard position < queue.count else { break }
        let goal = queue[position]
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
