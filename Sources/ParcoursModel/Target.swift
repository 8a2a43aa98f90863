/// Somebody a version of the profile is meant for.
public struct Target: Item {
  /// Items chosen by their tags.
  public struct Selection: Record {
    /// The tags.
    public var tags: [String] = []

    /// No tags.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Selection>] = [Field("tags", \.tags, role: .tag)]
  }

  /// How long it may get.
  public struct Limits: Record {
    /// Pages.
    public var pages: Int?
    /// Characters.
    public var characters: Int?

    /// No limits.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Limits>] = [Field("pages", \.pages), Field("characters", \.characters)]
  }

  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// The headline for them.
  public var headline: LocalizedText?
  /// The summary for them.
  public var summary: LocalizedText?
  /// What is kept.
  public var include: Selection?
  /// What is left out.
  public var exclude: Selection?
  /// The skills to put first, in order.
  public var skills: [String] = []
  /// How long it may get.
  public var limits: Limits?

  /// An empty target.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Target>] =
    idField + [
      Field("headline", \.headline), Field("summary", \.summary, role: .prose), Field("include", \.include),
      Field("exclude", \.exclude), Field("skills", \.skills, role: .skillReference), Field("limits", \.limits),
    ] + attributeFields
}

/// A file that is to be made of the identity.
public struct Output: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// The format's id.
  public var format: String?
  /// The path, relative to the identity's folder.
  public var path: String?
  /// The language, BCP 47.
  public var language: String?
  /// Who it is for.
  public var audience: Visibility?
  /// The name of a target.
  public var target: String?
  /// The theme of a page.
  public var theme: String?

  /// An empty output.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Output>] =
    idField + [
      Field("format", \.format, role: .code), Field("path", \.path, role: .address),
      Field("language", \.language, role: .code),
      Field("audience", \.audience), Field("target", \.target, role: .code), Field("theme", \.theme, role: .code),
    ] + attributeFields
}
