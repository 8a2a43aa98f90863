internal import ParcoursFormats
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

/// Where the texts of an identity stand that may be said in several languages: the schema knows, so that none is forgotten.
enum TextPlaces {
  private static let schema: JSONValue? = EmbeddedSchemas.text("identity").flatMap { text in
    (try? JSONParser.parse(SourceText(name: "identity", text: text))).map { Tree.value($0) }
  }

  /// The places of all of them, in the order of the document. O(size).
  static func all(in value: JSONValue) -> [[String]] {
    var places: [[String]] = []
    if let schema { walk(value, schema, [], &places) }
    return places
  }

  /// How many texts of an identity have no version for readers of a language.
  static func count(in identity: Identity, without language: String) -> Int {
    let value = identity.json
    return all(in: value).count { place in
      // Of the targets and outputs nobody reads.
      place.first != "targets"
        && value.value(at: place).map { !speaks(language, $0, documentLanguage: identity.documentLanguage) } ?? false
    }
  }

  private static func walk(_ value: JSONValue, _ schema: JSONValue, _ place: [String], _ places: inout [[String]]) {
    if let reference = schema["$ref"]?.string {
      let name = String(reference.split(separator: "/").last ?? "")
      if name == "text" {
        places.append(place)
      } else if name != "extensions", let target = Self.schema?["$defs"]?[name] {
        walk(value, target, place, &places)
      }
      return
    }
    for key in ["anyOf", "allOf", "oneOf"] {
      for branch in schema[key]?.elements ?? [] {
        let before = places.count
        walk(value, branch, place, &places)
        if places.count > before { return }
      }
    }
    if case .object(let members) = value {
      for member in members {
        guard let part = schema["properties"]?[member.key] ?? schema["additionalProperties"] else { continue }
        walk(member.value, part, place + [member.key], &places)
      }
    }
    if let items = schema["items"] {
      for (index, element) in value.elements.enumerated() { walk(element, items, place + [String(index)], &places) }
    }
  }

  /// Who may see a text, by the marks of what it stands in.
  static func audience(of place: [String], in value: JSONValue) -> Visibility {
    var audience = place.first == "targets" ? Visibility.private : .public
    var node = value
    for (depth, token) in place.enumerated() {
      if let mark = node["fieldVisibility"]?[token]?.string {
        audience = max(audience, Visibility(rawValue: mark) ?? .private)
      }
      guard
        let next = Int(token).flatMap({ node.elements.indices.contains($0) ? node.elements[$0] : nil }) ?? node[token]
      else { break }
      // Of a confidential organization others see the alias.
      if node["confidential"] == .bool(true), token != "alias" { audience = .private }
      node = next
      if let mark = node["visibility"]?.string {
        audience = max(audience, Visibility(rawValue: mark) ?? .private)
      } else if place.first == "path", depth == 1, node["status"]?.string == Step.Status.sought.rawValue {
        audience = max(audience, .network)
      }
    }
    return audience
  }

  /// The versions of a text, the language of each said.
  static func versions(_ value: JSONValue, documentLanguage: String) -> [(language: String, text: String)] {
    if let text = value.string { return [(documentLanguage, text)] }
    return value.members.compactMap { member in member.value.string.map { (member.key, $0) } }
  }

  /// Whether a text has a version for readers of a language; what has no letters is the same in all of them.
  static func speaks(_ language: String, _ value: JSONValue, documentLanguage: String) -> Bool {
    let wanted = primary(language)
    let versions = versions(value, documentLanguage: documentLanguage)
    return versions.contains { primary($0.language) == wanted && !$0.text.isEmpty }
      || !versions.contains { $0.text.contains(where: \.isLetter) }
  }

  static func primary(_ language: String) -> String {
    language.split(separator: "-").first.map { $0.lowercased() } ?? language.lowercased()
  }
}
