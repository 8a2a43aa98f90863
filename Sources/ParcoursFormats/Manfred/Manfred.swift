public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax
internal import ParcoursTransform

extension Format {
  /// MAC, the format of Manfred.
  public static let manfred = Format(
    id: "mac", summary: "MAC 0.5, Manfred's awesomic CV; what the model does not know is kept",
    names: ["*.mac.json"], mediaType: "application/json", capabilities: [.marks, .oneLanguage, .editable, .foreign],
    extensionKey: "mac", carries: Manfred.table.carriage, mapping: Manfred.table.documentation,
    detect: { $0.node("aboutMe", "profile") != nil ? .mark : .none },
    read: { input in
      Manfred.table.read(
        input, where: { $0["aboutMe"]?["profile"] != nil },
        missing: Diagnostic(
          id: "no-identity", "this is no MAC of Manfred's", help: "it has `aboutMe: {profile: {name: …}}`"))
    }, write: { view, _ in Artifact(JSONPrinter.print(Tree.document(Manfred.table.write(view)))) })
}

/// MAC (getmanfred.com, schema 0.5). Its dates are days.
enum Manfred {
  static let table = Mapping(
    format: "mac",
    rows: [
      language, .standard("settings.MACVersion", .string("0.5")),
      .personName("aboutMe.profile.name", "aboutMe.profile.surnames"),
      .value("aboutMe.profile.title", "headline", .text),
      .value("aboutMe.profile.description", "summary", .text),
      .value("aboutMe.profile.avatar.link", "image", .web),
      .value("aboutMe.profile.location.address", "contact.location.address", .string),
      .value("aboutMe.profile.location.postalCode", "contact.location.postalCode", .string),
      .value("aboutMe.profile.location.municipality", "contact.location.city", .string),
      .value("aboutMe.profile.location.region", "contact.location.region", .string),
      .value("aboutMe.profile.location.country", "contact.location.countryCode", .country),
      .mail("careerPreferences.contact.contactMails|aboutMe.profile.contact.contactMails", isList: true),
      phone, links, facts, jobs, voluntary,
      .list(
        "experience.projects",
        Items(
          "projects",
          [
            .value("details.name", "name", .text), .value("details.description", "description", .text),
            .value("details.URL|details.url", "url", .web),
            projectRole,
            .standard("roles", .array([])),
          ])),
      .list(
        "experience.publicArtifacts",
        Items(
          "publications",
          [
            .value("details.name", "name", .text), .value("details.URL|details.url", "url", .web),
            .value("details.description", "summary", .text),
            .value("publishingDate", "releaseDate", .day(isLast: false)),
          ])),
      .list("knowledge.hardSkills", Items("skills", skill)),
      .list("knowledge.softSkills", Items("skills", where: { _ in false }, skill)),
      .list("knowledge.languages", Items("languages", [spoken, .fluency("level", .changed, proficiency)])),
      .list(
        "knowledge.studies", told: { $0.rest["studyType"]?.string == "certification" ? 1 : 0 }, [study, certificate]),
      wishes,
    ],
    note:
      "Each role of a job is a step of its own, and steps that follow each other at one organization are roles of one job. Studies of the type `certification` are certificates. Preferred roles are steps with `status: sought`. What has no place in the model is kept under `extensions.mac`."
  )

  // MARK: The person

  private static let language = Row([.init("settings.language", "language", .changed)]) { taking, item in
    guard let (text, place) = taking.take("settings.language", { $0.string }) else { return }
    item.set("language", .string(String(text.prefix(2)).lowercased()))
    taking.record(["language"], at: place)
  } give: { _, giving in
    giving.set("settings.language", giving.view.language.uppercased())
  }

  private static let phone = Row([.init("careerPreferences.contact.phoneNumbers[].number", "contact.phone", .changed)])
  {
    taking, item in
    let list = "careerPreferences.contact.phoneNumbers|aboutMe.profile.contact.phoneNumbers"
    guard let (numbers, place) = taking.take(list, { $0.elements.first?["number"]?.words == nil ? nil : $0.elements })
    else { return }
    let code = numbers[0]["countryCode"]?.words.map { "+\($0.drop { $0 == "+" }) " } ?? ""
    item.set("contact.phone", numbers[0]["number"]?.words.map { .string(code + $0) })
    taking.record(["contact", "phone"], at: place + ["0"])
    if numbers.count > 1 { taking.put("careerPreferences.contact.phoneNumbers", .array(Array(numbers.dropFirst()))) }
  } give: { item, giving in
    guard let number = PhoneNumber(item["contact.phone"]?.string), let code = Int(number.code) else { return }
    giving.set(
      "careerPreferences.contact.phoneNumbers",
      .array([.object([.init("countryCode", .integer(code)), .init("number", .string(number.rest))])]))
  }

