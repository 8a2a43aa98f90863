public import ParcoursSource

/// A text that is not of its language: where, and what is wrong.
public struct SyntaxError: Error, Sendable, Hashable {
  /// The rule it is explained under: `syntax`, `encoding`, `depth` or `budget`.
  public var id: String
  /// One sentence.
  public var message: String
  /// The bytes it is about.
  public var range: Range<Int>
  /// What to do.
  public var help: String?

  init(_ message: String, id: String = "syntax", at range: Range<Int>, help: String? = nil) {
    self.id = id
    self.message = message
    self.range = range
    self.help = help
  }

  init(_ message: String, id: String = "syntax", at offset: Int, help: String? = nil) {
    self.init(message, id: id, at: offset..<(offset + 1), help: help)
  }

  /// The error as a finding.
  public var diagnostic: Diagnostic { Diagnostic(id: id, message, at: range, help: help) }
}
