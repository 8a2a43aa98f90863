/// The descent: children by rising bound, each gone from the candidates of the next ones.
extension TreeSearch {
  /// The node of a depth, made when it is first needed.
  func node(_ depth: Int) -> SearchNode {
    while nodes.count <= depth { nodes.append(SearchNode()) }
    return nodes[depth]
  }

  /// What a node's children are built from; the bound's own values change below it.
  struct Frame {
    var base: Int
    var scale: Int
    var tuning: PriceTuning

    /// A price in the frame's scale.
    func scaled(_ price: Int) -> Int { price * StarBound.Multipliers.unit * scale }

    /// A value with the base, as a price, rounded up.
    func price(_ value: Int) -> Int {
      let unit = scaled(1)
      let whole = base * scale + value
      return whole >= 0 ? (whole + unit - 1) / unit : 0
    }
  }

  var frame: (PriceTuning) -> Frame {
    { [bound] tuning in Frame(base: bound.base, scale: bound.scale, tuning: tuning) }
  }

  /// Searches all teams below a node. O(2^people) at worst; the bounds are what makes it short.
  func descend(_ node: SearchNode, _ start: PriceTuning, depth: Int) {
    visited += 1
    if visited > nodeLimit || (isOver() && (best != nil || visited > Self.grace)) {
      wasStopped = true
      return
    }
    guard node.missing > 0 else { return leaf(node, choosing: nil) }
    guard isPossible(node) else { return }
    guard node.missing > 1 else { return leaves(node, start) }
    var tuning = start
    guard sharpen(node, &tuning) else { return }
    var frame = self.frame(tuning)
    var list = branches(node)
    var pace = Pace()
    var position = 0
    while position < list.count {
      guard visit(list[position], of: node, frame, depth: depth) else { return }
      position += 1
      guard pace.isDue(left: list.count - position) else { continue }
      let left = list.count - position
      guard rebound(node, &tuning) else { return }
      frame = self.frame(tuning)
      list = branches(node)
      position = 0
      pace.note(left: left, after: list.count)
    }
  }

  /// When what is left of a node is bounded anew, after some of its branches were searched: after one, then after twice as many
  /// each time it was no use.
  struct Pace {
    private var interval = 1
    private var since = 0

    /// Whether it is time, after another branch.
    mutating func isDue(after branches: Int = 1, left: Int) -> Bool {
      since += branches
      guard since >= interval, left > 2 else { return false }
      since = 0
      return true
    }

    /// How many branches were left before and after.
    mutating func note(left: Int, after: Int) { interval = after * 4 < left * 3 ? 1 : min(64, interval * 2) }
  }

  /// Bounds a node anew without those who are gone from it: the teams with them were all searched, and what is left may cost
  /// more than the limit, or be fewer people. False where no team within the limit is left.
  func rebound(_ node: SearchNode, _ tuning: inout PriceTuning) -> Bool {
    node.dropGone()
    return isPossible(node) && sharpen(node, &tuning)
  }

  /// Beyond so many people the prices of a node are tuned on the likeliest of them first.
  static let large = 2_000

  /// Better prices at a node, and fewer people; false where no team within the limit is left.
  private func sharpen(_ node: SearchNode, _ tuning: inout PriceTuning) -> Bool {
    let isLarge = node.count > Self.large
    if isLarge { tune(node, on: Self.large / 4, &tuning, rounds: 24, ambition: 0.6) }
    return improve(node, &tuning, rounds: isLarge ? 4 : 12, ambition: isLarge ? 0.3 : 0.6)
      && mayComeFirst(node, atLeast: rootValue) && force(node, tuning)
  }

  /// Searches the teams below a node that have somebody, who is gone from its candidates afterwards; false where nothing more
  /// is to be looked for at this node.
  func visit(_ index: Int, of node: SearchNode, _ frame: Frame, depth: Int) -> Bool {
    let size = node.chosen.count + node.missing
    let limit = frame.scaled(limit(size)) - frame.base * frame.scale
    let value = node.forced.base[index]
    guard value <= limit else { return false }
    let child = self.node(depth + 1)
    fill(child, node, choosing: index, frame, limit)
    descend(child, frame.tuning, depth: depth + 1)
    if wasStopped {
      // Later children are no cheaper than this one.
      open = min(open, frame.price(value))
      return false
    }
    node.isGone.base[index] = true
    return !(stopsAtFirst && best != nil)
  }

