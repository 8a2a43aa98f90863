public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

extension Format {
  /// RenderCV's YAML.
  public static let renderCV = Format(
    id: "rendercv", summary: "RenderCV's YAML: its sections are told by their entries",
    names: ["*.rendercv.yaml"], mediaType: "application/yaml",
    capabilities: [.marks, .oneLanguage, .editable, .foreign],
    extensionKey: "rendercv", carries: RenderCVReader.carriage, mapping: .renderCV,
    detect: { probe in
      probe.node("cv")?.kind == .object && (probe.node("cv", "name") ?? probe.node("cv", "sections")) != nil
        ? .mark : .none
    }, read: RenderCVReader().read, write: RenderCVWriter().write)
}

/// Reads RenderCV's YAML: what an entry is, its keys say; what a text or a list of labels is, the section's title.
struct RenderCVReader: Sendable {
  static let format = "rendercv"

  /// What its entries have a place for.
  static let carriage = Carriage(
    [
      "name", "headline", "summary", "contact.email", "contact.phone", "contact.url", "contact.profiles[].network",
      "contact.profiles[].username", "path[role].title", "path[role].organization.name", "path[held].startDate",
      "path[held].endDate", "path[held].summary", "path[held].highlights", "path[study].institution.name",
      "path[study].area", "path[study].studyType", "path[study].score", "projects[].name", "projects[].startDate",
      "projects[].endDate", "projects[].description", "projects[].highlights", "skills[].name",
      "languages[].fluency", "languages[].language", "certificates[].name", "certificates[].issuer",
      "certificates[].date", "awards[].title",
      "awards[].date", "awards[].awarder", "awards[].summary", "publications[].name", "publications[].publisher",
      "publications[].releaseDate", "publications[].url", "publications[].summary", "interests[].name",
      "interests[].keywords",
    ],
    changed: [
      "contact.location", "contact.profiles[].url", "path[break].reason", "path[break].title",
      "path[held].organization.alias", "path[held].institution.alias", "path[role].engagement",
      "path[role].engagements", "path[held].courses", "path[held].location", "skills[].keywords", "skills[].level",
      "languages[].label", "certificates[].url", "projects[].url", "language",
    ])

  /// Whether a document is one.
  static func isOne(_ value: JSONValue) -> Bool {
    guard let cv = value["cv"], case .object = cv else { return false }
    return cv["name"] != nil || cv["sections"] != nil
  }

  func read(_ input: Input) -> Reading {
    ForeignReading.read(
      input, Self.format, Self.identity,
      missing: Diagnostic(
        id: "no-identity", "this is no CV of RenderCV", help: "it has `cv: {name: …, sections: …}`"))
  }

  static func identity(_ value: JSONValue) -> Identity? {
    guard isOne(value) else { return nil }
    var root = Unpacking(value)
    guard var cv = root.object("cv") else { return nil }
    var identity = Identity()
    identity.name = cv.string("name")
    identity.headline = cv.text("headline", "label")
    identity.image = cv.string("photo")
    var contact = Contact()
    contact.email = cv.string("email") ?? cv.firstString("email")
    // Validated numbers are written as RFC 3966 has them.
    contact.phone = cv.string("phone").map { $0.hasPrefix("tel:") ? String($0.dropFirst(4)) : $0 }
    contact.url = cv.string("website")
    contact.location = cv.string("location").map(place)
    for var one in cv.objects("social_networks") {
      var profile = Profile()
      profile.network = one.string("network")
      profile.username = one.string("username")
      profile.keep(one.rest, format)
      contact.profiles.append(profile)
    }
    for var one in cv.objects("custom_connections") {
      var profile = Profile()
      profile.network = one.string("placeholder")
      profile.url = one.string("url")
      profile.keep(one.rest, format)
      contact.profiles.append(profile)
    }
    if contact != Contact() { identity.contact = contact }
    if var sections = cv.object("sections") {
      for title in sections.keys { section(title, &identity, &sections) }
      cv.put("sections", sections.rest)
    }
    root.put("cv", cv.rest)
    // What its words are in is kept with the rest of the locale.
    if let language = value["locale"]?["language"]?.string {
      let code = Languages.code(of: language) ?? language
      if Languages.isTag(code) { identity.language = code }
    }
    identity.keepRoot(root.rest, format)
    return identity
  }

  // MARK: Sections

  /// What sections of texts and labels are, by words in their titles.
  private enum Kind {
    case summary, skills, languages, interests, awards, certificates, other
  }

