internal import ParcoursModel

/// The names of confidential organizations, and what stands for them in texts that others see.
struct ConfidentialNames: Sendable {
  private struct Secret {
    var name: SecretName
    var alias: LocalizedText
    /// The name without its legal form, where it has one.
    var short: SecretName?
  }

  static let standardAlias = LocalizedText(versions: [
    .init(language: "en", text: "Confidential client"), .init(language: "fr", text: "Client confidentiel"),
  ])

  private let documentLanguage: String
  private var secrets: [Secret] = []

  /// No names.
  init(documentLanguage: String) { self.documentLanguage = documentLanguage }

  /// Collects the names in an identity. O(size).
  init(in identity: Identity) {
    documentLanguage = identity.documentLanguage
    for organization in identity.organizations.confidential { collect(organization) }
    settle()
  }

  /// Adds the names that another identity keeps, but those that this one names openly. O(size of both).
  mutating func add(secretsOf other: Identity, exceptOwnOf own: Identity) {
    let known = Set(secrets.map(\.name.compact))
    for organization in other.organizations.confidential { collect(organization) }
    let open = Set(own.organizations.open.compactMap { $0.name.map(Folding.compact) })
    secrets.removeAll { !known.contains($0.name.compact) && open.contains($0.name.compact) }
    settle()
  }

  /// Puts the names in order, the longest first; an alias that says another name is none.
  private mutating func settle() {
    secrets.sort { $0.name.name.count > $1.name.name.count }
    let names = secrets.map(\.name)
    for index in secrets.indices where secrets[index].alias != Self.standardAlias {
      let own = names[index].compact
      let texts = secrets[index].alias.versions.map { ($0.text, SecretName.folded($0.text)) }
      let saysAnother = names.contains { other in
        texts.contains { text, folded in
          folded.contains { $0.contains(other.compact) } && !own.contains(other.compact)
            && !other.compact.contains(own) && other.isSaid(in: text)
        }
      }
      if saysAnother { secrets[index].alias = Self.standardAlias }
    }
  }

  private mutating func collect(_ organization: Organization) {
    guard let raw = organization.name else { return }
    let name = String(raw.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    guard !Folding.compact(name).isEmpty else { return }
    // An alias that is hidden itself is none.
    let isAliasHidden = organization.attributes.fieldVisibility?["alias"] != nil
    let alias = isAliasHidden ? nil : organization.alias
    // The name without its legal form is what it goes by, unless its alias says that word itself: "A grid operator".
    let short = OrganizationNames.withoutLegalForm(name).flatMap { short in
      let words = " " + Folding.folded(short) + " "
      let isSaid = alias?.versions.contains { (" " + Folding.folded($0.text) + " ").contains(words) } ?? false
      return isSaid ? nil : short
    }
    for one in [name, short].compactMap(\.self) {
      guard let secret = SecretName(one) else { continue }
      secrets.append(
        Secret(
          name: secret, alias: alias ?? Self.standardAlias, short: one == name ? short.flatMap(SecretName.init) : nil))
    }
  }

  /// A text without confidential names; nil where a name hides in it in a way that no alias can stand for.
  ///
  /// A name in the address of a link takes the address away, one in an address inside a sentence is replaced with all of it,
  /// and where marks run through a name they go. O(length × names found in it).
  func cleaned(_ text: String, language: String) -> String? {
    guard !secrets.isEmpty else { return text }
    var text = text
    var folded = SecretName.folded(text)
    for secret in secrets {
      // Most names are in no text: that is found out of what was folded once.
      guard folded.contains(where: { $0.contains(secret.name.compact) }), secret.name.isSaid(in: text) else { continue }
      defer { folded = SecretName.folded(text) }
      // What is an address as a whole says nothing without it.
      if !text.contains(where: \.isWhitespace), text.isAddress { return nil }
      let alias = secret.alias.version(for: language, documentLanguage: documentLanguage)?.text ?? ""
      let wanted = [secret.name, secret.short].compactMap(\.self)
      text = Self.withoutLinks(text) { address in wanted.contains { $0.isSaid(in: address) } }
      for name in wanted { text = Self.replace(name, in: text, by: alias, language) }
      guard secret.name.isSaid(in: text), !Folding.compact(alias).contains(secret.name.compact) else { continue }
      text = text.withoutMarks
      for name in wanted { text = Self.replace(name, in: text, by: alias, language) }
      if secret.name.isSaid(in: text) { return nil }
    }
    return text
  }

  /// Whether an alias or key says a confidential name.
  func stand(in text: String) -> Bool { cleaned(text, language: documentLanguage) != text }

  /// A text with the links whose addresses are secret as their labels.
  private static func withoutLinks(_ text: String, where isSecret: (String) -> Bool) -> String {
    guard text.contains("](") else { return text }
    var parts = text.split(separator: "](", omittingEmptySubsequences: false).map(String.init)
    for index in parts.indices.dropFirst() {
      guard let end = parts[index][...].endOfAddress, let start = parts[index - 1].lastIndex(of: "["),
        isSecret(String(parts[index][..<end]))
      else {
        parts[index] = "](" + parts[index]
        continue
      }
      parts[index - 1].remove(at: start)
      parts[index] = String(parts[index][parts[index].index(after: end)...])
    }
    return parts.joined()
  }

  /// Replaces a name wherever it stands as a word, or anywhere, whatever its case; an address that says it, with all of it.
  private static func replace(_ name: SecretName, in text: String, by alias: String, _ language: String) -> String {
    let wanted = name.name.map { $0.lowercased() }
    let characters = Array(text)
    let lower = characters.map { $0.lowercased() }
    guard characters.count >= wanted.count else { return text }
    var result = ""
    var index = 0
    while index < characters.count {
      let isStart = index == 0 || characters[index - 1].isWhitespace || "<(«\"".contains(characters[index - 1])
      if isStart, let end = addressEnd(characters, index) {
        let word = String(characters[index..<end])
        if name.isSaid(in: word) {
          AliasGrammar.append(alias, to: &result, language: language)
        } else {
          result += word
        }
        index = end
        continue
      }
      let end = index + wanted.count
      if end <= characters.count, lower[index..<end].elementsEqual(wanted),
        !name.isOrdinary || characters[index].isUppercase,
        name.hasNoWords
          || ((index == 0 || !isWord(characters[index - 1])) && (end == characters.count || !isWord(characters[end])))
      {
        AliasGrammar.append(alias, to: &result, language: language)
        index = end
      } else {
        result.append(characters[index])
        index += 1
      }
    }
    return result
  }

  /// The end of an address that begins at a place; nil where none does.
  private static func addressEnd(_ characters: [Character], _ start: Int) -> Int? {
    var end = start
    while end < characters.count, !characters[end].isWhitespace, !"<>()«»\"".contains(characters[end]) { end += 1 }
    while end > start, ".,;:!?…".contains(characters[end - 1]) { end -= 1 }
    let word = String(characters[start..<end])
    return word.contains("://") || word.contains("@") || word.lowercased().hasPrefix("www.") ? end : nil
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
