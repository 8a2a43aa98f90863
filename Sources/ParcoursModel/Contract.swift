internal import ParcoursSource

/// Work that needs a team: what is needed, when, for how much, and under which rules.
public struct Contract: Record {
  /// A need: days of a skill at a level.
  public struct Need: Record {
    /// Its name in the contract.
    public var id: String?
    /// The skill.
    public var skill: String?
    /// The least level.
    public var level: Skill.Level?
    /// The days of work.
    public var days: Int?
    /// Whether a team without it is none.
    public var isMust = true
    /// What it is worth where it is no must.
    public var weight = 1

    /// An empty need.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Need>] = [
      Field("id", \.id, role: .code), Field("skill", \.skill), Field("level", \.level), Field("days", \.days),
      Field("must", \.isMust, default: true), Field("weight", \.weight, default: 1),
    ]
  }

  /// The size of the team.
  public struct Size: Record {
    /// At least so many.
    public var min: Int?
    /// At most so many.
    public var max: Int?
    /// Nobody joins for fewer days.
    public var minDays: Int?
    /// At most so many work for one organization now.
    public var maxSameOrganization: Int?
    /// At most so many are in one city.
    public var maxSameCity: Int?

    /// Nothing said.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Size>] = [
      Field("min", \.min), Field("max", \.max), Field("minDays", \.minDays),
      Field("maxSameOrganization", \.maxSameOrganization), Field("maxSameCity", \.maxSameCity),
    ]
  }

  /// A language at a level.
  public struct Language: Record {
    /// The language, BCP 47.
    public var language: String?
    /// The least fluency.
    public var fluency: Fluency?

    /// Nothing said.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Language>] = [
      Field("language", \.language, role: .code), Field("fluency", \.fluency),
    ]
  }

  /// The languages of the team.
  public struct Languages: Record {
    /// What everyone speaks.
    public var everyone: [Language] = []
    /// What at least one speaks, each.
    public var someone: [Language] = []

    /// None asked for.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Languages>] = [Field("everyone", \.everyone), Field("someone", \.someone)]
  }

  /// The lengths of the ties.
  public struct Lengths: Record {
    /// Of people who worked together.
    public var workedTogether = 1
    /// Of people of whom one recommends the other.
    public var recommended = 2
    /// Of people who have met.
    public var met = 3
    /// Of strangers: the longest there is.
    public var stranger = 4

    /// The standard lengths.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Lengths>] = [
      Field("workedTogether", \.workedTogether, default: 1), Field("recommended", \.recommended, default: 2),
      Field("met", \.met, default: 3), Field("stranger", \.stranger, default: 4),
    ]
  }

  /// What trust is worth.
  public struct Trust: Record {
    /// Units of the currency a step of distance of a pair.
    public var price: Int?
    /// The lengths of the ties.
    public var lengths: Lengths?

    /// Nothing said.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Trust>] = [Field("price", \.price), Field("lengths", \.lengths)]
  }

  /// How a skill without evidence counts.
  public enum Unproven: String, Vocabulary {
    /// One level less.
    case oneLevelLess
    /// As claimed.
    case same
    /// Not at all.
    case none
  }

  /// What one unit of other currencies is worth in the contract's.
  public struct ExchangeRates: LeafValue, Hashable {
    /// A currency and what one unit of it is worth.
    public struct Entry: Sendable, Hashable {
      /// The currency, ISO 4217.
      public var currency: String
      /// What one unit is worth.
      public var value: Double

      /// Makes an entry.
      public init(currency: String, value: Double) {
        self.currency = currency
        self.value = value
      }
    }
    /// The rates in their written order.
    public var entries: [Entry] = []

    /// No rates.
    public init() {}

    /// Reads an object of numbers.
    public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> ExchangeRates? {
      guard case .object(let members) = value else {
        context.report("\(value.kindName) where an object is wanted")
        return nil
      }
      var rates = ExchangeRates()
      for member in members {
        if let number = context.descend(member.key, { Double.decode(member.value, &$0) }) {
          rates.entries.append(Entry(currency: member.key, value: number))
        }
      }
      return rates
    }

    /// The object.
    public var json: JSONValue { .object(entries.map { JSONValue.Member($0.currency, $0.value.json) }) }
  }

  /// The schema it names for editors.
  public var schema: String?
  /// The model's version.
  public var contract = 1
  /// Its name.
  public var id: String?
  /// What it is called.
  public var title: LocalizedText?
  /// Whom it is for.
  public var client: Organization?
  /// The language of its plain texts, BCP 47.
  public var language: String?
  /// The first day of the window.
  public var startDate: PartialDate?
  /// The last day of the window.
  public var endDate: PartialDate?
  /// The currency of all amounts, ISO 4217.
  public var currency: String?
  /// What one unit of other currencies is worth in it.
  public var exchangeRates: ExchangeRates?
  /// The hours of a day of work.
  public var hoursPerDay: Double?
  /// The hard limit on fees.
  public var budget: Int?
  /// What is needed.
  public var needs: [Need] = []
  /// The size of the team.
  public var team: Size?
  /// The languages of the team.
  public var languages: Languages?
  /// The client's time zone: an IANA name or `±hh:mm`.
  public var timeZone: String?
  /// The hours everyone overlaps with the client, of an eight-hour day.
  public var overlapHours: Double?
  /// Who must be in.
  public var include: [String] = []
  /// Who must not.
  public var exclude: [String] = []
  /// Pairs that must not meet.
  public var conflicts: [[String]] = []
  /// What trust is worth.
  public var trust: Trust?
  /// How a skill without evidence counts.
  public var unproven: Unproven?
  /// How the file wants to be checked.
  public var checks: Checks?
  /// Data this model does not know.
  public var extensions: Extensions?

  /// An empty contract.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Contract>] = [
    Field("$schema", \.schema, role: .code), Field("contract", always: \.contract), Field("id", \.id, role: .code),
    Field("title", \.title),
    Field("client", \.client), Field("language", \.language, role: .code), Field("startDate", \.startDate),
    Field("endDate", \.endDate), Field("currency", \.currency, role: .code), Field("exchangeRates", \.exchangeRates),
    Field("hoursPerDay", \.hoursPerDay), Field("budget", \.budget), Field("needs", \.needs), Field("team", \.team),
    Field("languages", \.languages), Field("timeZone", \.timeZone, role: .code), Field("overlapHours", \.overlapHours),
    Field("include", \.include, role: .code), Field("exclude", \.exclude, role: .code), Field("conflicts", \.conflicts),
    Field("trust", \.trust), Field("unproven", \.unproven), Field("checks", \.checks),
    Field("extensions", \.extensions),
  ]
}
