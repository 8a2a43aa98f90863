public import ParcoursFormats
public import ParcoursModel
public import ParcoursReport
public import ParcoursSource
internal import ParcoursSyntax
internal import ParcoursTransform

/// Turns any format into any other: read, made visible to an audience, written, and read back to say what was lost.
public struct Converter: Sendable {
  /// What a conversion made.
  public struct Conversion: Sendable {
    /// The output; nil where the input has errors.
    public var output: [UInt8]?
    /// What was found in the input.
    public var findings: SourceFindings
    /// What the output does not carry.
    public var losses: [Loss] = []
    /// What the output's limits left no room for.
    public var omissions: [Omission] = []
    /// How many items and fields the audience may not see.
    public var withheld = 0
    /// How many texts may tell a confidential name by a part of it.
    public var nearSecrets = 0
    /// Why items are in or out, a line each, where it is meant for somebody or has to keep limits.
    public var reasons: [String] = []
    /// How many texts stand in another language than the output's, having no version in it.
    public var untranslated = 0
    /// The title and the author of a document made of it.
    public var title = ""
    /// The person's name.
    public var author = ""
    /// The path or address of the photo that the audience may see.
    public var image: String?
  }

  /// Makes a converter.
  public init() {}

  /// The format of an input: by its name, and for JSON and YAML by what is in it.
  public func format(of source: SourceText) -> Format? {
    if source.isPageName { return .html }
    if source.name.lowercased().hasSuffix(".xml") { return .europass }
    if ZIPArchive.isArchive(source.bytes) || source.name.lowercased().hasSuffix(".zip") { return .linkedInArchive }
    if let format = Formats.forFile(source.name), format.id == "linkedin" { return format }
    if source.name.lowercased().hasSuffix(".pdf") { return .linkedInPDF }
    if !source.isYAMLName, !source.name.lowercased().hasSuffix(".json"), source.isLinkedInPDFText {
      return .linkedInPDF
    }
    if !source.isYAMLName, source.isLinkedInText { return .linkedIn }
    let first = source.bytes.first { $0 > 0x20 }
    if first == 0x3C, !source.isYAMLName { return source.isXML ? .europass : .html }
    guard let document = try? Validator.parse(source) else { return source.isYAML ? .yaml : .json }
    guard document.kind(0) == .object else { return nil }
    if document.value(of: "elements", in: 0).map({ document.kind($0) == .array }) ?? false { return .linkedInArchive }
    switch DocumentKind.of(document) {
    case .identity: return source.isYAML ? .yaml : .json
    case .resume: return Format.ofShape(Tree.value(document)) ?? .jsonResume
    case .contract, .team, .thesaurus: return nil
    }
  }

  /// Whether a text is JSON but for comments and trailing commas.
  public static func hasComments(_ source: SourceText) -> Bool {
    guard source.bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == 0x7B || source.name.lowercased().hasSuffix(".json"),
      !source.isYAMLName, (try? JSONParser.parse(source)) == nil, let plain = source.withoutJSONComments
    else { return false }
    return (try? JSONParser.parse(plain)) != nil
  }

  /// Reads a source; what is wrong is in the reading.
  public func read(_ source: SourceText, as format: Format) -> Reading {
    format.reader?.read(source) ?? Reading(identity: nil)
  }

  /// The files of an archive that lie in a folder, as one reading.
  ///
  /// - Throws: `FileError` where a file cannot be read.
  public func read(archiveFolder path: String) throws(FileError) -> Reading {
    var files: [SourceText] = []
    for file in try Folder.files(below: path, endings: ["csv", "json"]) where ArchiveFile.isRead(file) {
      let source = try SourceText(readingFile: file)
      files.append(SourceText(name: file.split(separator: "/").last.map(String.init) ?? file, bytes: source.bytes))
    }
    return LinkedInArchive.read(files).escapedTexts
  }

