internal import ParcoursModel
internal import ParcoursSource

/// One reading of a saved profile: sections are found by their headings, entries by their dates. What the text does not tell
/// for sure, a place from the beginning of a description say, is taken for what it looks like and named.
struct LinkedInPDFRun {
  let lines: [PDFLine]
  var identity = Identity()
  var diagnostics: [Diagnostic] = []
  var found = 0

  init(lines: [PDFLine]) { self.lines = lines }

  mutating func read() {
    var sections: [(heading: PDFHeading, lines: [PDFLine])] = []
    var isFrench = false
    var head: [PDFLine] = []
    var broad: Int?
    var isNarrow = false
    for line in lines {
      // A heading stands once; what comes again is somebody's word.
      if let heading = PDFHeading.named(line.text), !sections.contains(where: { $0.heading == heading }) {
        isNarrow = !heading.isMain
        if heading.isMain { broad = sections.count }
        isFrench = isFrench || PDFHeading.isFrench(line.text)
        sections.append((heading, []))
      } else if sections.isEmpty {
        head.append(line)
      } else if isLanguage(line.text), let languages = sections.firstIndex(where: { $0.heading == .languages }) {
        sections[languages].lines.append(line)
      } else {
        // Where the columns are mixed, a section of the narrow one ends with a gap.
        if isNarrow, let broad, line.gap != .none, !(sections.last?.lines.isEmpty ?? true) {
          isNarrow = false
          sections[broad].lines.append(line)
        } else {
          sections[isNarrow ? sections.count - 1 : broad ?? sections.count - 1].lines.append(line)
        }
      }
    }
    found = sections.filter { $0.heading == .experience || $0.heading == .education || $0.heading == .contact }.count
    guard found > 0 else { return }
    identity.language = isFrench ? "fr" : "en"
    identity.extensions = ArchiveRun.extended(nil, [.init("about", .string("summary"))])
    contact((sections.first { $0.heading == .contact }?.lines ?? [])[...])
    person(head, &sections)
    if identity.extensions != nil, identity.summary == nil, !sections.contains(where: { $0.heading == .summary }) {
      identity.extensions = nil
    }
    for (heading, lines) in sections { take(heading, lines) }
  }

  /// A reading that is a guess, told at its place.
  mutating func guess(_ what: Message, _ line: PDFLine) {
    diagnostics.append(
      Diagnostic(
        id: "pdf-guess", severity: .note, "\"\(line.text)\" is taken for \(what)", at: line.range,
        help: "see that it is so: the PDF does not say it"))
  }

  private mutating func take(_ heading: PDFHeading, _ lines: [PDFLine]) {
    switch heading {
    case .contact: break
    case .topSkills:
      identity.skills = lines.prefix(3).map { line in
        var skill = Skill()
        skill.name = line.text
        return skill
      }
    case .languages: for line in lines { language(line) }
    case .certifications:
      for text in paragraphs(lines[...], isList: true) {
        var certificate = Certificate()
        certificate.name = LocalizedText(text)
        identity.certificates.append(certificate)
      }
    case .honors:
      for text in paragraphs(lines[...], isList: true) {
        var award = Award()
        award.title = LocalizedText(text)
        identity.awards.append(award)
      }
    case .publications, .patents:
      for text in paragraphs(lines[...], isList: true) {
        var publication = Publication()
        publication.name = LocalizedText(text)
        identity.publications.append(publication)
      }
    case .summary:
      let text = paragraphs(lines[...]).joined(separator: "\n\n")
      if !text.isEmpty { identity.summary = LocalizedText(text) }
    case .experience: roles(lines)
    case .volunteering: roles(lines, engagement: .volunteer)
    case .education: studies(lines)
    case .projects: projects(lines)
    }
  }

  // MARK: Who it is

  /// The name, the headline and the place stand above the first section of the broad column: at the start of the text, or
  /// below what is last in the narrow one.
  private mutating func person(
    _ first: [PDFLine], _ sections: inout [(heading: PDFHeading, lines: [PDFLine])]
  ) {
    var block = first
    let main = sections.firstIndex { $0.heading.isMain } ?? sections.count
    if block.isEmpty, main > 0 {
      let last = sections[main - 1].lines
      let start = nameLine(in: last)
      block = Array(last[start...])
      sections[main - 1].lines = Array(last[..<start])
    }
    guard let name = block.first else { return }
    identity.name = name.text
    if first.isEmpty, !isInAddress(name.text) { guess("the name", name) }
    var rest = block.dropFirst()
    if let place = rest.last, rest.count > 1, isPlace(place.text) {
      var location = Location()
      location.city = place.text
      var contact = identity.contact ?? Contact()
      contact.location = location
      identity.contact = contact
      rest = rest.dropLast()
    }
    let headline = rest.map(\.text).joined(separator: " ")
    if !headline.isEmpty { identity.headline = LocalizedText(headline) }
  }

