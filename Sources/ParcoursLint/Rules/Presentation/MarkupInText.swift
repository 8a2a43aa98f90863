internal import ParcoursModel
internal import ParcoursSource

/// HTML inside a text, or Markdown's marks inside a name or a title.
enum MarkupInText: Rule {
  static let metadata = RuleMetadata(
    id: "markup-in-text",
    summary: "HTML inside a text, or marks where there are none.",
    rationale: """
      Texts know the marks of Markdown (`**strong**`, `*emphasis*`, links and lists) and no HTML: every format escapes it, so
      that readers see the tags as they stand. Names and titles know no marks at all.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        summary: ↓I <b>love</b> baking
        """),
      .identity(
        """
        summary: I love **baking**, and x < y too
        """),
      .identity(
        """
        headline: ↓"**Baker** of bread"
        """),
    ],
    french: [
      "<{}> is shown as it stands":
        "<{}> s’affiche tel quel",
      "marks are shown as they stand in a name or a title":
        "les marques s’affichent telles quelles dans un nom ou un titre",
      "leave them out":
        "retirez-les",
      "write **strong**, *emphasis*, and items as lines with a dash":
        "écrivez **gras**, *italique*, et les listes en lignes à tiret",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (text, place, isProse) in subject.texts where !isProse && hasMarks(text) {
      findings.add("marks are shown as they stand in a name or a title", at: place, help: "leave them out")
    }
    for (text, place, _) in subject.texts where text.utf8.contains(0x3C) {
      guard let tag = HTMLInText.firstTag(text) else { continue }
      findings.add(
        "<\(tag)> is shown as it stands", at: place,
        help: "write **strong**, *emphasis*, and items as lines with a dash")
    }
  }

  private static func hasMarks(_ text: String) -> Bool {
    let strong = text.split(separator: "**", omittingEmptySubsequences: false)
    if strong.count > 2, let inner = strong.dropFirst().first, let first = inner.first, let last = inner.last {
      if !first.isWhitespace, !last.isWhitespace { return true }
    }
    return text.contains("](http")
  }
}

/// Elements of HTML in texts that know none.
package enum HTMLInText {
  private static let tags = [
    "b", "i", "u", "p", "br", "br/", "em", "strong", "a", "li", "ul", "ol", "div", "span", "h1", "h2", "h3", "font",
    "sup",
  ]

  /// The name of the first one, with its slash where it ends something; nil where none is there. O(length).
  package static func firstTag(_ text: String) -> String? {
    for part in text.parts(between: "<").dropFirst() {
      guard let close = part.firstIndex(of: ">") else { continue }
      let name = part[..<close].split(separator: " ").first.map { $0.lowercased() } ?? ""
      let plain = name.hasPrefix("/") ? String(name.dropFirst()) : name
      if tags.contains(plain) { return name }
    }
    return nil
  }
}
