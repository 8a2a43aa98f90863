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

  private static func isControl(_ bytes: [UInt8], _ index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x20 { return byte != 0x0A && byte != 0x0D && byte != 0x09 }
    if byte == 0x7F { return true }
    // C1: two bytes in UTF-8.
    if byte == 0xC2 { return index + 1 < bytes.count && bytes[index + 1] < 0xA0 }
    return byte & 0xE0 == 0x80 && index > 0 && bytes[index - 1] == 0xC2
  }

  /// Whether control characters stand in it, beside the ends of lines and tabs. O(n).
  var hasControls: Bool {
    guard let bytes else { return false }
    return bytes.indices.contains { Self.isControl(bytes, $0) }
  }

  /// The same without control characters. O(n).
  var withoutControls: Artifact {
    guard let bytes, hasControls else { return self }
    return Artifact(
      bytes.indices.filter { !Self.isControl(bytes, $0) }.map { bytes[$0] }, diagnostics: diagnostics)
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
