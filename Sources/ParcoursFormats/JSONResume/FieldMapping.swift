internal import ParcoursModel
internal import ParcoursSource

/// How an item of the model stands as an object of another format: one table, used in both directions.
///
/// What the table does not cover is never lost. Data of the format that the model has no place for goes to the item's
/// extensions, with the order of its keys; fields of the model that the format has no place for go under one key of the
/// object, `parcours`.
struct FieldMapping<Value: Record>: Sendable {
  /// The key under which the model's own fields stand in the object.
  static var modelKey: String { "parcours" }
  /// The key under which the order of the object's keys is kept.
  static var orderKey: String { "parcours:order" }
  /// The key under which the data of the person's basics is kept at the root.
  static var basicsKey: String { "parcours:basics" }
  /// The key under which it is kept at the root that the résumé's texts had marks.
  static var marksKey: String { "parcours:marks" }

  /// What an item is before it is read.
  let base: Value
  /// The fields, in the format's own order.
  let fields: [Field<Value>]
  /// Names the format had in earlier versions, and what they are now.
  var renamed: [String: String] = [:]
  /// Where the model's fields stand in the object, where the names differ: `organization.name` to `name`.
  var places: [String: String] = [:]
  /// Data of the format that the model does not know: where it is kept.
  let residual: @Sendable (Value) -> JSONValue?
  let keep: @Sendable (inout Value, JSONValue?) -> Void

  /// Reads an object.
  func read(_ value: JSONValue, _ context: inout DecodingContext) -> Value? {
    guard case .object(let members) = value else {
      // A mere text is what the object is called.
      guard let text = value.string, !text.trimmed.isEmpty, let field = main else {
        context.report("\(value.kindName) where an object is wanted")
        return nil
      }
      context.report("\(value.kindName) where an object is wanted", id: Self.mended)
      return read(.object([JSONValue.Member(field, value)]), &context)
    }
    var item = base
    for member in members {
      guard let field = fields.first(where: { $0.name == member.key }) else { continue }
      context.descend(member.key) { decode(field, member.value, &item, &$0) }
    }
    if let own = value[Self.modelKey], Self.isOwn(own) { item = overlay(own, on: item, &context) }
    keep(&item, rest(of: members, given: item))
    return item
  }

  /// The id of what is said of a value that has another shape than the format wants, and was taken all the same.
  static var mended: String { "shape" }

  /// The field that a mere text in the object's place stands for.
  private var main: String? {
    ["name", "title", "language", "institution", "organization", "city"].first { name in
      fields.contains { $0.name == name }
    }
  }

  /// Reads a field; where its value has another shape, as it is met in the wild, what it can only mean.
  private func decode(_ field: Field<Value>, _ value: JSONValue, _ item: inout Value, _ context: inout DecodingContext)
  {
    var (first, said) = (item, context.fresh)
    field.decode(&first, value, &said)
    // What was mended further below is no failure.
    if said.issues.contains(where: { $0.id == "type" }) {
      for candidate in Self.candidates(value) {
        var (other, told) = (item, context.fresh)
        field.decode(&other, candidate, &told)
        guard told.issues.isEmpty else { continue }
        context.report("\(value.kindName) where \(candidate.kindName) is wanted", id: Self.mended)
        item = other
        return
      }
    }
    item = first
    context.take(said)
  }

  /// What a value of another shape can only mean.
  private static func candidates(_ value: JSONValue) -> [JSONValue] {
    switch value {
    case .number(let text): return [.string(text)]
    case .string(let text): return text.trimmed.isEmpty ? [] : [.array([value])]
    case .object: return [.array([value])]
    case .array(let elements):
      let texts = elements.compactMap(\.string)
      return texts.isEmpty || texts.count < elements.count ? [] : [.string(texts.joined(separator: "\n"))]
    default: return []
    }
  }

  /// Writes an object.
  func write(_ item: Value) -> JSONValue {
    var members = known(item)
    let own = ownFields(of: item, beside: members)
    if !own.isEmpty {
      members.removeAll { $0.key == Self.modelKey }
      members.append(JSONValue.Member(Self.modelKey, .object(own)))
    }
    return .object(ordered(members, by: residual(item)?[Self.orderKey]))
  }

