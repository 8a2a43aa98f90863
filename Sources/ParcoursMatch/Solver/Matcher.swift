public import ParcoursModel
internal import ParcoursSystem

/// A person of a pool: the id they go by there, what matching asks of them, and where the rest of them is.
public struct PoolMember: Sendable {
  /// The id.
  public let id: String
  /// What matching asks.
  public let facts: PersonFacts
  private let read: @Sendable () -> Identity?

  /// Makes a member of an identity that is at hand.
  public init(id: String, identity: Identity) {
    self.id = id
    facts = PersonFacts(identity, id: id)
    read = { identity }
  }

  /// Makes a member whose identity is read when it is asked for.
  public init(facts: PersonFacts, read: @escaping @Sendable () -> Identity?) {
    id = facts.id
    self.facts = facts
    self.read = read
  }

  /// The whole identity; nil where it can be read no more.
  public var identity: Identity? { read() }
}

/// Finds the best team for a contract, with its proof: least weight of nice-to-have needs lost, then least price (fees and
/// trust), then fewest members, then the team whose ids, sorted, come first.
public struct Matcher {
  /// Whether to stop, asked often and from several threads; what is known by then is the result.
  public typealias Deadline = @Sendable () -> Bool

  let contract: Contract
  let problem: TeamProblem
  let eligibility: Eligibility
  let isOver: Deadline
  /// What the search may leave out, for tests.
  var options = Solver.Options()
  private let members: [String: PoolMember]
  private let names: SkillNames
  private let zoneOffset: Eligibility.ZoneOffset
  let pool: [PersonFacts]
  private let wholeCache = Cache()

  private final class Cache { var whole: TeamProblem.Made? }

