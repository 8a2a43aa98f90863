internal import ParcoursSource

extension String: LeafValue {
  /// A name.
  public static var fieldRole: FieldRole { .name }
  /// The string.
  public var leaf: Leaf { .string(self) }
  /// The string of a string.
  public init?(leaf: Leaf) {
    guard case .string(let text) = leaf else { return nil }
    self = text
  }

  /// Reads a string.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> String? {
    if case .string(let text) = value { return text }
    context.report("\(value.kindName) where a string is wanted")
    return nil
  }
  /// The string as JSON.
  public var json: JSONValue { .string(self) }
}

extension Bool: LeafValue {
  /// Reads true or false.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Bool? {
    if case .bool(let flag) = value { return flag }
    context.report("\(value.kindName) where true or false is wanted")
    return nil
  }
  /// The flag as JSON.
  public var json: JSONValue { .bool(self) }
}

extension Int: LeafValue {
  /// Reads a whole number; `4.0` and `1e2` are whole too, as JSON Schema has it.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Int? {
    guard case .number(let text) = value else {
      context.report("\(value.kindName) where a whole number is wanted")
      return nil
    }
    guard let number = Int(text) ?? Double(text).flatMap({ Int(exactly: $0) }) else {
      let isTooLarge = text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2D }
      context.report(isTooLarge ? "\(text) is out of range" : "\(text) is not a whole number")
      return nil
    }
    guard magnitudes.contains(number) else {
      context.report("\(text) is out of range")
      return nil
    }
    return number
  }
  /// What anybody counts: sums and products of some of them are numbers still.
  private static let magnitudes = -1_000_000_000_000...1_000_000_000_000

  /// The number as JSON.
  public var json: JSONValue { .integer(self) }
}

extension Double: LeafValue {
  /// Reads a number.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Double? {
    guard case .number(let text) = value, let number = Double(text), number.isFinite else {
      context.report("\(value.kindName) where a number is wanted")
      return nil
    }
    guard abs(number) <= 1_000_000_000 else {
      context.report("\(text) is out of range")
      return nil
    }
    return number
  }
  /// The number as JSON, without a needless `.0`.
  public var json: JSONValue {
    .number(Int(exactly: self).map(String.init) ?? description)
  }
}

extension JSONValue: LeafValue {
  /// Anything.
  public static var fieldRole: FieldRole { .opaque }

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
  /// What its elements hold.
  public static var fieldRole: FieldRole { Element.fieldRole }
  /// Shows its elements.
  public func accept(_ visitor: inout any RecordVisitor, _ field: FieldInfo, _ place: [String]) {
    for (index, element) in enumerated() { element.accept(&visitor, field, place + [String(index)]) }
  }
  /// Takes what its elements become, those left out that become nothing; nothing where none is left.
  public func mapped(_ mapper: inout any RecordMapper, _ field: FieldInfo, _ place: [String]) -> [Element]? {
    var kept: [Element] = []
    for (index, element) in enumerated() {
      if let part = element.mapped(&mapper, field, place + [String(index)]) { kept.append(part) }
    }
    return kept.isEmpty && !isEmpty ? nil : kept
  }
}

/// A word of a closed vocabulary.
public protocol Vocabulary: LeafValue, RawRepresentable, CaseIterable, Hashable where RawValue == String {}

extension Vocabulary {
  /// A word.
  public static var fieldRole: FieldRole { .word }

  /// Reads a word of the vocabulary.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Self? {
    guard case .string(let text) = value else {
      context.report("\(value.kindName) where a word is wanted")
      return nil
    }
    if let word = Self(rawValue: text) { return word }
    context.report(
      "\"\(text)\" is not one of the known words", id: "enum",
      help: "one of \(allCases.map(\.rawValue).joined(separator: ", "))")
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
  /// What its records hold.
  public static var fieldRole: FieldRole { Value.fieldRole }
  /// Shows its records.
  public func accept(_ visitor: inout any RecordVisitor, _ field: FieldInfo, _ place: [String]) {
    for entry in entries { entry.value.accept(&visitor, field, place + [entry.name]) }
  }
  /// Takes what its records become.
  public func mapped(_ mapper: inout any RecordMapper, _ field: FieldInfo, _ place: [String]) -> Named? {
    var named = Named()
    for entry in entries {
      if let value = entry.value.mapped(&mapper, field, place + [entry.name]) {
        named.entries.append(Entry(name: entry.name, value: value))
      }
    }
    return named.entries.isEmpty && !entries.isEmpty ? nil : named
  }
}
