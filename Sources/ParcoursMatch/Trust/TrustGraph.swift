internal import ParcoursModel
internal import ParcoursSystem

/// Who trusts whom: edges that both sides stand for, with the length of the weaker basis; distances are shortest paths, cut at
/// the length of strangers. Paths may run through anyone in the pool.
struct TrustGraph: Sendable {
  /// The length of strangers.
  let stranger: Int
  let ids: [String]
  private let index: [String: Int32]
  private let start: [Int32]
  private let to: [Int32]
  private let length: [Int32]

  /// Makes the graph of a pool; ids that stand twice count once, the first time. O(ties).
  init(_ pool: [PersonFacts], lengths: Contract.Lengths) {
    var index: [String: Int32] = [:]
    index.reserveCapacity(pool.count)
    for (position, person) in pool.enumerated() where index[person.id] == nil { index[person.id] = Int32(position) }
    // Who is merely connected is a stranger.
    let edges = TrustEdges(pool, index: index).confirmed.filter { $0.basis != .connected }
    func length(_ basis: Tie.Basis) -> Int {
      switch basis {
      case .workedTogether: lengths.workedTogether
      case .recommended: lengths.recommended
      case .met: lengths.met
      case .connected: lengths.stranger
      }
    }
    var start = [Int32](repeating: 0, count: pool.count + 1)
    for edge in edges {
      start[Int(edge.left) + 1] += 1
      start[Int(edge.right) + 1] += 1
    }
    for position in 1..<max(1, start.count) { start[position] += start[position - 1] }
    var next = start
    var to = [Int32](repeating: 0, count: 2 * edges.count)
    var far = to
    for edge in edges {
      for (from, other) in [(edge.left, edge.right), (edge.right, edge.left)] {
        to[Int(next[Int(from)])] = other
        far[Int(next[Int(from)])] = Int32(length(edge.basis))
        next[Int(from)] += 1
      }
    }
    self.index = index
    self.start = start
    self.to = to
    self.length = far
    ids = pool.map(\.id)
    stranger = lengths.stranger
  }

  /// The place of somebody in the pool.
  func place(_ id: String) -> Int? { index[id].map(Int.init) }

  /// For some people, by their places in the pool, the others of them that are nearer than strangers, in their order.
  /// O(people × edges within the distance), on all cores.
  func near(_ people: [Int]) -> Instance.Lists {
    var rank = [Int32](repeating: -1, count: ids.count)
    for (position, place) in people.enumerated() { rank[place] = Int32(position) }
    let places = rank
    let chunk = 2_048
    let chunks = (people.count + chunk - 1) / chunk
    let work = SharedWork<Instance.Lists>(chunks)
    Parallel.perform(min(chunks, Cores.count)) { _ in
      let walk = TrustWalk(self)
      while let piece = work.next() {
        var lists = Instance.Lists()
        var found: [(Int32, Int32)] = []
        for place in people[(piece * chunk)..<min(people.count, (piece + 1) * chunk)] {
          walk.walk(from: place)
          found.removeAll(keepingCapacity: true)
          for other in walk.reached.dropFirst() where places[Int(other)] >= 0 {
            found.append((places[Int(other)], Int32(stranger) - walk.distance[Int(other)]))
          }
          found.sort { $0.0 < $1.0 }
          for (other, saving) in found {
            lists.person.append(other)
            lists.saving.append(saving)
          }
          lists.start.append(Int32(lists.person.count))
        }
        work.put(lists, at: piece)
      }
    }
    var result = Instance.Lists()
    for lists in work.results {
      let base = Int32(result.person.count)
      result.person += lists.person
      result.saving += lists.saving
      result.start += lists.start.dropFirst().map { $0 + base }
    }
    return result
  }

  /// The shortest path between two people, both included; empty for strangers. Of equal ones, the one through the ids
  /// that come first.
  func path(from: String, to: String) -> [String] {
    guard let start = place(from), let end = place(to) else { return [] }
    let walk = TrustWalk(self)
    walk.walk(from: end)
    guard walk.distance[start] >= 0, start != end else { return [] }
    // From the start on, always to the neighbour with the first id that is on a shortest path.
    var path = [start]
    while let last = path.last, last != end {
      let steps = edges(of: last).filter {
        walk.distance[Int($0.to)] >= 0 && walk.distance[Int($0.to)] + $0.length == walk.distance[last]
      }
      guard let next = steps.min(by: { ids[Int($0.to)] < ids[Int($1.to)] }) else { return [] }
      path.append(Int(next.to))
    }
    return path.map { ids[$0] }
  }

  func edges(of place: Int) -> [(to: Int32, length: Int32)] {
    (Int(start[place])..<Int(start[place + 1])).map { (to[$0], length[$0]) }
  }

  fileprivate func visitEdges(of place: Int, _ visit: (Int32, Int32) -> Void) {
    for position in Int(start[place])..<Int(start[place + 1]) { visit(to[position], length[position]) }
  }
}

/// One walk from a person outwards after the other, in the same room: shortest paths by buckets (Dial 1969).
private final class TrustWalk {
  private let graph: TrustGraph
  /// The distance of each person that was reached; -1 for the others.
  private(set) var distance: [Int32]
  /// Who was reached, the start first.
  private(set) var reached: [Int32] = []
  private var buckets: [[Int32]]

  init(_ graph: TrustGraph) {
    self.graph = graph
    distance = [Int32](repeating: -1, count: graph.ids.count)
    buckets = [[Int32]](repeating: [], count: max(1, graph.stranger))
  }

  func walk(from place: Int) {
    for other in reached { distance[Int(other)] = -1 }
    reached.removeAll(keepingCapacity: true)
    for number in buckets.indices { buckets[number].removeAll(keepingCapacity: true) }
    distance[place] = 0
    reached.append(Int32(place))
    buckets[0].append(Int32(place))
    let limit = Int32(graph.stranger)
    for near in 0..<buckets.count {
      var position = 0
      while position < buckets[near].count {
        let other = buckets[near][position]
        position += 1
        guard distance[Int(other)] == Int32(near) else { continue }
        graph.visitEdges(of: Int(other)) { next, length in
          let total = Int32(near) + length
          guard total < limit else { return }
          let known = distance[Int(next)]
          if known < 0 {
            reached.append(next)
          } else if known <= total {
            return
          }
          distance[Int(next)] = total
          buckets[Int(total)].append(next)
        }
      }
    }
  }
}

extension TrustGraph {
  /// The trust distance of two people.
  func distance(from: String, to: String) -> Int {
    guard let start = place(from), let end = place(to) else { return stranger }
    let walk = TrustWalk(self)
    walk.walk(from: start)
    return walk.distance[end] < 0 ? stranger : Int(walk.distance[end])
  }
}
