public import ParcoursModel

/// What names of skills mean for the needs of one contract.
public struct SkillNames: Sendable {
  private var needs: [String: UInt32] = [:]
  private var same: [Set<String>] = []

  /// Names that mean the same by a thesaurus are one skill, and narrower ones count; without one, and for names that it does
  /// not have, those that are alike but for case, accents, punctuation and spaces. O(names that count).
  public init(_ contract: Contract, thesaurus: Thesaurus = Thesaurus([])) {
    for (index, need) in contract.needs.enumerated() {
      for key in thesaurus.keys(countingFor: need.skill ?? "") { needs[key, default: 0] |= 1 << UInt32(index) }
      let concepts = thesaurus.concepts(named: need.skill ?? "")
      same.append(Set((concepts.flatMap(\.labels) + [need.skill ?? ""]).map(Thesaurus.key)))
    }
  }

  /// Whether a name is another word for what a need asks for, rather than something narrower.
  func isSame(_ name: String, as need: Int) -> Bool { same[need].contains(Thesaurus.key(name)) }

  /// The needs that a skill serves, as bits.
  public func needs(servedBy name: String) -> UInt32 { needs[Thesaurus.key(name)] ?? 0 }
}
