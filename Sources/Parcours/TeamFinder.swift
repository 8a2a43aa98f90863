internal import ParcoursFormats
internal import ParcoursInterchange
public import ParcoursMatch
public import ParcoursModel
public import ParcoursPool
public import ParcoursReport
public import ParcoursSource
internal import ParcoursSyntax
internal import ParcoursSystem

/// Finds the best team of a pool for a contract.
public struct TeamFinder: Sendable {
  /// A contract that was read, or what is wrong with it.
  public struct ContractReading: Sendable {
    /// The contract; nil where it has errors.
    public let contract: Contract?
    /// What is wrong.
    public let findings: SourceFindings
  }

  /// Makes a finder.
  public init() {}

  /// Reads and checks a contract, as the settings beside it want it.
  public func contract(_ input: Input, asOf: PartialDate) -> ContractReading {
    guard case .known(let type) = Registry.standard.recognize(input), type.id == DocumentType.contract.id else {
      let recognition = Registry.standard.recognize(input)
      var said = Registry.standard.refusal(of: input, recognition)
      if case .known(let type) = recognition {
        said = Diagnostic(
          id: "contract", "this is \(type.called), and no contract", help: "a contract starts with `contract: 1`")
      }
      return ContractReading(
        contract: nil, findings: SourceFindings(source: input.source, diagnostics: [said].compactMap(\.self)))
    }
    var findings = Validator(asOf: asOf, settings: SettingsFinder()).validate(input)
    guard !findings.has(.error), let document = try? input.strictDocument.get() else {
      return ContractReading(contract: nil, findings: findings)
    }
    let (decoded, issues) = Canonical.decode(Contract.self, document)
    findings.diagnostics += issues
    return ContractReading(contract: issues.isEmpty ? decoded : nil, findings: findings)
  }

  /// Needs whose skills the thesaurus does not have, at their places: they are matched as they are written.
  public func unknownSkills(
    of contract: Contract, in input: Input, thesaurus: Thesaurus, language: String = "en"
  ) -> [Diagnostic] {
    let document = try? input.strictDocument.get()
    return contract.needs.enumerated().compactMap { index, need in
      guard let skill = need.skill, thesaurus.concepts(named: skill).isEmpty else { return nil }
      let pointer = JSONPointer(["needs", String(index), "skill"])
      let near = thesaurus.nearest(to: skill, language: language)
      return Diagnostic(
        id: "unknown-skill", severity: near.isEmpty ? .note : .warning,
        "the thesaurus has no \"\(skill)\": only the same name counts for it",
        at: document?.sourceMap.range(of: pointer), pointer: pointer,
        help: Self.didYouMean(near))
    }
  }

  /// What is to be said of a contract before a team is looked for: what was found in it, skills that nobody knows, people
  /// who are not there.
  public func remarks(
    on contract: Contract, _ found: SourceFindings, in input: Input, from pools: [PoolReading], _ thesaurus: Thesaurus,
    language: String?
  ) -> SourceFindings {
    var said = found.diagnostics
    said += unknownSkills(
      of: contract, in: input, thesaurus: thesaurus, language: language ?? contract.language ?? "en")
    said += sameNeeds(of: contract, in: input, thesaurus)
    if pools.contains(where: { !$0.members.isEmpty }) {
      said += unknownPeople(of: contract, in: input, from: pools)
    } else {
      said.append(Diagnostic(id: "empty-pool", severity: .warning, "there is nobody in the pool"))
    }
    return SourceFindings(source: found.source, diagnostics: said, omitted: found.omitted)
  }

  /// Needs that ask for one skill under two names: each of them is planned for.
  private func sameNeeds(of contract: Contract, in input: Input, _ thesaurus: Thesaurus) -> [Diagnostic] {
    let places = (try? input.strictDocument.get())?.sourceMap
    var first: [String: Int] = [:]
    return contract.needs.enumerated().compactMap { index, need in
      let concepts = need.skill.map { thesaurus.concepts(named: $0).compactMap(\.id) } ?? []
      guard concepts.count == 1, let concept = concepts.first else { return nil }
      guard let other = first[concept] else {
        first[concept] = index
        return nil
      }
      // What is spelt alike has been said by the rules.
      guard let name = need.skill, let known = contract.needs[other].skill,
        Folding.folded(name) != Folding.folded(known)
      else { return nil }
      let pointer = JSONPointer(["needs", String(index), "skill"])
      return Diagnostic(
        id: "duplicate-need", severity: .warning, "\"\(name)\" and \"\(known)\" are one skill",
        at: places?.range(of: pointer), pointer: pointer, help: "make one need of the two")
    }
  }

