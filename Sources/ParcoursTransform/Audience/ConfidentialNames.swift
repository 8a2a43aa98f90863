internal import ParcoursModel

/// The names of confidential organizations, and what stands for them in texts that others see.
struct ConfidentialNames: Sendable {
  private struct Secret {
    var name: String
    var compact: String
    /// A name of letters that know no gaps between words, where every occurrence counts.
    var hasNoWords: Bool
    var alias: LocalizedText
    /// The name without its legal form, where it has one.
    var short: String?
  }

  static let standardAlias = LocalizedText(versions: [
    .init(language: "en", text: "Confidential client"), .init(language: "fr", text: "Client confidentiel"),
  ])

  private let documentLanguage: String
  private var secrets: [Secret] = []

  /// Collects the names in a value. O(size).
  init(in value: JSONValue, documentLanguage: String) {
    self.documentLanguage = documentLanguage
    collect(value)
    secrets.sort { $0.name.count > $1.name.count }
  }

  /// Adds the names that another identity keeps, but those that this one names openly. O(size of both).
  mutating func add(secretsOf other: JSONValue, exceptOwnOf own: JSONValue) {
    let known = Set(secrets.map(\.compact))
    collect(other)
    let open = Self.openNames(own)
    secrets.removeAll { !known.contains($0.compact) && open.contains($0.compact) }
    secrets.sort { $0.name.count > $1.name.count }
  }

  private static func openNames(_ value: JSONValue) -> Set<String> {
    var names = Set<String>()
    for element in value.elements { names.formUnion(openNames(element)) }
    for member in value.members {
      names.formUnion(openNames(member.value))
      if ["organization", "via", "institution", "client"].contains(member.key), let name = member.value["name"]?.string,
        member.value["confidential"] != .bool(true)
      {
        names.insert(Folding.compact(name))
      }
    }
    return names
  }

  private mutating func collect(_ value: JSONValue) {
    for element in value.elements { collect(element) }
    for member in value.members { collect(member.value) }
    guard value["confidential"] == .bool(true), let raw = value["name"]?.string else { return }
    let name = String(raw.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    let compact = Folding.compact(name)
    guard !compact.isEmpty else { return }
    var context = DecodingContext()
    // An alias that is hidden itself is none.
    let isAliasHidden = value["fieldVisibility"]?["alias"] != nil
    let alias = isAliasHidden ? nil : value["alias"].flatMap { LocalizedText.decode($0, &context) }
    // The name without its legal form is what it goes by, unless its alias says that word itself: "A grid operator".
    let short = OrganizationNames.withoutLegalForm(name).flatMap { short in
      let words = " " + Folding.folded(short) + " "
      let isSaid = alias?.versions.contains { (" " + Folding.folded($0.text) + " ").contains(words) } ?? false
      return isSaid ? nil : short
    }
    for one in [name, short].compactMap(\.self) {
      let compact = Folding.compact(one)
      guard !compact.isEmpty else { continue }
      secrets.append(
        Secret(
          name: one, compact: compact, hasNoWords: compact.unicodeScalars.contains { $0.value >= 0x2E80 },
          alias: alias ?? Self.standardAlias, short: one == name ? short : nil))
    }
  }

  /// A text without confidential names; nil where a name hides in it in a way that no alias can stand for.
  /// O(length × names found in it).
  func cleaned(_ text: String, language: String) -> String? {
    guard !secrets.isEmpty else { return text }
    var text = text
    var compact = Folding.compact(Self.withoutPercents(text))
    for secret in secrets where compact.contains(secret.compact) {
      let alias = secret.alias.version(for: language, documentLanguage: documentLanguage)?.text ?? ""
      text = Self.replace(secret.name, in: text, by: alias, everywhere: secret.hasNoWords)
      if let short = secret.short { text = Self.replace(short, in: text, by: alias, everywhere: secret.hasNoWords) }
      compact = Folding.compact(Self.withoutPercents(text))
      if isHidden(secret, in: text, compact), !Folding.compact(alias).contains(secret.compact) { return nil }
    }
    return text
  }

  /// Whether an alias or key says a confidential name.
  func stand(in text: String) -> Bool { cleaned(text, language: documentLanguage) != text }

  private func isHidden(_ secret: Secret, in text: String, _ compact: String) -> Bool {
    guard compact.contains(secret.compact) else { return false }
    // Long names, and those of letters without words, are not there by chance.
    if secret.compact.count >= 4 || secret.hasNoWords { return true }
    // Short ones are, inside other words: they count where they stand for themselves, between other kinds of letters.
    if Self.pieces(Self.withoutPercents(text)).contains(secret.compact) { return true }
    return secret.name.count > 1 && secret.name.allSatisfy { $0.isUppercase || !$0.isLetter }
      && text.contains(secret.name)
  }

  /// The runs of letters and of digits in a text, folded: `edf2024` is `edf` and `2024`.
  private static func pieces(_ text: String) -> Set<String> {
    var pieces: Set<String> = []
    for word in Folding.folded(text).split(separator: " ") {
      pieces.insert(String(word))
      var run = ""
      for character in word {
        if let last = run.last, last.isNumber != character.isNumber {
          pieces.insert(run)
          run = ""
        }
        run.append(character)
      }
      pieces.insert(run)
    }
    return pieces
  }

  /// The text with `%XX` undone: names hide in addresses.
  private static func withoutPercents(_ text: String) -> String {
    guard text.contains("%") else { return text }
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      if source[index] == 0x25, index + 2 < source.count,
        let value = UInt8(String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Replaces a name wherever it stands as a word, or anywhere, whatever its case.
  private static func replace(_ name: String, in text: String, by alias: String, everywhere: Bool) -> String {
    let wanted = name.map { $0.lowercased() }
    let characters = Array(text)
    let lower = characters.map { $0.lowercased() }
    guard characters.count >= wanted.count else { return text }
    var result = ""
    var index = 0
    while index < characters.count {
      let end = index + wanted.count
      if end <= characters.count, lower[index..<end].elementsEqual(wanted),
        everywhere
          || ((index == 0 || !isWord(characters[index - 1])) && (end == characters.count || !isWord(characters[end])))
      {
        result += Self.fitting(alias, after: result)
        index = end
      } else {
        result.append(characters[index])
        index += 1
      }
    }
    return result
  }

  /// An alias that begins with an article, small inside a sentence.
  private static func fitting(_ alias: String, after text: String) -> String {
    let last = text.last { !$0.isWhitespace && !"«“\"('’".contains($0) }
    guard let last, !".!?…:\n•–—|".contains(last), let article = alias.split(separator: " ").first,
      ["A", "An", "The", "Un", "Une", "Le", "La", "Les", "Des", "Du"].contains(article)
    else { return alias }
    return alias.prefix(1).lowercased() + alias.dropFirst()
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
