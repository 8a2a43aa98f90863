import ParcoursModel
import Testing

@testable import ParcoursMatch

/// What is said beside the best team, held against trying every team.
struct ExplanationTests {
  private func matcher(_ problem: Problem) -> Matcher { Matcher(problem.contract, pool: problem.pool) { _, _ in nil } }

  /// With parts of the search left out it finds the same: neither a heuristic nor the reduction hides an error of a bound.
  @Test func everyPartOfTheSearchMayBeLeftOut() {
    for seed in Problem.seeds(80) {
      let problem = Problem(seed: UInt64(seed))
      let usual = matcher(problem).team(explains: false)
      for number in 0..<4 {
        var other = matcher(problem)
        other.options.usesLocalSearch = number != 0 && number != 2
        other.options.usesSkyband = number != 1 && number != 2
        if number == 3 { other.options.threads = 1 }
        let team = other.team(explains: false)
        #expect(team.status == usual.status && team.lostWeight == usual.lostWeight, "seed \(seed), \(number)")
        #expect(team.price == usual.price && team.members == usual.members, "seed \(seed), \(number)")
        if number == 3 { #expect(team.json == usual.json, "seed \(seed): threads decide nothing, not even the nodes") }
      }
    }
  }

  /// The next teams are those that come next.
  @Test func theBestTeamsAreTheFirstOfAll() {
    for seed in Problem.seeds(80) {
      let problem = Problem(seed: UInt64(seed))
      let teams = matcher(problem).teams(6, explains: false)
      let all = problem.all()
      #expect(
        teams.map { $0.members.compactMap(\.id) } == (all.isEmpty ? [[]] : all.prefix(6).map(\.members)), "seed \(seed)"
      )
      #expect(teams.compactMap(\.price) == all.prefix(6).map(\.price), "seed \(seed)")
    }
  }

  /// Teams that are to be apart are the first ones that are.
  @Test func teamsMayHaveToBeApart() {
    for seed in Problem.seeds(40) {
      let problem = Problem(seed: UInt64(seed))
      var wanted: [[String]] = []
      for team in problem.all() where wanted.count < 4 {
        let isApart = wanted.allSatisfy { other in
          max(team.members.count, other.count) - Set(team.members).intersection(other).count >= 2
        }
        if isApart { wanted.append(team.members) }
      }
      let teams = matcher(problem).teams(4, apart: 2, explains: false).map { $0.members.compactMap(\.id) }
      #expect(teams == (wanted.isEmpty ? [[]] : wanted), "seed \(seed)")
    }
  }

  /// Between its corners, and at them, the curve says what trying every team says.
  @Test func theCurveIsTheBestTeamForEveryPrice() throws {
    for seed in Problem.seeds(40) {
      let problem = Problem(seed: UInt64(seed))
      let curve = try #require(matcher(problem).trustCurve())
      let all = problem.all()
      let lost = all.map(\.lost).min()
      let teams = all.filter { $0.lost == lost }
      #expect(curve.isEmpty == teams.isEmpty, "seed \(seed)")
      for (index, point) in curve.enumerated() {
        let from = fraction(point.from ?? "0")
        let to = point.to.map(fraction) ?? (from.0 + 5_000 * from.1, from.1)
        #expect(index == 0 || curve[index - 1].to == point.from)
        // At both ends and halfway no team is cheaper.
        for price in [from, to, (from.0 * to.1 + to.0 * from.1, 2 * from.1 * to.1)] {
          let own = point.fees * price.1 + point.steps * price.0
          let least = teams.map { $0.fee * price.1 + $0.steps * price.0 }.min() ?? 0
          #expect(own == least, "seed \(seed) at \(price)")
        }
      }
    }
  }

  private func fraction(_ text: String) -> (Int, Int) {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    return (parts.first ?? 0, parts.count > 1 ? parts[1] : 1)
  }

