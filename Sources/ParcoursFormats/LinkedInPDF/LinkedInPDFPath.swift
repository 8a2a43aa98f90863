internal import ParcoursModel
internal import ParcoursSource

/// What somebody did and learned, found by its dates.
extension LinkedInPDFRun {
  // MARK: Texts

  /// The lines of a text put together again: what was broken at the column's edge is one line, bullets and lines that end
  /// early stay their own.
  func paragraphs(_ lines: ArraySlice<PDFLine>, isList: Bool = false) -> [String] {
    let width = lines.map { $0.text.count }.max() ?? 0
    var result: [String] = []
    var previous = 0
    for line in lines {
      let starts = result.isEmpty || line.gap == .blank
      let isBullet = "•●▪◦‣■►-–*".contains(line.text.first ?? " ") && line.text.count > 1
      // A line that had room for the next word ended on purpose.
      let first = line.text.prefix { $0 != " " }.count
      let endedEarly = previous + 1 + first < width * 9 / 10
      if starts {
        result.append(line.text)
      } else if isList && endedEarly {
        result.append(line.text)
      } else if isBullet || endedEarly {
        result[result.count - 1] += "\n" + line.text
      } else {
        result[result.count - 1] += " " + line.text
      }
      previous = line.text.count
    }
    return result
  }

  private func describe(_ lines: ArraySlice<PDFLine>) -> (summary: LocalizedText?, highlights: [LocalizedText]) {
    ArchiveValue.description(paragraphs(lines).joined(separator: "\n"))
  }

  // MARK: The path

  /// `January 2020 - Present (5 years 2 months)`.
  static func dates(_ text: String) -> (start: PartialDate, end: PartialDate?)? {
    guard text.utf8.count < 80 else { return nil }
    let body = tagged(text).text
    for dash in [" - ", " – ", " — "] {
      guard let range = body.firstRange(of: dash) else { continue }
      guard let start = DateWords.date(String(body[..<range.lowerBound])) else { return nil }
      let end = String(body[range.upperBound...])
      if DateWords.ongoing.contains(end.lowercased()) { return (start, nil) }
      return DateWords.date(end).map { (start, $0) }
    }
    // What lasted less than a month has one.
    guard tagged(text).tag != nil, let date = DateWords.date(body) else { return nil }
    return (date, date)
  }

  /// Nothing but how long it lasted, `5 years 2 months`, above the roles at one place.
  static func isDuration(_ text: String) -> Bool {
    let units: Set<String> = [
      "year", "years", "month", "months", "an", "ans", "mois", "less", "than", "a", "moins", "de", "d’un", "un",
    ]
    let words = text.lowercased().split(separator: " ")
    return words.count > 1 && words.count < 6 && words.allSatisfy { units.contains(String($0)) || Int($0) != nil }
      && words.contains { Int($0) != nil || $0 == "less" || $0 == "moins" }
  }

  /// Whether a line looks like a place rather than a sentence: few words, each a name.
  func isPlace(_ text: String) -> Bool {
    guard text.count <= 70, let last = text.last, !".!?:;".contains(last) else { return false }
    guard !text.contains(where: { $0.isNumber || "•●▪◦‣■►|/@".contains($0) }) else { return false }
    let small: Set<String> = [
      "de", "du", "des", "la", "le", "les", "et", "en", "of", "and", "the", "sur", "sous", "aux", "area", "und", "y",
    ]
    let parts = text.split(separator: ",")
    return parts.count <= 4
      && parts.allSatisfy { part in
        let words = part.split(separator: " ")
        return (1...6).contains(words.count)
          && words.allSatisfy {
            ($0.first?.isUppercase ?? false) || small.contains($0.lowercased()) || $0.hasPrefix("d’")
              || $0.hasPrefix("l’")
          }
          && (words.first?.first?.isUppercase ?? false)
      }
  }

  /// How many months a duration says, `5 years 2 months`.
  static func months(_ text: String) -> Int {
    let words = text.lowercased().split(separator: " ")
    var sum = 0
    for (number, unit) in zip(words, words.dropFirst()) {
      guard let number = Int(number), number < 1_000 else { continue }
      sum += unit.hasPrefix("y") || unit.hasPrefix("an") ? 12 * number : number
    }
    return sum
  }

  /// Where an entry's dates are, and where its first line is: the title, or the organization above it.
  private struct Entry {
    var dates: Int
    var start: Int
    var organization: Int?
  }

  private mutating func entries(_ lines: [PDFLine]) -> [Entry] {
    var entries: [Entry] = []
    // How many months the roles at one place still have to fill.
    var remaining = 0
    for index in lines.indices where index > 0 && Self.dates(lines[index].text) != nil {
      let (title, above) = (index - 1, index - 2)
      let floor = (entries.last?.dates ?? -1) + 1
      guard title >= floor else { continue }
      var entry = Entry(dates: index, start: title, organization: nil)
      if above > floor || above == floor && entries.isEmpty, Self.isDuration(lines[above].text), above - 1 >= floor {
        remaining = Self.months(lines[above].text)
        entry.organization = above - 1
      } else if above >= floor, isOrganization(lines, above, isFirst: entries.isEmpty, isGroup: remaining > 0) {
        entry.organization = above
      }
      if let organization = entry.organization {
        entry.start = organization
        if organization == above { remaining = 0 }
      }
      remaining -= Self.tagged(lines[index].text).tag.map(Self.months) ?? 0
      entries.append(entry)
    }
    return entries
  }

