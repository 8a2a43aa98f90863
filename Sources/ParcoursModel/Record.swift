/// Something of the model that stands in a file as one value.
public protocol ModelValue: Sendable {
  /// Reads the value; nil, with an issue said, where it is of another shape.
  static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Self?
  /// The value as it is written.
  var json: JSONValue { get }
}

/// Something of the model that stands in a file as an object. Its `fields` are the one table that reads it, writes it,
/// and is held against the schema.
public protocol Record: ModelValue, Hashable {
  /// An empty one.
  init()
  /// Every field, in the order in which it is written.
  static var fields: [Field<Self>] { get }
}

/// What was wrong with a value that was read, and where.
public struct DecodingIssue: Sendable, Hashable {
  /// The rule it is explained under.
  public var id: String
  /// The place, as tokens from the root.
  public var path: [String]
  /// One sentence.
  public var message: String
  /// What to do.
  public var help: String?
}

/// What a reader has to know while it goes down: where it is, and what it has found wrong so far.
public struct DecodingContext: Sendable {
  /// The place, as tokens from the root.
  public var path: [String]
  /// What was found.
  public private(set) var issues: [DecodingIssue] = []

  /// Starts at a place.
  public init(at path: [String] = []) {
    self.path = path
  }

  /// Says that the value here is of the wrong shape.
  public mutating func report(_ message: String, id: String = "type", help: String? = nil) {
    issues.append(DecodingIssue(id: id, path: path, message: message, help: help))
  }

  /// Goes one step down for the time of `body`.
  public mutating func descend<Result>(_ token: String, _ body: (inout DecodingContext) -> Result) -> Result {
    path.append(token)
    defer { path.removeLast() }
    return body(&self)
  }
}

/// One field of a record: its name in the file and how it is read and written.
public struct Field<Root>: Sendable {
  /// Its name in the file.
  public let name: String
  /// Reads its value into a record.
  public let decode: @Sendable (inout Root, JSONValue, inout DecodingContext) -> Void
  /// Its value in a record; nil where it has none.
  public let encode: @Sendable (Root) -> JSONValue?
  /// Whether a record surely gives back a value that was read into it just so; nil where only `encode` can tell.
  public var givesBack: (@Sendable (Root, JSONValue) -> Bool)?

  /// Makes a field of its two directions.
  public init(
    _ name: String,
    encode: @escaping @Sendable (Root) -> JSONValue?,
    decode: @escaping @Sendable (inout Root, JSONValue, inout DecodingContext) -> Void
  ) {
    self.name = name
    self.encode = encode
    self.decode = decode
  }

  /// A field that may be absent.
  public init<Value: ModelValue>(_ name: String, _ path: any WritableKeyPath<Root, Value?> & Sendable) {
    self.init(name) {
      $0[keyPath: path]?.json
    } decode: { root, value, context in
      if let decoded = Value.decode(value, &context) { root[keyPath: path] = decoded }
    }
  }

  /// A field that is a list; an empty list is not written.
  public init<Value: ModelValue>(_ name: String, _ path: any WritableKeyPath<Root, [Value]> & Sendable) {
    self.init(name) {
      let values = $0[keyPath: path]
      return values.isEmpty ? nil : .array(values.map(\.json))
    } decode: { root, value, context in
      guard case .array(let elements) = value else {
        context.report("\(value.kindName) where a list is wanted")
        return
      }
      var values: [Value] = []
      for (index, element) in elements.enumerated() {
        if let decoded = context.descend(String(index), { Value.decode(element, &$0) }) { values.append(decoded) }
      }
      root[keyPath: path] = values
    }
  }

  /// A field with a default, which is not written.
  public init<Value: ModelValue & Equatable>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, default standard: Value
  ) {
    self.init(name) {
      let value = $0[keyPath: path]
      return value == standard ? nil : value.json
    } decode: { root, value, context in
      if let decoded = Value.decode(value, &context) { root[keyPath: path] = decoded }
    }
  }

  /// A field that is always there.
  public init<Value: ModelValue>(_ name: String, always path: any WritableKeyPath<Root, Value> & Sendable) {
    self.init(name) {
      $0[keyPath: path].json
    } decode: { root, value, context in
      if let decoded = Value.decode(value, &context) { root[keyPath: path] = decoded }
    }
  }

  /// A field of a record inside, which is made when the field is read.
  public init<Inner: Record, Value: ModelValue>(
    _ name: String, in outer: any WritableKeyPath<Root, Inner?> & Sendable,
    _ path: any WritableKeyPath<Inner, Value?> & Sendable
  ) {
    self.init(name) {
      $0[keyPath: outer]?[keyPath: path]?.json
    } decode: { root, value, context in
      guard let decoded = Value.decode(value, &context) else { return }
      var inner = root[keyPath: outer] ?? Inner()
      inner[keyPath: path] = decoded
      root[keyPath: outer] = inner
    }
  }
}

