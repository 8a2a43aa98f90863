public import ParcoursLint
public import ParcoursModel
public import ParcoursSource
internal import ParcoursSyntax
public import ParcoursTransform

/// A format: what it is called, how it is known, read and written. Nobody asks what it is: it says so.
public struct Format: Sendable {
  /// What of it has to be known by those who do not know it by name.
  public struct Capabilities: OptionSet, Sendable {
    /// The bits.
    public let rawValue: Int

    /// Makes a set.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// A form of the model itself, which the owner sees whole where nothing else is said.
    public static let native = Capabilities(rawValue: 1 << 0)
    /// Marks in its texts mean something, or are shown by its writer as what they mean.
    public static let marks = Capabilities(rawValue: 1 << 1)
    /// All its texts are in one language: those that have no version in it are told.
    public static let oneLanguage = Capabilities(rawValue: 1 << 2)
    /// A page, which has a theme and may show a photo.
    public static let page = Capabilities(rawValue: 1 << 3)
    /// A page that another program sets on paper.
    public static let typeset = Capabilities(rawValue: 1 << 4)
    /// A page that others of the same identity link to by language.
    public static let linked = Capabilities(rawValue: 1 << 5)
    /// A résumé of another program's, which has fewer fields to mend things with.
    public static let foreign = Capabilities(rawValue: 1 << 6)
    /// An identity that is written and read again is the same: nothing is lost.
    public static let lossless = Capabilities(rawValue: 1 << 7)
    /// A source of one's own to start from: its values are mended when it is read for a new identity.
    public static let editable = Capabilities(rawValue: 1 << 8)
    /// It may be an identity's own source, with outputs.
    public static let hasOutputs = Capabilities(rawValue: 1 << 9)
  }

  /// How the identities of two sources are held against each other where this is one of them.
  public struct Comparing: Sendable {
    /// The fields that it can speak of; nil is all.
    public var fields: Set<String>?
    /// The sections that it can have, by the sections of the reading; nil is all.
    public var sections: @Sendable (Set<String>?) -> Set<String>?
    /// How another source's identity looks as this format has it.
    public var rendered: @Sendable (IdentityView) -> Identity

    /// Makes one.
    public init(
      fields: Set<String>? = nil, sections: @escaping @Sendable (Set<String>?) -> Set<String>? = { _ in nil },
      rendered: @escaping @Sendable (IdentityView) -> Identity
    ) {
      self.fields = fields
      self.sections = sections
      self.rendered = rendered
    }
  }

  /// What `-f` and `-t` know it by.
  public let id: String
  /// One line for lists.
  public let summary: Message
  /// The names of its files, for inputs and outputs alike; of several that match, the longest counts.
  public let names: [FilePattern]
  /// Its media type.
  public let mediaType: String
  /// How sure it is that an input is one.
  public let detect: @Sendable (Probe) -> Confidence
  /// What of it has to be known by those who do not know it by name.
  public let capabilities: Capabilities
  /// The key under which items carry data of this format that the model does not know; nil where it has none.
  public let extensionKey: String?
  /// The schema that its documents are held to; nil where there is none.
  public let schema: String?
  private let makeCarriage: @Sendable () -> Carriage
  private let makeMapping: @Sendable () -> FormatMapping?
  /// The field of an identity without which it cannot be written; nil where it can be of any.
  public let needs: String?
  /// What rules have to know of it, where they look at data of it that is kept in an identity; nil where they do not.
  public let foreign: LintSubject.Foreign?
  /// How it is compared with other sources; nil where everything is, as it stands.
  public let comparing: Comparing?
  /// Reads; bad content is diagnostics, never a crash. O(n). nil where it cannot be read.
  public let read: (@Sendable (Input) -> Reading)?
  /// Writes. The bytes depend on the view and the options alone. nil where it cannot be written.
  public let write: (@Sendable (IdentityView, WriteOptions) -> Artifact)?

  /// What of an identity it carries: from this its losses are told.
  public var carries: Carriage { makeCarriage() }
  /// What its fields mean in the model, for documentation.
  public var mapping: FormatMapping? { makeMapping() }

  /// Declares a format. Where texts are plain, its reader and its writer see no others.
  public init(
    id: String, summary: Message, names: [FilePattern], mediaType: String, capabilities: Capabilities = [],
    extensionKey: String? = nil, schema: String? = nil, needs: String? = nil,
    carries: @escaping @autoclosure @Sendable () -> Carriage = .everything,
    mapping: @escaping @autoclosure @Sendable () -> FormatMapping? = nil,
    foreign: LintSubject.Foreign? = nil, comparing: Comparing? = nil,
    detect: @escaping @Sendable (Probe) -> Confidence = { _ in .none },
    read: (@Sendable (Input) -> Reading)? = nil,
    write: (@Sendable (IdentityView, WriteOptions) -> Artifact)? = nil
  ) {
    self.id = id
    self.summary = summary
    self.names = names
    self.mediaType = mediaType
    self.capabilities = capabilities
    self.extensionKey = extensionKey
    self.schema = schema
    makeCarriage = carries
    makeMapping = mapping
    self.needs = needs
    self.foreign = foreign
    self.comparing = comparing
    self.detect = detect
    // What is pasted elsewhere, or printed to a terminal, has no control characters in it.
    let isText = mediaType.hasPrefix("text/") && !capabilities.contains(.page)
    let written = isText ? Self.clean(write) : write
    if capabilities.contains(.marks) {
      self.read = read
      self.write = written
    } else {
      self.read = Self.escaping(read)
      self.write = Self.plain(written)
    }
  }

  private static func clean(
    _ write: (@Sendable (IdentityView, WriteOptions) -> Artifact)?
  ) -> (@Sendable (IdentityView, WriteOptions) -> Artifact)? {
    guard let write else { return nil }
    return { view, options in
      let artifact = write(view, options)
      // Most texts have none: they are looked at when the output shows some.
      return artifact.hasControls ? write(view.withoutControls, options).withoutControls : artifact
    }
  }

  private static func escaping(_ read: (@Sendable (Input) -> Reading)?) -> (@Sendable (Input) -> Reading)? {
    guard let read else { return nil }
    return { input in read(input).escapedTexts }
  }

  private static func plain(
    _ write: (@Sendable (IdentityView, WriteOptions) -> Artifact)?
  ) -> (@Sendable (IdentityView, WriteOptions) -> Artifact)? {
    guard let write else { return nil }
    return { view, options in write(view.mapProse(Markup.plain), options) }
  }
}

/// What fields of a format mean in the model, for documentation.
public struct FormatMapping: Sendable {
  /// Fields of the format and of the model, `[]` standing for each element of a list.
  public let rows: [(foreign: String, model: String)]
  /// What else there is to know.
  public let note: String

  /// Makes one.
  public init(rows: [(foreign: String, model: String)], note: String) {
    self.rows = rows
    self.note = note
  }
}
