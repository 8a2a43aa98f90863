public import ParcoursModel

/// Why an item of an identity is in a version of it, or is not.
public struct Decision: Sendable, Hashable, CustomStringConvertible {
  /// The place of the item, indices left out: `path[].highlights[]`.
  public var place: String
  /// The item in a few words.
  public var title: String
  /// Whether it is in.
  public var isIn: Bool
  /// Why.
  public var reasons: [String]

  /// All of it on a line.
  public var description: String {
    let quoted = title.isEmpty ? "" : " \"\(title)\""
    return "\(isIn ? "in " : "out") \(place)\(quoted): \(reasons.joined(separator: "; "))"
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
    var run = SelectionRun(aim: aim, titles: ItemTitles(language: language, documentLanguage: documentLanguage))
    let kept = run.kept(json, []) ?? json
    // A skill of the same name that stays is still there.
    let names = kept["skills"]?.elements.compactMap { $0["name"]?.string.map(Folding.folded) } ?? []
    run.lostSkills.subtract(names)
    let value =
      run.lost.isEmpty && run.lostSkills.isEmpty ? kept : References.without(run.lost, run.lostSkills, in: kept)
    var context = DecodingContext()
    guard let identity = Identity.decode(value, &context) else { return (self, []) }
    return (identity.ordered(for: aim), run.decisions)
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

/// One pass over the identity as a value.
private struct SelectionRun {
  let aim: Aim
  let titles: ItemTitles
  /// The ids of what was left out.
  var lost: Set<String> = []
  /// The folded names of skills that were.
  var lostSkills: Set<String> = []
  var decisions: [Decision] = []

  /// Says why an item stays that need not give way to any limit: a step, or a skill that is asked for.
  private mutating func note(_ value: JSONValue, _ tags: Set<String>, _ place: [String]) {
    guard place.count == 2, ["path", "skills"].contains(place[0]) else { return }
    var reasons: [String] = []
    if place[0] == "skills" {
      guard let want = value["name"]?.string.flatMap({ aim.serves($0).min() }) else { return }
      reasons.append("is asked for: \(aim.wants[want].name)")
    }
    let asked = aim.wanted(tags)
    if !asked.isEmpty { reasons.append("has the tag \(asked.joined(separator: ", "))") }
    if place[0] == "path" { reasons.append("a step: the path has no holes") }
    decisions.append(
      Decision(place: ItemTitles.place(place), title: titles.title(value), isIn: true, reasons: reasons))
  }

  mutating func kept(_ value: JSONValue, _ place: [String]) -> JSONValue? {
    switch value {
    case .array(let elements):
      var kept: [JSONValue] = []
      for (index, element) in elements.enumerated() {
        if let part = self.kept(element, place + [String(index)]) { kept.append(part) }
      }
      return .array(kept)
    case .object(let members):
      let tags = Set(value["tags"]?.elements.compactMap(\.string) ?? [])
      if !place.isEmpty, let reason = aim.refusal(tags) {
        if let id = value["id"]?.string { lost.insert(id) }
        if place.first == "skills", let name = value["name"]?.string { lostSkills.insert(Folding.folded(name)) }
        decisions.append(
          Decision(
            place: ItemTitles.place(place), title: titles.title(value), isIn: false, reasons: [reason]))
        return nil
      }
      note(value, tags, place)
      var kept: [JSONValue.Member] = []
      for member in members {
        // What the model does not know, and the targets themselves, have no tags of items.
        if ["extensions", "targets", "outputs", "checks"].contains(member.key) {
          kept.append(member)
        } else if let part = self.kept(member.value, place + [member.key]) {
          kept.append(.init(member.key, part))
        }
      }
      return .object(kept)
    default: return value
    }
  }
}
