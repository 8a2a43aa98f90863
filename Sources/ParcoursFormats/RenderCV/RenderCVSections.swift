internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSyntax
internal import ParcoursTransform

/// The sections of a CV: each a title and its entries, all of one type.
enum RenderCVSections {
  /// A kind of sections.
  private struct Kind: Sendable {
    let titles: (english: String, french: String)
    let items: Items
  }

  // MARK: What entries are

  private static let work = Kind(
    titles: ("Experience", "Expérience"),
    items: Items(steps: ["role"], where: { $0.kind == .role && Step.isWork($0, $1) }, experience))
  private static let voluntary = Kind(
    titles: ("Volunteering", "Bénévolat"),
    items: Items(
      steps: ["role"], base: [("kind", .string("role")), ("engagement", Step.Engagement.volunteer.json)],
      where: { $0.kind == .role && Step.isVoluntary($0, $1) }, experience))
  private static let breaks = Kind(
    titles: ("Career breaks", "Pauses"),
    items: Items(
      steps: ["break"], base: [("kind", .string("break"))],
      where: { $0.kind == .break && $0.tense(asOf: $1.asOf) != .future },
      [
        Row([.init("name", "reason", .changed), .init("name", "title", .changed)]) { taking, item in
          if let name = taking.value("name", .label) { _ = item.isFor(name) }
        } give: { item, giving in
          guard let step = item.record as? Step else { return }
          let words = Wording(giving.view.language)
          giving.set(
            "name", step.reason.map(words.reason) ?? giving.text(item["title"]) ?? words("Career break", "Pause"))
        }
      ] + dates + [.summary("summary"), .value("highlights", "highlights", .texts)]))
  private static let education = Kind(
    titles: ("Education", "Formation"),
    items: Items(
      steps: ["study"], base: [("kind", .string("study"))], where: Step.isStudied,
      [
        linked("institution", "institution.name", "institution.url", isRequired: true, alias: "institution"),
        linked("area", "area", nil, isRequired: true), .value("degree", "studyType", .label),
      ] + dates + [
        .value("location", "location", .place), .value("summary", "summary", .text),
        .highlights("highlights", and: "courses"), .value("grade", "score", .string),
      ]))
  private static let projects = Kind(
    titles: ("Projects", "Projets"),
    items: Items(
      "projects",
      [linked("name", "name", "url", isRequired: true)] + dates + [
        .value("summary", "description", .text), .value("highlights", "highlights", .texts),
        .value("url", "url", .web),
      ]))
  private static let skills = Kind(titles: ("Skills", "Compétences"), items: Items("skills", [skill]))
  private static let languages = Kind(
    titles: ("Languages", "Langues"),
    items: Items(
      "languages",
      [.value("label", "language", .language), .fluency("details"), .standard("details", .string(""))]
    ))
  private static let certificates = Kind(
    titles: ("Certificates", "Certifications"),
    items: Items(
      "certificates",
      [
        linked("name", "name", "url", isRequired: true), .value("date|end_date|start_date", "date", .year),
        .value("summary", "issuer", .label),
      ]))
  private static let awards = Kind(
    titles: ("Awards", "Distinctions"),
    items: Items(
      "awards",
      [
        linked("name", "title", nil, isRequired: true), .value("date|end_date|start_date", "date", .year),
        .value("summary", "summary", .text),
      ]))
  private static let publications = Kind(
    titles: ("Publications", "Publications"),
    items: Items(
      "publications", open: ["authors", "doi"],
      [
        linked("title", "name", "url", isRequired: true), .value("journal", "publisher", .label),
        .value("date", "releaseDate", .year), .value("url", "url", .web), .value("summary", "summary", .text),
        .standard("authors") { _, view in .array([.string(view.name ?? "–")]) },
      ]))
  private static let interests = Kind(
    titles: ("Interests", "Loisirs"),
    items: Items(
      "interests",
      [
        .value("label", "name", .label), .value("details", "keywords", .listed),
        .standard("details", .string("")),
      ]))

  /// In the order in which they are written.
  private static let kinds = [
    work, voluntary, breaks, education, projects, skills, languages, certificates, awards, publications, interests,
  ]

