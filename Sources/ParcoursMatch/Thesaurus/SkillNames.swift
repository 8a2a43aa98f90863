public import ParcoursModel

/// What names of skills mean for the needs of one contract.
public struct SkillNames: Sendable {
  private let needs: [String: UInt32]

  /// Names that are alike but for case, accents and punctuation are one skill.
  public init(_ contract: Contract) {
    var needs: [String: UInt32] = [:]
    for (index, need) in contract.needs.enumerated() {
      needs[Folding.folded(need.skill ?? ""), default: 0] |= 1 << UInt32(index)
    }
    self.needs = needs
  }

  /// The needs that a skill serves, as bits.
  public func needs(servedBy name: String) -> UInt32 { needs[Folding.folded(name)] ?? 0 }
}
