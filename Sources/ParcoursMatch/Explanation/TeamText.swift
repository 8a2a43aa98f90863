public import ParcoursModel

/// A team told in words: who gives what, who knows whom, what it costs, and how it is known.
public struct TeamText: Sendable {
  private let team: Team
  private let contract: Contract
  private let words: RuleWords
  private let names: [String: String]
  private let titles: [String: [String: String]]
  private let asked: (teams: Int, apart: Int)

  /// Prepares to tell a team in a language, French or else English.
  ///
  /// - Parameters:
  ///   - names: what people who are named beside the team are called, by id.
  ///   - titles: what members call what proves their skills: by member, then by id.
  ///   - asked: how many teams were asked for, and by how many members they were to differ.
  public init(
    _ team: Team, for contract: Contract, language: String, names: [String: String] = [:],
    titles: [String: [String: String]] = [:], asked: (teams: Int, apart: Int) = (1, 1)
  ) {
    self.team = team
    self.contract = contract
    self.names = names
    self.asked = asked
    self.titles = titles
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

  /// The title, and how many they are.
  public var heading: String {
    let title = contract.title?.version(for: isFrench ? "fr" : "en", documentLanguage: contract.language ?? "en")?.text
    let team =
      team.members.isEmpty
      ? say("no team", "aucune équipe") : say("a team of \(team.members.count)", "une équipe de \(team.members.count)")
    return "\(title ?? contract.id ?? "")\(colon) \(team)"
  }

  /// The lines.
  public var lines: [String] {
    guard !team.members.isEmpty else { return nothing + compared.map { "  " + $0 } }
    var lines = [heading, ""]
    for member in team.members {
      let days = say(
        "\(member.days) of \(words.days(member.capacity))", "\(words.days(member.days)) sur \(member.capacity)")
      lines.append("  \(name(member.id))\(colon) \(days), \(money(member.fee))")
      for given in member.needs {
        let need = contract.needs.first { $0.id == given.need }
        // Evidence that its owner keeps private is not named, so that none named does not mean there is none.
        let named = given.evidence.map { id in member.id.flatMap { titles[$0]?[id] } ?? id }
        let proof = named.isEmpty ? "" : " (\(named.joined(separator: ", ")))"
        let days = say("\(given.days) d", "\(given.days) j")
        let own = given.skill.map { say(" by \($0)", " (au titre de \($0))") } ?? ""
        lines.append("    \(need?.skill ?? given.need ?? "")\(own)\(colon) \(days), \(level(given.level))\(proof)")
      }
    }
    if let uncovered { lines.append("  " + uncovered) }
    func block(_ sentences: [String], _ title: String? = nil, deep: Bool = false) {
      guard !sentences.isEmpty else { return }
      lines.append("")
      if let title { lines.append("  \(title)\(colon)") }
      lines += sentences.map { (deep ? "    " : "  ") + $0 }
    }
    block(pairs)
    block([price, proof] + [notEligible].compactMap(\.self) + compared)
    block(absences.map(\.sentence) + binding + common)
    block(alternatives, alternatives.isEmpty ? nil : alternativesTitle)
    if let noFurther { block([noFurther]) }
    block(curve, curve.isEmpty ? nil : curveTitle, deep: true)
    return lines
  }

  /// What stays uncovered.
  public var uncovered: String? {
    guard !team.uncovered.isEmpty else { return nil }
    let skills = team.uncovered.map { id in contract.needs.first { $0.id == id }?.skill ?? id }
    return "\(say("not covered", "non couvert"))\(colon) \(skills.joined(separator: ", "))"
  }

  /// What it costs.
  public var price: String {
    let (fees, trust, budget) = (money(team.fees ?? 0), money(team.trust ?? 0), money(contract.budget ?? 0))
    let parts = say(
      "\(fees) fees (budget \(budget)) + \(trust) for trust",
      "\(fees) d’honoraires (budget\u{202F}: \(budget)) + \(trust) pour la confiance")
    return "\(say("price", "prix"))\(colon) \(money(team.price ?? 0)) = \(parts)"
  }

  /// Why others may not be in it.
  public var notEligible: String? {
    let barred = words.barred(team.proof?.barred ?? []).joined(separator: ", ")
    return barred.isEmpty ? nil : "\(say("not eligible", "non éligibles"))\(colon) \(barred)"
  }

  /// What each one's absence costs, by their ids.
  public var absences: [(id: String, sentence: String)] {
    team.members.compactMap { member in
      guard let absence = member.absence, let id = member.id else { return nil }
      return (id, "\(say("without", "sans")) \(name(id))\(colon) \(without(absence))")
    }
  }

  /// What rules cost.
  public var binding: [String] {
    team.binding.map { rule in
      let saving =
        rule.weight > 0
        ? say(
          "needs of \(rule.weight) more weight could be covered",
          "des besoins d’un poids de \(rule.weight) pourraient être couverts")
        : say("the team would cost \(money(rule.saving)) less", "l’équipe coûterait \(money(rule.saving)) de moins")
      // Of the size one member more is asked, which is how far a contract might go.
      let what =
        rule.rule == "/team/max"
        ? say("with \(rule.message ?? "")", "avec \(rule.message ?? "")")
        : "\(say("without the rule", "sans la règle")) \(words.quoted(rule.message ?? ""))"
      return "\(what)\(colon) \(saving)"
    }
  }

  /// What members have in common.
  public var common: [String] {
    team.concentration.map { common in
      let count = words.members(common.members)
      let what =
        common.kind == "city"
        ? say("\(count) in \(common.name ?? "")", "\(count) à \(common.name ?? "")")
        : say("\(count) of \(common.name ?? "")", "\(count) de \(common.name ?? "")")
      return "\(say("in common", "en commun"))\(colon) \(what)"
    }
  }

  private func without(_ absence: Team.Absence) -> String {
    guard let price = absence.price else {
      return say("no team keeps the rules", "aucune équipe ne respecte les règles")
    }
    let most = absence.isAtMost ? say("at most ", "au plus ") : ""
    let cost =
      absence.lostWeight > 0
      ? say(
        "wishes of weight \(absence.lostWeight) are lost",
        "des souhaits d’un poids de \(absence.lostWeight) sont perdus")
      : price == 0 ? say("as much", "autant") : say("\(most)\(money(price)) more", "\(most)\(money(price)) de plus")
    let joining = absence.joining.map { name($0) }.joined(separator: ", ")
    let leaving = absence.leaving.map { name($0) }.joined(separator: ", ")
    return cost
      + (joining.isEmpty ? "" : say(", with \(joining)", ", avec \(joining)"))
      + (leaving.isEmpty ? "" : say(" instead, \(leaving) leaving too", " à la place, \(leaving) partant aussi"))
  }

  /// The contract as it stands beside what was asked for.
  public var compared: [String] {
    guard let base = team.asItStands else { return [] }
    let label = say("the contract as it stands", "le contrat tel quel")
    guard let price = base.price else { return ["\(label)\(colon) \(say("no team", "aucune équipe"))"] }
    guard let own = team.price else { return ["\(label)\(colon) \(money(price))"] }
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
        ", wishes of weight \(abs(lost)) \(lost > 0 ? "lost" : "won")",
        ", \(lost > 0 ? "perd" : "couvre en plus") des souhaits d’un poids de \(abs(lost))")
    }
    return ["\(label)\(colon) \(money(price)), \(words)"]
  }

  /// What the next teams are called together.
  public var alternativesTitle: String { say("the next teams", "les équipes suivantes") }

  /// The next teams, numbered from 2.
  public var alternatives: [String] {
    team.alternatives.enumerated().map { index, other in
      let people = other.members.map { $0.name ?? $0.id ?? "" }.joined(separator: ", ")
      let lost = other.lostWeight ?? 0
      let weight = lost == team.lostWeight ? "" : say(" (weight lost \(lost))", " (poids perdu \(lost))")
      return "\(index + 2). \(money(other.price ?? 0))\(weight)\(colon) \(people)"
    }
  }

  /// That there are no more teams, where more were asked for.
  public var noFurther: String? {
    guard team.alternatives.count + 1 < asked.teams, (team.alternatives.last?.status ?? team.status) == .optimal else {
      return nil
    }
    let differ =
      asked.apart == 1
      ? ""
      : say(
        " that differs from these by \(asked.apart) members", " qui diffère de celles-ci par \(asked.apart) membres")
    return say("there is no further team\(differ)", "il n’y a pas d’autre équipe\(differ)")
  }

  /// What the curve is called.
  public var curveTitle: String {
    say("the best team by the price of trust", "la meilleure équipe selon le prix de la confiance")
  }

  /// The best team for each price of trust.
  public var curve: [String] {
    team.curve.map { point in
      let from = decimal(point.from ?? "")
      let range =
        point.to.map(decimal).map { say("\(from) to \($0)", "de \(from) à \($0)") }
        ?? say("\(from) and more", "\(from) et plus")
      let people = point.members.map { name($0) }.joined(separator: ", ")
      return "\(range)\(colon) "
        + say(
          "\(money(point.fees)) fees, distance \(point.steps)",
          "\(money(point.fees)) d’honoraires, distance \(point.steps)") + "\(colon) \(people)"
    }
  }

  /// A fraction as people read it, to a hundredth.
  private func decimal(_ text: String) -> String {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count == 2, parts[1] > 0 else { return text }
    let hundredths = (parts[0] * 200 + parts[1]) / (2 * parts[1])
    let rest = hundredths % 100
    return words.number(hundredths / 100) + say(".", ",") + (rest < 10 ? "0\(rest)" : "\(rest)")
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

  /// Who knows whom, a sentence a pair.
  public var pairs: [String] {
    let lengths = contract.trust?.lengths ?? Contract.Lengths()
    return team.pairs.map { pair in
      let both = "\(name(pair.a)) \(say("and", "et")) \(name(pair.b))"
      if pair.path.isEmpty { return "\(both) \(say("are strangers", "ne se connaissent pas")) (\(pair.distance))" }
      if pair.path.count == 2 {
        let how: String
        switch pair.distance {
        case lengths.workedTogether: how = say("worked together", "ont travaillé ensemble")
        case lengths.recommended: how = say("recommend each other", "se recommandent")
        default: how = say("have met", "ont fait connaissance")
        }
        return "\(both) \(how) (\(pair.distance))"
      }
      let members = pair.path.dropFirst().dropLast().filter { $0.string != nil }.map { name($0.string) }
      let outside = pair.path.count - 2 - members.count
      let others =
        outside == 0
        ? []
        : [
          outside == 1
            ? name(nil)
            : say("\(outside) people outside the team", "\(outside) personnes hors de l’équipe")
        ]
      let between = members + others
      return
        "\(both) \(say("know each other through", "se connaissent par")) \(between.joined(separator: say(" and ", " et "))) (\(pair.distance))"
    }
  }

  /// How it is known.
  public var proof: String {
    let nodes = team.proof?.nodes ?? 0
    let eligible = team.proof?.eligible ?? 0
    if team.status == .optimal {
      return say(
        "proven best: no team of the \(eligible) eligible people that covers as much costs less (\(nodes) nodes)",
        "optimum prouvé\u{202F}: aucune équipe des \(eligible) personnes éligibles qui couvre autant ne coûte moins (\(nodes) nœuds)"
      )
    }
    if team.proof?.bound ?? 0 == 0 {
      return say(
        "not proven: the time was over; better teams may exist (\(nodes) nodes)",
        "non prouvé\u{202F}: le temps est écoulé\u{202F}; il peut exister de meilleures équipes (\(nodes) nœuds)")
    }
    let bound = money(team.proof?.bound ?? 0)
    return say(
      "not proven: the time was over; no team costs less than \(bound) (gap \(money(team.proof?.gap ?? 0)), \(nodes) nodes)",
      "non prouvé\u{202F}: le temps est écoulé\u{202F}; aucune équipe ne coûte moins de \(bound) (écart \(money(team.proof?.gap ?? 0)), \(nodes) nœuds)"
    )
  }

  /// Why there is none, as lines.
  public var nothing: [String] {
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
        "ces règles sont incompatibles entre elles, quelles que soient les autres\u{202F}; il suffit d’en lever une\u{202F}:"
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
    return lines
  }
}
