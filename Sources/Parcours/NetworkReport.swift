internal import ParcoursFormats
internal import ParcoursInterchange
public import ParcoursMatch
public import ParcoursModel
public import ParcoursPool
internal import ParcoursReport
internal import ParcoursSyntax
internal import ParcoursSystem

/// What a network holds, and whom in it one might write to: told to the owner of the files, in French or English.
public struct NetworkReport: Sendable {
  /// The network.
  public let network: Network
  private let members: [String: PoolMember]
  private let isFrench: Bool

  /// The network of pools.
  public init(_ pools: [PoolReading], language: String) {
    let all = pools.flatMap(\.members)
    members = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    network = Network(all.compactMap { member in member.identity.map { (member.id, $0) } })
    isFrench = language.lowercased().hasPrefix("fr")
  }

  private func say(_ english: String, _ french: String) -> String { isFrench ? french : english }
  private var colon: String { say(":", "\u{202F}:") }
  private func name(_ place: Int) -> String { network.people[place].called }

  private func basis(_ link: Network.Link) -> String {
    if link.isInferred { return say("were at one place at the same time", "ont été au même endroit en même temps") }
    return switch link.basis {
    case .workedTogether: say("worked together", "ont travaillé ensemble")
    case .recommended: say("recommend each other", "se recommandent")
    case .met: say("have met", "ont fait connaissance")
    case .connected: say("are connected, no more", "sont en relation, sans plus")
    }
  }

  /// What a tie rests on, as a note in brackets: of one side's word there is no "each other".
  private func note(_ link: Network.Link) -> String {
    switch link.basis {
    case .workedTogether: say("worked together", "travail commun")
    case .recommended: say("a recommendation", "recommandation")
    case .met: say("have met", "rencontre")
    case .connected: say("connected", "simple relation")
    }
  }

  /// A date as people say it.
  private func said(_ date: PartialDate) -> String { Wording.spoken(date, language: isFrench ? "fr" : "en") }

  /// Whose network it is where nobody is named: the one person at hand.
  public var only: Int? {
    let atHand = network.people.indices.filter { network.people[$0].isAtHand }
    return atHand.count == 1 ? atHand[0] : nil
  }

  // MARK: All ties

  /// Every tie, as lines: of everybody, or of one.
  public func ties(of one: Int? = nil) -> [String] {
    func isAbout(_ link: Network.Link) -> Bool { one == nil || link.from == one || link.to == one }
    let (mutual, claimed) = (network.ties.filter(isAbout), network.claims.filter(isAbout))
    let outward = network.outward.filter(isAbout)
    var lines = [
      say(
        "\(mutual.count) tie\(mutual.count == 1 ? "" : "s") that both sides stand for, \(claimed.count) that one side names, \(outward.count) to people whose files are not here",
        "\(mutual.count) lien\(mutual.count < 2 ? "" : "s") reconnu\(mutual.count < 2 ? "" : "s") des deux côtés, \(claimed.count) d’un seul, \(outward.count) vers des personnes dont le fichier n’est pas ici"
      )
    ]
    func block(_ title: String, _ links: [Network.Link], _ tell: (Network.Link) -> String) {
      guard !links.isEmpty else { return }
      lines += ["", title + colon] + links.map { "  " + tell($0) }
    }
    block(say("both sides", "des deux côtés"), mutual) { link in
      "\(name(link.from)) \(say("and", "et")) \(name(link.to)) \(basis(link))"
    }
    block(say("one side only, not counted", "d’un seul côté, non comptés"), claimed) { link in
      say(
        "\(name(link.from)) names \(name(link.to)) (\(note(link))); \(name(link.to)) does not name \(name(link.from))",
        "\(name(link.from)) nomme \(name(link.to)) (\(note(link)))\u{202F}; \(name(link.to)) ne nomme pas \(name(link.from))"
      )
    }
    block(say("their files are not here", "leur fichier n’est pas ici"), outward) { link in
      "\(name(link.from)) \(say("and", "et")) \(name(link.to)) \(basis(link))"
    }
    return lines
  }

