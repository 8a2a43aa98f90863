/// A team problem in flat arrays, people named by index: what the search works on.
struct Instance: Sendable {
  /// Days of each need that is served; 0 for one that is not.
  var days: [Int]
  /// All days.
  var totalDays: Int
  var least: Int
  var most: Int
  var minDays: Int
  var budget: Int
  var trustPrice: Int
  var stranger: Int
  /// All someone-languages, as bits.
  var wantedLanguages: UInt32

  var rate: [Int]
  var capacity: [Int]
  var needs: [UInt32]
  var languages: [UInt32]
  var isFixed: [Bool]
  /// For each person the people nearer than strangers, by index, and how many steps nearer.
  var near: [[(person: Int, saving: Int)]]
  /// For each person the people they must not meet, sorted.
  var conflicts: [[Int]]

  var count: Int { rate.count }

  func distance(_ left: Int, _ right: Int) -> Int {
    var low = 0
    var high = near[left].count
    while low < high {
      let middle = (low + high) / 2
      if near[left][middle].person < right { low = middle + 1 } else { high = middle }
    }
    if low < near[left].count, near[left][low].person == right { return stranger - near[left][low].saving }
    return stranger
  }

  func areInConflict(_ left: Int, _ right: Int) -> Bool { conflicts[left].contains(right) }

  func pairSteps(_ team: [Int]) -> Int {
    var sum = 0
    for (position, left) in team.enumerated() {
      for right in team[(position + 1)...] { sum += distance(left, right) }
    }
    return sum
  }

  /// The same problem over some of the people.
  func restricted(to kept: [Int]) -> Instance {
    var place = [Int](repeating: -1, count: count)
    for (index, person) in kept.enumerated() { place[person] = index }
    var result = self
    result.rate = kept.map { rate[$0] }
    result.capacity = kept.map { capacity[$0] }
    result.needs = kept.map { needs[$0] }
    result.languages = kept.map { languages[$0] }
    result.isFixed = kept.map { isFixed[$0] }
    result.near = kept.map { person in
      near[person].compactMap { place[$0.person] < 0 ? nil : (place[$0.person], $0.saving) }.sorted { $0.0 < $1.0 }
    }
    result.conflicts = kept.map { conflicts[$0].compactMap { place[$0] < 0 ? nil : place[$0] }.sorted() }
    return result
  }
}
