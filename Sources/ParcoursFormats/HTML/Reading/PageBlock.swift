internal import ParcoursModel

/// A line of a page as a reader sees it: a heading, an item of a list, or a text.
struct PageBlock: Sendable {
  var text: String
  /// 1 to 6 for headings, 7 for a line in bold that stands for one, 0 for anything else.
  var level: Int
  /// Whether it is an item of a list.
  var isItem: Bool
  /// Where it starts in the source.
  var place: Int

  var isHeading: Bool { level > 0 }

  /// The lines of a page in their order, hidden ones left out.
  static func all(of page: Page) -> [PageBlock] {
    guard !page.isEmpty else { return [] }
    var run = Run(page: page)
    run.walk(0, isItem: false, level: 0)
    run.flush()
    return run.blocks
  }

  private struct Run {
    let page: Page
    var blocks: [PageBlock] = []
    private var line = ""
    private var place = 0
    private var isItem = false
    private var level = 0
    /// How much of the line is in bold.
    private var bold = 0

    init(page: Page) { self.page = page }

    mutating func flush() {
      let text = line.collapsed
      if !text.isEmpty, blocks.count < 50_000 {
        let isBold = level == 0 && !isItem && bold > 0 && text.isAtMost(80) && bold >= text.unicodeScalars.count
        blocks.append(PageBlock(text: text, level: isBold ? 7 : level, isItem: isItem, place: place))
      }
      line = ""
      bold = 0
    }

    mutating func walk(_ index: Int, isItem inItem: Bool, level inLevel: Int, isBold: Bool = false) {
      let node = page[index]
      if node.name.isEmpty {
        if line.isEmpty { (place, isItem, level) = (node.range.lowerBound, inItem, inLevel) }
        line += node.text
        if isBold { bold += node.text.collapsed.unicodeScalars.count + (bold > 0 ? 1 : 0) }
        return
      }
      guard !Page.silent.contains(node.name), page[index, "hidden"] == nil, node.name != "nav",
        page[index, "aria-hidden"] != "true"
      else { return }
      if let style = page[index, "style"], style.lowercased().filter({ !$0.isWhitespace }).contains("display:none") {
        return
      }
      let isBlock = Page.blocks.contains(node.name)
      if isBlock { flush() }
      var level = inLevel
      if node.name.count == 2, node.name.hasPrefix("h"), let digit = node.name.last?.wholeNumberValue,
        (1...6).contains(digit)
      {
        level = digit
      }
      if node.name == "img", let alt = page[index, "alt"], level > 0 { line += " \(alt) " }
      let isItem = inItem || node.name == "li" || node.name == "dd"
      let bold = isBold || ["b", "strong", "dt", "summary", "th"].contains(node.name)
      for child in node.children {
        walk(
          child, isItem: isItem && !["h1", "h2", "h3", "h4", "h5", "h6"].contains(page[child].name), level: level,
          isBold: bold)
      }
      if isBlock { flush() }
    }
  }
}

/// The sections that profiles have, by their headings in English and French.
enum PageSection: Sendable {
  case summary, work, volunteering, education, skills, languages, projects, certificates, awards, publications,
    interests, services, contact

