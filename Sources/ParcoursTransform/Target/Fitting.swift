public import ParcoursModel
internal import ParcoursSource

extension Identity {
  /// The identity without what is worth least, so that what is written of it fits; and why each item that could have given
  /// way did or did not.
  ///
  /// The least worthy items give way first, as few as will do; where all of them are not enough, none is left that could.
  ///
  /// - Parameters:
  ///   - aim: for whom.
  ///   - asOf: the day that counts as today.
  ///   - language: that of the items' titles in what is said of them.
  ///   - refills: how many of what gave way are tried again, the worthiest first: a small one may still have room.
  ///   - fits: whether the output of an identity fits; asked O(log items) + `refills` times.
  /// - Returns: nil where even what may not give way is too much.
  public func fitted(for aim: Aim, asOf: PartialDate, language: String, refills: Int = 0, fits: (Identity) -> Bool) -> (
    identity: Identity, decisions: [Decision]
  )? {
    let whole = json
    let candidates = ItemValue(of: self, for: aim).candidates(asOf: asOf).enumerated().sorted {
      ($0.element.worth, -$0.offset) < ($1.element.worth, -$1.offset)
    }.map(\.element)
    func without(_ places: Set<[String]>) -> Identity {
      if places.isEmpty { return self }
      var mapper: any RecordMapper = Remover(places: places)
      let kept = mapped(&mapper)
      guard let done = mapper as? Remover else { return self }
      return kept.withoutReferences(to: done.lost, skills: done.lostSkills)
    }
    func first(_ count: Int) -> Set<[String]> { Set(candidates.prefix(count).map(\.place)) }
    // The fewest that must go, found by halving; what is written shrinks with each.
    var (low, high) = (0, candidates.count)
    if fits(self) {
      high = 0
    } else {
      guard fits(without(first(high))) else { return nil }
      while low + 1 < high {
        let middle = (low + high) / 2
        if fits(without(first(middle))) { high = middle } else { low = middle }
      }
    }
    var gone = first(high)
    for candidate in candidates.prefix(high).dropLast().suffix(refills).reversed() {
      if fits(without(gone.subtracting([candidate.place]))) { gone.remove(candidate.place) }
    }
    let titles = ItemTitles(language: language, documentLanguage: documentLanguage)
    let decisions = candidates.reversed().compactMap { candidate -> Decision? in
      let isIn = !gone.contains(candidate.place)
      // What went with the item it is part of need not be said again.
      if !isIn, candidate.place.indices.contains(where: { gone.contains(Array(candidate.place[..<$0])) }) { return nil }
      let value = whole.value(at: candidate.place) ?? .null
      let worth: Message = "worth \(candidate.worth)"
      return Decision(
        place: ItemTitles.place(candidate.place), title: titles.title(value), isIn: isIn,
        reasons: candidate.reasons + [isIn ? worth : "no room: \(worth)"])
    }
    return (without(gone), decisions)
  }
}

/// One pass over the identity, by its field tables, that leaves places out.
private struct Remover: RecordMapper {
  let places: Set<[String]>
  var lost: Set<String> = []
  var lostSkills: Set<String> = []

  mutating func enter<Value: Record>(_ record: Value, _ field: FieldInfo, at place: [String]) -> Value? {
    guard places.contains(place) else { return record }
    if let id = record.itemAttributes?.id { lost.insert(id) }
    if let skill = record as? Skill, let name = skill.name { lostSkills.insert(Folding.folded(name)) }
    return nil
  }

  mutating func goes<Value: Record>(into field: FieldInfo, of record: Value, at place: [String]) -> Bool {
    field.role != .opaque && field.role != .instruction
  }

  mutating func map(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) -> Leaf? {
    // A list that gives way as a whole does so by its elements.
    places.contains(place) || places.contains(Array(place.dropLast())) && Int(place.last ?? "") != nil ? nil : leaf
  }
}
