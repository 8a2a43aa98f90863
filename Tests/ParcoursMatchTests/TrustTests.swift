import Parcours
import ParcoursModel
import ParcoursPool
import ParcoursSource
import TestSupport
import Testing

@testable import ParcoursMatch

/// Whose word makes a tie.
struct TrustTests {
  private func person(_ id: String, _ ties: [(String, Tie.Basis)] = [], at places: [(String, ClosedRange<Int>)] = [])
    -> PersonFacts
  {
    var facts = PersonFacts(id: id)
    facts.ties = ties.map { PersonFacts.TieFact(id: $0, basis: $1) }
    facts.presences = places.map { PersonFacts.Presence(organization: $0, days: $1) }
    return facts
  }

  @Test func bothSidesAndTheWeakerWord() {
    let edges = TrustEdges([
      person("a", [("b", .workedTogether), ("c", .met), ("nobody", .met), ("a", .met)]), person("b", [("a", .met)]),
      person("c"),
    ])
    #expect(edges.confirmed == [TrustEdges.Edge(left: 0, right: 1, basis: .met)])
    #expect(edges.claims == [TrustEdges.Claim(from: 0, to: 2, basis: .met)])
  }

  @Test func havingBeenThereTogether() {
    let edges = TrustEdges([
      person("a", at: [("lab", 100...200)]), person("b", at: [("lab", 150...300)]),
      person("c", at: [("lab", 250...400)]),
      person("d", [("a", .recommended)], at: [("bank", 100...200)]),
    ])
    #expect(
      edges.confirmed == [
        TrustEdges.Edge(left: 0, right: 1, basis: .workedTogether, isInferred: true),
        TrustEdges.Edge(left: 1, right: 2, basis: .workedTogether, isInferred: true),
      ])
    #expect(edges.claims == [TrustEdges.Claim(from: 3, to: 0, basis: .recommended)])
  }

  /// What people say themselves comes before what their places let one guess.
  @Test func whatIsSaidComesBeforeWhatIsInferred() {
    let edges = TrustEdges([
      person("a", [("b", .met)], at: [("lab", 100...200)]), person("b", [("a", .met)], at: [("lab", 150...300)]),
      person("c", [("d", .recommended)], at: [("bank", 1...9)]), person("d", at: [("bank", 1...9)]),
    ])
    #expect(
      edges.confirmed == [
        TrustEdges.Edge(left: 0, right: 1, basis: .met), TrustEdges.Edge(left: 2, right: 3, basis: .recommended),
      ])
  }

  /// Other hidden fields of a contact hide no city; a hidden city, place or contact does.
  @Test func aCityIsHiddenWhereItIsSaid() {
    func facts(_ edit: (inout Contact) -> Void) -> PersonFacts {
      var identity = Identity()
      var contact = Contact()
      contact.location = Location()
      contact.location?.city = "Nantes"
      edit(&contact)
      identity.contact = contact
      return PersonFacts(identity, id: "a")
    }
    #expect(facts { $0.attributes.fieldVisibility = FieldVisibility([.init("phone", .private)]) }.city == "Nantes")
    #expect(facts { $0.attributes.fieldVisibility = FieldVisibility([.init("location", .private)]) }.city == nil)
    #expect(facts { $0.location?.attributes.fieldVisibility = FieldVisibility([.init("city", .private)]) }.city == nil)
    #expect(facts { $0.attributes.visibility = .private }.city == nil)
  }

  @Test func aCrowdConfirmsButMakesNothing() {
    var people = (0..<40).map { person("p\($0)", at: [("works", 1...100)]) }
    people[3].ties = [PersonFacts.TieFact(id: "p7", basis: .recommended)]
    let edges = TrustEdges(people)
    #expect(edges.confirmed == [TrustEdges.Edge(left: 3, right: 7, basis: .recommended)])
  }

  @Test func aRecommendationIsAWord() {
    var identity = Identity()
    var recommendation = Recommendation()
    recommendation.from = Recommender()
    recommendation.from?.attributes.id = "b"
    identity.recommendations = [recommendation]
    let edges = TrustEdges([PersonFacts(identity, id: "a"), person("b", [("a", .workedTogether)])])
    #expect(edges.confirmed == [TrustEdges.Edge(left: 0, right: 1, basis: .recommended)])
  }

  /// A line of a pool gives the same facts by the short way and by the long one.
  @Test func linesGiveTheSameFacts() throws {
    let place = Repository.temporaryFolder()
    var lines: [String] = []
    for name in Repository.names(in: Repository.root + "/Examples/profiles") {
      let run = Program.run(
        Program.parcours, ["convert", "\(Repository.root)/Examples/profiles/\(name)", "-t", "json", "--quiet"])
      lines.append(run.outputText.split(separator: "\n").joined())
    }
    lines.append(
      #"{"parcours":1,"id":"x","rate":{"amount":7,"currency":"EUR","per":"hour"},"availability":{"from":"2027-02","daysPerWeek":2.5},"languages":[{"language":"fr-CA","fluency":"C1"}],"skills":[{"name":"é\\u0301","level":"expert","evidence":["s","t"]},{"name":"B"}],"path":[{"kind":"role","id":"s","organization":{"name":"L’Atelier"},"startDate":"2019","engagement":"partTime","engagements":[{"id":"m","client":{"name":"ACME"},"startDate":"2020-02"}]},{"kind":"role","status":"sought","organization":{"name":"Z"},"startDate":"2030"}],"network":[{"id":"y","basis":"recommended"},{"id":"z"}]}"#
    )
    lines.append(
      #"{"parcours":1,"id":"w","contact":{"visibility":"private","location":{"city":"Nantes"}},"path":[{"kind":"role","visibility":"private","organization":{"name":"Q"},"startDate":"2020","engagement":"fullTime"}]}"#
    )
    let path = place + "/pool.ndjson"
    Repository.write(Array((lines.joined(separator: "\n") + "\n").utf8), to: path)
    let pool = try Pools.at(path, .standard).read()
    #expect(pool.members.count == lines.count && pool.findings.isEmpty)
    for member in pool.members {
      #expect(PersonFacts(try #require(member.identity), id: member.id) == member.facts, "\(member.id)")
    }
    // Nothing is said of where somebody is, or for whom they work, that they keep to themselves.
    let hidden = try #require(pool.members.first { $0.id == "w" }).facts
    #expect(hidden.city == nil && hidden.employer == nil && hidden.presences.isEmpty)
  }
}
