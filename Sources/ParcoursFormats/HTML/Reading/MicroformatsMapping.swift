internal import ParcoursModel

/// Makes an identity of an h-resume, or of an h-card where the page has none.
struct MicroformatsMapping {
  private let page: Page
  private(set) var harvest = Harvest(.microformats)

  /// Properties that make an h-resume a résumé: the class alone is used for layout too.
  private static let ofResume = [
    "name", "summary", "contact", "experience", "education", "skill", "affiliation", "publication",
  ]

  /// Maps the first résumé of a page, or its first card; nil where it has neither.
  init?(_ microformats: Microformats) {
    page = microformats.page
    let all = Self.all(microformats.items)
    if let resume = all.first(where: { item in
      item.types.contains("h-resume")
        && item.properties.contains { Self.ofResume.contains($0.name) && !Self.isImplied(item, $0.name) }
    }) {
      map(resume)
      // The contact may stand beside the résumé.
      if harvest.identity.name == nil, let card = all.first(where: { $0.types == ["h-card"] }) { self.card(card) }
    } else if let card = all.first(where: { $0.types.contains("h-card") && !$0["name"].isEmpty }) {
      self.card(card)
    } else {
      return nil
    }
    let language = page.isEmpty ? nil : page[0, "lang"]
    harvest.identity.language = language
  }

  /// Whether the only property is a name that nobody wrote.
  private static func isImplied(_ item: Microformats.Item, _ name: String) -> Bool {
    name == "name" && item.properties.count == 1 && item["name"].first?.element == item.element
  }

  private static func all(_ items: [Microformats.Item]) -> [Microformats.Item] {
    var found: [Microformats.Item] = []
    func add(_ item: Microformats.Item, _ depth: Int) {
      found.append(item)
      guard depth < 8 else { return }
      for child in item.children { add(child, depth + 1) }
      for property in item.properties {
        for value in property.values { if let inner = value.item { add(inner, depth + 1) } }
      }
    }
    for item in items { add(item, 0) }
    return found
  }

  private func text(_ item: Microformats.Item, _ names: String...) -> String? {
    for name in names {
      if let value = item[name].first?.string.collapsed, !value.isEmpty { return value }
    }
    return nil
  }

  /// A text with its paragraphs, in the language it is marked with.
  private func localized(_ item: Microformats.Item, _ names: String...) -> LocalizedText? {
    for name in names {
      guard let value = item[name].first else { continue }
      let paragraphs = page.paragraphs(value.element)
      let text =
        value.item == nil && paragraphs.count > 1 ? paragraphs.joined(separator: "\n\n") : value.string.collapsed
      if !text.isEmpty { return LocalizedText(text) }
    }
    return nil
  }

  private mutating func map(_ resume: Microformats.Item) {
    if let contact = resume["contact"].first {
      if let item = contact.item {
        card(item)
      } else if harvest.identity.name == nil {
        harvest.identity.name = text(resume, "contact")
      }
    }
    harvest.identity.name = harvest.identity.name ?? text(resume, "name")
    harvest.identity.summary = localized(resume, "summary")
    if harvest.identity.headline == nil { harvest.identity.headline = localized(resume, "job-title", "title", "role") }
    for value in resume["experience"].prefix(1_000) { experience(value) }
    for value in resume["education"].prefix(1_000) { education(value) }
    for value in resume["skill"] {
      if let item = value.item {
        harvest.addSkill(text(item, "name"))
      } else {
        harvest.addSkill(value.string)
      }
    }
    for value in resume["affiliation"].prefix(200) {
      var step = Step()
      step.organization = Organization(named: value.string, url: value.item.flatMap { text($0, "url") })
      if step.organization != nil { harvest.identity.path.append(step) }
    }
    for value in resume["publication"].prefix(1_000) {
      var publication = Publication()
      publication.name = LocalizedText(value.string.collapsed)
      if let item = value.item {
        publication.url = SafeURL.web(text(item, "url"))
        publication.publisher = text(item, "publication")
        publication.releaseDate = text(item, "published", "accessed").flatMap(DateWords.date)
      }
      harvest.identity.publications.append(publication)
    }
    for value in resume["award"].prefix(1_000) {
      var award = Award()
      award.title = LocalizedText(value.string.collapsed)
      harvest.identity.awards.append(award)
    }
    for value in resume["language"].prefix(100) {
      var skill = LanguageSkill()
      skill.language = Languages.code(of: value.string.collapsed) ?? value.string.collapsed
      harvest.identity.languages.append(skill)
    }
  }

  private mutating func card(_ card: Microformats.Item) {
    let parts = ["given-name", "additional-name", "family-name"].compactMap { text(card, $0) }
    let joined = parts.isEmpty ? nil : parts.joined(separator: " ")
    // In a classic card the name may be the parts alone.
    harvest.identity.name = text(card, "name") ?? joined
    harvest.identity.pronouns = text(card, "pronouns", "pronoun")
    harvest.identity.headline = localized(card, "job-title", "title", "role")
    if harvest.identity.summary == nil { harvest.identity.summary = localized(card, "note") }
    if let photo = card["photo"].first?.string { harvest.identity.image = SafeURL.picture(photo) }
    let email = text(card, "email").map { $0.lowercased().hasPrefix("mailto:") ? String($0.dropFirst(7)) : $0 }
    let phone = text(card, "tel").map { $0.lowercased().hasPrefix("tel:") ? String($0.dropFirst(4)) : $0 }
    let place = card["adr"].first.flatMap { location($0) } ?? ownLocation(card)
    harvest.identity.withContact { contact in
      contact.email = email.map { String($0.prefix { $0 != "?" }) }
      contact.phone = phone
      contact.location = place
    }
    for (index, value) in card["url"].prefix(100).enumerated() {
      let address = value.string
      if index == 0, let safe = SafeURL.web(address) {
        harvest.identity.withContact { $0.url = safe }
      } else if SafeURL.web(address) != nil {
        harvest.identity.addProfile(address)
      }
    }
    for value in card["category"].prefix(500) { harvest.addSkill(value.string) }
  }

