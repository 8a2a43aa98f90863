internal import ParcoursMatch
internal import ParcoursModel
internal import ParcoursPool
internal import ParcoursTransform

/// What people call the things that prove a skill: where they worked, what they studied or made.
enum EvidenceTitles {
  /// For each member of a team, titles by id, as their network may see them.
  static func all(of team: Team, in pool: [PoolReading], language: String) -> [String: [String: String]] {
    let wanted = Set(team.members.compactMap(\.id))
    var titles: [String: [String: String]] = [:]
    for member in pool.lazy.flatMap(\.members) where wanted.contains(member.id) && titles[member.id] == nil {
      titles[member.id] = member.identity.map { of($0.visible(to: .network).identity, language) } ?? [:]
    }
    return titles
  }

  private static func of(_ identity: Identity, _ language: String) -> [String: String] {
    var titles: [String: String] = [:]
    func add(_ id: String?, _ texts: [LocalizedText?]) {
      guard let id else { return }
      titles[id] = texts.lazy.compactMap { text in
        text?.version(for: language, documentLanguage: identity.documentLanguage)?.text
      }.first { !$0.isEmpty }
    }
    for step in identity.path {
      add(step.attributes.id, [step.title, step.area, step.studyType])
      for mission in step.engagements { add(mission.attributes.id, [mission.title]) }
    }
    for project in identity.projects { add(project.attributes.id, [project.name]) }
    for certificate in identity.certificates { add(certificate.attributes.id, [certificate.name]) }
    for publication in identity.publications { add(publication.attributes.id, [publication.name]) }
    for award in identity.awards { add(award.attributes.id, [award.title]) }
    return titles
  }
}
