public import ParcoursInterchange

/// How a page is dressed, and what it knows of others.
public struct PageOptions: Sendable {
  /// What becomes of a photo.
  public enum PhotoUse: Sendable, Hashable {
    /// It is left out.
    case none
    /// The page names its address.
    case linked
    /// It stands in the page itself.
    case embedded(Photo)
  }

  /// The same page in another language.
  public struct Alternate: Sendable, Hashable {
    /// The language, BCP 47.
    public var language: String
    /// Its address, absolute or from this page on.
    public var address: String

    /// Makes one.
    public init(language: String, address: String) {
      self.language = language
      self.address = address
    }
  }

  /// The theme of a page.
  public var theme = Theme.none
  /// What becomes of the person's photo.
  public var photo = PhotoUse.linked
  /// The same page in other languages: language and address.
  public var alternates: [Alternate] = []
  /// Whether items say where they stood in the source, for a preview that shows findings at their place.
  public var marksPlaces = false

  /// A page without a dress.
  public init() {}
}

extension WriteOptions {
  private enum PageKey: Key {
    static let standard = PageOptions()
  }

  /// How a page is dressed.
  public var page: PageOptions {
    get { self[PageKey.self] }
    set { self[PageKey.self] = newValue }
  }
}
