internal import ParcoursModel

/// Places and titles of items, for people.
struct ItemTitles {
  let language: String
  let documentLanguage: String

  /// A place as people write it, indices left out, since items may be ordered anew: `path[].highlights[]`.
  static func place(_ place: [String]) -> String {
    place.reduce(into: "") { text, token in
      text += Int(token) != nil ? "[]" : text.isEmpty ? token : ".\(token)"
    }
  }

  /// An item in a few words.
  func title(_ value: JSONValue) -> String {
    if let text = text(of: value) { return Self.short(text) }
    for key in ["title", "name", "area", "text", "language", "reason", "summary"] {
      if let text = value[key].flatMap(text(of:)) { return Self.short(text) }
    }
    for key in ["organization", "institution", "client", "from"] {
      if let text = value[key]?["name"]?.string { return Self.short(text) }
    }
    return value["id"]?.string ?? ""
  }

  private func text(of value: JSONValue) -> String? {
    if let text = value.string { return text }
    guard !value.members.isEmpty,
      value.members.allSatisfy({ (2...8).contains($0.key.utf8.count) && $0.value.string != nil })
    else { return nil }
    var context = DecodingContext()
    return LocalizedText.decode(value, &context)?.version(for: language, documentLanguage: documentLanguage)?.text
  }

  private static func short(_ text: String) -> String {
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return flat.count > 60 ? flat.prefix(59) + "…" : flat
  }
}
