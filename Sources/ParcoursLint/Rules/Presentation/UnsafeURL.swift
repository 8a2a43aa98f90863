internal import ParcoursModel
internal import ParcoursSource

/// A URL that is relative, or that is not safe to follow.
enum UnsafeURL: Rule {
  static let metadata = RuleMetadata(
    id: "unsafe-url",
    summary: "A URL that is relative, or that is not safe to follow.",
    rationale: """
      A page can only link to https and http addresses; javascript: and data: ones are attacks, and a relative one means another place on every page it lands on. A picture may be a path beside the profile.
      """,
    severity: .error, since: "0.1.0",
    examples: [
      .identity(
        """
        contact: {url: ↓'javascript:alert(1)'}
        """),
      .identity(
        """
        contact: {url: https://example.org, fieldVisibility: {url: network}}
        image: photo.jpg
        """),
      .resume(
        """
        {"work": [{"name": "Mo", "url": ↓"javascript:alert(1)"}]}
        """),
    ],
    french: [
      "\"{}\" is no picture that a page could show":
        "« {} » n’est pas une image qu’une page puisse montrer",
      "write a path or an https URL":
        "écrivez un chemin ou une adresse https",
      "\"{}\" is no whole URL":
        "« {} » n’est pas une adresse entière",
      "\"{}\" is not safe to follow":
        "« {} » n’est pas un lien sûr",
      "write a whole URL: https://…":
        "écrivez une adresse entière : https://…",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (text, place) in subject.addresses where place.last == "url" && !text.isEmpty && !isWeb(text) {
      findings.add(
        text.contains(":") ? "\"\(text)\" is not safe to follow" : "\"\(text)\" is no whole URL", at: place,
        help: "write a whole URL: https://…")
    }
    if let image = subject.identity.image, image.contains(":"), !isWeb(image) {
      findings.add(
        "\"\(image)\" is no picture that a page could show", at: ["image"], help: "write a path or an https URL")
    }
  }

  private static func isWeb(_ text: String) -> Bool {
    let lower = text.lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return false }
    return !text.unicodeScalars.contains {
      $0.value <= 0x20 || "<>\"'`\\".unicodeScalars.contains($0) || (0x202A...0x202E).contains($0.value)
    }
  }
}
