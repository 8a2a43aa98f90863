/// Reduction without loss (a skyband: Papadias, Tao, Fu, Seeger 2005): a person goes when so many others could each take their
/// place, in any team and at no higher price, that one of them is always free to. Among equals the earlier one stays, so that
/// ties are decided as in the whole pool.
enum Skyband {
  /// People of the same needs and languages, the cheapest first.
  private struct Group {
    var needs: UInt32
    var languages: UInt32
    var people: [Int32] = []
    /// The groups that can do whatever this one can.
    var stronger: [Int] = []
  }

  /// The people who stay, in their order. O(people × those cheaper by what ties are worth, a pass).
  ///
  /// - Parameter spare: how many more must be able to take a place: people that may be gone later, teams given already.
  static func kept(_ instance: Instance, spare: Int = 0) -> [Int] {
    let fixed = instance.fixed
    let places = instance.most - fixed.count
    guard places > 0 else { return fixed }
    var wanted = places + spare
    for team in instance.known { wanted += team.apart <= 1 ? 1 : max(team.size, instance.most) }
    // Nobody is in a team whose least days alone are over the budget.
    var alive = instance.rate.indices.map {
      instance.isFixed[$0]
        || instance.rate[$0].multipliedReportingOverflow(by: instance.minDays).partialValue <= instance.budget
    }
    let order = (0..<instance.count).filter { alive[$0] }.sorted {
      (instance.rate[$0], -instance.capacity[$0], $0) < (instance.rate[$1], -instance.capacity[$1], $1)
    }
    var place: [UInt64: Int] = [:]
    var groups: [Group] = []
    var groupOf = [Int32](repeating: -1, count: instance.count)
    for person in order {
      let key = UInt64(instance.needs[person]) << 32 | UInt64(instance.languages[person])
      let group = place[key] ?? groups.count
      if group == groups.count {
        place[key] = group
        groups.append(Group(needs: instance.needs[person], languages: instance.languages[person]))
      }
      groupOf[person] = Int32(group)
    }
    for index in groups.indices {
      let (needs, languages) = (groups[index].needs, groups[index].languages)
      groups[index].stronger = groups.indices.filter {
        groups[$0].needs & needs == needs && groups[$0].languages & languages == languages
      }
    }
    var left = order
    for _ in 0..<6 {
      for index in groups.indices { groups[index].people.removeAll(keepingCapacity: true) }
      var kept: [Int] = []
      for person in left {
        let group = Int(groupOf[person])
        if instance.isFixed[person] || !hasBetter(wanted, than: person, groups, group, alive, instance) {
          kept.append(person)
          groups[group].people.append(Int32(person))
        }
      }
      let dropped = left.count - kept.count
      for person in left { alive[person] = false }
      for person in kept { alive[person] = true }
      left = kept
      if dropped * 50 <= kept.count { break }
    }
    return left.sorted()
  }

  private static func hasBetter(
    _ wanted: Int, than person: Int, _ groups: [Group], _ group: Int, _ alive: [Bool], _ instance: Instance
  ) -> Bool {
    // The most that the person's ties can be worth; the other's ties count for nothing.
    let worth = instance.trustPrice * bestSavings(of: person, instance.most - 1, alive, instance)
    let rate = instance.rate[person]
    let capacity = instance.capacity[person]
    let weight = instance.minDays * instance.feeWeight
    var count = 0
    for stronger in groups[group].stronger {
      for candidate in groups[stronger].people {
        let other = Int(candidate)
        let saved = (rate - instance.rate[other]) * weight
        if saved < worth { break }  // they stand in the order of rates
        if saved == worth, other > person { continue }
        guard instance.capacity[other] >= capacity, !instance.isFixed[other],
          hasNoMoreConflicts(other, person, alive, instance),
          instance.caps.allSatisfy({ $0.group[other] < 0 || $0.group[other] == $0.group[person] })
        else { continue }
        count += 1
        if count == wanted { return true }
      }
    }
    return false
  }

  private static func hasNoMoreConflicts(_ other: Int, _ person: Int, _ alive: [Bool], _ instance: Instance) -> Bool {
    instance.conflicts.range(other).allSatisfy {
      let enemy = Int(instance.conflicts.person[$0])
      return !alive[enemy] || instance.areInConflict(person, enemy)
    }
  }

  private static func bestSavings(of person: Int, _ most: Int, _ alive: [Bool], _ instance: Instance) -> Int {
    guard instance.trustPrice > 0, most > 0 else { return 0 }
    var best = [Int32]()
    for position in instance.near.range(person) where alive[Int(instance.near.person[position])] {
      let saving = instance.near.saving[position]
      if best.count == most, let last = best.last, last >= saving { continue }
      let index = best.firstIndex { $0 < saving } ?? best.count
      best.insert(saving, at: index)
      if best.count > most { best.removeLast() }
    }
    return best.reduce(0) { $0 + Int($1) }
  }
}