  private static func kind(_ title: String) -> Kind {
    let words = Folding.folded(title.split(separator: "_").joined(separator: " "))
    func has(_ stems: String...) -> Bool { stems.contains { words.contains($0) } }
    if has("summary", "about", "profile", "profil", "resume", "objective", "presentation", "welcome") {
      return .summary
    }
    if has("language", "langue") { return .languages }
    if has("skill", "competence", "technolog", "tools", "outils") { return .skills }
    if has("interest", "hobb", "loisir") { return .interests }
    if has("certif") { return .certificates }
    if has("award", "honor", "honour", "prix", "distinction") { return .awards }
    return .other
  }

  private static func section(_ title: String, _ identity: inout Identity, _ sections: inout Unpacking) {
    let kind = kind(title)
    let isVoluntary = Folding.folded(title).contains("volunt") || Folding.folded(title).contains("benevol")
    let texts = sections.strings(title)
    if !texts.isEmpty {
      if !said(texts, kind, &identity) { sections.put(title, .array(texts.map { .string($0) })) }
      return
    }
    var left: [JSONValue] = []
    for var one in sections.objects(title) {
      if one.keys.contains("company") || one.keys.contains("position") {
        var step = dated(&one)
        step.organization = organization(one.string("company"))
        step.title = name(one.text("position"))
        if isVoluntary { step.engagement = .volunteer }
        step.keep(one.rest, format)
        identity.path.append(step)
      } else if one.keys.contains("institution") {
        var step = dated(&one)
        step.kind = .study
        step.institution = organization(one.string("institution"))
        step.area = name(one.text("area"))
        step.studyType = name(one.text("degree"))
        step.score = one.string("grade")
        step.keep(one.rest, format)
        identity.path.append(step)
      } else if one.keys.contains("title") {
        publication(&one, &identity)
      } else if one.keys.contains("label") {
        labelled(&one, kind, &identity, &left)
      } else if one.keys.contains("name") {
        named(
          &one, kind, isBreak: Folding.folded(title).contains("break") || Folding.folded(title).contains("pause"),
          &identity)
      } else if let text = one.string("bullet", "number", "reversed_number") {
        if !said([text], kind, &identity) { left.append(.object([.init("bullet", .string(text))])) }
      } else if let rest = one.rest {
        left.append(rest)
      }
    }
    if !left.isEmpty { sections.put(title, .array(left)) }
  }

  /// Takes plain texts for what their section is; whether they could be.
  private static func said(_ lines: [String], _ kind: Kind, _ identity: inout Identity) -> Bool {
    let texts = kind == .summary ? lines : lines.map { name($0).name }
    switch kind {
    case .summary:
      let before = identity.summary?.versions.first.map { [$0.text] } ?? []
      identity.summary = LocalizedText((before + texts).joined(separator: "\n\n"))
    case .skills:
      for text in texts { add(skills: text.split(separator: ",").map { String($0).collapsed }, level: nil, &identity) }
    case .languages: for text in texts { add(language: text, &identity) }
    case .interests:
      for text in texts {
        var interest = Interest()
        interest.name = LocalizedText(text)
        identity.interests.append(interest)
      }
    case .awards:
      for text in texts {
        var award = Award()
        award.title = LocalizedText(text)
        identity.awards.append(award)
      }
    case .certificates:
      for text in texts {
        var certificate = Certificate()
        certificate.name = LocalizedText(text)
        identity.certificates.append(certificate)
      }
    case .other: return false
    }
    return true
  }

  private static func labelled(
    _ one: inout Unpacking, _ kind: Kind, _ identity: inout Identity, _ left: inout [JSONValue]
  ) {
    guard let label = one.string("label").map({ name($0).name }) else { return }
    let details = one.string("details").map { name($0).name } ?? ""
    switch kind {
    case .skills:
      // A level stands behind a skill, a list of skills behind what they are kinds of.
      if let level = JSONResumeWords.level(of: details) {
        add(skills: [label], level: level, &identity)
      } else if details.isEmpty {
        add(skills: [label], level: nil, &identity)
      } else {
        var skill = Skill()
        skill.name = label
        skill.keywords = details.split(separator: ",").map { String($0).collapsed }
        skill.keep(one.rest, format)
        identity.skills.append(skill)
        return
      }
    case .languages: add(language: details.isEmpty ? label : "\(label) (\(details))", &identity)
    case .interests:
      var interest = Interest()
      interest.name = LocalizedText(label)
      if !details.isEmpty { interest.keywords = details.split(separator: ",").map { String($0).collapsed } }
      identity.interests.append(interest)
    default:
      left.append(.object([.init("label", .string(label)), .init("details", .string(details))]))
    }
    if let rest = one.rest { left.append(rest) }
  }

  private static func add(skills names: [String], level: Skill.Level?, _ identity: inout Identity) {
    for name in names where !name.isEmpty {
      var skill = Skill()
      skill.name = name
      skill.level = level
      identity.skills.append(skill)
    }
  }