  private static let kinds: Set<String> = [
    "manfred", "linkedin", "stackoverflow", "xing", "twitter", "github", "website",
  ]

  /// A site is the person's own, the others are profiles; of one that it has no word for, the description says what it is.
  private static let links = Row([
    .init("aboutMe.relevantLinks[].URL", "contact.url"),
    .init("aboutMe.relevantLinks[].URL", "contact.profiles[].url"),
    .init("aboutMe.relevantLinks[].type", "contact.profiles[].network", .changed),
  ]) { taking, item in
    let profile = Items(
      "contact.profiles", [.value("URL|url", "url", .string), .value("type", "network", .string)])
    let other = Items(
      "contact.profiles",
      [.value("URL|url", "url", .string), .value("description", "network", .string), .value("type", "network", .gone)])
    var profiles: [([String]) -> JSONValue] = []
    for link in taking.objects("aboutMe.relevantLinks") {
      let kind = link.rest["type"]?.string?.lowercased()
      if kind == "website", item["contact.url"] == nil, link.rest.members.count == 2,
        let url = link.rest["URL"] ?? link.rest["url"]
      {
        item.set("contact.url", url)
        taking.record(["contact", "url"], at: link.place)
      } else {
        profiles.append { link.item(kind == "other" ? other : profile, at: $0) }
      }
    }
    item.append(profiles, to: "contact.profiles")
  } give: { item, giving in
    let site = Codec.web.write(item["contact.url"] ?? .null, giving.view)
      .map { JSONValue.object([.init("type", .string("website")), .init("URL", $0)]) }
    let profiles = (item["contact.profiles"]?.elements ?? []).filter { SafeURL.completed($0["url"]?.string) != nil }
    giving.append(
      [site].compactMap(\.self) + profiles.map { giving.object(of: MappedItem($0), by: [link]) },
      to: "aboutMe.relevantLinks")
  }

  private static let link = Row([]) { _, _ in
  } give: { profile, giving in
    let network = profile["network"]?.string
    let kind = Folding.compact(network ?? "")
    giving.set("type", kinds.contains(kind) ? kind : "other")
    giving.set("URL", Codec.web.write(profile["url"] ?? .null, giving.view))
    if !kinds.contains(kind) { giving.set("description", network) }
  }

  private static let facts = Row.list(
    "aboutMe.interestingFacts",
    Items(
      "interests",
      [
        .value("topic", "name", .text),
        Row([.init("fact", "keywords", .changed)]) { taking, item in
          guard let fact = taking.string("fact") else { return }
          if item["name"] == nil {
            item.set("name", .string(fact))
          } else if item["name"]?.string != fact {
            let parts = fact.split(separator: ",").map { String($0).collapsed }.filter { !$0.isEmpty }
            item.set("keywords", .array((parts.contains { $0.utf8.count > 30 } ? [fact] : parts).map { .string($0) }))
          }
        } give: { item, giving in
          let words = item["keywords"]?.elements.compactMap(\.string).joined(separator: ", ") ?? ""
          giving.set("fact", words.isEmpty ? giving.text(item["name"]) : words)
        },
      ]))

  // MARK: The path

  private static let jobs = Row.groups(
    "experience.jobs", "roles", steps: ["role", "break"],
    where: Step.isWork,
    shared: [
      .who("organization.name"), .value("organization.URL|organization.url", "organization.url", .web),
      .value("organization.description", "organization.description", .text), .value("type", "engagement", .engagement),
    ],
    each: role)

  /// Work for others without pay is a project for their good.
  private static let voluntary = Row.groups(
    "experience.projects", "roles", steps: ["role"],
    base: [("kind", .string("role")), ("engagement", Step.Engagement.volunteer.json)],
    told: { $0.rest["type"]?.string == "proBono" }, where: Step.isVoluntary,
    shared: [
      .who("details.name"), .value("details.URL|details.url", "organization.url", .web),
      .value("details.description", "organization.description", .text),
      Row([]) { taking, _ in
        _ = taking.string("type")
      } give: {
        $1.set("type", "proBono")
      },
    ],
    each: role)

