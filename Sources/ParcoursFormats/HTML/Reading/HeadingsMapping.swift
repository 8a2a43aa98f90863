internal import ParcoursModel

/// Makes an identity of a page without any marks for machines, by its headings and lists in English and French. Each field
/// says how sure it is.
struct HeadingsMapping {
  private let page: Page
  private(set) var harvest = Harvest(.headings)
  private var blocks: [PageBlock] = []

  /// Maps a page; nil where nothing looks like a profile.
  init?(_ page: Page) {
    self.page = page
    blocks = PageBlock.all(of: page)
    harvest.identity.language = page.isEmpty ? nil : page[0, "lang"]
    readSections()
    readName()
    readContact()
    guard harvest.isProfile else { return nil }
  }

  private mutating func sure(_ field: String, _ percent: Int, _ block: PageBlock) {
    harvest.confidences.append(.init(field: field, percent: percent, place: block.place))
  }

  // MARK: Who

  private static let decorations = [
    "resume of ", "résumé of ", "cv of ", "cv de ", "cv - ", "cv – ", "curriculum vitae of ", "curriculum vitae de ",
    "profile of ", "portfolio of ", "about ", "hi, i'm ", "hi, i’m ", "hello, i'm ", "bonjour, je suis ",
  ]
  private static let endings = [
    "'s resume", "’s resume", "'s cv", "’s cv", "'s portfolio", "’s portfolio", " resume", " résumé", " cv",
    " portfolio",
  ]

  private static func name(in text: String) -> String? {
    guard text.isAtMost(200) else { return nil }
    var text = text.collapsed
    for separator in [" — ", " – ", " - ", " | ", " · ", ", ", " : "] {
      if let cut = text.split(separator: separator).first, cut.count < text.count { text = String(cut).trimmed }
    }
    let lower = text.lowercased()
    for start in decorations where lower.hasPrefix(start) { text = String(text.dropFirst(start.count)) }
    for end in endings where text.lowercased().hasSuffix(end) { text = String(text.dropLast(end.count)) }
    let words = text.split(separator: " ")
    guard (1...6).contains(words.count), text.count <= 80, PageSection.of(text) == nil,
      words.contains(where: { $0.first?.isUppercase ?? false }), !text.contains(where: { "@/\\<>{}[]?!".contains($0) }),
      text.contains(where: \.isLetter)
    else { return nil }
    return text.trimmed
  }

  private mutating func readName() {
    if let at = blocks.firstIndex(where: { $0.level == 1 && Self.name(in: $0.text) != nil }) {
      harvest.identity.name = Self.name(in: blocks[at].text)
      sure("name", blocks[at].text.split(separator: " ").count >= 2 ? 90 : 70, blocks[at])
      // What stands right under the name is what the person does.
      if blocks.indices.contains(at + 1) {
        let next = blocks[at + 1]
        if next.text.isAtMost(120), next.level != 1, PageSection.of(next.text) == nil, !next.text.contains("@"),
          !next.text.contains("://"), DateWords.range(next.text) == nil, next.text.filter(\.isNumber).count < 5,
          harvest.identity.summary?.versions.first?.text != next.text
        {
          harvest.identity.headline = LocalizedText(next.text)
          sure("headline", next.level > 0 ? 75 : 55, next)
        }
      }
    } else if let title = page.nodes.indices.first(where: { page[$0].name == "title" }),
      let name = Self.name(in: page.titleText(title))
    {
      harvest.identity.name = name
      harvest.confidences.append(.init(field: "name", percent: 60, place: page[title].range.lowerBound))
    }
  }