  /// A language with how well it is spoken behind it: `French (native)`, `French: C1`.
  private static func add(language text: String, _ identity: inout Identity) {
    let parts = text.split { "(:–-".contains($0) }.map { String($0).collapsed }
    guard let name = parts.first, !name.isEmpty else { return }
    var spoken = LanguageSkill()
    spoken.language = Languages.code(of: name) ?? name
    if parts.count > 1 {
      let words = parts[1].replacing(")", with: "").collapsed
      spoken.fluency = JSONResumeWords.fluency(of: words)
      if spoken.fluency?.rawValue != words { spoken.label = words }
    }
    identity.languages.append(spoken)
  }

  // MARK: Entries

  private static func organization(_ text: String?) -> Organization? {
    // What has to be written where there is nobody.
    guard let text, text != "–" else { return nil }
    var organization = Organization()
    (organization.name, organization.url) = name(text)
    return organization
  }

  /// A name without marks, and the address it links to: every text of RenderCV's may have them.
  private static func name(_ text: String) -> (name: String, address: String?) {
    let markup = Markup(text)
    guard markup.hasMarks else { return (markup.plain, nil) }
    var address: String?
    func labels(_ inlines: [Markup.Inline]) -> [Markup.Inline] {
      inlines.map { inline in
        switch inline {
        case .link(let label, let target):
          address = address ?? SafeURL.web(target)
          return .emphasis(label.isEmpty ? [.text(target)] : labels(label))
        case .emphasis(let inner), .strong(let inner): return .emphasis(labels(inner))
        case .text, .code, .lineBreak: return inline
        }
      }
    }
    return (Markup.plain(labels(markup.inlines)).collapsed, address)
  }

  private static func name(_ text: LocalizedText?) -> LocalizedText? { text?.mapTexts { name($0).name } }

  /// A place as people write it: the country's code, where there is one, stands last.
  private static func place(_ text: String) -> Location {
    var location = Location()
    var parts = text.split(separator: ",").map { String($0).collapsed }
    if parts.count > 1, let last = parts.last, last.utf8.count == 2,
      last.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    {
      location.countryCode = last
      parts.removeLast()
      if parts.count == 2 { location.region = parts.removeLast() }
    }
    location.city = parts.joined(separator: ", ")
    return location
  }

  private static func dated(_ one: inout Unpacking) -> Step {
    var step = Step()
    step.startDate = one.date("start_date")
    step.endDate = one.end("end_date")
    if step.startDate == nil, let day = one.date("date") { (step.startDate, step.endDate) = (day, day) }
    step.location = one.string("location").map(place)
    step.summary = one.text("summary")
    step.highlights = one.texts("highlights")
    return step
  }

  private static func publication(_ one: inout Unpacking, _ identity: inout Identity) {
    var publication = Publication()
    let title = one.string("title").map(name)
    publication.name = title.map { LocalizedText($0.name) }
    publication.publisher = one.string("journal").map { name($0).name }
    publication.releaseDate = one.date("date")
    publication.url = one.string("url") ?? title?.address
    publication.summary = one.text("summary")
    publication.keep(one.rest, format)
    identity.publications.append(publication)
  }

  private static func named(_ one: inout Unpacking, _ kind: Kind, isBreak: Bool, _ identity: inout Identity) {
    if isBreak {
      var step = dated(&one)
      step.kind = .break
      let name = one.string("name") ?? ""
      step.reason = Step.BreakReason.allCases.first { reason in
        [Wording("en"), Wording("fr")].contains { $0.reason(reason) == name }
      }
      if step.reason == nil { step.title = LocalizedText(name) }
      step.keep(one.rest, format)
      identity.path.append(step)
      return
    }
    switch kind {
    case .awards:
      var award = Award()
      award.title = name(one.text("name"))
      award.date = one.date("date", "end_date", "start_date")
      award.summary = one.text("summary")
      award.keep(one.rest, format)
      identity.awards.append(award)
    case .certificates:
      var certificate = Certificate()
      let title = one.string("name").map(name)
      certificate.name = title.map { LocalizedText($0.name) }
      certificate.url = title?.address
      certificate.date = one.date("date", "end_date", "start_date")
      certificate.issuer = one.string("summary").map { name($0).name }
      certificate.keep(one.rest, format)
      identity.certificates.append(certificate)
    default:
      var project = Project()
      let title = one.string("name").map(name)
      project.name = title.map { LocalizedText($0.name) }
      project.description = one.text("summary")
      project.highlights = one.texts("highlights")
      if let day = one.date("date") {
        (project.startDate, project.endDate) = (day, day)
      } else {
        project.startDate = one.date("start_date")
        project.endDate = one.end("end_date")
      }
      project.url = one.string("url") ?? title?.address
      project.keep(one.rest, format)
      identity.projects.append(project)
    }
  }
}
