import ParcoursMatch
import ParcoursModel
import Testing

struct EligibilityTests {
  private func judged(_ change: (inout Contract, inout Identity) -> Void) -> (candidate: Candidate, evidence: [String])
  {
    var contract = Contract()
    contract.currency = "EUR"
    contract.startDate = PartialDate("2027-01-04")
    contract.endDate = PartialDate("2027-01-31")
    var need = Contract.Need()
    need.skill = "Gestion de projet"
    need.level = .competent
    need.days = 10
    contract.needs = [need]
    var identity = Identity()
    identity.path = [Step()]
    identity.path[0].attributes.id = "lab"
    var skill = Skill()
    skill.name = "gestion de  PROJET"
    skill.level = .competent
    skill.evidence = ["lab"]
    identity.skills = [skill]
    var rate = Rate()
    rate.amount = 100
    rate.currency = "EUR"
    rate.per = .day
    identity.rate = rate
    change(&contract, &identity)
    let eligibility = Eligibility(contract) { zone, _ in zone == "Asia/Tokyo" ? 540 : nil }
    let candidate = eligibility.judge(PersonFacts(identity, id: "x"))
    return (candidate, eligibility.evidence(of: 0, atRank: candidate.rank(for: 0), in: identity).ids)
  }

  private func bar(_ change: (inout Contract, inout Identity) -> Void) -> Bars? {
    let bars = judged(change).candidate.bars
    return bars.isEmpty ? nil : bars
  }

  @Test func namesOfSkillsAreFolded() { #expect(bar { _, _ in } == nil) }

  @Test func evidenceCounts() {
    #expect(bar { _, identity in identity.skills[0].evidence = [] } == .skills)
    #expect(bar { _, identity in identity.skills[0].evidence = ["nowhere"] } == .skills)
    #expect(
      bar { contract, identity in
        identity.skills[0].evidence = []; contract.unproven = .same
      } == nil)
    #expect(
      bar { contract, identity in
        identity.skills[0].level = .expert
        identity.skills[0].evidence = []
        contract.unproven = Contract.Unproven.none
      } == .skills)
  }

  @Test func capacityCountsDaysOfTheWindow() {
    func capacity(_ change: (inout Availability) -> Void) -> Int {
      judged { _, identity in
        var availability = Availability()
        availability.daysPerWeek = 5
        change(&availability)
        identity.availability = availability
      }.candidate.capacity
    }
    #expect(capacity { _ in } == 20)
    #expect(capacity { $0.daysPerWeek = 2.5 } == 10)
    #expect(capacity { $0.from = PartialDate("2027-01-18") } == 10)
    #expect(capacity { $0.until = PartialDate("2027-01-10") } == 5)
    #expect(
      capacity {
        var booking = Booking()
        booking.startDate = PartialDate("2027-01-11")
        booking.endDate = PartialDate("2027-01-17")
        $0.booked = [booking]
      } == 15)
    #expect(
      bar { _, identity in
        var availability = Availability()
        availability.from = PartialDate("2028")
        identity.availability = availability
      } == .capacity)
  }

  @Test(arguments: [1e300, 1e16, -5, 7.5]) func absurdWeeksAreNoCrash(_ days: Double) {
    _ = bar { _, identity in
      var availability = Availability()
      availability.daysPerWeek = days
      var booking = Booking()
      booking.daysPerWeek = -days
      availability.booked = [booking]
      identity.availability = availability
    }
  }

  @Test func privateEvidenceProvesButIsNotNamed() {
    let judged = judged { _, identity in identity.path[0].attributes.visibility = .private }
    #expect(judged.candidate.rank(for: 0) == 3)
    #expect(judged.evidence == [])
    // A mission is as private as its step.
    let mission = self.judged { _, identity in
      identity.path[0].attributes.visibility = .private
      identity.path[0].engagements = [ClientEngagement()]
      identity.path[0].engagements[0].attributes.id = "mission"
      identity.skills[0].evidence = ["mission"]
    }
    #expect(mission.candidate.rank(for: 0) == 3 && mission.evidence == [])
  }

  @Test func ratesAreConverted() {
    let hourly = judged { contract, identity in
      identity.rate?.per = .hour
      identity.rate?.currency = "CAD"
      contract.hoursPerDay = 7.5
      var rates = Contract.ExchangeRates()
      rates.entries = [.init(currency: "CAD", value: 0.68)]
      contract.exchangeRates = rates
    }.candidate
    #expect(hourly.rate == 510)
    #expect(bar { _, identity in identity.rate?.currency = "JPY" } == .rate)
    #expect(bar { _, identity in identity.rate = nil } == .rate)
  }

  @Test(arguments: [
    ("+09:00", 5.0, true), ("Asia/Tokyo", 5, true), ("-08:00", 1, false), ("+01:00", 8, false), ("Mars/Base", 1, false),
  ])
  func daysMustOverlap(_ zone: String, _ hours: Double, _ fits: Bool) {
    let bar = bar { contract, identity in
      contract.timeZone = "+08:00"
      contract.overlapHours = hours
      var contact = Contact()
      contact.location = Location()
      contact.location?.timeZone = zone
      identity.contact = contact
    }
    #expect((bar == nil) == fits)
    #expect(bar == nil || bar == .overlap)
  }

  @Test func languagesAndExclusion() {
    #expect(bar { contract, _ in contract.exclude = ["x"] } == .excluded)
    #expect(
      bar { contract, identity in
        var languages = Contract.Languages()
        var wanted = Contract.Language()
        wanted.language = "fr"
        wanted.fluency = .B2
        languages.everyone = [wanted]
        contract.languages = languages
        var spoken = LanguageSkill()
        spoken.language = "fr-CA"
        spoken.fluency = .B1
        identity.languages = [spoken]
      } == .language(0))
  }
}
