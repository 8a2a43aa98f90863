internal import ParcoursModel
internal import ParcoursSource

/// A control character in a text.
enum ControlCharacter: Rule {
  static let metadata = RuleMetadata(
    id: "control-character",
    summary: "A control character in a text.",
    rationale: """
      What was pasted from a terminal or a broken file may hold a bell, an escape or a NUL: readers see a box,
      terminals obey, and forms refuse the text.
      """,
    severity: .warning, since: "0.2.0",
    examples: [
      .identity(
        """
        headline: ↓"Nurse \\e[31mwho bakes"
        """),
      .identity(
        """
        headline: "Nurse\\twho bakes"
        """),
    ],
    french: [
      "a control character ({}) stands in the text": "un caractère de contrôle ({}) figure dans le texte",
      "take it out": "retirez-le",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (text, place, _) in subject.texts {
      // Most texts have none: their bytes say so.
      guard
        text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2 }),
        let scalar = text.unicodeScalars.first(where: isControl)
      else { continue }
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      findings.add("a control character (\(name)) stands in the text", at: place, help: "take it out")
    }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0: true
    default: false
    }
  }
}