  /// Whether the line above a title is where the role was, rather than the end of what stands before.
  private mutating func isOrganization(_ lines: [PDFLine], _ above: Int, isFirst: Bool, isGroup: Bool) -> Bool {
    let line = lines[above]
    if isFirst { return true }
    if line.text.hasSuffix(".") || "•●▪◦‣■►-–".contains(line.text.first ?? " ") { return false }
    let (own, below) = (line.gap != .none, lines[above + 1].gap == .blank)
    // A gap above it and none below: the two stand together. None above and one below: it ends what was before.
    if own != below { return own }
    // No gap tells: among roles at one place, it is none until their time is full.
    if !isGroup { guess("an organization", line) }
    return !isGroup
  }

  mutating func roles(_ lines: [PDFLine], engagement: Step.Engagement? = nil) {
    let entries = entries(lines)
    var company: String?
    for (number, entry) in entries.enumerated() {
      let end = number + 1 < entries.count ? entries[number + 1].start : lines.count
      var step = Step()
      step.engagement = engagement
      if let known = entry.organization { company = lines[known].text }
      if let company {
        var organization = Organization()
        organization.name = company
        step.organization = organization
      }
      step.title = LocalizedText(lines[entry.dates - 1].text)
      if let dates = Self.dates(lines[entry.dates].text) { (step.startDate, step.endDate) = (dates.start, dates.end) }
      var rest = lines[(entry.dates + 1)..<max(end, entry.dates + 1)]
      if let line = rest.first, line.gap != .blank, isPlace(line.text) {
        var location = Location()
        location.city = line.text
        step.location = location
        if !line.text.contains(",") { guess("a place", line) }
        rest = rest.dropFirst()
      }
      (step.summary, step.highlights) = describe(rest)
      identity.path.append(step)
    }
    for line in lines[..<(entries.first?.start ?? lines.count)] { unread(line) }
  }

  /// What has no place is named, so that nothing is lost by surprise.
  private mutating func unread(_ line: PDFLine) {
    diagnostics.append(
      Diagnostic(
        id: "pdf-guess", severity: .warning, "\"\(line.text)\" belongs to no entry, and is left out", at: line.range))
  }

  mutating func studies(_ lines: [PDFLine]) {
    var entry: [PDFLine] = []
    for (index, line) in lines.enumerated() {
      if !entry.isEmpty, line.gap == .blank { study(&entry) }
      entry.append(line)
      // The dates in brackets are an entry's end.
      if line.text.hasSuffix(")"), entry.count > 1,
        Self.studyDates(entry.dropFirst().suffix(4).map(\.text).joined(separator: " ")).dates != nil
      {
        study(&entry)
      } else if index == lines.count - 1 {
        study(&entry)
      }
    }
  }

  /// `Master, Data science · (2016 - 2018)` without its dates, and them.
  private static func studyDates(_ text: String) -> (text: String, dates: (start: PartialDate, end: PartialDate?)?) {
    guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return (text, nil) }
    let inner = String(text[text.index(after: open)...].dropLast())
    guard let dates = dates(inner) ?? DateWords.date(inner).map({ ($0, $0) }) else { return (text, nil) }
    var body = String(text[..<open]).trimmed
    if body.hasSuffix("·") { body = String(body.dropLast()).trimmed }
    return (body, dates)
  }

  private mutating func study(_ entry: inout [PDFLine]) {
    guard let school = entry.first else { return }
    var step = Step()
    step.kind = .study
    var institution = Organization()
    institution.name = school.text
    step.institution = institution
    let (degree, dates) = Self.studyDates(entry.dropFirst().map(\.text).joined(separator: " "))
    if let dates { (step.startDate, step.endDate) = (dates.start, dates.end) }
    let parts = degree.split(separator: ",", maxSplits: 1).map { String($0).trimmed }
    if let first = parts.first, !first.isEmpty { step.studyType = LocalizedText(first) }
    if parts.count > 1, !parts[1].isEmpty { step.area = LocalizedText(parts[1]) }
    identity.path.append(step)
    entry = []
  }

  mutating func projects(_ lines: [PDFLine]) {
    var entries: [[PDFLine]] = []
    for line in lines {
      if entries.isEmpty || line.gap == .blank { entries.append([]) }
      entries[entries.count - 1].append(line)
    }
    for entry in entries {
      var project = Project()
      project.name = LocalizedText(entry[0].text)
      var rest = entry.dropFirst()
      if let line = rest.first, let dates = Self.dates(line.text) {
        (project.startDate, project.endDate) = (dates.start, dates.end)
        rest = rest.dropFirst()
      }
      (project.description, project.highlights) = describe(rest)
      identity.projects.append(project)
    }
  }
}
