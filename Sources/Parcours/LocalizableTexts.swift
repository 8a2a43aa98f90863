internal import ParcoursModel

/// The texts of an identity that may be said in several languages: its field tables know, so that none is forgotten.
enum LocalizableTexts {
  /// A text and who may see it.
  struct Entry {
    var place: [String]
    var text: LocalizedText
    var audience: Visibility
  }

  /// All of them, in the order of the document. O(size).
  static func all(in identity: Identity) -> [Entry] {
    var visitor: any RecordVisitor = Collector()
    identity.visit(&visitor)
    return (visitor as? Collector)?.entries ?? []
  }

  /// How many texts of an identity have no version for readers of a language.
  static func count(in identity: Identity, without language: String) -> Int {
    all(in: identity).count { entry in
      // Of the targets and outputs nobody reads.
      entry.place.first != "targets" && !speaks(language, entry.text, documentLanguage: identity.documentLanguage)
    }
  }

  private struct Collector: RecordVisitor {
    var entries: [Entry] = []
    /// Who may see the records that are open, the outermost first.
    private var open: [(place: [String], audience: Visibility, marks: FieldVisibility?, isConfidential: Bool)] = []

    mutating func enter(_ record: any Record, _ field: FieldInfo, at place: [String]) -> Bool {
      let around = audience(at: place)
      let attributes = record.itemAttributes
      var own = attributes?.visibility
      if own == nil {
        switch record {
        case is Target: own = .private
        case let step as Step where step.status == .sought: own = .network
        default: break
        }
      }
      open.append(
        (
          place, max(around, own ?? .public), attributes?.fieldVisibility,
          (record as? Organization)?.isConfidential ?? false
        ))
      return true
    }

    mutating func visit(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) {
      guard case .text(let text) = leaf else { return }
      entries.append(Entry(place: place, text: text, audience: audience(at: place)))
    }

    /// Who may see what stands at a place, by the marks of what it stands in.
    private mutating func audience(at place: [String]) -> Visibility {
      while let last = open.last, !place.starts(with: last.place) || place.count <= last.place.count {
        open.removeLast()
      }
      guard let last = open.last else { return .public }
      let token = place[last.place.count]
      var audience = max(last.audience, last.marks?[token] ?? .public)
      // Of a confidential organization others see the alias.
      if last.isConfidential, token != "alias" { audience = .private }
      return audience
    }
  }

  /// The versions of a text, the language of each said.
  static func versions(_ text: LocalizedText, documentLanguage: String) -> [(language: String, text: String)] {
    text.versions.map { ($0.language ?? documentLanguage, $0.text) }
  }

  /// Whether a text has a version for readers of a language; what has no letters is the same in all of them.
  static func speaks(_ language: String, _ text: LocalizedText, documentLanguage: String) -> Bool {
    let wanted = primary(language)
    let versions = versions(text, documentLanguage: documentLanguage)
    return versions.contains { primary($0.language) == wanted && !$0.text.isEmpty }
      || !versions.contains { $0.text.contains(where: \.isLetter) }
  }

  static func primary(_ language: String) -> String {
    language.split(separator: "-").first.map { $0.lowercased() } ?? language.lowercased()
  }
}
