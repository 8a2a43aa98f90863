/// What the person can do.
public struct Skill: Item {
  /// How well, from 1 to 5.
  public enum Level: String, Vocabulary, Comparable {
    /// 1.
    case novice
    /// 2.
    case beginner
    /// 3.
    case competent
    /// 4.
    case proficient
    /// 5.
    case expert

    /// The level as a number, 1 to 5.
    public var rank: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// From novice to expert.
    public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
  }

  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Its name.
  public var name: String?
  /// How well.
  public var level: Level?
  /// For how long, as claimed.
  public var years: Double?
  /// When it was last used.
  public var lastUsed: PartialDate?
  /// What belongs to it.
  public var keywords: [String] = []
  /// Ids of steps, projects, certificates, publications or recommendations that prove it.
  public var evidence: [String] = []

  /// An empty skill.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Skill>] =
    idField + [
      Field("name", \.name), Field("level", \.level), Field("years", \.years), Field("lastUsed", \.lastUsed),
      Field("keywords", \.keywords), Field("evidence", \.evidence, role: .reference),
    ] + attributeFields
}

/// How well a language is spoken: the levels of the Common European Framework, and native.
public enum Fluency: String, Vocabulary, Comparable {
  /// Beginner.
  case A1
  /// Elementary.
  case A2
  /// Intermediate.
  case B1
  /// Upper intermediate.
  case B2
  /// Advanced.
  case C1
  /// Proficient.
  case C2
  /// A first language.
  case native

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// From A1 to native.
  public static func < (left: Fluency, right: Fluency) -> Bool { left.rank < right.rank }
}

/// A language the person speaks.
public struct LanguageSkill: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// The language, BCP 47.
  public var language: String?
  /// How well.
  public var fluency: Fluency?
  /// How well, in the words it was first said.
  public var label: String?

  /// An empty language.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<LanguageSkill>] =
    idField + [Field("language", \.language, role: .code), Field("fluency", \.fluency), Field("label", \.label)]
    + attributeFields
}

/// What the person offers to do.
public struct Service: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Its name.
  public var name: LocalizedText?
  /// What it is.
  public var summary: LocalizedText?
  /// What one gets.
  public var deliverables: [LocalizedText] = []

  /// An empty service.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Service>] =
    idField + [
      Field("name", \.name), Field("summary", \.summary, role: .prose),
      Field("deliverables", \.deliverables, role: .prose),
    ]
    + attributeFields
}
