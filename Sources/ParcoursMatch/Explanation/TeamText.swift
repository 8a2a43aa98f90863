public import ParcoursModel

/// A team told in words: who gives what, who knows whom, what it costs, and how it is known.
public struct TeamText: Sendable {
  private let team: Team
  private let contract: Contract
  private let isFrench: Bool

  /// Prepares to tell a team in a language, French or else English.
  public init(_ team: Team, for contract: Contract, language: String) {
    self.team = team
    self.contract = contract
    isFrench = language.lowercased().hasPrefix("fr")
  }

  private func say(_ english: String, _ french: String) -> String { isFrench ? french : english }

  /// Thousands apart, as the language has them.
  private func money(_ amount: Int) -> String {
    var digits = String(amount)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    groups.insert(digits, at: 0)
    return groups.joined(separator: isFrench ? "\u{202F}" : ",") + (isFrench ? "\u{A0}" : " ") + (team.currency ?? "")
  }

  private func name(_ id: String?) -> String {
    team.members.first { $0.id == id }?.name ?? id ?? say("somebody outside the team", "quelqu’un hors de l’équipe")
  }

  private var colon: String { say(":", "\u{202F}:") }

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
      let days = say("\(member.days) of \(member.capacity) days", "\(member.days) jours sur \(member.capacity)")
      lines.append("  \(name(member.id))\(colon) \(days), \(money(member.fee))")
      for given in member.needs {
        let need = contract.needs.first { $0.id == given.need }
        // Evidence that its owner keeps private is not named, so that none named does not mean there is none.
        let proof = given.evidence.isEmpty ? "" : " (\(given.evidence.joined(separator: ", ")))"
        let days = say("\(given.days) d", "\(given.days) j")
        lines.append("    \(need?.skill ?? given.need ?? "")\(colon) \(days), \(level(given.level))\(proof)")
      }
    }
    if !team.uncovered.isEmpty {
      let skills = team.uncovered.map { id in contract.needs.first { $0.id == id }?.skill ?? id }
      lines.append("  \(say("not covered", "non couvert"))\(colon) \(skills.joined(separator: ", "))")
    }
    lines.append("")
    lines += trust
    lines.append("")
    let parts =
      "\(money(team.fees ?? 0)) \(say("fees", "d’honoraires")) + \(money(team.trust ?? 0)) \(say("for trust", "pour la confiance"))"
    lines.append(
      "  \(say("price", "prix"))\(colon) \(money(team.price ?? 0)) = \(parts)\(say("; budget", "\u{202F}; budget")) \(money(contract.budget ?? 0))"
    )
    lines.append("  " + proof)
    return lines
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
      team.status == .infeasible
      ? say("no team meets the rules of this contract:", "aucune équipe ne satisfait aux règles de ce contrat\u{202F}:")
      : say("no team was found:", "aucune équipe trouvée\u{202F}:")
    return [head]
      + team.reasons.map { "  \($0.message ?? "")" + (($0.rule ?? "").isEmpty ? "" : " [\($0.rule ?? "")]") }
  }
}
