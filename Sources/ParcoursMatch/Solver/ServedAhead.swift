internal import ParcoursModel
internal import ParcoursSystem

/// Served sets with the problems they make and whether those have a team at all. The first set most often has one; after it,
/// some are looked at on all cores at once. What is looked at too much changes no result and no count.
struct ServedAhead {
  /// A set, ready to be solved.
  struct Prepared {
    var choice: ServedSets.Choice
    /// The needs that are served.
    var served: Set<Int>
    /// The problem; nil where somebody who must be in has no part in it.
    var made: TeamProblem.Made?
    /// Whether it has a team; nil where that was not asked.
    var first: Solver.Outcome?
  }

  private static let many = 4

  private let matcher: Matcher
  private let whole: TeamProblem.Made
  private let lost: Int
  private let isPlain: Bool
  private var sets: ServedSets
  private var waiting: [Prepared] = []
  private var hasBegun = false

  /// The sets that lose a weight at the least; of problems with known teams to differ from, `isPlain` false, nothing is asked ahead.
  init(_ matcher: Matcher, _ whole: TeamProblem.Made, lost: Int, isPlain: Bool) {
    self.matcher = matcher
    self.whole = whole
    self.lost = lost
    self.isPlain = isPlain
    sets = ServedSets(matcher.contract)
  }

  /// The next set, by rising weight lost.
  mutating func next() -> Prepared? {
    if waiting.isEmpty {
      var choices: [ServedSets.Choice] = []
      while choices.count < (hasBegun && isPlain ? Self.many : 1), let choice = sets.next() {
        if choice.lost >= lost { choices.append(choice) }
      }
      hasBegun = true
      let work = SharedWork<Prepared>(choices.count)
      let (prepare, asks) = (self.prepare, isPlain && choices.count > 1)
      nonisolated(unsafe) let prepared = { (number: Int) in prepare(choices[number], asks) }
      Parallel.perform(min(choices.count, matcher.options.threads ?? Cores.count)) { _ in
        while let number = work.next() { work.put(prepared(number), at: number) }
      }
      waiting = work.results.reversed()
    }
    return waiting.popLast()
  }

  private func prepare(_ choice: ServedSets.Choice, _ asks: Bool) -> Prepared {
    let served = Set(matcher.contract.needs.indices.filter { choice.left >> UInt32($0) & 1 == 0 })
    let made = matcher.problem.serving(served, whole)
    return Prepared(
      choice: choice, served: served, made: made, first: asks ? made.map { matcher.existence($0.instance) } : nil)
  }
}
