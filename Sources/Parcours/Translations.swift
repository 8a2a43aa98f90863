internal import ParcoursLint
internal import ParcoursReport

/// What findings say in other languages than English.
public enum Translations {
  /// The languages, English first.
  public static let languages = ["en", "fr"]

  /// From English forms to a language's; empty for English and for a language that is not spoken here.
  public static func table(_ language: String) -> [String: String] {
    language == "fr" || language.hasPrefix("fr-") ? french : [:]
  }

  private static let french = Rules.all.reduce(into: French.forms) { table, rule in
    table.merge(rule.metadata.french) { own, _ in own }
  }.mapValues(typographic)

  /// French with its spaces that do not break: before `:` and inside guillemets, narrow ones before `;`, `?` and `!`.
  private static func typographic(_ text: String) -> String {
    var result = ""
    var previous: Character?
    for character in text {
      if previous == " ", "»:;?!".contains(character) {
        result.removeLast()
        result += ";?!".contains(character) ? "\u{202F}" : "\u{A0}"
      }
      result.append(character == " " && previous == "«" ? "\u{A0}" : character)
      previous = character
    }
    return result
  }
}
