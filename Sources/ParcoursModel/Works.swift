/// Something made, alone or with others.
public struct Project: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Its name.
  public var name: LocalizedText?
  /// What it is.
  public var description: LocalizedText?
  /// What came of it.
  public var highlights: [LocalizedText] = []
  /// What belongs to it.
  public var keywords: [String] = []
  /// When it began.
  public var startDate: PartialDate?
  /// When it ended.
  public var endDate: PartialDate?
  /// Where it is found.
  public var url: String?
  /// What the person was in it.
  public var roles: [LocalizedText] = []
  /// Whom it was for.
  public var entity: String?
  /// What kind of thing it is.
  public var type: String?

  /// An empty project.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Project>] =
    idField + [
      Field("name", \.name), Field("description", \.description, role: .prose),
      Field("highlights", \.highlights, role: .prose),
      Field("keywords", \.keywords), Field("startDate", \.startDate), Field("endDate", \.endDate),
      Field("url", \.url, role: .address), Field("roles", \.roles), Field("entity", \.entity), Field("type", \.type),
    ] + attributeFields
}

/// Something published.
public struct Publication: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Its title.
  public var name: LocalizedText?
  /// Who published it.
  public var publisher: String?
  /// When.
  public var releaseDate: PartialDate?
  /// Where it is found.
  public var url: String?
  /// What it says.
  public var summary: LocalizedText?

  /// An empty publication.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Publication>] =
    idField + [
      Field("name", \.name), Field("publisher", \.publisher), Field("releaseDate", \.releaseDate),
      Field("url", \.url, role: .address), Field("summary", \.summary, role: .prose),
    ] + attributeFields
}

/// An award.
public struct Award: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Its title.
  public var title: LocalizedText?
  /// When it was given.
  public var date: PartialDate?
  /// Who gave it.
  public var awarder: String?
  /// What for.
  public var summary: LocalizedText?

  /// An empty award.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Award>] =
    idField + [
      Field("title", \.title), Field("date", \.date), Field("awarder", \.awarder),
      Field("summary", \.summary, role: .prose),
    ] + attributeFields
}

/// A certificate.
public struct Certificate: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Its name.
  public var name: LocalizedText?
  /// When it was given.
  public var date: PartialDate?
  /// When it ends.
  public var expires: PartialDate?
  /// Where it is shown.
  public var url: String?
  /// Who gave it.
  public var issuer: String?

  /// An empty certificate.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Certificate>] =
    idField + [
      Field("name", \.name), Field("date", \.date), Field("expires", \.expires), Field("url", \.url, role: .address),
      Field("issuer", \.issuer),
    ] + attributeFields
}

/// Something the person cares about.
public struct Interest: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Its name.
  public var name: LocalizedText?
  /// What belongs to it.
  public var keywords: [String] = []

  /// An empty interest.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Interest>] =
    idField + [Field("name", \.name), Field("keywords", \.keywords)] + attributeFields
}

/// A person who speaks for the owner.
public struct Recommender: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Their name.
  public var name: String?
  /// What they are.
  public var title: LocalizedText?

  /// Nobody.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Recommender>] =
    idField + [Field("name", \.name), Field("title", \.title)] + attributeFields
}

/// What somebody says of the person.
public struct Recommendation: Item {
  /// What they were to each other.
  public enum Relation: String, Vocabulary {
    /// The recommender was a client.
    case client
    /// They worked side by side.
    case colleague
    /// The recommender led the person.
    case manager
    /// They worked together as partners.
    case partner
  }

  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Who says it.
  public var from: Recommender?
  /// What they were to each other.
  public var relation: Relation?
  /// When it was said.
  public var date: PartialDate?
  /// What is said.
  public var text: LocalizedText?

  /// An empty recommendation.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Recommendation>] =
    idField + [
      Field("from", \.from), Field("relation", \.relation), Field("date", \.date), Field("text", \.text, role: .prose),
    ] + attributeFields
}