  /// Every tie as JSON.
  public func json(of one: Int? = nil) -> [UInt8] {
    func values(_ links: [Network.Link]) -> JSONValue {
      .array(links.filter { one == nil || $0.from == one || $0.to == one }.map(value))
    }
    let shown = Set(
      (network.ties + network.claims + network.outward).filter { one == nil || $0.from == one || $0.to == one }
        .flatMap { [$0.from, $0.to] } + [one].compactMap(\.self))
    let people = network.people.indices.filter { one == nil || shown.contains($0) }.map { place -> JSONValue in
      let person = network.people[place]
      var members: [JSONValue.Member] = []
      if let id = person.id { members.append(.init("id", .string(id))) }
      if let name = person.name { members.append(.init("name", .string(name))) }
      members.append(.init("atHand", .bool(person.isAtHand)))
      return .object(members)
    }
    return printed([
      .init("people", .array(people)), .init("ties", values(network.ties)), .init("claims", values(network.claims)),
      .init("outward", values(network.outward)),
    ])
  }

  private func value(_ link: Network.Link) -> JSONValue {
    .object([
      .init("from", .string(network.people[link.from].id ?? name(link.from))),
      .init("to", .string(network.people[link.to].id ?? name(link.to))),
      .init("basis", .string(link.basis.rawValue)), .init("mutual", .bool(link.isMutual)),
      .init("inferred", .bool(link.isInferred)),
    ])
  }

  private func printed(_ members: [JSONValue.Member]) -> [UInt8] {
    JSONPrinter.print(Tree.document(.object(members)))
  }

  // MARK: The way to somebody

  /// The shortest way from one to any of others, as lines; nil where there is none.
  public func way(from start: Int, to goals: [Int]) -> [String]? {
    guard let path = network.path(from: start, to: Set(goals)) else { return nil }
    if path.isEmpty { return [say("\(name(start)) is the one", "c’est \(name(start))")] }
    return path.map { link in
      let word = link.isMutual ? "" : say(" (one side’s word)", " (d’après l’un des deux)")
      return "\(name(link.from)) \(say("and", "et")) \(name(link.to)) \(basis(link))\(word)"
    }
  }

  /// The shortest way as JSON: null where there is none.
  public func json(from start: Int, to goals: [Int]) -> [UInt8] {
    let path = network.path(from: start, to: Set(goals))
    return printed([.init("path", path.map { .array($0.map(value)) } ?? .null)])
  }

  // MARK: Whom not written to

  /// Those with whom somebody had nothing to do for so many months, the longest silence first, as lines.
  public func silent(_ place: Int, months: Int, asOf today: PartialDate) -> [String] {
    let found = silentLinks(place, months: months, asOf: today)
    guard !found.isEmpty else {
      // Who is merely connected was hardly ever written to: no reminder, but no contact either.
      let unwritten = network.links(of: place).count { $0.basis == .connected && $0.lastContact == nil }
      guard unwritten > 0 else {
        return [
          say(
            "nobody: no contact with those you know is older",
            "personne\u{202F}: aucun contact avec vos connaissances n’est plus ancien")
        ]
      }
      return [
        say(
          "nobody you have met; of \(unwritten) merely connected, no contact is noted",
          "personne que vous ayez rencontré\u{202F}; pour \(unwritten) simples relations, aucun contact n’est noté")
      ]
    }
    return found.map { link in
      let other = link.from == place ? link.to : link.from
      let when =
        link.lastContact.map {
          say(
            "last contact \(said($0))", "dernier contact \($0.day == nil ? "en" : "le") \(said($0))")
        }
        ?? link.since.map {
          say(
            "known since \($0.description), no contact noted",
            "se connaissent depuis \($0.description), aucun contact noté")
        }
        ?? say("no contact noted", "aucun contact noté")
      return "\(name(other))\(colon) \(when) (\(note(link)))"
    }
  }

