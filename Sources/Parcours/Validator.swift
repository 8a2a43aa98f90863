public import ParcoursInterchange
internal import ParcoursJSONSchema
internal import ParcoursLint
public import ParcoursModel
public import ParcoursReport
public import ParcoursSource
internal import ParcoursSyntax

/// Checks texts: syntax, then the schema of what they are, then the rules.
public struct Validator: Sendable {
  /// What a text is checked against.
  public enum Mode: Sendable {
    /// What it is found to be: an identity, a contract, a team or a résumé; schema and rules.
    case recognized
    /// One of the program's schemas alone, by name.
    case named(String)
    /// A schema of the user's alone.
    case schema(UserSchema)
  }

  /// A schema of the user's, compiled.
  public struct UserSchema: Sendable {
    let schema: Schema

    /// Compiles a schema, draft-07 or 2020-12.
    ///
    /// - Throws: `Failure` with what is wrong with it, at its place.
    public init(_ source: SourceText, assertsFormats: Bool = true) throws(Failure) {
      let document: Document
      do throws(SyntaxError) {
        document = try Input(source).strictDocument.get()
      } catch {
        throw Failure(findings: SourceFindings(source: source, diagnostics: [error.diagnostic]))
      }
      do throws(SchemaError) {
        schema = try Schema(document, known: EmbeddedSchemas.known, formats: assertsFormats ? .assert : .annotate)
      } catch {
        let diagnostic = Diagnostic(id: "schema", error.message, at: error.range)
        throw Failure(findings: SourceFindings(source: source, diagnostics: [diagnostic]))
      }
    }

    /// A schema that cannot be used.
    public struct Failure: Error, Sendable {
      /// What is wrong with it.
      public let findings: SourceFindings
    }
  }

  /// The most values and keys of one text that rules look at.
  private static let mostForRules = 250_000

  private let mode: Mode
  private let asOf: PartialDate
  private let settings: SettingsFinder?
  private let registry: Registry

  /// Makes a validator. Without a finder of settings, files are checked as they say themselves.
  public init(
    _ mode: Mode = .recognized, asOf: PartialDate, settings: SettingsFinder? = nil, registry: Registry = .standard
  ) {
    self.mode = mode
    self.asOf = asOf
    self.settings = settings
    self.registry = registry
  }

  /// What is wrong with a text. O(size of the text × keywords and rules).
  public func validate(_ source: SourceText) -> SourceFindings { validate(Input(source, extract: Input.words)) }

  /// What is wrong with an input. O(size of the input × keywords and rules).
  public func validate(_ input: Input) -> SourceFindings { checked(input).findings }

  /// What is wrong with an input, and what of it matters to others that are checked beside it.
  struct Checked {
    var findings: SourceFindings
    var outputs: [String] = []
    var person: (id: String, range: Range<Int>?)?
  }

  func checked(_ input: Input) -> Checked {
    switch mode {
    case .schema(let user): return Checked(findings: check(input, user.schema, nil, duplicates: .warning))
    case .named(let name):
      let type = registry.documentTypes.first { $0.schema == name }
      return Checked(findings: check(input, EmbeddedSchemas.schema(name), type, duplicates: .error))
    case .recognized: break
    }
    let recognition = registry.recognize(input)
    guard case .known(let type) = recognition else {
      let refusal = registry.refusal(of: input, recognition)
      return Checked(findings: SourceFindings(source: input.source, diagnostics: refusal.map { [$0] } ?? []))
    }
    return recognized(input, type)
  }

  private func check(_ input: Input, _ schema: Schema?, _ type: DocumentType?, duplicates: Severity) -> SourceFindings {
    switch input.strictDocument {
    case .failure(let error): return SourceFindings(source: input.source, diagnostics: [error.diagnostic])
    case .success(let document):
      let (said, omitted) = found(in: document, schema, duplicates: duplicates, isYAML: input.syntax == .yaml)
      return SourceFindings(
        source: document.source, diagnostics: Fixes(type, in: document).attached(to: said), omitted: omitted)
    }
  }

  private func found(in document: Document, _ schema: Schema?, duplicates: Severity, isYAML: Bool) -> (
    [Diagnostic], omitted: Int
  ) {
    let found = schema?.findings(document) ?? (findings: [], omitted: 0)
    let said =
      document.duplicateKeyDiagnostics(severity: duplicates).prefix(200) + (isYAML ? document.cutTexts.prefix(200) : [])
      + found.findings
    return (Array(said), found.omitted + max(0, document.duplicates.count - 200))
  }

  /// A finding about a key, at the key's bytes.
  private static func placed(_ finding: Diagnostic, in document: Document?) -> Diagnostic {
    guard finding.isAboutKey, let document, let range = finding.range,
      let value = document.entries.indices.first(where: { document.entries[$0].range == range }), value > 0,
      document.kind(value - 1) == .key
    else { return finding }
    var finding = finding
    finding.range = document.entries[value - 1].range
    return finding
  }

