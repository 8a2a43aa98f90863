public import ParcoursModel

/// A team told in words: who gives what, who knows whom, what it costs, and how it is known.
public struct TeamText: Sendable {
  private let team: Team
  private let contract: Contract
  private let words: RuleWords
  private let names: [String: String]
  private let asked: (teams: Int, apart: Int)

  /// Prepares to tell a team in a language, French or else English.
  ///
  /// - Parameters:
  ///   - names: what people who are named beside the team are called, by id.
  ///   - asked: how many teams were asked for, and by how many members they were to differ.
  public init(
    _ team: Team, for contract: Contract, language: String, names: [String: String] = [:],
    asked: (teams: Int, apart: Int) = (1, 1)
  ) {
    self.team = team
    self.contract = contract
    self.names = names
    self.asked = asked
    words = RuleWords(contract, language: language)
  }

  private var isFrench: Bool { words.isFrench }
  private func say(_ english: String, _ french: String) -> String { words.say(english, french) }
  private func money(_ amount: Int) -> String { words.money(amount) }

  private func name(_ id: String?) -> String {
    team.members.first { $0.id == id }?.name ?? id.flatMap { names[$0] } ?? id
      ?? say("somebody outside the team", "quelqu’un hors de l’équipe")
  }

  private var colon: String { words.colon }

  /// The lines.
  public var lines: [String] {
    guard !team.members.isEmpty else { return nothing }
    var lines: [String] = []
    let title = contract.title?.version(for: isFrench ? "fr" : "en", documentLanguage: contract.language ?? "en")?.text
    lines.append(
      "\(title ?? contract.id ?? "")\(colon) \(say("a team of \(team.members.count)", "une équipe de \(team.members.count)"))"
    )
    lines.append("")
    for member in team.members {
      let days = say(
        "\(member.days) of \(words.days(member.capacity))", "\(words.days(member.days)) sur \(member.capacity)")
      lines.append("  \(name(member.id))\(colon) \(days), \(money(member.fee))")
      for given in member.needs {
        let need = contract.needs.first { $0.id == given.need }
        // Evidence that its owner keeps private is not named, so that none named does not mean there is none.
        let proof = given.evidence.isEmpty ? "" : " (\(given.evidence.joined(separator: ", ")))"
        let days = say("\(given.days) d", "\(given.days) j")
        let own = given.skill.map { say(" by \($0)", " par \($0)") } ?? ""
        lines.append("    \(need?.skill ?? given.need ?? "")\(own)\(colon) \(days), \(level(given.level))\(proof)")
      }
    }
    if !team.uncovered.isEmpty {
      let skills = team.uncovered.map { id in contract.needs.first { $0.id == id }?.skill ?? id }
      lines.append("  \(say("not covered", "non couvert"))\(colon) \(skills.joined(separator: ", "))")
    }
    lines.append("")
    lines += trust
    lines.append("")
    let (fees, trust, budget) = (money(team.fees ?? 0), money(team.trust ?? 0), money(contract.budget ?? 0))
    let parts = say(
      "\(fees) fees (budget \(budget)) + \(trust) for trust",
      "\(fees) d’honoraires (budget\u{202F}: \(budget)) + \(trust) pour la confiance")
    lines.append("  \(say("price", "prix"))\(colon) \(money(team.price ?? 0)) = \(parts)")
    lines.append("  " + proof)
    let barred = words.barred(team.proof?.barred ?? []).joined(separator: ", ")
    if !barred.isEmpty { lines.append("  \(say("not eligible", "non éligibles"))\(colon) \(barred)") }
    lines += compared + worth + alternatives + curve
    return lines
  }

