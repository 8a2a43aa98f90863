internal import ParcoursModel
internal import ParcoursSource

/// LinkedIn's limits of length.
enum Lengths {
  /// Says so where a version of a text is longer than LinkedIn takes.
  static func check(_ text: LocalizedText?, _ limit: LinkedInLimit, at place: [String], _ findings: inout Findings) {
    for version in text?.versions ?? [] where version.text.utf16.count > limit.limit {
      findings.add(
        "\(version.text.utf16.count) characters, LinkedIn takes \(limit.limit)",
        at: version.language.map { place + [$0] } ?? place, help: advice(limit))
    }
  }

  /// What to do, and how sure the limit is.
  static func advice(_ limit: LinkedInLimit) -> Message {
    "shorten it, or let the LinkedIn text be cut there (as of \(LinkedInLimit.asOf): \(limit.source))"
  }

  /// What these say in French.
  static let french = [
    "{} characters, LinkedIn takes {}": "{} caractères, LinkedIn en prend {}",
    "shorten it, or let the LinkedIn text be cut there (as of {}: {})":
      "raccourcissez-le, ou laissez le texte LinkedIn être coupé là (au {} : {})",
  ]
}
