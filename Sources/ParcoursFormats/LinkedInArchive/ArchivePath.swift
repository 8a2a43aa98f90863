internal import ParcoursModel
internal import ParcoursSource

/// Who it is and what they did: the member's own tables.
extension ArchiveRun {
  mutating func profile(_ table: ArchiveTable) {
    let (first, last) = (table.column("First Name"), table.column("Last Name"))
    let name = [table.text(0, first), table.text(0, last)].compactMap(\.self).joined(separator: " ")
    if !name.isEmpty { identity.name = name }
    identity.headline = own(table.text(0, table.column("Headline")))
    if let summary = table.text(0, table.column("Summary")) {
      identity.summary = own(ArchiveValue.paragraphs(summary))
      // It is the whole About: nothing is to be added to it on its way back.
      identity.extensions = Self.extended(identity.extensions, [.init("about", .string("summary"))])
    }
    var location = Location()
    location.address = table.text(0, table.column("Address"))
    location.postalCode = table.text(0, table.column("Zip Code"))
    location.city = table.text(0, table.column("Geo Location")) ?? table.text(0, table.column("Country"))
    // Where somebody lives is for nobody else where the archive says it so precisely.
    location.attributes.fieldVisibility = Self.private(
      [("address", location.address), ("postalCode", location.postalCode)])
    var contact = identity.contact ?? Contact()
    if location != Location() { contact.location = location }
    for (kind, address) in ArchiveValue.tagged(table.text(0, table.column("Websites")) ?? "") {
      guard let url = ArchiveValue.address(address) else {
        warn("\(table.name): \"\(address)\" is no address of a page, and is left out")
        continue
      }
      if contact.url == nil {
        contact.url = url
      } else {
        var profile = Profile()
        profile.network = kind.map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() } ?? "Web"
        profile.url = url
        contact.profiles.append(profile)
      }
    }
    for (_, handle) in ArchiveValue.tagged(table.text(0, table.column("Twitter Handles")) ?? "") {
      var profile = Profile()
      profile.network = "X"
      profile.username = handle
      contact.profiles.append(profile)
    }
    for (kind, value) in ArchiveValue.tagged(table.text(0, table.column("Instant Messengers")) ?? "") {
      var profile = Profile()
      profile.network = kind.map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() } ?? "Messenger"
      profile.username = value
      contact.profiles.append(profile)
    }
    if contact != Contact() { identity.contact = contact }
    // What the model has no place for, and nobody should see, stays with the owner.
    var rest: [JSONValue.Member] = []
    for column in ["Maiden Name", "Industry", "Contact Instructions"] {
      if let value = table.text(0, table.column(column)) { rest.append(.init(column, .string(value))) }
    }
    if !rest.isEmpty { identity.extensions = Self.extended(identity.extensions, rest) }
    let personal = ["Birth Date", "Marital Status"].filter { table.text(0, table.column($0)) != nil }
    if !personal.isEmpty {
      note("\(table.name): \(personal.joined(separator: ", ")) not taken over: no client may decide by it")
    }
    if table.count > 1 { note("\(table.name): \(table.count - 1) more rows are not read") }
  }

  static func `private`(_ fields: [(name: String, value: String?)]) -> FieldVisibility? {
    let entries = fields.filter { $0.value != nil }.map {
      FieldVisibility.Entry($0.name, .private)
    }
    guard !entries.isEmpty else { return nil }
    return FieldVisibility(entries)
  }

  /// Data of LinkedIn's that the model has no place for.
  static func extended(_ extensions: Extensions?, _ members: [JSONValue.Member]) -> Extensions {
    var all = extensions ?? Extensions()
    var known: [JSONValue.Member] = []
    if case .object(let old)? = all["linkedin"] { known = old }
    all["linkedin"] = .object(known + members)
    return all
  }

  mutating func generated(_ table: ArchiveTable) {
    _ = table.column("Profile Summary")
    note("\(table.name) is a text that LinkedIn made of the profile, and is not read")
  }

  private static func organization(_ name: String?) -> Organization? {
    guard let name else { return nil }
    var organization = Organization()
    organization.name = name
    return organization
  }

  private static func place(_ name: String?) -> Location? {
    guard let name else { return nil }
    var location = Location()
    location.city = name
    return location
  }

  /// The description of a step, taken apart.
  private mutating func describe(_ step: inout Step, _ text: String?) {
    guard let text else { return }
    texts.append(text)
    let parts = ArchiveValue.description(text)
    (step.summary, step.highlights) = parts
  }

  mutating func positions(_ table: ArchiveTable) {
    roles(table, organization: table.column("Company Name", "Company"), title: table.column("Title", "Position"))
  }

  mutating func volunteering(_ table: ArchiveTable) {
    roles(
      table, organization: table.column("Company Name", "Organization"), title: table.column("Role", "Title"),
      engagement: .volunteer)
  }

  mutating func organizations(_ table: ArchiveTable) {
    roles(table, organization: table.column("Name"), title: table.column("Position"), engagement: .volunteer)
  }

  private mutating func roles(
    _ table: ArchiveTable, organization: Int?, title: Int?, engagement: Step.Engagement? = nil
  ) {
    let (description, location, cause) = (table.column("Description"), table.column("Location"), table.column("Cause"))
    let (start, end) = (table.column("Started On", "Start Date"), table.column("Finished On", "End Date"))
    for row in 0..<table.count {
      var step = Step()
      step.engagement = engagement
      step.title = table.text(row, title).map { LocalizedText($0) }
      name(table.text(row, organization), table.text(row, title), &step, table.name)
      step.location = Self.place(table.text(row, location))
      step.startDate = date(table, row, start)
      step.endDate = date(table, row, end)
      describe(&step, table.text(row, description))
      if let cause = table.text(row, cause) { step.attributes.tags = [cause] }
      identity.path.append(step)
    }
  }

  /// Whom a role was for. Where LinkedIn wants a company and there is none, people write what they are instead; and a break,
  /// which the archive has no column for, stands among the roles under its name.
  private mutating func name(_ company: String?, _ title: String?, _ step: inout Step, _ table: String) {
    let names = [company, title].compactMap { $0.map(Folding.folded) }
    if step.engagement == nil, names.contains(where: { BreakWords.isBreak($0) }) || company == nil,
      let reason = Self.reason(names)
    {
      step.kind = .break
      step.reason = reason
      step.title = nil
      note("\(table): \"\(title ?? company ?? "")\" is taken for a career break")
      return
    }
    if step.engagement == nil, let company, let engagement = Self.employment[Folding.folded(company)] {
      step.engagement = engagement
      return
    }
    step.organization = Self.organization(company)
  }

  /// What people write for a company that there is none of.
  private static let employment: [String: Step.Engagement] = [
    "freelance": .freelance, "freelancer": .freelance, "independant": .freelance, "independante": .freelance,
    "freiberuflich": .freelance, "freiberufler": .freelance, "freiberuflerin": .freelance,
    "self employed": .selfEmployed,
    "selfemployed": .selfEmployed, "a mon compte": .selfEmployed, "auto entrepreneur": .selfEmployed,
    "auto entrepreneuse": .selfEmployed, "autoentrepreneur": .selfEmployed, "micro entreprise": .selfEmployed,
    "travailleur independant": .selfEmployed, "travailleuse independante": .selfEmployed,
    "selbststandig": .selfEmployed,
  ]

  /// The reason that names speak of; `other` where they name a break alone, nil where none.
  private static func reason(_ names: [String]) -> Step.BreakReason? {
    if let reason = names.lazy.compactMap(BreakWords.reason).first { return reason }
    return names.contains(where: BreakWords.isBreak) ? .other : nil
  }

  mutating func education(_ table: ArchiveTable) {
    let (school, degree) = (table.column("School Name", "School"), table.column("Degree Name", "Degree"))
    let (notes, activities) = (table.column("Notes"), table.column("Activities"))
    let (start, end) = (table.column("Start Date", "Started On"), table.column("End Date", "Finished On"))
    for row in 0..<table.count {
      var step = Step()
      step.kind = .study
      step.institution = Self.organization(table.text(row, school))
      if let degree = table.text(row, degree) {
        // "Master, Data science": the degree, then its field.
        let parts = degree.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
        step.studyType = parts.first.map { LocalizedText($0) }
        if parts.count > 1, !parts[1].isEmpty { step.area = LocalizedText(parts[1]) }
      }
      step.startDate = date(table, row, start)
      step.endDate = date(table, row, end)
      describe(&step, table.text(row, notes))
      if let activities = table.text(row, activities) {
        texts.append(activities)
        step.highlights += activities.split(whereSeparator: \.isNewline).map { LocalizedText(String($0).trimmed) }
      }
      identity.path.append(step)
    }
  }

  mutating func courses(_ table: ArchiveTable) {
    let (name, number) = (table.column("Name"), table.column("Number"))
    var step = Step()
    step.kind = .study
    step.studyType = LocalizedText(versions: [
      .init(language: "en", text: "Courses"), .init(language: "fr", text: "Cours"),
    ])
    for row in 0..<table.count {
      let parts = [table.text(row, name), table.text(row, number).map { "(\($0))" }].compactMap(\.self)
      if !parts.isEmpty { step.courses.append(LocalizedText(parts.joined(separator: " "))) }
    }
    // The archive does not say at which school they were.
    if !step.courses.isEmpty { identity.path.append(step) }
  }

  mutating func skills(_ table: ArchiveTable) {
    let name = table.column("Name")
    for row in 0..<table.count {
      guard let name = table.text(row, name) else { continue }
      var skill = Skill()
      skill.name = name
      identity.skills.append(skill)
    }
  }

  mutating func languages(_ table: ArchiveTable) {
    let (name, proficiency) = (table.column("Name"), table.column("Proficiency"))
    for row in 0..<table.count {
      guard let name = table.text(row, name) else { continue }
      var spoken = LanguageSkill()
      spoken.language = Languages.code(of: name) ?? name
      if let said = table.text(row, proficiency) {
        spoken.fluency = ArchiveValue.fluency(said)
        spoken.label = said
      }
      identity.languages.append(spoken)
    }
  }

  mutating func certifications(_ table: ArchiveTable) {
    let (name, url, authority) = (table.column("Name"), table.column("Url"), table.column("Authority"))
    let (start, end, license) = (
      table.column("Started On"), table.column("Finished On"), table.column("License Number")
    )
    for row in 0..<table.count {
      var certificate = Certificate()
      certificate.name = table.text(row, name).map { LocalizedText($0) }
      certificate.issuer = table.text(row, authority)
      certificate.url = table.text(row, url).flatMap(ArchiveValue.address)
      certificate.date = date(table, row, start)
      certificate.expires = date(table, row, end)
      if let license = table.text(row, license) {
        certificate.attributes.extensions = Self.extended(nil, [.init("License Number", .string(license))])
      }
      identity.certificates.append(certificate)
    }
  }

  mutating func projects(_ table: ArchiveTable) {
    let (title, description, url) = (table.column("Title"), table.column("Description"), table.column("Url"))
    let (start, end) = (table.column("Started On"), table.column("Finished On"))
    for row in 0..<table.count {
      var project = Project()
      project.name = table.text(row, title).map { LocalizedText($0) }
      project.url = table.text(row, url).flatMap(ArchiveValue.address)
      project.startDate = date(table, row, start)
      project.endDate = date(table, row, end)
      if let text = table.text(row, description) {
        texts.append(text)
        let parts = ArchiveValue.description(text)
        (project.description, project.highlights) = (parts.summary, parts.highlights)
      }
      identity.projects.append(project)
    }
  }

  mutating func honors(_ table: ArchiveTable) {
    let (title, description, issued) = (table.column("Title"), table.column("Description"), table.column("Issued On"))
    for row in 0..<table.count {
      var award = Award()
      award.title = table.text(row, title).map { LocalizedText($0) }
      award.summary = own(table.text(row, description))
      award.date = date(table, row, issued)
      identity.awards.append(award)
    }
  }

  mutating func testScores(_ table: ArchiveTable) {
    let (tested, name) = (table.column("Tested On"), table.column("Name"))
    let (description, score) = (table.column("Description"), table.column("Score"))
    for row in 0..<table.count {
      var award = Award()
      let parts = [table.text(row, name), table.text(row, score)].compactMap(\.self)
      award.title = parts.isEmpty ? nil : LocalizedText(parts.joined(separator: ": "))
      award.summary = own(table.text(row, description))
      award.date = date(table, row, tested)
      identity.awards.append(award)
    }
  }

  mutating func publications(_ table: ArchiveTable) {
    publications(table, date: table.column("Published On"), publisher: table.column("Publisher"))
  }

  mutating func patents(_ table: ArchiveTable) {
    publications(
      table, date: table.column("Issued On", "Filed On", "Date"), publisher: table.column("Number", "Patent Number"))
  }

  private mutating func publications(_ table: ArchiveTable, date published: Int?, publisher: Int?) {
    let (name, description, url) = (table.column("Name", "Title"), table.column("Description"), table.column("Url"))
    for row in 0..<table.count {
      var publication = Publication()
      publication.name = table.text(row, name).map { LocalizedText($0) }
      publication.publisher = table.text(row, publisher)
      publication.releaseDate = date(table, row, published)
      publication.summary = own(table.text(row, description))
      publication.url = table.text(row, url).flatMap(ArchiveValue.address)
      identity.publications.append(publication)
    }
  }

  mutating func causes(_ table: ArchiveTable) {
    let cause = table.column("Supported Cause", "Cause")
    for row in 0..<table.count {
      guard let cause = table.text(row, cause) else { continue }
      var interest = Interest()
      interest.name = LocalizedText(cause)
      identity.interests.append(interest)
    }
  }
}
