/// How much a finding weighs.
public enum Severity: String, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing; never changes the exit status.
  case note
  /// Should be mended.
  case warning
  /// The input is not valid.
  case error

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  /// Notes before warnings before errors.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}

/// Something said about an input, by a parser, the schema, a rule, a conversion or the matcher; data, which a report draws.
public struct Diagnostic: Sendable, Hashable {
  /// What `parcours explain` knows it by, such as `dates-in-order`.
  public var id: String
  /// How much it weighs.
  public var severity: Severity
  /// One sentence, the offending value in it; not yet escaped for any output.
  public var message: Message
  /// The bytes it is about: the value's, not its key's.
  public var range: Range<Int>
  /// The place in the input's own structure, where there is one.
  public var pointer: JSONPointer?
  /// What to do about it.
  public var help: Message?
  /// What belongs to it at other places.
  public var notes: [Note]
  /// What can be mended without asking.
  public var fixIt: FixIt?
  /// Its place among what was said of a text; for those who collect findings.
  package var number = 0
  /// Whether it is about the key of the member at its place, not about the value.
  public var isAboutKey = false

  /// A remark at another place of the same text.
  public struct Note: Sendable, Hashable {
    /// What is there.
    public var message: Message
    /// The bytes it is about.
    public var range: Range<Int>

    /// Makes a note.
    public init(_ message: Message, at range: Range<Int>) {
      self.message = message
      self.range = range
    }
  }

  /// Makes a finding.
  public init(
    id: String, severity: Severity = .error, _ message: Message, at range: Range<Int>, pointer: JSONPointer? = nil,
    help: Message? = nil, notes: [Note] = [], fixIt: FixIt? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.range = range
    self.pointer = pointer
    self.help = help
    self.notes = notes
    self.fixIt = fixIt
  }
}

/// A change that mends a finding and is safe: nothing that was said is lost by it.
public struct FixIt: Sendable, Hashable {
  /// What to change at the finding's place, whatever the text's language.
  public enum Correction: Sendable, Hashable {
    /// Write this string instead of the value.
    case value(String)
    /// Write this JSON instead of the value.
    case raw(String)
    /// Name the key so.
    case key(String)
    /// Leave out the member that the value is of.
    case removal
  }

  /// A change of bytes.
  public struct Edit: Sendable, Hashable {
    /// The bytes that go.
    public let range: Range<Int>
    /// The text that comes.
    public let replacement: String

    /// Makes an edit.
    public init(_ range: Range<Int>, _ replacement: String) {
      self.range = range
      self.replacement = replacement
    }
  }

  /// What to change.
  public let correction: Correction
  /// The same as changes of the text, in its own quotes and layout; none where the text has no place for it.
  public var edits: [Edit]

  /// Makes a change.
  public init(_ correction: Correction, edits: [Edit] = []) {
    self.correction = correction
    self.edits = edits
  }
}
