internal import ParcoursModel

/// Why there is no team: certificates first, then one irreducible set of rules that contradict each other, then the least
/// change of each rule alone that would let a team through.
struct Impossibility {
  let matcher: Matcher
  let words: RuleWords
  private var contract: Contract { matcher.contract }
  private var problem: TeamProblem { matcher.problem }

  init(_ matcher: Matcher, language: String) {
    self.matcher = matcher
    words = matcher.words(language)
  }

  func reason(_ pointer: String, _ message: String) -> Team.Reason {
    var reason = Team.Reason()
    reason.rule = pointer
    reason.message = message
    return reason
  }

  // MARK: Whether there is a team

  /// Whether some served set has a team under loosened rules; nil where the time was over before that was known.
  func isPossible(_ relaxed: Relaxation, people: [Candidate]? = nil) -> Bool? {
    let problem = people.map { TeamProblem(contract, people: $0, graph: self.problem.graph) } ?? self.problem
    guard let whole = problem.whole(relaxed, withTies: false) else { return false }
    // A must that is put aside may be served or not, like a wish: putting rules aside only ever lets more teams through.
    let musts = problem.musts.filter { !relaxed.dropped.contains(.need($0)) }
    let optional = contract.needs.indices.filter { !musts.contains($0) }
    for served in servedSets(musts, optional, relaxed) {
      guard let made = problem.serving(served, whole) else { continue }
      let outcome = matcher.existence(made.instance)
      if outcome.found != nil { return true }
      if outcome.wasStopped { return nil }
    }
    return false
  }

  /// The sets of needs of which one has a team where any has, the smallest first.
  private func servedSets(_ musts: Set<Int>, _ optional: [Int], _ relaxed: Relaxation) -> [Set<Int>] {
    // More needs than the least help only to reach a size, least days, a language or somebody who must be in.
    let isPlain =
      relaxed.least(contract) <= 1 && relaxed.minDays(contract) <= 1 && relaxed.include(contract).isEmpty
      && relaxed.someone.count == contract.languages?.someone.count ?? 0
    if isPlain { return musts.isEmpty ? optional.map { [$0] } : [musts] }
    let few = Array(optional.prefix(10))
    let sets = (0..<(1 << few.count)).map { bits in
      musts.union(few.indices.filter { bits >> $0 & 1 == 1 }.map { few[$0] })
    }
    return (sets + (few.count < optional.count ? [musts.union(optional)] : [])).filter { !$0.isEmpty }
      .sorted { $0.count < $1.count }
  }

  // MARK: Certificates

  /// Facts that alone rule every team out.
  func certificates() -> [Team.Reason] {
    var reasons: [Team.Reason] = []
    if !matcher.eligibility.knowsTimeZone {
      let zone = words.quoted(contract.timeZone ?? "")
      reasons.append(
        reason("/timeZone", words.say("the time zone \(zone) is not known", "le fuseau horaire \(zone) est inconnu")))
    }
    let eligible = problem.people.filter(\.isEligible)
    for id in contract.include where !eligible.contains(where: { $0.id == id }) {
      let isThere = problem.people.contains { $0.id == id }
      let name = words.quoted(id)
      reasons.append(
        reason(
          "/include",
          isThere
            ? words.say("\(name) must be in, but is not eligible", "\(name) doit en être, mais n’est pas éligible")
            : words.say(
              "\(name) must be in, but is not in the pool", "\(name) doit en être, mais n’est pas dans le vivier")))
    }
    let size = contract.mostMembers
    let least = contract.team?.min ?? 1
    if eligible.count < least { reasons.append(tooFew(eligible.count, least)) }
    for (index, need) in contract.needs.enumerated() where need.isMust {
      let able = eligible.filter { $0.needs(atLeast: matcher.eligibility.ranks) >> UInt32(index) & 1 == 1 }
      let label = "\(words.skill(index)) (\(words.level(need.level)))"
      if able.isEmpty {
        reasons.append(
          reason(
            "/needs/\(index)",
            words.say(
              "nobody eligible is qualified for \(label)", "personne d’éligible n’est qualifié pour \(label)")))
        continue
      }
      let days = able.map(\.capacity).sorted(by: >).prefix(size).reduce(0, +)
      if days < need.days ?? 0 {
        let count = min(size, able.count)
        reasons.append(
          reason(
            "/needs/\(index)",
            words.say(
              "\(label) takes \(words.days(need.days ?? 0)); \(words.most(count, have: days)) in the window",
              "\(label) demande \(words.days(need.days ?? 0))\u{202F}; \(words.most(count, have: days)) dans la période"
            )))
      }
    }
    return reasons.isEmpty ? wholeTeam(eligible, size, least) : reasons
  }

