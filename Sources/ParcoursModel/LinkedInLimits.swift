/// LinkedIn's limits. LinkedIn does not publish them; these were gathered from guides that agree, and change without notice.
/// Characters are counted in UTF-16 code units, as its web forms count them.
package struct LinkedInLimit: Sendable {
  /// The field.
  package let field: String
  /// The most characters, or items.
  package let limit: Int
  /// Where it is from.
  package let source: String

  /// Makes a limit.
  package init(field: String, limit: Int, source: String) {
    self.field = field
    self.limit = limit
    self.source = source
  }

  /// When they were last looked at.
  package static let asOf = "2026-11"

  package static let headline = LinkedInLimit(
    field: "headline", limit: 220, source: "guides of 2020 to 2024 agree (120 before April 2020)")
  package static let about = LinkedInLimit(
    field: "about", limit: 2_600, source: "guides of 2020 to 2025 agree (2,000 before)")
  package static let aboutPreview = LinkedInLimit(
    field: "about preview", limit: 300, source: "guides say 220 to 320; 300 is most often said")
  package static let title = LinkedInLimit(field: "position title", limit: 100, source: "two guides of 2019 and 2020")
  package static let description = LinkedInLimit(
    field: "position description", limit: 2_000, source: "two guides of 2019 and 2020")
  package static let firstName = LinkedInLimit(field: "first name", limit: 20, source: "guides of 2019 and 2020 agree")
  package static let lastName = LinkedInLimit(field: "last name", limit: 40, source: "guides of 2019 and 2020 agree")
  package static let company = LinkedInLimit(field: "company", limit: 100, source: "one guide of 2020")
  package static let skills = LinkedInLimit(field: "skills", limit: 100, source: "raised from 50 in February 2024")
  package static let skillName = LinkedInLimit(field: "skill name", limit: 80, source: "one guide of 2020")

  /// A text cut to the limit: at the end of a sentence, else between words.
  package func cut(_ text: String) -> String {
    guard text.utf16.count > limit else { return text }
    var count = 0
    var (end, sentence, word) = (text.startIndex, nil as String.Index?, nil as String.Index?)
    var sentenceCount = 0
    for index in text.indices {
      let character = text[index]
      count += character.utf16.count
      if count > limit - 1 { break }
      end = text.index(after: index)
      if ".!?".contains(character) { (sentence, sentenceCount) = (end, count) }
      if character == " " || character == "\n" { word = index }
    }
    if let sentence, sentenceCount > limit / 2 { return String(text[..<sentence]) }
    if let word, word > text.startIndex { end = word }
    return text[..<end] + "…"
  }

  /// What of a text is not in its cut.
  package static func rest(of text: String, after cut: String) -> String {
    let kept = cut.last == "…" && !text.hasPrefix(cut) ? cut.dropLast() : cut[...]
    return String(text.dropFirst(kept.count).drop { $0.isWhitespace })
  }
}
