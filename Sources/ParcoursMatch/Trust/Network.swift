public import ParcoursModel

/// Who knows whom: the ties of people at hand, those to others whom they name, and the shortest way from one to another.
public struct Network: Sendable {
  /// Somebody: of the people at hand, or named by one of them.
  public struct Person: Sendable, Hashable {
    /// The id, where there is one.
    public var id: String?
    /// The name.
    public var name: String?
    /// For whom they work, as far as it is known.
    public var organization: String?
    /// Whether their own file is at hand.
    public var isAtHand: Bool

    /// What they are called.
    public var called: String { name ?? id ?? "" }
  }

  /// A tie of two people, by their places.
  public struct Link: Sendable, Hashable {
    /// One's place.
    public var from: Int
    /// The other's.
    public var to: Int
    /// What it rests on: the weaker of two words, or the one.
    public var basis: Tie.Basis
    /// Whether both stand for it.
    public var isMutual: Bool
    /// Whether neither says so: they were at the same organization at the same time.
    public var isInferred = false
    /// When they last had to do with each other, as the first says.
    public var lastContact: PartialDate?
    /// Since when they know each other, as the first says.
    public var since: PartialDate?
  }

  /// Everybody: first those at hand, by their ids, then those whom they name.
  public private(set) var people: [Person] = []
  /// The ties both sides stand for.
  public private(set) var ties: [Link] = []
  /// The ties that one of two people at hand names and the other does not: listed, not counted.
  public private(set) var claims: [Link] = []
  /// The ties to people whose files are not at hand.
  public private(set) var outward: [Link] = []
  private var workplaces: [String: Set<Int>] = [:]

  /// The network of people at hand. O(ties + presences).
  public init(_ pool: [(id: String, identity: Identity)]) {
    var seen: Set<String> = []
    let pool = pool.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
    let facts = pool.map { PersonFacts($0.identity, id: $0.id) }
    people = facts.map { Person(id: $0.id, name: $0.name, organization: $0.employer, isAtHand: true) }
    // Whoever works somewhere still is found under its name, whatever the form of work.
    for (place, person) in facts.enumerated() {
      for presence in person.presences where presence.days.upperBound == PartialDate.farFuture {
        workplaces[presence.organization, default: []].insert(place)
      }
    }
    var said: [Pair: (last: PartialDate?, since: PartialDate?)] = [:]
    let places = Dictionary(people.indices.map { (people[$0].id ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    for (place, member) in pool.enumerated() {
      for tie in member.identity.network {
        guard let other = tie.attributes.id.flatMap({ places[$0] }) else { continue }
        let pair = Pair(place, other)
        let known = said[pair]
        said[pair] = (Self.later(known?.last, tie.lastContact), known?.since ?? tie.since)
      }
    }
    func link(_ from: Int, _ to: Int, _ basis: Tie.Basis, isMutual: Bool, isInferred: Bool = false) -> Link {
      let more = said[Pair(from, to)]
      return Link(
        from: from, to: to, basis: basis, isMutual: isMutual, isInferred: isInferred, lastContact: more?.last,
        since: more?.since)
    }
    let edges = TrustEdges(facts)
    ties = edges.confirmed.map {
      link(Int($0.left), Int($0.right), $0.basis, isMutual: true, isInferred: $0.isInferred)
    }
    claims = edges.claims.map { link(Int($0.from), Int($0.to), $0.basis, isMutual: false) }
    addOutward(pool, places)
  }

  /// Two places, whichever comes first.
  private struct Pair: Hashable {
    let low: Int
    let high: Int

    init(_ one: Int, _ other: Int) { (low, high) = (min(one, other), max(one, other)) }
  }

  private static func later(_ one: PartialDate?, _ other: PartialDate?) -> PartialDate? {
    guard let one, let other else { return one ?? other }
    return one.lastDay < other.lastDay ? other : one
  }

  private mutating func addOutward(_ pool: [(id: String, identity: Identity)], _ atHand: [String: Int]) {
    var places: [String: Int] = [:]
    for (place, member) in pool.enumerated() {
      for tie in member.identity.network where tie.attributes.id.flatMap({ atHand[$0] }) == nil {
        let key = tie.attributes.id.map { "#" + $0 } ?? Folding.folded(tie.name ?? "")
        guard !key.isEmpty, key != "#" else { continue }
        let other: Int
        if let known = places[key] {
          other = known
        } else {
          other = people.count
          places[key] = other
          people.append(
            Person(id: tie.attributes.id, name: tie.name, organization: tie.organization, isAtHand: false))
        }
        people[other].name = people[other].name ?? tie.name
        people[other].organization = people[other].organization ?? tie.organization
        outward.append(
          Link(
            from: place, to: other, basis: tie.basis ?? .met, isMutual: false, lastContact: tie.lastContact,
            since: tie.since))
      }
    }
  }

  /// The places of people who are meant: by id, else by name, else everybody of an organization.
  public func places(of name: String) -> [Int] {
    if let place = people.firstIndex(where: { $0.id == name }) { return [place] }
    let key = Folding.folded(name)
    guard !key.isEmpty else { return [] }
    let named = people.indices.filter { people[$0].name.map(Folding.folded) == key }
    guard named.isEmpty else { return named }
    let there = people.indices.filter { people[$0].organization.map(Folding.folded) == key }
    return Set(there).union(workplaces[key] ?? []).sorted()
  }

  /// The ties of somebody: those that both stand for, and those to people whose files are not at hand.
  public func links(of place: Int) -> [Link] {
    (ties + outward).filter { $0.from == place || $0.to == place }
  }

  /// The shortest way from one place to any of some others, as the links along it: as few as possible of people who are merely
  /// connected, then of those whose word alone it is, then the least sum of the lengths of matching. nil where there is none.
  ///
  /// O((people + ties) × log people).
  public func path(from start: Int, to goals: Set<Int>) -> [Link]? {
    let lengths = Contract.Lengths()
    var near: [[Link]] = Array(repeating: [], count: people.count)
    for link in ties + outward {
      near[link.from].append(link)
      var back = link
      (back.from, back.to) = (link.to, link.from)
      near[link.to].append(back)
    }
    func cost(_ link: Link) -> Int {
      let word = link.isMutual ? 0 : 1_000
      switch link.basis {
      case .workedTogether: return word + lengths.workedTogether
      case .recommended: return word + lengths.recommended
      case .met: return word + lengths.met
      case .connected: return word + 1_000_000
      }
    }
    var best: [Int: Int] = [start: 0]
    var came: [Int: Link] = [:]
    var done: Set<Int> = []
    var queue = PlaceQueue()
    queue.push(0, start)
    while let (so, place) = queue.pop() {
      guard done.insert(place).inserted else { continue }
      if goals.contains(place) {
        var way: [Link] = []
        var at = place
        while at != start, let link = came[at] {
          way.append(link)
          at = link.from
        }
        return way.reversed()
      }
      for link in near[place] where !done.contains(link.to) {
        let length = so + cost(link)
        if length < best[link.to] ?? .max {
          best[link.to] = length
          came[link.to] = link
          queue.push(length, link.to)
        }
      }
    }
    return nil
  }
}

/// Places by their distance, the nearest first; of equals the one that comes first. A binary heap.
private struct PlaceQueue {
  private var heap: [(key: Int, place: Int)] = []

  mutating func push(_ key: Int, _ place: Int) {
    heap.append((key, place))
    var child = heap.count - 1
    while child > 0, heap[child] < heap[(child - 1) / 2] {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> (Int, Int)? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && heap[child] < heap[least] {
        least = child
      }
      if least == parent { return first }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
