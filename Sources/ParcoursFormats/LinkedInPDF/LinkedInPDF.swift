public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

extension Format {
  /// A profile that LinkedIn saved as PDF: its text, as `pdftotext` takes it out.
  public static let linkedInPDF = Format(
    id: "linkedin-pdf",
    summary: "a profile that LinkedIn saved as PDF, or its text by pdftotext; what is guessed is named",
    names: ["*.pdf"], mediaType: "application/pdf", extensionKey: LinkedInSection.key,
    // A saved profile has three skills at most, and certificates and the like by their names alone.
    comparing: Format.Comparing(
      fields: ["title", "organization", "startDate", "endDate", "location", "description", "fluency"],
      sections: { _ in ["name", "headline", "about", "experience", "education", "languages"] },
      rendered: { LinkedInSection.rendered($0) }),
    detect: { probe in
      if probe.syntax == .pdf || probe.isNamed(["*.pdf"]) { return .mark }
      guard probe.syntax == .yaml || probe.syntax == .text, !probe.namesSyntax else { return .none }
      return probe.input.source.isLinkedInPDFText ? .mark.more(5) : .none
    }, read: LinkedInPDFReader().read)
}

/// Reads the text of a saved profile by its headings, whatever the order in which the columns come.
struct LinkedInPDFReader: Sendable {
  /// LinkedIn's narrow column ends so many points from the left.
  private static let edge = 216.0

  func read(_ input: Input) -> Reading {
    guard input.syntax == .pdf else { return read(input.source) }
    switch input.words {
    case .failure(let error): return .failed(error.diagnostic)
    case .success(let words):
      let text = SourceText(name: input.name, text: words.columns(edge: Self.edge))
      var reading = read(text)
      reading.source = text
      return reading
    }
  }

  private func read(_ source: SourceText) -> Reading {
    guard String(validating: source.bytes, as: UTF8.self) != nil else {
      return Reading(
        identity: nil,
        diagnostics: [
          Diagnostic(
            id: "encoding", "the text is not UTF-8", help: "take it out with pdftotext -enc UTF-8")
        ])
    }
    var run = LinkedInPDFRun(lines: PDFLine.lines(of: source))
    run.read()
    guard run.found > 0 else {
      return Reading(
        identity: nil,
        diagnostics: [
          Diagnostic(
            id: "no-identity", "no section of a LinkedIn profile is in this text",
            help: "take a profile saved as PDF on LinkedIn, or its text: headings are Contact, Summary, Experience…")
        ])
    }
    return Reading(identity: run.identity, diagnostics: run.diagnostics)
  }
}

extension SourceText {
  /// Whether it looks like the text of a saved profile: its feet say which page of how many it is, or it has the headings of
  /// both columns. O(n) at most.
  package var isLinkedInPDFText: Bool {
    guard String(validating: bytes.prefix(200_000), as: UTF8.self) != nil || bytes.count > 200_000 else { return false }
    let text = String(decoding: bytes.prefix(200_000), as: UTF8.self)
    var headings: Set<PDFHeading> = []
    var hasFoot = false
    for line in text.split(whereSeparator: \.isNewline) {
      let line = String(line).collapsed
      if let heading = PDFHeading.named(line) { headings.insert(heading) }
      if PDFLine.isFoot(line) { hasFoot = true }
    }
    let isPath = headings.contains(.experience) || headings.contains(.education)
    return isPath && (hasFoot || headings.contains(.contact) || headings.contains(.topSkills))
  }
}

/// The headings of a saved profile, in English and in French.
enum PDFHeading: CaseIterable {
  case contact, topSkills, languages, certifications, honors, publications, patents
  case summary, experience, education, projects, volunteering

  private var names: [String] {
    switch self {
    case .contact: ["Contact", "Coordonnées"]
    case .topSkills: ["Top Skills", "Principales compétences"]
    case .languages: ["Languages", "Langues"]
    case .certifications: ["Certifications"]
    case .honors: ["Honors-Awards", "Honors & Awards", "Distinctions", "Prix et distinctions"]
    case .publications: ["Publications"]
    case .patents: ["Patents", "Brevets"]
    case .summary: ["Summary", "Résumé"]
    case .experience: ["Experience", "Expérience"]
    case .education: ["Education", "Formation"]
    case .projects: ["Projects", "Projets"]
    case .volunteering: ["Volunteer Experience", "Volunteering", "Bénévolat", "Expérience de bénévolat"]
    }
  }

  /// Whether it stands in the broad column.
  var isMain: Bool { [.summary, .experience, .education, .projects, .volunteering].contains(self) }

  private static let all: [String: PDFHeading] = allCases.reduce(into: [:]) { table, heading in
    for name in heading.names { table[name] = heading }
  }

  /// Names that are French alone.
  private static let french: Set<String> = [
    "Coordonnées", "Principales compétences", "Langues", "Distinctions", "Prix et distinctions", "Brevets", "Résumé",
    "Expérience", "Formation", "Projets", "Bénévolat", "Expérience de bénévolat",
  ]

