public import ParcoursModel

/// Who may be in a team for a contract. One a thread: it remembers what names of skills mean.
public final class Eligibility {
  /// Minutes east of UTC of a time zone on a day; nil where the zone is not known.
  public typealias ZoneOffset = @Sendable (String, PartialDate) -> Int?

  let contract: Contract
  /// The least rank of each need.
  public let ranks: [Int]
  private let offset: Int?
  private let zoneOffset: ZoneOffset
  private let skills: SkillNames
  private let excluded: Set<String>
  private var meanings: [String: UInt32] = [:]
  private var offsets: [String: Int?] = [:]

  /// Prepares for a contract.
  ///
  /// - Parameters:
  ///   - skills: what names of skills mean.
  ///   - zoneOffset: how time zones are looked up; `±hh:mm` is understood without it.
  public init(_ contract: Contract, skills: SkillNames? = nil, zoneOffset: @escaping ZoneOffset) {
    self.contract = contract
    self.zoneOffset = zoneOffset
    self.skills = skills ?? SkillNames(contract)
    ranks = contract.needs.map { ($0.level ?? .novice).rank }
    excluded = Set(contract.exclude)
    offset = contract.timeZone.flatMap { zone in
      Self.minutes(zone) ?? contract.startDate.flatMap { zoneOffset(zone, $0) }
    }
  }

  /// Whether the contract's own time zone is known, where it has one.
  public var knowsTimeZone: Bool { contract.timeZone == nil || offset != nil }

  /// The person as the contract sees them, with every rule that keeps them out. O(skills).
  public func judge(_ person: PersonFacts) -> Candidate {
    var candidate = Candidate(id: person.id)
    candidate.name = person.name
    candidate.city = person.city
    candidate.employer = person.employer
    if excluded.contains(person.id) { candidate.bars.insert(.excluded) }
    for (index, wanted) in (contract.languages?.everyone ?? []).enumerated() where !speaks(person, wanted) {
      candidate.bars.insert(.language(index))
    }
    if let overlap = contract.overlapHours, overlap > 0, let offset {
      let own = person.timeZone.flatMap(self.offset)
      let difference = abs(offset - (own ?? 0))
      let shared = 480 - min(difference, 1440 - difference)
      if own == nil || Double(shared) < overlap * 60 { candidate.bars.insert(.overlap) }
    }
    candidate.capacity = capacity(of: person)
    if candidate.capacity < contract.team?.minDays ?? 1 { candidate.bars.insert(.capacity) }
    if let rate = dayRate(of: person) { candidate.rate = rate } else { candidate.bars.insert(.rate) }
    for skill in person.skills {
      var needs = meaning(of: skill.name)
      guard needs != 0, let rank = rank(of: skill) else { continue }
      while needs != 0 {
        candidate.raise(needs.trailingZeroBitCount, to: rank)
        needs &= needs - 1
      }
    }
    if candidate.needs(atLeast: ranks) == 0 { candidate.bars.insert(.skills) }
    for (index, wanted) in (contract.languages?.someone ?? []).enumerated() where speaks(person, wanted) {
      candidate.languages |= 1 << UInt32(index)
    }
    return candidate
  }

  /// The needs that a skill of a name serves, as bits.
  private func meaning(of name: String) -> UInt32 {
    if let known = meanings[name] { return known }
    let needs = skills.needs(servedBy: name)
    meanings[name] = needs
    return needs
  }

  /// A skill's rank as it counts; nil where it does not.
  private func rank(of skill: PersonFacts.SkillFact) -> Int? {
    if skill.isProven { return skill.rank }
    switch contract.unproven ?? .oneLevelLess {
    case .oneLevelLess: return skill.rank > 1 ? skill.rank - 1 : nil
    case .same: return skill.rank
    case .none: return nil
    }
  }

