internal import ParcoursModel

extension Identity {
  /// The identity without references to ids, and to skills of folded names. What a turn says of a step that is not there goes
  /// with it: it is that step's story.
  func withoutReferences(to ids: Set<String>, skills: Set<String>) -> Identity {
    guard !ids.isEmpty || !skills.isEmpty else { return self }
    var mapper: any RecordMapper = ReferenceMapper(ids: ids, skills: skills)
    return mapped(&mapper)
  }
}

private struct ReferenceMapper: RecordMapper {
  let ids: Set<String>
  let skills: Set<String>

  mutating func enter<Value: Record>(_ record: Value, _ field: FieldInfo, at place: [String]) -> Value? {
    if let turn = record as? Transition, let from = turn.from, ids.contains(from) { return nil }
    return record
  }

  mutating func goes<Value: Record>(into field: FieldInfo, of record: Value, at place: [String]) -> Bool {
    field.role == .record || field.role == .reference || field.role == .skillReference
  }

  mutating func map(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) -> Leaf? {
    guard case .string(let name) = leaf else { return leaf }
    switch field.role {
    case .reference: return ids.contains(name) ? nil : leaf
    case .skillReference: return skills.contains(Folding.folded(name)) ? nil : leaf
    default: return leaf
    }
  }
}
