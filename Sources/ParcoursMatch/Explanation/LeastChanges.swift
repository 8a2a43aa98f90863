internal import ParcoursModel

/// The least change of each rule alone that lets a team through, the smallest first.
struct LeastChanges {
  private let impossibility: Impossibility
  private let contract: Contract
  private let words: RuleWords
  private let pool: [PersonFacts]
  private let judge: (Contract) -> [Candidate]

  init(_ impossibility: Impossibility) {
    self.impossibility = impossibility
    contract = impossibility.matcher.contract
    words = impossibility.words
    pool = impossibility.matcher.pool
    judge = impossibility.matcher.judge
  }

  /// A change: which rule, what it would have to be, and how large a change that is for it.
  struct Change {
    var rule: String
    var message: String
    /// What the rule would have to be, as the contract would say it.
    var value: JSONValue
    var size: Double
  }

  func all() -> [Change] {
    var changes: [Change] = []
    func add(_ change: Change?) { if let change { changes.append(change) } }
    add(budget())
    add(window())
    for need in contract.needs.indices where contract.needs[need].isMust {
      add(level(need))
      add(nice(need))
    }
    add(moreMembers())
    add(fewerMembers())
    add(minDays())
    add(overlap())
    for index in (contract.languages?.everyone ?? []).indices { add(fluency(index, isEveryone: true)) }
    for index in (contract.languages?.someone ?? []).indices { add(fluency(index, isEveryone: false)) }
    for rule in words.rules {
      switch rule {
      case .include, .exclude, .conflict, .sameCity, .sameOrganization: add(without(rule))
      default: break
      }
      if impossibility.matcher.isOver() { break }
    }
    return changes.sorted { ($0.size, $0.rule) < ($1.size, $1.rule) }
  }

  private func isPossible(_ relaxed: Relaxation) -> Bool { impossibility.isPossible(relaxed) ?? false }