  private func location(_ value: Microformats.Value) -> Location? {
    guard let item = value.item else {
      var location = Location()
      location.address = value.string.collapsed
      return location.address?.isEmpty ?? true ? nil : location
    }
    return ownLocation(item)
  }

  private func ownLocation(_ item: Microformats.Item) -> Location? {
    var location = Location()
    let street = [text(item, "street-address"), text(item, "extended-address")].compactMap(\.self)
    location.address = street.isEmpty ? nil : street.joined(separator: ", ")
    location.postalCode = text(item, "postal-code")
    location.city = text(item, "locality")
    location.region = text(item, "region")
    if let country = text(item, "country-name") {
      if country.count == 2 {
        location.countryCode = country.uppercased()
      } else if location.region == nil {
        location.region = country
      }
    }
    if location == Location(), item.types.contains("h-adr"), let name = text(item, "name", "label") {
      location.address = name
    }
    return location == Location() ? nil : location
  }

  // MARK: Steps

  private func fill(_ step: inout Step, _ item: Microformats.Item) {
    step.startDate = text(item, "start").flatMap(DateWords.date)
    step.endDate = text(item, "end").flatMap(DateWords.date)
    if step.startDate == nil, step.endDate == nil,
      let range = DateWords.range(text(item, "published", "duration") ?? "")
    {
      step.startDate = range.start
      step.endDate = range.end
    }
    step.summary = localized(item, "description", "summary", "note", "content")
    step.highlights = page.listItems(item.element).map { LocalizedText($0) }
    // What a summary repeats of the list is not said twice.
    if !step.highlights.isEmpty, let summary = step.summary?.versions.first?.text,
      let first = step.highlights.first?.versions.first?.text, summary.contains(first)
    {
      step.summary = nil
    }
    for value in item["skill"] + item["category"] { step.skills.append(value.string.collapsed) }
  }

  private func organization(_ item: Microformats.Item) -> (Organization?, isName: Bool) {
    if let org = item["org"].first {
      let url = org.item.flatMap { text($0, "url") } ?? (item.types.contains("h-card") ? text(item, "url") : nil)
      return (Organization(named: org.string, url: url), org.string.collapsed == text(item, "name"))
    }
    if item.types.contains("h-card"), let name = text(item, "name") {
      return (Organization(named: name, url: text(item, "url")), true)
    }
    if let place = item["location"].first?.item, place.types.contains("h-card") {
      return (Organization(named: text(place, "name")), false)
    }
    return (nil, false)
  }

  private mutating func experience(_ value: Microformats.Value) {
    var step = Step()
    guard let item = value.item else {
      step.title = LocalizedText(value.string.collapsed)
      if !value.string.collapsed.isEmpty { harvest.identity.path.append(step) }
      return
    }
    let (organization, isName) = organization(item)
    step.organization = organization
    step.title = localized(item, "job-title", "title", "role") ?? (isName ? nil : localized(item, "name"))
    fill(&step, item)
    if let place = item["location"].first { step.location = location(place) }
    if step.title != nil || step.organization != nil || step.startDate != nil { harvest.identity.path.append(step) }
  }

  private mutating func education(_ value: Microformats.Value) {
    var step = Step()
    step.kind = .study
    guard let item = value.item else {
      step.institution = Organization(named: value.string)
      if step.institution != nil { harvest.identity.path.append(step) }
      return
    }
    let (school, isName) = organization(item)
    step.institution = school
    fill(&step, item)
    let degree = localized(item, "job-title", "title") ?? (isName ? nil : localized(item, "name"))
    if let degree {
      if step.institution == nil {
        step.institution = Organization(named: degree.versions[0].text)
      } else {
        step.studyType = degree
      }
    } else if let summary = step.summary, (summary.versions.first?.text.count ?? 0) <= 120 {
      // "BA Hons (I) Physics": what is said of a study in a line is what was studied.
      step.studyType = summary
      step.summary = nil
    }
    if step.institution != nil || step.studyType != nil { harvest.identity.path.append(step) }
  }
}

extension Page {
  /// The paragraphs of an element; the whole of it where it has none.
  func paragraphs(_ index: Int) -> [String] {
    let inner = nodes[index].children.filter { ["p", "div"].contains(nodes[$0].name) }
    let texts = inner.map(plainText).filter { !$0.isEmpty }
    return texts.isEmpty ? [plainText(index)] : texts
  }

  /// The texts of the lists in an element; lists of links and of other things are none.
  func listItems(_ index: Int) -> [String] {
    var found: [String] = []
    func look(_ parent: Int) {
      for child in elements(in: parent) {
        if nodes[child].name == "li", ["ul", "ol"].contains(nodes[parent].name) {
          let isNested = classes(child).contains { $0.hasPrefix("h-") || $0 == "vevent" || $0 == "vcard" }
          let text = plainText(child)
          if !isNested, !text.isEmpty, found.count < 500 { found.append(text) }
        } else {
          look(child)
        }
      }
    }
    look(index)
    return found
  }
}
