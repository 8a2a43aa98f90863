public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursTransform

extension Format {
  /// A contact card for address books.
  public static let vCard = Format(
    id: "vcard", summary: "a contact card for address books (vCard 4.0)", names: ["*.vcf"],
    mediaType: "text/vcard", capabilities: [.oneLanguage],
    carries: Carriage(cardFields + ["contact.location.timeZone", "languages[].language"], changed: cardParts),
    detect: { $0.isNamed(["*.vcf", "*.vcf3"]) || $0.head.starts(with: "BEGIN:VCARD".utf8) ? .certain : .none },
    write: VCardWriter(version: 4).write)

  /// The same for address books that know no newer one.
  public static let vCard3 = Format(
    id: "vcard3", summary: "the contact card for older address books (vCard 3.0)", names: ["*.vcf3"],
    mediaType: "text/vcard", capabilities: [.oneLanguage], carries: Carriage(cardFields, changed: cardParts),
    write: VCardWriter(version: 3).write)

  private static let cardFields = [
    "name", "headline", "summary", "contact.email", "contact.phone", "contact.url", "contact.location.address",
    "contact.location.city", "contact.location.region", "contact.location.postalCode", "contact.location.countryCode",
  ]
  /// The main role is there alone, twelve skills at most, and of profiles the address.
  private static let cardParts = [
    "path[role].title", "path[role].organization", "skills[].name", "contact.profiles[].network",
    "contact.profiles[].url",
  ]
}

/// Lines of vCard and iCalendar: properties in CRLF lines of at most 75 bytes (RFC 6350, 3.2; RFC 5545, 3.1).
struct ContentLines {
  private(set) var bytes: [UInt8] = []

  /// Writes a property whose value is structured already.
  mutating func write(_ name: String, raw value: String) {
    var count = 0
    for scalar in "\(name):\(value)".unicodeScalars where scalar.value >= 0x20 && scalar.value != 0x7F {
      let encoded = Array(String(scalar).utf8)
      if count + encoded.count > 75 {
        bytes += [0x0D, 0x0A, 0x20]
        count = 1
      }
      bytes += encoded
      count += encoded.count
    }
    bytes += [0x0D, 0x0A]
  }

  /// Writes a property of one text.
  mutating func write(_ name: String, text: String?) {
    guard let text, !text.isEmpty else { return }
    write(name, raw: Self.escaped(text))
  }

  /// A text with what separates values escaped (RFC 6350, 3.4).
  static func escaped(_ text: String) -> String {
    var result = ""
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case ",": result += "\\,"
      case ";": result += "\\;"
      case "\r": result += "\\n"
      case "\n": if !isAfterReturn { result += "\\n" }
      default: result.unicodeScalars.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    return result
  }
}

/// Writes the card.
struct VCardWriter: Sendable {
  let version: Int

  func write(_ view: IdentityView, _ options: WriteOptions) -> Artifact { Artifact(card(view)) }

  func card(_ view: IdentityView) -> [UInt8] {
    var lines = ContentLines()
    let words = Wording(view.language)
    let name = view.name ?? view.contact?.email ?? words("Profile", "Profil")
    lines.write("BEGIN", raw: "VCARD")
    lines.write("VERSION", raw: "\(version).0")
    if version == 4 { lines.write("KIND", raw: "individual") }
    lines.write("FN", text: name)
    // Address books sort by the family's name and show FN.
    let parts = PersonName(name)
    lines.write("N", raw: "\(ContentLines.escaped(parts.family));\(ContentLines.escaped(parts.given));;;")
    lines.write("TITLE", text: view.text(view.headline))
    // Of several roles at once, the one that takes most of the time; what is done for nothing comes last.
    func weight(_ step: Step) -> Int { (step.engagement == .volunteer ? 0 : 1_000) + (step.workload ?? 100) }
    let roles = view.path.filter { $0.kind == .role && $0.tense(asOf: view.asOf) == .present }.newestFirst
    let main = roles.enumerated().max { (weight($0.element), -$0.offset) < (weight($1.element), -$1.offset) }?.element
    lines.write("ROLE", text: main.flatMap { view.text($0.title) })
    lines.write("ORG", text: main.flatMap { view.name(of: $0.organization) })
    if let contact = view.contact {
      lines.write("EMAIL", text: contact.email)
      if let phone = SafeURL.telephone(contact.phone) {
        if version == 4 {
          lines.write("TEL;VALUE=uri", raw: phone)
        } else {
          lines.write("TEL;TYPE=VOICE", text: contact.phone)
        }
      } else {
        lines.write("TEL", text: contact.phone)
      }
      if let url = SafeURL.web(contact.url) { lines.write("URL", raw: url) }
      if let place = contact.location, place.address ?? place.city ?? place.postalCode ?? place.countryCode != nil {
        let parts = [nil, nil, place.address, place.city, place.region, place.postalCode, place.countryCode]
        lines.write("ADR", raw: parts.map { $0.map(ContentLines.escaped) ?? "" }.joined(separator: ";"))
      }
      if version == 4 { lines.write("TZ", text: contact.location?.timeZone) }
      for profile in contact.profiles {
        guard let url = SafeURL.web(profile.url) else { continue }
        let network = (profile.network ?? "").lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        lines.write(network.isEmpty ? "X-SOCIALPROFILE" : "X-SOCIALPROFILE;TYPE=\(network)", raw: url)
      }
    }
    if version == 4 {
      for (place, spoken) in view.languages.enumerated() {
        guard let tag = spoken.language, Languages.isTag(tag) else { continue }
        lines.write("LANG;PREF=\(min(100, place + 1))", raw: tag)
      }
    }
    let skills = view.skills.compactMap(\.name).prefix(12).map(ContentLines.escaped)
    if !skills.isEmpty { lines.write("CATEGORIES", raw: skills.joined(separator: ",")) }
    lines.write("NOTE", text: view.text(view.summary)?.trimmed)
    lines.write("END", raw: "VCARD")
    return lines.bytes
  }
}
