internal import ParcoursFormats
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
        document = source.isYAMLName ? try YAMLParser.parse(source) : try JSONParser.parse(source)
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

  /// Makes a validator. Without a finder of settings, files are checked as they say themselves.
  public init(_ mode: Mode = .recognized, asOf: PartialDate, settings: SettingsFinder? = nil) {
    self.mode = mode
    self.asOf = asOf
    self.settings = settings
  }

  /// What is wrong with a text. O(size of the text × keywords and rules).
  public func validate(_ source: SourceText) -> SourceFindings {
    if source.isPageName { return page(source) }
    let document: Document
    do throws(SyntaxError) {
      document = try Self.parse(source)
    } catch {
      return SourceFindings(source: source, diagnostics: [error.diagnostic])
    }
    switch mode {
    case .schema(let user): return check(document, user.schema, duplicates: .warning)
    case .named(let name): return check(document, Self.schema(name), duplicates: .error)
    case .recognized: return recognized(document)
    }
  }

  /// A finding about a key, at the key's bytes.
  private static func placed(_ finding: Diagnostic, in document: Document) -> Diagnostic {
    guard finding.isAboutKey,
      let value = document.entries.indices.first(where: { document.entries[$0].range == finding.range }), value > 0,
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

  static func parse(_ source: SourceText) throws(SyntaxError) -> Document {
    source.isYAML ? try YAMLParser.parse(source) : try JSONParser.parse(source)
  }

  static func schema(_ name: String) -> Schema? {
    switch name {
    case "identity": EmbeddedSchemas.identity
    case "contract": EmbeddedSchemas.contract
    case "team": EmbeddedSchemas.team
    case "jsonresume": EmbeddedSchemas.jsonresume
    default: EmbeddedSchemas.compiled(name)
    }
  }

  private func check(_ document: Document, _ schema: Schema?, duplicates: Severity) -> SourceFindings {
    let found = schema?.findings(document) ?? (findings: [], omitted: 0)
    let said = document.duplicateKeyDiagnostics(severity: duplicates).prefix(200) + found.findings
    return SourceFindings(
      source: document.source, diagnostics: Corrections.attached(to: Array(said), in: document),
      omitted: found.omitted + max(0, document.duplicates.count - 200))
  }

  private func page(_ source: SourceText) -> SourceFindings {
    let reading = Format.html.reader?.read(source)
    return SourceFindings(source: source, diagnostics: reading?.diagnostics ?? [])
  }

  private func recognized(_ document: Document) -> SourceFindings {
    let kind = DocumentKind.of(document)
    var findings = check(document, Self.schema(kind.schemaName), duplicates: .error)
    // Where there is more to mend than anybody reads, the rules can wait.
    if findings.omitted > 0 { return findings }
    if document.entries.count > Self.mostForRules {
      let said = Diagnostic(
        id: "budget", severity: .warning,
        "\(document.entries.count) values are more than rules look at (\(Self.mostForRules))", at: 0..<1,
        pointer: JSONPointer(), help: "a profile has some hundreds; split the file, a line for each profile")
      return SourceFindings(
        source: document.source, diagnostics: findings.diagnostics + [said], omitted: findings.omitted)
    }
    if kind == .resume, !DocumentKind.isResume(document), findings.diagnostics.isEmpty {
      let said = Diagnostic(
        id: "unrecognized", severity: .warning, "neither an identity, a résumé nor a contract: nothing in it is known",
        at: document.entries[0].range, pointer: JSONPointer(),
        help: "start it with `parcours: 1` or `contract: 1`, or name its schema by --schema")
      return SourceFindings(source: document.source, diagnostics: [said])
    }
    let rules: Findings?
    var checks: Checks?
    let path = document.source.name
    let folder = settings?.settings(for: path)
    // What the file says for itself comes after what its folder says.
    func isOff(_ id: String) -> Bool {
      let own = checks?.rules?.entries.last { $0.rule == id }?.level
      return (own ?? folder?.levels[id]) == .off
    }
    switch kind {
    case .identity:
      let identity = Canonical.read(document).identity
      checks = identity?.checks
      rules = identity.map {
        Rules.check(LintSubject(identity: $0, asOf: asOf), sourceMap: document.sourceMap, isOff: isOff)
      }
    case .resume:
      let reading = JSONResumeRoot.read(document)
      rules = reading.identity.map { identity in
        let renamed = reading.renamedFields.map { LintSubject.Renamed(old: $0.old, new: $0.new, range: $0.range) }
        return Rules.check(
          LintSubject(identity: identity, asOf: asOf, isResume: true, renamedFields: renamed),
          sourceMap: reading.sourceMap)
      }
    case .contract:
      let contract = Canonical.decode(Contract.self, document).0
      checks = contract?.checks
      rules = contract.map { Rules.check($0, asOf: asOf, sourceMap: document.sourceMap, isOff: isOff) }
    case .team: rules = nil
    case .thesaurus:
      rules = nil
      if let scheme = Canonical.decode(ConceptScheme.self, document).0 {
        findings.diagnostics += Thesauri.diagnostics(scheme, document)
      }
    }
    let own = Settings(checks)
    // Comments allow what stands on their lines: with them, more must be placed than is told.
    let hasComments = Suppressions.mayBe(in: document)
    let placed = rules?.placed(most: hasComments ? 5_000 : Findings.most) { all in
      own.applied(to: folder?.applied(to: all, in: path) ?? all, in: path)
    }
    // One finding a place: where the schema has spoken, the rules need not.
    let told = Set(findings.diagnostics.map(\.range))
    let places = findings.diagnostics.filter { $0.severity == .error }.compactMap(\.pointer)
    var said = (placed?.diagnostics ?? []).map { Self.placed($0, in: document) }.filter { finding in
      guard !told.contains(finding.range) else { return false }
      // What a rule misses in an item may be what the schema could not read of it.
      guard let pointer = finding.pointer, pointer.tokens.count > 1 else { return true }
      return !places.contains { $0.starts(with: pointer) }
    }
    if hasComments { said = Suppressions.applied(to: said, in: document) }
    let left = said.count - Findings.most
    if left > 0 {
      said = Array(
        said.enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
          .prefix(Findings.most).map(\.element))
    }
    said = Corrections.attached(to: said, in: document)
    findings = SourceFindings(
      source: document.source,
      diagnostics: findings.diagnostics + Settings.unknownRules(checks, in: document, at: ["checks"]) + said,
      omitted: (placed?.omitted ?? 0) + max(0, left),
      omittedSeverity: max(placed?.omittedSeverity ?? .note, left > 0 ? said.last?.severity ?? .note : .note))
    return findings
  }
}

