internal import ParcoursSource
internal import ParcoursSyntax

/// `format` (Validation 7): a string of a well-known form. Unknown formats assert nothing.
struct FormatKeyword: Keyword {
  static let name = "format"
  let format: any Format.Type

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    guard context.assertsFormats, context.document.kind(value) == .string else { return nil }
    let name = context.document.string(value)
    return Formats.all.first { $0.name == name }.map { FormatKeyword(format: $0) }
  }

  func plan(_ plan: inout ProgramPlan) { plan.format = format }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .string else { return true }
    return format.accepts(run.document.text(instance).span)
      || run.fail(
        format.findingID, instance, "\(run.excerpt(instance)) is not \(format.description)",
        help: format.advice(run.document.string(instance)))
  }
}

/// A form of strings: a file a family.
protocol Format: Sendable {
  /// Its name in a schema.
  static var name: String { get }
  /// The id that findings carry: its name, where nothing else is said.
  static var findingID: String { get }
  /// What it is, with its article.
  static var description: Message { get }
  /// Whether a string is of the form. The bytes are UTF-8. O(n).
  static func accepts(_ text: [UInt8]) -> Bool
  /// The same without a copy, for the forms that nearly every document has.
  static func accepts(_ text: Span<UInt8>) -> Bool
  /// What to write instead.
  static func advice(_ text: String) -> Message?
}

extension Format {
  static var findingID: String { name }
  static func advice(_ text: String) -> Message? { nil }
  static func accepts(_ text: Span<UInt8>) -> Bool {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for index in text.indices { bytes.append(text[index]) }
    return accepts(bytes)
  }
}

/// A form that is checked on the bytes where they stand.
protocol SpanFormat: Format {}

extension SpanFormat {
  static func accepts(_ text: [UInt8]) -> Bool { accepts(text.span) }
}

/// The forms that are checked.
enum Formats {
  static let all: [any Format.Type] = [
    DateFormat.self, DateTimeFormat.self, DurationFormat.self, ECMARegexFormat.self, EmailFormat.self,
    HostnameFormat.self, IDNEmailFormat.self, IDNHostnameFormat.self, IPv4Format.self, IPv6Format.self, IRIFormat.self,
    IRIReferenceFormat.self, JSONPointerFormat.self, PartialDateFormat.self, RegexFormat.self,
    RelativeJSONPointerFormat.self, TimeFormat.self, URIFormat.self, URIReferenceFormat.self, URITemplateFormat.self,
    UUIDFormat.self,
  ]
}

/// Digits and letters of ASCII.
enum ASCII {
  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
  static func isHex(_ byte: UInt8) -> Bool { isDigit(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66) }

  /// The number that exactly these digits make; nil where they are none.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count < 10, digits.allSatisfy(isDigit) else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
