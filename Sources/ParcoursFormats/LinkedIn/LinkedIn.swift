public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax
internal import ParcoursTransform

extension Format {
  /// The profile as LinkedIn has it, section by section, as plain text.
  public static let linkedIn = Format(
    id: "linkedin", summary: "a LinkedIn profile as plain text, section by section, within its limits",
    names: ["*.linkedin", "*.linkedin.txt"], mediaType: "text/plain", capabilities: [.oneLanguage],
    extensionKey: LinkedInSection.key, carries: LinkedInSection.carriage,
    comparing: Format.Comparing { LinkedInSection.rendered($0) },
    detect: { probe in
      if probe.isNamed(["*.linkedin", "*.linkedin.txt"]) { return .certain }
      return !probe.namesSyntax && probe.input.source.isLinkedInText ? .mark : .none
    }, read: LinkedInReader().read, write: LinkedInWriter().write)
}

extension SourceText {
  /// Whether a text begins as one of LinkedIn's does that was written here: a heading in capitals on a line of its own.
  package var isLinkedInText: Bool {
    let head = String(decoding: bytes.prefix(200), as: UTF8.self)
    let line = head.split(whereSeparator: \.isNewline).first.map { $0.drop { $0 == "\u{FEFF}" } } ?? ""
    return ["NAME", "NOM", "HEADLINE", "TITRE"].contains(line)
  }
}

/// The sections of the text, in LinkedIn's order, and their headings.
enum LinkedInSection: CaseIterable {
  case name, headline, about, experience, education, certifications, projects, volunteering, skills, publications,
    courses, honors, languages, services, recommendations, openToWork

  /// Under which key of `extensions` an identity says what is LinkedIn's alone: `about: summary` where the summary is the
  /// whole About as it stands, so that nothing is added to it.
  static let key = "linkedin"

  /// What of an identity the forms have a place for.
  static let carriage = Carriage(
    [
      "name", "headline", "summary", "path[held].startDate", "path[held].endDate", "path[role].title",
      "path[role].organization.name", "path[held].summary", "path[held].highlights",
      "path[role].skills", "path[role].engagement", "path[role].mode", "path[break].reason",
      "path[study].institution.name", "path[study].studyType",
      "path[study].score", "path[study].courses", "language", "path[held].location.city", "certificates[].name",
      "certificates[].issuer",
      "certificates[].date", "certificates[].expires", "certificates[].url", "projects[].name", "projects[].startDate",
      "projects[].endDate", "projects[].url", "projects[].description", "projects[].highlights", "skills[].name",
      "languages[].language", "services[].name", "services[].summary", "recommendations[].text",
      "recommendations[].from.name", "recommendations[].from.title", "path[sought].title", "publications[].name",
      "publications[].publisher", "publications[].releaseDate", "publications[].url", "publications[].summary",
      "awards[].title", "awards[].awarder", "awards[].date", "awards[].summary",
    ],
    changed: [
      "path[role].organization.alias", "path[study].institution.alias", "path[study].area",
      "languages[].fluency", "languages[].label", "contact.email", "contact.url", "path[held].engagements",
      "path[held].transition", "services[].deliverables", "recommendations[].relation",
      "path[sought].startDate", "path[sought].terms", "path[sought].engagement", "availability.from",
      "projects[].keywords", "path[held].organization.confidential",
    ])

  /// How a source looks as LinkedIn has it.
  static func rendered(_ view: IdentityView) -> Identity {
    let plain = view.mapProse(Markup.plain)
    let artifact = LinkedInWriter().write(plain, WriteOptions())
    let text = SourceText(name: "linkedin", bytes: artifact.bytes ?? [])
    return LinkedInReader().read(Input(text)).identity ?? plain.record
  }

