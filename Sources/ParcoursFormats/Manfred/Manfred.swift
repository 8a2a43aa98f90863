public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource

extension Format {
  /// MAC, the format of Manfred.
  public static let manfred = Format(
    id: "mac", summary: "MAC, Manfred's awesomic CV; what the model does not know is kept",
    names: ["*.mac.json"], mediaType: "application/json", capabilities: [.marks, .editable, .foreign],
    extensionKey: "mac",
    mapping: .mac, detect: { $0.node("aboutMe", "profile") != nil ? .mark : .none }, read: ManfredReader().read)
}

/// Reads MAC (getmanfred.com, schema 0.5).
struct ManfredReader: Sendable {
  static let format = "mac"

  /// Whether a document is one.
  static func isOne(_ value: JSONValue) -> Bool { value["aboutMe"]?["profile"] != nil }

  func read(_ input: Input) -> Reading {
    ForeignReading.read(
      input, Self.format, Self.identity,
      missing: Diagnostic(
        id: "no-identity", "this is no MAC of Manfred's", help: "it has `aboutMe: {profile: {name: …}}`"))
  }

  static func identity(_ value: JSONValue) -> Identity? {
    guard isOne(value) else { return nil }
    var root = Unpacking(value)
    var identity = Identity()
    if var settings = root.object("settings") {
      identity.language = settings.string("language").map { String($0.prefix(2)).lowercased() }
      root.put("settings", settings.rest)
    }
    if var about = root.object("aboutMe") {
      person(&identity, &about)
      root.put("aboutMe", about.rest)
    }
    if var experience = root.object("experience") {
      jobs(&identity, &experience)
      root.put("experience", experience.rest)
    }
    if var knowledge = root.object("knowledge") {
      self.knowledge(&identity, &knowledge)
      root.put("knowledge", knowledge.rest)
    }
    if var wishes = root.object("careerPreferences") {
      preferences(&identity, &wishes)
      root.put("careerPreferences", wishes.rest)
    }
    identity.keepRoot(root.rest, format)
    return identity
  }

  // MARK: The person

  private static func person(_ identity: inout Identity, _ about: inout Unpacking) {
    var contact = Contact()
    if var profile = about.object("profile") {
      identity.name = [profile.string("name"), profile.string("surnames")].compactMap(\.self).joined(separator: " ")
      identity.headline = profile.text("title")
      identity.summary = profile.text("description")
      if var avatar = profile.object("avatar") {
        identity.image = avatar.string("link")
        profile.put("avatar", avatar.rest)
      }
      if var place = profile.object("location") {
        var location = Location()
        location.city = place.string("municipality")
        location.region = place.string("region")
        location.countryCode = place.country("country")
        contact.location = location
        profile.put("location", place.rest)
      }
      about.put("profile", profile.rest)
    }
    for var link in about.objects("relevantLinks") {
      var profile = Profile()
      profile.network = link.string("type")
      profile.url = link.string("URL", "url")
      if profile.network?.lowercased() == "website", contact.url == nil {
        contact.url = profile.url
      } else {
        profile.keep(link.rest, format)
        contact.profiles.append(profile)
      }
    }
    for var fact in about.objects("interestingFacts") {
      var interest = Interest()
      interest.name = fact.text("topic")
      interest.keep(fact.rest, format)
      identity.interests.append(interest)
    }
    for var said in about.objects("recommendations") {
      var recommendation = Recommendation()
      recommendation.text = said.text("description", "content", "text")
      recommendation.date = said.date("date")
      for key in ["reviewer", "person", "author"] {
        guard var person = said.object(key) else { continue }
        var from = Recommender()
        from.name = [person.string("name"), person.string("surnames")].compactMap(\.self).joined(separator: " ")
        from.title = person.text("title")
        recommendation.from = from
        said.put(key, person.rest)
        break
      }
      recommendation.keep(said.rest, format)
      identity.recommendations.append(recommendation)
    }
    if contact != Contact() { identity.contact = contact }
  }

  // MARK: The path

  private static func organization(_ item: inout Unpacking, _ key: String) -> Organization? {
    guard var own = item.object(key) else { return nil }
    var organization = Organization()
    organization.name = own.string("name")
    organization.url = own.string("URL", "url")
    organization.description = own.text("description")
    organization.keep(own.rest, format)
    return organization
  }

