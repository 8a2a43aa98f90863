public import ParcoursSource

/// What a writer made: bytes, and what it says of them.
public struct Artifact: Sendable {
  /// The bytes; nil where there is nothing to write, and a diagnostic says why.
  public var bytes: [UInt8]?
  /// What the writer says: above all what it had no room for.
  public var diagnostics: [Diagnostic]

  /// Makes one.
  public init(_ bytes: [UInt8], diagnostics: [Diagnostic] = []) {
    self.bytes = bytes
    self.diagnostics = diagnostics
  }

  /// One that could not be made.
  public init(refusing diagnostic: Diagnostic) {
    bytes = nil
    diagnostics = [diagnostic]
  }
}

extension Diagnostic {
  /// What a writer says where a limit of its format left texts out.
  ///
  /// - Parameters:
  ///   - field: the field, in the format's words.
  ///   - limit: how many characters, or items, it may have.
  ///   - texts: what was left out; of many the first few are told.
  public static func noRoom(in field: String, limit: Int, for texts: [String]) -> Diagnostic {
    let shown = texts.prefix(6).map { text in
      let flat = text.split(whereSeparator: \.isNewline).joined(separator: " ")
      return "\"" + (flat.count > 72 ? flat.prefix(71) + "…" : flat) + "\""
    }.joined(separator: ", ")
    let more = texts.count - 6
    return Diagnostic(
      id: "no-room", severity: .note,
      more > 0
        ? "there is no room in \(field) (at most \(limit)) for: \(shown) and \(more) more"
        : "there is no room in \(field) (at most \(limit)) for: \(shown)")
  }
}
