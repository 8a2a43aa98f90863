public import ParcoursLint
public import ParcoursModel
public import ParcoursSource
internal import ParcoursSystem

/// What a document is, beside the formats of an identity: how it is known, which schema it is held to, and what rules say of it.
public struct DocumentType: Sendable {
  /// What a document says beside its schema.
  public struct Decoded: Sendable {
    /// How the file wants to be checked.
    public var checks: Checks?
    /// What is wrong beside the schema.
    public var diagnostics: [Diagnostic] = []
    /// What the rules say, those left out that are off; nil where there are none.
    public var rules: (@Sendable (_ isOff: (String) -> Bool) -> Findings)?
    /// The paths of files that are made of it.
    public var outputs: [String] = []
    /// Who it is, as others refer to them, and where that stands; nil where it says no id.
    public var person: (id: String, range: Range<Int>?)?
    /// The text that places are in, where that is not the input's own.
    public var source: SourceText?

    /// Nothing.
    public init() {}
  }

  /// What it is known by.
  public let id: String
  /// What people call one: `a contract`.
  public let called: Message
  /// The schema that it is held to, by its name; nil where there is none.
  public let schema: String?
  /// How sure it is that an input is one.
  public let detect: @Sendable (Probe) -> Confidence
  /// Reads an input, for a day that counts as today; nil where it is known, but not read.
  public let decode: (@Sendable (Input, PartialDate) -> Decoded)?
  /// The format that an identity is read by from it; nil where it holds none.
  public let format: Format?

  /// Declares one.
  public init(
    id: String, called: Message, schema: String? = nil, format: Format? = nil,
    detect: @escaping @Sendable (Probe) -> Confidence,
    decode: (@Sendable (Input, PartialDate) -> Decoded)? = nil
  ) {
    self.id = id
    self.called = called
    self.schema = schema
    self.format = format
    self.detect = detect
    self.decode = decode
  }

  /// The type of documents that a format reads identities from. Rules look at the identity; their findings stand where it says.
  ///
  /// - Parameters:
  ///   - foreigns: what rules know of the formats whose data may be kept in an identity.
  ///   - outputs: what rules know of outputs.
  public init(_ format: Format, foreigns: [LintSubject.Foreign], outputs: LintSubject.Outputs) {
    let called: Message =
      format.capabilities.contains(.native) ? "an identity" : "an identity in the format \(format.id)"
    self.init(id: format.id, called: called, schema: format.schema, format: format, detect: format.detect) {
      input, asOf in
      var decoded = Decoded()
      guard let reading = format.read?(input) else { return decoded }
      decoded.diagnostics = reading.diagnostics
      decoded.source = reading.source
      guard let identity = reading.identity else { return decoded }
      decoded.checks = identity.checks
      decoded.outputs = identity.outputs.compactMap(\.path)
      // A résumé that was made of somebody is nobody else.
      let isOwn = format.capabilities.contains(.native)
      decoded.person = !isOwn ? nil : identity.id.map { ($0, reading.sourceMap.range(of: JSONPointer(["id"]))) }
      let renamed = reading.renamedFields.map { LintSubject.Renamed(old: $0.old, new: $0.new, range: $0.range) }
      // Themes of one's own stand in folders beside the identity's file.
      var known = outputs
      let name = input.name
      let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
      known.mayBeFolder = { !Folder.isFile(name) || Folder.exists(folder + $0) }
      let subject = LintSubject(
        identity: identity, asOf: asOf, isForeign: format.capabilities.contains(.foreign), renamedFields: renamed,
        foreigns: foreigns, outputs: known)
      decoded.rules = { isOff in Rules.check(subject, sourceMap: reading.sourceMap, isOff: isOff) }
      return decoded
    }
  }
}
