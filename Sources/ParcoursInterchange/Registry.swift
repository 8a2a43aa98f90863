public import ParcoursLint
public import ParcoursSource
internal import ParcoursSyntax

/// Every format and every type of document, each known by what it says of itself.
public struct Registry: Sendable {
  /// The formats, by id.
  public private(set) var formats: [Format]
  /// The types of documents, those of the readable formats included.
  public private(set) var documentTypes: [DocumentType]

  private let others: [DocumentType]
  private let themes: [String]
  private let languages: [String]

  /// Makes a registry of formats, and of documents that are no identities or are known without being read.
  ///
  /// - Parameters:
  ///   - themes: the themes of pages, which outputs may name.
  ///   - languages: the languages that outputs are written in.
  public init(formats: [Format], documentTypes: [DocumentType], themes: [String] = [], languages: [String] = []) {
    self.formats = formats.sorted { $0.id < $1.id }
    others = documentTypes
    self.themes = themes
    self.languages = languages
    self.documentTypes = documentTypes
    let (foreigns, outputs) = (formats.compactMap(\.foreign), self.outputs)
    self.documentTypes += self.formats.filter { $0.read != nil }.map {
      DocumentType($0, foreigns: foreigns, outputs: outputs)
    }
  }

  /// The registry with one format more.
  public func adding(_ format: Format) -> Registry {
    Registry(formats: formats + [format], documentTypes: others, themes: themes, languages: languages)
  }

  /// What rules know of outputs.
  public var outputs: LintSubject.Outputs {
    LintSubject.Outputs(
      formats: Dictionary(formats.map { ($0.id, $0.write != nil) }, uniquingKeysWith: { first, _ in first }),
      needs: Dictionary(
        formats.compactMap { format in format.needs.map { (format.id, $0) } }, uniquingKeysWith: { first, _ in first }),
      native: Set(formats.filter { $0.capabilities.contains(.native) }.map(\.id)), themes: themes, languages: languages
    ) { [writable] name in Self.format(forFile: name, among: writable)?.id }
  }

  /// The format of an id.
  public func format(named id: String) -> Format? { formats.first { $0.id == id } }

  /// The formats that can be written.
  public var writable: [Format] { formats.filter { $0.write != nil } }

  /// The formats that can be read.
  public var readable: [Format] { formats.filter { $0.read != nil } }

  /// The format that a file of that name is to be written in: that of the longest pattern that matches.
  public func format(forFile name: String) -> Format? { Self.format(forFile: name, among: writable) }

  private static func format(forFile name: String, among writable: [Format]) -> Format? {
    let base = name.lowercased().split(separator: "/").last.map(String.init) ?? ""
    var best: (format: Format, length: Int)?
    for format in writable {
      for pattern in format.names where pattern.matches(base) && pattern.length > best?.length ?? 0 {
        best = (format, pattern.length)
      }
    }
    return best?.format
  }

  /// What an input is.
  public enum Recognition: Sendable {
    /// One of what is read.
    case known(DocumentType)
    /// Something that is known, but not read.
    case unread(called: Message)
    /// JSON, YAML, XML or a page that cannot be parsed.
    case broken(Diagnostic)
    /// Nothing that is known here.
    case unknown
  }

  /// What an input is, by the surest answer of all; of equally sure ones the first. O(types), and one parse.
  public func recognize(_ input: Input) -> Recognition {
    let probe = Probe(input)
    var best: (confidence: Confidence, type: DocumentType)?
    for type in documentTypes {
      let confidence = type.detect(probe)
      if confidence > best?.confidence ?? .none { best = (confidence, type) }
    }
    // What is written here and not read is known by the same marks.
    var unread: (confidence: Confidence, format: Format)?
    for format in formats where format.read == nil {
      let confidence = format.detect(probe)
      if confidence > unread?.confidence ?? best?.confidence ?? .none { unread = (confidence, format) }
    }
    if let unread { return .unread(called: "\(unread.format.id) (\(unread.format.summary))") }
    if let best { return best.type.decode == nil ? .unread(called: best.type.called) : .known(best.type) }
    if input.syntax == .json || input.syntax == .yaml, case .failure(let error) = input.document {
      return .broken(error.diagnostic)
    }
    return .unknown
  }

  /// What is said where an input is none of what is read.
  public func refusal(of input: Input, _ recognition: Recognition) -> Diagnostic? {
    let read = readable.map(\.id).joined(separator: ", ")
    if case .known = recognition { return nil }
    if input.syntax != .folder, input.source.bytes.allSatisfy({ $0 <= 0x20 }) {
      return Diagnostic(id: "unrecognized", "the text is empty", help: "what is read: \(read)")
    }
    switch recognition {
    case .known: return nil
    case .broken(let diagnostic): return diagnostic
    case .unread(let called):
      return Diagnostic(
        id: "unrecognized", "this is \(called), which is not read", at: Self.start(input), help: "what is read: \(read)"
      )
    case .unknown:
      return Diagnostic(
        id: "unrecognized", "this is \(input.syntax.spoken), and nothing in it is known", at: Self.start(input),
        help: "an identity starts with `parcours: 1`, a contract with `contract: 1`; what is read beside them: \(read)")
    }
  }

  private static func start(_ input: Input) -> Range<Int>? {
    guard input.syntax == .json || input.syntax == .yaml, let document = try? input.document.get() else { return nil }
    return document.entries.first.map(\.range)
  }
}