  private static let experience: [Row] =
    [
      Row([]) { taking, item in
        let address = taking.rest["company"]?.words.flatMap { RenderCVText.name($0).address }
        item.set("organization.url", address.map { .string($0) })
      },
      .who("company", codec: .label), .position("position", .label, isRequired: true),
    ] + dates + [
      .value("location", "location", .place), .summary("summary"), .highlights("highlights"),
    ]

  /// A span, or one date. Without an end an entry goes on; what is over, though nobody is told since when, has its beginning
  /// alone.
  private static let dates = [
    Row([.init("start_date", "startDate"), .init("end_date", "endDate")]) { taking, item in
      let (start, end) = (taking.take("start_date", by: .date), taking.take("end_date", by: .end))
      item.set("startDate", start?.0)
      item.set("endDate", end?.0)
      if let start { taking.record(item.place + ["startDate"], at: start.1) }
      if let end { taking.record(item.place + ["endDate"], at: end.1) }
      // Where there is no span, any words may stand.
      if start == nil, let (day, place) = taking.take("date", Codec.date.read) {
        for name in ["startDate", "endDate"] {
          item.set(name, day)
          taking.record(item.place + [name], at: place)
        }
      }
    } give: { item, giving in
      func date(_ name: String) -> JSONValue? { item[name].flatMap { Codec.year.write($0, giving.view) } }
      let (start, end) = (date("startDate"), date("endDate"))
      guard let start, !((item.record as? Step)?.isEndHidden ?? false) else {
        giving.set("date", start ?? end)
        return
      }
      giving.set("start_date", start)
      giving.set("end_date", end ?? .string("present"))
    }
  ]

  /// A name, and what it links to.
  private static func linked(
    _ foreign: String, _ name: String, _ address: String?, isRequired: Bool = false, alias: String? = nil
  ) -> Row {
    Row(
      [.init(foreign, name)] + (alias.map { [.init(foreign, "\($0).alias", .changed)] } ?? [])
    ) { taking, item in
      guard let (text, place) = taking.take(foreign, { $0.words }), text != "–" else { return }
      let read = RenderCVText.name(text)
      item.set(name, .string(read.name))
      if let address, item[address] == nil { item.set(address, read.address.map { .string($0) }) }
      taking.record(item.place + name.split(separator: ".").map(String.init), at: place)
    } give: { item, giving in
      let text = giving.text(item[name]) ?? alias.flatMap { giving.text(item["\($0).alias"]) }
      giving.set(foreign, text.map(RenderCVText.plain) ?? (isRequired ? "–" : nil))
    }
  }

  /// A level stands behind a skill, a list of skills behind what they are kinds of.
  private static let skill = Row([
    .init("label", "name"), .init("details", "level", .changed), .init("details", "keywords", .changed),
  ]) { taking, item in
    guard let (label, place) = taking.take("label", Codec.label.read) else { return }
    item.set("name", label)
    taking.record(item.place + ["name"], at: place)
    guard let details = taking.value("details", .listed) else { return }
    let level = details.elements.count == 1 ? Codec.level.read(details.elements[0]) : nil
    item.set(level == nil ? "keywords" : "level", level ?? details)
  } give: { item, giving in
    giving.set("label", item["name"]?.string.map(RenderCVText.plain))
    let level = item["level"]?.string.flatMap(Skill.Level.init).map(Wording(giving.view.language).level)
    giving.put(
      "details", item["keywords"].flatMap { Codec.listed.write($0, giving.view) } ?? .string(level ?? ""))
  }

  // MARK: Both ways

  static let row = Row(
    [.init("cv.sections.summary", "summary")]
      + kinds.flatMap { kind in
        kind.items.meanings(
          in: "cv.sections." + kind.titles.english.lowercased().split(separator: " ").joined(separator: "_"))
      }
  ) { taking, item in
    guard let sections = taking.object("cv.sections") else { return }
    var reading = SectionsReading()
    for (title, value) in sections.parts {
      if let left = reading.read(title, value, sections) { reading.left.append(.init(title, left)) }
    }
    if !reading.paragraphs.isEmpty { item.set("summary", .string(reading.paragraphs.joined(separator: "\n\n"))) }
    if let place = reading.summary { taking.record(["summary"], at: place) }
    for (model, items) in reading.items { item.append(items, to: model) }
    if !reading.left.isEmpty { taking.put("cv.sections", .object(reading.left)) }
  } give: { item, giving in
    let words = Wording(giving.view.language)
    let paragraphs = (giving.text(item["summary"]) ?? "").split(separator: "\n\n").map { JSONValue.string(String($0)) }
    // A title may have any sign in it.
    var sections: [JSONValue.Member] = []
    if !paragraphs.isEmpty { sections.append(.init(words("Summary", "Profil"), .array(paragraphs))) }
    for kind in kinds {
      let entries = giving.objects(of: item, kind.items)
      if !entries.isEmpty { sections.append(.init(words(kind.titles.english, kind.titles.french), .array(entries))) }
    }
    if !sections.isEmpty { giving.put("cv.sections", .object(sections)) }
  }

