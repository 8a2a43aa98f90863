import Parcours
import ParcoursInterchange
import ParcoursMatch
import ParcoursModel
import ParcoursPool
import ParcoursSource

// usage: MatchBenchmark POOL.ndjson CONTRACT… [--trust P…] [--explain]
// For each contract and price of trust: seconds for judging the pool and its ties, for the team (near people, reduction,
// search and proof) and, with --explain, for the team with its explanation; its price, status, nodes.
var arguments = Array(CommandLine.arguments.dropFirst())
let explains = arguments.contains("--explain")
arguments.removeAll { $0 == "--explain" }
var prices: [Int?] = [nil]
if let flag = arguments.firstIndex(of: "--trust") {
  prices = arguments[(flag + 1)...].map { Int($0) }
  arguments.removeSubrange(flag...)
}
let clock = ContinuousClock()
func seconds(_ time: Duration) -> String {
  let value = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  return String(Double(Int(value * 10_000)) / 10_000)
}

var begin = clock.now
let pool = try Pools.at(arguments[0], .standard).read()
print("read \(pool.members.count) people in \(seconds(clock.now - begin)) s")
for path in arguments.dropFirst() {
  guard var contract = TeamFinder().contract(try Input.read(path), asOf: PartialDate("2026-11-21") ?? .epoch).contract
  else {
    print("\(path): no contract")
    continue
  }
  for price in prices {
    if let price {
      var trust = contract.trust ?? Contract.Trust()
      trust.price = price
      contract.trust = trust
    }
    begin = clock.now
    let matcher = Matcher(contract, pool: pool.members, zoneOffset: { _, _ in nil })
    let judged = clock.now
    let team = matcher.team(explains: false)
    let found = clock.now
    var line =
      "\(path) P=\(contract.trust?.price ?? 0) judge=\(seconds(judged - begin)) search=\(seconds(found - judged))"
    if explains {
      _ = matcher.team()
      line += " explained=\(seconds(clock.now - found))"
    }
    print(
      line,
      "\(team.status.rawValue) price=\(team.price ?? -1) lost=\(team.lostWeight ?? -1) n=\(team.members.count)",
      "nodes=\(team.proof?.nodes ?? 0) eligible=\(team.proof?.eligible ?? 0) kept=\(team.proof?.kept ?? 0)")
  }
}