  private static let role: [Row] = [
    .position("name", isRequired: true), .value("startDate", "startDate", .day(isLast: false)),
    .value("finishDate", "endDate", .day(isLast: true)), .summary("notes"), challenges,
    competences("competences", "skills"),
  ]

  /// Challenges, and what was done about them.
  private static let challenges = Row([
    .init("challenges[].description", "highlights"),
    .init("challenges[].description", "engagements", .changed).told(as: Row.mission),
  ]) { taking, item in
    guard
      let (lines, place) = taking.take(
        "challenges",
        { value -> [JSONValue]? in
          let lines = value.elements.map { element -> [JSONValue]? in
            let actions = element["actions"].flatMap(Codec.texts.read)?.elements ?? []
            guard element.members.allSatisfy({ ["description", "actions"].contains($0.key) }) else { return nil }
            return element["description"]?.words.map { [.string($0)] + actions }
          }
          return lines.contains { $0 == nil } ? nil : lines.flatMap { $0 ?? [] }
        })
    else { return }
    item.set("highlights", .array(lines))
    taking.record(item.place + ["highlights"], at: place)
  } give: { item, giving in
    giving.append(
      giving.lines(of: item).map { .object([.init("description", .string($0))]) }, to: "challenges")
  }

  /// Whoever worked on a project did so in a role, which has dates.
  private static let projectRole = Row([
    .init("roles[].name", "roles", .changed), .init("roles[].startDate", "startDate", .changed),
    .init("roles[].finishDate", "endDate", .changed), .init("roles[].challenges[].description", "highlights"),
    .init("roles[].competences[].name", "keywords"),
  ]) { taking, item in
    // Of several roles one cannot be told from the others in the model: they stay.
    guard (taking.rest["roles"]?.elements.count ?? 0) == 1, let first = taking.objects("roles").first else { return }
    var role = first
    item.set("roles", role.string("name").flatMap { $0 == "–" ? nil : .array([.string($0)]) })
    for row in inRole { row.take(&role, &item) }
    if !role.rest.members.isEmpty { taking.put("roles", .array([role.rest])) }
  } give: { item, giving in
    guard item["startDate"] != nil else { return }
    let names = item["roles"]?.elements.compactMap { giving.text($0) }.joined(separator: ", ")
    let role = giving.object(of: MappedItem(item.value.without("extensions")), by: inRole)
    giving.set("roles", .array([.object([.init("name", .string(names ?? "–"))] + role.members)]))
  }

  private static let inRole: [Row] = [
    .value("startDate", "startDate", .day(isLast: false)), .value("finishDate", "endDate", .day(isLast: true)),
    challenges, competences("competences", "keywords"),
  ]

  private static func competences(_ foreign: String, _ model: String) -> Row {
    .names(foreign, model, by: "name", beside: ("type", "technology"))
  }

  // MARK: Knowledge

  private static let skill: [Row] = [
    .value("skill.name", "name", .string), .standard("skill.type", .string("technology")),
    .value("level", "level", .mastery),
  ]

  private static let spoken = Row([.init("name", "language")]) { taking, item in
    let full = taking.string("fullName")
    guard let (name, place) = taking.take("name", { $0.string?.lowercased() }) else {
      item.set("language", full.map { .string(Languages.code(of: $0) ?? $0) })
      return
    }
    item.set("language", .string(Languages.code(of: name) ?? name))
    // What it is called is its name, where it is not more.
    if let full, Languages.code(of: full) != item["language"]?.string { taking.put("fullName", .string(full)) }
    taking.record(item.place + ["language"], at: place)
  } give: { item, giving in
    guard let tag = item["language"]?.string else { return }
    giving.set("name", tag.uppercased())
    if giving.kept(of: item)?["fullName"] == nil {
      giving.set("fullName", Languages.title(of: tag, in: giving.view.language))
    }
  }

  private static let proficiency: @Sendable (Fluency, Wording) -> String = { fluency, _ in
    switch fluency {
    case .A1, .A2: "Elementary proficiency"
    case .B1: "Limited working proficiency"
    case .B2: "Professional working proficiency"
    case .C1, .C2: "Full professional proficiency"
    case .native: "Native or bilingual proficiency"
    }
  }

