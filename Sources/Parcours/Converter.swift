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
    /// How many pages the target allows; nil where it does not say.
    public var pages: Int?
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
    if ZIPArchive.isArchive(source.bytes) || source.name.lowercased().hasSuffix(".zip") { return .linkedInArchive }
    if let format = Formats.forFile(source.name), format.id == "linkedin" { return format }
    if source.name.lowercased().hasSuffix(".pdf") { return .linkedInPDF }
    if !source.isYAMLName, !source.name.lowercased().hasSuffix(".json"), source.isLinkedInPDFText {
      return .linkedInPDF
    }
    let first = source.bytes.first { $0 > 0x20 }
    if first == 0x3C, !source.isYAMLName { return .html }
    guard let document = try? Validator.parse(source) else { return source.isYAML ? .yaml : .json }
    guard document.kind(0) == .object else { return nil }
    if document.value(of: "elements", in: 0).map({ document.kind($0) == .array }) ?? false { return .linkedInArchive }
    switch DocumentKind.of(document) {
    case .identity: return source.isYAML ? .yaml : .json
    case .resume: return .jsonResume
    case .contract, .team, .thesaurus: return nil
    }
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
    return LinkedInArchive.read(files)
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
    if let name = options.target {
      guard let targeted = identity.targeted(at: name) else {
        let names = identity.targets?.entries.map(\.name) ?? []
        findings.diagnostics.append(
          Diagnostic(
            id: "no-target", "the identity has no target \"\(name)\"",
            at: reading.sourceMap.range(of: JSONPointer(["targets"])),
            help: names.isEmpty
              ? "targets stand under `targets`" : "its targets are \(names.joined(separator: ", "))"))
        return Conversion(output: nil, findings: findings)
      }
      identity = targeted
    }
    return write(identity, to: output, options, findings)
  }

  private func write(
    _ identity: Identity, to output: Format, _ options: ConversionOptions, _ findings: SourceFindings
  ) -> Conversion {
    var conversion = Conversion(output: nil, findings: findings)
    guard let writer = output.writer else { return conversion }
    let audience = options.audience ?? (output.isNative ? .private : .public)
    let key = options.marksPlaces ? "html" : output.extensionKey
    let visible = identity.visible(to: audience, format: key)
    conversion.withheld = visible.withheld
    let language = options.language ?? identity.documentLanguage
    // Their thesaurus has each skill in the language of the profile.
    let isLinkedIn = output.extensionKey == Format.linkedIn.extensionKey
    let seen = isLinkedIn ? Thesauri.spoken(visible.identity, language: language) : visible.identity
    conversion.pages = options.target.flatMap { identity.targets?[$0]?.limits?.pages }
    var write = WriteOptions(
      language: language, audience: audience, asOf: options.asOf,
      theme: options.theme ?? .none)
    if output.isPage, let image = seen.image { write.photo = options.photo(image) }
    write.alternates = options.alternates
    write.marksPlaces = options.marksPlaces
    if let target = options.target { write.leadingSkills = identity.targets?[target]?.skills ?? [] }
    let bytes = writer.write(seen, write)
    conversion.output = bytes
    conversion.image = seen.image
    conversion.author = seen.name ?? ""
    let headline = seen.headline?.version(
      for: write.language, documentLanguage: seen.documentLanguage)?.text
    conversion.title = [seen.name, headline].compactMap(\.self).joined(separator: " — ")
    if options.findsLosses { conversion.omissions = writer.omissions(seen, write) }
    if options.findsLosses, let back = output.reader?.read(SourceText(name: "output", bytes: bytes)).identity {
      conversion.losses = Loss.between(seen, back)
    }
    return conversion
  }
}

/// How an input is converted.
public struct ConversionOptions: Sendable {
  /// The output's language; nil is the identity's own.
  public var language: String?
  /// Whom it is for; nil is the owner for the model's own formats and everyone for all others.
  public var audience: Visibility?
  /// The name of one of the identity's targets.
  public var target: String?
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
    language: String? = nil, audience: Visibility? = nil, target: String? = nil, asOf: PartialDate,
    theme: Theme? = Themes.named("classic")
  ) {
    self.language = language
    self.audience = audience
    self.target = target
    self.asOf = asOf
    self.theme = theme
  }
}

extension Identity {
  /// The identity whose items say where they stand, for pages that show findings at their place.
  func markingPlaces() -> Identity {
    func marked<Entry: Item>(_ items: [Entry], _ key: String) -> [Entry] {
      items.enumerated().map { index, item in
        var item = item
        var extensions = item.attributes.extensions ?? Extensions()
        extensions["html"] = .object([.init("at", .string("/\(key)/\(index)"))])
        item.attributes.extensions = extensions
        return item
      }
    }
    var copy = self
    copy.path = marked(path, "path")
    copy.skills = marked(skills, "skills")
    copy.languages = marked(languages, "languages")
    copy.services = marked(services, "services")
    copy.projects = marked(projects, "projects")
    copy.publications = marked(publications, "publications")
    copy.awards = marked(awards, "awards")
    copy.certificates = marked(certificates, "certificates")
    copy.interests = marked(interests, "interests")
    copy.recommendations = marked(recommendations, "recommendations")
    return copy
  }
}