  private static func didYouMean(_ near: [String]) -> Message? {
    switch near.count {
    case 0: nil
    case 1: "did you mean `\(near[0])`?"
    case 2: "did you mean `\(near[0])` or `\(near[1])`?"
    default: "did you mean `\(near[0])`, `\(near[1])` or `\(near[2])`?"
    }
  }

  /// Ids that two different identities of the pools share: which of them is meant decides the result, so that it must be said.
  public func sharedIDs(in pools: [PoolReading]) -> [String] {
    var first: [String: PoolMember] = [:]
    var shared: Set<String> = []
    for pool in pools {
      for member in pool.members {
        guard let known = first[member.id] else {
          first[member.id] = member
          continue
        }
        if known.facts != member.facts || known.identity != member.identity { shared.insert(member.id) }
      }
    }
    return shared.sorted()
  }

  /// What is asked of a pool, beside the contract.
  public struct Request: Sendable {
    /// Another price of trust than the contract's.
    public var trustPrice: Int?
    /// Another budget.
    public var budget: Int?
    /// Another window.
    public var window: (first: PartialDate, last: PartialDate)?
    /// People who must be in, beside the contract's.
    public var with: [String] = []
    /// People who must not.
    public var without: [String] = []
    /// How many teams.
    public var teams = 1
    /// By how many members each is to differ from those before it.
    public var apart = 1
    /// Whether the best team for every price of trust is asked for.
    public var hasCurve = false
    /// How long to search at the most; nil is as long as it takes.
    public var seconds: Double?
    /// Whether to stop, asked from several threads.
    public var isStopped: @Sendable () -> Bool = { false }
    /// The language of what is said: French, or else English.
    public var language = "en"
    /// What names of skills mean.
    public var thesaurus = Thesauri.standard

    /// The contract as it stands.
    public init() {}

    /// The contract with what is asked for instead; nil where nothing is.
    func changed(_ contract: Contract) -> Contract? {
      var other = contract
      if let trustPrice {
        var trust = contract.trust ?? Contract.Trust()
        trust.price = trustPrice
        other.trust = trust
      }
      if let budget { other.budget = budget }
      if let window { (other.startDate, other.endDate) = (window.first, window.last) }
      other.include += with.filter { !contract.include.contains($0) }
      other.include.removeAll { without.contains($0) }
      other.exclude += without.filter { !contract.exclude.contains($0) }
      other.exclude.removeAll { with.contains($0) }
      return other == contract ? nil : other
    }
  }

  /// The best team, or why there is none. See `Matcher`.
  public func team(for contract: Contract, from pool: [PoolReading], _ request: Request = Request()) -> Team {
    let contract = request.thesaurus.localized(contract, language: request.language)
    let changed = request.changed(contract)
    let end = request.seconds.map { Clock.seconds + $0 }
    let isOver: Matcher.Deadline = { request.isStopped() || end.map { Clock.seconds > $0 } ?? false }
    let members = pool.flatMap(\.members)
    let matcher = Self.matcher(changed ?? contract, members, request, isOver)
    var teams = matcher.teams(request.teams, apart: request.apart, language: request.language)
    var team = teams.removeFirst()
    team.alternatives = teams
    if request.hasCurve, !team.members.isEmpty { team.curve = matcher.trustCurve() ?? [] }
    if changed != nil {
      let base = Self.matcher(contract, members, request, isOver).team(explains: false)
      var compared = Team.Compared()
      compared.status = base.status
      compared.lostWeight = base.lostWeight
      compared.price = base.price
      compared.members = base.members.compactMap(\.id)
      team.asItStands = compared
    }
    return team
  }