  /// What each one's absence comes to.
  @Test func absencesAreTheBestTeamsWithout() throws {
    for seed in Problem.seeds(40) {
      let problem = Problem(seed: UInt64(seed))
      let team = matcher(problem).team()
      let all = problem.all()
      guard let best = all.first else { continue }
      for member in team.members where !problem.contract.include.contains(member.id ?? "") {
        let absence = try #require(member.absence)
        let other = all.first { !$0.members.contains(member.id ?? "") }
        #expect(absence.price == other.map { $0.price - best.price }, "seed \(seed)")
        #expect(absence.lostWeight == (other.map { $0.lost - best.lost } ?? 0), "seed \(seed)")
        if let other { #expect(absence.joining == other.members.filter { !best.members.contains($0) }, "seed \(seed)") }
      }
    }
  }

  /// A set of conflicting rules has no team, and has one with any of its rules put aside; each change that is said lets a
  /// team through, and one unit less does not.
  @Test func conflictsAreIrreducibleAndChangesLeast() {
    var conflicts = 0
    var changes = 0
    for seed in Problem.seeds(100) {
      var problem = Problem(seed: UInt64(seed))
      problem.contract.budget = (problem.contract.budget ?? 0) / 2
      guard problem.brute() == nil else { continue }
      let matcher = matcher(problem)
      let impossibility = Impossibility(matcher, language: "en")
      let conflict = impossibility.conflict()
      if conflict.isEmpty {
        // Nobody could do even one of the needs, whatever the rules: then a certificate says so.
        #expect(impossibility.isPossible(Relaxation(Set(impossibility.words.rules))) == false, "seed \(seed)")
        #expect(!impossibility.certificates().isEmpty, "seed \(seed)")
        continue
      }
      conflicts += 1
      let others = Set(impossibility.words.rules).subtracting(conflict)
      #expect(impossibility.isPossible(Relaxation(others)) == false, "seed \(seed)")
      for rule in conflict {
        #expect(impossibility.isPossible(Relaxation(others.union([rule]))) == true, "seed \(seed): \(rule)")
      }
      for change in LeastChanges(impossibility).all() {
        guard case .number(let text)? = change.value as JSONValue?, let value = Int(text) else { continue }
        for (value, isEnough) in [
          (value, true), (value + (change.rule == "/team/min" || change.rule == "/team/minDays" ? 1 : -1), false),
        ] {
          var other = problem
          switch change.rule {
          case "/budget": other.contract.budget = value
          case "/team/max": other.contract.team?.max = value
          case "/team/min": other.contract.team?.min = value
          case "/team/minDays": other.contract.team?.minDays = value
          default: continue
          }
          #expect((other.brute() != nil) == isEnough, "seed \(seed): \(change.rule) \(value)")
          changes += 1
        }
      }
    }
    #expect(conflicts > 30 && changes > 40, "\(conflicts) \(changes)")
  }

  /// No more of one city than the contract allows.
  @Test func citiesMayBeCapped() {
    var differs = 0
    for seed in Problem.seeds(80) {
      var problem = Problem(seed: UInt64(seed))
      var dice = Dice(UInt64(seed))
      problem.pool = problem.pool.map { member in
        var identity = member.identity ?? Identity()
        identity.contact = Contact()
        identity.contact?.location = Location()
        identity.contact?.location?.city = ["Lyon", "Nantes", "Québec"].randomElement(using: &dice)
        return PoolMember(id: member.id, identity: identity)
      }
      let free = problem.brute()?.members
      problem.contract.team?.maxSameCity = 1
      let team = matcher(problem).team(explains: false)
      #expect(team.members.compactMap(\.id) == problem.brute()?.members ?? [], "seed \(seed)")
      #expect(team.concentration.allSatisfy { $0.kind != "city" }, "seed \(seed)")
      if free != problem.brute()?.members { differs += 1 }
    }
    #expect(differs > 5)
  }

  /// "Why not me?" is answered by the rule that keeps somebody out, or by what the team with them costs.
  @Test func whyIsAnswered() {
    var answers = 0
    for seed in Problem.seeds(40) {
      let problem = Problem(seed: UInt64(seed))
      let matcher = matcher(problem)
      let all = problem.all()
      guard let best = all.first else { continue }
      for member in problem.pool where !best.members.contains(member.id) {
        let lines = matcher.why(member.id, language: "en").joined(separator: "\n")
        guard let with = all.first(where: { $0.members.contains(member.id) }) else {
          #expect(!lines.contains("costs"), "seed \(seed)")
          continue
        }
        if with.lost == best.lost, with.price > best.price {
          let more = RuleWords(problem.contract, language: "en").money(with.price - best.price)
          #expect(lines.contains("costs \(more) more"), "seed \(seed): \(lines)")
          answers += 1
        }
      }
    }
    #expect(answers > 10)
  }

  /// Sets of needs come by the weight they lose, each once.
  @Test func servedSetsComeInTheirOrder() {
    var contract = Contract()
    contract.needs = [3, 1, 4, 1, 5].enumerated().map { index, weight in
      var need = Contract.Need()
      need.isMust = index == 2
      need.weight = weight
      return need
    }
    let choices = Array(ServedSets(contract))
    #expect(choices.count == 16 && Set(choices.map(\.left)).count == 16)
    #expect(choices.map(\.lost) == choices.map(\.lost).sorted())
    #expect(choices.allSatisfy { $0.left >> 2 & 1 == 0 })
    let weights = contract.needs.map(\.weight)
    #expect(
      choices.allSatisfy { choice in
        choice.lost == weights.indices.reduce(0) { $0 + (choice.left >> UInt32($1) & 1 == 1 ? weights[$1] : 0) }
      })
  }
}