  /// What proves that somebody meets a need at a rank: their own word for it, where it is something narrower, and
  /// ids; neither where they are private.
  public func evidence(of need: Int, atRank rank: Int, in identity: Identity) -> (skill: String?, ids: [String]) {
    let provable = identity.referableIDs
    let ids = Set(provable.map(\.id))
    let hidden = Set(provable.filter(\.isPrivate).map(\.id))
    // The very skill, where it is there, comes before others that count for it.
    let named = identity.skills.filter { $0.name.map { skills.isSame($0, as: need) } ?? false }
    for skill in named + identity.skills {
      let evidence = skill.evidence.filter(ids.contains)
      let fact = PersonFacts.SkillFact(
        name: skill.name ?? "", rank: (skill.level ?? .novice).rank, isProven: !evidence.isEmpty)
      guard meaning(of: fact.name) >> UInt32(need) & 1 == 1, self.rank(of: fact) == rank else { continue }
      let isPrivate = skill.attributes.visibility == .private || skill.attributes.fieldVisibility != nil
      let isSame = skill.name.map { skills.isSame($0, as: need) } ?? true
      return (isPrivate || isSame ? nil : skill.name, evidence.filter { !hidden.contains($0) })
    }
    return (nil, [])
  }

  private func speaks(_ person: PersonFacts, _ wanted: Contract.Language) -> Bool {
    let tag = primary(wanted.language ?? "")
    return person.languages.contains {
      ($0.fluency ?? .A1) >= (wanted.fluency ?? .A1) && primary($0.language ?? "") == tag
    }
  }

  private func primary(_ tag: String) -> String {
    if tag.utf8.count <= 3, tag.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) { return tag }
    return tag.lowercased().split(separator: "-").first.map(String.init) ?? ""
  }

  private func offset(_ zone: String) -> Int? {
    if let known = offsets[zone] { return known }
    let found = Self.minutes(zone) ?? contract.startDate.flatMap { zoneOffset(zone, $0) }
    offsets[zone] = .some(found)
    return found
  }

  /// floor(days a week × days of the window ÷ 7), over the part in which they are available, less what is booked.
  private func capacity(of person: PersonFacts) -> Int {
    guard let start = contract.startDate?.firstDay, let end = contract.endDate?.lastDay else { return 0 }
    let availability = person.availability
    let perWeek = min(7, max(0, availability?.daysPerWeek ?? 5))
    let from = max(start, availability?.from?.firstDay ?? start)
    let until = min(end, availability?.until?.lastDay ?? end)
    guard until >= from else { return 0 }
    // In units of a seventh of a hundredth of a day, so that half days stay exact.
    var capacity = Int((perWeek * 100).rounded()) * (until - from + 1)
    for booking in availability?.booked ?? [] {
      let first = max(from, booking.startDate?.firstDay ?? from)
      let last = min(until, booking.endDate?.lastDay ?? until)
      if last >= first {
        capacity -= Int((min(perWeek, max(0, booking.daysPerWeek ?? perWeek)) * 100).rounded()) * (last - first + 1)
      }
    }
    return max(0, capacity / 700)
  }

  private func dayRate(of person: PersonFacts) -> Int? {
    guard let rate = person.rate, let amount = rate.amount, let currency = rate.currency else { return nil }
    var value = Double(amount)
    if rate.per == .hour { value *= contract.hoursPerDay ?? 7 }
    if currency != contract.currency {
      guard let factor = contract.exchangeRates?.entries.first(where: { $0.currency == currency })?.value else {
        return nil
      }
      value *= factor
    }
    guard value.isFinite, value >= 0, value < 1e9 else { return nil }
    // Rounded up, but not for the error of a product.
    return value > 0 ? max(1, Int((value - 1e-6).rounded(.up))) : 0
  }

  /// `+01:00` as minutes; nil for any other form.
  static func minutes(_ zone: String) -> Int? {
    if zone == "Z" || zone == "UTC" { return 0 }
    let bytes = Array(zone.utf8)
    guard bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A,
      let hours = Int(String(decoding: bytes[1..<3], as: UTF8.self)),
      let minutes = Int(String(decoding: bytes[4..<6], as: UTF8.self)), hours < 24, minutes < 60
    else { return nil }
    return (bytes[0] == 0x2D ? -1 : 1) * (hours * 60 + minutes)
  }
}
