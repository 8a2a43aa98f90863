internal import ParcoursModel
internal import ParcoursSource

/// Every text in an identity that readers see, with its place.
enum Texts {
  /// Words that are names for programs, not texts.
  private static let technical: Set<String> = [
    "$schema", "id", "kind", "status", "engagement", "reason", "visibility", "fieldVisibility", "tags", "evidence",
    "url",
    "image", "email", "phone", "level", "fluency", "per", "basis", "format", "path", "checks", "extensions",
    "startDate",
    "endDate", "date", "countryCode", "currency", "timeZone", "include", "exclude", "targets", "outputs", "username",
  ]

  /// Each text, in the order of the document.
  static func all(in value: JSONValue) -> [(text: String, place: [String])] {
    var texts: [(text: String, place: [String])] = []
    walk(value, [], { !technical.contains($0) || $1.isEmpty && $0 == "path" }) { texts.append(($0, $1)) }
    return texts
  }

  /// Calls `body` for the strings under these keys alone.
  static func walk(_ value: JSONValue, keys: Set<String>, _ body: (String, [String]) -> Void) {
    walk(value, [], { key, _ in key != "extensions" }) { text, place in
      if let key = place.last, keys.contains(key) { body(text, place) }
    }
  }

  private static func walk(
    _ value: JSONValue, _ place: [String], _ goesInto: (String, [String]) -> Bool, _ body: (String, [String]) -> Void
  ) {
    if let text = value.string { body(text, place) }
    for (index, element) in value.elements.enumerated() { walk(element, place + [String(index)], goesInto, body) }
    for member in value.members where goesInto(member.key, place) {
      walk(member.value, place + [member.key], goesInto, body)
    }
  }
}

/// Every date in an identity, with its place.
enum Dates {
  private static let keys: Set<String> = [
    "startDate", "endDate", "date", "releaseDate", "lastUsed", "since", "expires", "from", "until",
  ]

  /// Calls `body` for each date that is one.
  static func walk(_ value: JSONValue, _ body: (PartialDate, [String]) -> Void) {
    Texts.walk(value, keys: keys) { text, place in
      if let date = PartialDate(text) { body(date, place) }
    }
  }
}

/// LinkedIn's limits of length.
enum Lengths {
  /// Says so where a version of a text is longer than LinkedIn takes.
  static func check(_ text: LocalizedText?, _ limit: LinkedInLimit, at place: [String], _ findings: inout Findings) {
    for version in text?.versions ?? [] where version.text.utf16.count > limit.limit {
      findings.add(
        "\(version.text.utf16.count) characters, LinkedIn takes \(limit.limit)",
        at: version.language.map { place + [$0] } ?? place, help: advice(limit))
    }
  }

  /// What to do, and how sure the limit is.
  static func advice(_ limit: LinkedInLimit) -> Message {
    "shorten it, or let the LinkedIn text be cut there (as of \(LinkedInLimit.asOf): \(limit.source))"
  }

  /// What these say in French.
  static let french = [
    "{} characters, LinkedIn takes {}": "{} caractères, LinkedIn en prend {}",
    "shorten it, or let the LinkedIn text be cut there (as of {}: {})":
      "raccourcissez-le, ou laissez le texte LinkedIn être coupé là (au {} : {})",
  ]
}
