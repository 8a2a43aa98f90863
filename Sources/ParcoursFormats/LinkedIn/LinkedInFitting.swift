internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax
internal import ParcoursTransform

extension LinkedInText {
  /// What has begun, newest first; roles at one organization that follow each other or overlap stand together, as LinkedIn
  /// groups them, where the newest of them is.
  var past: [Step] {
    struct Place: Hashable {
      var name: String
      var isVolunteer: Bool
    }
    var groups: [[Step]] = []
    var latest: [Place: Int] = [:]
    for step in view.path.filter({ $0.tense(asOf: view.asOf) != .future }).newestFirst {
      guard step.kind == .role, let name = name(step.organization).map(line), !name.isEmpty else {
        groups.append([step])
        continue
      }
      let place = Place(name: name, isVolunteer: step.engagement == .volunteer)
      if let group = latest[place], let newer = groups[group].last, Self.continues(newer, step) {
        groups[group].append(step)
      } else {
        latest[place] = groups.count
        groups.append([step])
      }
    }
    return groups.flatMap(\.self)
  }

  /// Whether an older role has a month between it and a newer one at most.
  private static func continues(_ newer: Step, _ older: Step) -> Bool {
    guard let start = newer.startDate else { return false }
    guard let end = older.endDate else { return true }
    return end.firstMonth + (end.month == nil ? 11 : 0) >= start.firstMonth - 1
  }

  /// The headline: the person's own, else by the formula "role | what for | keywords", as many as there is room for.
  var headline: String {
    if let own = text(view.headline) { return own }
    // A profile that LinkedIn's text was read from has no headline because there was none.
    guard view.record.extensions?[LinkedInSection.key]?["about"] == nil else { return "" }
    let roles = past.filter { $0.kind == .role && $0.engagement != .volunteer }
    let role = roles.first { text($0.title) != nil }
    let parts = [role.flatMap { text($0.title) }, view.services.lazy.compactMap { text($0.name) }.first]
    var headline = parts.compactMap(\.self).map(line).filter { !$0.isEmpty }.joined(separator: " | ")
    var separator = headline.isEmpty ? "" : " | "
    for name in view.skills.prefix(5).compactMap(\.name).map(line) where !name.isEmpty {
      guard (headline + separator + name).utf16.count <= LinkedInLimit.headline.limit else { break }
      headline += separator + name
      separator = ", "
    }
    return headline
  }

  /// What LinkedIn's limits leave no room for.
  var omissions: [Diagnostic] {
    var found: [Diagnostic] = []
    func look(_ field: String, _ text: String?, _ limit: LinkedInLimit) {
      guard let text else { return }
      let cut = limit.cut(text)
      if cut != text {
        found.append(.noRoom(in: field, limit: limit.limit, for: [LinkedInLimit.rest(of: text, after: cut)]))
      }
    }
    look(words("headline", "titre"), line(headline), .headline)
    let left = LinkedInAbout(view: view, words: words).fitted.left
    if !left.isEmpty {
      found.append(.noRoom(in: words("About", "Infos"), limit: LinkedInLimit.about.limit, for: left))
    }
    for step in past where step.kind != .study {
      let title = line(text(step.title) ?? "")
      look(words("title", "intitulé"), title, .title)
      look(
        words("description of ", "description de ") + (title.isEmpty ? words.careerBreak(step.reason) : title),
        fullDescription(step).joined(separator: "\n"), .description)
    }
    let skills = view.skills.compactMap(\.name)
    if skills.count > LinkedInLimit.skills.limit {
      let limit = LinkedInLimit.skills.limit
      found.append(.noRoom(in: words("skills", "compétences"), limit: limit, for: Array(skills.dropFirst(limit))))
    }
    for name in skills.prefix(LinkedInLimit.skills.limit) {
      look(words("skill", "compétence"), line(name), .skillName)
    }
    return found
  }
}
