public import ParcoursModel

/// What matching asks of a person, and nothing else of them: small, and found in an identity or in a line of a pool.
public struct PersonFacts: Sendable, Equatable {
  /// A skill.
  public struct SkillFact: Sendable, Equatable {
    /// Its name as written.
    public var name: String
    /// 1 (novice) to 5 (expert).
    public var rank: Int
    /// Whether something of the identity proves it.
    public var isProven: Bool

    /// Makes a fact.
    public init(name: String, rank: Int, isProven: Bool) {
      self.name = name
      self.rank = rank
      self.isProven = isProven
    }
  }

  /// A tie as this person tells it.
  public struct TieFact: Sendable, Equatable {
    /// The other's id.
    public var id: String
    /// What it rests on.
    public var basis: Tie.Basis

    /// Makes a fact.
    public init(id: String, basis: Tie.Basis) {
      self.id = id
      self.basis = basis
    }
  }

  /// Being at an organization for a time.
  public struct Presence: Sendable, Equatable {
    /// The organization's name, folded.
    public var organization: String
    /// Its first and last days, as numbers of `PartialDate`.
    public var days: ClosedRange<Int>

    /// Makes a fact.
    public init(organization: String, days: ClosedRange<Int>) {
      self.organization = organization
      self.days = days
    }
  }

  /// The id the person goes by in the pool.
  public var id: String
  /// The name.
  public var name: String?
  /// What a day or an hour costs.
  public var rate: Rate?
  /// When they can work.
  public var availability: Availability?
  /// Where the sun is for them.
  public var timeZone: String?
  /// Where they are.
  public var city: String?
  /// For whom they work now, where that is one organization that may be named.
  public var employer: String?
  /// What they speak.
  public var languages: [LanguageSkill] = []
  /// What they can.
  public var skills: [SkillFact] = []
  /// Whom they name: their network, and who recommends them.
  public var ties: [TieFact] = []
  /// Where they were when.
  public var presences: [Presence] = []

  /// Nothing known of somebody.
  public init(id: String) { self.id = id }

  /// The facts of an identity. O(size of the identity).
  public init(_ identity: Identity, id: String) {
    self.id = id
    name = identity.name
    rate = identity.rate
    availability = identity.availability
    timeZone = identity.contact?.location?.timeZone
    // What is said of a team says no more of its members than they do.
    if let contact = identity.contact, contact.attributes.visibility != .private,
      contact.attributes.fieldVisibility?["location"] != .private, let location = contact.location,
      location.attributes.visibility != .private, location.attributes.fieldVisibility?["city"] != .private
    {
      city = location.city
    }
    languages = identity.languages
    let ids = Set(identity.referableIDs.map(\.id))
    skills = identity.skills.compactMap { skill in
      guard let name = skill.name else { return nil }
      return SkillFact(
        name: name, rank: (skill.level ?? .novice).rank, isProven: skill.evidence.contains(where: ids.contains))
    }
    ties = identity.network.compactMap { tie in
      tie.attributes.id.map { TieFact(id: $0, basis: tie.basis ?? .met) }
    }
    // A recommendation is the other's word, kept by this person: it confirms a tie that the other names.
    ties += identity.recommendations.compactMap { recommendation in
      recommendation.from?.attributes.id.map { TieFact(id: $0, basis: .recommended) }
    }
    for step in identity.path where step.kind == .role && step.status == .held {
      // That two people were at a place is told of them: it must not tell what one of them keeps to themselves.
      if step.attributes.visibility != .private {
        addPresence(step.organization?.openName, step.startDate, step.endDate)
        for mission in step.engagements where mission.attributes.visibility != .private {
          addPresence(mission.client?.openName, mission.startDate ?? step.startDate, mission.endDate ?? step.endDate)
        }
      }
      if step.endDate == nil, step.engagement == .fullTime || step.engagement == .partTime,
        step.organization?.isConfidential != true, step.attributes.visibility != .private
      {
        employer = employer ?? step.organization?.name
      }
    }
  }

  /// Adds an organization at which the person was, from a day to a day or still.
  package mutating func addPresence(_ name: String?, _ start: PartialDate?, _ end: PartialDate?) {
    guard let name, let first = start?.firstDay else { return }
    let key = Folding.folded(name)
    let last = end?.lastDay ?? PartialDate.farFuture
    if !key.isEmpty, first <= last { presences.append(Presence(organization: key, days: first...last)) }
  }
}

extension Organization {
  /// The name where it may be told.
  fileprivate var openName: String? {
    isConfidential || attributes.visibility == .private || attributes.fieldVisibility?["name"] == .private ? nil : name
  }
}

extension PartialDate {
  /// A day after every other: the end of what is still going on.
  static let farFuture = 10_000_000
}
