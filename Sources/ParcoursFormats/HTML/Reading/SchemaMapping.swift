internal import ParcoursModel

/// Makes an identity of a person in schema.org's terms (schema.org 30.0), in the forms pages are really written in: with the
/// role pattern done right, half right, or not at all.
struct SchemaMapping {
  let graph: SchemaGraph
  private(set) var harvest: Harvest
  private var person = 0
  private var language: String?

  private static let schools: Set<String> = [
    "EducationalOrganization", "CollegeOrUniversity", "School", "HighSchool", "ElementarySchool", "MiddleSchool",
    "Preschool", "EducationalOccupationalProgram",
  ]
  private static let employers: Set<String> = [
    "Corporation", "LocalBusiness", "GovernmentOrganization", "NGO", "ProfessionalService", "Airline",
    "NewsMediaOrganization",
  ]
  static let roles: Set<String> = ["Role", "OrganizationRole", "EmployeeRole", "PerformanceRole"]

  /// Maps the person of a graph; nil where it has none.
  init?(_ graph: SchemaGraph, roots: [Int], origin: Harvest.Origin) {
    self.graph = graph
    harvest = Harvest(origin)
    guard let person = Self.person(graph, roots) else { return nil }
    self.person = person
    let pages = roots.filter { graph.isOf($0, ["ProfilePage", "AboutPage", "WebPage"]) }
    language = (pages + [person]).lazy.compactMap { graph.text($0, "inLanguage") }.first
    map()
  }

  private static func person(_ graph: SchemaGraph, _ roots: [Int]) -> Int? {
    for page in graph.things.indices where graph.isOf(page, ["ProfilePage", "AboutPage"]) {
      for entity in graph.things(page, "mainEntity", "about") where graph.isOf(entity, ["Person"]) { return entity }
    }
    let people = graph.things.indices.filter { graph.isOf($0, ["Person"]) }
    let first = people.filter(roots.contains)
    // The one of whom most is said; of equals the first.
    return (first.isEmpty ? people : first).max {
      (graph.things[$0].properties.count, -$0) < (graph.things[$1].properties.count, -$1)
    }
  }

  private func text(_ thing: Int, _ name: String) -> LocalizedText? {
    graph.localized(thing, name, documentLanguage: language)
  }

  private mutating func map() {
    harvest.identity.language = language
    basics()
    for value in graph.values(person, "worksFor", "memberOf", "affiliation", "workExperience").prefix(2_000) {
      work(value)
    }
    for value in graph.values(person, "hasOccupation").prefix(2_000) { occupation(value) }
    for value in graph.values(person, "alumniOf").prefix(2_000) { study(value) }
    for value in graph.values(person, "hasCredential", "hasCertification").prefix(2_000) { credential(value) }
    for value in graph.values(person, "knowsAbout", "skills").prefix(2_000) {
      for part in (graph.text(value) ?? "").split(separator: ",") { harvest.addSkill(String(part)) }
    }
    for value in graph.values(person, "knowsLanguage").prefix(2_000) { spoken(value) }
    for value in graph.values(person, "award", "awards").prefix(2_000) {
      guard let title = graph.text(value) else { continue }
      var award = Award()
      award.title = LocalizedText(title)
      harvest.identity.awards.append(award)
    }
    for value in graph.values(person, "makesOffer").prefix(2_000) { offer(value) }
    for value in graph.values(person, "seeks").prefix(2_000) { demand(value) }
    // A title without a role is what the person does at the only place there is now.
    let current = harvest.identity.path.indices.filter {
      harvest.identity.path[$0].kind == .role && harvest.identity.path[$0].endDate == nil
        && harvest.identity.path[$0].status == .held
    }
    if current.count == 1, harvest.identity.path[current[0]].title == nil, let title = text(person, "jobTitle") {
      harvest.identity.path[current[0]].title = title
    }
  }

  private mutating func basics() {
    let given = graph.text(person, "givenName")
    let family = graph.text(person, "familyName")
    let both = [given, graph.text(person, "additionalName"), family].compactMap(\.self).joined(separator: " ")
    harvest.identity.name = graph.text(person, "name") ?? (both.isEmpty ? nil : both)
    harvest.identity.pronouns = graph.text(person, "pronouns")
    harvest.identity.headline = text(person, "jobTitle") ?? text(person, "headline")
    harvest.identity.summary = text(person, "description")
    let image = graph.things(person, "image").compactMap { graph.text($0, "contentUrl", "url") }.first
    harvest.identity.image = SafeURL.picture(image ?? graph.text(person, "image"))
    let points = graph.things(person, "contactPoint")
    let email = graph.text(person, "email") ?? points.compactMap { graph.text($0, "email") }.first
    let address = graph.values(person, "address", "homeLocation", "workLocation").first
    let own = SafeURL.web(graph.text(person, "url"))
    let phone = graph.text(person, "telephone") ?? points.compactMap { graph.text($0, "telephone") }.first
    let place = address.flatMap { location($0) }
    harvest.identity.withContact { contact in
      contact.email = email.map(Self.withoutScheme)
      contact.phone = phone.map(Self.withoutScheme)
      contact.url = own
      contact.location = place
    }
    for value in graph.values(person, "sameAs") {
      if case .text(let address, _) = value { harvest.identity.addProfile(address.trimmed) }
    }
  }

