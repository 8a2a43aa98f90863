/// The vocabularies before microformats2 and what their names became (microformats.org/wiki/h-card and its siblings,
/// "backward compatibility").
enum ClassicMicroformats {
  /// How a property's value is read.
  enum Kind: Sendable {
    case text, address, date, markup
  }

  /// A property of microformats2.
  struct Property: Sendable {
    var kind: Kind
    var name: String
    var isClassic = false
  }

  /// The prefixes of microformats2.
  static let prefixes: [(prefix: String, kind: Kind)] = [
    ("p-", .text), ("u-", .address), ("dt-", .date), ("e-", .markup),
  ]

  /// Classic roots and the types they became.
  static let roots: [String: String] = [
    "adr": "h-adr", "geo": "h-geo", "hentry": "h-entry", "hfeed": "h-feed", "hnews": "h-news", "hproduct": "h-product",
    "hrecipe": "h-recipe", "hresume": "h-resume", "hreview": "h-review", "hreview-aggregate": "h-review-aggregate",
    "vcard": "h-card", "vevent": "h-event",
  ]

  /// What the names in a root of these types stand for.
  static func properties(of types: [String]) -> [String: [Property]] {
    var result: [String: [Property]] = [:]
    for type in types {
      for (name, properties) in tables[type] ?? [:] { result[name, default: []] += properties }
    }
    return result
  }

  private static let tables: [String: [String: [Property]]] = {
    var tables: [String: [String: [Property]]] = [:]
    for (type, lines) in vocabularies {
      var table: [String: [Property]] = [:]
      for line in lines {
        // "fn p-name" and "tel": a name and what it became, or a text of the same name.
        let parts = line.split(separator: " ").map(String.init)
        let modern = parts.count > 1 ? parts[1] : "p-" + parts[0]
        guard let (prefix, kind) = prefixes.first(where: { modern.hasPrefix($0.prefix) }) else { continue }
        table[parts[0], default: []].append(
          Property(kind: kind, name: String(modern.dropFirst(prefix.count)), isClassic: true))
      }
      tables[type] = table
    }
    return tables
  }()

  private static let vocabularies: [String: [String]] = [
    "h-card": [
      "fn p-name", "honorific-prefix", "given-name", "additional-name", "family-name", "honorific-suffix", "nickname",
      "email u-email", "logo u-logo", "photo u-photo", "url u-url", "uid u-uid", "category", "rel=tag p-category",
      "adr", "extended-address", "street-address", "locality", "region", "postal-code", "country-name", "label", "geo",
      "latitude", "longitude", "tel", "note", "bday dt-bday", "key u-key", "org", "organization-name",
      "organization-unit", "title p-job-title", "role", "tz", "rev dt-rev", "sound u-sound", "mailer", "class",
    ],
    "h-adr": [
      "post-office-box", "extended-address", "street-address", "locality", "region", "postal-code", "country-name",
    ],
    "h-geo": ["latitude", "longitude"],
    "h-event": [
      "summary p-name", "dtstart dt-start", "dtend dt-end", "duration dt-duration", "description", "url u-url",
      "category", "rel=tag p-category", "location", "geo", "attendee", "contact", "organizer",
      "last-modified dt-updated", "uid u-uid", "class", "status",
    ],
    "h-resume": [
      "summary", "contact", "education", "experience", "skill", "affiliation", "publication",
    ],
    "h-entry": [
      "entry-title p-name", "entry-summary p-summary", "entry-content e-content", "published dt-published",
      "updated dt-updated", "author", "category", "rel=tag p-category", "rel=bookmark u-url",
    ],
  ]
}