  private static let words: [(PageSection, [String])] = [
    (
      .volunteering,
      [
        "volunteer", "volunteering", "volunteer experience", "benevolat", "engagement associatif", "engagements",
        "vie associative",
      ]
    ),
    (
      .work,
      [
        "experience", "work experience", "professional experience", "employment", "employment history", "work history",
        "work",
        "career", "career history", "positions", "jobs", "experiences", "experience professionnelle",
        "experiences professionnelles",
        "parcours", "parcours professionnel", "carriere", "emplois", "missions", "postes",
      ]
    ),
    (
      .education,
      [
        "education", "studies", "academic background", "education and training", "formation", "formations", "etudes",
        "diplomes",
        "cursus", "parcours academique", "scolarite", "education formation", "formation et diplomes",
      ]
    ),
    (
      .skills,
      [
        "skills", "technical skills", "key skills", "core competencies", "competencies", "expertise", "technologies",
        "tools",
        "competences", "competences techniques", "savoir faire", "outils", "stack", "technical stack",
        "skills and tools",
      ]
    ),
    (.languages, ["languages", "langues", "spoken languages", "langues parlees"]),
    (
      .projects,
      [
        "projects", "personal projects", "side projects", "projets", "realisations", "portfolio", "selected work",
        "projets personnels",
      ]
    ),
    (.certificates, ["certifications", "certificates", "licenses and certifications", "certificats"]),
    (
      .awards,
      ["awards", "honors", "honours", "honors and awards", "awards and honors", "distinctions", "prix", "recompenses"]
    ),
    (.publications, ["publications", "papers", "articles", "talks"]),
    (
      .interests,
      [
        "interests", "hobbies", "hobbies and interests", "centres d interet", "centres d interets", "loisirs",
        "interets", "passions",
      ]
    ),
    (.services, ["services", "what i do", "prestations", "offres", "mes services"]),
    (
      .summary,
      [
        "summary", "profile", "about", "about me", "professional summary", "objective", "bio", "biography",
        "introduction",
        "profil", "a propos", "a propos de moi", "resume", "en bref", "presentation", "qui suis je", "objectif",
      ]
    ),
    (
      .contact,
      [
        "contact", "contact me", "contact information", "coordonnees", "me contacter", "get in touch", "references",
        "now", "next",
      ]
    ),
  ]

  /// The section that a heading begins; nil where it is none that is known.
  static func of(_ heading: String) -> PageSection? {
    guard heading.isAtMost(60) else { return nil }
    let folded = Folding.folded(heading)
    return words.first { $0.1.contains(folded) }?.0
  }
}

/// An entry of a section: a job, a study, a project.
struct PageEntry {
  var titles: [String] = []
  var texts: [String] = []
  var items: [String] = []
  var start: PartialDate?
  var end: PartialDate?
  var first: PageBlock
  /// Whether "at" or "chez" told the organization apart.
  var isAt = false

  /// The paragraphs as one text.
  var paragraph: LocalizedText? {
    let long = texts.filter { !parts.contains($0) }
    return long.isEmpty ? nil : LocalizedText(long.joined(separator: "\n\n"))
  }

  /// Title and organization, apart.
  var parts: [String] = []

  /// Entries: each begins with a heading of the section's own, or with the dates of the next.
  static func split(_ blocks: [PageBlock]) -> [PageEntry] {
    let top = blocks.filter(\.isHeading).map(\.level).min()
    var entries: [PageEntry] = []
    for block in blocks where entries.count < 501 {
      let (text, range) = withoutRange(block.text)
      let isTop = block.isHeading && block.level == top
      let begins: Bool
      if top != nil {
        begins = isTop && !(entries.last.map { $0.isOpen && $0.start == nil } ?? false && range != nil && text.isEmpty)
      } else {
        begins =
          range != nil
          && (entries.isEmpty || entries[entries.count - 1].start != nil || !entries[entries.count - 1].isOpen)
      }
      if begins || entries.isEmpty {
        // A line before the dates is the title, where headings are none.
        var entry = PageEntry(first: block)
        if top == nil, range != nil, text.isAtMost(3), var last = entries.last, last.start == nil {
          last.start = range?.start
          last.end = range?.end
          entries[entries.count - 1] = last
          continue
        }
        entry.start = range?.start
        entry.end = range?.end
        if !text.isEmpty {
          if block.isHeading || range != nil { entry.titles.append(text) } else { entry.texts.append(text) }
        }
        entries.append(entry)
        continue
      }
      entries[entries.count - 1].add(block, text, range)
    }
    for index in entries.indices { entries[index].finish() }
    return entries.filter { !$0.titles.isEmpty || !$0.texts.isEmpty || $0.start != nil }
  }

  /// Whether nothing but titles was said yet.
  private var isOpen: Bool { texts.isEmpty && items.isEmpty }