  private static let study = Items(
    steps: ["study"], base: [("kind", .string("study"))], where: Step.isStudied,
    [
      degree, .value("description", "summary", .text), .value("startDate", "startDate", .day(isLast: false)),
      .value("finishDate", "endDate", .day(isLast: true)), .who("institution.name", "institution"),
      .value("institution.URL|institution.url", "institution.url", .web),
      competences("linkedCompetences", "skills"),
      .standard("degreeAchieved") { item, view in
        (item.record as? Step).flatMap { $0.studyType == nil ? nil : .bool($0.tense(asOf: view.asOf) == .past) }
      },
    ])

  private static let types = ["officialDegree", "certification", "unaccredited", "selfTraining"]

  /// A study's name, with the degree that it has no word for before it.
  private static let degree = Row([.init("studyType", "studyType", .changed), .init("name", "area", .changed)]) {
    taking, item in
    // What it has a word for is no degree, and is kept.
    item.set("studyType", taking.take("studyType") { $0.string.flatMap { types.contains($0) ? nil : .string($0) } }?.0)
    guard let (name, place) = taking.take("name", Codec.text.read) else { return }
    item.set("area", name)
    taking.record(item.place + ["area"], at: place)
  } give: { item, giving in
    let (type, area) = (giving.text(item["studyType"]), giving.text(item["area"]))
    giving.set("studyType", type == nil ? nil : "officialDegree")
    giving.set("name", [type, area].compactMap(\.self).joined(separator: ", "))
    if giving["name"] == nil { giving.set("name", type ?? "–") }
  }

  private static let certificate = Items(
    "certificates",
    [
      Row([]) { taking, _ in
        _ = taking.string("studyType")
      } give: {
        $1.set("studyType", "certification")
      },
      .value("name", "name", .text),
      Row([.init("finishDate", "date", .changed)]) { taking, item in
        item.set("date", taking.value("finishDate", .date) ?? taking.value("startDate", .date))
        if taking.rest["startDate"] == taking.rest["finishDate"] { _ = taking.string("startDate") }
      } give: { item, giving in
        for (name, isLast) in [("startDate", false), ("finishDate", true)] {
          giving.set(name, item["date"].flatMap { Codec.day(isLast: isLast).write($0, giving.view) })
        }
      },
      .value("institution.name", "issuer", .string), .value("institution.URL|institution.url", "url", .web),
      .standard("degreeAchieved", .bool(true)),
    ])

  // MARK: What is wanted

  /// A job that is looked for is a step of the path.
  private static let wishes = Row([
    .init("careerPreferences.preferences.preferredRoles", "path[].title").told(as: ["path[sought].title"])
  ]) { taking, item in
    let names = "careerPreferences.preferences.preferredRoles|careerPreferences.roles|careerPreferences.jobTitles"
    guard let (titles, place) = taking.take(names, Codec.strings.read) else { return }
    let run = taking
    item.append(
      titles.elements.enumerated().map { index, title in
        { (at: [String]) in
          run.record(at, at: place + [String(index)])
          return .object([
            .init("kind", .string("role")), .init("status", Step.Status.sought.json), .init("title", title),
          ])
        }
      }, to: "path")
  } give: { item, giving in
    let steps = ((item.record as? Identity)?.path ?? []).filter { $0.status == .sought && $0.kind == .role }
    giving.append(
      steps.compactMap { giving.view.text($0.title) }.map { .string($0) },
      to: "careerPreferences.preferences.preferredRoles")
  }
}

extension Codec {
  /// Nothing: what was there is said by something else.
  fileprivate static let gone = Codec(nil) { _ in
    .null
  } write: { _, _ in
    nil
  }

  /// How well a skill is mastered, in four words.
  fileprivate static let mastery = Codec(.changed) { value in
    value.words.flatMap { $0.lowercased() == "high" ? .proficient : JSONResumeWords.level(of: $0) }.map(
      \Skill.Level.json)
  } write: { value, _ in
    value.string.flatMap(Skill.Level.init).map { level in
      switch level {
      case .novice, .beginner: .string("basic")
      case .competent: .string("intermediate")
      case .proficient: .string("high")
      case .expert: .string("expert")
      }
    }
  }

  /// Work for oneself, where kinds of organizations are told.
  fileprivate static let engagement = Codec(.changed) { value in
    value.string?.lowercased() == "freelance" ? Step.Engagement.freelance.json : nil
  } write: { value, _ in
    [Step.Engagement.freelance.json, Step.Engagement.selfEmployed.json].contains(value) ? .string("freelance") : nil
  }
}
