public import ParcoursModel
internal import ParcoursSource

/// Whom a version of the profile is meant for: an entry of `targets`, a tag expression, or a contract.
public struct Aim: Sendable {
  /// A skill that is wanted.
  public struct Want: Sendable {
    /// What it is called, for explanations.
    public var name: String
    /// What it is worth: 1 to 10.
    public var weight: Int

    /// Makes one.
    public init(name: String, weight: Int) {
      self.name = name
      self.weight = max(1, min(10, weight))
    }
  }

  /// The headline for them.
  public var headline: LocalizedText?
  /// The summary for them.
  public var summary: LocalizedText?
  /// The skills that are wanted, most wanted first.
  public var wants: [Want] = []
  /// Which of the wants a skill's name serves, by index.
  public var serves: @Sendable (String) -> [Int] = { _ in [] }
  /// The languages that are wanted, BCP 47.
  public var languages: [String] = []
  /// How long it may get.
  public var limits: Target.Limits?
  /// Tags one of which an item with tags must have; none is all.
  var include: Set<String> = []
  /// Tags none of which an item may have.
  var exclude: Set<String> = []
  /// What must hold for an item with tags.
  var expression: TagExpression?

  /// An entry of `targets`.
  public init(_ target: Target) {
    headline = target.headline
    summary = target.summary
    limits = target.limits
    include = Set(target.include?.tags ?? [])
    exclude = Set(target.exclude?.tags ?? [])
    want(target.skills.map { Want(name: $0, weight: 5) })
  }

  /// A tag expression.
  public init(_ expression: TagExpression) {
    self.expression = expression
  }

  /// What a contract needs: the musts first, then by weight, then as written. Which names serve a need, a thesaurus knows.
  public init(_ contract: Contract, serves: @escaping @Sendable (String) -> [Int]) {
    let order = contract.needs.indices.sorted {
      (contract.needs[$0].isMust ? 0 : 1, -contract.needs[$0].weight, $0)
        < (contract.needs[$1].isMust ? 0 : 1, -contract.needs[$1].weight, $1)
    }
    wants = order.map { index in
      let need = contract.needs[index]
      return Want(name: need.skill ?? "", weight: (need.isMust ? 5 : 2) + need.weight)
    }
    let places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    self.serves = { name in serves(name).compactMap { places[$0] } }
    languages = ((contract.languages?.everyone ?? []) + (contract.languages?.someone ?? [])).compactMap(\.language)
  }

  /// The names of the identity's skills that are wanted, most wanted first.
  public func leadingSkills(of identity: Identity) -> [String] {
    let places = identity.skills.compactMap { skill in
      skill.name.flatMap { name in serves(name).min().map { (name, $0) } }
    }
    return places.enumerated().sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
  }

  private mutating func want(_ wants: [Want]) {
    self.wants = wants
    let names = wants.map { Folding.folded($0.name) }
    serves = { name in
      let folded = Folding.folded(name)
      return names.indices.filter { names[$0] == folded }
    }
  }

  /// Why an item with these tags is left out; nil where it is kept.
  func refusal(_ tags: Set<String>) -> Message? {
    if let tag = tags.intersection(exclude).min() { return "has the excluded tag \"\(tag)\"" }
    guard !tags.isEmpty else { return nil }
    if !include.isEmpty, tags.isDisjoint(with: include) { return "has none of the tags \(Self.list(include))" }
    if let expression, !expression.holds(for: tags) { return "its tags \(Self.list(tags)) are not asked for" }
    return nil
  }

  /// Which of an item's tags are asked for.
  func wanted(_ tags: Set<String>) -> [String] {
    tags.intersection(include.union(expression?.wanted ?? [])).sorted()
  }

  private static func list(_ tags: Set<String>) -> String { tags.sorted().joined(separator: ", ") }
}