  private static func withoutScheme(_ text: String) -> String {
    for scheme in ["mailto:", "tel:"] where text.lowercased().hasPrefix(scheme) {
      return String(text.dropFirst(scheme.count))
    }
    return text
  }

  private func location(_ value: SchemaGraph.Value) -> Location? {
    var location = Location()
    switch value {
    case .text:
      location.city = graph.text(value)
    case .thing(let index):
      let index = graph.things(index, "address").first ?? index
      location.address = graph.text(index, "streetAddress")
      location.postalCode = graph.text(index, "postalCode")
      location.city = graph.text(index, "addressLocality") ?? graph.text(index, "name")
      location.region = graph.text(index, "addressRegion")
      if let country = graph.text(index, "addressCountry") {
        if country.count == 2 {
          location.countryCode = country.uppercased()
        } else if location.region == nil {
          location.region = country
        }
      }
    }
    return location == Location() ? nil : location
  }

  // MARK: Steps

  /// The inner value of the role pattern: `worksFor: {Role, worksFor: {Organization}}`; some forget the inner property.
  private func inner(_ role: Int, _ names: [String]) -> SchemaGraph.Value? {
    for name in names + ["organization", "worksFor", "memberOf", "alumniOf", "affiliation", "hiringOrganization"] {
      if let value = graph.values(role, name).first { return value }
    }
    return nil
  }

  private func organization(_ value: SchemaGraph.Value?) -> Organization? {
    guard let value else { return nil }
    if case .thing(let index) = value {
      return Organization(named: graph.text(index, "name", "legalName"), url: graph.text(index, "url", "@id", "sameAs"))
    }
    let name = graph.text(value)
    return SafeURL.web(name) == nil ? Organization(named: name) : nil
  }

  private func fillDates(_ step: inout Step, _ role: Int) {
    step.startDate = graph.text(role, "startDate").flatMap(DateWords.date)
    let end = graph.text(role, "endDate")
    step.endDate = end.flatMap(DateWords.date)
    step.summary = text(role, "description")
    if let title = graph.localized(role, "roleName", "namedPosition", "jobTitle", "title", documentLanguage: language) {
      step.title = title
    }
  }

  private mutating func work(_ value: SchemaGraph.Value) {
    var step = Step()
    if case .thing(let role) = value, graph.isOf(role, Self.roles.union(["WorkExperience", "JobPosting"])) {
      fillDates(&step, role)
      step.organization = organization(inner(role, ["worksFor", "memberOf"]))
      if step.title == nil, step.organization == nil { step.title = text(role, "name") }
    } else {
      step.organization = organization(value)
      if case .thing(let organization) = value {
        // Dates and a position belong to a role, but many put them on the organization.
        fillDates(&step, organization)
        if step.startDate == nil, step.endDate == nil { step.summary = nil }
      }
    }
    if step.organization != nil || step.title != nil { harvest.identity.path.append(step) }
  }

  private mutating func occupation(_ value: SchemaGraph.Value) {
    guard case .thing(let thing) = value else {
      if harvest.identity.headline == nil { harvest.identity.headline = graph.text(value).map { LocalizedText($0) } }
      return
    }
    for skill in graph.values(thing, "skills") {
      for part in (graph.text(skill) ?? "").split(separator: ",") { harvest.addSkill(String(part)) }
    }
    if graph.isOf(thing, Self.roles) || !graph.values(thing, "startDate").isEmpty {
      var step = Step()
      fillDates(&step, thing)
      if step.title == nil {
        step.title = inner(thing, ["hasOccupation"]).flatMap { graph.text($0) }.map { LocalizedText($0) }
      }
      let known = harvest.identity.path.contains {
        $0.title == step.title && Self.mayBeSame($0.startDate, step.startDate)
      }
      if step.title != nil, !known { harvest.identity.path.append(step) }
    } else if harvest.identity.headline == nil {
      harvest.identity.headline = text(thing, "name")
    }
  }

  /// Whether two dates say the same as far as both say anything.
  private static func mayBeSame(_ one: PartialDate?, _ other: PartialDate?) -> Bool {
    guard let one, let other else { return one == other }
    return one.firstDay <= other.lastDay && other.firstDay <= one.lastDay
  }

  private mutating func study(_ value: SchemaGraph.Value) {
    guard case .thing(let thing) = value else {
      if let school = organization(value) { append(study: school) }
      return
    }
    guard graph.isOf(thing, Self.roles) else {
      if graph.isOf(thing, Self.employers) {
        work(value)
      } else if let school = organization(value) {
        append(study: school, thing)
      }
      return
    }
    let place = inner(thing, ["alumniOf"])
    if case .thing(let organization)? = place,
      graph.isOf(organization, Self.employers) || graph.isOf(thing, ["EmployeeRole"])
    {
      work(value)
      return
    }
    var step = Step()
    step.kind = .study
    fillDates(&step, thing)
    step.institution = organization(place)
    step.studyType = step.title
    step.title = nil
    if step.institution != nil || step.studyType != nil { harvest.identity.path.append(step) }
  }

