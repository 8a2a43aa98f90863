internal import ParcoursFormats
public import ParcoursInterchange
internal import ParcoursMatch
internal import ParcoursModel
public import ParcoursReport
public import ParcoursSource
internal import ParcoursSyntax
internal import ParcoursTransform

/// What a conversion made.
public struct Conversion: Sendable {
  /// The output; nil where there is none, and the findings say why.
  public var output: [UInt8]?
  /// What is to be said of the input, at its places.
  public var findings: SourceFindings
  /// What is to be said of the output: losses, what there was no room for, what was withheld, and the like. None of it has a
  /// place.
  public var remarks: [Diagnostic] = []
  /// What the output does not carry.
  public var losses: [Loss] = []
  /// The items and fields that the audience may not see, indices left out.
  public var withheldFields: [String] = []
  /// How many texts stand in another language than the output's, having no version in it.
  public var untranslated = 0
  /// The title and the author of a document made of it.
  public var title = ""
  /// The person's name.
  public var author = ""
  /// The path or address of the photo that the audience may see.
  public var image: String?

  /// Whether anything is lost.
  public var isLossy: Bool { !losses.isEmpty || remarks.contains { $0.id == "no-room" } }
}

/// Turns any format into any other: read, made visible to an audience, tailored, and written. What is lost, each writer says.
public struct Converter: Sendable {
  private let registry: Registry

  /// Makes a converter.
  public init(_ registry: Registry = .standard) { self.registry = registry }

  /// Reads an input and writes it.
  ///
  /// - Parameter format: what the input is said to be; nil lets it say so itself.
  public func convert(
    _ input: Input, from format: Format? = nil, to output: Format, _ options: ConversionOptions
  ) -> Conversion {
    convert(Loader(registry).load(input, as: format), to: output, options)
  }

  /// Writes what was loaded. Whom it is for and what they may see is decided here, once, before any writer sees anything.
  public func convert(_ loaded: Loaded, to output: Format, _ options: ConversionOptions) -> Conversion {
    var conversion = Conversion(output: nil, findings: loaded.findings)
    guard var identity = loaded.identity, output.write != nil else { return conversion }
    if options.marksPlaces { identity = identity.markingPlaces() }
    var aim: Aim?
    if let target = options.target {
      switch Aims.aim(target, of: identity, seenBy: options.audience(of: output), asOf: options.asOf) {
      case .success(let found): aim = found
      case .failure(let complaint):
        // The mistake is in what was asked for: no line of the identity is shown, which may be private.
        conversion.findings = SourceFindings(
          source: loaded.findings.source,
          diagnostics: loaded.findings.diagnostics.filter { $0.severity == .error } + [complaint.diagnostic])
        return conversion
      }
    }
    write(identity, aim, to: output, options, &conversion)
    return conversion
  }

  private func write(
    _ identity: Identity, _ aim: Aim?, to output: Format, _ options: ConversionOptions, _ conversion: inout Conversion
  ) {
    guard let write = output.write else { return }
    let language = options.language ?? identity.documentLanguage
    // What is chosen is chosen of what they may see: so nothing else can be told of it.
    var view = IdentityView(
      aim.map(identity.addressed) ?? identity, audience: options.audience(of: output), format: output.extensionKey,
      language: language, asOf: options.asOf
    ) { SkillNameTable.spoken($0, language: language) }
    conversion.withheldFields = view.withheldFields
    var writing = WriteOptions()
    writing.page.theme = options.theme ?? .none
    if output.capabilities.contains(.page), let image = view.image { writing.page.photo = options.photo(image) }
    writing.page.alternates = options.alternates
    writing.page.marksPlaces = options.marksPlaces
    var decisions: [Decision] = []
    if let aim {
      view.leadingSkills = aim.leadingSkills(of: view.record).map(view.spoken)
      let selection = view.record.selected(for: aim, language: language)
      view = view.with(selection.identity)
      decisions = selection.decisions
    }
    switch fitted(view, aim, output, writing, options, &decisions) {
    case .success(let fitted): view = fitted
    case .failure(let problem):
      // It is about none of the identity's lines.
      conversion.findings = SourceFindings(source: conversion.findings.source, diagnostics: [problem.diagnostic])
      return
    }
    let artifact = write(view, writing)
    guard let bytes = artifact.bytes else {
      conversion.findings = SourceFindings(source: conversion.findings.source, diagnostics: artifact.diagnostics)
      return
    }
    conversion.output = bytes
    conversion.image = view.image
    conversion.author = view.name ?? ""
    conversion.title = Self.title(view)
    if options.findsLosses {
      conversion.losses = output.carries.losses(of: view.record, language: language)
      if output.capabilities.contains(.oneLanguage) {
        conversion.untranslated = LocalizableTexts.count(in: view.record, without: language)
      }
    }
    let near = view.audience < .private ? view.record.placesNearSecrets(of: identity) : []
    conversion.remarks = remarks(conversion, artifact, near, decisions, view, output, options)
  }

  private static func title(_ view: IdentityView) -> String {
    [view.name, view.text(view.headline)].compactMap(\.self).joined(separator: " — ")
  }

