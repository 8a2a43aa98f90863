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
  }
}
