internal import ParcoursFormats
internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

/// What can be mended of a value without asking its owner: forms of dates, spaces around addresses, empty texts that mean
/// nothing. What could mean two things (03/04/2020) is left alone.
struct Fixes {
  private let document: Document
  /// The schema by whose shapes values are mended: a résumé's of another program, whose authors had none before them.
  private let shapes: ShapeFixes?

  /// Looks for fixes in a document of some type.
  init(_ type: DocumentType?, in document: Document) {
    self.document = document
    let isForeign = type?.format?.capabilities.contains(.foreign) ?? false
    shapes = isForeign ? type?.schema.flatMap(ShapeFixes.of) : nil
  }

  private static let dateKeys: Set<String> = [
    "startDate", "endDate", "date", "releaseDate", "expires", "lastUsed", "since",
  ]
  /// What other formats, and people, call fields.
  private static let synonyms: [String: Message] = [
    "start": "`startDate`", "from": "`startDate`", "début": "`startDate`", "end": "`endDate`", "to": "`endDate`",
    "fin": "`endDate`", "company": "`organization: {name: …}`", "employer": "`organization: {name: …}`",
    "entreprise": "`organization: {name: …}`", "experience": "`path`", "work": "`path`", "jobs": "`path`",
    "education": "`path` with `kind: study`", "nom": "`name`", "titre": "`title`", "position": "`title`",
    "email": "it under `contact`", "phone": "it under `contact`", "url": "it under `contact`",
    "confidential": "it under `organization`", "compétences": "`skills`", "langues": "`languages`",
  ]

  /// Findings with their corrections and the changes of the text that make them; a date's help says what would be written.
  func attached(to findings: [Diagnostic]) -> [Diagnostic] {
    findings.map { finding in
      var finding = finding
      // Where a key stands twice, no reader agrees with the next on what there is to mend.
      guard document.duplicates.isEmpty else {
        finding.fixIt = nil
        return finding
      }
      if finding.id == "unknown-key", finding.help == nil, let key = finding.pointer?.tokens.last,
        let name = Self.synonyms[key.lowercased()]
      {
        finding.help = "write \(name)"
      }
      if finding.fixIt == nil, let correction = correction(for: finding) {
        finding.fixIt = FixIt(correction)
      }
      guard let fixIt = finding.fixIt else {
        if finding.id == "date", Self.isRequired(finding.pointer) { finding.help = "write 2020, 2020-01 or 2020-01-15" }
        return finding
      }
      guard let range = finding.range, let edits = document.edits(for: fixIt.correction, at: range) else {
        finding.fixIt = nil
        return finding
      }
      finding.fixIt?.edits = edits
      switch fixIt.correction {
      // What is long, or of several lines, the changes show.
      case .value(let text), .raw(let text):
        if text.utf8.count <= 100, !text.contains("\n") { finding.help = "write \(text)" }
      case .removal:
        let isEmpty = document.source.bytes[range].allSatisfy { [0x20, 0x22, 0x27].contains($0) }
        finding.help =
          isEmpty ? "remove the key: it says nothing" : "leave the date out: no end date means ongoing"
      case .key: break
      }
      return finding
    }
  }

  private func correction(for finding: Diagnostic) -> FixIt.Correction? {
    guard let pointer = finding.pointer, let key = pointer.tokens.last, let range = finding.range,
      let index = document.entries.indices.first(where: { document.entries[$0].range == range })
    else { return nil }
    if finding.id == "type", let shapes { return shapes.correction(at: pointer, index, in: document) }
    guard document.kind(index) == .string else { return nil }
    let text = document.string(index)
    switch finding.id {
    case "date", "pattern":
      guard Self.dateKeys.contains(key) else { return nil }
      if text.isEmpty || (key == "endDate" && DateWords.ongoing.contains(Self.folded(text))) {
        return Self.isRequired(finding.pointer) ? nil : .removal
      }
      return Self.date(text).map { .value($0.description) }
    case "markup-in-text":
      // Texts of other programs' résumés have no marks.
      return MarksOfHTML.read(text).map { .value(shapes == nil ? $0 : Markup.plain($0)) }
    case "uri", "iri", "email", "unsafe-url":
      if text.allSatisfy(\.isWhitespace) { return .removal }
      let trimmed = Self.trimmed(text)
      // An address without its scheme is what browsers complete.
      if finding.id != "email", SafeURL.isWithoutScheme(trimmed) { return .value("https://" + trimmed) }
      return trimmed == text || trimmed.contains(where: \.isWhitespace) ? nil : .value(trimmed)
    default: return nil
    }
  }

  /// Whether a date must be there: the window of a contract, and what is booked.
  private static func isRequired(_ pointer: JSONPointer?) -> Bool {
    guard let tokens = pointer?.tokens else { return true }
    return tokens.count == 1 || tokens.contains("booked")
  }

  private static func folded(_ text: String) -> String { trimmed(text).lowercased() }

  static func trimmed(_ text: String) -> String {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return String(rest)
  }

  /// The date that a text of another form says beyond doubt, as every reader takes it; nil where it may be another.
  static func date(_ text: String) -> PartialDate? {
    DateWords.isAmbiguous(text) ? nil : DateWords.date(trimmed(text))
  }
}
