internal import ParcoursModel

/// Things in schema.org's terms, whatever notation a page uses for them.
struct SchemaGraph: Sendable {
  /// A thing: its types and properties, by names without a vocabulary before them.
  struct Thing: Sendable {
    var types: [String] = []
    var properties: [(name: String, value: Value)] = []
    /// Where it starts in the page.
    var place = 0
  }

  /// A value of a property.
  enum Value: Sendable {
    case text(String, language: String?)
    /// A thing, by its index.
    case thing(Int)
  }

  /// All things.
  var things: [Thing] = []
  /// Things by their `@id`, `resource` or `itemid`.
  var byID: [String: Int] = [:]

  /// More things than any profile has are not read.
  static let limit = 100_000

  /// The values of properties of a thing, those of the first name first.
  func values(_ thing: Int, _ names: String...) -> [Value] {
    names.flatMap { name in things[thing].properties.filter { $0.name == name }.map(\.value) }
  }

  /// The things among the values.
  func things(_ thing: Int, _ names: String...) -> [Int] {
    names.flatMap { name in
      things[thing].properties.compactMap { property in
        if property.name == name, case .thing(let index) = property.value { index } else { nil }
      }
    }
  }

  /// The first text of a property, what is a thing by its name.
  func text(_ thing: Int, _ names: String...) -> String? {
    for name in names {
      for property in things[thing].properties where property.name == name {
        if let text = text(property.value) { return text }
      }
    }
    return nil
  }

  /// A value as a text: a thing is called by its name.
  func text(_ value: Value, depth: Int = 0) -> String? {
    switch value {
    case .text(let text, _):
      let text = text.collapsed
      return text.isEmpty ? nil : text
    case .thing(let index):
      guard depth < 4 else { return nil }
      for name in ["name", "title", "headline", "roleName", "termCode", "url", "@value"] {
        for property in things[index].properties where property.name == name {
          if let text = text(property.value, depth: depth + 1) { return text }
        }
      }
      return nil
    }
  }

  /// A text with its languages, where the page says them.
  func localized(_ thing: Int, _ names: String..., documentLanguage: String?) -> LocalizedText? {
    for name in names {
      var versions: [LocalizedText.Version] = []
      for value in values(thing, name) {
        if case .text(let text, let language) = value, !text.trimmed.isEmpty {
          let tag = language.flatMap { $0 == documentLanguage ? nil : $0 }
          if !versions.contains(where: { $0.language == tag }) {
            versions.append(.init(language: tag ?? (language == nil ? nil : documentLanguage), text: text.trimmed))
          }
        } else if let text = text(value) {
          versions.append(.init(language: nil, text: text))
        }
      }
      guard let first = versions.first else { continue }
      if versions.count == 1 || versions.contains(where: { $0.language == nil }) {
        return LocalizedText(first.text)
      }
      return LocalizedText(versions: versions)
    }
    return nil
  }

  /// Whether a thing is of one of the types.
  func isOf(_ thing: Int, _ types: Set<String>) -> Bool { things[thing].types.contains(where: types.contains) }

  /// A name of schema.org without the vocabulary before it: `https://schema.org/Person` and `schema:Person` are `Person`.
  static func plainName(_ name: String) -> String {
    guard let cut = name.lastIndex(where: { $0 == "/" || $0 == "#" || $0 == ":" }) else { return name }
    let last = name[name.index(after: cut)...]
    return last.isEmpty ? name : String(last)
  }
}
