/// A node of the search: who is chosen, how many are still to choose, and everybody who is left, in arrays that lie beside each
/// other. A search has one a depth, and fills them again and again.
final class SearchNode {
  /// More than any value of a bound: for people who are out.
  static let infinite = 1 << 58

  /// Who is chosen.
  var chosen: [Int32] = []
  /// The trust steps among the chosen.
  var chosenSteps = 0
  /// How many are still to choose.
  var missing = 0
  /// How many are left.
  private(set) var count = 0

  let person = Room<Int32>()
  let rate = Room<Int>()
  let capacity = Room<Int32>()
  let needs = Room<UInt32>()
  let languages = Room<UInt32>()
  /// The trust steps to all the chosen.
  let steps = Room<Int32>()

  /// The near people of each of them that are left, by their places here.
  let nearStart = Room<Int32>()
  let near = Room<Int32>()
  let saving = Room<Int32>()

  // What bounds are computed in; see `StarBound`.
  let own = Room<Int>()
  let double = Room<Int>()
  let weight = Room<Int>()
  let forced = Room<Int>()
  /// The dearest colleague in each one's best star.
  let dearest = Room<Int>()
  /// The weights of the star bound, and what two of them may come to together, where a team is to be within the limit.
  let star = Room<Int>()
  var starPair = 0
  /// Who was chosen before, at this node.
  let isGone = Room<Bool>()
  private let places = Room<Int32>()
  private let saved = Room<Int32>()

  func reserve(_ wanted: Int, near wantedNear: Int) {
    person.reserve(wanted)
    rate.reserve(wanted)
    capacity.reserve(wanted)
    needs.reserve(wanted)
    languages.reserve(wanted)
    steps.reserve(wanted)
    nearStart.reserve(wanted + 1)
    near.reserve(wantedNear)
    saving.reserve(wantedNear)
    own.reserve(wanted)
    double.reserve(wanted)
    weight.reserve(wanted)
    forced.reserve(wanted)
    dearest.reserve(wanted)
    star.reserve(wanted)
    isGone.reserve(wanted).update(repeating: false, count: wanted)
    count = wanted
  }

  /// Some of the people of an instance, with those chosen who must be in.
  func fill(_ instance: Instance, people: [Int], size: Int, withTies: Bool = true) {
    let fixed = instance.fixed
    chosen = fixed.map { Int32($0) }
    chosenSteps = instance.pairSteps(fixed)
    missing = size - fixed.count
    let places = places.reserve(instance.count)
    for index in 0..<instance.count { places[index] = -1 }
    for (index, candidate) in people.enumerated() { places[candidate] = Int32(index) }
    var ties = 0
    if withTies { for candidate in people { ties += instance.near.range(candidate).count } }
    reserve(people.count, near: ties)
    var end = 0
    nearStart.base[0] = 0
    for (index, candidate) in people.enumerated() {
      person.base[index] = Int32(candidate)
      rate.base[index] = instance.rate[candidate]
      capacity.base[index] = Int32(clamping: instance.capacity[candidate])
      needs.base[index] = instance.needs[candidate]
      languages.base[index] = instance.languages[candidate]
      steps.base[index] = Int32(fixed.reduce(0) { $0 + instance.distance($1, candidate) })
      for position in withTies ? instance.near.range(candidate) : 0..<0 {
        let place = places[Int(instance.near.person[position])]
        guard place >= 0 else { continue }
        near.base[end] = place
        saving.base[end] = instance.near.saving[position]
        end += 1
      }
      nearStart.base[index + 1] = Int32(end)
    }
  }

  /// Some of the people of another node, by their places there in their order. O(people of the node + ties of those).
  func fill(_ node: SearchNode, places wanted: [Int]) {
    chosen = node.chosen
    chosenSteps = node.chosenSteps
    missing = node.missing
    let places = places.reserve(node.count)
    places.update(repeating: -1, count: node.count)
    var ties = 0
    for (place, index) in wanted.enumerated() {
      places[index] = Int32(place)
      ties += Int(node.nearStart.base[index + 1] - node.nearStart.base[index])
    }
    reserve(wanted.count, near: ties)
    var end = 0
    nearStart.base[0] = 0
    for (place, index) in wanted.enumerated() {
      person.base[place] = node.person.base[index]
      rate.base[place] = node.rate.base[index]
      capacity.base[place] = node.capacity.base[index]
      needs.base[place] = node.needs.base[index]
      languages.base[place] = node.languages.base[index]
      steps.base[place] = node.steps.base[index]
      for position in Int(node.nearStart.base[index])..<Int(node.nearStart.base[index + 1]) {
        let other = places[Int(node.near.base[position])]
        guard other >= 0 else { continue }
        near.base[end] = other
        saving.base[end] = node.saving.base[position]
        end += 1
      }
      nearStart.base[place + 1] = Int32(end)
    }
  }

