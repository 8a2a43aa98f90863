public import ParcoursInterchange
public import ParcoursModel
internal import ParcoursPDF
public import ParcoursReport
internal import ParcoursSource
internal import ParcoursSyntax
public import ParcoursSystem

extension Input {
  /// Reads anything: a file, a folder, or standard input where the path is `-`. The words of a PDF are taken out of it by
  /// `pdftotext`, when they are asked for.
  ///
  /// - Throws: `FileError` where it does not exist or cannot be read.
  public static func read(_ path: String) throws(FileError) -> Input { try Input(reading: path, extract: words) }

  /// Takes the words of a PDF out of it, by the program that is installed.
  public static let words: TextExtractor = { bytes in
    do throws(PDFTextError) {
      return .success(PlacedText(try PDFText().words(bytes)))
    } catch {
      var id = "pdf-text"
      if case .notInstalled = error { id = "not-installed" }
      return .failure(SyntaxError(error.message, id: id, help: error.help))
    }
  }
}

/// An input that was read, as commands take it: what it is, what was found in it.
public struct Loaded: Sendable {
  /// The input.
  public let input: Input
  /// The format it was read by; nil where it is none of those that are read.
  public let format: Format?
  /// What was made of it.
  public let reading: Reading
  /// What is to be said of it, as the settings beside it want it.
  public let findings: SourceFindings

  /// The identity; nil where there is none, or it has errors.
  public var identity: Identity? { findings.has(.error) ? nil : reading.identity }

  /// The same without outputs: a copy of the identity is no second source of them.
  var withoutOutputs: Loaded {
    var reading = reading
    reading.identity?.outputs = []
    return Loaded(input: input, format: format, reading: reading, findings: findings)
  }
}

/// Loads inputs: the one function by which every command gets an identity from anything that is read.
public struct Loader: Sendable {
  private let registry: Registry
  private let settings: SettingsFinder?

  /// Makes a loader. Without a finder of settings, none are looked for.
  public init(_ registry: Registry = .standard, settings: SettingsFinder? = nil) {
    self.registry = registry
    self.settings = settings
  }

  /// Loads an identity.
  ///
  /// - Parameter format: what the input is said to be; nil lets it say so itself.
  public func load(_ input: Input, as format: Format? = nil) -> Loaded {
    let recognition = registry.recognize(input)
    var known: Format?
    var kind: Message?
    if case .known(let type) = recognition {
      known = type.format
      if type.format == nil { kind = type.called }
    }
    if let format, let known, known.capabilities.contains(.native), !format.capabilities.contains(.native),
      format.schema != nil, format.detect(Probe(input)) < .shape
    {
      // Read as another format its private fields would be unknown keys, which everyone is given back.
      return refused(
        input,
        Diagnostic(
          id: "identity-as-resume", "this is an identity, not a résumé",
          at: (try? input.document.get())?.root.range, help: "leave `-f \(format.id)` out"))
    }
    guard let taken = format ?? known, let read = taken.read else {
      if let kind {
        return refused(
          input,
          Diagnostic(
            id: "unrecognized", "this is \(kind), and no identity", at: (try? input.document.get())?.root.range,
            help: "name an identity, or anything else that one is read from"))
      }
      return refused(input, registry.refusal(of: input, recognition))
    }
    let reading = read(input)
    var diagnostics = reading.diagnostics
    if input.syntax == .json, input.hasComments {
      diagnostics.insert(
        Diagnostic(
          id: "comments", severity: .note, "read without its comments and trailing commas, which JSON has not"), at: 0)
    }
    let applied = settings?.settings(for: input.name).applied(to: diagnostics, in: input.name) ?? diagnostics
    return Loaded(
      input: input, format: taken, reading: reading,
      findings: SourceFindings(source: reading.source ?? input.source, diagnostics: applied))
  }

  private func refused(_ input: Input, _ diagnostic: Diagnostic?) -> Loaded {
    let said = diagnostic ?? Diagnostic(id: "unrecognized", "this is no identity")
    return Loaded(
      input: input, format: nil, reading: .failed(said),
      findings: SourceFindings(source: input.source, diagnostics: [said]))
  }
}
