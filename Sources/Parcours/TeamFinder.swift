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

  /// The best team. See `Matcher`.
  ///
  /// - Parameters:
  ///   - trustPrice: another price of trust than the contract's.
  ///   - seconds: how long to search at the most; nil is as long as it takes.
  public func team(
    for contract: Contract, from pool: [PoolReading], trustPrice: Int? = nil, seconds: Double? = nil
  ) -> Team {
    var contract = contract
    if let trustPrice {
      var trust = contract.trust ?? Contract.Trust()
      trust.price = trustPrice
      contract.trust = trust
    }
    let end = seconds.map { Clock.seconds + $0 }
    let matcher = Matcher(
      contract, pool: pool.flatMap(\.members), zoneOffset: { TimeZones.offset(of: $0, on: $1) },
      isOver: { end.map { Clock.seconds > $0 } ?? false })
    return matcher.team()
  }

  /// A team as JSON, as `team.schema.json` has it.
  public func json(_ team: Team) -> [UInt8] { JSONPrinter.print(Tree.document(team.json)) }

  /// A team in words.
  public func text(_ team: Team, for contract: Contract, language: String) -> String {
    TeamText(team, for: contract, language: language).lines.joined(separator: "\n") + "\n"
  }
}
