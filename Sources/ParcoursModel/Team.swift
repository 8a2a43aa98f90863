/// What the matcher found: the best team, or why there is none. Its definition is `Schemas/team.schema.json`.
public struct Team: Record {
  /// What was found.
  public enum Status: String, Vocabulary {
    /// A team, proven best.
    case optimal
    /// A team; a better one may exist.
    case feasible
    /// Proven: no team meets the rules.
    case infeasible
    /// No team was found in the time given; there may be one.
    case unknown
  }

  /// What one member gives to one need.
  public struct Assignment: Record {
    /// The need's id.
    public var need: String?
    /// Days of work.
    public var days = 0
    /// The member's own word for the skill, where it is another one than the contract's.
    public var skill: String?
    /// The member's level as it counts.
    public var level: Skill.Level?
    /// What proves it.
    public var evidence: [String] = []

    /// An empty assignment.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Assignment>] = [
      Field("need", \.need), Field("days", always: \.days), Field("skill", \.skill), Field("level", \.level),
      Field("evidence", \.evidence),
    ]
  }

  /// A member of the team.
  public struct Member: Record {
    /// The identity's id.
    public var id: String?
    /// The name.
    public var name: String?
    /// Days of work in all.
    public var days = 0
    /// Days they could work in the window.
    public var capacity = 0
    /// Their fee in the contract's currency.
    public var fee = 0
    /// What they do.
    public var needs: [Assignment] = []
    /// What would be without them.
    public var absence: Absence?

    /// Nobody.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Member>] = [
      Field("id", \.id), Field("name", \.name), Field("days", always: \.days), Field("capacity", always: \.capacity),
      Field("fee", always: \.fee), Field("needs", always: \.needs), Field("absence", \.absence),
    ]
  }

  /// The trust between two members.
  public struct Pair: Record {
    /// One.
    public var a: String?
    /// The other.
    public var b: String?
    /// The trust distance.
    public var distance = 0
    /// The ids on the shortest path, both ends included; somebody outside the team stands as null. Empty for strangers.
    public var path: [JSONValue] = []

    /// An empty pair.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Pair>] = [
      Field("a", \.a), Field("b", \.b), Field("distance", always: \.distance), Field("path", always: \.path),
    ]
  }

  /// How it is known.
  public struct Proof: Record {
    /// The price no team can be under.
    public var bound: Int?
    /// Nodes of the search.
    public var nodes = 0
    /// People who are eligible.
    public var eligible = 0
    /// Of those, people who had to be searched.
    public var kept = 0
    /// Why others are not.
    public var barred: [Barred] = []
    /// What was not proven where the search was stopped.
    public var gap: Int?

    /// Nothing known.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Proof>] = [
      Field("bound", \.bound), Field("nodes", always: \.nodes), Field("eligible", always: \.eligible),
      Field("kept", always: \.kept), Field("barred", \.barred), Field("gap", \.gap),
    ]
  }

  /// A rule that stands in the way.
  public struct Reason: Record {
    /// The rule, as a place in the contract.
    public var rule: String?
    /// Why, in the contract's words.
    public var message: String?

    /// No reason.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Reason>] = [Field("rule", \.rule), Field("message", \.message)]
  }

  /// The model's version.
  public var team = 1
  /// The contract's id.
  public var contract: String?
  /// What was found.
  public var status = Status.unknown
  /// The currency of all amounts.
  public var currency: String?
  /// The weight of the needs that stay uncovered.
  public var lostWeight: Int?
  /// Fees and trust together.
  public var price: Int?
  /// What the members are paid.
  public var fees: Int?
  /// What the distances cost.
  public var trust: Int?
  /// The needs that stay uncovered.
  public var uncovered: [String] = []
  /// Who is in it.
  public var members: [Member] = []
  /// Every two of them.
  public var pairs: [Pair] = []
  /// How it is known.
  public var proof: Proof?
  /// The rules that cost something.
  public var binding: [Binding] = []
  /// Members who have an organization or a city in common.
  public var concentration: [Concentration] = []
  /// Why there is none.
  public var reasons: [Reason] = []
  /// Rules that contradict each other whatever the others say; without any one of them they would not.
  public var conflict: [Reason] = []
  /// The least change of each rule alone that lets a team through, the smallest first.
  public var changes: [Change] = []
  /// The next best teams.
  public var alternatives: [Team] = []
  /// The best team for every price of trust.
  public var curve: [CurvePoint] = []
  /// Weight lost and price of the contract as it stands, where other values than its own were asked for.
  public var asItStands: Compared?

  /// Nothing found.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Team>] = [
    Field("team", always: \.team), Field("contract", \.contract), Field("status", always: \.status),
    Field("currency", \.currency), Field("lostWeight", \.lostWeight), Field("price", \.price),
    Field("fees", \.fees), Field("trust", \.trust), Field("uncovered", \.uncovered), Field("members", \.members),
    Field("pairs", \.pairs), Field("proof", \.proof), Field("binding", \.binding),
    Field("concentration", \.concentration), Field("reasons", \.reasons), Field("conflict", \.conflict),
    Field("changes", \.changes), Field("alternatives", \.alternatives), Field("curve", \.curve),
    Field("asItStands", \.asItStands),
  ]
}