  /// What is made of sections while they are read.
  private struct SectionsReading {
    var items: [(model: String, items: [([String]) -> JSONValue])] = []
    var paragraphs: [String] = []
    var summary: [String]?
    var left: [JSONValue.Member] = []

    private mutating func add(_ model: String, _ make: @escaping ([String]) -> JSONValue) {
      if let index = items.firstIndex(where: { $0.model == model }) {
        items[index].items.append(make)
      } else {
        items.append((model, [make]))
      }
    }

    /// Reads a section; what is left of it.
    mutating func read(_ title: String, _ value: JSONValue, _ sections: Taking) -> JSONValue? {
      let topic = SectionTitle(title)
      guard case .array(let entries) = value else {
        guard let text = value.words else { return value == .null ? nil : value }
        return said(text, topic, sections.place + [title], sections) ? nil : value
      }
      var others: [JSONValue] = []
      for (index, entry) in entries.enumerated() where entry != .null {
        let place = [title, String(index)]
        if let text = (entry.words ?? (entry["bullet"] ?? entry["number"] ?? entry["reversed_number"])?.words) {
          if !said(text, topic, sections.place + place, sections) { others.append(entry) }
        } else if let kind = RenderCVSections.kind(of: entry, topic, title) {
          let part = sections.part(entry, at: place)
          add(kind.items.model) { part.item(kind.items, at: $0) }
        } else {
          others.append(entry)
        }
      }
      return others.isEmpty ? nil : .array(others)
    }

    /// Takes a plain text for what its section is; whether it could be.
    private mutating func said(_ text: String, _ topic: SectionTitle?, _ place: [String], _ run: Taking) -> Bool {
      let name = RenderCVText.name(text).name
      func item(_ members: [(String, JSONValue)]) -> (([String]) -> JSONValue) {
        { at in
          run.record(at, at: place)
          return .object(members.map { .init($0.0, $0.1) })
        }
      }
      switch topic {
      case .summary:
        paragraphs.append(text)
        summary = summary ?? place
      case .skills:
        for part in name.split(separator: ",").map({ String($0).collapsed }) where !part.isEmpty {
          add("skills", item([("name", .string(part))]))
        }
      case .languages:
        // With how well it is spoken behind it: `French (native)`, `French: C1`.
        let parts = name.split { "(:–-".contains($0) }.map { String($0).collapsed }
        guard let first = parts.first, !first.isEmpty else { return true }
        var spoken = MappedItem()
        spoken.set("language", .string(Languages.code(of: first) ?? first))
        if parts.count > 1 { spoken.isSpoken(parts[1].replacing(")", with: "").collapsed) }
        add("languages", item(spoken.value.members.map { ($0.key, $0.value) }))
      case .interests: add("interests", item([("name", .string(name))]))
      case .awards: add("awards", item([("title", .string(name))]))
      case .certificates: add("certificates", item([("name", .string(name))]))
      case .projects, .breaks, .voluntary, nil: return false
      }
      return true
    }
  }

  /// What an entry is.
  private static func kind(of entry: JSONValue, _ topic: SectionTitle?, _ title: String) -> Kind? {
    func has(_ key: String) -> Bool { entry[key] != nil }
    if has("company") || has("position") { return SectionTitle.voluntary.stands(in: title) ? voluntary : work }
    if has("institution") { return education }
    if has("title") { return publications }
    if has("label") {
      switch topic {
      case .skills: return skills
      case .languages: return languages
      case .interests: return interests
      default: return nil
      }
    }
    guard has("name") else { return nil }
    switch topic {
    case .breaks: return breaks
    case .awards: return awards
    case .certificates: return certificates
    default: return projects
    }
  }
}
