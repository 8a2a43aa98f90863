extension Identity {
  /// Months of experience by skill, folded names as keys: computed from the steps and missions that name it, weighted by
  /// their workload, a month never counted more than once. Agreed and sought steps do not count. O(steps × their months).
  public func skillMonths(asOf: PartialDate) -> [String: Int] {
    var months: [String: [Int: Int]] = [:]
    func count(_ skills: [String], _ start: PartialDate?, _ end: PartialDate?, _ workload: Int) {
      guard let start, !skills.isEmpty else { return }
      let last = min(end?.lastMonth ?? asOf.firstMonth, asOf.firstMonth)
      guard start.firstMonth <= last, last - start.firstMonth < 1_200 else { return }
      for skill in Set(skills.map(Folding.folded)) {
        for month in start.firstMonth...last {
          let sum = months[skill, default: [:]][month, default: 0] + workload
          months[skill, default: [:]][month] = min(100, sum)
        }
      }
    }
    for step in path where step.status == .held && step.kind != .break {
      let workload = step.share
      count(step.skills, step.startDate, step.endDate, workload)
      let own = Set(step.skills.map(Folding.folded))
      for mission in step.engagements {
        // What the whole step counts already is not counted again by its mission.
        let more = mission.skills.filter { !own.contains(Folding.folded($0)) }
        count(more, mission.startDate ?? step.startDate, mission.endDate ?? step.endDate, workload)
      }
    }
    return months.mapValues { ($0.values.reduce(0, +) + 50) / 100 }
  }
}

extension Step {
  /// The share of a full week it takes, in percent: what it says, else half for part-time work and all for the rest.
  public var share: Int {
    if let workload { return max(1, min(100, workload)) }
    return engagement == .partTime ? 50 : 100
  }
}