  /// Where the name is in what follows the narrow column: the line that the profile's address names, else behind the last gap
  /// that leaves a name, a headline and a place.
  private func nameLine(in lines: [PDFLine]) -> Int {
    if let known = lines.last(where: { isInAddress($0.text) }).flatMap({ line in
      lines.indices.last { lines[$0].range == line.range }
    }) {
      return known
    }
    let gaps = lines.indices.filter { lines[$0].gap != .none }
    return gaps.last { lines.endIndex - $0 >= 2 && isName(lines[$0].text) } ?? gaps.last { isName(lines[$0].text) }
      ?? lines.endIndex
  }

  /// Whether words could be somebody's name.
  private func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (2...6).contains(words.count) && !text.contains(where: { $0.isNumber || "|@/()".contains($0) })
      && (words.first?.first?.isUppercase ?? false)
  }

  /// Whether every word is in the address of the profile, `www.linkedin.com/in/lea-nguyen-12ab`.
  private func isInAddress(_ text: String) -> Bool {
    guard let address = identity.contact?.profiles.first(where: { $0.network == "LinkedIn" })?.username, isName(text)
    else { return false }
    let known = Folding.compact(address)
    let words = Folding.folded(text).split(separator: " ").filter { $0.count > 1 }
    return !words.isEmpty && words.allSatisfy { known.contains($0) }
  }

  /// Addresses, each with its kind in brackets at its end; long ones go over two lines.
  private mutating func contact(_ lines: ArraySlice<PDFLine>) {
    var contact = Contact()
    var address = ""
    for line in lines {
      address += line.text
      let parts = Self.tagged(address)
      let body = parts.text
      if body.contains("@"), !body.contains("/"), !body.contains(" ") {
        contact.email = body
      } else if body.count > 5, body.allSatisfy({ $0.isNumber || " +()-./".contains($0) }) {
        contact.phone = body
        // A number that LinkedIn shows to connections alone is nobody's else before the owner says so.
        contact.attributes.fieldVisibility = FieldVisibility([.init("phone", .private)])
      } else if parts.tag != nil, let slash = body.firstRange(of: "linkedin.com/in/") {
        var profile = Profile()
        profile.network = "LinkedIn"
        profile.username = String(body[slash.upperBound...].prefix { $0 != "/" && $0 != "?" })
        profile.url = ArchiveValue.address(body)
        contact.profiles.append(profile)
      } else if parts.tag != nil, let url = ArchiveValue.address(body) {
        if contact.url == nil {
          contact.url = url
        } else {
          var profile = Profile()
          profile.network = parts.tag
          profile.url = url
          contact.profiles.append(profile)
        }
      } else if body.contains("."), !body.contains(" "), body.contains("/") || body.hasPrefix("www.") {
        continue
      }
      address = ""
    }
    if contact != Contact() { identity.contact = contact }
  }

  /// `example.org (Company)` as the address and its kind.
  static func tagged(_ text: String) -> (text: String, tag: String?) {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return (text, nil) }
    return (String(text[..<open]).trimmed, String(text[text.index(after: open)...].dropLast()))
  }

  /// `Français (Native or Bilingual)`, wherever it came to stand.
  private func isLanguage(_ text: String) -> Bool {
    let (name, level) = Self.tagged(text)
    guard let level, Languages.code(of: name) != nil else { return false }
    return ArchiveValue.fluency(level) != nil || Self.frenchFluency(level) != nil
  }

  private mutating func language(_ line: PDFLine) {
    let (name, level) = Self.tagged(line.text)
    var spoken = LanguageSkill()
    spoken.language = Languages.code(of: name) ?? name
    if let level {
      spoken.fluency = ArchiveValue.fluency(level) ?? Self.frenchFluency(level)
      spoken.label = level
    } else if Languages.code(of: name) == nil {
      guess("a language", line)
    }
    identity.languages.append(spoken)
  }

  private static func frenchFluency(_ text: String) -> Fluency? {
    Fluency.allCases.first { Wording("fr").fluency($0).lowercased() == text.lowercased() }
  }
}
