public import ParcoursModel

/// Teams as they are told: who does what, who knows whom, what it costs, how it is known.
extension Matcher {
  /// The best team, or why there is none. Exponential in the size of the team at worst; see the proof's nodes.
  ///
  /// - Parameters:
  ///   - language: of what is said about rules.
  ///   - explains: whether the price of each one's absence, the rules that cost something and the ways out are looked for.
  public func team(language: String = "en", explains: Bool = true) -> Team {
    let found = search(whole, spare: explains ? 1 : 0)
    guard let winner = found.winner else { return nothing(found, language, explains: explains) }
    var team = describe(winner, found)
    if explains { explain(winner, found, language, in: &team) }
    return team
  }

  /// The best teams, the best first, each different from those before it by at least so many members.
  public func teams(_ count: Int, apart: Int = 1, language: String = "en", explains: Bool = true) -> [Team] {
    let first = team(language: language, explains: explains)
    guard !first.members.isEmpty else { return [first] }
    var teams = [first]
    let place = Dictionary(
      problem.people.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    while teams.count < count, !isOver() {
      let known = teams.map { $0.members.compactMap { $0.id.flatMap { place[$0] } } }
      let found = search(whole, known: known, apart: apart, lost: teams.last?.lostWeight ?? 0)
      guard let winner = found.winner else { break }
      teams.append(describe(winner, found))
    }
    return teams
  }

  private func nothing(_ found: Search, _ language: String, explains: Bool) -> Team {
    var team = head(found)
    team.status = found.isProven ? .infeasible : .unknown
    let impossibility = Impossibility(self, language: language)
    guard found.isProven else {
      team.reasons = [
        impossibility.reason(
          "",
          impossibility.words.say(
            "the time was over before a team was found or its absence proven",
            "le temps s’est écoulé avant qu’une équipe soit trouvée ou son absence prouvée"))
      ]
      return team
    }
    team.reasons = impossibility.certificates()
    guard explains else { return team }
    if whole != nil || team.reasons.isEmpty {
      team.conflict = impossibility.conflict().map {
        impossibility.reason(impossibility.words.pointer($0), impossibility.words.words($0))
      }
    }
    team.changes = LeastChanges(impossibility).all().map { change in
      var one = Team.Change()
      one.rule = change.rule
      one.message = change.message
      one.value = change.value
      one.size = (change.size * 1_000).rounded() / 1_000
      return one
    }
    if team.reasons.isEmpty, team.conflict.isEmpty {
      team.reasons = [
        impossibility.reason(
          "",
          impossibility.words.say(
            "the rules contradict each other", "les règles se contredisent"))
      ]
    }
    return team
  }

  private func head(_ found: Search) -> Team {
    var team = Team()
    team.contract = contract.id
    team.currency = contract.currency
    var proof = Team.Proof()
    proof.eligible = problem.people.count(where: \.isEligible)
    proof.nodes = found.nodes
    proof.kept = found.kept
    team.proof = proof
    return team
  }

  /// A winner as a team.
  func describe(_ winner: Winner, _ found: Search) -> Team {
    var team = head(found)
    team.status = found.isProven ? .optimal : .feasible
    team.lostWeight = winner.lost
    team.price = winner.price
    team.fees = winner.fee
    team.trust = winner.price - winner.fee
    let bound = min(winner.price, found.bound)
    team.proof?.bound = found.isProven ? winner.price : bound
    team.proof?.gap = found.isProven ? nil : winner.price - bound
    team.uncovered = contract.needs.indices.filter { !winner.served.contains($0) }.compactMap { contract.needs[$0].id }
    describeMembers(winner, in: &team)
    let inTeam = Set(winner.members.map { problem.people[$0].id })
    for (position, left) in winner.places.enumerated() {
      for (later, right) in winner.places.enumerated().dropFirst(position + 1) {
        var pair = Team.Pair()
        let (a, b) = (problem.people[winner.members[position]].id, problem.people[winner.members[later]].id)
        pair.a = a
        pair.b = b
        // Where trust is free, nobody's distance was asked.
        let path = problem.graph.path(from: a, to: b)
        pair.distance =
          winner.made.instance.trustPrice > 0
          ? winner.made.instance.distance(left, right) : problem.graph.distance(from: a, to: b)
        // Whom the members know outside the team is nobody's business here.
        pair.path = path.map { inTeam.contains($0) ? .string($0) : .null }
        team.pairs.append(pair)
      }
    }
    team.concentration = concentration(winner.members.map { problem.people[$0] })
    return team
  }

  private func describeMembers(_ winner: Winner, in team: inout Team) {
    let instance = winner.made.instance
    let days = TeamFee(instance).least(winner.places, instance)?.days ?? []
    guard days.count == winner.places.count else { return }
    let assignment = TeamFee.assignment(winner.places, days: days, instance)
    for (position, index) in winner.members.enumerated() {
      let person = problem.people[index]
      let identity = identity(person.id)
      var member = Team.Member()
      member.id = person.id
      member.name = person.name
      member.days = days[position]
      member.capacity = person.capacity
      member.fee = person.rate * days[position]
      for (need, days) in assignment[position].enumerated() where days > 0 {
        var given = Team.Assignment()
        given.need = contract.needs[need].id
        given.days = days
        let rank = person.rank(for: need)
        given.level = rank > 0 ? Skill.Level.allCases[rank - 1] : nil
        if let identity { given.evidence = eligibility.evidence(of: need, atRank: rank, in: identity).ids }
        member.needs.append(given)
      }
      team.members.append(member)
    }
  }

  private func concentration(_ people: [Candidate]) -> [Team.Concentration] {
    var found: [Team.Concentration] = []
    for (kind, key) in [("organization", \Candidate.employer), ("city", \Candidate.city)] {
      var groups: [String: (name: String, count: Int)] = [:]
      for person in people {
        guard let name = person[keyPath: key], !Folding.folded(name).isEmpty else { continue }
        groups[Folding.folded(name), default: (name, 0)].count += 1
      }
      for group in groups.values.filter({ $0.count > 1 }).sorted(by: { (-$0.count, $0.name) < (-$1.count, $1.name) }) {
        var one = Team.Concentration()
        one.kind = kind
        one.name = group.name
        one.members = group.count
        found.append(one)
      }
    }
    return found
  }

  // MARK: What each one and each rule is worth

  private func explain(_ winner: Winner, _ found: Search, _ language: String, in team: inout Team) {
    guard found.isProven else { return }
    // What is not known within so many nodes is not said: the team is proven, its explanation may have gaps.
    var brief = self
    brief.options.nodes = 2_000
    brief.explainMembers(winner, in: &team)
    brief.explainRules(winner, language, in: &team)
  }

  private func explainMembers(_ winner: Winner, in team: inout Team) {
    guard let whole else { return }
    for (position, index) in winner.members.enumerated() where !isOver() {
      team.members[position].absence = absence(of: index, winner, whole)
    }
  }

  private func explainRules(_ winner: Winner, _ language: String, in team: inout Team) {
    let words = RuleWords(contract, language: language)
    for rule in words.rules where !isOver() {
      switch rule {
      // Needs and levels are what is asked for, not how; people named one by one are asked for with --without and --with.
      case .need, .level, .exclude, .everyone, .overlap: continue
      default: break
      }
      var loosened = Relaxation([rule])
      if rule == .most {
        // One more, which is how far a contract might go.
        loosened = Relaxation()
        loosened.most = contract.mostMembers + 1
      }
      guard isTight(rule, winner, team), let relaxed = problem.whole(loosened) else { continue }
      let other = search(relaxed)
      guard other.isProven, let better = other.winner,
        (better.lost, better.price) < (winner.lost, winner.price)
      else { continue }
      var binding = Team.Binding()
      binding.rule = words.pointer(rule)
      binding.message = words.words(rule)
      binding.weight = winner.lost - better.lost
      binding.saving = winner.price - better.price
      team.binding.append(binding)
    }
  }

  /// Whether a rule could matter: most show at the team itself that they do not.
  private func isTight(_ rule: ContractRule, _ winner: Winner, _ team: Team) -> Bool {
    switch rule {
    case .most: winner.members.count == contract.mostMembers
    case .least: winner.members.count == contract.team?.min ?? 1
    case .minDays: team.members.contains { $0.days == contract.team?.minDays ?? 1 }
    case .include(let index): team.members.contains { $0.id == contract.include[index] }
    case .budget:
      // The cheapest day that could be added costs more than what is left.
      winner.lost > 0 || winner.fee + 2 * (problem.people.map(\.rate).max() ?? 0) >= contract.budget ?? 0
    case .conflict(let index):
      contract.conflicts[index].contains { id in team.members.contains { $0.id == id } }
    default: true
    }
  }

  private func absence(of index: Int, _ winner: Winner, _ whole: TeamProblem.Made) -> Team.Absence? {
    var absence = Team.Absence()
    guard !contract.include.contains(problem.people[index].id) else { return absence }
    let kept = whole.people.indices.filter { whole.people[$0] != index }
    let others = TeamProblem.Made(instance: whole.instance.restricted(to: kept), people: kept.map { whole.people[$0] })
    let search = search(others, lost: winner.lost)
    guard search.isProven else { return nil }
    guard let other = search.winner else { return absence }
    absence.price = other.price - winner.price
    absence.lostWeight = other.lost - winner.lost
    absence.joining = other.members.filter { !winner.members.contains($0) }.map { problem.people[$0].id }
    absence.leaving = winner.members.filter { $0 != index && !other.members.contains($0) }.map { problem.people[$0].id }
    return absence
  }
}
