internal import ParcoursModel
internal import ParcoursSource

/// A certificate that is no longer valid.
enum ExpiredCertificate: Rule {
  static let metadata = RuleMetadata(
    id: "expired-certificate",
    summary: "A certificate that is no longer valid.",
    rationale: """
      Buyers check certificates first. One that ran out is worth renewing, or removing.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        certificates:
          - {name: First aid, date: 2019, expires: ↓2021-06}
        """),
      .identity(
        """
        certificates:
          - {name: First aid, date: 2019, expires: 2028-06}
        """),
    ],
    french: [
      "this certificate ran out {}":
        "ce certificat a expiré ({})",
      "renew it and mend the date, or remove the certificate":
        "renouvelez-le et corrigez la date, ou supprimez le certificat",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    for (index, certificate) in subject.identity.certificates.enumerated() {
      guard let expires = certificate.expires, expires.lastDay < subject.asOf.firstDay else { continue }
      findings.add(
        "this certificate ran out \(expires)", at: ["certificates", String(index), "expires"],
        help: "renew it and mend the date, or remove the certificate")
    }
  }
}
