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
    /// How many items and fields the audience may not see.
    public var withheld = 0
  }

  /// Makes a converter.
  public init() {}

  /// The format of an input: by its name, and for JSON and YAML by what is in it.
  public func format(of source: SourceText) -> Format? {
    if source.isPageName { return .html }
    if let format = Formats.forFile(source.name), format.id == "linkedin" { return format }
    let first = source.bytes.first { $0 > 0x20 }
    if first == 0x3C, !source.isYAMLName { return .html }
    guard let document = try? Validator.parse(source) else { return source.isYAML ? .yaml : .json }
    guard document.kind(0) == .object else { return nil }
    switch DocumentKind.of(document) {
    case .identity: return source.isYAML ? .yaml : .json
    case .resume: return .jsonResume
    case .contract, .team: return nil
    }
  }

  /// Reads a source; what is wrong is in the reading.
  public func read(_ source: SourceText, as format: Format) -> Reading {
    format.reader?.read(source) ?? Reading(identity: nil)
  }

  /// Converts. What the audience may see is decided here, once, before any writer sees the identity.
  ///
  /// - Parameters:
  ///   - language: the output's; nil is the identity's own.
  ///   - audience: nil is the owner for the model's own formats and everyone for all others.
  public func convert(
    _ source: SourceText, from input: Format, to output: Format, language: String?, audience: Visibility?,
    asOf: PartialDate, theme: String = "classic"
  ) -> Conversion {
    if input.id == Format.jsonResume.id, let document = try? Validator.parse(source),
      DocumentKind.isIdentityTakenForResume(document)
    {
      let finding = Diagnostic(
        id: "identity-as-resume", "this is an identity, not a résumé", at: document.root.range,
        help: "leave `-f jsonresume` out")
      return Conversion(output: nil, findings: SourceFindings(source: source, diagnostics: [finding]))
    }
    let reading = read(source, as: input)
    let findings = SourceFindings(source: source, diagnostics: reading.diagnostics)
    guard let identity = reading.identity, !findings.has(.error), let writer = output.writer else {
      return Conversion(output: nil, findings: findings)
    }
    var conversion = Conversion(output: nil, findings: findings)
    let audience = audience ?? (output.isNative ? .private : .public)
    let visible = identity.visible(to: audience, format: output.extensionKey)
    conversion.withheld = visible.withheld
    let options = WriteOptions(
      language: language ?? identity.documentLanguage, audience: audience, asOf: asOf, theme: theme)
    let bytes = writer.write(visible.identity, options)
    conversion.output = bytes
    if let back = output.reader?.read(SourceText(name: "output", bytes: bytes)).identity {
      conversion.losses = Loss.between(visible.identity, back)
    }
    return conversion
  }
}
