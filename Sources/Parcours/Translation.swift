internal import ParcoursFormats
internal import ParcoursInterchange
internal import ParcoursModel
public import ParcoursReport
public import ParcoursSource
internal import ParcoursSyntax

/// The texts of an identity that a language lacks: a skeleton to fill, and its way back into the file.
public struct Translation: Sendable {
  let source: SourceText
  let document: Document
  let entries: [LocalizableTexts.Entry]
  let documentLanguage: String
  /// The language.
  public let language: String

  /// Takes an identity's text; nil where it is none.
  public init?(_ source: SourceText, into language: String) {
    let input = Input(source)
    guard let document = try? input.strictDocument.get(), Canonical.detect(Probe(input)) > .none,
      let identity = Canonical.read(document).identity
    else { return nil }
    self.source = source
    self.document = document
    self.language = language
    // Whoever translates reads them as they stand in the file.
    let places = document.sourceMap
    entries = LocalizableTexts.all(in: identity).enumerated().map { number, entry in
      (entry, places.range(of: JSONPointer(entry.place))?.lowerBound ?? 0, number)
    }.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map(\.0)
    documentLanguage = identity.documentLanguage
  }

  /// The text at a place; nil where there is none.
  func text(at place: [String]) -> LocalizedText? { entries.first { $0.place == place }?.text }

  /// The languages an identity's texts are in beside one, the one most used first.
  public var others: [String] {
    var counts: [String: Int] = [:]
    for entry in entries {
      for version in LocalizableTexts.versions(entry.text, documentLanguage: documentLanguage)
      where !version.text.isEmpty {
        counts[LocalizableTexts.primary(version.language), default: 0] += 1
      }
    }
    return counts.keys.sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
  }

  private var missing: [LocalizableTexts.Entry] {
    entries.filter { !LocalizableTexts.speaks(language, $0.text, documentLanguage: documentLanguage) }
  }

  /// How many texts lack the language.
  public var count: Int { missing.count }

  // MARK: The skeleton

  /// The texts that lack the language, as YAML with room for each.
  public var skeleton: [UInt8] {
    let entries = missing.map { entry -> JSONValue in
      var members = [JSONValue.Member("at", .string(JSONPointer(entry.place).description))]
      // Whoever translates is told what is not for everybody.
      if entry.audience > .public { members.append(.init("visibility", .string(entry.audience.rawValue))) }
      for version in LocalizableTexts.versions(entry.text, documentLanguage: documentLanguage)
      where !["at", "visibility", language].contains(version.language) {
        members.append(.init(version.language, .string(version.text)))
      }
      members.append(.init(language, .string("")))
      return .object(members)
    }
    let root = JSONValue.object([
      .init("translation", .integer(1)), .init("language", .string(language)), .init("texts", .array(entries)),
    ])
    let header =
      "# Write each text behind `\(language):`; what stays empty is left as it is. Then:\n"
      + "# parcours translate IDENTITY --merge THIS-FILE --write\n"
    return YAMLPrinter.print(Tree.document(root), header: header)
  }

  // MARK: The way back

  /// What came of a merge.
  public struct Merge: Sendable {
    /// The identity's text with the translations in it; nil where the skeleton cannot be taken.
    public var text: SourceText?
    /// How many texts were added.
    public var added = 0
    /// How many are still empty.
    public var empty = 0
    /// What is wrong in the skeleton.
    public var findings: SourceFindings
  }

  /// The identity with the translations of a skeleton that was filled; comments, quotes and the order of keys stay.
  public static func merge(_ skeleton: SourceText, into source: SourceText) -> Merge {
    var merge = Merge(text: nil, findings: SourceFindings(source: skeleton, diagnostics: []))
    let filled: Document
    do throws(SyntaxError) {
      filled = try Input(skeleton).strictDocument.get()
    } catch {
      merge.findings.diagnostics.append(error.diagnostic)
      return merge
    }
    func complain(_ message: Message, _ range: Range<Int>, _ help: Message) {
      merge.findings.diagnostics.append(Diagnostic(id: "translation", message, at: range, help: help))
    }
    guard let language = filled.root["language"]?.string, filled.root["translation"] != nil,
      let translation = Translation(source, into: language)
    else {
      complain(
        "this is no skeleton of texts to translate", 0..<min(1, skeleton.bytes.count),
        "make one: parcours translate IDENTITY --missing")
      return merge
    }
    var edits: [FixIt.Edit] = []
    var taken: Set<[String]> = []
    for entry in filled.root["texts"]?.elements ?? [] {
      guard let text = entry[language]?.string, !text.isEmpty else {
        merge.empty += 1
        continue
      }
      // What was put there before is there.
      if let pointer = entry["at"]?.string, translation.says(text, at: pointer) { continue }
      guard let pointer = entry["at"]?.string, let place = translation.place(of: entry, at: pointer),
        taken.insert(place).inserted
      else {
        complain(
          "the identity has no such text any more, or it is translated already", entry.range,
          "take the entry out, or make the skeleton anew: parcours translate IDENTITY --missing")
        continue
      }
      guard let edit = translation.edit(place, text) else {
        complain(
          "the translation of \(JSONPointer(place).description) cannot be put beside its text without changing more",
          entry.range,
          "write it there by hand, and take the entry out")
        continue
      }
      // A text that stands in several places by an alias of YAML is changed once.
      if !edits.contains(where: { $0.range == edit.range }) { edits.append(edit) }
      merge.added += 1
    }
    let text = source.applying(edits)
    if !merge.findings.has(.error), edits.isEmpty || Translation(text, into: language) != nil { merge.text = text }
    return merge
  }

  /// The place of a text that an entry translates: where it says, or wherever the same text lacks the language.
  private func place(of entry: Node, at pointer: String) -> [String]? {
    func isSame(_ text: LocalizedText) -> Bool {
      let versions = LocalizableTexts.versions(text, documentLanguage: documentLanguage)
      return !versions.isEmpty && versions.allSatisfy { $0.text.isEmpty || entry[$0.language]?.string == $0.text }
    }
    let missing = missing.filter { isSame($0.text) }.map(\.place)
    return missing.first { JSONPointer($0).description == pointer } ?? missing.first
  }

  /// Whether a text says this already in the language.
  private func says(_ text: String, at pointer: String) -> Bool {
    entries.contains { entry in
      JSONPointer(entry.place).description == pointer
        && entry.text.versions.contains { $0.language == language && $0.text == text }
    }
  }
}