  /// Converts. Whom it is for and what they may see is decided here, once, before any writer sees the identity.
  public func convert(
    _ source: SourceText, from input: Format, to output: Format, _ options: ConversionOptions,
    reading known: Reading? = nil
  ) -> Conversion {
    if input.id == Format.jsonResume.id, let document = try? Validator.parse(source),
      DocumentKind.isIdentityTakenForResume(document)
    {
      let finding = Diagnostic(
        id: "identity-as-resume", "this is an identity, not a résumé", at: document.root.range,
        help: "leave `-f jsonresume` out")
      return Conversion(output: nil, findings: SourceFindings(source: source, diagnostics: [finding]))
    }
    let reading = known ?? read(source, as: input)
    // Of an archive there are no lines to show.
    let shown = input.id == Format.linkedInArchive.id ? SourceText(name: source.name, bytes: []) : source
    var findings = SourceFindings(source: shown, diagnostics: reading.diagnostics)
    guard var identity = reading.identity, !findings.has(.error), output.writer != nil else {
      return Conversion(output: nil, findings: findings)
    }
    if options.marksPlaces { identity = identity.markingPlaces() }
    var aim: Aim?
    if let target = options.target {
      let audience = options.audience ?? (output.isNative ? .private : .public)
      switch Aims.aim(target, of: identity, seenBy: audience) {
      case .success(let found): aim = found
      case .failure(let complaint):
        // The mistake is in what was asked for: no line of the identity is shown, which may be private.
        findings = SourceFindings(
          source: SourceText(name: source.name, bytes: []),
          diagnostics: reading.diagnostics.filter { $0.severity == .error } + [complaint.diagnostic])
        return Conversion(output: nil, findings: findings)
      }
    }
    return write(identity, aim, to: output, options, findings)
  }

  private func write(
    _ identity: Identity, _ aim: Aim?, to output: Format, _ options: ConversionOptions, _ findings: SourceFindings
  ) -> Conversion {
    var conversion = Conversion(output: nil, findings: findings)
    guard let writer = output.writer else { return conversion }
    let audience = options.audience ?? (output.isNative ? .private : .public)
    let key = options.marksPlaces ? "html" : output.extensionKey
    // What is chosen is chosen of what they may see: so nothing else can be told of it.
    let visible = (aim.map(identity.addressed) ?? identity).visible(to: audience, format: key)
    conversion.withheld = visible.withheld
    if audience < .private { conversion.nearSecrets = visible.identity.textsNearSecrets(of: identity) }
    let language = options.language ?? identity.documentLanguage
    // Their thesaurus has each skill in the language of the profile.
    let isLinkedIn = output.extensionKey == Format.linkedIn.extensionKey
    func spoken(_ identity: Identity) -> Identity {
      isLinkedIn ? Thesauri.spoken(identity, language: language) : identity
    }
    var seen = visible.identity
    var write = WriteOptions(
      language: language, audience: audience, asOf: options.asOf,
      theme: options.theme ?? .none)
    if output.isPage, let image = seen.image { write.photo = options.photo(image) }
    write.alternates = options.alternates
    write.marksPlaces = options.marksPlaces
    if let aim {
      write.leadingSkills = aim.leadingSkills(of: seen)
      let selection = seen.selected(for: aim, language: language)
      seen = selection.identity
      conversion.reasons = selection.decisions.map(Self.told)
    }
    var limits = aim?.limits ?? Target.Limits()
    if let pages = options.limits?.pages { limits.pages = pages }
    if let characters = options.limits?.characters { limits.characters = characters }
    if aim != nil || limits.pages != nil || limits.characters != nil {
      var length = Target.Limits()
      let fitted = seen.fitted(
        for: aim ?? Aim(Target()), asOf: options.asOf, language: language, refills: limits.pages == nil ? 64 : 0
      ) {
        length = self.length(of: spoken($0), within: limits, output, write, options)
        return length.pages ?? 0 <= limits.pages ?? .max && length.characters ?? 0 <= limits.characters ?? .max
      }
      guard let fitted else {
        conversion.findings = SourceFindings(
          source: SourceText(name: findings.source.name, bytes: []), diagnostics: [Self.tooMuch(limits, least: length)])
        return conversion
      }
      seen = fitted.identity
      conversion.reasons += fitted.decisions.map(Self.told)
    }
    seen = spoken(seen)
    if let refusal = writer.refusal(seen, write) {
      // It is about none of the identity's lines.
      conversion.findings = SourceFindings(
        source: SourceText(name: findings.source.name, bytes: []), diagnostics: [refusal])
      return conversion
    }
    let bytes = writer.write(seen, write)
    conversion.output = bytes
    conversion.image = seen.image
    conversion.author = seen.name ?? ""
    conversion.title = Self.title(seen, write.language)
    if options.findsLosses {
      conversion.omissions = writer.omissions(seen, write)
      if output.isPage || Self.wholeTexts.contains(output.id) {
        conversion.untranslated = TextPlaces.count(in: seen, without: language)
      }
    }
    if options.findsLosses, let back = output.reader?.read(SourceText(name: "output", bytes: bytes)).identity {
      conversion.losses = Loss.between(seen, back)
    }
    return conversion
  }

