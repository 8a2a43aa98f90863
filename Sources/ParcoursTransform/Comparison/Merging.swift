public import ParcoursModel

/// One identity from several sources: what the first says stays, what the others say more is added, and where they contradict
/// each other that is listed rather than guessed.
public struct Merging: Sendable {
  /// A value that two sources say differently.
  public struct Conflict: Sendable, Hashable {
    /// The place in the merged identity, as a JSON Pointer.
    public var place: String
    /// What stays.
    public var kept: String
    /// What was said too.
    public var other: String
    /// Which source said so.
    public var source: String
    /// Where it said so, as a JSON Pointer.
    public var otherPlace: String?
  }

  /// The identity.
  public private(set) var identity: Identity
  /// What was contradicted, in the order it was found.
  public private(set) var conflicts: [Conflict] = []
  private var value: JSONValue
  private let isSame: @Sendable (String, String) -> Bool
  private let first: String

  /// Lists whose elements are items, and the field that names them.
  private static let lists: [(key: String, name: String)] = [
    ("skills", "name"), ("languages", "language"), ("services", "name"), ("projects", "name"), ("publications", "name"),
    ("awards", "title"), ("certificates", "name"), ("interests", "name"), ("network", "name"),
  ]

  /// Starts with a source.
  ///
  /// - Parameter isSame: whether two texts say the same, written differently.
  public init(
    _ identity: Identity, from source: String, where isSame: @escaping @Sendable (String, String) -> Bool = { $0 == $1 }
  ) {
    self.isSame = isSame
    self.identity = identity
    value = identity.json
    first = source
  }

  /// Adds a source. Each item says under `extensions.provenance` which sources it is from, where it is not from the first alone.
  public mutating func add(_ other: Identity, from source: String) {
    var merged = value
    let theirs = other.json
    for member in theirs.members where !["$schema", "parcours", "id", "language", "checks"].contains(member.key) {
      let place = "/" + member.key
      switch member.key {
      case "path":
        let pairs = ItemMatching.pairs(identity.path, other.path, language: identity.documentLanguage)
        merged[member.key] = list(merged[member.key], member.value, pairs, place, source)
      case "recommendations":
        let (mine, said) = (merged[member.key]?.elements ?? [], member.value.elements)
        let pairs = ItemMatching.pairs(mine.map(Self.recommender), said.map(Self.recommender))
        merged[member.key] = list(merged[member.key], member.value, pairs, place, source)
      default:
        if let known = Self.lists.first(where: { $0.key == member.key }) {
          let (mine, said) = (merged[member.key]?.elements ?? [], member.value.elements)
          let pairs = ItemMatching.pairs(mine.map { Self.name($0, known.name) }, said.map { Self.name($0, known.name) })
          merged[member.key] = list(merged[member.key], member.value, pairs, place, source)
        } else {
          merged[member.key] = united(merged[member.key], member.value, place, source)
        }
      }
    }
    value = merged
    var context = DecodingContext()
    identity = Identity.decode(merged, &context) ?? identity
  }

  private static func name(_ item: JSONValue, _ key: String) -> String {
    // The id of a tie says better than its name who it is.
    if let id = item["id"]?.string, key == "name", item["basis"] != nil { return id }
    return item[key]?.string ?? item[key]?.members.first?.value.string ?? ""
  }

  private static func recommender(_ item: JSONValue) -> String {
    (item["from"]?["name"]?.string ?? "") + " "
      + (item["text"]?.string ?? item["text"]?.members.first?.value.string ?? "")
  }

  private mutating func list(
    _ mine: JSONValue?, _ theirs: JSONValue, _ pairs: [(left: Int, right: Int)], _ place: String, _ source: String
  ) -> JSONValue {
    var elements = mine?.elements ?? []
    let taken = Set(pairs.map(\.right))
    for pair in pairs {
      let place = "\(place)/\(pair.left)"
      let before = elements[pair.left]
      let after = united(before, theirs.elements[pair.right], place, source) ?? before
      elements[pair.left] = marked(after, [first, source])
    }
    for (index, element) in theirs.elements.enumerated() where !taken.contains(index) {
      elements.append(marked(element, [source]))
    }
    return .array(elements)
  }

  /// An item that says where it is from.
  private func marked(_ item: JSONValue, _ sources: [String]) -> JSONValue {
    guard case .object(let members) = item else { return item }
    var known = item["extensions"]?["provenance"]?.elements.compactMap(\.string) ?? []
    for source in sources where !known.contains(source) { known.append(source) }
    var extensions = item["extensions"]?.members ?? []
    extensions.removeAll { $0.key == "provenance" }
    extensions.append(.init("provenance", .array(known.map { .string($0) })))
    return .object(members.filter { $0.key != "extensions" } + [.init("extensions", .object(extensions))])
  }

  /// What two sources say of one thing.
  private mutating func united(_ mine: JSONValue?, _ theirs: JSONValue, _ place: String, _ source: String) -> JSONValue?
  {
    guard let mine else { return theirs }
    switch (mine, theirs) {
    case (.object(let members), .object(let others)):
      // A text in languages, or a record: what one lacks the other gives.
      var all = members
      for other in others {
        if let index = all.firstIndex(where: { $0.key == other.key }) {
          all[index].value = united(all[index].value, other.value, place + "/" + other.key, source) ?? all[index].value
        } else if other.key == "endDate", members.contains(where: { $0.key == "startDate" }) {
          // Without an end it goes on: that is said, too.
          contradict(place + "/endDate", "ongoing", other.value.string ?? "", source)
        } else {
          all.append(other)
        }
      }
      return .object(all)
    case (.array(let elements), .array(let others)):
      let known = Set(elements.map(Self.key))
      return .array(elements + others.filter { !known.contains(Self.key($0)) })
    case (.string(let one), .string(let other)):
      if says(one, other) { return mine }
      if let date = PartialDate(one), let more = PartialDate(other), date.agrees(with: more) {
        return .string(date.precision < more.precision ? other : one)
      }
      contradict(place, one, other, source)
      return mine
    case (.object(let versions), .string(let text)):
      // The same text in several languages, and once more in one of them.
      if versions.contains(where: { says($0.value.string ?? "", text) }) { return mine }
      contradict(place, versions.first?.value.string ?? "", text, source)
      return mine
    case (.string(let text), .object(let versions)):
      if versions.contains(where: { says($0.value.string ?? "", text) }) { return theirs }
      contradict(place, text, versions.first?.value.string ?? "", source)
      return mine
    default:
      if mine != theirs { contradict(place, "\(mine.plain)", "\(theirs.plain)", source) }
      return mine
    }
  }

  private func says(_ one: String, _ other: String) -> Bool {
    Folding.folded(one) == Folding.folded(other) || isSame(one, other)
  }

  private mutating func contradict(_ place: String, _ kept: String, _ other: String, _ source: String) {
    conflicts.append(Conflict(place: place, kept: kept, other: other, source: source))
  }

  /// A value as it is compared with others of a list.
  private static func key(_ value: JSONValue) -> String {
    switch value {
    case .string(let text): Folding.folded(text)
    case .object(let members): members.map { $0.key + "=" + key($0.value) }.joined(separator: ";")
    case .array(let elements): elements.map(key).joined(separator: ",")
    default: value.plain
    }
  }
}

extension JSONValue {
  /// A scalar in a word.
  fileprivate var plain: String {
    switch self {
    case .null: "null"
    case .bool(let flag): String(flag)
    case .number(let text), .string(let text): text
    case .array(let elements): "\(elements.count) elements"
    case .object(let members): "\(members.count) fields"
    }
  }
}
