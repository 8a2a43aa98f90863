public import ParcoursSource

/// A text that is not of its language: where, and what is wrong.
public struct SyntaxError: Error, Sendable, Hashable {
  /// The rule it is explained under: `syntax`, `encoding`, `depth` or `budget`.
  public var id: String
  /// One sentence.
  public var message: Message
  /// The bytes it is about; nil where it is about the whole text.
  public var range: Range<Int>?
  /// What to do.
  public var help: Message?

  package init(_ message: Message, id: String = "syntax", at range: Range<Int>? = nil, help: Message? = nil) {
    self.id = id
    self.message = message
    self.range = range
    self.help = help
  }

  package init(_ message: Message, id: String = "syntax", at offset: Int, help: Message? = nil) {
    self.init(message, id: id, at: offset..<(offset + 1), help: help)
  }

  /// The error as a finding.
  public var diagnostic: Diagnostic { Diagnostic(id: id, message, at: range, help: help) }
}
