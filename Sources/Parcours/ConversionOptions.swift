public import ParcoursFormats
public import ParcoursInterchange
public import ParcoursModel

/// How an input is converted.
public struct ConversionOptions: Sendable {
  /// The output's language; nil is the identity's own.
  public var language: String?
  /// Whom it is for; nil is the owner for the model's own formats and everyone for all others.
  public var audience: Visibility?
  /// Whom it is meant for.
  public var target: TargetChoice?
  /// How long it may get, instead of what the target says.
  public var limits: Target.Limits?
  /// How many pages a page takes on paper; nil where that cannot be told.
  public var pages: @Sendable (TypesetPage) -> Int? = { _ in nil }
  /// The day that counts as today.
  public var asOf: PartialDate
  /// The theme of a page; nil is none at all.
  public var theme: Theme?
  /// What becomes of the photo that the audience may see, by its path or address.
  public var photo: @Sendable (String) -> PageOptions.PhotoUse = { _ in .linked }
  /// The same page in other languages.
  public var alternates: [PageOptions.Alternate] = []
  /// Whether items of a page say where they stood in the source.
  public var marksPlaces = false
  /// Whether what the output does not carry is found out.
  public var findsLosses = true
  /// How losses are told.
  public var telling = Loss.Telling.counts
  /// Whether a loss is an error.
  public var failsOnLosses = false
  /// Whether what is withheld is told field by field.
  public var listsWithheld = false
  /// Whether it is told for each item why it is in or out.
  public var explains = false
  /// What the input is called in advice.
  public var inputName = "IDENTITY"
  /// The format in which the characters of a page are counted: what its readers see.
  public var reading = Format.readText

  /// Makes options.
  public init(
    language: String? = nil, audience: Visibility? = nil, target: TargetChoice? = nil, asOf: PartialDate,
    theme: Theme? = Themes.named(Themes.standard)
  ) {
    self.language = language
    self.audience = audience
    self.target = target
    self.asOf = asOf
    self.theme = theme
  }

  /// Whom an output is for, where nothing else is said: the owner for the model's own formats, everyone for all others.
  func audience(of output: Format) -> Visibility {
    audience ?? (output.capabilities.contains(.native) ? .private : .public)
  }
}
