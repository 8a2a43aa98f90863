internal import ParcoursModel
internal import ParcoursSource

/// An address that is not encrypted.
enum PlainHTTP: Rule {
  static let metadata = RuleMetadata(
    id: "plain-http",
    summary: "An address that is not encrypted.",
    rationale: """
      Browsers mark http pages as not secure, which is the first thing a visitor then reads. Nearly every site
      answers to https.
      """,
    severity: .note, since: "0.1.0",
    examples: [
      .identity(
        """
        contact: {url: ↓'http://example.org'}
        """),
      .identity(
        """
        contact: {url: 'https://example.org'}
        """),
    ],
    french: [
      "browsers mark this address as not secure":
        "les navigateurs signalent cette adresse comme non sécurisée",
      "write https:// where the site answers to it":
        "écrivez https:// si le site y répond",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (text, place) in subject.addresses where place.last == "url" || place.last == "image" {
      guard text.lowercased().hasPrefix("http://"), !text.contains("//localhost"), !text.contains("//127.") else {
        continue
      }
      findings.add(
        "browsers mark this address as not secure", at: place, help: "write https:// where the site answers to it")
    }
  }
}