  /// The members the table and the kept data give.
  private func known(_ item: Value) -> [JSONValue.Member] {
    var members = fields.compactMap { field in field.encode(item).map { JSONValue.Member(field.name, $0) } }
    var place = Dictionary(members.enumerated().map { ($1.key, $0) }) { first, _ in first }
    for kept in residual(item)?.members ?? [] where ![Self.orderKey, Self.basicsKey, Self.marksKey].contains(kept.key) {
      let index = place[kept.key]
      if let field = fields.first(where: { $0.name == kept.key }) {
        // A known field is given back as it came only while it still says what the model says.
        var probe = base
        var context = DecodingContext()
        decode(field, kept.value, &probe, &context)
        guard field.encode(probe) == index.map({ members[$0].value }) else { continue }
      }
      if let index {
        members[index].value = kept.value
      } else {
        place[kept.key] = members.count
        members.append(kept)
      }
    }
    return members
  }

  /// The fields of the item that reading the members back would not give.
  private func ownFields(of item: Value, beside members: [JSONValue.Member]) -> [JSONValue.Member] {
    var context = DecodingContext()
    guard let back = read(.object(members), &context) else { return [] }
    let plain = Self.withoutKept(item.json)
    let other = Self.withoutKept(back.json)
    var own = plain.members.filter { other[$0.key] != $0.value }
    for member in other.members where plain[member.key] == nil { own.append(JSONValue.Member(member.key, .null)) }
    return own
  }

  /// A value without what the format keeps in it, at any depth: that is told by the format's own members.
  private static func withoutKept(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map(withoutKept))
    case .object(let members):
      return .object(
        members.compactMap { member in
          guard member.key == "extensions" else { return JSONValue.Member(member.key, withoutKept(member.value)) }
          let others = member.value.members.filter { $0.key != JSONResumeMapping.format }
          return others.isEmpty ? nil : JSONValue.Member("extensions", .object(others))
        })
    default: return value
    }
  }

  private func overlay(_ own: JSONValue, on item: Value, _ context: inout DecodingContext) -> Value {
    var object = item.json
    for member in own.members {
      if member.key == "extensions", var kept = object["extensions"] {
        // Data kept on the way stays beside what the object brings along.
        for inner in member.value.members { kept[inner.key] = inner.value }
        object["extensions"] = kept
      } else {
        object[member.key] = member.value == .null ? nil : member.value
      }
    }
    return context.descend(Self.modelKey) { Value.decode(object, &$0) } ?? item
  }

  /// Whether a value under the model's key is the model's: an object of its fields, and not somebody else's of that name.
  static func isOwn(_ value: JSONValue) -> Bool {
    let known = Set(Value.fields.map(\.name)).union(["path", "$language"])
    return !value.members.isEmpty && value.members.allSatisfy { known.contains($0.key) }
  }

  /// What of an object the item does not give back by itself. O(members): an object may have any number of them.
  private func rest(of members: [JSONValue.Member], given item: Value) -> JSONValue? {
    var bare = item
    keep(&bare, nil)
    let values = Dictionary(members.map { ($0.key, $0.value) }) { first, _ in first }
    let given = fields.compactMap { field -> JSONValue.Member? in
      // An item keeps what it needs to give itself back; it need not be written to know that.
      if let givesBack = field.givesBack, let value = values[field.name], givesBack(bare, value) {
        return JSONValue.Member(field.name, value)
      }
      return field.encode(bare).map { JSONValue.Member(field.name, $0) }
    }
    let givenValues = Dictionary(given.map { ($0.key, $0.value) }) { first, _ in first }
    let actual = members.map(\.key)
    let present = Set(actual)
    var rest: [JSONValue.Member] = []
    for member in members where member.key != Self.modelKey || !Self.isOwn(member.value) {
      if givenValues[member.key] != member.value { rest.append(member) }
    }
    var natural = given.map(\.key) + rest.map(\.key).filter { givenValues[$0] == nil }
    if present.contains(Self.modelKey), !natural.contains(Self.modelKey) { natural.append(Self.modelKey) }
    if actual != natural.filter(present.contains) {
      rest.append(JSONValue.Member(Self.orderKey, .array(actual.map { .string($0) })))
    }
    return rest.isEmpty ? nil : .object(rest)
  }

  private func ordered(_ members: [JSONValue.Member], by order: JSONValue?) -> [JSONValue.Member] {
    guard let order = order?.elements.compactMap(\.string) else { return members }
    var rank: [String: Int] = [:]
    for (position, key) in order.enumerated() { rank[key] = position }
    // A key the order does not know stays behind the known one it follows.
    var last = -1
    return members.enumerated().map { index, member in
      last = rank[member.key] ?? last
      return (last, rank[member.key] == nil ? 1 : 0, index, member)
    }
    .sorted { ($0.0, $0.1, $0.2) < ($1.0, $1.1, $1.2) }.map(\.3)
  }

  /// An object with the names the format has now, where it does not have them already.
  func modernized(_ value: JSONValue) -> JSONValue {
    guard !renamed.isEmpty, case .object(let members) = value else { return value }
    let names = Set(members.map(\.key))
    return .object(
      members.map { member in
        guard let new = renamed[member.key], !names.contains(new) else { return member }
        return JSONValue.Member(new, member.value)
      })
  }
}