  /// Judges a pool. Ids that stand twice count once, the first time. O(pool), on all cores.
  ///
  /// - Parameters:
  ///   - skills: what names of skills mean; alike names are one skill where nothing is said.
  ///   - zoneOffset: how time zones are looked up.
  ///   - isOver: when to stop; never where nothing is said.
  public init(
    _ contract: Contract, pool: [PoolMember], skills: SkillNames? = nil,
    zoneOffset: @escaping Eligibility.ZoneOffset, isOver: @escaping Deadline = { false }
  ) {
    self.contract = contract
    self.isOver = isOver
    let names = skills ?? SkillNames(contract)
    eligibility = Eligibility(contract, skills: names, zoneOffset: zoneOffset)
    var members: [String: PoolMember] = [:]
    members.reserveCapacity(pool.count)
    var facts: [PersonFacts] = []
    facts.reserveCapacity(pool.count)
    for member in pool where members.updateValue(member, forKey: member.id) == nil { facts.append(member.facts) }
    if members.count < pool.count {
      // Of people with one id the first counts.
      members = Dictionary(pool.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    self.names = names
    self.zoneOffset = zoneOffset
    problem = TeamProblem(
      contract, people: Self.judge(facts, for: contract, names, zoneOffset),
      graph: TrustGraph(facts, lengths: contract.trust?.lengths ?? Contract.Lengths()))
    self.pool = facts
    self.members = members
  }

  /// The pool as a contract sees it, in the order of ids: the order of the pool decides nothing.
  private static func judge(
    _ facts: [PersonFacts], for contract: Contract, _ names: SkillNames, _ zoneOffset: @escaping Eligibility.ZoneOffset
  ) -> [Candidate] {
    let chunk = 4_096
    let work = SharedWork<[Candidate]>((facts.count + chunk - 1) / chunk)
    Parallel.perform(facts.count > chunk ? Cores.count : 1) { _ in
      let own = Eligibility(contract, skills: names, zoneOffset: zoneOffset)
      while let piece = work.next() {
        work.put(facts[(piece * chunk)..<min(facts.count, (piece + 1) * chunk)].map { own.judge($0) }, at: piece)
      }
    }
    return work.results.flatMap(\.self).sorted { $0.id < $1.id }
  }

  /// The pool as another contract sees it, that asks for the same skills.
  func judge(_ contract: Contract) -> [Candidate] { Self.judge(pool, for: contract, names, zoneOffset) }

  /// The contract's rules in words, people called by their names.
  func words(_ language: String) -> RuleWords {
    var names: [String: String] = [:]
    for id in contract.include + contract.exclude + contract.conflicts.flatMap(\.self) {
      names[id] = members[id]?.facts.name
    }
    return RuleWords(contract, language: language, names: names)
  }

  /// The identity of somebody of the pool.
  func identity(_ id: String) -> Identity? { members[id]?.identity }

  /// Everybody who may be in a team, under the contract as it stands.
  var whole: TeamProblem.Made? {
    if let whole = wholeCache.whole { return whole }
    wholeCache.whole = problem.whole()
    return wholeCache.whole
  }

  // MARK: The best team

  /// A team that won, in terms of `problem.people`.
  struct Winner {
    var members: [Int]
    var price: Int
    var fee: Int
    var served: Set<Int>
    var lost: Int
    /// The instance it was found in, and its members there.
    var made: TeamProblem.Made
    var places: [Int]
  }

  /// What a search over served sets came to.
  struct Search {
    var winner: Winner?
    var isProven = true
    var nodes = 0
    var kept = 0
    /// A price that no team that loses as little is under.
    var bound = Int.max
  }

  /// The best team over all served sets.
  ///
  /// - Parameters:
  ///   - whole: who may be in it; nil is nobody.
  ///   - known: teams given already, in terms of `problem.people`, and how far apart another one is to be.
  ///   - lost: the weight that is lost at the least, where that is known.
  ///   - ceiling: a weight and a price that a team must be under to be of interest.
  func search(
    _ whole: TeamProblem.Made?, known: [[Int]] = [], apart: Int = 1, lost: Int = 0, spare: Int = 0,
    ceiling: (lost: Int, price: Int)? = nil
  ) -> Search {
    var search = Search()
    guard let whole else { return search }
    if contract.needs.contains(where: { !$0.isMust }), lost == 0, known.isEmpty, isHopeless() { return search }
    var hasAsked = false
    var ahead = ServedAhead(self, whole, lost: lost, isPlain: known.isEmpty)
    while let prepared = ahead.next() {
      let choice = prepared.choice
      if let winner = search.winner, winner.lost < choice.lost { break }
      if let ceiling, choice.lost > ceiling.lost { break }
      if isOver() {
        // The time is over: the musts alone most often have a team at once; where they have none, sets are tried on a while.
        if search.winner == nil, known.isEmpty, choice.lost > lost, !hasAsked {
          search.winner = anyTeam(whole)
          hasAsked = true
        }
        if search.winner != nil || search.nodes > 20 * TreeSearch.grace {
          // What was not looked at may hold any team.
          search.isProven = false
          search.bound = 0
          break
        }
      }
      let served = prepared.served
      guard var made = prepared.made else { continue }
      let place = Dictionary(made.people.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
      made.instance.known = known.map { team in
        Instance.Known(members: team.compactMap { place[$0] }, size: team.count, apart: apart)
      }
      let under = ceiling.flatMap { choice.lost == $0.lost ? $0.price - 1 : nil }
      let outcome = solve(made.instance, prepared.first, ceiling: search.winner?.price ?? under, spare: spare)
      search.nodes += outcome.nodes
      search.kept = max(search.kept, outcome.kept)
      if outcome.wasStopped {
        search.isProven = false
        search.bound = min(search.bound, max(0, outcome.bound))
      }
      guard let found = outcome.found else { continue }
      let winner = Winner(
        members: found.members.map { made.people[$0] }, price: found.price, fee: found.fee, served: served,
        lost: choice.lost, made: made, places: found.members)
      if search.winner.map({ isBetter(winner, than: $0) }) ?? true { search.winner = winner }
    }
    return search
  }

  private func isBetter(_ one: Winner, than other: Winner) -> Bool {
    if one.price != other.price { return one.price < other.price }
    if one.members.count != other.members.count { return one.members.count < other.members.count }
    return one.members.lexicographicallyPrecedes(other.members)
  }

  /// A team for the musts alone, or for one wish where there is no must: for a search whose time is over before it has any.
  private func anyTeam(_ whole: TeamProblem.Made) -> Winner? {
    let musts = problem.musts
    let wishes = contract.needs.indices.sorted { (-contract.needs[$0].weight, $0) < (-contract.needs[$1].weight, $1) }
    for served in musts.isEmpty ? wishes.prefix(4).map({ [$0] }) : [musts] {
      guard let made = problem.serving(served, whole), let found = existence(made.instance).found else { continue }
      let lost = contract.needs.indices.filter { !served.contains($0) }.reduce(0) { $0 + contract.needs[$1].weight }
      return Winner(
        members: found.members.map { made.people[$0] }, price: found.price, fee: found.fee, served: served, lost: lost,
        made: made, places: found.members)
    }
    return nil
  }

  /// Whether not even the musts alone can be done, with the rules put aside that more needs could help to meet: then no set of
  /// needs can.
  private func isHopeless() -> Bool {
    let musts = problem.musts
    guard !musts.isEmpty else { return false }
    var dropped: Set<ContractRule> = [.least, .minDays]
    for index in (contract.languages?.someone ?? []).indices { dropped.insert(.someone(index)) }
    for index in contract.include.indices { dropped.insert(.include(index)) }
    guard let whole = problem.whole(Relaxation(dropped), withTies: false),
      let made = problem.serving(musts, whole)
    else { return true }
    let outcome = existence(made.instance)
    return outcome.found == nil && !outcome.wasStopped
  }

  /// Any team within the budget, trust put aside: few people are left to look at then.
  func existence(_ instance: Instance) -> Solver.Outcome {
    let free = instance.withoutTrust
    guard free.count >= max(1, free.least), free.totalDays > 0 else { return Solver.Outcome() }
    let few = options.usesSkyband ? Skyband.kept(free) : Array(0..<free.count)
    var outcome = Solver(free.restricted(to: few), options: options, isOver: isOver)
      .solve(ceiling: instance.budget, stopsAtFirst: true)
    if var found = outcome.found {
      found.members = found.members.map { few[$0] }
      found.price = instance.feeWeight * found.fee + instance.trustPrice * instance.pairSteps(found.members)
      outcome.found = found
    }
    return outcome
  }

  /// First whether there is a team at all, where that is not known yet, then the best one.
  func solve(_ instance: Instance, _ existence: Solver.Outcome? = nil, ceiling: Int? = nil, spare: Int = 0)
    -> Solver.Outcome
  {
    let first = existence ?? self.existence(instance)
    guard let known = first.found else { return first }
    let many = options.usesSkyband ? Skyband.kept(instance, spare: spare) : Array(0..<instance.count)
    var place = [Int: Int](minimumCapacity: many.count)
    for (index, person) in many.enumerated() { place[person] = index }
    // A known team only counts as a start where all of it was kept; its price is a limit in either case.
    var start: Found? = known
    start?.members = known.members.compactMap { place[$0] }
    if start?.members.count != known.members.count || known.price > ceiling ?? .max { start = nil }
    var outcome = Solver(instance.restricted(to: many), options: options, isOver: isOver)
      .solve(known: start, ceiling: min(known.price, ceiling ?? .max))
    outcome.nodes += first.nodes
    if var found = outcome.found {
      found.members = found.members.map { many[$0] }
      outcome.found = found
    } else if known.price <= ceiling ?? .max {
      outcome.found = known
    }
    return outcome
  }
}