  // MARK: What is said of the output

  private func remarks(
    _ conversion: Conversion, _ artifact: Artifact, _ near: [[String]], _ decisions: [Decision], _ view: IdentityView,
    _ output: Format, _ options: ConversionOptions
  ) -> [Diagnostic] {
    var remarks: [Diagnostic] = []
    if options.findsLosses {
      let severity: Severity = options.failsOnLosses ? .error : .note
      remarks += Loss.diagnostics(conversion.losses, in: output.id, options.telling, severity: severity)
      remarks += artifact.diagnostics.map { diagnostic in
        var diagnostic = diagnostic
        if diagnostic.id == "no-room" { diagnostic.severity = severity }
        return diagnostic
      }
      if conversion.untranslated > 0 {
        let count = conversion.untranslated
        remarks.append(
          Diagnostic(
            id: "untranslated", severity: .note,
            count == 1
              ? "1 text has no version in this language, and stands in another"
              : "\(count) texts have no version in this language, and stand in another",
            help: "parcours translate \(options.inputName) --missing --lang \(view.language)"))
      }
    }
    if !near.isEmpty {
      remarks.append(
        Diagnostic(
          id: "near-secret", severity: .warning,
          near.count == 1
            ? "1 text has a part of a confidential name" : "\(near.count) texts have a part of a confidential name",
          help: "`parcours validate` shows where"))
    }
    remarks += Self.withheld(conversion.withheldFields, view.audience, lists: options.listsWithheld)
    if options.explains {
      remarks += decisions.map { decision in
        var decision = decision
        decision.title = Markup.plain(decision.title)
        return Diagnostic(id: "decision", severity: .note, decision.message)
      }
      if decisions.isEmpty {
        remarks.append(
          Diagnostic(id: "decision", severity: .note, "everything is in: neither a target nor a limit chooses"))
      }
    }
    return remarks
  }

  /// What is said of what an audience may not see.
  static func withheld(_ fields: [String], _ audience: Visibility, lists: Bool) -> [Diagnostic] {
    guard !fields.isEmpty else { return [] }
    func diagnostic(_ message: Message, help: Message? = nil) -> Diagnostic {
      Diagnostic(id: "withheld", severity: .note, message, help: help)
    }
    if lists {
      return fields.reduce(into: [(field: String, count: Int)]()) { counts, field in
        if let index = counts.firstIndex(where: { $0.field == field }) {
          counts[index].count += 1
        } else {
          counts.append((field, 1))
        }
      }.map { field, count in
        let name = count > 1 ? "\(field) (\(count))" : field
        return diagnostic("\(name) is withheld from the audience \"\(audience.rawValue)\"")
      }
    }
    let count = fields.count
    return [
      diagnostic(
        count == 1
          ? "1 item or field is withheld from the audience \"\(audience.rawValue)\""
          : "\(count) items and fields are withheld from the audience \"\(audience.rawValue)\"",
        help: "--withheld lists them")
    ]
  }

  // MARK: Limits

  private struct Refusal: Error {
    let diagnostic: Diagnostic
  }

  /// The view without what gives way to limits.
  private func fitted(
    _ view: IdentityView, _ aim: Aim?, _ output: Format, _ writing: WriteOptions, _ options: ConversionOptions,
    _ decisions: inout [Decision]
  ) -> Result<IdentityView, Refusal> {
    var limits = aim?.limits ?? Target.Limits()
    if let pages = options.limits?.pages { limits.pages = pages }
    if let characters = options.limits?.characters { limits.characters = characters }
    guard aim != nil || limits.pages != nil || limits.characters != nil else { return .success(view) }
    var length = Target.Limits()
    let fitted = view.record.fitted(
      for: aim ?? Aim(Target()), asOf: options.asOf, language: view.language, refills: limits.pages == nil ? 64 : 0
    ) {
      length = self.length(of: view.with($0), within: limits, output, writing, options)
      return length.pages ?? 0 <= limits.pages ?? .max && length.characters ?? 0 <= limits.characters ?? .max
    }
    guard let fitted else { return .failure(Refusal(diagnostic: Self.tooMuch(limits, least: length))) }
    decisions += fitted.decisions
    return .success(view.with(fitted.identity))
  }

  /// How long the output of a view gets, in what is limited; what cannot be told is nil.
  private func length(
    of view: IdentityView, within limits: Target.Limits, _ output: Format, _ writing: WriteOptions,
    _ options: ConversionOptions
  ) -> Target.Limits {
    var length = Target.Limits()
    // Of a page, what its readers see is counted.
    let counted = output.capabilities.contains(.page) ? options.reading : output
    if let most = limits.characters, let write = counted.write {
      let count = String(decoding: write(view, writing).bytes ?? [], as: UTF8.self).unicodeScalars.count
      length.characters = count
      if count > most { return length }
    }
    if limits.pages != nil, output.capabilities.contains(.typeset), let write = output.write {
      let page = TypesetPage(
        bytes: write(view, writing).bytes ?? [], title: Self.title(view), author: view.name ?? "")
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
      id: "limit", message, help: "steps, wanted skills and contacts stay; leave some out by tags, or allow more")
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
