/// What a field holds, for everyone who asks it of all of them: who may see it, what is translated, what marks mean something
/// in, what refers to what. Nobody keeps a list of keys beside it.
public enum FieldRole: Sendable, Hashable {
  /// A text in one or more languages, without marks: a title.
  case text
  /// A text in one or more languages in which marks mean something (CommonMark).
  case prose
  /// A name, the same in every language: of a person, an organization, a skill.
  case name
  /// An e-mail address, a telephone number, a web address, a path of a file.
  case address
  /// A name for programs: an id, a code, a language tag.
  case code
  /// A word of a closed vocabulary.
  case word
  /// A day, a month or a year.
  case date
  /// A number or a truth.
  case number
  /// The id of another item.
  case reference
  /// The name of a skill that the identity has.
  case skillReference
  /// A word that targets choose by.
  case tag
  /// Who may see something.
  case visibility
  /// A record, or a list of them.
  case record
  /// What is to be done with the identity, and says nothing of the person: targets, outputs, checks.
  case instruction
  /// Data of another format, kept as it came.
  case opaque
}

/// A field, for those who go over all of them.
public struct FieldInfo: Sendable, Hashable {
  /// Its name in the file.
  public let name: String
  /// What it holds.
  public let role: FieldRole

  /// Makes one.
  public init(name: String, role: FieldRole) {
    self.name = name
    self.role = role
  }
}

/// A value that is not a record, as its kind.
public enum Leaf: Sendable, Hashable {
  /// A text in one or more languages.
  case text(LocalizedText)
  /// A string: a name, an address, a code.
  case string(String)
  /// A date.
  case date(PartialDate)
  /// A word, a number, a truth, or anything else as it is written.
  case other(JSONValue)
}

/// Looks at every field of a record, and of all records in it, in the order in which they are written.
public protocol RecordVisitor {
  /// Whether the fields of a record are to be looked at.
  mutating func enter(_ record: any Record, _ field: FieldInfo, at place: [String]) -> Bool
  /// Looks at a value.
  mutating func visit(_ leaf: Leaf, _ field: FieldInfo, at place: [String])
}

extension RecordVisitor {
  /// Every record is looked at.
  public mutating func enter(_ record: any Record, _ field: FieldInfo, at place: [String]) -> Bool { true }
}

/// Makes of every field of a record, and of all records in it, another one or none.
public protocol RecordMapper {
  /// What becomes of a record before its fields are looked at; nil leaves it out.
  mutating func enter<Value: Record>(_ record: Value, _ field: FieldInfo, at place: [String]) -> Value?
  /// What becomes of a record whose fields were looked at; nil leaves it out.
  mutating func leave<Value: Record>(_ record: Value, _ field: FieldInfo, at place: [String]) -> Value?
  /// Whether a field of a record is looked at; where it is not, it stays as it is.
  mutating func goes<Value: Record>(into field: FieldInfo, of record: Value, at place: [String]) -> Bool
  /// What becomes of a value; nil leaves it out. Another kind of value than it was is left out, too.
  mutating func map(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) -> Leaf?
}

extension RecordMapper {
  /// Records stay.
  public mutating func enter<Value: Record>(_ record: Value, _ field: FieldInfo, at place: [String]) -> Value? {
    record
  }
  /// Records stay.
  public mutating func leave<Value: Record>(_ record: Value, _ field: FieldInfo, at place: [String]) -> Value? {
    record
  }
  /// Every field is looked at.
  public mutating func goes<Value: Record>(into field: FieldInfo, of record: Value, at place: [String]) -> Bool { true }
}

extension Record {
  /// Calls a visitor for every field that has a value. O(values).
  public func visit(_ visitor: inout any RecordVisitor, at place: [String] = []) {
    for field in Self.fields { field.accept(self, &visitor, place) }
  }

  /// Calls a visitor for one field alone.
  public func visit(_ name: String, _ visitor: inout any RecordVisitor, at place: [String] = []) {
    Self.fields.first { $0.name == name }?.accept(self, &visitor, place)
  }

  /// Takes the value of a field away; whether there was one, which may be.
  @discardableResult
  public mutating func clear(_ name: String) -> Bool {
    guard let field = Self.fields.first(where: { $0.name == name }), field.encode(self) != nil else { return false }
    field.clear(&self)
    return true
  }

  /// The record with its fields as a mapper makes them. O(values).
  public func mapped(_ mapper: inout any RecordMapper, at place: [String] = []) -> Self {
    var record = self
    for field in Self.fields {
      let info = FieldInfo(name: field.name, role: field.role)
      guard mapper.goes(into: info, of: record, at: place) else { continue }
      field.map(&record, &mapper, place)
    }
    return record
  }
}