  /// Keeps the people whose weight is not infinite, in their order, with what is known of them. O(people + ties).
  func dropInfinite() {
    let places = places.reserve(count)
    let (weight, nearStart, near, saving) = (weight.base, nearStart.base, near.base, saving.base)
    var kept = 0
    for index in 0..<count {
      places[index] = weight[index] < Self.infinite / 2 ? Int32(kept) : -1
      if places[index] >= 0 { kept += 1 }
    }
    guard kept < count else { return }
    var end = 0
    var start = 0
    for index in 0..<count {
      let stop = Int(nearStart[index + 1])
      let place = Int(places[index])
      if place >= 0 {
        person.base[place] = person.base[index]
        rate.base[place] = rate.base[index]
        capacity.base[place] = capacity.base[index]
        needs.base[place] = needs.base[index]
        languages.base[place] = languages.base[index]
        steps.base[place] = steps.base[index]
        own.base[place] = own.base[index]
        double.base[place] = double.base[index]
        forced.base[place] = forced.base[index]
        dearest.base[place] = dearest.base[index]
        star.base[place] = star.base[index]
        weight[place] = weight[index]
        let begin = end
        for position in start..<stop where places[Int(near[position])] >= 0 {
          near[end] = places[Int(near[position])]
          saving[end] = saving[position]
          end += 1
        }
        nearStart[place] = Int32(begin)
        nearStart[place + 1] = Int32(end)
      }
      start = stop
    }
    count = kept
  }

  /// Drops those who are gone.
  func dropGone() {
    for index in 0..<count { weight.base[index] = isGone.base[index] ? Self.infinite : 0 }
    dropInfinite()
    isGone.base.update(repeating: false, count: count)
  }

  /// The place of somebody, who stand in their order here; nil where they are not left. O(log people).
  func place(of wanted: Int32) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if person.base[middle] < wanted { low = middle + 1 } else { high = middle }
    }
    return low < count && person.base[low] == wanted ? low : nil
  }

  /// The node one person further.
  ///
  /// - Parameters:
  ///   - index: who, by the place in the parent.
  ///   - isLeft: whether somebody, by the place in the parent and how much nearer than a stranger they are, may still be chosen.
  func fill(_ parent: SearchNode, choosing index: Int, _ instance: Instance, isLeft: (Int, Int) -> Bool) {
    let taken = Int(parent.person.base[index])
    chosen.removeAll(keepingCapacity: true)
    chosen.append(contentsOf: parent.chosen)
    chosen.append(Int32(taken))
    chosenSteps = parent.chosenSteps + Int(parent.steps.base[index])
    missing = parent.missing - 1
    let places = places.reserve(parent.count)
    let saved = saved.reserve(parent.count)
    saved.update(repeating: 0, count: parent.count)
    for position in Int(parent.nearStart.base[index])..<Int(parent.nearStart.base[index + 1]) {
      saved[Int(parent.near.base[position])] = parent.saving.base[position]
    }
    for position in instance.conflicts.range(taken) {
      if let enemy = parent.place(of: instance.conflicts.person[position]) { saved[enemy] = -1 }
    }
    var kept = 0
    var ties = 0
    for other in 0..<parent.count {
      guard other != index, saved[other] >= 0, isLeft(other, Int(saved[other])) else {
        places[other] = -1
        continue
      }
      places[other] = Int32(kept)
      kept += 1
      ties += Int(parent.nearStart.base[other + 1] - parent.nearStart.base[other])
    }
    reserve(kept, near: ties)
    var end = 0
    nearStart.base[0] = 0
    for other in 0..<parent.count where places[other] >= 0 {
      let place = Int(places[other])
      person.base[place] = parent.person.base[other]
      rate.base[place] = parent.rate.base[other]
      capacity.base[place] = parent.capacity.base[other]
      needs.base[place] = parent.needs.base[other]
      languages.base[place] = parent.languages.base[other]
      steps.base[place] = parent.steps.base[other] + Int32(instance.stranger) - saved[other]
      for position in Int(parent.nearStart.base[other])..<Int(parent.nearStart.base[other + 1]) {
        let near = places[Int(parent.near.base[position])]
        guard near >= 0 else { continue }
        self.near.base[end] = near
        saving.base[end] = parent.saving.base[position]
        end += 1
      }
      nearStart.base[place + 1] = Int32(end)
    }
  }
}
