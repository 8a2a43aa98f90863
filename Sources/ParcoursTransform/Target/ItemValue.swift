internal import ParcoursModel
internal import ParcoursSource

/// What the items of an identity are worth for somebody: by their kind, by what they have to do with what is wanted, by what
/// they prove, by their age, and by the owner's own order.
struct ItemValue {
  let identity: Identity
  let aim: Aim
  private let wanted: [[String]]
  /// Ids that prove a wanted skill, and which.
  private var proofs: [String: [Int]] = [:]

  init(of identity: Identity, for aim: Aim) {
    self.identity = identity
    self.aim = aim
    wanted = aim.wants.map { Folding.folded($0.name).split(separator: " ").map(String.init) }
    for skill in identity.skills {
      guard let name = skill.name else { continue }
      for id in skill.evidence { proofs[id, default: []] += aim.serves(name) }
    }
  }

  // MARK: What has to do with what is wanted

  /// The wants that a text names, in any of its languages.
  func mentions(_ text: LocalizedText?) -> [Int] {
    guard let text, !wanted.isEmpty else { return [] }
    let versions = text.versions.map { Folding.folded($0.text).split(separator: " ").map(String.init) }
    return wanted.indices.filter { index in
      let name = wanted[index]
      return !name.isEmpty && versions.contains { Self.holds($0, name) }
    }
  }

  private static func holds(_ words: [String], _ name: [String]) -> Bool {
    guard words.count >= name.count else { return false }
    return (0...(words.count - name.count)).contains { Array(words[$0..<($0 + name.count)]) == name }
  }

  func serves(_ names: [String]) -> [Int] { Array(Set(names.flatMap(aim.serves))).sorted() }

  func proves(_ id: String?) -> [Int] { id.flatMap { proofs[$0] } ?? [] }

  func wants(of project: Project) -> [Int] {
    Array(
      Set(
        serves(project.keywords) + mentions(project.name) + mentions(project.description)
          + project.highlights.flatMap(mentions))
    ).sorted()
  }

  // MARK: Worth

  /// An item that may give way where there is too little room.
  struct Candidate {
    var place: [String]
    var worth: Int
    var reasons: [Message]
  }

  /// Everything that may give way: never a step itself, which would tear a hole into the path, nor the wanted skills.
  func candidates(asOf: PartialDate) -> [Candidate] {
    var all: [Candidate] = []
    func add(
      _ place: [String], _ kind: Int, tags: [String] = [], wants: [Int] = [], uses: [Int] = [], proofs: [Int] = [],
      ended: PartialDate? = nil, ongoing: Bool = false, order: Int = 0
    ) {
      var worth = kind - min(20, order)
      var reasons: [Message] = []
      func names(_ indices: [Int]) -> String {
        Array(Set(indices)).sorted().prefix(3).map { aim.wants[$0].name }.joined(separator: ", ")
      }
      if !wants.isEmpty {
        worth += Set(wants).reduce(20) { $0 + 4 * aim.wants[$1].weight }
        reasons.append("has to do with \(names(wants))")
      }
      // What a step uses, each line of it has a little to do with.
      if wants.isEmpty, !uses.isEmpty {
        worth += 10
        reasons.append("where \(names(uses)) was used")
      }
      if !proofs.isEmpty {
        worth += 40
        reasons.append("proves \(names(proofs))")
      }
      let asked = aim.wanted(Set(tags))
      if !asked.isEmpty {
        worth += 40
        reasons.append("has the tag \(asked.joined(separator: ", "))")
      }
      if !ongoing, let ended {
        let years = max(0, (asOf.firstMonth - ended.lastMonth) / 12)
        worth -= min(40, 2 * years)
        if years >= 5 { reasons.append("\(years) years ago") }
      }
      all.append(Candidate(place: place, worth: worth, reasons: reasons))
    }
    for (index, step) in identity.path.enumerated() {
      let place = ["path", String(index)]
      let proofs = proves(step.attributes.id)
      let uses = serves(step.skills)
      let isOngoing = step.endDate == nil
      let kind = step.kind == .role ? 0 : -15
      if let summary = step.summary {
        add(
          place + ["summary"], 45 + kind, tags: step.attributes.tags, wants: mentions(summary), uses: uses,
          proofs: proofs,
          ended: step.endDate, ongoing: isOngoing)
      }
      for (order, text) in step.highlights.enumerated() {
        add(
          place + ["highlights", String(order)], 50 + kind, tags: step.attributes.tags,
          wants: mentions(text), uses: uses, proofs: proofs, ended: step.endDate,
          ongoing: isOngoing, order: 3 * order)
      }
      if !step.courses.isEmpty {
        add(
          place + ["courses"], 20, wants: step.courses.flatMap(mentions), ended: step.endDate, ongoing: isOngoing)
      }
      for (order, mission) in step.engagements.enumerated() {
        let own = place + ["engagements", String(order)]
        let end = mission.endDate ?? step.endDate
        add(
          own, 45, tags: mission.attributes.tags, wants: serves(mission.skills) + mentions(mission.title),
          proofs: proves(mission.attributes.id), ended: end, ongoing: end == nil, order: order)
        for (line, text) in mission.highlights.enumerated() {
          add(
            own + ["highlights", String(line)], 40, wants: mentions(text), proofs: proves(mission.attributes.id),
            ended: end, ongoing: end == nil, order: 3 * line)
        }
      }
    }
    for (order, project) in identity.projects.enumerated() {
      add(
        ["projects", String(order)], 40, tags: project.attributes.tags, wants: wants(of: project),
        proofs: proves(project.attributes.id), ended: project.endDate ?? project.startDate, order: order)
    }
    for (order, item) in identity.certificates.enumerated() {
      add(
        ["certificates", String(order)], 42, tags: item.attributes.tags, wants: mentions(item.name),
        proofs: proves(item.attributes.id), ended: item.date, order: order)
    }
    for (order, item) in identity.publications.enumerated() {
      add(
        ["publications", String(order)], 28, tags: item.attributes.tags, wants: mentions(item.name),
        proofs: proves(item.attributes.id), ended: item.releaseDate, order: order)
    }
    for (order, item) in identity.awards.enumerated() {
      add(
        ["awards", String(order)], 26, tags: item.attributes.tags, wants: mentions(item.title),
        proofs: proves(item.attributes.id), ended: item.date, order: order)
    }
    for (order, item) in identity.recommendations.enumerated() {
      add(
        ["recommendations", String(order)], 34, tags: item.attributes.tags, wants: mentions(item.text),
        proofs: proves(item.attributes.id), ended: item.date, order: order)
    }
    for (order, item) in identity.services.enumerated() {
      add(
        ["services", String(order)], 44, tags: item.attributes.tags,
        wants: mentions(item.name) + mentions(item.summary), order: 3 * order)
    }
    for (order, item) in identity.interests.enumerated() {
      add(["interests", String(order)], 5, tags: item.attributes.tags, wants: mentions(item.name), order: order)
    }
    for (order, skill) in identity.skills.enumerated() where skill.name.map(aim.serves)?.isEmpty ?? true {
      add(["skills", String(order)], 38, tags: skill.attributes.tags, order: 2 * order)
    }
    return all
  }
}