  /// The heading that a line is.
  static func named(_ line: String) -> PDFHeading? { line.utf8.count > 30 ? nil : all[line] }

  static func isFrench(_ line: String) -> Bool { french.contains(line) }
}

/// A line of the text, without what a page is made of.
struct PDFLine {
  /// What stands between a line and the one before it.
  enum Gap {
    /// Nothing.
    case none
    /// The end of a page, which parts or does not.
    case page
    /// An empty line.
    case blank
  }

  /// Its words, single spaces between them.
  var text: String
  /// Its bytes.
  var range: Range<Int>
  var gap: Gap

  /// `Page 1 of 3`, `Page 1 sur 3`.
  static func isFoot(_ line: String) -> Bool {
    let words = line.split(separator: " ")
    return words.count == 4 && words[0] == "Page" && ["of", "sur", "von", "de"].contains(words[2])
      && words[1].allSatisfy(\.isNumber) && words[3].allSatisfy(\.isNumber)
  }

  /// The lines of a text: the columns of `pdftotext -layout` one after the other, feet of pages left out, letters and their
  /// accents as one character, ligatures as letters. O(n).
  static func lines(of source: SourceText) -> [PDFLine] {
    var raw: [(text: String, range: Range<Int>, isPage: Bool)] = []
    var start = 0
    var isPage = false
    let bytes = source.bytes
    for index in 0...bytes.count {
      let isEnd = index == bytes.count
      guard isEnd || bytes[index] == 0x0A || bytes[index] == 0x0C || bytes[index] == 0x0D else { continue }
      if index > start || !isEnd {
        raw.append((String(decoding: bytes[start..<index], as: UTF8.self), start..<index, isPage))
      }
      isPage = !isEnd && bytes[index] == 0x0C
      start = index + 1
      if isEnd { break }
    }
    if let column = column(raw.map(\.text)) { raw = columns(raw, at: column) }
    var lines: [PDFLine] = []
    var gap = Gap.blank
    for line in raw {
      let text = composed(line.text).collapsed
      if line.isPage { gap = lines.isEmpty ? .blank : .page }
      if isFoot(text) {
        gap = .page
      } else if text.isEmpty {
        // An empty line beside the end of a page says nothing.
        if gap == .none { gap = .blank }
      } else {
        lines.append(PDFLine(text: text, range: line.range, gap: gap))
        gap = .none
      }
    }
    return lines
  }

  /// Where the broad column starts in a text that keeps the layout: at its headings, which stand far from the margin.
  private static func column(_ lines: [String]) -> Int? {
    for line in lines {
      let words = line.collapsed
      // Beside a heading of the broad column may stand something of the narrow one.
      guard let heading = PDFHeading.allCases.first(where: { $0.isMain && line.hasSuffix(tail(of: $0, words)) }) else {
        continue
      }
      let indent = line.count - tail(of: heading, words).count
      let before = line.prefix(indent)
      if indent >= 12, before.hasSuffix("  ") { return indent }
    }
    return nil
  }

  /// The heading that the end of a line is; what never ends a line where it is not one.
  private static func tail(of heading: PDFHeading, _ words: String) -> String {
    for count in [1, 2, 3] {
      let last = words.split(separator: " ").suffix(count).joined(separator: " ")
      if PDFHeading.named(last) == heading { return last }
    }
    return "\n"
  }

  private static func columns(
    _ lines: [(text: String, range: Range<Int>, isPage: Bool)], at column: Int
  ) -> [(text: String, range: Range<Int>, isPage: Bool)] {
    var narrow = lines
    var broad = lines
    for (index, line) in lines.enumerated() {
      let characters = Array(line.text)
      var cut = min(column, characters.count)
      // A word over the edge belongs to the column in which it starts.
      while cut > 0, cut < characters.count, characters[cut - 1] != " " { cut -= 1 }
      if characters.count <= column { cut = characters.count }
      narrow[index].text = String(characters[..<cut])
      broad[index].text = String(characters[cut...])
    }
    if !broad.isEmpty { broad[0].isPage = true }
    return narrow + broad
  }

  private static let precomposed: [Character: Character] = {
    var table: [Character: Character] = [:]
    // Characters are equal where they mean the same, so that the table finds an accented letter by its parts.
    for value in Array(0xC0...0x24F) + Array(0x1E00...0x1EFF) {
      if let scalar = Unicode.Scalar(UInt32(value)) { table[Character(scalar)] = Character(scalar) }
    }
    return table
  }()

  /// A text with its accented letters as one character each and its ligatures taken apart.
  static func composed(_ text: String) -> String {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
    let ligatures: [Character: String] = [
      "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    ]
    var result = ""
    for character in text {
      if character.unicodeScalars.count > 1, let one = precomposed[character] {
        result.append(one)
      } else if let letters = ligatures[character] {
        result += letters
      } else {
        result.append(character)
      }
    }
    return result
  }
}
