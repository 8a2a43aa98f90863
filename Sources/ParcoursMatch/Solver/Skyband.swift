/// Reduction without loss: a person goes when so many others could each take their place, in any team and at no higher
/// price, that one of them is always free to. Among equals the earlier id stays, so that ties are decided as in the whole pool.
enum Skyband {
  /// The people who stay, by index. O(people × people kept), repeated until nothing changes.
  static func kept(_ instance: Instance) -> [Int] {
    var alive = [Bool](repeating: true, count: instance.count)
    let places = instance.most - instance.isFixed.filter(\.self).count
    guard places > 0 else { return instance.isFixed.indices.filter { instance.isFixed[$0] } }
    let order = (0..<instance.count).sorted {
      (instance.rate[$0], -instance.capacity[$0], $0) < (instance.rate[$1], -instance.capacity[$1], $1)
    }
    while true {
      var kept: [Int] = []
      var dropped = false
      for person in order where alive[person] {
        if instance.isFixed[person] || betterOnes(than: person, among: kept, alive, instance, enough: places) < places {
          kept.append(person)
        } else {
          dropped = true
        }
      }
      if dropped {
        alive = [Bool](repeating: false, count: instance.count)
        for person in kept { alive[person] = true }
      } else {
        return kept.sorted()
      }
    }
  }

  private static func betterOnes(
    than person: Int, among kept: [Int], _ alive: [Bool], _ instance: Instance, enough: Int
  ) -> Int {
    // The most that the person's ties can be worth; the other's ties count for nothing.
    let savings = instance.near[person].filter { alive[$0.person] }.map(\.saving).sorted(by: >)
    let worth = instance.trustPrice * savings.prefix(instance.most - 1).reduce(0, +)
    var count = 0
    for other in kept {
      let saved = (instance.rate[person] - instance.rate[other]) * instance.minDays
      if saved < worth { break }  // kept is in the order of rates
      if saved == worth, other > person { continue }
      guard !instance.isFixed[other], instance.needs[other] & instance.needs[person] == instance.needs[person],
        instance.languages[other] & instance.languages[person] == instance.languages[person],
        instance.capacity[other] >= instance.capacity[person],
        instance.conflicts[other].allSatisfy({ !alive[$0] || instance.areInConflict(person, $0) })
      else { continue }
      count += 1
      if count == enough { return count }
    }
    return count
  }
}
