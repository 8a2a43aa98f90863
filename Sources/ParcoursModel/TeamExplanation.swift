/// What is said about a team beside the team itself.
extension Team {
  /// How many people a rule keeps out of any team.
  public struct Barred: Record {
    /// The rules that keep people out.
    public enum Bar: String, Vocabulary {
      /// The contract excludes them.
      case excluded
      /// They lack a language that everyone must speak.
      case language
      /// Their day overlaps the client's too little.
      case overlap
      /// They have too few days in the window.
      case capacity
      /// They have no rate that converts.
      case rate
      /// They meet the level of no need.
      case skills
    }
    /// The rule.
    public var bar = Bar.skills
    /// How many people; one whom several rules keep out counts for each.
    public var people = 0

    /// Nobody.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Barred>] = [Field("bar", always: \.bar), Field("people", always: \.people)]
  }

  /// The best team without one of its members.
  public struct Absence: Record {
    /// How much more it costs; nil where there is no team without them.
    public var price: Int?
    /// How much more weight it loses.
    public var lostWeight = 0
    /// Whether that is only known to be enough: less may do.
    public var isAtMost = false
    /// Who comes in.
    public var joining: [String] = []
    /// Who goes with them.
    public var leaving: [String] = []

    /// No team without them.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Absence>] = [
      Field("price", \.price), Field("lostWeight", \.lostWeight, default: 0),
      Field("atMost", \.isAtMost, default: false),
      Field("joining", \.joining), Field("leaving", \.leaving),
    ]
  }

  /// A rule that costs something: without it, or with one member more than it allows, a better team is possible.
  public struct Binding: Record {
    /// The rule, as a place in the contract.
    public var rule: String?
    /// The rule, in the contract's words.
    public var message: String?
    /// How much less the best team costs without it.
    public var saving = 0
    /// How much less weight it loses without it.
    public var weight = 0

    /// A rule that costs nothing.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Binding>] = [
      Field("rule", \.rule), Field("message", \.message), Field("saving", always: \.saving),
      Field("weight", \.weight, default: 0),
    ]
  }

  /// A change of one rule alone that lets a team through; one unit less does not.
  public struct Change: Record {
    /// The rule, as a place in the contract.
    public var rule: String?
    /// The change, in the contract's words.
    public var message: String?
    /// What the rule would have to be; null where it would have to go.
    public var value: JSONValue?
    /// How large a change it is, as a part of what the rule says.
    public var size = 0.0

    /// No change.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Change>] = [
      Field("rule", \.rule), Field("message", \.message), Field("value", \.value), Field("size", always: \.size),
    ]
  }

  /// Members who have one organization or one city in common.
  public struct Concentration: Record {
    /// organization or city.
    public var kind: String?
    /// Its name.
    public var name: String?
    /// How many members.
    public var members = 0

    /// Nobody.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Concentration>] = [
      Field("kind", \.kind), Field("name", \.name), Field("members", always: \.members),
    ]
  }

  /// The best team where trust has a price between two others.
  public struct CurvePoint: Record {
    /// The least price of trust it is best at: a whole number, or a fraction.
    public var from: String?
    /// The greatest; nil where it stays the best however dear trust is.
    public var to: String?
    /// What the members are paid.
    public var fees = 0
    /// The distances of all pairs together.
    public var steps = 0
    /// Who is in it.
    public var members: [String] = []

    /// Nobody.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<CurvePoint>] = [
      Field("from", \.from), Field("to", \.to), Field("fees", always: \.fees), Field("steps", always: \.steps),
      Field("members", always: \.members),
    ]
  }

  /// The best team of the contract as it stands, beside one with other values.
  public struct Compared: Record {
    /// What was found.
    public var status = Status.unknown
    /// The weight it loses.
    public var lostWeight: Int?
    /// Fees and trust together.
    public var price: Int?
    /// Who is in it.
    public var members: [String] = []

    /// Nothing found.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Compared>] = [
      Field("status", always: \.status), Field("lostWeight", \.lostWeight), Field("price", \.price),
      Field("members", always: \.members),
    ]
  }
}
