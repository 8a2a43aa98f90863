/// A team problem in flat arrays, people named by index in the order of the stated rule: what the search works on.
struct Instance: Sendable {
  /// Lists of people, one a person, end to end: the list of `i` is `start[i]..<start[i + 1]`.
  struct Lists: Sendable {
    var start: [Int32] = [0]
    var person: [Int32] = []
    /// For near people, how many steps nearer than strangers.
    var saving: [Int32] = []

    func range(_ index: Int) -> Range<Int> { Int(start[index])..<Int(start[index + 1]) }

    /// The lists of some of the people, of those people, under their new indices.
    func restricted(to kept: [Int], place: [Int32]) -> Lists {
      var result = Lists()
      result.start.reserveCapacity(kept.count + 1)
      let hasSavings = !saving.isEmpty
      for index in kept {
        for position in range(index) where place[Int(person[position])] >= 0 {
          result.person.append(place[Int(person[position])])
          if hasSavings { result.saving.append(saving[position]) }
        }
        result.start.append(Int32(result.person.count))
      }
      return result
    }

    static func empty(_ count: Int) -> Lists { Lists(start: [Int32](repeating: 0, count: count + 1)) }
  }

  /// At most so many of a team may be of one group.
  struct Cap: Sendable {
    var most: Int
    /// The group of each person; -1 for none.
    var group: [Int32]
  }

  /// A team that was given already: another one has so many people that this one has not, or lacks so many of it.
  struct Known: Sendable {
    var members: [Int]
    /// Members of it that are not in the pool any more count as lacking.
    var size: Int
    var apart: Int
  }

  /// Days of each need that is served; 0 for one that is not.
  var days: [Int]
  /// All days.
  var totalDays: Int
  var least: Int
  var most: Int
  var minDays: Int
  var budget: Int
  /// What a unit of fee counts in the price: 1 but where trust has a price that is a fraction.
  var feeWeight = 1
  var trustPrice: Int
  var stranger: Int
  /// All someone-languages, as bits.
  var wantedLanguages: UInt32

  var rate: [Int]
  var capacity: [Int]
  var needs: [UInt32]
  var languages: [UInt32]
  var isFixed: [Bool]
  /// For each person the people nearer than strangers, in their order.
  var near: Lists
  /// For each person the people they must not meet, in their order.
  var conflicts: Lists
  var caps: [Cap] = []
  var known: [Known] = []

  var count: Int { rate.count }

  /// The people who must be in.
  var fixed: [Int] { isFixed.indices.filter { isFixed[$0] } }

  func saving(_ left: Int, _ right: Int) -> Int {
    let range = near.range(left)
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(near.person[middle]) < right { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && Int(near.person[low]) == right ? Int(near.saving[low]) : 0
  }

  func distance(_ left: Int, _ right: Int) -> Int { stranger - saving(left, right) }

  func areInConflict(_ left: Int, _ right: Int) -> Bool {
    conflicts.range(left).contains { Int(conflicts.person[$0]) == right }
  }

  func pairSteps(_ team: [Int]) -> Int {
    var sum = 0
    for (position, left) in team.enumerated() {
      for right in team[(position + 1)...] { sum += distance(left, right) }
    }
    return sum
  }

  /// Whether nobody meets whom they must not, no group is over its cap, and the team is none that was given already.
  ///
  /// - Parameter asPart: whether it is only a part of a team, which may grow into another than those given.
  func isAllowed(_ team: [Int], asPart: Bool = false) -> Bool {
    for (position, left) in team.enumerated() where conflicts.start[left] < conflicts.start[left + 1] {
      for right in team[(position + 1)...] where areInConflict(left, right) { return false }
    }
    for cap in caps {
      for person in team where cap.group[person] >= 0 {
        if team.count(where: { cap.group[$0] == cap.group[person] }) > cap.most { return false }
      }
    }
    return asPart || known.allSatisfy { differs(team, from: $0) }
  }

  private func differs(_ team: [Int], from known: Known) -> Bool {
    let shared = known.members.count(where: team.contains)
    return max(team.count, known.size) - shared >= known.apart
  }

  /// What prices are multiples of.
  var grain: Int {
    var divisor = trustPrice
    for value in rate {
      var (left, right) = (divisor, value * feeWeight)
      while right != 0 { (left, right) = (right, left % right) }
      divisor = left
      if divisor == 1 { break }
    }
    return max(1, divisor)
  }

  /// The same problem over some of the people, who are given in their order. O(people + ties).
  func restricted(to kept: [Int]) -> Instance {
    var place = [Int32](repeating: -1, count: count)
    for (index, person) in kept.enumerated() { place[person] = Int32(index) }
    var result = self
    result.rate = kept.map { rate[$0] }
    result.capacity = kept.map { capacity[$0] }
    result.needs = kept.map { needs[$0] }
    result.languages = kept.map { languages[$0] }
    result.isFixed = kept.map { isFixed[$0] }
    result.near = near.restricted(to: kept, place: place)
    result.conflicts = conflicts.restricted(to: kept, place: place)
    result.caps = caps.map { cap in Cap(most: cap.most, group: kept.map { cap.group[$0] }) }
    result.known = known.map { team in
      Known(
        members: team.members.compactMap { place[$0] < 0 ? nil : Int(place[$0]) }, size: team.size, apart: team.apart)
    }
    return result
  }

  /// The same problem where nobody knows anybody and trust is free: who could do it at all.
  var withoutTrust: Instance {
    var result = self
    result.feeWeight = 1
    result.trustPrice = 0
    result.near = .empty(count)
    return result
  }
}

/// A team that was found.
struct Found: Sendable, Equatable {
  /// In the people's order.
  var members: [Int]
  var price: Int
  var fee: Int

  /// Whether it comes before another: cheaper, then smaller, then by its people's order.
  func isBetter(than other: Found) -> Bool {
    if price != other.price { return price < other.price }
    if members.count != other.members.count { return members.count < other.members.count }
    return members.lexicographicallyPrecedes(other.members)
  }
}
