internal import ParcoursModel
internal import ParcoursSource

/// A quotation that does not end, or does not begin.
enum UnbalancedQuotes: Rule {
  static let metadata = RuleMetadata(
    id: "unbalanced-quotes",
    summary: "A typographic quotation mark without its other half.",
    rationale: """
      In YAML only straight quotes hold a text together: a text between typographic ones, or one that begins with such a mark and
      ends with a straight one, keeps them as signs of its own.
      """,
    severity: .warning, since: "0.2.0",
    examples: [
      .identity(
        """
        headline: ↓“Nurse" who bakes
        """),
      .identity(
        """
        headline: Nurse, “the baker”, « la boulangère », „die Bäckerin“
        """),
    ],
    french: [
      "\"{}\" has no other half": "« {} » n’a pas de pendant",
      "close the quotation, or take the mark out": "fermez la citation, ou retirez le signe",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (text, place, _) in subject.texts {
      // Most texts have none: a quotation mark begins with one of these bytes.
      guard text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xC2 }), let mark = lonely(in: text) else { continue }
      findings.add("\"\(mark)\" has no other half", at: place, help: "close the quotation, or take the mark out")
    }
  }

  /// A mark that has no other half. What closes in one language opens in another; what only closes may be a sign of inches.
  private static func lonely(in text: String) -> String? {
    func count(_ mark: Unicode.Scalar) -> Int { text.unicodeScalars.count { $0 == mark } }
    if count("«") != count("»") { return count("«") > count("»") ? "«" : "»" }
    let low = count("„")
    if low > 0 { return low > count("“") + count("”") ? "„" : nil }
    return count("“") > count("”") ? "“" : nil
  }
}
