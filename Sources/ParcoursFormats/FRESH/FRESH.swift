public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

extension Format {
  /// FRESH, the format of HackMyResume.
  public static let fresh = Format(
    id: "fresh", summary: "FRESH 1.0, HackMyResume's format; what the model does not know is kept",
    names: ["*.fresh.json"], mediaType: "application/json", capabilities: [.marks, .editable, .foreign],
    extensionKey: "fresh", mapping: .fresh,
    detect: { $0.object.map { FRESHReader.isOne($0.root) } ?? false ? .mark : .none },
    read: FRESHReader().read)
}

/// Reads FRESH (fresh-resume-schema 1.0.0-beta).
struct FRESHReader: Sendable {
  static let format = "fresh"

  /// Whether a document is one.
  static func isOne(_ root: Node) -> Bool {
    if root["meta"]?["format"]?.string?.uppercased().hasPrefix("FRESH") ?? false { return true }
    return root["basics"] == nil && root["parcours"] == nil
      && (root["employment"]?["history"] != nil || root["disposition"] != nil && root["info"] != nil)
  }

  func read(_ input: Input) -> Reading {
    ForeignReading.read(
      input, Self.format, Self.identity,
      missing: Diagnostic(
        id: "no-identity", "this is no FRESH résumé", help: "it has `meta: {format: FRESH@…}`, and a name"))
  }

  static func identity(_ value: JSONValue) -> Identity? {
    guard case .object = value, value["name"] != nil || value["meta"]?["format"] != nil || value["employment"] != nil
    else { return nil }
    var root = Unpacking(value)
    var identity = Identity()
    identity.name = root.string("name")
    person(&identity, &root)
    steps(&identity, &root)
    works(&identity, &root)
    identity.keepRoot(root.rest, format)
    return identity
  }

  private static func person(_ identity: inout Identity, _ root: inout Unpacking) {
    if var info = root.object("info") {
      identity.headline = info.text("label")
      identity.summary = info.text("brief")
      identity.image = info.string("image")
      root.put("info", info.rest)
    }
    var contact = Contact()
    if var own = root.object("contact") {
      contact.email = own.string("email")
      contact.phone = own.string("phone")
      contact.url = own.string("website")
      root.put("contact", own.rest)
    }
    if var place = root.object("location") {
      contact.location = location(&place)
      root.put("location", place.rest)
    }
    for var one in root.objects("social") {
      var profile = Profile()
      profile.network = one.string("network", "label")
      profile.username = one.string("user")
      profile.url = one.string("url")
      profile.keep(one.rest, format)
      contact.profiles.append(profile)
    }
    if contact != Contact() { identity.contact = contact }
  }

  private static func location(_ place: inout Unpacking) -> Location {
    var location = Location()
    location.address = place.string("address")
    location.postalCode = place.string("code")
    location.city = place.string("city")
    location.region = place.string("region")
    location.countryCode = place.country("country")
    return location
  }

  private static func steps(_ identity: inout Identity, _ root: inout Unpacking) {
    func history(_ key: String, _ make: (inout Unpacking) -> Step) {
      guard var group = root.object(key) else { return }
      for var one in group.objects("history") {
        var step = make(&one)
        step.keep(one.rest, format)
        identity.path.append(step)
      }
      root.put(key, group.rest)
    }
    history("employment") { role(&$0, organization: "employer") }
    history("service") { one in
      var step = role(&one, organization: "organization")
      step.engagement = .volunteer
      return step
    }
    history("affiliation") { one in
      var step = role(&one, organization: "organization")
      step.engagement = .volunteer
      return step
    }
    for var one in root.objects("governance") {
      var step = role(&one, organization: "organization")
      step.engagement = .volunteer
      step.keep(one.rest, format)
      identity.path.append(step)
    }
    guard var education = root.object("education") else { return }
    for var one in education.objects("history") {
      var step = Step()
      step.kind = .study
      step.institution = organization(&one, "institution")
      step.area = one.text("area", "title")
      step.studyType = one.text("studyType", "degree")
      step.score = one.string("grade")
      step.courses = one.texts("curriculum")
      step.startDate = one.date("start")
      step.endDate = one.end("end")
      step.location = one.string("location").map(city)
      step.summary = one.text("summary")
      step.highlights = one.texts("highlights")
      step.keep(one.rest, format)
      identity.path.append(step)
    }
    root.put("education", education.rest)
  }

