internal import ParcoursSource

/// How a file wants to be checked: rules turned off or weighed otherwise, and single findings that are meant to be so.
public struct Checks: Record {
  /// A rule's weight where it is not its own.
  public enum Level: String, Vocabulary {
    /// Not checked.
    case off
    /// Worth knowing.
    case note
    /// Should be mended.
    case warning
    /// Not valid.
    case error
  }

  /// A map from a rule's id to its weight.
  public struct Rules: LeafValue, Hashable {
    /// A rule and its weight.
    public struct Entry: Sendable, Hashable {
      /// The rule's id.
      public var rule: String
      /// What its findings weigh.
      public var level: Level
    }
    /// The entries in order.
    public var entries: [Entry] = []

    /// Reads an object of weights.
    public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Rules? {
      guard case .object(let members) = value else {
        context.report("\(value.kindName) where an object is wanted")
        return nil
      }
      var rules = Rules()
      for member in members {
        if let level = context.descend(member.key, { Level.decode(member.value, &$0) }) {
          rules.entries.append(Entry(rule: member.key, level: level))
        }
      }
      return rules
    }

    /// The weights as an object.
    public var json: JSONValue { .object(entries.map { JSONValue.Member($0.rule, $0.level.json) }) }
  }

  /// A finding that is meant to be so.
  public struct Allowance: Record {
    /// The rule.
    public var rule: String?
    /// The place, a JSON Pointer; what is below it counts too.
    public var at: String?
    /// The file, from the settings' folder; a pattern such as `cvs/*.json`. All files where nothing is said.
    public var file: String?
    /// Why.
    public var reason: String?

    /// An empty allowance.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Allowance>] = [
      Field("rule", \.rule), Field("at", \.at), Field("file", \.file), Field("reason", \.reason),
    ]
  }

  /// The rules' weights.
  public var rules: Rules?
  /// What is meant to be so.
  public var allow: [Allowance] = []

  /// Rules as they are.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Checks>] = [Field("rules", \.rules), Field("allow", \.allow)]
}
