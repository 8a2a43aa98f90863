internal import ParcoursModel
internal import ParcoursSource

extension Format {
  /// RenderCV's YAML.
  public static let renderCV = Format(
    id: "rendercv", summary: "RenderCV's YAML: its sections are told by their entries",
    fileExtensions: [], mediaType: "application/yaml", hasMarks: true, extensionKey: "rendercv",
    reader: RenderCVReader(),
    writer: RenderCVWriter())
}

/// Reads RenderCV's YAML: what an entry is, its keys say; what a text or a list of labels is, the section's title.
struct RenderCVReader: FormatReader {
  static let format = "rendercv"

  /// Whether a document is one.
  static func isOne(_ value: JSONValue) -> Bool {
    guard let cv = value["cv"], case .object = cv else { return false }
    return cv["name"] != nil || cv["sections"] != nil
  }

  func read(_ source: SourceText) -> Reading {
    ForeignReading.read(
      source, Self.format, Self.identity,
      missing: Diagnostic(
        id: "no-identity", "this is no CV of RenderCV", at: 0..<0, help: "it has `cv: {name: …, sections: …}`"))
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
    if contact != Contact() { identity.contact = contact }
    if var sections = cv.object("sections") {
      for title in sections.keys { section(title, &identity, &sections) }
      cv.put("sections", sections.rest)
    }
    root.put("cv", cv.rest)
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
        step.title = one.text("position")
        if isVoluntary { step.engagement = .volunteer }
        step.keep(one.rest, format)
        identity.path.append(step)
      } else if one.keys.contains("institution") {
        var step = dated(&one)
        step.kind = .study
        step.institution = organization(one.string("institution"))
        step.area = one.text("area")
        step.studyType = one.text("degree")
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
  private static func said(_ texts: [String], _ kind: Kind, _ identity: inout Identity) -> Bool {
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
    guard let label = one.string("label") else { return }
    let details = one.string("details") ?? ""
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

  private static func organization(_ name: String?) -> Organization? {
    guard let name else { return nil }
    var organization = Organization()
    organization.name = name
    return organization
  }

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
    publication.name = one.text("title")
    publication.publisher = one.string("journal")
    publication.releaseDate = one.date("date")
    publication.url = one.string("url")
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
      award.title = one.text("name")
      award.date = one.date("date", "end_date", "start_date")
      award.summary = one.text("summary")
      award.keep(one.rest, format)
      identity.awards.append(award)
    case .certificates:
      var certificate = Certificate()
      certificate.name = one.text("name")
      certificate.date = one.date("date", "end_date", "start_date")
      certificate.issuer = one.string("summary")
      certificate.keep(one.rest, format)
      identity.certificates.append(certificate)
    default:
      var project = Project()
      project.name = one.text("name")
      project.description = one.text("summary")
      project.highlights = one.texts("highlights")
      if let day = one.date("date") {
        (project.startDate, project.endDate) = (day, day)
      } else {
        project.startDate = one.date("start_date")
        project.endDate = one.end("end_date")
      }
      project.url = one.string("url")
      project.keep(one.rest, format)
      identity.projects.append(project)
    }
  }
}
