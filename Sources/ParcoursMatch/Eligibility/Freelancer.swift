public import ParcoursModel

/// A person as a contract sees them: everything the search needs, in whole days and whole units of its currency.
public struct Freelancer: Sendable {
  /// The identity's id.
  public let id: String
  /// The name, where the identity says it.
  public let name: String?
  /// What a day costs in the contract's currency, rounded up.
  public let rate: Int
  /// The days they can work in the window.
  public let capacity: Int
  /// The needs they are qualified for, as bits.
  public let needs: UInt32
  /// The someone-languages they speak, as bits.
  public let languages: UInt32
  /// Their level as it counts, and what proves it, a need they are qualified for.
  public let proofs: [Int: Proof]

  /// A level as it counts for a need, and what proves it.
  public struct Proof: Sendable {
    /// The level.
    public let level: Skill.Level
    /// Ids of what proves it; none where it is a claim.
    public let evidence: [String]
  }
}

/// A rule that keeps a person out.
public enum Bar: String, Sendable, CaseIterable {
  /// The contract excludes them.
  case excluded
  /// They lack a language that everyone must speak.
  case language
  /// Their day overlaps the client's too little, or their time zone is not known.
  case overlap
  /// They have fewer days than `minDays` in the window.
  case capacity
  /// They have no rate, or one in a currency that the contract does not convert.
  case rate
  /// They meet the level of none of the needs.
  case skills
}

/// Who may be in a team for a contract.
public struct Eligibility: Sendable {
  /// Minutes east of UTC of a time zone on a day; nil where the zone is not known.
  public typealias ZoneOffset = @Sendable (String, PartialDate) -> Int?

  let contract: Contract
  let offset: Int?
  let zoneOffset: ZoneOffset

  /// Prepares for a contract.
  ///
  /// - Parameter zoneOffset: how time zones are looked up; `±hh:mm` is understood without it.
  public init(_ contract: Contract, zoneOffset: @escaping ZoneOffset) {
    self.contract = contract
    self.zoneOffset = zoneOffset
    offset = contract.timeZone.flatMap { zone in
      Self.minutes(zone) ?? contract.startDate.flatMap { zoneOffset(zone, $0) }
    }
  }

  /// Whether the contract's own time zone is known, where it has one.
  public var knowsTimeZone: Bool { contract.timeZone == nil || offset != nil }

  /// The person as the contract sees them, or the first rule that keeps them out. O(skills × needs).
  public func judge(_ identity: Identity, id: String) -> Result<Freelancer, Barred> {
    if contract.exclude.contains(id) { return .failure(Barred(.excluded)) }
    for wanted in contract.languages?.everyone ?? [] where !speaks(identity, wanted) {
      return .failure(Barred(.language))
    }
    if let overlap = contract.overlapHours, overlap > 0, let offset {
      guard let zone = identity.contact?.location?.timeZone,
        let own = Self.minutes(zone) ?? contract.startDate.flatMap({ zoneOffset(zone, $0) })
      else { return .failure(Barred(.overlap)) }
      let difference = abs(offset - own)
      let shared = 480 - min(difference, 1440 - difference)
      if Double(shared) < overlap * 60 { return .failure(Barred(.overlap)) }
    }
    let capacity = capacity(of: identity)
    if capacity < contract.team?.minDays ?? 1 { return .failure(Barred(.capacity)) }
    guard let rate = dayRate(of: identity) else { return .failure(Barred(.rate)) }
    var needs: UInt32 = 0
    var proofs: [Int: Freelancer.Proof] = [:]
    let provable = identity.referableIDs
    let ids = Set(provable.map(\.id))
    let hidden = Set(provable.filter(\.isPrivate).map(\.id))
    for (index, need) in contract.needs.enumerated() {
      guard let proof = self.proof(of: need, in: identity, ids, hidden: hidden), proof.level >= need.level ?? .novice
      else { continue }
      needs |= 1 << UInt32(index)
      proofs[index] = proof
    }
    if needs == 0 { return .failure(Barred(.skills)) }
    var languages: UInt32 = 0
    for (index, wanted) in (contract.languages?.someone ?? []).enumerated() where speaks(identity, wanted) {
      languages |= 1 << UInt32(index)
    }
    return .success(
      Freelancer(
        id: id, name: identity.name, rate: rate, capacity: capacity, needs: needs, languages: languages, proofs: proofs)
    )
  }

  private func speaks(_ identity: Identity, _ wanted: Contract.Language) -> Bool {
    let tag = primary(wanted.language ?? "")
    return identity.languages.contains {
      primary($0.language ?? "") == tag && ($0.fluency ?? .A1) >= (wanted.fluency ?? .A1)
    }
  }

  private func primary(_ tag: String) -> String {
    tag.lowercased().split(separator: "-").first.map(String.init) ?? ""
  }

  /// floor(days a week × days of the window ÷ 7), over the part in which they are available, less what is booked.
  private func capacity(of identity: Identity) -> Int {
    guard let start = contract.startDate?.firstDay, let end = contract.endDate?.lastDay else { return 0 }
    let availability = identity.availability
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

  private func dayRate(of identity: Identity) -> Int? {
    guard let rate = identity.rate, let amount = rate.amount, let currency = rate.currency else { return nil }
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
    return Int((value - 1e-6).rounded(.up))
  }

  private func proof(of need: Contract.Need, in identity: Identity, _ ids: Set<String>, hidden: Set<String>)
    -> Freelancer.Proof?
  {
    let wanted = Folding.folded(need.skill ?? "")
    var best: Freelancer.Proof?
    for skill in identity.skills where skill.name.map(Folding.folded) == wanted {
      let evidence = skill.evidence.filter(ids.contains)
      var rank = (skill.level ?? .novice).rank
      if evidence.isEmpty {
        switch contract.unproven ?? .oneLevelLess {
        case .oneLevelLess: rank -= 1
        case .same: break
        case .none: continue
        }
      }
      guard rank >= 1 else { continue }
      let level = Skill.Level.allCases[rank - 1]
      // Private evidence proves, but is not named.
      let named = evidence.filter { !hidden.contains($0) }
      if best.map({ $0.level < level }) ?? true { best = Freelancer.Proof(level: level, evidence: named) }
    }
    return best
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

/// A person whom a rule keeps out.
public struct Barred: Error, Sendable {
  /// The rule.
  public let bar: Bar

  init(_ bar: Bar) { self.bar = bar }
}
