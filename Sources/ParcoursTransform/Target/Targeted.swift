public import ParcoursModel

extension Identity {
  /// The identity as it is meant for one of its targets; nil where it has none of that name.
  ///
  /// - The target's headline and summary stand in for the identity's own.
  /// - Items with a tag of `exclude` are left out. Where `include` names tags, so are items that have tags and none of those:
  ///   what has no tags is for everybody.
  /// - The target's skills come first, in its order.
  /// - References to what was left out go with it.
  ///
  /// O(size of the identity).
  public func targeted(at name: String) -> Identity? {
    guard let target = targets?[name] else { return nil }
    var run = TargetRun(include: target.include?.tags ?? [], exclude: target.exclude?.tags ?? [])
    let kept = run.kept(json, isRoot: true) ?? json
    // A skill of the same name that stays is still there.
    let names = kept["skills"]?.elements.compactMap { $0["name"]?.string.map(Folding.folded) } ?? []
    run.lostSkills.subtract(names)
    let value = run.lost.isEmpty && run.lostSkills.isEmpty ? kept : run.withoutReferences(kept)
    var context = DecodingContext()
    guard var identity = Identity.decode(value, &context) else { return nil }
    if let headline = target.headline { identity.headline = headline }
    if let summary = target.summary { identity.summary = summary }
    let wanted = target.skills.map(Folding.folded)
    func place(_ skill: Skill) -> Int {
      skill.name.flatMap { wanted.firstIndex(of: Folding.folded($0)) } ?? wanted.count
    }
    identity.skills = identity.skills.enumerated().sorted {
      (place($0.element), $0.offset) < (place($1.element), $1.offset)
    }.map(\.element)
    // Which skills come first is the target's word, whatever their levels: the order of the first ones is kept by pages.
    identity.targets = targets
    return identity
  }
}

/// One pass over the identity as a value.
private struct TargetRun {
  let include: Set<String>
  let exclude: Set<String>
  /// The ids of what was left out.
  var lost: Set<String> = []
  /// The folded names of skills that were.
  var lostSkills: Set<String> = []

  init(include: [String], exclude: [String]) {
    self.include = Set(include)
    self.exclude = Set(exclude)
  }

  mutating func kept(_ value: JSONValue, isRoot: Bool = false, under key: String = "") -> JSONValue? {
    switch value {
    case .array(let elements): return .array(elements.compactMap { kept($0, under: key) })
    case .object(let members):
      let tags = Set(value["tags"]?.elements.compactMap(\.string) ?? [])
      let isLeftOut =
        !tags.isDisjoint(with: exclude) || (!include.isEmpty && !tags.isEmpty && tags.isDisjoint(with: include))
      if isLeftOut, !isRoot {
        if let id = value["id"]?.string { lost.insert(id) }
        if key == "skills", let name = value["name"]?.string { lostSkills.insert(Folding.folded(name)) }
        return nil
      }
      return .object(
        members.compactMap { member in
          // What the model does not know, and the targets themselves, have no tags of items.
          if ["extensions", "targets", "checks"].contains(member.key) { return member }
          return kept(member.value, under: member.key).map { JSONValue.Member(member.key, $0) }
        })
    default: return value
    }
  }

  func withoutReferences(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map(withoutReferences))
    case .object(let members):
      return .object(
        members.compactMap { member in
          switch (member.key, member.value) {
          case ("evidence", .array(let ids)):
            return .init("evidence", .array(ids.filter { !lost.contains($0.string ?? "") }))
          case ("skills", .array(let names)) where names.contains { $0.string != nil }:
            return .init(
              "skills", .array(names.filter { $0.string.map { !lostSkills.contains(Folding.folded($0)) } ?? true }))
          case ("from", .string(let id)) where lost.contains(id): return nil
          case ("extensions", _): return member
          default: return .init(member.key, withoutReferences(member.value))
          }
        })
    default: return value
    }
  }
}