  private mutating func add(_ block: PageBlock, _ text: String, _ range: (start: PartialDate, end: PartialDate?)?) {
    if let range, start == nil {
      (start, end) = (range.start, range.end)
      if !text.isEmpty, isOpen { titles.append(text) }
    } else if block.isHeading {
      titles.append(block.text)
    } else if block.isItem {
      items.append(block.text)
    } else if isOpen, titles.count < 3, block.text.isAtMost(80), !block.text.hasSuffix(".") {
      titles.append(block.text)
    } else {
      texts.append(block.text)
    }
  }

  private mutating func finish() {
    if titles.isEmpty, let text = texts.first, text.isAtMost(100) {
      titles = [text]
      texts.removeFirst()
      parts = Self.parted(text).parts
      isAt = Self.parted(text).isAt
      titles = []
      return
    }
    var parts: [String] = []
    for title in titles {
      let (found, isAt) = Self.parted(title)
      parts += found
      if isAt { self.isAt = true }
    }
    self.parts = Array(parts.prefix(4))
  }

  private static func parted(_ title: String) -> (parts: [String], isAt: Bool) {
    for (separator, isAt) in [
      (" at ", true), (" chez ", true), (" @ ", true), (" — ", false), (" – ", false), (" | ", false), (" · ", false),
      (" - ", false), (", ", false),
    ] {
      let parts = title.split(separator: separator, maxSplits: 1).map(\.trimmed)
      if parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) { return (parts, isAt) }
    }
    return ([title.trimmed], false)
  }

  /// A text without the span of time at its end, its beginning or in parentheses.
  static func withoutRange(_ text: String) -> (String, (start: PartialDate, end: PartialDate?)?) {
    guard text.isAtMost(300), DateWords.hasYear(text) else { return (text, nil) }
    if let range = DateWords.range(text) { return ("", range) }
    for separator in [" (", " | ", " · ", ", ", " • ", " — ", "\t", " : ", ": ", " "] {
      let parts = text.split(separator: separator).map(String.init)
      guard parts.count > 1, parts.count < 40 else { continue }
      for cut in (1..<parts.count).reversed() {
        let tail = parts[cut...].joined(separator: separator).filter { $0 != ")" && $0 != "(" }
        if let range = DateWords.range(tail) { return (clean(parts[..<cut].joined(separator: separator)), range) }
      }
      for cut in 1..<parts.count {
        let head = parts[..<cut].joined(separator: separator).filter { $0 != ")" && $0 != "(" }
        if let range = DateWords.range(head) { return (clean(parts[cut...].joined(separator: separator)), range) }
      }
    }
    return (text, nil)
  }

  /// A text without the one date at its end or in parentheses.
  static func withoutDate(_ text: String) -> (String, PartialDate?) {
    guard text.isAtMost(300), DateWords.hasYear(text) else { return (text, nil) }
    for separator in [" (", ", ", " – ", " — ", " - ", " · ", " "] {
      let parts = text.split(separator: separator).map(String.init)
      guard parts.count > 1, let last = parts.last, let date = DateWords.date(last.filter { $0 != ")" }) else {
        continue
      }
      return (clean(parts.dropLast().joined(separator: separator)), date)
    }
    return (text, nil)
  }

  private static func clean(_ text: String) -> String {
    var text = text.trimmed
    while let last = text.last, ",;:|·–—-(•".contains(last) { text = text.dropLast().trimmed }
    while let first = text.first, ",;:|·–—-)•".contains(first) { text = text.dropFirst().trimmed }
    return text
  }

  /// Whether a text names a school.
  static func isSchool(_ text: String) -> Bool {
    let folded = " " + Folding.folded(text) + " "
    return [
      " university ", " universite ", " college ", " school ", " institute ", " institut ", " ecole ", " lycee ",
      " academy ",
      " iut ", " insa ", " universidad ", " universitat ", " hochschule ", " mit ", " epfl ", " cnam ",
    ].contains { folded.split(separator: " ").contains(Substring($0.trimmed)) }
  }
}
