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
  /// The bytes it is about, the value's rather than its key's; nil where it is about no place of the text.
  public var location: Location?
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

  /// A place in a text.
  public struct Location: Sendable, Hashable {
    /// The bytes.
    public var range: Range<Int>

    /// Makes a place.
    public init(_ range: Range<Int>) { self.range = range }
  }

  /// A remark at another place of the same text.
  public struct Note: Sendable, Hashable {
    /// What is there.
    public var message: Message
    /// The bytes it is about; nil where it is about no place of the text.
    public var location: Location?
    /// The file it is about, where that is another than the finding's, as people name it: `other.yaml:3:5`.
    public var elsewhere: String?

    /// Makes a note.
    public init(_ message: Message, at range: Range<Int>?, elsewhere: String? = nil) {
      self.message = message
      location = range.map(Location.init)
      self.elsewhere = elsewhere
    }
  }

  /// Makes a finding; without a range it is about no place of the text.
  public init(
    id: String, severity: Severity = .error, _ message: Message, at range: Range<Int>? = nil,
    pointer: JSONPointer? = nil, help: Message? = nil, notes: [Note] = [], fixIt: FixIt? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    location = range.map(Location.init)
    self.pointer = pointer
    self.help = help
    self.notes = notes
    self.fixIt = fixIt
  }

  /// The bytes it is about; nil where it has no place.
  public var range: Range<Int>? {
    get { location?.range }
    set { location = newValue.map(Location.init) }
  }

  /// The same without a place, for a file that has none of it.
  public var placeless: Diagnostic {
    var copy = self
    copy.location = nil
    return copy
  }

  /// Where it stands among the findings of a text: those without a place come first.
  public var order: Int { location?.range.lowerBound ?? -1 }
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
