internal import ParcoursModel
internal import ParcoursSource

/// Two profiles on one network.
enum DuplicateProfile: Rule {
  static let metadata = RuleMetadata(
    id: "duplicate-profile",
    summary: "Two profiles on one network.",
    rationale: """
      Two links to one network make readers guess which of them is you.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        contact:
          profiles:
            - {network: GitHub, username: ana}
            - {network: ↓github, username: ana-old}
        """),
      .identity(
        """
        contact:
          profiles:
            - {network: GitHub, username: ana}
            - {network: Mastodon, username: ana}
        """),
    ],
    french: [
      "a second profile is on {}":
        "un second profil est sur {}",
      "keep the one you use":
        "gardez celui que vous utilisez",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    var seen: [String: Int] = [:]
    for (index, profile) in (subject.identity.contact?.profiles ?? []).enumerated() {
      guard let network = profile.network else { continue }
      guard let first = seen[Folding.folded(network)] else {
        seen[Folding.folded(network)] = index
        continue
      }
      findings.add(
        "a second profile is on \(network)", at: ["contact", "profiles", String(index), "network"],
        help: "keep the one you use",
        note: ("the first is here", ["contact", "profiles", String(first), "network"]))
    }
  }
}