  private func tooFew(_ count: Int, _ least: Int) -> Team.Reason {
    let why = words.barred(problem.barred).joined(separator: ", ")
    let english =
      "\(count == 0 ? "nobody" : String(count)) of the pool \(count < 2 ? "is" : "are") eligible, at least \(least) \(least == 1 ? "is" : "are") needed"
    let french =
      "\(count == 0 ? "personne" : String(count)) du vivier \(count < 2 ? "n’est" : "sont") éligible\(count < 2 ? "" : "s"), il en faut au moins \(least)"
    return reason(
      "/team/min",
      words.say(
        english, count == 1 ? "une seule personne du vivier est éligible, il en faut au moins \(least)" : french)
        + (why.isEmpty ? "" : words.colon + " " + why))
  }

  private func wholeTeam(_ eligible: [Candidate], _ size: Int, _ least: Int) -> [Team.Reason] {
    var reasons: [Team.Reason] = []
    let minDays = contract.team?.minDays ?? 1
    let total = contract.needs.filter(\.isMust).compactMap(\.days).reduce(0, +)
    let capacity = eligible.map(\.capacity).sorted(by: >).prefix(size).reduce(0, +)
    if capacity < total {
      reasons.append(
        reason(
          "/team/max",
          words.say(
            "the needs take \(words.days(total)); \(words.most(size, have: capacity))",
            "les besoins demandent \(words.days(total))\u{202F}; \(words.most(size, have: capacity))")))
    }
    if least * minDays > contract.needs.compactMap(\.days).reduce(0, +) {
      reasons.append(
        reason(
          "/team/minDays",
          words.say(
            "\(least) people for \(words.days(minDays)) each are more days than the needs take",
            "\(least) personnes pendant \(words.days(minDays)) chacune dépassent les jours des besoins")))
    }
    for (index, language) in (contract.languages?.someone ?? []).enumerated()
    where !eligible.contains(where: { $0.languages >> UInt32(index) & 1 == 1 }) {
      reasons.append(
        reason(
          "/languages/someone/\(index)",
          words.say(
            "nobody eligible speaks \(words.language(language))",
            "personne d’éligible ne parle \(words.language(language))")))
    }
    if let fee = leastFee(), fee > contract.budget ?? 0 {
      let (fee, budget) = (words.money(fee), words.money(contract.budget ?? 0))
      reasons.append(
        reason(
          "/budget",
          words.say(
            "the cheapest team costs \(fee), the budget is \(budget)",
            "l’équipe la moins chère coûte \(fee), le budget est de \(budget)")))
    }
    return reasons
  }

  /// The least fee of a team, budget put aside, over all served sets; nil where there is none or the time was over.
  func leastFee() -> Int? {
    guard let whole = problem.whole(Relaxation([.budget]), withTies: false) else { return nil }
    var best: Int?
    for choice in ServedSets(contract).prefix(256) {
      let served = Set(contract.needs.indices.filter { choice.left >> UInt32($0) & 1 == 0 })
      guard let made = problem.serving(served, whole) else { continue }
      let free = made.instance.withoutTrust
      let few = Skyband.kept(free)
      let outcome = Solver(free.restricted(to: few), options: matcher.options, isOver: matcher.isOver)
        .solve(ceiling: best.map { $0 - 1 } ?? Relaxation.anyBudget)
      if outcome.wasStopped { return nil }
      if let fee = outcome.found?.fee { best = min(best ?? fee, fee) }
    }
    return best
  }

  // MARK: Rules that contradict each other

  /// One irreducible set of rules: no team keeps all of them, and leaving any one of them out lets a team through (deletion
  /// filter: Chinneck, Dravnieks 1991). Empty where that could not be found out in time.
  func conflict() -> [ContractRule] {
    var dropped: Set<ContractRule> = []
    var kept: [ContractRule] = []
    // Groups that are not to blame go at once.
    let rules = words.rules
    var groups: [[ContractRule]] = []
    for rule in rules {
      switch (rule, groups.last?.first) {
      case (.conflict, .conflict?), (.exclude, .exclude?), (.include, .include?): groups[groups.count - 1].append(rule)
      default: groups.append([rule])
      }
    }
    func filter(_ group: [ContractRule]) -> Bool {
      guard let possible = isPossible(Relaxation(dropped.union(group))) else { return false }
      if !possible {
        dropped.formUnion(group)
      } else if group.count == 1 {
        kept += group
      } else {
        let half = group.count / 2
        return filter(Array(group[..<half])) && filter(Array(group[half...]))
      }
      return true
    }
    for group in groups {
      guard filter(group) else { return [] }
    }
    return kept
  }
}