  func heading(_ words: Wording) -> String {
    switch self {
    case .name: words("NAME", "NOM")
    case .headline: words("HEADLINE", "TITRE")
    case .about: words("ABOUT", "INFOS")
    case .experience: words("EXPERIENCE", "EXPÉRIENCE")
    case .education: words("EDUCATION", "FORMATION")
    case .certifications: words("LICENSES & CERTIFICATIONS", "LICENCES ET CERTIFICATIONS")
    case .projects: words("PROJECTS", "PROJETS")
    case .volunteering: words("VOLUNTEERING", "BÉNÉVOLAT")
    case .skills: words("SKILLS", "COMPÉTENCES")
    case .publications: words("PUBLICATIONS", "PUBLICATIONS")
    case .courses: words("COURSES", "COURS")
    case .honors: words("HONORS & AWARDS", "DISTINCTIONS ET RÉCOMPENSES")
    case .languages: words("LANGUAGES", "LANGUES")
    case .services: words("PROVIDING SERVICES", "PRESTATION DE SERVICES")
    case .recommendations: words("RECOMMENDATIONS", "RECOMMANDATIONS")
    case .openToWork: words("OPEN TO WORK", "OUVERT AUX OPPORTUNITÉS")
    }
  }

  /// A line without the space that keeps it from being taken for a heading.
  static func unindented(_ line: String) -> String {
    line.first == " " && of(String(line.dropFirst())) != nil ? String(line.dropFirst()) : line
  }

  /// The section of a heading, and the language it is in; `SERVICES` and the like are the same in both.
  static func of(_ line: String) -> (section: LinkedInSection, language: String)? {
    for language in ["en", "fr"] {
      if let section = allCases.first(where: { $0.heading(Wording(language)) == line }) { return (section, language) }
    }
    return nil
  }
}

/// Writes the sections.
struct LinkedInWriter: Sendable {
  func write(_ view: IdentityView, _ options: WriteOptions) -> Artifact {
    var run = LinkedInText(view: view, words: Wording(view.language))
    run.write()
    return Artifact(Array(run.out.utf8), diagnostics: run.omissions)
  }
}

struct LinkedInText {
  let view: IdentityView
  let words: Wording
  var out = ""

  func text(_ text: LocalizedText?) -> String? {
    guard let version = text?.version(for: view.language, documentLanguage: view.documentLanguage),
      !version.text.isEmpty
    else { return nil }
    return Wording.primary(version.language ?? "") == "fr" ? Wording("fr").typeset(version.text) : version.text
  }

  func name(_ organization: Organization?) -> String? { organization?.name ?? text(organization?.alias) }

  /// One line: what could be taken for a break of lines is a space, and none stands at its ends.
  func line(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ").trimmed
  }

  /// Lines without empty ones, which part entries.
  private func lines(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
  }

  /// A list without what is empty, as bullets.
  private func bullets(_ texts: [LocalizedText]) -> [String] {
    texts.compactMap(text).map(line).filter { !$0.isEmpty }.map { "• " + $0 }
  }

  /// A section's entries; a line that could be taken for a heading is indented.
  private mutating func section(_ section: LinkedInSection, _ entries: [[String]]) {
    let entries = entries.map { entry in
      entry.filter { !$0.allSatisfy(\.isWhitespace) }.map { line in
        let line = words.typeset(LinkedInSection.unindented(line))
        return LinkedInSection.of(line) == nil ? line : " " + line
      }
    }.filter { !$0.isEmpty }
    guard !entries.isEmpty else { return }
    if !out.isEmpty { out += "\n" }
    out += section.heading(words) + "\n"
    for (index, entry) in entries.enumerated() {
      if index > 0 { out += "\n" }
      for line in entry { out += line + "\n" }
    }
  }

  mutating func write() {
    section(.name, [view.name.map { [line($0)] } ?? []])
    section(.headline, [[LinkedInLimit.headline.cut(line(headline))]])
    let about = LinkedInAbout(view: view, words: words).paragraphs
    section(.about, about.map(lines))
    let past = self.past
    section(.experience, past.filter { $0.kind != .study && $0.engagement != .volunteer }.map(entry))
    section(.education, past.filter { $0.kind == .study }.map(study))
    section(.certifications, view.certificates.map(certificate))
    section(.projects, view.projects.map(project))
    section(.volunteering, past.filter { $0.kind == .role && $0.engagement == .volunteer }.map(entry))
    section(
      .skills,
      [
        view.skills.prefix(LinkedInLimit.skills.limit).compactMap {
          $0.name.map { LinkedInLimit.skillName.cut(line($0)) }
        }
      ])
    section(.publications, view.publications.map(publication))
    section(.courses, courses(of: past))
    section(.honors, view.awards.map(honor))
    section(.languages, [view.languages.map(language)])
    section(.services, view.services.map(service))
    section(.recommendations, view.recommendations.map(recommendation))
    section(.openToWork, view.path.filter { $0.status == .sought }.map(entry))
  }

