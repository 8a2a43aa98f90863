internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource

/// Reads the sections back.
struct LinkedInReader: Sendable {
  func read(_ input: Input) -> Reading {
    let source = input.source
    guard String(validating: source.bytes, as: UTF8.self) != nil else {
      return Reading(
        identity: nil,
        diagnostics: [Diagnostic(id: "encoding", "the text is not UTF-8", help: "save the file as UTF-8")])
    }
    var run = LinkedInReading(source: source)
    run.read()
    guard run.found > 0 else {
      return Reading(
        identity: nil,
        diagnostics: [
          Diagnostic(
            id: "no-identity", "no section of a LinkedIn profile is in this text",
            help: "sections start with a heading of their own line: NAME, HEADLINE, ABOUT, EXPERIENCE…")
        ])
    }
    return Reading(identity: run.identity)
  }

  /// The dates of a line that is nothing but dates, as `words` tells them.
  static func range(_ line: String, _ words: Wording) -> (PartialDate?, PartialDate?)? {
    if let date = Wording.date(of: line) { return (date, date) }
    let start = words.label("Start", "Début")
    if line.hasPrefix(start), let date = Wording.date(of: String(line.dropFirst(start.count))) { return (date, nil) }
    let ends = line.split(separator: " – ").map(String.init)
    if ends.count == 2, let start = Wording.date(of: ends[0]) {
      if ends[1] == words.ongoing { return (start, nil) }
      if let end = Wording.date(of: ends[1]) { return (start, end) }
    }
    for from in [words("from ", "à partir de "), words("from ", "à partir du "), words("from ", "à partir d’")]
    where line.hasPrefix(from) {
      if let start = Wording.date(of: String(line.dropFirst(from.count))) { return (start, nil) }
    }
    for until in [words("until ", "jusqu’en "), words("until ", "jusqu’au ")] where line.hasPrefix(until) {
      if let end = Wording.date(of: String(line.dropFirst(until.count))) { return (nil, end) }
    }
    return nil
  }
}

private struct LinkedInReading {
  let source: SourceText
  var identity = Identity()
  var found = 0
  private var words = Wording("en")

  init(source: SourceText) { self.source = source }

