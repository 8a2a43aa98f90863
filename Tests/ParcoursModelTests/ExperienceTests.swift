import ParcoursModel
import Testing

/// What the path shows of skills.
struct ExperienceTests {
  private let today = PartialDate("2026-11-21") ?? .epoch

  private func step(
    _ start: String, _ end: String?, _ skills: [String] = ["Swift"], kind: Step.Kind = .role, workload: Int? = nil,
    id: String? = nil
  ) -> Step {
    var step = Step()
    step.kind = kind
    step.startDate = PartialDate(start)
    step.endDate = end.flatMap { PartialDate($0) }
    step.skills = skills
    step.workload = workload
    step.attributes.id = id
    return step
  }

  private func shown(_ steps: [Step], _ evidence: [String] = []) -> SkillEvidence? {
    var identity = Identity()
    identity.path = steps
    var skill = Skill()
    skill.name = "SWIFT"
    skill.evidence = evidence
    identity.skills = [skill]
    return identity.skillEvidence(asOf: today)["swift"]
  }

  @Test func overlapsCountOnce() {
    let both = shown([step("2020-01", "2020-12"), step("2020-07", "2021-06")])
    #expect(both?.months == 18 && both?.calendarMonths == 18 && both?.steps == [0, 1])
    #expect(both?.lastUsed == PartialDate("2021-06"))
  }

  @Test func workloadWeighs() {
    let half = shown([step("2020-01", "2020-12", workload: 50), step("2020-01", "2020-12", workload: 25)])
    #expect(half?.months == 9 && half?.calendarMonths == 12)
    let more = shown([step("2020-01", "2020-12", workload: 80), step("2020-01", "2020-12", workload: 80)])
    #expect(more?.months == 12)
  }

  /// A full-time role that goes on through a break counts without it; work beside a break counts.
  @Test func breaksAreOut() {
    let pause = step("2020-03", "2020-10", [], kind: .break)
    #expect(shown([step("2020-01", "2020-12"), pause])?.months == 6)
    #expect(shown([step("2020-01", "2020-12", workload: 50), pause])?.months == 6)
    #expect(shown([step("2020-01", "2020-12", workload: 50), pause])?.calendarMonths == 12)
    #expect(shown([step("2020-01", "2020-12", kind: .break)]) == nil)
  }

  @Test func evidenceCountsToo() {
    let named = shown([step("2020-01", "2020-12", [], id: "lab"), step("2021-01", "2021-12", [])], ["lab", "nothing"])
    #expect(named?.months == 12 && named?.steps == [0])
    var client = ClientEngagement()
    client.attributes.id = "mission"
    client.startDate = PartialDate("2020-03")
    client.endDate = PartialDate("2020-04")
    var role = step("2020-01", "2020-12", [])
    role.engagements = [client]
    #expect(shown([role], ["mission"])?.months == 2)
  }

  @Test func whatLiesAheadDoesNotCount() {
    var sought = step("2020-01", nil)
    sought.status = .sought
    #expect(shown([sought]) == nil && shown([step("2027-01", nil)]) == nil)
    let ongoing = shown([step("2026-01", nil)])
    #expect(ongoing?.months == 11 && ongoing?.lastUsed == PartialDate("2026-11"))
  }
}
