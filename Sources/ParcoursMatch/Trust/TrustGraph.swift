internal import ParcoursModel

/// Who trusts whom: edges that both sides list, with the length of the weaker basis; distances are shortest paths, cut at
/// the length of strangers. Paths may run through anyone in the pool.
struct TrustGraph: Sendable {
  /// The length of strangers.
  let stranger: Int
  private let index: [String: Int]
  private let ids: [String]
  private let edges: [[(to: Int, length: Int)]]

  /// Makes the graph of a pool. O(ties).
  init(_ pool: [(id: String, network: [Tie])], lengths: Contract.Lengths) {
    var index: [String: Int] = [:]
    for (position, person) in pool.enumerated() where index[person.id] == nil { index[person.id] = position }
    func length(_ basis: Tie.Basis?) -> Int {
      switch basis {
      case .workedTogether: lengths.workedTogether
      case .recommended: lengths.recommended
      case .met, nil: lengths.met
      }
    }
    var claims = [[Int: Int]](repeating: [:], count: pool.count)
    for (position, person) in pool.enumerated() {
      for tie in person.network {
        guard let other = tie.attributes.id.flatMap({ index[$0] }), other != position else { continue }
        // Of two claims to the same person the stronger one is meant.
        claims[position][other] = min(claims[position][other] ?? .max, length(tie.basis))
      }
    }
    var edges = [[(to: Int, length: Int)]](repeating: [], count: pool.count)
    for position in pool.indices {
      for (other, claimed) in claims[position] {
        guard let back = claims[other][position] else { continue }
        edges[position].append((other, max(claimed, back)))
      }
      edges[position].sort { $0.to < $1.to }
    }
    self.index = index
    self.edges = edges
    ids = pool.map(\.id)
    stranger = lengths.stranger
  }

  /// The people nearer than strangers, and how near. O(edges within the distance).
  func near(_ id: String) -> [String: Int] {
    guard let start = index[id] else { return [:] }
    var result: [String: Int] = [:]
    for (place, found) in search(from: start) where place != start { result[ids[place]] = found.distance }
    return result
  }

  /// The shortest path between two people, both included; empty for strangers. Of equal ones, the one through the ids
  /// that come first.
  func path(from: String, to: String) -> [String] {
    guard let start = index[from], let end = index[to] else { return [] }
    let found = search(from: start)
    guard found[end] != nil else { return [] }
    var path = [end]
    while let last = path.last, last != start, let step = found[last]?.before { path.append(step) }
    return path.reversed().map { ids[$0] }
  }

  private func search(from start: Int) -> [Int: (distance: Int, before: Int)] {
    var found: [Int: (distance: Int, before: Int)] = [start: (0, start)]
    var buckets = [[Int]](repeating: [], count: max(1, stranger))
    buckets[0] = [start]
    for distance in 0..<max(1, stranger) {
      var position = 0
      while position < buckets[distance].count {
        let place = buckets[distance][position]
        position += 1
        guard found[place]?.distance == distance else { continue }
        for edge in edges[place] {
          let total = distance + edge.length
          guard total < stranger else { continue }
          if let known = found[edge.to] {
            if known.distance < total || (known.distance == total && ids[known.before] <= ids[place]) { continue }
          }
          let isNearer = found[edge.to].map { $0.distance > total } ?? true
          found[edge.to] = (total, place)
          if isNearer { buckets[total].append(edge.to) }
        }
      }
    }
    return found
  }
}
