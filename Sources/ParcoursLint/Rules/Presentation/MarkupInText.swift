internal import ParcoursModel
internal import ParcoursSource

/// HTML inside a text.
enum MarkupInText: Rule {
  static let metadata = RuleMetadata(
    id: "markup-in-text",
    summary: "HTML inside a text.",
    rationale: """
      Texts know the marks of Markdown (`**strong**`, `*emphasis*`, links and lists) and no HTML: every format escapes it, so
      that readers see the tags as they stand.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        summary: ↓I <b>love</b> baking
        """),
      .identity(
        """
        summary: I love baking, and x < y too
        """),
    ],
    french: [
      "<{}> is shown as it stands":
        "<{}> s’affiche tel quel",
      "write **strong**, *emphasis*, and items as lines with a dash":
        "écrivez **fort**, *accentué*, et les listes en lignes à tiret",
    ])

  private static let tags = [
    "b", "i", "u", "p", "br", "br/", "em", "strong", "a", "li", "ul", "ol", "div", "span", "h1", "h2", "h3", "font",
    "sup",
  ]

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (text, place) in subject.texts where text.utf8.contains(0x3C) {
      guard let tag = firstTag(text) else { continue }
      findings.add(
        "<\(tag)> is shown as it stands", at: place,
        help: "write **strong**, *emphasis*, and items as lines with a dash")
    }
  }

  private static func firstTag(_ text: String) -> String? {
    for part in text.parts(between: "<").dropFirst() {
      guard let close = part.firstIndex(of: ">") else { continue }
      let name = part[..<close].split(separator: " ").first.map { $0.lowercased() } ?? ""
      let plain = name.hasPrefix("/") ? String(name.dropFirst()) : name
      if tags.contains(plain) { return name }
    }
    return nil
  }
}
