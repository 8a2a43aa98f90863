import Parcours
import ParcoursMatch
import ParcoursModel
import ParcoursPool
import ParcoursSource
import TestSupport
import Testing

struct MatcherTests {
  private func team(_ problem: Problem, explains: Bool = false) -> Team {
    Matcher(problem.contract, pool: problem.pool) { _, _ in nil }.team(explains: explains)
  }

  /// Every level of "best", ties included, is what trying all teams finds.
  @Test func smallProblemsAreSolvedAsByTryingEveryTeam() {
    var feasible = 0
    for seed in Problem.seeds(400) {
      let problem = Problem(seed: UInt64(seed))
      let found = team(problem, explains: seed % 8 == 0)
      if let best = problem.brute() {
        feasible += 1
        #expect(found.status == .optimal, "seed \(seed)")
        #expect(found.lostWeight == best.lost, "seed \(seed)")
        #expect(found.price == best.price, "seed \(seed)")
        #expect(found.members.compactMap(\.id) == best.members, "seed \(seed)")
      } else {
        #expect(found.status == .infeasible, "seed \(seed)")
        if seed % 8 == 0 { #expect(!(found.reasons.isEmpty && found.conflict.isEmpty), "seed \(seed)") }
      }
    }
    #expect(feasible > Problem.seeds(100).count)
    #expect(feasible < Problem.seeds(390).count)
  }

  /// What is said of a team adds up.
  @Test func everyTeamKeepsTheRules() {
    for seed in Problem.seeds(400) {
      let problem = Problem(seed: UInt64(seed))
      let found = team(problem)
      guard !found.members.isEmpty else { continue }
      #expect(found.fees == found.members.reduce(0) { $0 + $1.fee })
      #expect(found.price == (found.fees ?? 0) + (found.trust ?? 0))
      #expect(found.trust == found.pairs.reduce(0) { $0 + $1.distance } * (problem.contract.trust?.price ?? 0))
      for need in problem.contract.needs where !found.uncovered.contains(need.id ?? "") {
        let given = found.members.flatMap(\.needs).filter { $0.need == need.id }
        #expect(given.reduce(0) { $0 + $1.days } == need.days, "seed \(seed)")
        #expect(given.allSatisfy { ($0.level ?? .novice) >= (need.level ?? .novice) })
      }
      for member in found.members {
        #expect(member.days == member.needs.reduce(0) { $0 + $1.days })
        #expect(member.days <= member.capacity && member.days >= problem.contract.team?.minDays ?? 1)
      }
    }
  }

  @Test func theOrderOfThePoolDecidesNothing() {
    for seed in Problem.seeds(60) {
      var problem = Problem(seed: UInt64(seed))
      let first = team(problem)
      var dice = Dice(UInt64(seed) + 7)
      problem.pool.shuffle(using: &dice)
      #expect(team(problem).json == first.json, "seed \(seed)")
    }
  }

  /// A search that is over before it began still gives a team, and a bound that no team is under.
  @Test func aStoppedSearchGivesATeamAndABound() {
    var stopped = 0
    for seed in Problem.seeds(120) {
      let problem = Problem(seed: UInt64(seed))
      let matcher = Matcher(problem.contract, pool: problem.pool, zoneOffset: { _, _ in nil }, isOver: { true })
      let found = matcher.team()
      guard let best = problem.brute() else {
        #expect(found.members.isEmpty, "seed \(seed)")
        continue
      }
      #expect(!found.members.isEmpty, "seed \(seed)")
      if found.status == .feasible { stopped += 1 }
      if found.lostWeight == best.lost {
        #expect((found.proof?.bound ?? .max) <= best.price, "seed \(seed)")
        #expect((found.price ?? 0) >= best.price, "seed \(seed)")
      }
    }
    #expect(stopped > 5)
  }

  /// The bound of a stopped search is under the optimum on problems that are not solved at their root.
  @Test func boundsOfStoppedSearchesHold() throws {
    for seed in Problem.seeds(12) {
      var dice = Dice(UInt64(seed))
      var problem = Problem(seed: 1)
      problem.contract.needs = (0..<6).map { index in
        var need = Contract.Need()
        need.id = "n\(index)"
        need.skill = "s\(index)"
        need.days = 10
        return need
      }
      problem.contract.team?.min = 5
      problem.contract.team?.max = 5
      problem.contract.team?.minDays = 1
      problem.contract.budget = 1_000_000
      problem.contract.trust?.price = 600
      problem.contract.conflicts = []
      problem.contract.include = []
      problem.contract.languages = nil
      problem.contract.unproven = .same
      problem.pool = (0..<14).map { index in
        var identity = problem.pool[0].identity ?? Identity()
        identity.id = "p\(index)"
        identity.skills = (0..<2).map { _ in
          var skill = Skill()
          skill.name = "s\(Int.random(in: 0..<6, using: &dice))"
          skill.level = .expert
          return skill
        }
        identity.rate?.amount = Int.random(in: 20...80, using: &dice) * 10
        identity.availability?.daysPerWeek = 5
        identity.network = []
        return PoolMember(id: "p\(index)", identity: identity)
      }
      for left in 0..<14 {
        for right in (left + 1)..<14 where Int.random(in: 0...3, using: &dice) == 0 {
          for (one, other) in [(left, right), (right, left)] {
            var identity = problem.pool[one].identity ?? Identity()
            var tie = Tie()
            tie.attributes.id = "p\(other)"
            tie.basis = .workedTogether
            identity.network.append(tie)
            problem.pool[one] = PoolMember(id: "p\(one)", identity: identity)
          }
        }
      }
      let best = team(problem)
      let stopped = Matcher(problem.contract, pool: problem.pool, zoneOffset: { _, _ in nil }, isOver: { true }).team()
      guard best.status == .optimal else { continue }
      #expect((stopped.proof?.bound ?? .max) <= best.price ?? 0, "seed \(seed)")
    }
  }

  /// Needs that are only wished for may be many.
  @Test func manyNiceNeedsMayBeLost() {
    var problem = Problem(seed: 1)
    problem.contract.needs = (0..<18).map { index in
      var need = Contract.Need()
      need.id = "n\(index)"
      need.skill = "s\(index)"
      need.days = 1
      need.isMust = index == 0
      return need
    }
    problem.contract.team?.min = 1
    problem.contract.team?.minDays = 1
    problem.contract.conflicts = []
    problem.contract.include = []
    problem.contract.languages = nil
    problem.contract.budget = 1_000_000
    problem.contract.unproven = .same
    var identity = problem.pool[0].identity ?? Identity()
    identity.network = []
    identity.availability?.daysPerWeek = 5
    identity.skills = (0..<16).map { index in
      var skill = Skill()
      skill.name = "s\(index)"
      skill.level = .expert
      return skill
    }
    problem.pool = [PoolMember(id: "p0", identity: identity)]
    let found = team(problem)
    #expect(found.status == .optimal)
    #expect(found.lostWeight == 2)
  }

  @Test func tiesCountWhenBothSidesListThemAndByTheWeakerBasis() {
    var problem = Problem(seed: 1)
    problem.contract.needs = problem.contract.needs.prefix(1).map { need in
      var need = need
      need.days = 20
      need.level = .novice
      need.isMust = true
      return need
    }
    problem.contract.team?.min = 2
    problem.contract.team?.max = 2
    problem.contract.team?.minDays = 1
    problem.contract.budget = 1_000_000
    problem.contract.conflicts = []
    problem.contract.include = ["p0", "p1"]
    problem.contract.languages = nil
    problem.contract.unproven = .same
    func distance(_ left: [(String, Tie.Basis)], _ right: [(String, Tie.Basis)], _ middle: [(String, Tie.Basis)] = [])
      -> Int?
    {
      for (index, ties) in [left, right, middle].enumerated() {
        var identity = problem.pool[index].identity ?? Identity()
        identity.network = ties.map { id, basis in
          var tie = Tie()
          tie.attributes.id = id
          tie.basis = basis
          return tie
        }
        var skill = Skill()
        skill.name = problem.contract.needs[0].skill
        skill.level = .expert
        identity.skills = [skill]
        problem.pool[index] = PoolMember(id: "p\(index)", identity: identity)
      }
      let found = team(problem)
      return found.pairs.first?.distance
    }
    #expect(distance([("p1", .workedTogether)], []) == 4)
    #expect(distance([("p1", .workedTogether)], [("p0", .met)]) == 3)
    #expect(distance([("p1", .workedTogether)], [("p0", .workedTogether)]) == 1)
    let through = [("p0", Tie.Basis.workedTogether), ("p1", .workedTogether)]
    #expect(distance([("p2", .workedTogether)], [("p2", .workedTogether)], through) == 2)
  }

  /// Somebody outside the team never appears in a result.
  @Test func outsidersStayOutside() throws {
    let contract = try #require(Repository.text("\(Repository.root)/Examples/contracts/hospital-dashboards.yaml"))
    let reading = TeamFinder().contract(Input(SourceText(name: "c.yaml", text: contract)), asOf: .epoch)
    let pool = try Pools.at("\(Repository.root)/Examples/profiles", .standard).read()
    let wanted = try #require(reading.contract)
    var found = TeamFinder().team(for: wanted, from: [pool])
    #expect(found.status == .optimal)
    // Who would take a member's place is said by their id, and nothing else of them.
    for index in found.members.indices { found.members[index].absence = nil }
    let inTeam = Set(found.members.compactMap(\.id))
    let text =
      String(decoding: TeamFinder().json(found), as: UTF8.self) + TeamFinder().text(found, for: wanted, language: "en")
    for member in pool.members where !inTeam.contains(member.id) {
      #expect(!text.contains(member.id))
      #expect(!text.contains(member.identity?.name ?? "?"))
    }
    #expect(found.pairs.contains { $0.path.contains(.null) })
  }

  /// What stands in a name does nothing to a terminal.
  @Test func namesAreShownAndNotObeyed() {
    var problem = Problem(seed: 2)
    problem.contract.title = LocalizedText("A\u{1B}[2Jtitle")
    problem.contract.needs[0].skill = "\u{202E}s0"
    var pool = PoolReading()
    pool.members = problem.pool.map { member in
      var identity = member.identity ?? Identity()
      identity.name = "E\u{1B}[31mvil \u{9B}2J"
      for index in identity.skills.indices where identity.skills[index].name == "s0" {
        identity.skills[index].name = "\u{202E}s0"
      }
      return PoolMember(id: member.id + "\u{1B}]0;x\u{7}", identity: identity)
    }
    let finder = TeamFinder()
    for language in ["en", "fr"] {
      let text = finder.text(
        finder.team(for: problem.contract, from: [pool]), for: problem.contract, language: language)
      #expect(text.contains("vil"))
      #expect(
        !text.unicodeScalars.contains {
          $0.value < 0x20 && $0 != "\n" || (0x7F..<0xA0).contains($0.value) || $0.value == 0x202E
        })
    }
  }

  /// A result is what its schema says.
  @Test(arguments: Repository.names(in: Repository.root + "/Examples/contracts"))
  func resultsMeetTheirSchema(_ name: String) throws {
    let contract = try #require(Repository.text("\(Repository.root)/Examples/contracts/\(name)"))
    var wanted = try #require(
      TeamFinder().contract(Input(SourceText(name: name, text: contract)), asOf: .epoch).contract)
    let pool = try Pools.at("\(Repository.root)/Examples/profiles", .standard).read()
    for budget in [wanted.budget, 1_000] {
      wanted.budget = budget
      let bytes = TeamFinder().json(TeamFinder().team(for: wanted, from: [pool]))
      let found = Validator(.named("team"), asOf: .epoch).validate(SourceText(name: "team.json", bytes: bytes))
      #expect(found.diagnostics.isEmpty)
    }
    // None of them can carry it alone.
    wanted.team = nil
    for member in pool.members {
      var alone = PoolReading()
      alone.members = [member]
      #expect(TeamFinder().team(for: wanted, from: [alone]).status == .infeasible, "\(member.id)")
    }
  }
}
