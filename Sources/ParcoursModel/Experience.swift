/// What the path shows of a skill.
public struct SkillEvidence: Sendable, Hashable {
  /// Months of experience, weighted by workload; a month never counts more than once.
  public var months = 0
  /// Months of the calendar in which it was used, whatever the workload.
  public var calendarMonths = 0
  /// The last month it was used in.
  public var lastUsed: PartialDate?
  /// The places of the steps that show it, in the path's order.
  public var steps: [Int] = []

  /// Nothing.
  public init() {}
}

extension Identity {
  /// What the path shows of each skill, folded names as keys: the steps and missions that name it, and those that it names as
  /// its evidence.
  ///
  /// - Overlapping steps count once: a month is one month at the most, however many used the skill in it.
  /// - Each step counts by its workload.
  /// - Agreed and sought steps do not count, nor do breaks; while somebody was away, neither does a full-time step that went on.
  ///
  /// O(steps × their months).
  public func skillEvidence(asOf: PartialDate) -> [String: SkillEvidence] {
    var shares: [String: [Int: Int]] = [:]
    var evidence: [String: SkillEvidence] = [:]
    let away = awayMonths(asOf: asOf)
    func count(_ skills: Set<String>, _ start: PartialDate?, _ end: PartialDate?, _ share: Int, _ step: Int) {
      guard let start, !skills.isEmpty else { return }
      let last = min(end?.lastMonth ?? asOf.firstMonth, asOf.firstMonth)
      guard start.firstMonth <= last, last - start.firstMonth < 1_200 else { return }
      let months = (start.firstMonth...last).filter { share < 100 || !away.contains($0) }
      for skill in skills {
        for month in months { shares[skill, default: [:]][month] = min(100, (shares[skill]?[month] ?? 0) + share) }
        if evidence[skill]?.steps.last != step { evidence[skill, default: SkillEvidence()].steps.append(step) }
      }
    }
    var named: [String: Set<String>] = [:]
    for skill in skills {
      guard let name = skill.name else { continue }
      for id in skill.evidence { named[id, default: []].insert(Folding.folded(name)) }
    }
    func shown(_ skills: [String], _ id: String?) -> Set<String> {
      Set(skills.map(Folding.folded)).union(id.flatMap { named[$0] } ?? [])
    }
    for (place, step) in path.enumerated() where step.status == .held && step.kind != .break {
      let own = shown(step.skills, step.attributes.id)
      count(own, step.startDate, step.endDate, step.share, place)
      for mission in step.engagements {
        // What the whole step counts already is not counted again by its mission.
        let more = shown(mission.skills, mission.attributes.id).subtracting(own)
        count(more, mission.startDate ?? step.startDate, mission.endDate ?? step.endDate, step.share, place)
      }
    }
    for (skill, months) in shares {
      evidence[skill]?.months = (months.values.reduce(0, +) + 50) / 100
      evidence[skill]?.calendarMonths = months.count
      evidence[skill]?.lastUsed = months.keys.max().flatMap { PartialDate(year: $0 / 12, month: $0 % 12 + 1) }
    }
    return evidence
  }

  /// Months of experience by skill, folded names as keys; see `skillEvidence(asOf:)`.
  public func skillMonths(asOf: PartialDate) -> [String: Int] {
    skillEvidence(asOf: asOf).mapValues(\.months)
  }

  /// The months of breaks.
  private func awayMonths(asOf: PartialDate) -> Set<Int> {
    var away: Set<Int> = []
    for step in path where step.kind == .break && step.status == .held {
      guard let start = step.startDate else { continue }
      let last = min(step.endDate?.lastMonth ?? asOf.firstMonth, asOf.firstMonth)
      guard start.firstMonth <= last, last - start.firstMonth < 1_200 else { continue }
      // The months it began and ended in may have been worked in.
      away.formUnion((start.firstMonth + 1)..<max(start.firstMonth + 1, last))
    }
    return away
  }
}

extension Step {
  /// The share of a full week it takes, in percent: what it says, else half for part-time work and all for the rest.
  public var share: Int {
    if let workload { return max(1, min(100, workload)) }
    return engagement == .partTime ? 50 : 100
  }
}
