internal import ParcoursMatch
internal import ParcoursModel
internal import ParcoursSyntax

/// What matching asks, straight from the tape of an identity, without the identity itself: a pool's line in a few microseconds.
///
/// Nil where anything it needs is not as it is usually written; the whole identity is read then, and says what is wrong. The two
/// ways give the same facts: a test holds them together.
struct FactsReader {
  private let document: Document
  private var isUsual = true

  /// The facts of a document; nil where the identity itself has to be read.
  static func facts(_ document: Document) -> PersonFacts? {
    guard document.duplicates.isEmpty, document.kind(0) == .object else { return nil }
    var reader = FactsReader(document: document)
    let facts = reader.read()
    return reader.isUsual ? facts : nil
  }

  private init(document: Document) { self.document = document }

  // MARK: Values

  private mutating func text(_ key: StaticString, in index: Int) -> String? {
    guard let value = document.value(of: key, in: index) else { return nil }
    guard document.kind(value) == .string else {
      isUsual = false
      return nil
    }
    return document.string(value)
  }

  private mutating func object(_ key: StaticString, in index: Int) -> Int? {
    guard let value = document.value(of: key, in: index) else { return nil }
    if document.kind(value) != .object { isUsual = false }
    return document.kind(value) == .object ? value : nil
  }

  private mutating func objects(_ key: StaticString, in index: Int) -> [Int] {
    guard let value = document.value(of: key, in: index) else { return [] }
    guard document.kind(value) == .array else {
      isUsual = false
      return []
    }
    let elements = document.elements(in: value)
    if elements.contains(where: { document.kind($0) != .object }) { isUsual = false }
    return isUsual ? elements : []
  }

  private mutating func number(_ key: StaticString, in index: Int) -> Double? {
    guard let value = document.value(of: key, in: index) else { return nil }
    guard document.kind(value) == .number, let number = Double(document.string(value)), number.isFinite else {
      isUsual = false
      return nil
    }
    return number
  }

  private mutating func word<Word: RawRepresentable>(_ key: StaticString, in index: Int) -> Word?
  where Word.RawValue == String {
    guard let text = text(key, in: index) else { return nil }
    if let word = Word(rawValue: text) { return word }
    isUsual = false
    return nil
  }

  private mutating func date(_ key: StaticString, in index: Int) -> PartialDate? {
    guard let text = text(key, in: index) else { return nil }
    if let date = PartialDate(text) { return date }
    isUsual = false
    return nil
  }

  // MARK: The person

  private mutating func read() -> PersonFacts? {
    guard let mark = document.value(of: "parcours", in: 0), document.kind(mark) == .number,
      document.string(mark) == "1",
      let id = text("id", in: 0), !id.isEmpty
    else { return nil }
    var facts = PersonFacts(id: id)
    facts.name = text("name", in: 0)
    if let contact = object("contact", in: 0), let location = object("location", in: contact) {
      facts.timeZone = text("timeZone", in: location)
      facts.city = text("city", in: location)
      // What is hidden of it is for the whole identity to say.
      for index in [contact, location] where hides(index) { isUsual = false }
    }
    facts.rate = rate()
    facts.availability = availability()
    for spoken in objects("languages", in: 0) {
      var language = LanguageSkill()
      language.language = text("language", in: spoken)
      language.fluency = word("fluency", in: spoken)
      facts.languages.append(language)
    }
    let provable = ids(&facts)
    for skill in objects("skills", in: 0) { add(skill, provable, &facts) }
    for tie in objects("network", in: 0) {
      let basis: Tie.Basis = word("basis", in: tie) ?? .met
      if let id = text("id", in: tie) { facts.ties.append(PersonFacts.TieFact(id: id, basis: basis)) }
    }
    for recommendation in objects("recommendations", in: 0) {
      if let from = object("from", in: recommendation), let id = text("id", in: from) {
        facts.ties.append(PersonFacts.TieFact(id: id, basis: .recommended))
      }
    }
    return facts
  }

  private func hides(_ index: Int) -> Bool {
    document.value(of: "visibility", in: index) != nil || document.value(of: "fieldVisibility", in: index) != nil
  }

  private mutating func rate() -> Rate? {
    guard let index = object("rate", in: 0) else { return nil }
    var rate = Rate()
    if let amount = number("amount", in: index) {
      rate.amount = Int(exactly: amount)
      if rate.amount == nil { isUsual = false }
    }
    rate.currency = text("currency", in: index)
    rate.per = word("per", in: index)
    // What else stands there is compared with the identity's: visibility, extensions…
    if document.keys(in: index).count
      > [rate.amount != nil, rate.currency != nil, rate.per != nil].count(where: \.self)
    {
      isUsual = false
    }
    return rate
  }

  private mutating func availability() -> Availability? {
    guard let index = object("availability", in: 0) else { return nil }
    var availability = Availability()
    availability.from = date("from", in: index)
    availability.until = date("until", in: index)
    availability.daysPerWeek = number("daysPerWeek", in: index)
    let known = [availability.from != nil, availability.until != nil, availability.daysPerWeek != nil]
    // Bookings are read with the rest of the identity.
    if document.keys(in: index).count > known.count(where: \.self) { isUsual = false }
    return availability
  }

  private mutating func add(_ skill: Int, _ provable: Set<String>, _ facts: inout PersonFacts) {
    let level: Skill.Level = word("level", in: skill) ?? .novice
    guard let name = text("name", in: skill) else { return }
    var isProven = false
    if let evidence = document.value(of: "evidence", in: skill) {
      guard document.kind(evidence) == .array else {
        isUsual = false
        return
      }
      for id in document.elements(in: evidence) {
        if document.kind(id) != .string {
          isUsual = false
        } else if provable.contains(document.string(id)) {
          isProven = true
        }
      }
    }
    facts.skills.append(PersonFacts.SkillFact(name: name, rank: level.rank, isProven: isProven))
  }

  /// The ids that prove something; on the way, where the person was when.
  private mutating func ids(_ facts: inout PersonFacts) -> Set<String> {
    var ids: Set<String> = []
    for key in ["projects", "certificates", "publications", "awards", "recommendations"] as [StaticString] {
      for item in objects(key, in: 0) {
        if let id = text("id", in: item) { ids.insert(id) }
      }
    }
    for step in objects("path", in: 0) {
      if let id = text("id", in: step) { ids.insert(id) }
      let kind: Step.Kind = word("kind", in: step) ?? .role
      let status: Step.Status = word("status", in: step) ?? .held
      let engagement: Step.Engagement? = word("engagement", in: step)
      let (start, end) = (date("startDate", in: step), date("endDate", in: step))
      let organization = object("organization", in: step)
      let name = organization.flatMap { text("name", in: $0) }
      let counts = kind == .role && status == .held
      if counts { facts.addPresence(name, start, end) }
      for mission in objects("engagements", in: step) {
        if let id = text("id", in: mission) { ids.insert(id) }
        let client = object("client", in: mission)
        if hides(mission) || client.map({ hides($0) || document.value(of: "confidential", in: $0) != nil }) ?? false {
          isUsual = false
        }
        let (first, last) = (date("startDate", in: mission), date("endDate", in: mission))
        if counts { facts.addPresence(client.flatMap { text("name", in: $0) }, first ?? start, last ?? end) }
      }
      let isConfidential = organization.flatMap { document.value(of: "confidential", in: $0) } != nil
      if isConfidential || hides(step) || organization.map(hides) ?? false { isUsual = false }
      if counts, end == nil, engagement == .fullTime || engagement == .partTime {
        facts.employer = facts.employer ?? name
      }
    }
    return ids
  }
}
