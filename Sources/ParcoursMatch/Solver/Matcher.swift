public import ParcoursModel

/// A person of a pool: their identity and the id it goes by there.
public struct PoolMember: Sendable {
  /// The id.
  public let id: String
  /// The identity.
  public let identity: Identity

  /// Makes a member.
  public init(id: String, identity: Identity) {
    self.id = id
    self.identity = identity
  }
}

/// Finds the best team for a contract, with its proof: least weight of nice-to-have needs lost, then least price (fees and
/// trust), then fewest members, then the team whose ids, sorted, come first.
public struct Matcher {
  /// Whether to stop, asked often; what is known by then is the result.
  public typealias Deadline = () -> Bool

  private let contract: Contract
  private let people: [Freelancer]
  private let barred: [Bar: Int]
  private let graph: TrustGraph
  private let isOver: Deadline
  private let poolIDs: Set<String>
  private let zoneIsKnown: Bool

  /// Judges a pool. Ids that stand twice count once, the first time.
  ///
  /// - Parameters:
  ///   - zoneOffset: how time zones are looked up.
  ///   - isOver: when to stop; never where nothing is said.
  public init(
    _ contract: Contract, pool: [PoolMember], zoneOffset: @escaping Eligibility.ZoneOffset,
    isOver: @escaping Deadline = { false }
  ) {
    self.contract = contract
    self.isOver = isOver
    let eligibility = Eligibility(contract, zoneOffset: zoneOffset)
    zoneIsKnown = eligibility.knowsTimeZone
    var people: [Freelancer] = []
    var barred: [Bar: Int] = [:]
    var seen: Set<String> = []
    for member in pool where seen.insert(member.id).inserted {
      switch eligibility.judge(member.identity, id: member.id) {
      case .success(let freelancer): people.append(freelancer)
      case .failure(let reason): barred[reason.bar, default: 0] += 1
      }
    }
    // The order of the pool decides nothing.
    self.people = people.sorted { $0.id < $1.id }
    self.barred = barred
    poolIDs = seen
    graph = TrustGraph(
      pool.map { ($0.id, $0.identity.network) }, lengths: contract.trust?.lengths ?? Contract.Lengths())
  }

  /// The best team, or why there is none. Exponential in the size of the team at worst; see the proof's nodes.
  public func team() -> Team {
    var team = Team()
    team.contract = contract.id
    team.currency = contract.currency
    var proof = Team.Proof()
    proof.eligible = people.count
    let whole = instance(serving: Set(contract.needs.indices), ignoring: [])
    var isProven = true
    var winner: (found: Found, instance: Instance, ids: [Int], served: Set<Int>, lost: Int)?
    var bound = Double.infinity
    for choice in choices {
      if let winner, winner.lost < choice.lost { break }
      if isOver(), proof.nodes > 20 * Search.grace {
        // What was not looked at may hold any team.
        isProven = false
        bound = 0
        break
      }
      let served = Set(contract.needs.indices.filter { choice.left >> UInt32($0) & 1 == 0 })
      guard let (instance, ids) = instance(serving: served, ignoring: [], from: whole) else { continue }
      let outcome = solve(instance, ids)
      proof.nodes += outcome.nodes
      proof.kept = max(proof.kept, outcome.kept)
      if outcome.wasStopped {
        isProven = false
        bound = min(bound, outcome.openBound)
      }
      if let found = outcome.found, winner.map({ isBetter(found, ids, than: $0.found, $0.ids) }) ?? true {
        winner = (found, instance, ids, served, choice.lost)
      }
    }
    guard let winner else {
      team.status = isProven ? .infeasible : .unknown
      team.reasons = reasons(whole)
      if !isProven {
        var reason = Team.Reason()
        reason.rule = ""
        reason.message = "the time was over before a team was found or its absence proven"
        team.reasons = [reason]
      }
      team.proof = proof
      return team
    }
    team.status = isProven ? .optimal : .feasible
    team.lostWeight = winner.lost
    team.price = winner.found.price
    team.fees = winner.found.fee
    team.trust = winner.found.price - winner.found.fee
    let floor = min(winner.found.price, bound == .infinity ? winner.found.price : Int((bound - 1e-6).rounded(.up)))
    proof.bound = isProven ? winner.found.price : max(0, floor)
    proof.gap = isProven ? nil : winner.found.price - max(0, floor)
    team.proof = proof
    team.uncovered = contract.needs.indices.filter { !winner.served.contains($0) }.compactMap { contract.needs[$0].id }
    describe(winner.found, winner.instance, winner.ids, in: &team)
    return team
  }