  /// What each one's absence and each rule costs, and what members have in common.
  private var worth: [String] {
    var lines: [String] = []
    for member in team.members {
      guard let absence = member.absence else { continue }
      lines.append("  \(say("without", "sans")) \(name(member.id))\(colon) \(without(absence))")
    }
    for rule in team.binding {
      let saving =
        rule.weight > 0
        ? say(
          "needs of \(rule.weight) more weight could be covered",
          "des besoins d’un poids de \(rule.weight) pourraient être couverts")
        : say("the team would cost \(money(rule.saving)) less", "l’équipe coûterait \(money(rule.saving)) de moins")
      lines.append(
        "  \(say("without the rule", "sans la règle")) \(words.quoted(rule.message ?? ""))\(colon) \(saving)")
    }
    for common in team.concentration {
      let count = words.members(common.members)
      let what =
        common.kind == "city"
        ? say("\(count) in \(common.name ?? "")", "\(count) à \(common.name ?? "")")
        : say("\(count) of \(common.name ?? "")", "\(count) de \(common.name ?? "")")
      lines.append("  \(say("in common", "en commun"))\(colon) \(what)")
    }
    return lines.isEmpty ? [] : [""] + lines
  }

  private func without(_ absence: Team.Absence) -> String {
    guard let price = absence.price else {
      return say("no team keeps the rules", "aucune équipe ne respecte les règles")
    }
    let most = absence.isAtMost ? say("at most ", "au plus ") : ""
    let cost =
      absence.lostWeight > 0
      ? say(
        "needs of \(absence.lostWeight) more weight stay uncovered",
        "des besoins d’un poids de \(absence.lostWeight) ne sont plus couverts")
      : price == 0 ? say("as much", "autant") : say("\(most)\(money(price)) more", "\(most)\(money(price)) de plus")
    let joining = absence.joining.map { name($0) }.joined(separator: ", ")
    let leaving = absence.leaving.map { name($0) }.joined(separator: ", ")
    return cost
      + (joining.isEmpty ? "" : say(", with \(joining)", ", avec \(joining)"))
      + (leaving.isEmpty ? "" : say(" instead, \(leaving) leaving too", " à la place, \(leaving) partant aussi"))
  }

  private var compared: [String] {
    guard let base = team.asItStands else { return [] }
    let label = say("the contract as it stands", "le contrat tel quel")
    guard let price = base.price else {
      return ["  \(label)\(colon) \(say("no team", "aucune équipe"))"]
    }
    guard let own = team.price else { return ["  \(label)\(colon) \(money(price))"] }
    let difference = own - price
    let lost = (base.lostWeight ?? 0) - (team.lostWeight ?? 0)
    var words =
      difference == 0
      ? say("as much", "autant")
      : say(
        "\(money(abs(difference))) \(difference > 0 ? "less" : "more")",
        "\(money(abs(difference))) de \(difference > 0 ? "moins" : "plus")")
    if lost != 0 {
      words += say(
        ", needs of \(abs(lost)) \(lost > 0 ? "more" : "less") weight uncovered",
        ", des besoins d’un poids \(lost > 0 ? "supérieur" : "inférieur") de \(abs(lost)) non couverts")
    }
    return ["  \(label)\(colon) \(money(price)), \(words)"]
  }

  private var alternatives: [String] {
    var none: [String] = []
    if team.alternatives.count + 1 < asked.teams, team.alternatives.last?.status ?? team.status == .optimal {
      let differ = asked.apart == 1 ? "" : say(" that differs by \(asked.apart)", " qui diffère de \(asked.apart)")
      none = ["", "  " + say("there is no further team\(differ)", "il n’y a pas d’autre équipe\(differ)")]
    }
    guard !team.alternatives.isEmpty else { return none }
    let lines = team.alternatives.enumerated().map { index, other in
      let people = other.members.map { $0.name ?? $0.id ?? "" }.joined(separator: ", ")
      let lost = other.lostWeight ?? 0
      let weight = lost == team.lostWeight ? "" : say(" (weight lost \(lost))", " (poids perdu \(lost))")
      return "  \(index + 2). \(money(other.price ?? 0))\(weight)\(colon) \(people)"
    }
    return ["", "  \(say("the next teams", "les équipes suivantes"))\(colon)"] + lines + none.dropFirst()
  }