extension Record {
  /// The record as an object, its fields in the table's order.
  public var json: JSONValue {
    .object(Self.fields.compactMap { field in field.encode(self).map { JSONValue.Member(field.name, $0) } })
  }

  /// Reads an object by the table; an unknown key is an issue.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Self? {
    guard case .object(let members) = value else {
      context.report("\(value.kindName) where an object is wanted")
      return nil
    }
    var record = Self()
    for member in members {
      context.descend(member.key) { context in
        if let field = fields.first(where: { $0.name == member.key }) {
          field.decode(&record, member.value, &context)
        } else {
          context.report("unknown key \"\(member.key)\"", id: "unknown-key")
        }
      }
    }
    return record
  }
}

extension String: ModelValue {
  /// Reads a string.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> String? {
    if case .string(let text) = value { return text }
    context.report("\(value.kindName) where a string is wanted")
    return nil
  }
  /// The string as JSON.
  public var json: JSONValue { .string(self) }
}

extension Bool: ModelValue {
  /// Reads true or false.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Bool? {
    if case .bool(let flag) = value { return flag }
    context.report("\(value.kindName) where true or false is wanted")
    return nil
  }
  /// The flag as JSON.
  public var json: JSONValue { .bool(self) }
}

extension Int: ModelValue {
  /// Reads a whole number; `4.0` and `1e2` are whole too, as JSON Schema has it.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Int? {
    guard case .number(let text) = value else {
      context.report("\(value.kindName) where a whole number is wanted")
      return nil
    }
    if let number = Int(text) { return number }
    if let number = Double(text).flatMap({ Int(exactly: $0) }) { return number }
    context.report("\(text) is not a whole number")
    return nil
  }
  /// The number as JSON.
  public var json: JSONValue { .integer(self) }
}

extension Double: ModelValue {
  /// Reads a number.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Double? {
    guard case .number(let text) = value, let number = Double(text), number.isFinite else {
      context.report("\(value.kindName) where a number is wanted")
      return nil
    }
    return number
  }
  /// The number as JSON, without a needless `.0`.
  public var json: JSONValue {
    .number(Int(exactly: self).map(String.init) ?? description)
  }
}

extension JSONValue: ModelValue {
  /// Any value as it came.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> JSONValue? { value }
  /// Itself.
  public var json: JSONValue { self }
}

extension Array: ModelValue where Element: ModelValue {
  /// Reads a list.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> [Element]? {
    guard case .array(let elements) = value else {
      context.report("\(value.kindName) where a list is wanted")
      return nil
    }
    return elements.enumerated().compactMap { index, element in
      context.descend(String(index)) { Element.decode(element, &$0) }
    }
  }
  /// The list as JSON.
  public var json: JSONValue { .array(map(\.json)) }
}

/// A word of a closed vocabulary.
public protocol Vocabulary: ModelValue, RawRepresentable, CaseIterable, Hashable where RawValue == String {}

extension Vocabulary {
  /// Reads a word of the vocabulary.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Self? {
    guard case .string(let text) = value else {
      context.report("\(value.kindName) where a word is wanted")
      return nil
    }
    if let word = Self(rawValue: text) { return word }
    context.report(
      "\"\(text)\" is not one of the known words", id: "enum",
      help: "one of " + allCases.map(\.rawValue).joined(separator: ", "))
    return nil
  }
  /// The word as JSON.
  public var json: JSONValue { .string(rawValue) }
}

/// A map from a name to a record, in the order it was written.
public struct Named<Value: Record>: ModelValue, Hashable {
  /// A name and its record.
  public struct Entry: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The record.
    public var value: Value
  }

  /// The entries in order.
  public var entries: [Entry] = []

  /// An empty map.
  public init() {}

  /// The record of a name.
  public subscript(name: String) -> Value? { entries.first { $0.name == name }?.value }

  /// Reads an object of records.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Named? {
    guard case .object(let members) = value else {
      context.report("\(value.kindName) where an object is wanted")
      return nil
    }
    var named = Named()
    for member in members {
      if let record = context.descend(member.key, { Value.decode(member.value, &$0) }) {
        named.entries.append(Entry(name: member.key, value: record))
      }
    }
    return named
  }

  /// The map as an object.
  public var json: JSONValue { .object(entries.map { JSONValue.Member($0.name, $0.value.json) }) }
}
