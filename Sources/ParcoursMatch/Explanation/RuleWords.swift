internal import ParcoursModel

/// The rules of a contract in its own words, in French or English.
struct RuleWords {
  let contract: Contract
  let isFrench: Bool
  /// What people of the contract are called, by their ids.
  var names: [String: String] = [:]

  init(_ contract: Contract, language: String, names: [String: String] = [:]) {
    self.contract = contract
    self.names = names
    isFrench = language.lowercased().hasPrefix("fr")
  }

  func say(_ english: String, _ french: String) -> String { isFrench ? french : english }

  var colon: String { say(":", "\u{202F}:") }
  func quoted(_ text: String) -> String { say("“\(text)”", "«\u{202F}\(text)\u{202F}»") }

  /// Thousands apart, as the language has them.
  func money(_ amount: Int) -> String {
    number(amount) + (isFrench ? "\u{A0}" : " ") + (contract.currency ?? "")
  }

  func number(_ amount: Int) -> String {
    var digits = String(abs(amount))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits = String(digits.dropLast(3))
    }
    groups.insert(digits, at: 0)
    return (amount < 0 ? "−" : "") + groups.joined(separator: isFrench ? "\u{202F}" : ",")
  }

  /// What somebody is called, where the pool says it.
  func name(_ id: String) -> String { names[id] ?? quoted(id) }

  func days(_ count: Int) -> String {
    say("\(number(count)) day\(count == 1 ? "" : "s")", "\(number(count))\u{A0}jour\(count < 2 ? "" : "s")")
  }

  func members(_ count: Int) -> String {
    say("\(count) member\(count == 1 ? "" : "s")", "\(count)\u{A0}membre\(count < 2 ? "" : "s")")
  }

  func level(_ level: Skill.Level?) -> String {
    switch level {
    case .novice, nil: say("novice", "notions")
    case .beginner: say("beginner", "débutant")
    case .competent: say("competent", "compétent")
    case .proficient: say("proficient", "avancé")
    case .expert: say("expert", "expert")
    }
  }

  func skill(_ need: Int) -> String { contract.needs[need].skill ?? contract.needs[need].id ?? "" }

  /// The place of a rule in the contract, as a JSON Pointer.
  func pointer(_ rule: ContractRule) -> String {
    switch rule {
    case .need(let index): "/needs/\(index)"
    case .level(let index): "/needs/\(index)/level"
    case .budget: "/budget"
    case .least: "/team/min"
    case .most: "/team/max"
    case .minDays: "/team/minDays"
    case .sameOrganization: "/team/maxSameOrganization"
    case .sameCity: "/team/maxSameCity"
    case .overlap: "/overlapHours"
    case .everyone(let index): "/languages/everyone/\(index)"
    case .someone(let index): "/languages/someone/\(index)"
    case .include(let index): "/include/\(index)"
    case .exclude(let index): "/exclude/\(index)"
    case .conflict(let index): "/conflicts/\(index)"
    }
  }

  /// The rule as a sentence without its stop.
  func words(_ rule: ContractRule) -> String {
    switch rule {
    case .need(let index):
      return say(
        "\(skill(index)) for \(days(contract.needs[index].days ?? 0)) is a must",
        "\(days(contract.needs[index].days ?? 0)) de \(quoted(skill(index))) sont exigés")
    case .level(let index):
      let level = level(contract.needs[index].level)
      return say("\(skill(index)) asks for the level \(level)", "\(skill(index)) demande le niveau \(level)")
    case .budget:
      let budget = money(contract.budget ?? 0)
      return say("fees are at most \(budget)", "les honoraires ne dépassent pas \(budget)")
    case .least:
      let count = members(contract.team?.min ?? 1)
      return say("the team has at least \(count)", "l’équipe compte au moins \(count)")
    case .most:
      let count = members(contract.mostMembers)
      return say("the team has at most \(count)", "l’équipe compte au plus \(count)")
    case .minDays:
      let days = days(contract.team?.minDays ?? 1)
      return say("nobody joins for fewer than \(days)", "personne n’intervient moins de \(days)")
    case .sameOrganization:
      let count = members(contract.team?.maxSameOrganization ?? 0)
      return say(
        "at most \(count) \(contract.team?.maxSameOrganization ?? 0 < 2 ? "works" : "work") for one organization",
        contract.team?.maxSameOrganization ?? 0 < 2
          ? "au plus \(count) travaille pour une même organisation"
          : "au plus \(count) travaillent pour une même organisation")
    case .sameCity:
      let count = members(contract.team?.maxSameCity ?? 0)
      return say(
        "at most \(count) \(contract.team?.maxSameCity ?? 0 < 2 ? "is" : "are") in one city",
        contract.team?.maxSameCity ?? 0 < 2
          ? "au plus \(count) est dans une même ville" : "au plus \(count) sont dans une même ville")
    case .overlap:
      let hours = hours(contract.overlapHours ?? 0)
      let zone = contract.timeZone ?? ""
      return say(
        "everyone shares at least \(hours) of the day with \(zone)",
        "chacun partage au moins \(hours) de la journée avec \(zone)")
    case .everyone(let index):
      let language = language(contract.languages?.everyone[index])
      return say("everyone speaks \(language)", "chacun parle \(language)")
    case .someone(let index):
      let language = language(contract.languages?.someone[index])
      return say("somebody speaks \(language)", "quelqu’un parle \(language)")
    case .include(let index):
      let id = name(contract.include[index])
      return say("\(id) is in the team", "\(id) est dans l’équipe")
    case .exclude(let index):
      let id = name(contract.exclude[index])
      return say("\(id) is not in the team", "\(id) n’est pas dans l’équipe")
    case .conflict(let index):
      let pair = contract.conflicts[index].map(name).joined(separator: say(" and ", " et "))
      return say("\(pair) do not meet", "\(pair) ne se rencontrent pas")
    }
  }

  func hours(_ hours: Double) -> String {
    let whole = hours.rounded() == hours ? String(Int(hours)) : String(hours)
    return say("\(whole) h", "\(isFrench ? whole.split(separator: ".").joined(separator: ",") : whole)\u{A0}h")
  }

  func language(_ language: Contract.Language?) -> String {
    let level = (language?.fluency ?? .A1).rawValue
    let name = Languages.name(of: language?.language ?? "", in: isFrench ? "fr" : "en")
    return say("\(name) (\(level) or better)", "\(name) (niveau \(level) au moins)")
  }

  /// The people with the most time, as the beginning of a sentence.
  func most(_ count: Int, have days: Int) -> String {
    count == 1
      ? say("the one with most time has \(days)", "la personne la plus disponible en a \(days)")
      : say("the \(count) with most time have \(days)", "les \(count) personnes les plus disponibles en ont \(days)")
  }

  /// A day as people write it.
  func date(_ date: PartialDate) -> String {
    guard let month = date.month, let day = date.day else { return date.description }
    return say(
      "\(day) \(MonthNames.english[month - 1]) \(date.year)",
      "\(day == 1 ? "1er" : String(day))\u{A0}\(MonthNames.french[month - 1]) \(date.year)")
  }

  /// Who may not be in a team, and why, in so many words.
  func barred(_ all: [Team.Barred]) -> [String] {
    all.map { barred in
      let words: String
      switch barred.bar {
      case .excluded: words = say("excluded", barred.people < 2 ? "exclue" : "exclues")
      case .language:
        words = say("without a language that everyone must speak", "sans une langue que chacun doit parler")
      case .overlap:
        words = say(
          "overlapping the client's day too little",
          "trop peu présente\(barred.people < 2 ? "" : "s") aux heures du client")
      case .capacity: words = say("with too few days in the window", "avec trop peu de jours dans la période")
      case .rate:
        words = say(
          "without a rate in \(contract.currency ?? "") or a currency that the contract converts",
          "sans tarif en \(contract.currency ?? "") ni dans une devise que le contrat convertit")
      case .skills: words = say("qualified for no need", "qualifiée\(barred.people < 2 ? "" : "s") pour aucun besoin")
      }
      return "\(number(barred.people)) \(words)"
    }
  }

  /// Every rule that the contract has, the hardest to give up first: a set of conflicting rules names the others where it can.
  var rules: [ContractRule] {
    var rules: [ContractRule] = []
    rules += contract.exclude.indices.map { .exclude($0) }
    rules += contract.conflicts.indices.map { .conflict($0) }
    rules += contract.include.indices.map { .include($0) }
    if contract.team?.maxSameCity != nil { rules.append(.sameCity) }
    if contract.team?.maxSameOrganization != nil { rules.append(.sameOrganization) }
    rules += (contract.languages?.someone ?? []).indices.map { .someone($0) }
    rules += (contract.languages?.everyone ?? []).indices.map { .everyone($0) }
    if contract.overlapHours ?? 0 > 0, contract.timeZone != nil { rules.append(.overlap) }
    if contract.team?.min ?? 1 > 1 { rules.append(.least) }
    if contract.team?.minDays ?? 1 > 1 { rules.append(.minDays) }
    if contract.mostMembers < Relaxation.anySize { rules.append(.most) }
    rules += contract.needs.indices.filter { contract.needs[$0].level ?? .novice > .novice }.map { .level($0) }
    rules += contract.needs.indices.filter { contract.needs[$0].isMust }.map { .need($0) }
    rules.append(.budget)
    return rules
  }
}