  private func isBetter(_ found: Found, _ ids: [Int], than other: Found, _ otherIDs: [Int]) -> Bool {
    if found.price != other.price { return found.price < other.price }
    if found.members.count != other.members.count { return found.members.count < other.members.count }
    return found.members.map { ids[$0] }.lexicographicallyPrecedes(other.members.map { otherIDs[$0] })
  }

  // MARK: Served sets

  /// The sets of needs that may be left out, as bits, by the weight they lose.
  private var choices: [(lost: Int, left: UInt32)] {
    let nice = contract.needs.indices.filter { !contract.needs[$0].isMust }
    var choices: [(lost: Int, left: UInt32)] = [(0, 0)]
    for need in nice {
      choices += choices.map { ($0.lost + contract.needs[need].weight, $0.left | 1 << UInt32(need)) }
    }
    return choices.sorted { ($0.lost, $0.left) < ($1.lost, $1.left) }
  }

  // MARK: Problems

  /// A rule that can be put aside to see whether it is the one in the way.
  enum Rule: CaseIterable {
    case budget, someone, conflicts, most, least, minDays, include
  }

  private func instance(serving served: Set<Int>, ignoring ignored: Set<Rule>) -> Instance {
    let days = contract.needs.indices.map { served.contains($0) ? contract.needs[$0].days ?? 0 : 0 }
    var place: [String: Int] = [:]
    for (index, person) in people.enumerated() { place[person.id] = index }
    let include = Set(contract.include)
    let lengths = contract.trust?.lengths ?? Contract.Lengths()
    var conflicts = [[Int]](repeating: [], count: people.count)
    if !ignored.contains(.conflicts) {
      for pair in contract.conflicts where pair.count == 2 {
        guard let left = place[pair[0]], let right = place[pair[1]], left != right else { continue }
        conflicts[left].append(right)
        conflicts[right].append(left)
      }
    }
    let near = people.map { person in
      graph.near(person.id).compactMap { id, distance in place[id].map { ($0, lengths.stranger - distance) } }
        .sorted { $0.0 < $1.0 }
    }
    let someone = contract.languages?.someone.count ?? 0
    return Instance(
      days: days, totalDays: days.reduce(0, +), least: ignored.contains(.least) ? 1 : contract.team?.min ?? 1,
      most: ignored.contains(.most) ? 12 : contract.mostMembers,
      minDays: ignored.contains(.minDays) ? 1 : contract.team?.minDays ?? 1,
      budget: ignored.contains(.budget) ? Int(Int32.max) : contract.budget ?? 0, trustPrice: contract.trust?.price ?? 0,
      stranger: lengths.stranger, wantedLanguages: ignored.contains(.someone) ? 0 : UInt32((1 << someone) - 1),
      rate: people.map(\.rate), capacity: people.map(\.capacity), needs: people.map(\.needs),
      languages: people.map(\.languages),
      isFixed: people.map { !ignored.contains(.include) && include.contains($0.id) },
      near: near.map { $0.map { (person: $0.0, saving: $0.1) } }, conflicts: conflicts.map { Array(Set($0)).sorted() })
  }

  /// The problem of serving just these needs: people who serve none of them, or too few days, are out. Nil where one who
  /// must be in is.
  private func instance(serving served: Set<Int>, ignoring: Set<Rule>, from whole: Instance) -> (Instance, [Int])? {
    var instance = whole
    if !ignoring.contains(.include), contract.include.contains(where: { id in !people.contains { $0.id == id } }) {
      return nil
    }
    var mask: UInt32 = 0
    for need in served { mask |= 1 << UInt32(need) }
    for need in instance.days.indices where !served.contains(need) { instance.days[need] = 0 }
    instance.totalDays = instance.days.reduce(0, +)
    var kept: [Int] = []
    for index in 0..<instance.count {
      instance.needs[index] &= mask
      var reach = 0
      for need in served where instance.needs[index] >> UInt32(need) & 1 == 1 { reach += instance.days[need] }
      instance.capacity[index] = min(instance.capacity[index], reach)
      if instance.capacity[index] >= instance.minDays, instance.needs[index] != 0 {
        kept.append(index)
      } else if instance.isFixed[index] {
        return nil
      }
    }
    return (instance.restricted(to: kept), kept)
  }

  private struct Outcome {
    var found: Found?
    var nodes = 0
    var kept = 0
    var wasStopped = false
    var openBound = Double.infinity
  }

