internal import ParcoursSource

/// Who may see something.
public enum Visibility: String, Vocabulary, Comparable {
  /// Everyone.
  case `public`
  /// The people of one's network.
  case network
  /// The owner alone.
  case `private`

  private var rank: Int {
    switch self {
    case .public: 0
    case .network: 1
    case .private: 2
    }
  }

  /// From the widest audience to the narrowest.
  public static func < (left: Visibility, right: Visibility) -> Bool { left.rank < right.rank }
}

/// Data this model does not know, kept as it came, under the format it came from.
public struct Extensions: LeafValue, Hashable {
  /// Data of other formats.
  public static var fieldRole: FieldRole { .opaque }

  /// What keys begin with under which formats keep what they need to give back what they read: nobody's data.
  public static let bookkeepingPrefix = "parcours:"
  /// The key under which it is kept from which sources an item was put together.
  public static let provenanceKey = "provenance"

  /// The data a format.
  public var members: [JSONValue.Member] = []

  /// No data.
  public init() {}

  /// The data of a format.
  public subscript(format: String) -> JSONValue? {
    get { members.first { $0.key == format }?.value }
    set {
      if let index = members.firstIndex(where: { $0.key == format }) {
        if let newValue { members[index].value = newValue } else { members.remove(at: index) }
      } else if let newValue {
        members.append(JSONValue.Member(format, newValue))
      }
    }
  }

  /// Reads an object of anything.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Extensions? {
    guard case .object(let members) = value else {
      context.report("\(value.kindName) where an object is wanted")
      return nil
    }
    var extensions = Extensions()
    extensions.members = members
    return extensions
  }

  /// The object.
  public var json: JSONValue { .object(members) }
}

/// What any item may carry.
public struct ItemAttributes: Sendable, Hashable {
  /// A name that other items refer to it by; unique in the document.
  public var id: String?
  /// Words that targets choose by.
  public var tags: [String] = []
  /// Who may see it; nil is the default of its kind.
  public var visibility: Visibility?
  /// Who may see single fields of it, by their names.
  public var fieldVisibility: FieldVisibility?
  /// Data this model does not know.
  public var extensions: Extensions?
  /// Where it stood in its source, a JSON Pointer, for a preview; no part of any file.
  public var place: String?

  /// No attributes.
  public init() {}
}

/// Who may see the fields of an item, by their names.
public struct FieldVisibility: LeafValue, Hashable {
  /// A field and who may see it.
  public struct Entry: Sendable, Hashable {
    /// The field's name.
    public var field: String
    /// Who may see it.
    public var visibility: Visibility

    /// Makes an entry.
    public init(_ field: String, _ visibility: Visibility) {
      self.field = field
      self.visibility = visibility
    }
  }

  /// Who may see something.
  public static var fieldRole: FieldRole { .visibility }

  /// Fields and who may see them.
  public init(_ entries: [Entry] = []) { self.entries = entries }

  /// The fields in the order they were written.
  public var entries: [Entry] = []

  /// Who may see a field, where that is said.
  public subscript(field: String) -> Visibility? { entries.first { $0.field == field }?.visibility }

  /// Reads an object of visibilities.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> FieldVisibility? {
    guard case .object(let members) = value else {
      context.report("\(value.kindName) where an object is wanted")
      return nil
    }
    var result = FieldVisibility()
    for member in members {
      if let visibility = context.descend(member.key, { Visibility.decode(member.value, &$0) }) {
        result.entries.append(Entry(member.key, visibility))
      }
    }
    return result
  }

  /// The object.
  public var json: JSONValue { .object(entries.map { JSONValue.Member($0.field, $0.visibility.json) }) }
}

/// A record that may carry `id`, `tags`, `visibility`, `fieldVisibility` and `extensions`.
public protocol Item: Record {
  /// Those.
  var attributes: ItemAttributes { get set }
}

extension Item {
  /// What it carries.
  public var itemAttributes: ItemAttributes? {
    get { attributes }
    set { if let newValue { attributes = newValue } }
  }

  /// The field that names an item; it stands first.
  public static var idField: [Field<Self>] { [Field("id", \Self.attributes.id, role: .code)] }

  /// The fields any item may carry besides its id; they stand last.
  public static var attributeFields: [Field<Self>] {
    [
      Field("tags", \Self.attributes.tags, role: .tag),
      Field("visibility", \Self.attributes.visibility, role: .visibility),
      Field("fieldVisibility", \Self.attributes.fieldVisibility), Field("extensions", \Self.attributes.extensions),
    ]
  }
}