extension FieldMapping where Value: Item {
  /// A mapping of items, which keep the format's data in their own extensions.
  init(
    base: Value = Value(), renamed: [String: String] = [:], places: [String: String] = [:], format: String,
    fields: [Field<Value>]
  ) {
    self.init(
      base: base, fields: fields, renamed: renamed, places: places,
      residual: { $0.attributes.extensions?[format] },
      keep: { item, value in
        var extensions = item.attributes.extensions ?? Extensions()
        extensions[format] = value
        item.attributes.extensions = extensions.members.isEmpty ? nil : extensions
      })
  }
}

extension Field {
  /// A field whose value is an object with a mapping of its own.
  init<Inner: Record>(
    _ name: String, _ path: any WritableKeyPath<Root, Inner?> & Sendable, by mapping: FieldMapping<Inner>
  ) {
    self.init(name) {
      $0[keyPath: path].map(mapping.write)
    } decode: { root, value, context in
      if let inner = mapping.read(value, &context) { root[keyPath: path] = inner }
    }
    givesBack = { $0[keyPath: path] != nil && mapping.isPlain($1) }
  }

  /// A field that is a list of objects with a mapping of their own. Where one element is no object, none is read: the list
  /// is kept as it came.
  init<Inner: Record>(
    _ name: String, _ path: any WritableKeyPath<Root, [Inner]> & Sendable, by mapping: FieldMapping<Inner>
  ) {
    self.init(name) {
      let items = $0[keyPath: path]
      return items.isEmpty ? nil : .array(items.map(mapping.write))
    } decode: { root, value, context in
      if let items = mapping.readList(value, &context) { root[keyPath: path] = items }
    }
    givesBack = { root, value in
      let elements = value.elements
      return !elements.isEmpty && root[keyPath: path].count == elements.count && elements.allSatisfy(mapping.isPlain)
    }
  }
}

extension FieldMapping {
  /// Whether an object has neither old names nor the model's own data: what is left is given back as it was read.
  func isPlain(_ value: JSONValue) -> Bool {
    guard case .object(let members) = value else { return false }
    return members.allSatisfy { renamed[$0.key] == nil && $0.key != Self.modelKey }
  }

  /// Reads a list of objects; nil, with every misfit said, where one element is none.
  func readList(_ value: JSONValue, _ context: inout DecodingContext) -> [Value]? {
    guard case .array(let elements) = value else {
      context.report("\(value.kindName) where a list is wanted")
      return nil
    }
    let items = elements.enumerated().compactMap { index, element in
      context.descend(String(index)) { read(element, &$0) }
    }
    return items.count == elements.count ? items : nil
  }
}