  /// The least of the values of a range that lets a team through, where a larger value lets through whatever a smaller one does.
  private func least(_ range: ClosedRange<Int>, _ isEnough: (Int) -> Bool) -> Int? {
    guard isEnough(range.upperBound) else { return nil }
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if isEnough(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private func budget() -> Change? {
    guard let fee = impossibility.leastFee(), let budget = contract.budget, fee > budget else { return nil }
    let (more, whole) = (words.money(fee - budget), words.money(fee))
    return Change(
      rule: "/budget",
      message: words.say("a budget of \(whole): \(more) more", "un budget de \(whole)\u{202F}: \(more) de plus"),
      value: fee.json, size: Double(fee - budget) / Double(max(1, budget)))
  }

  private func window() -> Change? {
    guard let start = contract.startDate?.firstDay, let end = contract.endDate?.lastDay, end >= start else {
      return nil
    }
    let length = end - start + 1
    func isEnough(_ more: Int) -> Bool {
      var longer = contract
      longer.endDate = PartialDate(dayNumber: end + more)
      return impossibility.isPossible(Relaxation(), people: judge(longer)) ?? false
    }
    guard let more = least(1...(length * 4), isEnough), let date = PartialDate(dayNumber: end + more) else {
      return nil
    }
    return Change(
      rule: "/endDate",
      message: words.say(
        "a window that ends on \(words.date(date)): \(words.days(more)) later",
        "une période qui finit le \(words.date(date))\u{202F}: \(words.days(more)) plus tard"),
      value: .string(date.description), size: Double(more) / Double(length))
  }

  private func level(_ need: Int) -> Change? {
    let rank = (contract.needs[need].level ?? .novice).rank
    guard rank > 1 else { return nil }
    let lower = least(1...(rank - 1)) { steps in
      var relaxed = Relaxation()
      relaxed.ranks[need] = rank - steps
      return isPossible(relaxed)
    }
    guard let lower else { return nil }
    let level = Skill.Level.allCases[rank - lower - 1]
    let name = words.skill(need)
    return Change(
      rule: "/needs/\(need)/level",
      message: words.say(
        "\(name) at the level \(words.level(level))", "\(name) au niveau \(words.level(level))"),
      value: .string(level.rawValue), size: Double(lower) / 5)
  }

  private func nice(_ need: Int) -> Change? {
    guard isPossible(Relaxation([.need(need)])) else { return nil }
    let total = contract.needs.reduce(0) { $0 + ($1.days ?? 0) }
    return Change(
      rule: "/needs/\(need)/must",
      message: words.say(
        "\(words.skill(need)) as a wish rather than a must", "\(words.skill(need))\u{202F}: souhait plutôt qu’exigence"),
      value: .bool(false), size: 0.1 + Double(contract.needs[need].days ?? 0) / Double(max(1, total)))
  }

  private func moreMembers() -> Change? {
    let most = contract.mostMembers
    guard most < Relaxation.anySize else { return nil }
    let more = least(1...(Relaxation.anySize - most)) { more in
      var relaxed = Relaxation()
      relaxed.most = most + more
      return isPossible(relaxed)
    }
    return more.map { more in
      Change(
        rule: "/team/max",
        message: words.say(
          "up to \(words.members(most + more)): \(more) more",
          "jusqu’à \(words.members(most + more))\u{202F}: \(more) de plus"),
        value: (most + more).json, size: Double(more) / Double(most))
    }
  }

  private func fewerMembers() -> Change? {
    let least = contract.team?.min ?? 1
    guard least > 1 else { return nil }
    let fewer = self.least(1...(least - 1)) { fewer in
      var relaxed = Relaxation()
      relaxed.least = least - fewer
      return isPossible(relaxed)
    }
    return fewer.map { fewer in
      Change(
        rule: "/team/min",
        message: words.say(
          "from \(words.members(least - fewer)) on: \(fewer) fewer",
          "dès \(words.members(least - fewer))\u{202F}: \(fewer) de moins"),
        value: (least - fewer).json, size: Double(fewer) / Double(least))
    }
  }

  private func minDays() -> Change? {
    let days = contract.team?.minDays ?? 1
    guard days > 1 else { return nil }
    let fewer = least(1...(days - 1)) { fewer in
      var relaxed = Relaxation()
      relaxed.minDays = days - fewer
      return isPossible(relaxed)
    }
    return fewer.map { fewer in
      Change(
        rule: "/team/minDays",
        message: words.say(
          "people who join for \(words.days(days - fewer))", "des interventions dès \(words.days(days - fewer))"),
        value: (days - fewer).json, size: Double(fewer) / Double(days))
    }
  }

  private func overlap() -> Change? {
    guard let hours = contract.overlapHours, hours > 0, contract.timeZone != nil,
      impossibility.matcher.eligibility.knowsTimeZone
    else { return nil }
    // In quarters of an hour, as time zones have them.
    let quarters = Int((hours * 4).rounded(.up))
    let fewer = least(1...quarters) { fewer in
      var looser = contract
      looser.overlapHours = Double(quarters - fewer) / 4
      return impossibility.isPossible(Relaxation(), people: judge(looser)) ?? false
    }
    return fewer.map { fewer in
      let left = Double(quarters - fewer) / 4
      return Change(
        rule: "/overlapHours",
        message: words.say(
          "\(words.hours(left)) shared with the client's day",
          "\(words.hours(left)) partagées avec la journée du client"),
        value: left.json, size: Double(fewer) / Double(quarters))
    }
  }

  private func fluency(_ index: Int, isEveryone: Bool) -> Change? {
    let language = isEveryone ? contract.languages?.everyone[index] : contract.languages?.someone[index]
    guard let language else { return nil }
    let name = Languages.name(of: language.language ?? "", in: words.isFrench ? "fr" : "en")
    let place = "/languages/\(isEveryone ? "everyone" : "someone")/\(index)"
    let ranks = Fluency.allCases
    let rank = ranks.firstIndex(of: language.fluency ?? .A1) ?? 0
    if rank > 0 {
      let lower = least(1...rank) { steps in
        var looser = contract
        if isEveryone {
          looser.languages?.everyone[index].fluency = ranks[rank - steps]
        } else {
          looser.languages?.someone[index].fluency = ranks[rank - steps]
        }
        return impossibility.isPossible(Relaxation(), people: judge(looser)) ?? false
      }
      if let lower {
        let level = ranks[rank - lower]
        return Change(
          rule: place + "/fluency",
          message: words.say("\(name) at \(level.rawValue)", "\(name) au niveau \(level.rawValue)"),
          value: .string(level.rawValue), size: Double(lower) / 6)
      }
    }
    return without(isEveryone ? .everyone(index) : .someone(index))
  }

  private func without(_ rule: ContractRule) -> Change? {
    guard isPossible(Relaxation([rule])) else { return nil }
    let what = words.words(rule)
    return Change(
      rule: words.pointer(rule),
      message: words.say("without the rule that \(what)", "sans la règle\u{202F}: \(what)"), value: .null, size: 1)
  }
}