  private static func role(_ one: inout Unpacking, organization name: String) -> Step {
    var step = Step()
    step.organization = organization(&one, name)
    step.title = one.text("position", "role")
    step.startDate = one.date("start")
    step.endDate = one.end("end")
    step.location = one.string("location").map(city)
    step.summary = one.text("summary")
    step.highlights = one.texts("highlights")
    step.skills = one.strings("keywords")
    return step
  }

  private static func organization(_ one: inout Unpacking, _ name: String) -> Organization? {
    var organization = Organization()
    organization.name = one.string(name)
    organization.url = one.string("url")
    return organization == Organization() ? nil : organization
  }

  private static func city(_ name: String) -> Location {
    var location = Location()
    location.city = name
    return location
  }

  private static func works(_ identity: inout Identity, _ root: inout Unpacking) {
    for var one in root.objects("projects") {
      var project = Project()
      project.name = one.text("title", "name")
      project.description = one.text("description", "summary")
      project.url = one.string("url")
      project.keywords = one.strings("keywords")
      project.highlights = one.texts("highlights")
      project.roles = one.texts("role")
      project.startDate = one.date("start")
      project.endDate = one.end("end")
      project.keep(one.rest, format)
      identity.projects.append(project)
    }
    skills(&identity, &root)
    for var one in root.objects("languages") {
      var spoken = LanguageSkill()
      let name = one.string("language")
      spoken.language = name.map { Languages.code(of: $0) ?? $0 }
      if let words = one.string("level") {
        spoken.fluency = JSONResumeWords.fluency(of: words)
        if spoken.fluency?.rawValue != words { spoken.label = words }
      }
      spoken.keep(one.rest, format)
      identity.languages.append(spoken)
    }
    for var one in root.objects("recognition") {
      var award = Award()
      award.title = one.text("title")
      award.date = one.date("date")
      award.awarder = one.string("from")
      award.summary = one.text("summary")
      award.keep(one.rest, format)
      identity.awards.append(award)
    }
    for var one in root.objects("writing") {
      var publication = Publication()
      publication.name = one.text("title")
      publication.releaseDate = one.date("date")
      publication.url = one.string("url")
      publication.summary = one.text("summary")
      if var publisher = one.object("publisher") {
        publication.publisher = publisher.string("name")
        one.put("publisher", publisher.rest)
      } else {
        publication.publisher = one.string("publisher")
      }
      publication.keep(one.rest, format)
      identity.publications.append(publication)
    }
    for var one in root.objects("interests") {
      var interest = Interest()
      interest.name = one.text("name")
      interest.keywords = one.strings("keywords")
      interest.keep(one.rest, format)
      identity.interests.append(interest)
    }
    for var one in root.objects("testimonials") {
      var said = Recommendation()
      var from = Recommender()
      from.name = one.string("name")
      said.from = from
      said.text = one.text("quote")
      // Who spoke in private speaks to nobody else.
      if one.flag("private") ?? false { said.attributes.visibility = .private }
      said.keep(one.rest, format)
      identity.recommendations.append(said)
    }
  }

  private static func skills(_ identity: inout Identity, _ root: inout Unpacking) {
    guard var group = root.object("skills") else { return }
    for var one in group.objects("list") {
      var skill = Skill()
      skill.name = one.string("name")
      let word = one.string("level")
      skill.level = word.flatMap(JSONResumeWords.level)
      if skill.level == nil, let word { one.put("level", .string(word)) }
      if let years = one.string("years") {
        skill.years = Double(years)
        if skill.years == nil { one.put("years", .string(years)) }
      }
      skill.keep(one.rest, format)
      identity.skills.append(skill)
    }
    var sets: [JSONValue.Member] = []
    for var one in group.objects("sets") {
      let (name, word, skills) = (one.string("name"), one.string("level"), one.strings("skills"))
      let known = Set(identity.skills.compactMap { $0.name.map(Folding.folded) })
      for title in skills.isEmpty ? [name].compactMap(\.self) : skills where !known.contains(Folding.folded(title)) {
        var skill = Skill()
        skill.name = title
        skill.level = word.flatMap(JSONResumeWords.level)
        identity.skills.append(skill)
      }
      // What the skills are gathered under is kept.
      if let name, !skills.isEmpty {
        one.put("skills", .array(skills.map { .string($0) }))
        if let rest = one.rest { sets.append(.init(name, rest)) }
      }
    }
    group.put("sets", sets.isEmpty ? nil : .object(sets))
    root.put("skills", group.rest)
  }
}