  /// The same as JSON.
  public func json(silent place: Int, months: Int, asOf today: PartialDate) -> [UInt8] {
    printed([
      .init(
        "silent",
        .array(
          silentLinks(place, months: months, asOf: today).map { link in
            guard case .object(var members) = value(link) else { return .null }
            if let last = link.lastContact { members.append(.init("lastContact", .string(last.description))) }
            return .object(members)
          }))
    ])
  }

  private func silentLinks(_ place: Int, months: Int, asOf today: PartialDate) -> [Network.Link] {
    let limit = today.firstDay - months * 365 / 12
    return network.links(of: place).filter { link in
      // Who is merely connected was hardly ever written to.
      guard link.basis != .connected || link.lastContact != nil else { return false }
      return link.lastContact.map { $0.lastDay < limit } ?? true
    }.sorted { one, other in
      let (left, right) = (one.lastContact?.lastDay ?? .min, other.lastContact?.lastDay ?? .min)
      return left != right ? left < right : name(one.to) < name(other.to)
    }
  }

  // MARK: Who fits a contract

  /// Of those somebody knows, the ones who are eligible for a contract, with the needs they meet, the nearest first.
  public func fitting(_ contract: Contract, knownTo place: Int, thesaurus: Thesaurus) -> [String] {
    let found = fits(contract, knownTo: place, thesaurus: thesaurus)
    guard !found.isEmpty else {
      return [
        say(
          "nobody you know is eligible for this contract",
          "personne de votre connaissance n’est éligible pour ce contrat")
      ]
    }
    return found.map { fit in
      let skills = fit.needs.map { need in
        let skill = contract.needs[need].skill ?? ""
        return thesaurus.label(for: skill, language: isFrench ? "fr" : "en")
      }.joined(separator: ", ")
      let days = say("\(fit.days) days", "\(fit.days) jours")
      return "\(name(fit.place))\(colon) \(skills)\(say(";", "\u{202F};")) \(days) (\(note(fit.link)))"
    }
  }

  /// The same as JSON.
  public func json(fitting contract: Contract, knownTo place: Int, thesaurus: Thesaurus) -> [UInt8] {
    printed([
      .init(
        "fits",
        .array(
          fits(contract, knownTo: place, thesaurus: thesaurus).map { fit in
            .object([
              .init("id", .string(network.people[fit.place].id ?? "")),
              .init("needs", .array(fit.needs.compactMap { contract.needs[$0].id.map(JSONValue.string) })),
              .init("days", fit.days.json), .init("basis", .string(fit.link.basis.rawValue)),
            ])
          }))
    ])
  }

  private struct Fit {
    var place: Int
    var needs: [Int]
    var days: Int
    var link: Network.Link
  }

  private func fits(_ contract: Contract, knownTo place: Int, thesaurus: Thesaurus) -> [Fit] {
    let eligibility = Eligibility(contract, skills: SkillNames(contract, thesaurus: thesaurus)) {
      TimeZones.offset(of: $0, on: $1)
    }
    let order = Tie.Basis.allCases
    return network.links(of: place).compactMap { link -> Fit? in
      let other = link.from == place ? link.to : link.from
      guard let member = network.people[other].id.flatMap({ members[$0] }) else { return nil }
      let candidate = eligibility.judge(member.facts)
      guard candidate.isEligible else { return nil }
      let mask = candidate.needs(atLeast: eligibility.ranks)
      let needs = contract.needs.indices.filter { mask >> UInt32($0) & 1 == 1 }
      return Fit(place: other, needs: needs, days: candidate.capacity, link: link)
    }.sorted { one, other in
      let left = (order.firstIndex(of: one.link.basis) ?? 0, -one.needs.count, name(one.place))
      return left < (order.firstIndex(of: other.link.basis) ?? 0, -other.needs.count, name(other.place))
    }
  }

  /// Lines as a text, control characters of names made visible.
  public static func text(_ lines: [String]) -> String {
    lines.map { TerminalText.visible($0) }.joined(separator: "\n") + "\n"
  }
}
