public import ParcoursModel
public import ParcoursSource

/// What a reader made of an input. A reader never throws on bad content: it says what is wrong.
public struct Reading: Sendable {
  /// The identity; nil where nothing could be made of the input.
  public var identity: Identity?
  /// Where the identity's places came from.
  public var sourceMap: SourceMap
  /// What is wrong; an error means that something could not be kept.
  public var diagnostics: [Diagnostic]
  /// Fields that were read under a name the format no longer has.
  public var renamedFields: [RenamedField] = []
  /// The tables that an archive has, which may lack any: what is not in it was not said to be empty. nil for other formats.
  public var tables: Set<String>?

  /// Makes a reading.
  public init(identity: Identity?, sourceMap: SourceMap = SourceMap(), diagnostics: [Diagnostic] = []) {
    self.identity = identity
    self.sourceMap = sourceMap
    self.diagnostics = diagnostics
  }
}

/// A field that was read under a name the format no longer has.
public struct RenamedField: Sendable, Hashable {
  /// The name it was found under.
  public let old: String
  /// The name it has now.
  public let new: String
  /// The place in the input.
  public let pointer: JSONPointer
  /// Its value's bytes.
  public let range: Range<Int>
}

/// How an identity is to be written.
public struct WriteOptions: Sendable {
  /// The language of the output, BCP 47.
  public var language: String
  /// Whom it is for; the identity was made visible to them already.
  public var audience: Visibility
  /// The day from which past, present and future are told apart.
  public var asOf: PartialDate
  /// The theme of a page.
  public var theme: Theme
  /// What becomes of the person's photo.
  public var photo = PhotoUse.linked
  /// The same page in other languages: language and address.
  public var alternates: [Alternate] = []
  /// Skills that come first, whatever their levels.
  public var leadingSkills: [String] = []
  /// Whether items say where they stood in the source, for a preview that shows findings at their place.
  public var marksPlaces = false

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

  /// Makes options.
  public init(language: String, audience: Visibility, asOf: PartialDate, theme: Theme = .none) {
    self.language = language
    self.audience = audience
    self.asOf = asOf
    self.theme = theme
  }
}

/// Reads an identity from a text.
public protocol FormatReader: Sendable {
  /// Reads; bad content is diagnostics, never a crash. O(n).
  func read(_ source: SourceText) -> Reading
}

/// Writes an identity, which an audience may see already, as bytes.
public protocol FormatWriter: Sendable {
  /// Writes. The bytes depend on the identity and the options alone.
  func write(_ identity: Identity, _ options: WriteOptions) -> [UInt8]

  /// Why there is nothing to write, where the format holds one thing and these readers may not see that.
  func refusal(_ identity: Identity, _ options: WriteOptions) -> Diagnostic?

  /// What there was no room for, where the format has limits.
  func omissions(_ identity: Identity, _ options: WriteOptions) -> [Omission]
}

extension FormatWriter {
  /// Most formats have something to write of anybody.
  public func refusal(_ identity: Identity, _ options: WriteOptions) -> Diagnostic? { nil }

  /// A format without limits has room for everything.
  public func omissions(_ identity: Identity, _ options: WriteOptions) -> [Omission] { [] }
}

/// What a format's limit left no room for.
public struct Omission: Sendable, Hashable {
  /// The field, in the format's words.
  public var field: String
  /// How many characters, in UTF-16 units, or items it may have.
  public var limit: Int
  /// The sentences, or the end of a text, that were left out.
  public var texts: [String]
}

/// A format: what it is called and how it is read and written.
public struct Format: Sendable {
  /// What `-f` and `-t` know it by.
  public let id: String
  /// One line for lists.
  public let summary: String
  /// The endings of its files, without the dot.
  public let fileExtensions: [String]
  /// Its media type.
  public let mediaType: String
  /// Whether it is a form of the model itself, which the owner sees whole where nothing else is said.
  public let isNative: Bool
  /// Whether the writer's page is to be set on paper by another program.
  public let isTypeset: Bool
  /// Whether what it writes is a page, which has a theme and may show a photo.
  public var isPage: Bool { id == "html" || isTypeset }
  /// The key under which items carry data of this format that the model does not know; nil where it has none.
  public let extensionKey: String?
  /// Its reader.
  public let reader: (any FormatReader)?
  /// Its writer.
  public let writer: (any FormatWriter)?

  /// - Parameter hasMarks: whether marks in its texts mean something, or are shown by its writer as what they mean.
  init(
    id: String, summary: String, fileExtensions: [String], mediaType: String, isNative: Bool = false,
    isTypeset: Bool = false, hasMarks: Bool = false, extensionKey: String? = nil, reader: (any FormatReader)? = nil,
    writer: (any FormatWriter)? = nil
  ) {
    self.id = id
    self.summary = summary
    self.fileExtensions = fileExtensions
    self.mediaType = mediaType
    self.isNative = isNative
    self.isTypeset = isTypeset
    self.extensionKey = extensionKey
    // Where texts are plain, readers and writers see no others.
    self.reader = hasMarks ? reader : reader.map(PlainTextReader.init)
    self.writer = hasMarks ? writer : writer.map(PlainTextWriter.init)
  }
}

extension Format {
  /// The format of a document that another program's readers know by its shape: FRESH, RenderCV's or Manfred's; nil for all
  /// others.
  package static func ofShape(_ value: JSONValue) -> Format? {
    if RenderCVReader.isOne(value) { return .renderCV }
    if ManfredReader.isOne(value) { return .manfred }
    if FRESHReader.isOne(value) { return .fresh }
    return nil
  }
}

/// Every format, by id.
public enum Formats {
  /// All of them, sorted.
  public static let all: [Format] = [
    .badge, .europass, .fresh, .html, .iCalendar, .json, .jsonLD, .jsonResume, .linkedIn, .linkedInArchive,
    .linkedInPDF,
    .linkedInSheet, .manfred, .markdown, .pdf, .qr, .renderCV, .signature,
    .signatureText, .svg, .vCard, .vCard3, .yaml,
  ]

  /// The format of an id.
  public static func named(_ id: String) -> Format? { all.first { $0.id == id } }

  /// The format a file of that name most likely has; JSON and YAML files may still be résumés, which their content tells.
  public static func forFile(_ name: String) -> Format? {
    let lower = name.lowercased()
    if lower.hasSuffix("resume.json") { return .jsonResume }
    for format in [.badge, .linkedInSheet, .qr, .signature, .signatureText] as [Format]
    where format.fileExtensions.contains(where: { lower.hasSuffix("." + $0) }) {
      return format
    }
    guard let dot = lower.lastIndex(of: ".") else { return nil }
    let ending = String(lower[lower.index(after: dot)...])
    return [
      .yaml, .json, .html, .iCalendar, .jsonLD, .linkedIn, .linkedInArchive, .markdown, .pdf, .svg, .vCard,
    ].first {
      $0.fileExtensions.contains(ending)
    }
  }
}