/// What a document is.
enum DocumentKind {
  case identity, contract, team, thesaurus, resume

  var schemaName: String {
    switch self {
    case .identity: "identity"
    case .contract: "contract"
    case .team: "team"
    case .thesaurus: "thesaurus"
    case .resume: "jsonresume"
    }
  }

  /// The sections that only a résumé has.
  private static let sections = ["basics", "work", "volunteer", "education", "references", "meta"]

  /// Whether an object has anything of a résumé.
  static func isResume(_ document: Document) -> Bool {
    let shared = ["$schema", "skills", "languages", "projects", "publications", "awards", "certificates", "interests"]
    return (sections + shared).contains { document.value(of: $0, in: 0) != nil }
  }

  /// Whether a text that is said to be a résumé is an identity: read as a résumé, its private fields would be unknown keys,
  /// which everyone is given back.
  static func isIdentityTakenForResume(_ document: Document) -> Bool {
    of(document) == .identity && !sections.contains { document.value(of: $0, in: 0) != nil }
  }

  /// An identity, contract or team by its first mark, else a résumé.
  static func of(_ document: Document) -> DocumentKind {
    func isMark(_ key: StaticString) -> Bool {
      document.value(of: key, in: 0).map { document.kind($0) != .object && document.kind($0) != .array } ?? false
    }
    if isMark("parcours") { return .identity }
    if isMark("contract"), document.value(of: "status", in: 0) != nil, isMark("team") { return .team }
    if isMark("contract") { return .contract }
    if isMark("team"), document.value(of: "status", in: 0) != nil { return .team }
    if isMark("thesaurus") { return .thesaurus }
    // A file that forgot its mark is told by what is in it: taken for a résumé, its private fields would be unknown keys.
    func has(_ keys: [String]) -> Bool { keys.contains { document.value(of: $0, in: 0) != nil } }
    if has(sections) { return .resume }
    if has(["needs", "budget"]) { return .contract }
    let shared = [
      "$schema", "skills", "languages", "projects", "publications", "awards", "certificates", "interests", "parcours",
    ]
    // One word, such as `name`, is in many files.
    let own = Identity.fields.map(\.name).filter { !shared.contains($0) && document.value(of: $0, in: 0) != nil }
    return own.count > 1 || own == ["path"] ? .identity : .resume
  }
}

extension SourceText {
  var isYAMLName: Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".yaml") || lower.hasSuffix(".yml")
  }

  var isPageName: Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".html") || lower.hasSuffix(".htm") || lower.hasSuffix(".xhtml")
  }

  /// YAML by its name, else by its first byte: JSON starts with a bracket, or cannot be told apart.
  var isYAML: Bool {
    if isYAMLName { return true }
    let lower = name.lowercased()
    if lower.hasSuffix(".json") || lower.hasSuffix(".ndjson") || lower.hasSuffix(".jsonl") { return false }
    let first = bytes.first { $0 > 0x20 && $0 < 0x80 }
    return first != 0x7B && first != 0x5B && first != 0x22
  }
}