  /// Each role of a job is a step of its own at the same organization.
  private static func jobs(_ identity: inout Identity, _ experience: inout Unpacking) {
    for var job in experience.objects("jobs") {
      let place = organization(&job, "organization")
      let engagement = job.string("type").flatMap { word -> Step.Engagement? in
        switch word.lowercased() {
        case "freelance": .freelance
        case "internship": .internship
        default: nil
        }
      }
      let roles = job.objects("roles")
      for (index, role) in roles.enumerated() {
        var role = role
        var step = Step()
        step.organization = place
        step.engagement = engagement
        step.title = role.text("name")
        step.startDate = role.date("startDate")
        step.endDate = role.end("finishDate")
        step.summary = role.text("notes")
        step.highlights = role.objects("challenges").compactMap { challenge in
          var challenge = challenge
          return challenge.text("description")
        }
        step.skills = competences(&role, "competences")
        step.keep(role.rest, format)
        if index == 0 { step.keep(merged(step.attributes.extensions?[format], job.rest), format) }
        identity.path.append(step)
      }
    }
    for var one in experience.objects("projects") {
      var project = Project()
      if var details = one.object("details") {
        project.name = details.text("name")
        project.url = details.string("URL", "url")
        project.description = details.text("description")
        one.put("details", details.rest)
      }
      project.keywords = competences(&one, "relatedCompetences")
      project.startDate = one.date("startDate")
      project.endDate = one.end("finishDate")
      project.keep(one.rest, format)
      identity.projects.append(project)
    }
    for var one in experience.objects("publicArtifacts") {
      var publication = Publication()
      if var details = one.object("details") {
        publication.name = details.text("name")
        publication.url = details.string("URL", "url")
        publication.summary = details.text("description")
        one.put("details", details.rest)
      }
      publication.releaseDate = one.date("publishingDate")
      publication.keep(one.rest, format)
      identity.publications.append(publication)
    }
  }

  private static func merged(_ one: JSONValue?, _ other: JSONValue?) -> JSONValue? {
    guard let other else { return one }
    return .object((one?.members ?? []) + [.init("job", other)])
  }

  private static func competences(_ item: inout Unpacking, _ key: String) -> [String] {
    item.objects(key).compactMap { competence in
      var competence = competence
      return competence.string("name")
    }
  }

  // MARK: Knowledge

  private static func knowledge(_ identity: inout Identity, _ knowledge: inout Unpacking) {
    for key in ["hardSkills", "softSkills"] {
      for var one in knowledge.objects(key) {
        var inner = one.object("skill") ?? Unpacking(nil)
        var skill = Skill()
        skill.name = inner.string("name")
        if let word = one.string("level") {
          // MAC knows basic, intermediate, high and expert.
          skill.level = word.lowercased() == "high" ? .proficient : JSONResumeWords.level(of: word)
          if skill.level == nil { one.put("level", .string(word)) }
        }
        one.put("skill", inner.rest)
        skill.keep(one.rest, format)
        identity.skills.append(skill)
      }
    }
    for var one in knowledge.objects("languages") {
      var spoken = LanguageSkill()
      let full = one.string("fullName")
      spoken.language = one.string("name")?.lowercased() ?? full.map { Languages.code(of: $0) ?? $0 }
      if let words = one.string("level") {
        spoken.fluency = JSONResumeWords.fluency(of: words)
        if spoken.fluency?.rawValue != words { spoken.label = words }
      }
      spoken.keep(one.rest, format)
      identity.languages.append(spoken)
    }
    for var one in knowledge.objects("studies") {
      let type = one.string("studyType")
      if type == "certification" {
        var certificate = Certificate()
        certificate.name = one.text("name")
        certificate.date = one.date("finishDate") ?? one.date("startDate")
        certificate.issuer = organization(&one, "institution")?.name
        certificate.keep(one.rest, format)
        identity.certificates.append(certificate)
        continue
      }
      var step = Step()
      step.kind = .study
      step.area = one.text("name")
      step.studyType = type.map { LocalizedText($0) }
      step.summary = one.text("description")
      step.institution = organization(&one, "institution")
      step.startDate = one.date("startDate")
      step.endDate = one.end("finishDate")
      step.skills = competences(&one, "linkedCompetences")
      step.keep(one.rest, format)
      identity.path.append(step)
    }
  }

  // MARK: What is wanted

  private static func preferences(_ identity: inout Identity, _ wishes: inout Unpacking) {
    if var contact = wishes.object("contact") {
      var own = identity.contact ?? Contact()
      let mails = contact.strings("contactMails")
      own.email = mails.first
      if mails.count > 1 { contact.put("contactMails", .array(mails.dropFirst().map { .string($0) })) }
      var phones = contact.objects("phoneNumbers")
      if !phones.isEmpty {
        let (code, number) = (phones[0].string("countryCode"), phones[0].string("number"))
        own.phone = number.map { (code.map { "+\($0.drop { $0 == "+" }) " } ?? "") + $0 }
        let rest = phones.compactMap(\.rest)
        if !rest.isEmpty { contact.put("phoneNumbers", .array(rest)) }
      }
      if own != Contact() { identity.contact = own }
      wishes.put("contact", contact.rest)
    }
    // A job that is looked for is a step of the path, for the network.
    for title in wishes.strings("roles", "jobTitles") {
      var step = Step()
      step.status = .sought
      step.title = LocalizedText(title)
      identity.path.append(step)
    }
  }
}