  private mutating func append(study school: Organization, _ thing: Int? = nil) {
    var step = Step()
    step.kind = .study
    step.institution = school
    if let thing {
      step.startDate = graph.text(thing, "startDate").flatMap(DateWords.date)
      step.endDate = graph.text(thing, "endDate").flatMap(DateWords.date)
    }
    harvest.identity.path.append(step)
  }

  private mutating func credential(_ value: SchemaGraph.Value) {
    guard let name = graph.text(value) else { return }
    guard case .thing(let thing) = value else {
      var certificate = Certificate()
      certificate.name = LocalizedText(name)
      harvest.identity.certificates.append(certificate)
      return
    }
    let issuer = graph.text(thing, "recognizedBy", "issuedBy", "sourceOrganization")
    let date = graph.text(thing, "dateCreated", "validFrom", "datePublished", "certificationIssueDate")
    let category = (graph.text(thing, "credentialCategory") ?? "").lowercased()
    if category.contains("degree") || category.contains("diplom") || category.contains("diplôme") {
      var step = Step()
      step.kind = .study
      step.studyType = text(thing, "name") ?? LocalizedText(name)
      step.area = text(thing, "about")
      step.institution = Organization(named: issuer)
      step.endDate = date.flatMap(DateWords.date)
      let isKnown = harvest.identity.path.contains {
        $0.kind == .study && $0.institution?.name == issuer && issuer != nil && $0.studyType == nil
      }
      if isKnown, let at = harvest.identity.path.firstIndex(where: { $0.institution?.name == issuer }) {
        harvest.identity.path[at].studyType = step.studyType
        harvest.identity.path[at].endDate = harvest.identity.path[at].endDate ?? step.endDate
      } else {
        harvest.identity.path.append(step)
      }
      return
    }
    var certificate = Certificate()
    certificate.name = text(thing, "name") ?? LocalizedText(name)
    certificate.issuer = issuer
    certificate.date = date.flatMap(DateWords.date)
    certificate.expires = graph.text(thing, "expires", "expirationDate").flatMap(DateWords.date)
    certificate.url = SafeURL.web(graph.text(thing, "url"))
    harvest.identity.certificates.append(certificate)
  }

  // MARK: What is offered and wanted

  private mutating func spoken(_ value: SchemaGraph.Value) {
    var skill = LanguageSkill()
    if case .thing(let thing) = value {
      let name = graph.text(thing, "name")
      let tag = graph.text(thing, "alternateName") ?? graph.text(thing, "identifier")
      skill.language = tag.flatMap { Languages.isTag($0) ? $0 : nil } ?? name.flatMap(Languages.code) ?? name
      if let level = graph.text(thing, "proficiencyLevel", "educationalLevel", "level", "description") {
        skill.fluency = Fluency(rawValue: level.uppercased()) ?? (level.lowercased().hasPrefix("nativ") ? .native : nil)
        if skill.fluency == nil { skill.label = level }
      }
    } else if let name = graph.text(value) {
      skill.language = Languages.isTag(name) ? name : Languages.code(of: name) ?? name
    }
    guard let language = skill.language, !harvest.identity.languages.contains(where: { $0.language == language }) else {
      return
    }
    harvest.identity.languages.append(skill)
  }

  private mutating func offer(_ value: SchemaGraph.Value) {
    guard case .thing(let thing) = value else { return }
    let item = graph.things(thing, "itemOffered").first ?? thing
    guard let name = text(item, "name") ?? text(thing, "name") else { return }
    var service = Service()
    service.name = name
    service.summary = text(item, "description") ?? text(thing, "description")
    harvest.identity.services.append(service)
    available(thing)
  }

  private mutating func demand(_ value: SchemaGraph.Value) {
    guard case .thing(let thing) = value else { return }
    let item = graph.things(thing, "itemOffered").first ?? thing
    guard let name = text(item, "name") ?? text(thing, "name") else { return }
    var step = Step()
    step.status = .sought
    step.title = name
    step.startDate = graph.text(thing, "availabilityStarts", "validFrom").flatMap(DateWords.date)
    step.summary = text(item, "description")
    if let place = graph.values(thing, "areaServed").first, let location = location(place) {
      var terms = Terms()
      terms.locations = [location]
      step.terms = terms
    }
    harvest.identity.path.append(step)
  }

  private mutating func available(_ offer: Int) {
    guard harvest.identity.availability == nil,
      let from = graph.text(offer, "availabilityStarts").flatMap(DateWords.date)
    else { return }
    var availability = Availability()
    availability.from = from
    availability.until = graph.text(offer, "availabilityEnds").flatMap(DateWords.date)
    harvest.identity.availability = availability
  }
}
