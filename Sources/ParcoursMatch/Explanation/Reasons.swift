internal import ParcoursModel

/// Why there is no team, in the contract's words: certificates first, then single rules that stand in the way.
struct Reasons {
  let contract: Contract
  let people: [Freelancer]
  let barred: [Bar: Int]
  private(set) var reasons: [Team.Reason] = []

  init(contract: Contract, people: [Freelancer], barred: [Bar: Int]) {
    self.contract = contract
    self.people = people
    self.barred = barred
  }

  mutating func add(_ rule: String, _ message: String) {
    var reason = Team.Reason()
    reason.rule = rule
    reason.message = message
    reasons.append(reason)
  }

  /// Facts that alone rule every team out.
  mutating func certificates() {
    let size = contract.mostMembers
    let least = contract.team?.min ?? 1
    let minDays = contract.team?.minDays ?? 1
    if people.count < least {
      let why = Bar.allCases.compactMap { bar in barred[bar].map { "\($0) \(Self.words(bar))" } }
      add(
        "/team/min",
        "\(people.count == 0 ? "nobody" : String(people.count)) of the pool \(people.count < 2 ? "is" : "are") eligible, at least \(least) \(least == 1 ? "is" : "are") needed"
          + (why.isEmpty ? "" : ": " + why.joined(separator: ", ")))
    }
    for (index, need) in contract.needs.enumerated() where need.isMust {
      let able = people.filter { $0.needs >> UInt32(index) & 1 == 1 }
      let label = "\(need.skill ?? "") (\(need.level?.rawValue ?? "any level"))"
      if able.isEmpty {
        add("/needs/\(index)", "nobody eligible is qualified for \(label)")
        continue
      }
      let days = able.map(\.capacity).sorted(by: >).prefix(size).reduce(0, +)
      if days < need.days ?? 0 {
        add(
          "/needs/\(index)",
          "\(label) takes \(need.days ?? 0) days; the \(min(size, able.count)) with most time have \(days) in the window"
        )
      }
    }
    if !reasons.isEmpty { return }
    let total = contract.needs.filter(\.isMust).compactMap(\.days).reduce(0, +)
    let capacity = people.map(\.capacity).sorted(by: >).prefix(size).reduce(0, +)
    if capacity < total {
      add("/team/max", "the needs take \(total) days; the \(size) with most time have \(capacity)")
    }
    if least * minDays > contract.needs.compactMap(\.days).reduce(0, +) {
      add("/team/minDays", "\(least) people for \(minDays) days each are more days than the needs take")
    }
    for (index, language) in (contract.languages?.someone ?? []).enumerated()
    where !people.contains(where: { $0.languages >> UInt32(index) & 1 == 1 }) {
      add(
        "/languages/someone/\(index)",
        "nobody eligible speaks \(language.language ?? "") at \(language.fluency?.rawValue ?? "A1")")
    }
  }

  private static func words(_ bar: Bar) -> String {
    switch bar {
    case .excluded: "excluded"
    case .language: "without a language that everyone must speak"
    case .overlap: "overlapping the client's day too little"
    case .capacity: "with too few days in the window"
    case .rate: "without a rate in the contract's currency"
    case .skills: "qualified for no need"
    }
  }

  /// Whether the contract has the rule at all.
  func applies(_ rule: Matcher.Rule) -> Bool {
    switch rule {
    case .budget: true
    case .someone: !(contract.languages?.someone.isEmpty ?? true)
    case .conflicts: !contract.conflicts.isEmpty
    case .most: contract.team?.max != nil
    case .least: (contract.team?.min ?? 1) > 1
    case .minDays: (contract.team?.minDays ?? 1) > 1
    case .include: !contract.include.isEmpty
    }
  }

  /// A rule without which a team was found.
  mutating func inTheWay(_ rule: Matcher.Rule, _ found: Found, _ instance: Instance) {
    let currency = contract.currency ?? ""
    switch rule {
    case .budget:
      add(
        "/budget",
        "a team exists for \(found.fee) \(currency), which the budget of \(contract.budget ?? 0) \(currency) does not allow"
      )
    case .someone: add("/languages/someone", "a team exists if nobody has to speak the languages of `someone`")
    case .conflicts: add("/conflicts", "a team exists if people in conflict may meet")
    case .most:
      add("/team/max", "a team exists with \(found.members.count) members; \(contract.mostMembers) are allowed")
    case .least:
      add(
        "/team/min",
        "a team exists with \(found.members.count) members; at least \(contract.team?.min ?? 1) are asked for")
    case .minDays:
      add("/team/minDays", "a team exists if somebody may join for fewer than \(contract.team?.minDays ?? 1) days")
    case .include: add("/include", "a team exists without those who must be in")
    }
  }
}

extension Contract {
  /// The most members: eight where nothing is said, or as many as the least size asks for.
  var mostMembers: Int { team?.max ?? Swift.max(8, team?.min ?? 1) }
}