  mutating func read() {
    let text = String(decoding: source.bytes, as: UTF8.self)
    var sections: [(section: LinkedInSection, entries: [[String]])] = []
    for raw in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init) {
      if let (section, language) = LinkedInSection.of(raw) {
        if sections.isEmpty || language == "fr" { words = Wording(language) }
        sections.append((section, [[]]))
        found += 1
      } else if sections.isEmpty {
        continue
      } else if raw.isEmpty {
        sections[sections.count - 1].entries.append([])
      } else {
        sections[sections.count - 1].entries[sections[sections.count - 1].entries.count - 1].append(
          LinkedInSection.unindented(raw))
      }
    }
    identity.language = words.language
    var extensions = Extensions()
    extensions[LinkedInSection.key] = .object([.init("about", .string("summary"))])
    identity.extensions = extensions
    for (section, entries) in sections { take(section, entries.filter { !$0.isEmpty }) }
  }

  private mutating func take(_ section: LinkedInSection, _ entries: [[String]]) {
    switch section {
    case .name: identity.name = entries.first?.first
    case .headline: identity.headline = entries.first?.first.map { LocalizedText($0) }
    case .about:
      let paragraphs = entries.map { $0.joined(separator: "\n") }
      if !paragraphs.isEmpty { identity.summary = LocalizedText(paragraphs.joined(separator: "\n\n")) }
    case .experience: identity.path += entries.map { step($0) }
    case .volunteering:
      identity.path += entries.map { step($0) }.map { step in
        var step = step
        step.engagement = .volunteer
        return step
      }
    case .openToWork:
      identity.path += entries.map { step($0, isFuture: true) }.map { step in
        var step = step
        step.status = .sought
        return step
      }
    case .education: identity.path += entries.map(study)
    case .certifications: identity.certificates = entries.map(certificate)
    case .projects: identity.projects = entries.map(project)
    case .skills:
      identity.skills = entries.flatMap(\.self).map { name in
        var skill = Skill()
        skill.name = name
        return skill
      }
    case .publications: identity.publications = entries.map(publication)
    case .courses: for entry in entries { course(entry) }
    case .honors: identity.awards = entries.map(honor)
    case .languages: identity.languages = entries.flatMap(\.self).map(language)
    case .services:
      identity.services = entries.map { entry in
        var service = Service()
        service.name = LocalizedText(entry[0])
        (service.summary, service.deliverables) = told(entry.dropFirst())
        return service
      }
    case .recommendations:
      identity.recommendations = entries.map { entry in
        var said = Recommendation()
        let head = parts(entry[0])
        if head[0] != "–" {
          var from = Recommender()
          from.name = head[0]
          if head.count > 1 { from.title = LocalizedText(head.dropFirst().joined(separator: " · ")) }
          said.from = from
        }
        said.text = whole(Array(entry.dropFirst()))
        return said
      }
    }
  }

  private func parts(_ line: String) -> [String] {
    line.split(separator: " · ", omittingEmptySubsequences: false).map(String.init)
  }

  /// The value of a labelled line.
  private func value(_ line: String, _ english: String, _ french: String) -> String? {
    let label = words.label(english, french)
    return line.hasPrefix(label) ? String(line.dropFirst(label.count)) : nil
  }

  private func range(_ line: String) -> (PartialDate?, PartialDate?)? { LinkedInReader.range(line, words) }

  /// Plain lines and the bullets after them; where they take turns, all is one text, so that no line changes its place.
  private func told(_ lines: some Sequence<String>) -> (LocalizedText?, [LocalizedText]) {
    let lines = Array(lines)
    let plain = lines.prefix { !$0.hasPrefix("• ") }
    let bullets = lines.dropFirst(plain.count)
    guard bullets.allSatisfy({ $0.hasPrefix("• ") && $0 != "• " }) else { return (whole(lines), []) }
    return (whole(Array(plain)), bullets.map { LocalizedText(String($0.dropFirst(2))) })
  }

  private func whole(_ lines: [String]) -> LocalizedText? {
    lines.isEmpty ? nil : LocalizedText(lines.joined(separator: "\n"))
  }

  /// A description: what was done, the engagements below it, each after a dash, and what was carried over.
  private func describe(_ step: inout Step, _ all: [String]) {
    var lines = all
    var transition: Transition?
    let carried = lines.last.flatMap { value($0, "Carried over", "Ce que j’ai gardé") }.map {
      $0.split(separator: ", ", omittingEmptySubsequences: false)
    }
    if let carried, carried.allSatisfy({ !$0.isEmpty }) {
      transition = Transition()
      transition?.carriedOver = carried.map { LocalizedText(String($0)) }
      lines.removeLast()
    }
    let first = lines.firstIndex { $0.hasPrefix("– ") } ?? lines.count
    let heads = lines[first...]
    let isPlain = !heads.allSatisfy { ($0.hasPrefix("– ") || $0.hasPrefix("• ")) && $0.count > 2 }
    let (summary, highlights) = told(lines[..<first])
    guard !isPlain, first == lines.count || summary.map({ !$0.versions[0].text.contains("• ") }) ?? true else {
      step.summary = whole(all)
      return
    }
    (step.summary, step.highlights, step.transition) = (summary, highlights, transition)
    for line in heads {
      if line.hasPrefix("– ") {
        var engagement = ClientEngagement()
        engagement.title = LocalizedText(String(line.dropFirst(2)))
        step.engagements.append(engagement)
      } else {
        step.engagements[step.engagements.count - 1].highlights.append(LocalizedText(String(line.dropFirst(2))))
      }
    }
  }

  private func reason(_ title: String) -> Step.BreakReason?? {
    if title == words.careerBreak(nil) { return .some(nil) }
    return Step.BreakReason.allCases.first { words.careerBreak($0) == title }.map { .some($0) }
  }

  private func step(_ entry: [String], isFuture: Bool = false) -> Step {
    var step = Step()
    var rest = entry.dropFirst()
    if let reason = reason(entry[0]) {
      step.kind = .break
      step.reason = reason
    } else {
      step.title = LocalizedText(entry[0])
    }
    // The line before the dates is the organization's; without dates, or where it looks like dates, it says so.
    let isDated = rest.dropFirst().first.map { range($0) != nil } ?? false
    let isPlain = isDated && rest.first.map { range($0) == nil } ?? false
    if let line = rest.first,
      let second = value(line, "Company", "Entreprise") ?? value(line, "Employment type", "Type d’emploi")
        ?? (isPlain ? line : nil)
    {
      rest = rest.dropFirst()
      var names = parts(second)
      if let last = names.last,
        let engagement = Step.Engagement.allCases.first(where: { words.engagement($0) == last })
      {
        step.engagement = engagement
        names.removeLast()
      }
      if !names.isEmpty {
        var organization = Organization()
        organization.name = names.joined(separator: " · ")
        step.organization = organization
      }
    }
    // What is sought has no end that is now.
    if let line = rest.first, let dates = range(line),
      LinkedInText.dates(dates.0, dates.1, isFuture: isFuture, words) == line || !isFuture
    {
      (step.startDate, step.endDate) = dates
      rest = rest.dropFirst()
    }
    if let line = rest.first,
      let place = value(line, "Location", "Lieu") ?? value(line, "Location type", "Type de lieu")
    {
      rest = rest.dropFirst()
      var names = parts(place)
      if let last = names.last,
        let mode = Step.Mode.allCases.first(where: { words.mode($0) == last })
      {
        step.mode = mode
        names.removeLast()
      }
      if !names.isEmpty {
        var location = Location()
        location.city = names.joined(separator: " · ")
        step.location = location
      }
    }
    if let line = rest.last, let skills = value(line, "Skills", "Compétences") {
      step.skills = parts(skills)
      rest = rest.dropLast()
    }
    describe(&step, Array(rest))
    return step
  }

  private func study(_ entry: [String]) -> Step {
    var step = Step()
    step.kind = .study
    var institution = Organization()
    institution.name = entry[0]
    step.institution = institution
    var rest = entry.dropFirst()
    if let line = rest.first, range(line) == nil {
      let degree = parts(value(line, "Degree", "Diplôme").flatMap { range($0) == nil ? nil : $0 } ?? line)
      step.studyType = LocalizedText(degree[0])
      if degree.count > 1 { step.area = LocalizedText(degree.dropFirst().joined(separator: " · ")) }
      rest = rest.dropFirst()
    }
    if let line = rest.first, let dates = range(line) {
      (step.startDate, step.endDate) = dates
      rest = rest.dropFirst()
    }
    if let line = rest.first, let score = value(line, "Grade", "Résultat") {
      step.score = score
      rest = rest.dropFirst()
    }
    (step.summary, step.highlights) = told(rest)
    return step
  }

  /// A course, with the school it is of.
  private mutating func course(_ entry: [String]) {
    let school = entry.count > 1 ? value(entry[1], "Associated with", "Associé à") : nil
    let place = identity.path.firstIndex { $0.kind == .study && $0.institution?.name == school }
    guard let place, school != nil else {
      var step = Step()
      step.kind = .study
      if let school {
        var institution = Organization()
        institution.name = school
        step.institution = institution
      }
      step.courses = [LocalizedText(entry[0])]
      identity.path.append(step)
      return
    }
    identity.path[place].courses.append(LocalizedText(entry[0]))
  }

  private func publication(_ entry: [String]) -> Publication {
    var publication = Publication()
    publication.name = LocalizedText(entry[0])
    var rest = entry.dropFirst()
    if let publisher = rest.first.flatMap({ value($0, "Publisher", "Éditeur") }) {
      publication.publisher = publisher
      rest = rest.dropFirst()
    }
    if let date = rest.first.flatMap({ value($0, "Published", "Publication") }).flatMap(Wording.date) {
      publication.releaseDate = date
      rest = rest.dropFirst()
    }
    if let line = rest.first, line.contains("://"), !line.contains(" ") {
      publication.url = line
      rest = rest.dropFirst()
    }
    publication.summary = whole(Array(rest))
    return publication
  }

  private func honor(_ entry: [String]) -> Award {
    var award = Award()
    award.title = LocalizedText(entry[0])
    var rest = entry.dropFirst()
    if let issuer = rest.first.flatMap({ value($0, "Issuer", "Émetteur") }) {
      award.awarder = issuer
      rest = rest.dropFirst()
    }
    if let date = rest.first.flatMap({ value($0, "Issued", "Délivrance") }).flatMap(Wording.date) {
      award.date = date
      rest = rest.dropFirst()
    }
    award.summary = whole(Array(rest))
    return award
  }

  private func certificate(_ entry: [String]) -> Certificate {
    var certificate = Certificate()
    certificate.name = LocalizedText(entry[0])
    var rest = entry.dropFirst()
    func date(_ line: String?, _ english: String, _ french: String) -> PartialDate? {
      line.flatMap { value($0, english, french) }.flatMap(Wording.date)
    }
    func isURL(_ line: String) -> Bool { line.contains("://") && !line.contains(" ") }
    if let line = rest.first, date(line, "Issued", "Délivrance") == nil, date(line, "Expires", "Expiration") == nil,
      rest.count > 1 || !isURL(line)
    {
      certificate.issuer = rest.removeFirst()
    }
    if let issued = date(rest.first, "Issued", "Délivrance") {
      certificate.date = issued
      rest = rest.dropFirst()
    }
    if let expires = date(rest.first, "Expires", "Expiration") {
      certificate.expires = expires
      rest = rest.dropFirst()
    }
    certificate.url = rest.first
    return certificate
  }

  private func project(_ entry: [String]) -> Project {
    var project = Project()
    project.name = LocalizedText(entry[0])
    var rest = entry.dropFirst()
    if let line = rest.first, let dates = range(line) {
      (project.startDate, project.endDate) = dates
      rest = rest.dropFirst()
    }
    if let line = rest.first, line.contains("://"), !line.contains(" ") {
      project.url = line
      rest = rest.dropFirst()
    }
    (project.description, project.highlights) = told(rest)
    return project
  }

  private func language(_ line: String) -> LanguageSkill {
    var spoken = LanguageSkill()
    let parts = line.split(separator: " – ").map(String.init)
    // A line of a dash alone names none.
    guard let name = parts.first else { return spoken }
    spoken.language = Languages.code(of: name) ?? name
    if parts.count > 1 {
      spoken.fluency = Fluency.allCases.first { words.fluency($0) == parts[1] }
      if spoken.fluency == nil { spoken.label = parts[1] }
    }
    return spoken
  }
}