  private var curve: [String] {
    guard !team.curve.isEmpty else { return [] }
    let lines = team.curve.map { point in
      let range =
        point.to.map { say("\(point.from ?? "") to \($0)", "de \(point.from ?? "") à \($0)") }
        ?? say("\(point.from ?? "") and more", "\(point.from ?? "") et plus")
      return
        "    \(range)\(colon) \(money(point.fees)) \(say("fees", "d’honoraires")), \(say("distance", "distance")) \(point.steps)\(colon) \(point.members.map { name($0) }.joined(separator: ", "))"
    }
    return [
      "",
      "  \(say("the best team by the price of trust", "la meilleure équipe selon le prix de la confiance"))\(colon)",
    ] + lines
  }

  private func level(_ level: Skill.Level?) -> String {
    switch level {
    case .novice: say("novice", "niveau notions")
    case .beginner: say("beginner", "niveau débutant")
    case .competent: say("competent", "niveau compétent")
    case .proficient: say("proficient", "niveau avancé")
    case .expert: say("expert", "niveau expert")
    case nil: ""
    }
  }

  private var trust: [String] {
    let lengths = contract.trust?.lengths ?? Contract.Lengths()
    return team.pairs.map { pair in
      let both = "\(name(pair.a)) \(say("and", "et")) \(name(pair.b))"
      if pair.path.isEmpty { return "  \(both) \(say("are strangers", "ne se connaissent pas")) (\(pair.distance))" }
      if pair.path.count == 2 {
        let how: String
        switch pair.distance {
        case lengths.workedTogether: how = say("worked together", "ont travaillé ensemble")
        case lengths.recommended: how = say("recommend each other", "se recommandent")
        default: how = say("have met", "se connaissent d’une rencontre")
        }
        return "  \(both) \(how) (\(pair.distance))"
      }
      let between = pair.path.dropFirst().dropLast().map { name($0.string) }
      return
        "  \(both) \(say("know each other through", "se connaissent par")) \(between.joined(separator: say(" and ", " et "))) (\(pair.distance))"
    }
  }

  private var proof: String {
    let nodes = team.proof?.nodes ?? 0
    let eligible = team.proof?.eligible ?? 0
    if team.status == .optimal {
      return say(
        "proven best: no team of the \(eligible) eligible people that covers as much costs less (\(nodes) nodes)",
        "optimum prouvé\u{202F}: aucune équipe des \(eligible) personnes éligibles qui couvre autant ne coûte moins (\(nodes) nœuds)"
      )
    }
    let bound = money(team.proof?.bound ?? 0)
    return say(
      "not proven: the time was over; no team costs less than \(bound) (gap \(money(team.proof?.gap ?? 0)), \(nodes) nodes)",
      "non prouvé\u{202F}: le temps est écoulé\u{202F}; aucune équipe ne coûte moins de \(bound) (écart \(money(team.proof?.gap ?? 0)), \(nodes) nœuds)"
    )
  }

  private var nothing: [String] {
    let head =
      (team.status == .infeasible
        ? say("no team meets the rules of this contract", "aucune équipe ne satisfait aux règles de ce contrat")
        : say("no team was found", "aucune équipe trouvée")) + (team.reasons.isEmpty ? "" : colon)
    func line(_ reason: Team.Reason) -> String {
      "  \(reason.message ?? "")" + ((reason.rule ?? "").isEmpty ? "" : " [\(reason.rule ?? "")]")
    }
    var lines = [head] + team.reasons.map(line)
    if !team.conflict.isEmpty {
      let several = say(
        "these rules contradict each other, whatever the others say; without any one of them they would not:",
        "ces règles suffisent à se contredire, quelles que soient les autres\u{202F}; sans l’une quelconque d’entre elles, elles ne se contrediraient plus\u{202F}:"
      )
      let one = say("this rule alone lets no team through:", "cette règle, à elle seule, exclut toute équipe\u{202F}:")
      lines += ["", team.conflict.count == 1 ? one : several]
      lines += team.conflict.map(line)
    }
    if !team.changes.isEmpty {
      lines += [
        "",
        say(
          "the least change of one rule that makes a team possible:",
          "le moindre changement d’une règle qui rend une équipe possible\u{202F}:"),
      ]
      lines += team.changes.map { "  \($0.message ?? "") [\($0.rule ?? "")]" }
    }
    return lines + compared
  }
}
