public import ParcoursModel
internal import ParcoursSource

/// An identity that rules look at, and what its reader noticed.
public struct LintSubject: Sendable {
  /// The identity.
  public let identity: Identity
  /// The day that counts as today.
  public let asOf: PartialDate
  /// Whether it was read from a résumé, which has fewer fields to mend things with.
  public let isForeign: Bool
  /// Fields found under names the format no longer has: old name, new name, place and bytes.
  public let renamedFields: [Renamed]
  /// Formats whose data may be kept in it.
  public let foreigns: [Foreign]
  /// What can be made of an identity; nil where nobody asks.
  public let outputs: Outputs?
  /// Every version of each text that readers see, with its place, and whether marks mean something in it.
  let texts: [(text: String, place: [String], isProse: Bool)]
  /// Every address, with its place.
  let addresses: [(text: String, place: [String])]
  /// Every date, with its place.
  let dates: [(date: PartialDate, place: [String])]
  /// Data of other formats, with the place of what it is kept with.
  let kept: [(format: String, data: JSONValue, place: [String])]

  /// A field found under an old name.
  public struct Renamed: Sendable {
    /// The old name.
    public let old: String
    /// The new name.
    public let new: String
    /// The bytes of the name.
    public let range: Range<Int>

    /// Makes one.
    public init(old: String, new: String, range: Range<Int>) {
      self.old = old
      self.new = new
      self.range = range
    }
  }

  /// What can be made of an identity.
  public struct Outputs: Sendable {
    /// The formats, by id, and whether they can be written.
    public let formats: [String: Bool]
    /// The format that a file of a name is written in.
    public let formatOfFile: @Sendable (String) -> String?
    /// The fields without which a format cannot be written, by its id.
    public let needs: [String: String]
    /// The formats whose outputs are the owner's where nothing else is said.
    public let native: Set<String>
    /// The themes of pages.
    public let themes: [String]
    /// Whether there may be a folder of some name beside the identity, with a theme of one's own in it.
    public var mayBeFolder: @Sendable (String) -> Bool = { _ in true }
    /// The languages that outputs are written in.
    public let languages: [String]

    /// Makes one.
    public init(
      formats: [String: Bool], needs: [String: String], native: Set<String>, themes: [String], languages: [String],
      formatOfFile: @escaping @Sendable (String) -> String?
    ) {
      self.formats = formats
      self.needs = needs
      self.native = native
      self.themes = themes
      self.languages = languages
      self.formatOfFile = formatOfFile
    }
  }

  /// A format whose data the identity keeps, as rules have to know it.
  public struct Foreign: Sendable {
    /// The key under which items keep data of it.
    public let key: String
    /// What people call it.
    public let name: String
    /// Its fields: of its root, and of all else.
    public let rootFields: [String]
    /// Its fields below the root.
    public let fields: [String]
    /// The key under which the root keeps data of the person.
    public let personKey: String?
    /// What fields of the model are called in it.
    public let names: [String: String]

    /// Makes one.
    public init(
      key: String, name: String, rootFields: [String], fields: [String], personKey: String?, names: [String: String]
    ) {
      self.key = key
      self.name = name
      self.rootFields = rootFields
      self.fields = fields
      self.personKey = personKey
      self.names = names
    }
  }

  /// Makes a subject. O(size of the identity).
  public init(
    identity: Identity, asOf: PartialDate, isForeign: Bool = false, renamedFields: [Renamed] = [],
    foreigns: [Foreign] = [], outputs: Outputs? = nil
  ) {
    self.identity = identity
    self.asOf = asOf
    self.isForeign = isForeign
    self.renamedFields = renamedFields
    self.foreigns = foreigns
    self.outputs = outputs
    var visitor: any RecordVisitor = Collector()
    identity.visit(&visitor)
    let found = visitor as? Collector ?? Collector()
    texts = found.texts
    addresses = found.addresses
    dates = found.dates
    kept = found.kept
  }

  /// Whether the input has a value for a field that could not be read: it is kept as it came, and said where it stands.
  func isKept(_ field: String, in extensions: Extensions?) -> Bool {
    foreigns.contains { format in
      guard let data = extensions?[format.key], let name = format.names[field] else { return false }
      return data[name] != nil || format.personKey.flatMap { data[$0]?[name] } != nil
    }
  }

  /// Whether something came from another format.
  func isFromElsewhere(_ extensions: Extensions?) -> Bool {
    foreigns.contains { extensions?[$0.key] != nil }
  }
}

/// One pass over the identity, by its field tables, for all rules.
private struct Collector: RecordVisitor {
  var texts: [(text: String, place: [String], isProse: Bool)] = []
  var addresses: [(text: String, place: [String])] = []
  var dates: [(date: PartialDate, place: [String])] = []
  var kept: [(format: String, data: JSONValue, place: [String])] = []

  mutating func enter(_ record: any Record, _ field: FieldInfo, at place: [String]) -> Bool {
    field.role != .instruction
  }

  mutating func visit(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) {
    switch (leaf, field.role) {
    case (.text(let text), let role):
      for version in text.versions {
        texts.append((version.text, version.language.map { place + [$0] } ?? place, role == .prose))
      }
    case (.string(let text), .name), (.string(let text), .skillReference):
      texts.append((text, place, false))
    case (.string(let text), .address): addresses.append((text, place))
    case (.date(let date), _): dates.append((date, place))
    case (.other(let value), .opaque):
      for member in value.members { kept.append((member.key, member.value, Array(place.dropLast()))) }
    default: break
    }
  }
}
