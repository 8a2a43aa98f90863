public import ParcoursSource

/// Something of the model that stands in a file as one value.
public protocol ModelValue: Sendable {
  /// Reads the value; nil, with an issue said, where it is of another shape.
  static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Self?
  /// The value as it is written.
  var json: JSONValue { get }
  /// What its fields hold where nothing else is said.
  static var fieldRole: FieldRole { get }
  /// Calls a visitor for it and all that is in it.
  func accept(_ visitor: inout any RecordVisitor, _ field: FieldInfo, _ place: [String])
  /// What a mapper makes of it; nil is nothing.
  func mapped(_ mapper: inout any RecordMapper, _ field: FieldInfo, _ place: [String]) -> Self?
}

/// A value that is no record: it is looked at as a whole.
public protocol LeafValue: ModelValue {
  /// The value as its kind.
  var leaf: Leaf { get }
  /// The value of a kind; nil where it is another kind.
  init?(leaf: Leaf)
}

extension LeafValue {
  /// The value as it is written.
  public var leaf: Leaf { .other(json) }

  /// Reads what was written.
  public init?(leaf: Leaf) {
    guard case .other(let value) = leaf else { return nil }
    var context = DecodingContext()
    guard let read = Self.decode(value, &context) else { return nil }
    self = read
  }

  /// A number or a word.
  public static var fieldRole: FieldRole { .number }

  /// Shows itself.
  public func accept(_ visitor: inout any RecordVisitor, _ field: FieldInfo, _ place: [String]) {
    visitor.visit(leaf, field, at: place)
  }

  /// Takes what it becomes.
  public func mapped(_ mapper: inout any RecordMapper, _ field: FieldInfo, _ place: [String]) -> Self? {
    mapper.map(leaf, field, at: place).flatMap(Self.init(leaf:))
  }
}

/// Something of the model that stands in a file as an object. Its `fields` are the one table that reads it, writes it,
/// and is held against the schema.
public protocol Record: ModelValue, Hashable {
  /// An empty one.
  init()
  /// Every field, in the order in which it is written.
  static var fields: [Field<Self>] { get }
  /// What any item may carry; nil in a record that is none.
  var itemAttributes: ItemAttributes? { get set }
}

extension Record {
  /// None: it is no item.
  public var itemAttributes: ItemAttributes? {
    get { nil }
    set {}
  }
}

/// What was wrong with a value that was read, and where.
public struct DecodingIssue: Sendable, Hashable {
  /// The rule it is explained under.
  public var id: String
  /// The place, as tokens from the root.
  public var path: [String]
  /// One sentence.
  public var message: Message
  /// What to do.
  public var help: Message?
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
  public mutating func report(_ message: Message, id: String = "type", help: Message? = nil) {
    issues.append(DecodingIssue(id: id, path: path, message: message, help: help))
  }

  /// A context at the same place that has found nothing yet, to try something by.
  public var fresh: DecodingContext { DecodingContext(at: path) }

  /// Takes what another one has found.
  public mutating func take(_ other: DecodingContext) { issues += other.issues }

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
  /// What it holds.
  public let role: FieldRole
  /// Reads its value into a record.
  public let decode: @Sendable (inout Root, JSONValue, inout DecodingContext) -> Void
  /// Its value in a record; nil where it has none.
  public let encode: @Sendable (Root) -> JSONValue?
  /// Calls a visitor for its value.
  let accept: @Sendable (Root, inout any RecordVisitor, [String]) -> Void
  /// Has a mapper change its value.
  let map: @Sendable (inout Root, inout any RecordMapper, [String]) -> Void
  /// Takes its value away.
  let clear: @Sendable (inout Root) -> Void
  /// Whether a record surely gives back a value that was read into it just so; nil where only `encode` can tell.
  public var givesBack: (@Sendable (Root, JSONValue) -> Bool)?

  /// Makes a field of its two directions.
  public init(
    _ name: String, role: FieldRole = .opaque,
    encode: @escaping @Sendable (Root) -> JSONValue?,
    decode: @escaping @Sendable (inout Root, JSONValue, inout DecodingContext) -> Void
  ) {
    self.init(
      name, role: role, encode: encode, decode: decode, accept: { _, _, _ in }, map: { _, _, _ in }, clear: { _ in })
  }

