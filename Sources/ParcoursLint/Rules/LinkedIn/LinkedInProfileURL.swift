internal import ParcoursModel
internal import ParcoursSource

/// A LinkedIn profile whose address is not one.
enum LinkedInProfileURL: Rule {
  static let metadata = RuleMetadata(
    id: "linkedin-profile-url",
    summary: "A LinkedIn profile whose address is not one.",
    rationale: """
      The address that others can open is the public one, https://www.linkedin.com/in/NAME; what the browser shows
      the owner is another. LinkedIn does not publish its limits; ours are dated and say their source
      (`LinkedInLimit`), and are counted in UTF-16 code units as its forms count.
      """,
    severity: .note, since: "0.1.0",
    examples: [
      .identity(
        """
        contact:
          profiles: [{network: LinkedIn, url: ↓'https://www.linkedin.com/feed/'}]
        """),
      .identity(
        """
        contact:
          profiles: [{network: LinkedIn, url: 'https://www.linkedin.com/in/ana'}]
        """),
    ],
    french: [
      "this is not the address of a public profile":
        "ce n’est pas l’adresse d’un profil public",
      "write https://www.linkedin.com/in/NAME":
        "écrivez https://www.linkedin.com/in/NOM",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, profile) in (subject.identity.contact?.profiles ?? []).enumerated()
    where profile.network.map(Folding.folded) == "linkedin" {
      guard let url = profile.url?.lowercased(), !isPublic(url) else { continue }
      findings.add(
        "this is not the address of a public profile", at: ["contact", "profiles", String(index), "url"],
        help: "write https://www.linkedin.com/in/NAME")
    }
  }

  private static func isPublic(_ url: String) -> Bool {
    url.contains("linkedin.com/in/") && !url.hasSuffix("/in/")
  }
}
