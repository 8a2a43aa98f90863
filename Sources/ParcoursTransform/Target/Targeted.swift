public import ParcoursModel
public import ParcoursSource

/// Why an item of an identity is in a version of it, or is not.
public struct Decision: Sendable, Hashable {
  /// The place of the item, indices left out: `path[].highlights[]`.
  public var place: String
  /// The item in a few words.
  public var title: String
  /// Whether it is in.
  public var isIn: Bool
  /// Why.
  public var reasons: [Message]

  /// All of it on a line.
  public var message: Message {
    let what = title.isEmpty ? place : "\(place) \"\(title)\""
    let why = reasons.dropFirst().reduce(reasons.first ?? "") { "\($0); \($1)" }
    return isIn ? "in: \(what): \(why)" : "out: \(what): \(why)"
  }
}

extension Identity {
  /// The identity with the headline and the summary that are meant for somebody.
  public func addressed(by aim: Aim) -> Identity {
    var identity = self
    if let headline = aim.headline { identity.headline = headline }
    if let summary = aim.summary { identity.summary = summary }
    return identity
  }

  /// The version of the identity that is meant for somebody, and why each item is in it or not.
  ///
  /// - Items with an excluded tag are left out; so are items whose tags are none of those that are asked for. What has no tags
  ///   is for everybody.
  /// - Skills that are wanted come first, most wanted first; highlights, projects, certificates and languages that have to do
  ///   with what is wanted come before those that have not, in their own order otherwise. The path keeps its order: it is one
  ///   timeline.
  /// - References to what was left out go with it.
  ///
  /// O(size of the identity × what is wanted).
  ///
  /// - Parameter language: that of the items' titles in what is said of them.
  public func selected(for aim: Aim, language: String) -> (identity: Identity, decisions: [Decision]) {
    var mapper: any RecordMapper = Selector(
      aim: aim, titles: ItemTitles(language: language, documentLanguage: documentLanguage))
    let kept = mapped(&mapper)
    guard let done = mapper as? Selector else { return (self, []) }
    // A skill of the same name that stays is still there.
    let names = Set(kept.skills.compactMap { $0.name.map(Folding.folded) })
    let identity = kept.withoutReferences(to: done.lost, skills: done.lostSkills.subtracting(names))
    return (identity.ordered(for: aim), done.decisions)
  }

  private func ordered(for aim: Aim) -> Identity {
    guard !aim.wants.isEmpty || !aim.languages.isEmpty else { return self }
    var identity = self
    let judge = ItemValue(of: self, for: aim)
    func first<Entry>(_ items: [Entry], by place: (Entry) -> Int) -> [Entry] {
      items.enumerated().sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }.map(\.element)
    }
    identity.skills = first(skills) { $0.name.flatMap { aim.serves($0).min() } ?? aim.wants.count }
    identity.languages = first(languages) { spoken in
      aim.languages.firstIndex { $0.split(separator: "-").first == spoken.language?.split(separator: "-").first }
        ?? aim.languages.count
    }
    identity.projects = first(projects) { judge.wants(of: $0).isEmpty ? 1 : 0 }
    identity.certificates = first(certificates) { judge.proves($0.attributes.id).isEmpty ? 1 : 0 }
    for index in identity.path.indices {
      identity.path[index].highlights = first(path[index].highlights) { judge.mentions($0).isEmpty ? 1 : 0 }
      for mission in path[index].engagements.indices {
        identity.path[index].engagements[mission].highlights = first(path[index].engagements[mission].highlights) {
          judge.mentions($0).isEmpty ? 1 : 0
        }
      }
    }
    return identity
  }
}

/// One pass over the identity, by its field tables.
private struct Selector: RecordMapper {
  let aim: Aim
  let titles: ItemTitles
  /// The ids of what was left out.
  var lost: Set<String> = []
  /// The folded names of skills that were.
  var lostSkills: Set<String> = []
  var decisions: [Decision] = []

  /// What the model does not know, and the targets themselves, have no tags of items.
  mutating func goes<Value: Record>(into field: FieldInfo, of record: Value, at place: [String]) -> Bool {
    field.role == .record
  }

  mutating func map(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) -> Leaf? { leaf }

  mutating func enter<Value: Record>(_ record: Value, _ field: FieldInfo, at place: [String]) -> Value? {
    guard let attributes = record.itemAttributes else { return record }
    let tags = Set(attributes.tags)
    guard let reason = aim.refusal(tags) else {
      note(record, tags, place)
      return record
    }
    if let id = attributes.id { lost.insert(id) }
    if let skill = record as? Skill, let name = skill.name { lostSkills.insert(Folding.folded(name)) }
    decisions.append(
      Decision(place: ItemTitles.place(place), title: titles.title(record.json), isIn: false, reasons: [reason]))
    return nil
  }

  /// Says why an item stays that need not give way to any limit: a step, or a skill that is asked for.
  private mutating func note(_ item: any Record, _ tags: Set<String>, _ place: [String]) {
    guard place.count == 2 else { return }
    var reasons: [Message] = []
    if let skill = item as? Skill {
      guard let want = skill.name.flatMap({ aim.serves($0).min() }) else { return }
      reasons.append("is asked for: \(aim.wants[want].name)")
    } else if !(item is Step) {
      return
    }
    let asked = aim.wanted(tags)
    if !asked.isEmpty { reasons.append("has the tag \(asked.joined(separator: ", "))") }
    if item is Step { reasons.append("a step: the path has no holes") }
    decisions.append(
      Decision(place: ItemTitles.place(place), title: titles.title(item.json), isIn: true, reasons: reasons))
  }
}
