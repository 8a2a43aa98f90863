internal import ParcoursModel
internal import ParcoursSource

/// A phone number or a street address that everyone may see.
enum PublicPhoneOrAddress: Rule {
  static let metadata = RuleMetadata(
    id: "public-phone-or-address",
    summary: "A phone number or a street address that everyone may see.",
    rationale: """
      What is published once is collected for ever. A city is enough to be found; a number can be for the network.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .identity(
        """
        contact:
          phone: ↓'+33 6 00 00 00 00'
          location: {address: ↓12 rue des Lilas, city: Lyon}
        """),
      .identity(
        """
        contact:
          phone: '+33 6 00 00 00 00'
          fieldVisibility: {phone: network}
          location: {city: Lyon}
        """),
    ],
    french: [
      "remove it, or keep an identity, which can show it to some only":
        "supprimez-la, ou tenez une identité, qui peut ne la montrer qu’à certains",
      "everyone may see this phone number":
        "tout le monde peut voir ce numéro de téléphone",
      "add `fieldVisibility: {phone: network}` to `contact`":
        "ajoutez `fieldVisibility: {phone: network}` à `contact`",
      "everyone may see this street address":
        "tout le monde peut voir cette adresse postale",
      "add `fieldVisibility: {address: private}` to `location`":
        "ajoutez `fieldVisibility: {address: private}` à `location`",
    ])

  private static let resumeHelp: Message = "remove it, or keep an identity, which can show it to some only"

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    guard let contact = subject.identity.contact, contact.attributes.visibility ?? .public == .public else { return }
    func isPublic(_ field: String, of attributes: ItemAttributes) -> Bool {
      attributes.visibility ?? .public == .public && attributes.fieldVisibility?[field] ?? .public == .public
    }
    if contact.phone?.isEmpty == false, isPublic("phone", of: contact.attributes) {
      findings.add(
        "everyone may see this phone number", at: ["contact", "phone"],
        help: subject.isForeign ? resumeHelp : "add `fieldVisibility: {phone: network}` to `contact`")
    }
    if let location = contact.location, location.address?.isEmpty == false,
      isPublic("address", of: location.attributes),
      isPublic("location", of: contact.attributes)
    {
      findings.add(
        "everyone may see this street address", at: ["contact", "location", "address"],
        help: subject.isForeign ? resumeHelp : "add `fieldVisibility: {address: private}` to `location`")
    }
  }
}