  /// The text with all that can be mended safely; the same where there is nothing. Mending may let more be seen, so it is
  /// done until nothing changes, at most a hundred times.
  public func mended(_ source: SourceText) -> SourceText {
    if Batch.isLines(source.name) {
      var bytes: [UInt8] = []
      for line in source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if !bytes.isEmpty || line.startIndex > 0 { bytes.append(0x0A) }
        let isText = line.contains { $0 > 0x20 }
        bytes += isText ? mended(SourceText(name: "line.json", bytes: Array(line))).bytes : Array(line)
      }
      return SourceText(name: source.name, bytes: bytes)
    }
    var text = source
    for _ in 0..<100 {
      let edits = validate(text).diagnostics.flatMap { $0.fixIt?.edits ?? [] }
      if edits.isEmpty { break }
      text = text.applying(edits)
    }
    return text
  }

  // MARK: What is recognized

  private func recognized(_ input: Input, _ type: DocumentType) -> Checked {
    var document: Document?
    var said: [Diagnostic] = []
    var omitted = 0
    if let name = type.schema {
      switch input.strictDocument {
      case .failure(let error):
        return Checked(findings: SourceFindings(source: input.source, diagnostics: [error.diagnostic]))
      case .success(let parsed):
        document = parsed
        (said, omitted) = found(
          in: parsed, EmbeddedSchemas.schema(name), duplicates: .error, isYAML: input.syntax == .yaml)
        said = Fixes(type, in: parsed).attached(to: said)
        // Where there is more to mend than anybody reads, the rules can wait.
        if omitted > 0 {
          return Checked(findings: SourceFindings(source: parsed.source, diagnostics: said, omitted: omitted))
        }
        if parsed.entries.count > Self.mostForRules {
          let much = Diagnostic(
            id: "budget", severity: .warning,
            "\(parsed.entries.count) values are more than rules look at (\(Self.mostForRules))", pointer: JSONPointer(),
            help: "a profile has some hundreds; split the file, a line for each profile")
          return Checked(findings: SourceFindings(source: parsed.source, diagnostics: said + [much]))
        }
      }
    }
    guard let decoded = type.decode?(input, asOf) else {
      return Checked(findings: SourceFindings(source: input.source, diagnostics: said))
    }
    let source = decoded.source ?? input.source
    // What a schema has said, the decoder need not say again.
    if let document, type.format != nil {
      let told = Set(said.compactMap(\.range))
      let more = decoded.diagnostics.filter { finding in
        // Dates and shapes are for the schema and the rules to say.
        !["date", "type", "shape"].contains(finding.id) && finding.severity == .warning
          && finding.range.map { !told.contains($0) } ?? false
      }
      said += Fixes(type, in: document).attached(to: more)
    } else {
      said += decoded.diagnostics
    }
    let findings = ruled(said, decoded, document, type, source)
    return Checked(findings: findings, outputs: decoded.outputs, person: decoded.person)
  }

  /// The findings of the schema with those of the rules, as settings and comments want them.
  private func ruled(
    _ found: [Diagnostic], _ decoded: DocumentType.Decoded, _ document: Document?, _ type: DocumentType,
    _ source: SourceText
  ) -> SourceFindings {
    let path = source.name
    let folder = settings?.settings(for: path)
    let checks = decoded.checks
    // What the file says for itself comes after what its folder says.
    func isOff(_ id: String) -> Bool {
      let own = checks?.rules?.entries.last { $0.rule == id }?.level
      return (own ?? folder?.levels[id]) == .off
    }
    let own = Settings(checks)
    // Comments allow what stands on their lines: with them, more must be placed than is told.
    let hasComments = document.map(Suppressions.mayBe) ?? false
    let placed = decoded.rules?(isOff).placed(most: hasComments ? 5_000 : Findings.most) { all in
      own.applied(to: folder?.applied(to: all, in: path) ?? all, in: path)
    }
    // One finding a place: where the schema has spoken, the rules need not.
    let told = Set(found.compactMap(\.range))
    let places = found.filter { $0.severity == .error }.compactMap(\.pointer)
    var said = (placed?.diagnostics ?? []).map { Self.placed($0, in: document) }.filter { finding in
      if let range = finding.range, told.contains(range) { return false }
      // What a rule misses in an item may be what the schema could not read of it.
      guard let pointer = finding.pointer, pointer.tokens.count > 1 else { return true }
      return !places.contains { $0.starts(with: pointer) }
    }
    if hasComments, let document { said = Suppressions.applied(to: said, in: document) }
    let left = said.count - Findings.most
    if left > 0 {
      said = Array(
        said.enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
          .prefix(Findings.most).map(\.element))
    }
    var unknown: [Diagnostic] = []
    if let document {
      said = Fixes(type, in: document).attached(to: said)
      unknown = Settings.unknownRules(checks, in: document, at: ["checks"])
    }
    return SourceFindings(
      source: source, diagnostics: found + unknown + said, omitted: (placed?.omitted ?? 0) + max(0, left),
      omittedSeverity: max(placed?.omittedSeverity ?? .note, left > 0 ? said.last?.severity ?? .note : .note))
  }
}
