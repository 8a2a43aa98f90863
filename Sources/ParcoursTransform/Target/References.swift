internal import ParcoursModel

/// References between items, by id and, for skills, by name.
enum References {
  /// The value without references to ids and to skills of folded names.
  static func without(_ ids: Set<String>, _ skills: Set<String>, in value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): return .array(elements.map { without(ids, skills, in: $0) })
    case .object(let members):
      return .object(
        members.compactMap { member in
          switch (member.key, member.value) {
          case ("evidence", .array(let names)):
            return .init("evidence", .array(names.filter { !ids.contains($0.string ?? "") }))
          case ("skills", .array(let names)) where names.contains { $0.string != nil }:
            return .init(
              "skills", .array(names.filter { $0.string.map { !skills.contains(Folding.folded($0)) } ?? true }))
          case ("from", .string(let id)) where ids.contains(id): return nil
          case ("extensions", _), ("targets", _): return member
          default: return .init(member.key, without(ids, skills, in: member.value))
          }
        })
    default: return value
    }
  }
}
