internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

/// One reading of an archive: an identity that grows file by file, and what is to be said of the files.
struct ArchiveRun {
  var identity = Identity()
  var diagnostics: [Diagnostic] = []
  /// Texts the member wrote, by which their language is told.
  var texts: [String] = []
  /// When somebody was last written to, by address of their page and by name.
  var contacts: [String: PartialDate] = [:]
  private var tables: Set<String> = []
  private var dates: [String: PartialDate] = [:]

  typealias Handler = @Sendable (inout ArchiveRun, ArchiveTable) -> Void

  /// Who reads which file, by its name without case, spaces and underscores. A snapshot's domains are names, too.
  static let handlers: [String: Handler] = [
    "profile": { $0.profile($1) }, "profilesummary": { $0.generated($1) },
    "positions": { $0.positions($1) }, "education": { $0.education($1) }, "skills": { $0.skills($1) },
    "languages": { $0.languages($1) }, "certifications": { $0.certifications($1) },
    "projects": { $0.projects($1) }, "courses": { $0.courses($1) }, "honors": { $0.honors($1) },
    "organizations": { $0.organizations($1) }, "volunteering": { $0.volunteering($1) },
    "volunteerexperiences": { $0.volunteering($1) }, "volunteer": { $0.volunteering($1) },
    "volunteeringexperiences": { $0.volunteering($1) }, "publications": { $0.publications($1) },
    "patents": { $0.patents($1) }, "testscores": { $0.testScores($1) },
    "recommendationsreceived": { $0.recommendationsReceived($1) },
    "recommendationsgiven": { $0.recommendationsGiven($1) },
    "endorsementreceivedinfo": { $0.endorsements($1) }, "endorsementsreceivedinfo": { $0.endorsements($1) },
    "emailaddresses": { $0.emailAddresses($1) }, "phonenumbers": { $0.phoneNumbers($1) },
    "connections": { $0.connections($1) }, "messages": { $0.messages($1) },
    "jobseekerpreferences": { $0.preferences($1) }, "causesyoucareabout": { $0.causes($1) },
  ]

  /// Columns by which a header is known behind a preamble.
  private static let hints: Set<String> = [
    "firstname", "companyname", "schoolname", "name", "title", "emailaddress", "number", "endorsementdate",
    "conversationid", "locations", "supportedcause", "profilesummary", "testedon",
  ]

  /// Reads a file: a table, or a snapshot of several.
  mutating func read(_ file: SourceText) {
    do throws(SyntaxError) {
      if file.name.lowercased().hasSuffix(".json") {
        try snapshot(file)
        return
      }
      let document = try CSVParser.parse(file)
      guard let table = ArchiveTable(document, name: file.name, hints: Self.hints), table.count > 0 else {
        // A table without rows says that there are none.
        if Self.handlers[ArchiveFile.key(file.name)] != nil { tables.insert(ArchiveFile.key(file.name)) }
        note("\(file.name) has no rows")
        return
      }
      take(Self.handlers[ArchiveFile.key(file.name)] == nil ? table.guess : ArchiveFile.key(file.name), table)
    } catch {
      let line = error.range.map { LineTable(file).position(of: $0.lowerBound).line } ?? 1
      diagnostics.append(
        Diagnostic(id: error.id, "\(file.name), line \(line): \(error.message)", help: error.help))
    }
  }

  private mutating func take(_ key: String, _ table: ArchiveTable) {
    guard let handler = Self.handlers[key] else {
      diagnostics.append(ArchiveFile.passedOver(table.name))
      return
    }
    tables.insert(key)
    handler(&self, table)
    let unread = table.unread
    if !unread.isEmpty { note("\(table.name): not read: \(unread.joined(separator: ", "))") }
  }

  /// The rows of a snapshot: `{"elements": [{"snapshotDomain": "POSITIONS", "snapshotData": [{…}]}]}`, its elements alone, or
  /// an object of rows a domain.
  private mutating func snapshot(_ file: SourceText) throws(SyntaxError) {
    let root = try JSONParser.parse(file).root
    let elements = root["elements"]?.elements ?? root.elements
    if elements.isEmpty {
      for member in root.members { rows(member.value.elements, of: member.key, file) }
    }
    for element in elements {
      rows(element["snapshotData"]?.elements ?? [], of: element["snapshotDomain"]?.string ?? "", file)
    }
    if tables.isEmpty {
      diagnostics.append(
        Diagnostic(
          id: "no-identity", "\(file.name) has no rows of a member snapshot",
          help: "take the answer of LinkedIn's member snapshot as it is: elements with snapshotDomain and snapshotData")
      )
    }
  }

  private mutating func rows(_ rows: [Node], of domain: String, _ file: SourceText) {
    guard !rows.isEmpty else { return }
    take(ArchiveFile.key(domain), ArchiveTable(rows, name: "\(file.name) \(domain)"))
  }

  // MARK: What is said

  mutating func note(_ message: Message) {
    diagnostics.append(Diagnostic(id: "archive", severity: .note, message))
  }

  mutating func warn(_ message: Message) {
    diagnostics.append(Diagnostic(id: "archive", severity: .warning, message))
  }

  /// A date of a cell; what is none is told.
  mutating func date(_ table: ArchiveTable, _ row: Int, _ column: Int?) -> PartialDate? {
    guard let text = table.text(row, column) else { return nil }
    // Thousands of connections were made on some hundred days.
    if let known = dates[text] { return known }
    if let date = ArchiveValue.date(text) {
      dates[text] = date
      return date
    }
    // What is nothing but a word for "now" is no end.
    if DateWords.ongoing.contains(text.lowercased()) || text == "Not Available" { return nil }
    warn("\(table.name), line \(table.line(of: row)): \"\(text)\" is no date that is known here, and is left out")
    return nil
  }

  /// A text as the member wrote it.
  mutating func own(_ text: String?) -> LocalizedText? {
    guard let text else { return nil }
    texts.append(text)
    return LocalizedText(text)
  }

  // MARK: The end

  /// The identity, with what only all files together say.
  mutating func finish() -> Reading {
    guard !tables.isEmpty else {
      if !diagnostics.contains(where: { $0.severity == .error }) {
        diagnostics.append(
          Diagnostic(
            id: "no-identity", "no file of LinkedIn's archive is here",
            help: "take the ZIP that LinkedIn sends, or its folder: Profile.csv, Positions.csv, Skills.csv…"))
      }
      return Reading(identity: nil, diagnostics: diagnostics)
    }
    identity.language = ArchiveValue.language(of: texts)
    if !contacts.isEmpty {
      for index in identity.network.indices {
        let tie = identity.network[index]
        let last = tie.url.flatMap { contacts[$0] } ?? tie.name.flatMap { contacts[$0.lowercased()] }
        identity.network[index].lastContact = last ?? tie.lastContact
      }
    }
    var reading = Reading(identity: identity, diagnostics: diagnostics)
    reading.sections = Set(Self.sections.filter { tables.contains($0.table) }.flatMap(\.sections))
    return reading
  }

  /// What the tables can speak of. Addresses are shown to connections alone; services and recommendations are not the owner's
  /// to type in.
  private static let sections: [(table: String, sections: [String])] = [
    ("profile", ["name", "headline", "about"]), ("positions", ["experience"]), ("education", ["education"]),
    ("certifications", ["certificates"]), ("projects", ["projects"]), ("skills", ["skills"]),
    ("languages", ["languages"]), ("publications", ["publications"]), ("honors", ["awards"]),
    ("volunteering", ["volunteering"]), ("organizations", ["volunteering"]),
  ]
}
