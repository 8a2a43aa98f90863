internal import ParcoursModel

/// Which items of two sources are the same thing: a step by its organization, title and dates, anything else by its name.
enum ItemMatching {
  /// Pairs of places, each used once, the likest first.
  static func pairs(_ left: [Step], _ right: [Step], language: String) -> [(left: Int, right: Int)] {
    var scored: [(score: Double, left: Int, right: Int)] = []
    for (one, mine) in left.enumerated() {
      for (other, theirs) in right.enumerated() {
        let score = likeness(mine, theirs, language)
        if score >= 3 { scored.append((score, one, other)) }
      }
    }
    return taken(scored)
  }

  /// Pairs of places with names that are alike.
  static func pairs(_ left: [String], _ right: [String]) -> [(left: Int, right: Int)] {
    var places: [String: [Int]] = [:]
    for (place, name) in right.enumerated() { places[Folding.compact(name), default: []].append(place) }
    return left.enumerated().compactMap { place, name in
      let key = Folding.compact(name)
      guard !key.isEmpty, let other = places[key]?.first else { return nil }
      places[key]?.removeFirst()
      return (place, other)
    }
  }

  private static func taken(_ scored: [(score: Double, left: Int, right: Int)]) -> [(left: Int, right: Int)] {
    var (left, right): (Set<Int>, Set<Int>) = ([], [])
    var pairs: [(left: Int, right: Int)] = []
    for pair in scored.sorted(by: { ($1.score, $0.left, $0.right) < ($0.score, $1.left, $1.right) })
    where !left.contains(pair.left) && !right.contains(pair.right) {
      left.insert(pair.left)
      right.insert(pair.right)
      pairs.append((pair.left, pair.right))
    }
    return pairs.sorted { $0.left < $1.left }
  }

  /// How alike two steps are: 2 for the organization, 2 for the title, 2 for the dates; different kinds are never.
  private static func likeness(_ left: Step, _ right: Step, _ language: String) -> Double {
    guard left.kind == right.kind, (left.status == .sought) == (right.status == .sought) else { return 0 }
    var score = 0.0
    let places = [left, right].map { names($0.organization ?? $0.institution) }
    if places[0].isEmpty, places[1].isEmpty {
      score += 1
    } else if !places[0].isDisjoint(with: places[1]) {
      score += 2
    } else if places[0].contains(where: { one in places[1].contains { one.hasPrefix($0) || $0.hasPrefix(one) } }) {
      score += 1.5
    }
    if left.kind == .break { score += left.reason == right.reason ? 2 : 0 }
    let titles = [left, right].map { title($0, language) }
    score += 2 * overlap(titles[0], titles[1])
    switch (left.startDate, right.startDate) {
    case (let one?, let other?):
      if one.agrees(with: other) { score += left.endDate.agrees(with: right.endDate) ? 2 : 1.5 }
    case (nil, nil): score += left.endDate.agrees(with: right.endDate) ? 1 : 0
    default: break
    }
    return score
  }

  private static func names(_ organization: Organization?) -> Set<String> {
    let all = [organization?.name].compactMap(\.self) + (organization?.alias?.versions.map(\.text) ?? [])
    return Set(all.map(Folding.compact).filter { !$0.isEmpty })
  }

  private static func title(_ step: Step, _ language: String) -> Set<Substring> {
    let texts = [step.title, step.studyType, step.area].compactMap { $0 }.flatMap(\.versions).map(\.text)
    return Set(texts.flatMap { Folding.folded($0).split(separator: " ") }.filter { $0.count > 2 })
  }

  private static func overlap(_ left: Set<Substring>, _ right: Set<Substring>) -> Double {
    if left.isEmpty, right.isEmpty { return 0.5 }
    guard !left.isEmpty, !right.isEmpty else { return 0 }
    // Of one title in several languages the smaller set counts.
    return Double(left.intersection(right).count) / Double(min(left.count, right.count))
  }
}

extension PartialDate {
  /// Whether two dates can be the same day, as precisely as both are known.
  func agrees(with other: PartialDate) -> Bool {
    year == other.year && (month == nil || other.month == nil || month == other.month)
      && (day == nil || other.day == nil || day == other.day)
  }

  /// How much of it is known: 1 to 3.
  var precision: Int { day != nil ? 3 : month != nil ? 2 : 1 }
}

extension PartialDate? {
  /// Whether two ends can be the same: what goes on ends with what goes on.
  func agrees(with other: PartialDate?) -> Bool {
    switch (self, other) {
    case (nil, nil): true
    case (let one?, let other?): one.agrees(with: other)
    default: false
    }
  }
}