  /// The line of a step's dates; what has only a beginning, which is to come, says so.
  static func dates(_ start: PartialDate?, _ end: PartialDate?, isFuture: Bool, _ words: Wording) -> String? {
    guard isFuture, let start, end == nil else { return words.range(start, end, isFuture: isFuture) }
    return words.label("Start", "Début") + words.date(start)
  }

  private func entry(_ step: Step) -> [String] {
    var entry: [String] = []
    let isFuture = step.tense(asOf: view.asOf) == .future
    switch step.kind {
    case .break: entry.append(words.careerBreak(step.reason))
    case .role: entry.append(LinkedInLimit.title.cut(line(text(step.title) ?? "")))
    case .study:
      let title = [text(step.studyType), text(step.area)].compactMap(\.self).joined(separator: ", ")
      entry.append(LinkedInLimit.title.cut(line(title)))
    }
    if entry[0].isEmpty { entry[0] = step.kind == .study ? words("Study", "Études") : words("Role", "Poste") }
    let second = [name(step.organization ?? step.institution).map(line), step.engagement.map(words.engagement)]
      .compactMap(\.self)
    let range = Self.dates(step.startDate, step.endDate, isFuture: isFuture || step.isEndHidden, words)
    // Above the dates it is the organization; where there are none, or it looks like some, it says so itself.
    let company = second.filter { !$0.isEmpty }.joined(separator: " · ")
    let isPlain = range != nil && LinkedInReader.range(company, words) == nil
    let isForm = (step.organization ?? step.institution).flatMap(name).map(line)?.isEmpty ?? true
    let label = isForm ? words.label("Employment type", "Type d’emploi") : words.label("Company", "Entreprise")
    if !company.isEmpty { entry.append((isPlain ? "" : label) + company) }
    if let range { entry.append(range) }
    let mode = step.mode ?? step.terms?.mode
    let place = [step.location?.city.map(line), mode.map(words.mode)].compactMap(\.self)
    let isMode = step.location?.city == nil
    let heading = isMode ? words.label("Location type", "Type de lieu") : words.label("Location", "Lieu")
    if !place.isEmpty { entry.append(heading + place.joined(separator: " · ")) }
    entry += description(step)
    let skills = step.skills.map(line).filter { !$0.isEmpty }
    if !skills.isEmpty { entry.append(words.label("Skills", "Compétences") + skills.joined(separator: " · ")) }
    return entry
  }

  func fullDescription(_ step: Step) -> [String] {
    var parts = text(step.summary).map(lines) ?? []
    parts += bullets(step.highlights)
    for engagement in step.engagements {
      let client = words.whom(name: engagement.client?.name, alias: text(engagement.client?.alias))
      let head = text(engagement.title).map { $0 + client } ?? name(engagement.client) ?? ""
      if !line(head).isEmpty { parts.append("– " + line(head)) }
      parts += bullets(engagement.highlights)
    }
    if let transition = step.transition {
      let carried = transition.carriedOver.compactMap(text).map(line).filter { !$0.isEmpty }
      let label = words.label("Carried over", "Ce que j’ai gardé")
      if !carried.isEmpty { parts.append(label + carried.joined(separator: ", ")) }
    }
    return parts
  }

  func description(_ step: Step) -> [String] {
    let parts = fullDescription(step)
    let joined = parts.joined(separator: "\n")
    let cut = LinkedInLimit.description.cut(joined)
    return cut == joined ? parts : lines(cut)
  }

