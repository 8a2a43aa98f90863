internal import ParcoursModel

/// The exact answer to a person who asks why they are not in the team.
extension Matcher {
  /// Sentences that answer "why not me?": every rule that keeps them out, or what the best team with them would come to.
  ///
  /// - Parameters:
  ///   - id: who asks.
  ///   - language: French, or else English.
  public func why(_ id: String, language: String) -> [String] {
    let words = words(language)
    guard let index = problem.people.firstIndex(where: { $0.id == id }) else {
      let who = words.quoted(id)
      return [words.say("\(who) is not in the pool", "\(who) n’est pas dans le vivier")]
    }
    let person = problem.people[index]
    let who = called(person)
    guard person.isEligible else { return bars(person, words) }
    let best = search(whole)
    guard let whole, let winner = best.winner, best.isProven else {
      return [
        words.say("there is no team at all, with or without \(who)", "il n’y a aucune équipe, avec ou sans \(who)")
      ]
    }
    if winner.members.contains(index) {
      return [words.say("\(who) is in the best team", "\(who) est dans la meilleure équipe")]
    }
    guard let place = whole.people.firstIndex(of: index) else { return [] }
    var with = whole
    with.instance.isFixed[place] = true
    let forced = search(with, lost: winner.lost)
    guard forced.isProven else {
      return [words.say("the time was over before that was known", "le temps s’est écoulé avant qu’on le sache")]
    }
    guard let other = forced.winner else {
      return [
        words.say(
          "\(who) is eligible, but no team with \(who) keeps the rules",
          "\(who) est éligible, mais aucune équipe avec \(who) ne respecte les règles")
      ]
    }
    return [compare(other, winner, person, words)]
  }

  private func called(_ person: Candidate) -> String { person.name ?? person.id }

  private func compare(_ other: Winner, _ winner: Winner, _ person: Candidate, _ words: RuleWords) -> String {
    let who = called(person)
    let team = other.members.map { called(problem.people[$0]) }.joined(separator: ", ")
    if other.lost > winner.lost {
      return words.say(
        "\(who) is eligible; the best team with \(who) (\(team)) leaves out needs of \(other.lost - winner.lost) more weight",
        "\(who) est éligible\u{202F}; la meilleure équipe avec \(who) (\(team)) laisse de côté des besoins d’un poids supérieur de \(other.lost - winner.lost)"
      )
    }
    if other.price == winner.price {
      return words.say(
        "\(who) is eligible, and a team with \(who) (\(team)) costs as much: the fewest members, then the ids that come first decide",
        "\(who) est éligible, et une équipe avec \(who) (\(team)) coûte autant\u{202F}: le plus petit nombre de membres, puis l’ordre des identifiants, départagent"
      )
    }
    let more = words.money(other.price - winner.price)
    // Not what of it are fees: that would say what somebody outside the team charges.
    return words.say(
      "\(who) is eligible; the best team with \(who) (\(team)) costs \(more) more",
      "\(who) est éligible\u{202F}; la meilleure équipe avec \(who) (\(team)) coûte \(more) de plus"
    )
  }

  private func bars(_ person: Candidate, _ words: RuleWords) -> [String] {
    let who = called(person)
    var lines: [String] = []
    func add(_ bar: Bars, _ english: String, _ french: String) {
      if !person.bars.isDisjoint(with: bar) { lines.append("\(who) " + words.say(english, french)) }
    }
    add(.excluded, "is excluded by the contract", "est exclu(e) par le contrat")
    for index in (contract.languages?.everyone ?? []).indices {
      let language = words.language(contract.languages?.everyone[index])
      add(.language(index), "does not speak \(language)", "ne parle pas \(language)")
    }
    add(
      .overlap, "shares too few hours with the client's day, or names no known time zone",
      "partage trop peu d’heures avec la journée du client, ou n’indique aucun fuseau horaire connu")
    let days = words.days(person.capacity)
    let least = words.days(contract.team?.minDays ?? 1)
    add(
      .capacity, "has \(days) in the window; nobody joins for fewer than \(least)",
      "dispose de \(days) dans la période\u{202F}; personne n’intervient moins de \(least)")
    add(
      .rate, "has no rate in \(contract.currency ?? "") or a currency that the contract converts",
      "n’a pas de tarif en \(contract.currency ?? "") ni dans une devise que le contrat convertit")
    add(.skills, "meets the level of none of the needs", "n’atteint le niveau d’aucun des besoins")
    if !person.bars.isDisjoint(with: .skills) {
      for (index, need) in contract.needs.enumerated() where person.rank(for: index) > 0 {
        let own = words.level(Skill.Level.allCases[person.rank(for: index) - 1])
        lines.append(
          "  "
            + words.say(
              "\(words.skill(index)): \(own) as it counts, \(words.level(need.level)) is asked for",
              "\(words.skill(index))\u{202F}: \(own) une fois les preuves prises en compte, \(words.level(need.level)) demandé"
            ))
      }
    }
    return lines
  }
}
