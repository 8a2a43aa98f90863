public import ParcoursFormats
internal import ParcoursMatch
public import ParcoursModel
public import ParcoursPool

extension TeamFinder {
  /// Everything that pages of a team are made of; members as everyone may see them.
  ///
  /// - Parameters:
  ///   - lead: who speaks for the team; nil is whoever is nearest to all the others.
  public func dossier(
    _ team: Team, for contract: Contract, from pool: [PoolReading], _ request: Request, asOf: PartialDate, theme: Theme,
    lead: String? = nil
  ) -> TeamDossier {
    let contract = request.thesaurus.localized(request.changed(contract) ?? contract, language: request.language)
    var dossier = TeamDossier(team: team, contract: contract, language: request.language, asOf: asOf, theme: theme)
    let text = TeamText(
      team, for: contract, language: request.language, names: names(beside: team, in: pool),
      asked: (request.teams, request.apart))
    dossier.sentences.heading = text.heading
    dossier.sentences.notes = [text.notEligible].compactMap(\.self) + text.compared
    guard !team.members.isEmpty else {
      dossier.sentences.nothing = text.nothing
      return dossier
    }
    dossier.sentences.price = text.price
    dossier.sentences.proof = text.proof
    dossier.sentences.pairs = text.pairs
    dossier.sentences.absences = text.absences
    dossier.sentences.binding = text.binding
    dossier.sentences.common = text.common
    dossier.sentences.alternatives = text.alternatives + [text.noFurther].compactMap(\.self)
    dossier.sentences.curve = text.curve
    let members = Dictionary(
      pool.flatMap(\.members).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let secretive = Self.secretive(team, members)
    let names = SkillNames(contract, thesaurus: request.thesaurus)
    for member in team.members {
      guard let id = member.id else { continue }
      var identity = members[id]?.identity ?? Identity()
      identity.image = nil
      let view = IdentityView(
        identity, audience: .public, besideSecretsOf: secretive, language: request.language, asOf: asOf
      ) { request.thesaurus.spoken($0, language: request.language) }
      let skills = view.skills.filter { $0.name.map { names.needs(servedBy: $0) != 0 } ?? false }
        .sorted { ($0.level?.rank ?? 0) > ($1.level?.rank ?? 0) }.compactMap(\.name)
      dossier.people.append(TeamDossier.Person(id: id, view: view, skills: skills))
    }
    dossier.ties = Self.ties(dossier.people)
    dossier.lead = Self.lead(team, chosen: lead)
    return dossier
  }

  /// Whose secrets the members' texts might tell: of a small pool everybody's, of a large one those of the team and of people
  /// whom their files name.
  private static func secretive(_ team: Team, _ members: [String: PoolMember]) -> [Identity] {
    let own = team.members.compactMap { $0.id.flatMap { members[$0]?.identity } }
    if members.count <= 2_000 { return members.values.sorted { $0.id < $1.id }.compactMap(\.identity) }
    let named = Set(
      own.flatMap { $0.network.compactMap(\.attributes.id) + $0.recommendations.compactMap { $0.from?.attributes.id } })
    return own + named.sorted().compactMap { members[$0]?.identity }
  }

  /// Ties that show in what everyone may see of both.
  private static func ties(_ people: [TeamDossier.Person]) -> [TeamDossier.KnownTie] {
    let facts = people.map { PersonFacts($0.view.record, id: $0.id) }
    return TrustEdges(facts).confirmed.filter { $0.basis != .connected }.map { edge in
      let (left, right) = (Int(edge.left), Int(edge.right))
      let place = facts[left].presences.first { one in
        facts[right].presences.contains { $0.organization == one.organization && $0.days.overlaps(one.days) }
      }
      let name = place.flatMap { place in
        people[left].view.path.lazy.flatMap { [$0.organization?.name] + $0.engagements.map { $0.client?.name } }
          .compactMap(\.self).first { Folding.folded($0) == place.organization }
      }
      return TeamDossier.KnownTie(
        a: people[left].id, b: people[right].id, basis: edge.basis,
        organization: edge.basis == .workedTogether ? name : nil, isInferred: edge.isInferred)
    }
  }

  /// Who speaks for a team: whoever is nearest to all the others, of several whoever has most days, then comes first.
  private static func lead(_ team: Team, chosen: String?) -> TeamDossier.Lead? {
    if let chosen { return TeamDossier.Lead(id: chosen, reason: .chosen) }
    let ranked = team.members.compactMap { member -> (id: String, steps: Int, days: Int)? in
      guard let id = member.id else { return nil }
      let steps = team.pairs.filter { $0.a == id || $0.b == id }.reduce(0) { $0 + $1.distance }
      return (id, steps, member.days)
    }.sorted { ($0.steps, -$0.days, $0.id) < ($1.steps, -$1.days, $1.id) }
    guard let first = ranked.first else { return nil }
    guard ranked.count > 1 else { return TeamDossier.Lead(id: first.id, reason: .mostDays) }
    let second = ranked[1]
    if first.steps < second.steps { return TeamDossier.Lead(id: first.id, reason: .closest) }
    return TeamDossier.Lead(id: first.id, reason: first.days > second.days ? .mostDays : .first)
  }
}