  private init(
    _ name: String, role: FieldRole,
    encode: @escaping @Sendable (Root) -> JSONValue?,
    decode: @escaping @Sendable (inout Root, JSONValue, inout DecodingContext) -> Void,
    accept: @escaping @Sendable (Root, inout any RecordVisitor, [String]) -> Void,
    map: @escaping @Sendable (inout Root, inout any RecordMapper, [String]) -> Void,
    clear: @escaping @Sendable (inout Root) -> Void
  ) {
    self.name = name
    self.role = role
    self.encode = encode
    self.decode = decode
    self.accept = accept
    self.map = map
    self.clear = clear
  }

  /// A field that may be absent.
  public init<Value: ModelValue>(
    _ name: String, _ path: any WritableKeyPath<Root, Value?> & Sendable, role: FieldRole? = nil
  ) {
    let info = FieldInfo(name: name, role: role ?? Value.fieldRole)
    self.init(name, role: info.role) {
      $0[keyPath: path]?.json
    } decode: { root, value, context in
      if let decoded = Value.decode(value, &context) { root[keyPath: path] = decoded }
    } accept: { root, visitor, place in
      root[keyPath: path]?.accept(&visitor, info, place + [name])
    } map: { root, mapper, place in
      guard let value = root[keyPath: path] else { return }
      root[keyPath: path] = value.mapped(&mapper, info, place + [name])
    } clear: {
      $0[keyPath: path] = nil
    }
  }

  /// A field that is a list; an empty list is not written.
  public init<Value: ModelValue>(
    _ name: String, _ path: any WritableKeyPath<Root, [Value]> & Sendable, role: FieldRole? = nil
  ) {
    let info = FieldInfo(name: name, role: role ?? Value.fieldRole)
    self.init(name, role: info.role) {
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
    } accept: { root, visitor, place in
      root[keyPath: path].accept(&visitor, info, place + [name])
    } map: { root, mapper, place in
      root[keyPath: path] = root[keyPath: path].mapped(&mapper, info, place + [name]) ?? []
    } clear: {
      $0[keyPath: path] = []
    }
  }

  /// A field with a default, which is not written.
  public init<Value: ModelValue & Equatable>(
    _ name: String, _ path: any WritableKeyPath<Root, Value> & Sendable, default standard: Value,
    role: FieldRole? = nil
  ) {
    let info = FieldInfo(name: name, role: role ?? Value.fieldRole)
    self.init(name, role: info.role) {
      let value = $0[keyPath: path]
      return value == standard ? nil : value.json
    } decode: { root, value, context in
      if let decoded = Value.decode(value, &context) { root[keyPath: path] = decoded }
    } accept: { root, visitor, place in
      let value = root[keyPath: path]
      if value != standard { value.accept(&visitor, info, place + [name]) }
    } map: { root, mapper, place in
      root[keyPath: path] = root[keyPath: path].mapped(&mapper, info, place + [name]) ?? standard
    } clear: {
      $0[keyPath: path] = standard
    }
  }

  /// A field that is always there.
  public init<Value: ModelValue>(_ name: String, always path: any WritableKeyPath<Root, Value> & Sendable) {
    let info = FieldInfo(name: name, role: Value.fieldRole)
    self.init(name, role: info.role) {
      $0[keyPath: path].json
    } decode: { root, value, context in
      if let decoded = Value.decode(value, &context) { root[keyPath: path] = decoded }
    } accept: { root, visitor, place in
      root[keyPath: path].accept(&visitor, info, place + [name])
    } map: { root, mapper, place in
      if let value = root[keyPath: path].mapped(&mapper, info, place + [name]) { root[keyPath: path] = value }
    } clear: { _ in
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
  /// A record.
  public static var fieldRole: FieldRole { .record }

  /// Shows its fields, where the visitor goes into it.
  public func accept(_ visitor: inout any RecordVisitor, _ field: FieldInfo, _ place: [String]) {
    if visitor.enter(self, field, at: place) { visit(&visitor, at: place) }
  }

  /// Takes what it and its fields become.
  public func mapped(_ mapper: inout any RecordMapper, _ field: FieldInfo, _ place: [String]) -> Self? {
    guard let record = mapper.enter(self, field, at: place) else { return nil }
    return mapper.leave(record.mapped(&mapper, at: place), field, at: place)
  }

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
