internal import ParcoursFormats
internal import ParcoursMatch
public import ParcoursModel
public import ParcoursPool
public import ParcoursReport
public import ParcoursSource
internal import ParcoursSyntax

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

  /// Reads and checks a contract.
  public func contract(_ source: SourceText, asOf: PartialDate) -> ContractReading {
    var findings = Validator(.recognized, asOf: asOf).validate(source)
    guard !findings.has(.error), let document = try? Validator.parse(source) else {
      return ContractReading(contract: nil, findings: findings)
    }
    guard DocumentKind.of(document) == .contract else {
      findings.diagnostics = [
        Diagnostic(id: "contract", "this is no contract", at: 0..<0, help: "a contract starts with `contract: 1`")
      ]
      return ContractReading(contract: nil, findings: findings)
    }
    let (decoded, issues) = Canonical.decode(Contract.self, document)
    findings.diagnostics += issues
    return ContractReading(contract: issues.isEmpty ? decoded : nil, findings: findings)
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

    /// The contract as it stands.
    public init() {}

    /// The contract with what is asked for instead; nil where nothing is.
    fileprivate func changed(_ contract: Contract) -> Contract? {
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
    let changed = request.changed(contract)
    let end = request.seconds.map { Clock.seconds + $0 }
    let isOver: Matcher.Deadline = { request.isStopped() || end.map { Clock.seconds > $0 } ?? false }
    let members = pool.flatMap(\.members)
    let matcher = Self.matcher(changed ?? contract, members, isOver)
    var teams = matcher.teams(request.teams, apart: request.apart, language: request.language)
    var team = teams.removeFirst()
    team.alternatives = teams
    if request.hasCurve, !team.members.isEmpty { team.curve = matcher.trustCurve() ?? [] }
    if changed != nil {
      let base = Self.matcher(contract, members, isOver).team(explains: false)
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
    let matcher = Self.matcher(request.changed(contract) ?? contract, pool.flatMap(\.members), request.isStopped)
    return matcher.why(id, language: request.language)
  }

  private static func matcher(
    _ contract: Contract, _ members: [PoolMember], _ isOver: @escaping Matcher.Deadline
  ) -> Matcher {
    Matcher(contract, pool: members, zoneOffset: { TimeZones.offset(of: $0, on: $1) }, isOver: isOver)
  }

  /// A team as JSON, as `team.schema.json` has it.
  public func json(_ team: Team) -> [UInt8] { JSONPrinter.print(Tree.document(team.json)) }

  /// A team in words, control characters of names made visible.
  public func text(_ team: Team, for contract: Contract, language: String, _ request: Request = Request()) -> String {
    let lines = TeamText(team, for: request.changed(contract) ?? contract, language: language).lines
    return lines.map { TerminalText.visible($0) }.joined(separator: "\n") + "\n"
  }
}
