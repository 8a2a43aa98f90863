public import ParcoursModel
internal import ParcoursSystem

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
    proof.barred = problem.barred
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
        if let identity {
          let proof = eligibility.evidence(of: need, atRank: rank, in: identity)
          given.evidence = proof.ids
          given.skill = proof.skill
        }
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
    // The team is proven; what its explanation cannot prove within so many nodes is said as a bound, or not at all.
    var brief = self
    brief.options.nodes = 60
    brief.options.round = 1
    brief.options.threads = 1
    let words = words(language)
    let rules = words.rules.filter { isTight($0, winner, team) }
    let answers = brief.inParallel(winner.members.count + rules.count) { number -> Answer in
      if isOver() { return .nothing }
      if number < winner.members.count { return .absence(brief.absence(of: winner.members[number], winner)) }
      return .binding(brief.binding(rules[number - winner.members.count], winner, words))
    }
    for (number, answer) in answers.enumerated() {
      switch answer {
      case .nothing: break
      case .absence(let absence): team.members[number].absence = absence
      case .binding(let binding): if let binding { team.binding.append(binding) }
      }
    }
  }

  private enum Answer {
    case nothing
    case absence(Team.Absence?)
    case binding(Team.Binding?)
  }

  /// Answers to numbered questions, on all cores, in their order. Nothing of a matcher changes once its people are made.
  private func inParallel<Value>(_ count: Int, _ answer: @escaping (Int) -> Value) -> [Value] {
    _ = whole
    let work = SharedWork<Value>(count)
    nonisolated(unsafe) let answer = answer
    Parallel.perform(min(count, Cores.count)) { _ in
      while let number = work.next() { work.put(answer(number), at: number) }
    }
    return work.results
  }

  /// What the contract would come to without a rule, where that is better.
  private func binding(_ rule: ContractRule, _ winner: Winner, _ words: RuleWords) -> Team.Binding? {
    var loosened = Relaxation([rule])
    if rule == .most {
      // One more, which is how far a contract might go.
      loosened = Relaxation()
      loosened.most = contract.mostMembers + 1
    }
    guard let relaxed = problem.whole(loosened) else { return nil }
    let other = search(relaxed, ceiling: (winner.lost, winner.price))
    guard other.isProven, let better = other.winner, (better.lost, better.price) < (winner.lost, winner.price) else {
      return nil
    }
    var binding = Team.Binding()
    binding.rule = words.pointer(rule)
    binding.message =
      rule == .most
      ? words.say(
        "at most \(words.members(contract.mostMembers + 1))", "au plus \(words.members(contract.mostMembers + 1))")
      : words.words(rule)
    binding.weight = winner.lost - better.lost
    // Where more is covered, what it costs is no saving.
    binding.saving = binding.weight > 0 ? 0 : winner.price - better.price
    return binding
  }

  /// Whether a rule could matter: most show at the team itself that they do not.
  private func isTight(_ rule: ContractRule, _ winner: Winner, _ team: Team) -> Bool {
    switch rule {
    // Needs and levels are what is asked for, not how; languages and hours are for the client to say.
    case .need, .level, .exclude, .everyone, .overlap: false
    case .most: winner.members.count == contract.mostMembers && contract.mostMembers < Relaxation.anySize
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

  private func absence(of index: Int, _ winner: Winner) -> Team.Absence? {
    // Who must be in is not asked to be absent.
    guard let whole, !contract.include.contains(problem.people[index].id) else { return nil }
    var absence = Team.Absence()
    let kept = whole.people.indices.filter { whole.people[$0] != index }
    let others = TeamProblem.Made(instance: whole.instance.restricted(to: kept), people: kept.map { whole.people[$0] })
    let search = search(others, lost: winner.lost)
    guard let other = search.winner else { return search.isProven ? absence : nil }
    absence.isAtMost = !search.isProven
    absence.price = other.price - winner.price
    absence.lostWeight = other.lost - winner.lost
    absence.joining = other.members.filter { !winner.members.contains($0) }.map { problem.people[$0].id }
    absence.leaving = winner.members.filter { $0 != index && !other.members.contains($0) }.map { problem.people[$0].id }
    return absence
  }
}
