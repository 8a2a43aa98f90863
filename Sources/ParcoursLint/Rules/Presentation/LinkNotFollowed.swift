internal import ParcoursModel
internal import ParcoursSource

/// A link in a text whose address cannot be followed.
enum LinkNotFollowed: Rule {
  static let metadata = RuleMetadata(
    id: "link-not-followed",
    summary: "A link in a text whose address cannot be followed.",
    rationale: """
      `[label](address)` in a text is a link where the address is a whole one: https, http or mailto. A relative one means
      another place wherever the text lands, and others are not safe: readers see the address as text instead.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        summary: ↓See [my talk](talks/2024.html)
        """),
      .identity(
        """
        summary: See [my talk](https://example.org/talks/2024.html), or [write](mailto:jo@example.org)
        """),
      .resume(
        """
        {"basics": {"name": "Jo", "summary": ↓"See [my talk](htp://example.org)"}}
        """),
    ],
    french: [
      "the link to \"{}\" is shown as text":
        "le lien vers « {} » s’affiche comme du texte",
      "write a whole address: https://… or mailto:…":
        "écrivez une adresse entière : https://… ou mailto:…",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (text, place, isProse) in subject.texts where isProse {
      guard let address = addresses(text).first(where: { !isFollowed($0) }) else { continue }
      findings.add(
        "the link to \"\(address)\" is shown as text", at: place, help: "write a whole address: https://… or mailto:…")
    }
  }

  private static func addresses(_ text: String) -> [String] {
    let parts = text.split(separator: "](", omittingEmptySubsequences: false)
    // Before an address stands a label.
    return parts.indices.dropFirst().compactMap { index in
      guard parts[index - 1].contains("["), let end = closing(parts[index]) else { return nil }
      let address = parts[index][..<end].drop { $0 == "<" }.prefix { $0 != ">" && $0 != " " }
      return address.isEmpty ? nil : String(address)
    }
  }

  /// Where the parenthesis closes that an address stands in.
  private static func closing(_ text: Substring) -> Substring.Index? {
    var depth = 0
    return text.firstIndex { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth < 0
    }
  }

  private static func isFollowed(_ address: String) -> Bool {
    let lower = address.lowercased()
    return ["https://", "http://", "mailto:"].contains { lower.hasPrefix($0) && lower.utf8.count > $0.utf8.count }
  }
}