  private func study(_ step: Step) -> [String] {
    let institution = line(name(step.institution) ?? "")
    var entry = [institution.isEmpty ? words("Study", "Études") : institution]
    let degree = [text(step.studyType), text(step.area)].compactMap(\.self).map(line)
    // Above the dates it is the degree; what looks like dates says so itself.
    let told = degree.filter { !$0.isEmpty }.joined(separator: " · ")
    let label = LinkedInReader.range(told, words) == nil ? "" : words.label("Degree", "Diplôme")
    if !told.isEmpty { entry.append(label + told) }
    if let range = Self.dates(step.startDate, step.endDate, isFuture: step.isEndHidden, words) { entry.append(range) }
    if let score = step.score { entry.append(words.label("Grade", "Résultat") + line(score)) }
    entry += text(step.summary).map(lines) ?? []
    // A course is told with its school; without one, below what was studied.
    entry += bullets(step.highlights + (institution.isEmpty ? step.courses : []))
    return entry
  }

  /// The courses of each school, school by school.
  func courses(of past: [Step]) -> [[String]] {
    var schools: [String] = []
    var courses: [String: [String]] = [:]
    for step in past where step.kind == .study && !step.courses.isEmpty {
      let school = line(name(step.institution) ?? "")
      guard !school.isEmpty else { continue }
      if courses[school] == nil { schools.append(school) }
      courses[school, default: []] += step.courses.compactMap(text).map(line).filter { !$0.isEmpty }
    }
    return schools.flatMap { school in
      (courses[school] ?? []).map { [$0, words.label("Associated with", "Associé à") + school] }
    }
  }

  private func publication(_ publication: Publication) -> [String] {
    var entry = [line(text(publication.name) ?? "")]
    if let publisher = publication.publisher.map(line), !publisher.isEmpty {
      entry.append(words.label("Publisher", "Éditeur") + publisher)
    }
    if let date = publication.releaseDate { entry.append(words.label("Published", "Publication") + words.date(date)) }
    if let url = publication.url { entry.append(line(url)) }
    return entry + (text(publication.summary).map(lines) ?? [])
  }

  private func honor(_ award: Award) -> [String] {
    var entry = [line(text(award.title) ?? "")]
    if let awarder = award.awarder.map(line), !awarder.isEmpty {
      entry.append(words.label("Issuer", "Émetteur") + awarder)
    }
    if let date = award.date { entry.append(words.label("Issued", "Délivrance") + words.date(date)) }
    return entry + (text(award.summary).map(lines) ?? [])
  }

  private func certificate(_ certificate: Certificate) -> [String] {
    var entry = [line(text(certificate.name) ?? "")]
    if let issuer = certificate.issuer { entry.append(line(issuer)) }
    if let date = certificate.date { entry.append(words.label("Issued", "Délivrance") + words.date(date)) }
    if let date = certificate.expires { entry.append(words.label("Expires", "Expiration") + words.date(date)) }
    if let url = certificate.url { entry.append(line(url)) }
    return entry
  }

  private func project(_ project: Project) -> [String] {
    var entry = [line(text(project.name) ?? "")]
    if let range = words.range(project.startDate, project.endDate) { entry.append(range) }
    if let url = project.url { entry.append(line(url)) }
    entry += text(project.description).map(lines) ?? []
    entry += bullets(project.highlights)
    return entry
  }

  private func language(_ spoken: LanguageSkill) -> String {
    let name = Languages.title(of: spoken.language ?? "", in: words.language)
    let level = spoken.fluency.map(words.fluency) ?? spoken.label.map(line)
    return level.map { "\(line(name)) – \($0)" } ?? line(name)
  }

  private func service(_ service: Service) -> [String] {
    [line(text(service.name) ?? "")] + (text(service.summary).map(lines) ?? [])
      + bullets(service.deliverables)
  }

  private func recommendation(_ said: Recommendation) -> [String] {
    let head = [said.from?.name, text(said.from?.title)].compactMap(\.self).map(line).joined(separator: " · ")
    return [head.isEmpty ? "–" : head] + (text(said.text).map(lines) ?? [])
  }
}
