/// A sentence about an input, as data: its form and what is put into it, so that it can be said in other languages.
///
/// Written as a string with interpolations, whose literal parts are the form: `"\(value) is not a date"` has the form
/// `{} is not a date`. A message put into a message is translated with it.
public struct Message: Sendable, Hashable, ExpressibleByStringInterpolation, CustomStringConvertible {
  /// Something put into a form.
  public enum Argument: Sendable, Hashable {
    /// What is the same in every language: a value, a name, a number.
    case text(String)
    /// A sentence or a part of one.
    case message(Message)
  }

  /// The form, `{}` where an argument stands.
  public let form: String
  /// The arguments in their order.
  public let arguments: [Argument]

  /// Collects the parts of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var form = ""
    var arguments: [Argument] = []

    /// Makes an empty one.
    public init(literalCapacity: Int, interpolationCount: Int) {}
    /// Adds a literal part.
    public mutating func appendLiteral(_ literal: String) { form += literal }
    /// Adds a message.
    public mutating func appendInterpolation(_ message: Message) {
      form += "{}"
      arguments.append(.message(message))
    }
    /// Adds anything else as it describes itself.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      form += "{}"
      arguments.append(.text(value.description))
    }
  }

  /// Makes a message of a literal without interpolations.
  public init(stringLiteral value: String) {
    form = value
    arguments = []
  }

  /// Makes a message of a literal with interpolations.
  public init(stringInterpolation: StringInterpolation) {
    form = stringInterpolation.form
    arguments = stringInterpolation.arguments
  }

  /// Makes a message of a sentence that is not known here: another program's words, which may stand in a translation too.
  public init(form: String) {
    self.form = form
    arguments = []
  }

  /// Makes a message that is the same in every language.
  public init(verbatim text: String) {
    form = "{}"
    arguments = [.text(text)]
  }

  /// Makes a message of alternatives: "a, b or c".
  public init(alternatives: [Message]) {
    guard let last = alternatives.last else {
      self = ""
      return
    }
    let head = alternatives.dropLast()
    self =
      head.dropFirst().reduce(head.first) { "\($0 ?? "")\(Message(verbatim: ", "))\($1)" }.map { "\($0) or \(last)" }
      ?? last
  }

  /// The message in English.
  public var description: String { text(in: [:]) }

  /// The message in the language of a table from English forms to others; a form that is missing stays English.
  ///
  /// A translated form has `{}` for its arguments in their order, or `{0}`, `{1}`… for another.
  public func text(in table: [String: String]) -> String {
    var result = ""
    var next = 0
    var rest = (table[form] ?? form)[...]
    while let open = rest.firstIndex(of: "{") {
      result += rest[..<open]
      let tail = rest[rest.index(after: open)...]
      let close = tail.firstIndex(of: "}")
      let name = close.map { tail[..<$0] }
      if let close, let name, name.isEmpty || Int(name) != nil, Int(name) ?? next < arguments.count {
        switch arguments[Int(name) ?? next] {
        case .text(let text): result += text
        case .message(let message): result += message.text(in: table)
        }
        next += 1
        rest = tail[tail.index(after: close)...]
      } else {
        result += "{"
        rest = tail
      }
    }
    return result + rest
  }

  /// Every form in it, the arguments' included.
  public var forms: [String] {
    [form]
      + arguments.flatMap { argument in
        if case .message(let message) = argument { return message.forms }
        return []
      }
  }
}
