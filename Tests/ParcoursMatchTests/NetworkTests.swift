import ParcoursMatch
import ParcoursModel
import TestSupport
import Testing

/// Who knows whom, and the way from one to another.
struct NetworkTests {
  private func person(_ id: String, _ ties: [(String, Tie.Basis)], works: String? = nil) -> (String, Identity) {
    var identity = Identity()
    identity.name = id.uppercased()
    identity.network = ties.map { other, basis in
      var tie = Tie()
      tie.attributes.id = other
      tie.basis = basis
      return tie
    }
    if let works {
      var step = Step()
      step.kind = .role
      step.engagement = .fullTime
      step.startDate = PartialDate("2020-01")
      step.organization = Organization()
      step.organization?.name = works
      identity.path = [step]
    }
    return (id, identity)
  }

  @Test func mutualClaimedAndOutward() throws {
    let network = Network([
      person("a", [("b", .workedTogether), ("c", .met), ("x", .connected)]), person("b", [("a", .recommended)]),
      person("c", []),
    ])
    #expect(network.people.map(\.isAtHand) == [true, true, true, false])
    #expect(network.ties.map(\.basis) == [.recommended])
    #expect(network.claims.map { [$0.from, $0.to] } == [[0, 2]])
    #expect(network.outward.map { [$0.from, $0.to] } == [[0, 3]])
    #expect(network.links(of: 0).count == 2)
  }

  /// People met in person come before connections, however many there are between; both sides' word before one's.
  @Test func theTrustedWay() throws {
    let network = Network([
      person("a", [("b", .met), ("z", .connected)]), person("b", [("a", .met), ("c", .met)]),
      person("c", [("b", .met), ("z", .met)]), person("z", [("a", .connected), ("c", .met)]),
    ])
    let path = try #require(network.path(from: 0, to: [3]))
    #expect(path.map { [$0.from, $0.to] } == [[0, 1], [1, 2], [2, 3]])
    let alone = Network([person("a", [("z", .connected)]), person("z", [("a", .connected)]), person("q", [])])
    #expect(alone.path(from: 0, to: [2])?.count == 1)
    #expect(alone.path(from: 0, to: [1]) == nil)
    #expect(alone.path(from: 0, to: [0]) == [])
  }

  @Test func placesByIdNameAndOrganization() {
    let network = Network([person("a", [], works: "The Lab"), person("b", [], works: "the lab"), person("c", [])])
    #expect(network.places(of: "b") == [1])
    #expect(network.places(of: "C") == [2])
    #expect(network.places(of: "THE-LAB") == [0, 1])
    #expect(network.places(of: "") == [])
  }

  /// The way is never longer than any other: against all pairs' distances (Floyd, Warshall 1962).
  @Test func noWayIsShorter() throws {
    var random = Seeded(3)
    let lengths = Contract.Lengths()
    for _ in 0..<60 {
      let count = 7
      var basis = [[Tie.Basis?]](repeating: Array(repeating: nil, count: count), count: count)
      for one in 0..<count {
        for other in (one + 1)..<count where Bool.random(using: &random) && Bool.random(using: &random) {
          basis[one][other] = Tie.Basis.allCases.randomElement(using: &random)
          basis[other][one] = basis[one][other]
        }
      }
      let network = Network(
        (0..<count).map { one in
          person("p\(one)", (0..<count).compactMap { other in basis[one][other].map { ("p\(other)", $0) } })
        })
      func length(_ basis: Tie.Basis) -> Int {
        switch basis {
        case .workedTogether: lengths.workedTogether
        case .recommended: lengths.recommended
        case .met: lengths.met
        case .connected: 1_000_000
        }
      }
      var distance = basis.map { $0.map { $0.map(length) ?? 1_000_000_000 } }
      for one in 0..<count { distance[one][one] = 0 }
      for between in 0..<count {
        for one in 0..<count {
          for other in 0..<count {
            distance[one][other] = min(distance[one][other], distance[one][between] + distance[between][other])
          }
        }
      }
      for other in 1..<count {
        let path = network.path(from: 0, to: [other])
        #expect((path == nil) == (distance[0][other] >= 1_000_000_000))
        if let path { #expect(path.reduce(0) { $0 + length($1.basis) } == distance[0][other]) }
      }
    }
  }

  /// Merely connected makes no trust.
  @Test func connectionsAreStrangersToTheMatcher() {
    var a = PersonFacts(id: "a")
    var b = PersonFacts(id: "b")
    a.ties = [.init(id: "b", basis: .connected)]
    b.ties = [.init(id: "a", basis: .met)]
    #expect(TrustEdges([a, b]).confirmed.map(\.basis) == [.connected])
  }
}
