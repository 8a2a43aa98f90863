internal import ParcoursModel
internal import ParcoursSource

/// A text with spaces at its ends.
enum UntrimmedText: Rule {
  static let metadata = RuleMetadata(
    id: "untrimmed-text",
    summary: "A text with spaces at its ends.",
    rationale: """
      Spaces at the ends make two equal names different, and show as gaps and odd line breaks.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        headline: ↓" Nurse who bakes "
        """),
      .identity(
        """
        headline: Nurse who bakes
        """),
    ],
    french: [
      "there are spaces at an end of this text":
        "il y a des espaces à une extrémité de ce texte",
      "remove them":
        "supprimez-les",
    ])

  private static func isSpace(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (text, place, _) in subject.texts where isSpace(text.utf8.first) || isSpace(text.utf8.last) {
      // A block of lines ends in a line feed, which is meant.
      var rest = text[...]
      while rest.last == "\n" { rest = rest.dropLast() }
      let isMultiline = rest.contains("\n")
      while rest.first == " " || rest.first == "\t" { rest = rest.dropFirst() }
      while rest.last == " " || rest.last == "\t" { rest = rest.dropLast() }
      guard !rest.isEmpty, !isMultiline, rest.first != text.first || (rest.last != text.last && text.last != "\n")
      else {
        continue
      }
      findings.add("there are spaces at an end of this text", at: place, help: "remove them", fix: .value(String(rest)))
    }
  }
}