  private mutating func readContact() {
    var contact = Contact()
    for index in page.nodes.indices where page[index].name == "a" {
      guard let href = page[index, "href"]?.trimmed else { continue }
      let lower = href.lowercased()
      if lower.hasPrefix("mailto:"), contact.email == nil {
        contact.email = String(href.dropFirst(7).prefix { $0 != "?" })
        harvest.confidences.append(.init(field: "contact.email", percent: 95, place: page[index].range.lowerBound))
      } else if lower.hasPrefix("tel:"), contact.phone == nil {
        let text = page.plainText(index)
        contact.phone = text.filter(\.isNumber).count >= 6 ? text : String(href.dropFirst(4))
        harvest.confidences.append(.init(field: "contact.phone", percent: 95, place: page[index].range.lowerBound))
      } else if let network = WebAddress.network(of: href), network.first?.isUppercase ?? false,
        let safe = SafeURL.web(href), !contact.profiles.contains(where: { $0.network == network }),
        WebAddress.username(of: href) != nil
      {
        var profile = Profile()
        profile.network = network
        profile.url = safe
        profile.username = WebAddress.username(of: href)
        contact.profiles.append(profile)
        harvest.confidences.append(.init(field: "contact.profiles", percent: 80, place: page[index].range.lowerBound))
      }
    }
    for block in blocks.prefix(400)
    where block.text.utf8.count <= 2_000 && (contact.email == nil || contact.phone == nil) {
      for word in block.text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "|" || $0 == "(" || $0 == ")" }) {
        if contact.email == nil, SafeURL.mail(String(word)) != nil, word.contains("."), !word.hasPrefix("@") {
          contact.email = String(word)
          sure("contact.email", 85, block)
        }
      }
      if contact.phone == nil, let phone = Self.phone(in: block.text) {
        contact.phone = phone
        sure("contact.phone", 60, block)
      }
    }
    if contact != Contact() { harvest.identity.contact = contact }
  }

  /// A telephone number that a line is, or that follows a word for it.
  private static func phone(in text: String) -> String? {
    guard text.utf8.reduce(0, { $0 + ((0x30...0x39).contains($1) ? 1 : 0) }) >= 8 else { return nil }
    let lower = text.lowercased()
    for label in ["phone", "tel", "tél", "téléphone", "mobile", "portable", "+"] {
      guard let at = lower.firstRange(of: label) else { continue }
      let rest = text[at.lowerBound...].drop { !($0.isNumber || $0 == "+") }
      let number = rest.prefix { $0.isNumber || " +().-/\u{A0}".contains($0) }.trimmed
      if (8...17).contains(number.filter(\.isNumber).count) { return number }
    }
    return nil
  }

  // MARK: Sections

  private mutating func readSections() {
    var at = 0
    while at < blocks.count {
      guard blocks[at].isHeading, let section = PageSection.of(blocks[at].text) else {
        at += 1
        continue
      }
      let level = blocks[at].level
      var end = at + 1
      while end < blocks.count {
        let block = blocks[end]
        if block.isHeading,
          block.level <= level || (block.level == 7 && level == 7) || PageSection.of(block.text) != nil
        {
          break
        }
        end += 1
      }
      read(section, Array(blocks[(at + 1)..<end].prefix(1_500)))
      at = end
    }
  }

  private mutating func read(_ section: PageSection, _ blocks: [PageBlock]) {
    guard let first = blocks.first else { return }
    switch section {
    case .summary:
      guard harvest.identity.summary == nil else { return }
      let text = blocks.filter { !$0.isHeading }.map(\.text).joined(separator: "\n\n")
      if !text.isEmpty {
        harvest.identity.summary = LocalizedText(text)
        sure("summary", 85, first)
      }
    case .work, .volunteering, .education:
      for entry in PageEntry.split(blocks).prefix(500) { step(section, entry) }
    case .skills: skills(blocks)
    case .languages:
      for block in blocks {
        for part in block.text.split(whereSeparator: { ",;•|".contains($0) }).prefix(100) {
          language(String(part), block)
        }
      }
    case .projects:
      for entry in PageEntry.split(blocks).prefix(500) {
        var project = Project()
        project.name = LocalizedText(entry.titles.first ?? entry.texts.first ?? "")
        project.description = entry.paragraph
        project.highlights = entry.items.map { LocalizedText($0) }
        project.startDate = entry.start
        project.endDate = entry.end
        harvest.identity.projects.append(project)
        sure("projects[].name", entry.titles.isEmpty ? 50 : 75, entry.first)
      }
    case .certificates:
      for block in blocks where !block.text.isEmpty {
        var certificate = Certificate()
        let (text, date) = PageEntry.withoutDate(block.text)
        certificate.name = LocalizedText(text)
        certificate.date = date
        harvest.identity.certificates.append(certificate)
        sure("certificates[].name", 70, block)
      }
    case .awards:
      for block in blocks where !block.text.isEmpty {
        var award = Award()
        let (text, date) = PageEntry.withoutDate(block.text)
        award.title = LocalizedText(text)
        award.date = date
        harvest.identity.awards.append(award)
        sure("awards[].title", 65, block)
      }
    case .publications:
      for block in blocks where !block.text.isEmpty {
        var publication = Publication()
        publication.name = LocalizedText(block.text)
        harvest.identity.publications.append(publication)
        sure("publications[].name", 65, block)
      }
    case .interests:
      for block in blocks {
        for part in block.text.split(whereSeparator: { ",;•|".contains($0) }).map(\.trimmed) where !part.isEmpty {
          var interest = Interest()
          interest.name = LocalizedText(part)
          harvest.identity.interests.append(interest)
        }
      }
      sure("interests[].name", 75, first)
    case .services:
      for entry in PageEntry.split(blocks).prefix(200) {
        var service = Service()
        service.name = LocalizedText(entry.titles.first ?? entry.texts.first ?? "")
        service.summary = entry.paragraph
        service.deliverables = entry.items.map { LocalizedText($0) }
        harvest.identity.services.append(service)
        sure("services[].name", 70, entry.first)
      }
    case .contact: break
    }
  }

  private mutating func step(_ section: PageSection, _ entry: PageEntry) {
    var step = Step()
    step.startDate = entry.start
    step.endDate = entry.end
    step.highlights = entry.items.map { LocalizedText($0) }
    step.summary = entry.paragraph
    let titles = entry.parts
    let field: String
    if section == .education {
      step.kind = .study
      let school = titles.firstIndex { PageEntry.isSchool($0) } ?? (titles.count > 1 ? 1 : 0)
      if titles.indices.contains(school) { step.institution = Organization(named: titles[school]) }
      let rest = titles.indices.filter { $0 != school }.map { titles[$0] }
      step.studyType = rest.first.map { LocalizedText($0) }
      field = "path[].institution"
    } else {
      if section == .volunteering { step.engagement = .volunteer }
      step.title = titles.first.map { LocalizedText($0) }
      if titles.count > 1 { step.organization = Organization(named: titles[1]) }
      field = "path[].title"
    }
    guard !titles.isEmpty, entry.start != nil || !entry.titles.isEmpty else { return }
    harvest.identity.path.append(step)
    let hasDate = entry.start != nil
    sure(field, (hasDate ? 60 : 40) + (entry.titles.isEmpty ? 0 : 15), entry.first)
    if step.organization != nil { sure("path[].organization", entry.isAt ? 75 : 50, entry.first) }
    if hasDate { sure("path[].startDate", 85, entry.first) }
  }

  private mutating func skills(_ blocks: [PageBlock]) {
    var last: PageBlock?
    for block in blocks where !block.isHeading {
      // "Languages: Swift, C" says what kind they are before the colon.
      let cut = block.text.firstIndex(of: ":").map { block.text[block.text.index(after: $0)...] } ?? block.text[...]
      let parts = cut.split(whereSeparator: { ",;•|/·".contains($0) }).map(\.trimmed)
      for part in parts.prefix(2_000) where !part.isEmpty && part.isAtMost(60) && part.split(separator: " ").count <= 6
      {
        harvest.addSkill(part)
        last = block
      }
    }
    if let last { sure("skills[].name", last.isItem ? 80 : 65, last) }
  }

  private mutating func language(_ text: String, _ block: PageBlock) {
    let words = text.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    guard let name = words.first, let code = Languages.code(of: name) else { return }
    guard !harvest.identity.languages.contains(where: { $0.language == code }) else { return }
    var skill = LanguageSkill()
    skill.language = code
    skill.fluency = words.dropFirst().lazy.compactMap { Fluency(rawValue: $0.uppercased()) }.first
    let rest = text.lowercased()
    if skill.fluency == nil,
      ["native", "mother", "maternelle", "bilingual", "bilingue", "natif"].contains(where: rest.contains)
    {
      skill.fluency = .native
    }
    if skill.fluency == nil {
      let label = text.drop { !$0.isLetter }.dropFirst(name.count).drop { !$0.isLetter }.filter { $0 != ")" }.trimmed
      if !label.isEmpty { skill.label = label }
    }
    harvest.identity.languages.append(skill)
    sure("languages[].language", 85, block)
  }
}

extension Page {
  /// The text of a `title`, which is not shown in the page.
  func titleText(_ index: Int) -> String { nodes[index].children.map { nodes[$0].text }.joined().collapsed }
}