  /// A decision on a line, without marks.
  private static func told(_ decision: Decision) -> String {
    var decision = decision
    decision.title = Markup.plain(decision.title)
    return decision.description
  }

  /// The formats beside pages that write the texts of all of an identity in one language.
  private static let wholeTexts: Set<String> = ["jsonresume", "linkedin", "linkedin-sheet", "markdown"]

  private static func title(_ identity: Identity, _ language: String) -> String {
    let headline = identity.headline?.version(for: language, documentLanguage: identity.documentLanguage)?.text
    return [identity.name, headline].compactMap(\.self).joined(separator: " — ")
  }

  // MARK: Limits

  /// How long the output of an identity gets, in what is limited; what cannot be told is nil.
  private func length(
    of identity: Identity, within limits: Target.Limits, _ output: Format, _ write: WriteOptions,
    _ options: ConversionOptions
  ) -> Target.Limits {
    var length = Target.Limits()
    // Of a page, what its readers see is counted.
    if let most = limits.characters, let counted = output.isPage ? Format.markdown.writer : output.writer {
      let count = String(decoding: counted.write(identity, write), as: UTF8.self).unicodeScalars.count
      length.characters = count
      if count > most { return length }
    }
    if limits.pages != nil, output.isTypeset, let writer = output.writer {
      let page = TypesetPage(
        bytes: writer.write(identity, write), title: Self.title(identity, write.language), author: identity.name ?? "")
      // What cannot be told is told when the document is made.
      length.pages = options.pages(page)
    }
    return length
  }

  private static func tooMuch(_ limits: Target.Limits, least: Target.Limits) -> Diagnostic {
    let message: Message
    if let count = least.characters, let most = limits.characters, count > most {
      message = "what may not give way has \(count) characters, and \(most) are allowed"
    } else {
      message = "what may not give way takes \(least.pages ?? 0) pages, and \(limits.pages ?? 0) may be taken"
    }
    return Diagnostic(
      id: "limit", message, at: 0..<0,
      help: "steps, wanted skills and contacts stay; leave some out by tags, or allow more")
  }
}

/// A page that is to be set on paper.
public struct TypesetPage: Sendable {
  /// The page.
  public var bytes: [UInt8]
  /// The document's title.
  public var title: String
  /// The document's author.
  public var author: String

  /// Makes one.
  public init(bytes: [UInt8], title: String, author: String) {
    self.bytes = bytes
    self.title = title
    self.author = author
  }
}

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
  public var photo: @Sendable (String) -> WriteOptions.PhotoUse = { _ in .linked }
  /// The same page in other languages.
  public var alternates: [WriteOptions.Alternate] = []
  /// Whether items of a page say where they stood in the source.
  public var marksPlaces = false
  /// Whether what the output does not carry is found out.
  public var findsLosses = true

  /// Makes options.
  public init(
    language: String? = nil, audience: Visibility? = nil, target: TargetChoice? = nil, asOf: PartialDate,
    theme: Theme? = Themes.named("classic")
  ) {
    self.language = language
    self.audience = audience
    self.target = target
    self.asOf = asOf
    self.theme = theme
  }
}

extension SourceText {
  /// Whether a text begins as XML does, or as a Europass profile.
  fileprivate var isXML: Bool {
    let head = String(decoding: bytes.prefix(2_000), as: UTF8.self)
    return head.contains("<?xml") && !head.lowercased().contains("<html") || head.contains("<Candidate")
  }
}