  /// First whether there is a team at all (trust free, so that few people are left to look at), then the best one.
  private func solve(_ instance: Instance, _ ids: [Int], existence: Bool = false) -> Outcome {
    var outcome = Outcome()
    guard instance.count >= instance.least, instance.totalDays > 0 else { return outcome }
    var free = instance
    free.trustPrice = 0
    let few = Skyband.kept(free)
    var first = Search(free.restricted(to: few), isOver: isOver)
    first.stopsAtFirst = true
    first.run()
    outcome.nodes = first.nodes
    guard var known = first.best else {
      outcome.wasStopped = first.wasStopped
      outcome.openBound = first.wasStopped ? max(0, first.openBound) : .infinity
      return outcome
    }
    known.members = known.members.map { few[$0] }
    known.price = known.fee + instance.trustPrice * instance.pairSteps(known.members)
    if existence {
      outcome.found = known
      return outcome
    }
    let many = Skyband.kept(instance)
    outcome.kept = many.count
    var place: [Int: Int] = [:]
    for (index, person) in many.enumerated() { place[person] = index }
    // A known team only counts as a start where all of it was kept; its price is a limit in either case.
    var start: Found?
    if known.members.allSatisfy({ place[$0] != nil }) {
      start = known
      start?.members = known.members.compactMap { place[$0] }
    }
    var search = Search(instance.restricted(to: many), best: start, ceiling: known.price, isOver: isOver)
    search.run()
    outcome.nodes += search.nodes
    outcome.wasStopped = search.wasStopped
    outcome.openBound = search.openBound
    if var found = search.best {
      found.members = found.members.map { many[$0] }
      outcome.found = found
    }
    if let found = outcome.found, known.isBetter(than: found) || outcome.found == nil { outcome.found = known }
    if outcome.found == nil { outcome.found = known }
    return outcome
  }

  // MARK: Words

  private func describe(_ found: Found, _ instance: Instance, _ ids: [Int], in team: inout Team) {
    let assignment = Fee.assignment(found.members, days: found.days, instance)
    let inTeam = Set(found.members.map { people[ids[$0]].id })
    for (position, index) in found.members.enumerated() {
      let person = people[ids[index]]
      var member = Team.Member()
      member.id = person.id
      member.name = person.name
      member.days = found.days[position]
      member.capacity = person.capacity
      member.fee = person.rate * found.days[position]
      for (need, days) in assignment[position].enumerated() where days > 0 {
        var given = Team.Assignment()
        given.need = contract.needs[need].id
        given.days = days
        given.level = person.proofs[need]?.level
        given.evidence = person.proofs[need]?.evidence ?? []
        member.needs.append(given)
      }
      team.members.append(member)
    }
    for (position, left) in found.members.enumerated() {
      for right in found.members[(position + 1)...] {
        var pair = Team.Pair()
        let (a, b) = (people[ids[left]].id, people[ids[right]].id)
        pair.a = a
        pair.b = b
        pair.distance = instance.distance(left, right)
        // Whom the members know outside the team is nobody's business here.
        pair.path = graph.path(from: a, to: b).map { inTeam.contains($0) ? .string($0) : .null }
        team.pairs.append(pair)
      }
    }
  }

  private func reasons(_ whole: Instance) -> [Team.Reason] {
    var words = Reasons(contract: contract, people: people, barred: barred)
    if !zoneIsKnown { words.add("/timeZone", "the time zone \"\(contract.timeZone ?? "")\" is not known") }
    for id in contract.include where !people.contains(where: { $0.id == id }) {
      words.add(
        "/include",
        poolIDs.contains(id)
          ? "\"\(id)\" must be in, but is not eligible" : "\"\(id)\" must be in, but is not in the pool")
    }
    words.certificates()
    guard words.reasons.isEmpty, !isOver() else { return words.reasons }
    // What single rule, put aside, would let a team through?
    let musts = Set(contract.needs.indices.filter { contract.needs[$0].isMust })
    for rule in Rule.allCases where words.applies(rule) {
      let relaxed = instance(serving: musts, ignoring: [rule])
      guard let (instance, ids) = instance(serving: musts, ignoring: [rule], from: relaxed) else { continue }
      if let found = solve(instance, ids, existence: true).found { words.inTheWay(rule, found, instance) }
    }
    if words.reasons.isEmpty {
      words.add("", "no single rule alone is in the way: several contradict each other together")
    }
    return words.reasons
  }
}