  /// The child of a node: of its candidates those with whom, and with the one chosen, a team within the limit can be.
  func fill(
    _ child: SearchNode, _ node: SearchNode, choosing index: Int, _ frame: Frame, _ limit: Int,
    isGone: (Int) -> Bool = { _ in false }
  ) {
    let trust = instance.trustPrice * StarBound.Multipliers.unit * frame.scale
    let rest = node.missing > 1 ? node.forced.base[index] - node.dearest.base[index] : 0
    let (colleague, isDone) = (node.double.base, node.isGone.base)
    let (star, starLeft) = (node.star.base, node.starPair - node.star.base[index])
    let full = fullGroups(node, with: Int(node.person.base[index]))
    child.fill(node, choosing: index, instance) { other, saving in
      guard !isDone[other], !isGone(other), star[other] <= starLeft,
        rest &+ colleague[other] &- trust &* saving <= limit
      else { return false }
      return full.isEmpty || !full.contains { instance.caps[$0.cap].group[Int(node.person.base[other])] == $0.group }
    }
  }

  /// The groups of which nobody more may come, once somebody is chosen at a node.
  private func fullGroups(_ node: SearchNode, with person: Int) -> [(cap: Int, group: Int32)] {
    var full: [(cap: Int, group: Int32)] = []
    for (number, cap) in instance.caps.enumerated() {
      let members = node.chosen.map { cap.group[Int($0)] } + [cap.group[person]]
      for group in Set(members) where group >= 0 && members.count(where: { $0 == group }) >= cap.most {
        full.append((number, group))
      }
    }
    return full
  }

  // MARK: Ties

  /// Whether a node whose teams cost at least `value` could hold one that comes before the best known: a cheaper one, a
  /// smaller one, or one whose people come first.
  func mayComeFirst(_ node: SearchNode, atLeast value: Double) -> Bool {
    guard let best, node.chosen.count + node.missing == best.members.count else { return true }
    guard value > Double(best.price - grain) + 1e-3 else { return true }
    let first = (node.chosen.map(Int.init) + (0..<node.missing).map { Int(node.person.base[$0]) }).sorted()
    return first.lexicographicallyPrecedes(best.members)
  }

  // MARK: Leaves

  /// The teams of a node that lacks one: their trust is exact, so that only those within the limit are paid.
  private func leaves(_ node: SearchNode, _ tuning: PriceTuning) {
    bound.prepare(node, tuning.multipliers)
    let base = bound.base
    let own = node.own.base
    let size = node.chosen.count + 1
    let unit = StarBound.Multipliers.unit
    let most = limit(size) * unit - base
    for index in (0..<node.count).filter({ own[$0] <= most }).sorted(by: { (own[$0], $0) < (own[$1], $1) }) {
      if base + own[index] > limit(size) * unit { return }
      leaf(node, choosing: index)
      if stopsAtFirst, best != nil { return }
    }
  }

  /// One team: pays it, and keeps it where it comes before the best known.
  private func leaf(_ node: SearchNode, choosing index: Int?) {
    var languages: UInt32 = 0
    var count = 0
    var steps = node.chosenSteps
    for person in node.chosen {
      languages |= instance.languages[Int(person)]
      seat(person, &count)
    }
    if let index {
      languages |= node.languages.base[index]
      seat(node.person.base[index], &count)
      steps += Int(node.steps.base[index])
    }
    guard languages & instance.wantedLanguages == instance.wantedLanguages,
      let outcome = fee.least(team.base, count, instance), outcome.shortage == 0, outcome.fee <= instance.budget
    else { return }
    let price = instance.feeWeight * outcome.fee + instance.trustPrice * steps
    guard price <= limit(count) else { return }
    offer(Found(members: (0..<count).map { Int(team.base[$0]) }.sorted(), price: price, fee: outcome.fee))
  }

  /// Adds somebody to the team that is to be paid, by rising rate.
  func seat(_ person: Int32, _ count: inout Int) {
    let rate = instance.rate[Int(person)]
    let team = team.base
    var place = count
    while place > 0, instance.rate[Int(team[place - 1])] > rate {
      team[place] = team[place - 1]
      place -= 1
    }
    team[place] = person
    count += 1
  }

  /// The least fee of a team; nil where not even everyone's least days can be given.
  func pay(_ members: [Int]) -> TeamFee.Outcome? {
    var count = 0
    for member in members { seat(Int32(member), &count) }
    return fee.least(team.base, count, instance)
  }

  /// Keeps a team that meets all rules where it comes before the best known.
  func offer(_ found: Found) {
    guard best.map({ found.isBetter(than: $0) }) ?? (found.price <= ceiling), instance.isAllowed(found.members) else {
      return
    }
    best = found
  }
}