  /// Sentences that answer a person who asks why they are not in the team.
  public func why(_ id: String, for contract: Contract, from pool: [PoolReading], _ request: Request) -> [String] {
    let contract = request.thesaurus.localized(contract, language: request.language)
    let matcher = Self.matcher(
      request.changed(contract) ?? contract, pool.flatMap(\.members), request, request.isStopped)
    return matcher.why(id, language: request.language)
  }

  private static func matcher(
    _ contract: Contract, _ members: [PoolMember], _ request: Request, _ isOver: @escaping Matcher.Deadline
  ) -> Matcher {
    Matcher(
      contract, pool: members, skills: SkillNames(contract, thesaurus: request.thesaurus),
      zoneOffset: { TimeZones.offset(of: $0, on: $1) }, isOver: isOver)
  }

  /// A team as JSON, as `team.schema.json` has it.
  public func json(_ team: Team) -> [UInt8] { JSONPrinter.print(Tree.document(team.json)) }

  /// A team in words, control characters of names made visible.
  ///
  /// - Parameter pool: the pool it was found in, for the names of people who are named beside the team.
  public func text(
    _ team: Team, for contract: Contract, from pool: [PoolReading] = [], language: String,
    _ request: Request = Request()
  ) -> String {
    let lines = TeamText(
      team, for: request.thesaurus.localized(request.changed(contract) ?? contract, language: language),
      language: language, names: names(beside: team, in: pool),
      titles: EvidenceTitles.all(of: team, in: pool, language: language), asked: (request.teams, request.apart)
    ).lines
    return lines.map { TerminalText.visible($0) }.joined(separator: "\n") + "\n"
  }

  /// What people are called who are named beside a team.
  func names(beside team: Team, in pool: [PoolReading]) -> [String: String] {
    var named = Set(team.curve.flatMap(\.members))
    for member in team.members { named.formUnion((member.absence?.joining ?? []) + (member.absence?.leaving ?? [])) }
    var names: [String: String] = [:]
    for member in pool.lazy.flatMap(\.members) where named.contains(member.id) && names[member.id] == nil {
      names[member.id] = member.facts.name
    }
    return names
  }

  /// The id of somebody of a pool who is meant by an id or, where only one is called so, by a name.
  ///
  /// - Returns: nil where nobody is, or several are; then the nearest id, where there is one.
  public func person(_ idOrName: String, in pool: [PoolReading]) -> (id: String?, near: String?) {
    var named: Set<String> = []
    let key = Folding.folded(idOrName)
    for member in pool.lazy.flatMap(\.members) {
      if member.id == idOrName { return (idOrName, nil) }
      if let name = member.facts.name, !key.isEmpty, Folding.folded(name) == key { named.insert(member.id) }
    }
    if named.count == 1 { return (named.first, nil) }
    return (nil, Spelling.nearest(to: idOrName, among: pool.lazy.flatMap(\.members).map(\.id)) ?? named.min())
  }

  /// Ids of a contract that are nobody's in a pool, at their places.
  public func unknownPeople(of contract: Contract, in input: Input, from pool: [PoolReading]) -> [Diagnostic] {
    let document = try? input.strictDocument.get()
    let known = Set(pool.flatMap(\.members).map(\.id))
    var places: [(id: String, path: [String])] = []
    for (index, id) in contract.include.enumerated() { places.append((id, ["include", String(index)])) }
    for (index, id) in contract.exclude.enumerated() { places.append((id, ["exclude", String(index)])) }
    for (index, pair) in contract.conflicts.enumerated() {
      for (side, id) in pair.enumerated() { places.append((id, ["conflicts", String(index), String(side)])) }
    }
    return places.filter { !known.contains($0.id) }.prefix(20).map { id, path in
      let pointer = JSONPointer(path)
      return Diagnostic(
        id: "unknown-person", severity: .warning, "nobody in the pool has the id \"\(id)\"",
        at: document?.sourceMap.range(of: pointer), pointer: pointer,
        help: Spelling.nearest(to: id, among: known.sorted()).map { "did you mean `\($0)`?" })
    }
  }

  /// An answer to "why not me?" as JSON.
  public func json(why id: String, _ sentences: [String]) -> [UInt8] {
    JSONPrinter.print(
      Tree.document(.object([JSONValue.Member("person", .string(id)), JSONValue.Member("answer", sentences.json)])))
  }
}
