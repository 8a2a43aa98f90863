/// Puts an alias where a name stood, so that the sentence still reads: `l’équipe de Zorblax` becomes `l’équipe d’un assureur`.
enum AliasGrammar {
  private static let articles: [String: Set<String>] = [
    "fr": ["un", "une", "le", "la", "les", "des"], "en": ["a", "an", "the"],
  ]

  /// Appends an alias to what stands before it. O(length of the alias).
  static func append(_ alias: String, to text: inout String, language: String) {
    let isFrench = language.lowercased().hasPrefix("fr")
    let words = articles[isFrench ? "fr" : "en"] ?? []
    var alias = alias
    let article = alias.split(separator: " ").first.map { $0.lowercased() }.flatMap { words.contains($0) ? $0 : nil }
    guard let last = text.last(where: { !$0.isWhitespace && !"«“\"('’*_[`".contains($0) }),
      !".!?…:\n•–—|".contains(last)
    else {
      text += alias
      return
    }
    // A small article inside a sentence.
    if article != nil { alias = alias.prefix(1).lowercased() + alias.dropFirst() }
    if isFrench {
      french(&text, &alias, article)
    } else if article != nil {
      for word in words where ends(text, with: word) { drop(word, from: &text) }
    }
    text += alias
  }

  private static func french(_ text: inout String, _ alias: inout String, _ article: String?) {
    let isVowel = alias.first.map { "aàâeéèêëiîïoôuùûyœæ".contains($0.lowercased()) } ?? false
    if article != nil {
      // The alias brings its article along.
      for (word, rest) in [
        ("le", ""), ("la", ""), ("les", ""), ("du", "de "), ("des", "de "), ("au", "à "), ("aux", "à "),
      ]
      where ends(text, with: word) {
        drop(word, from: &text)
        text += rest
        break
      }
      for elided in ["l’", "l'"] where text.lowercased().hasSuffix(elided) { text.removeLast(2) }
    }
    for (elided, whole) in [("d’", "de "), ("d'", "de "), ("qu’", "que "), ("qu'", "que ")]
    where text.lowercased().hasSuffix(elided) && !isVowel {
      text.removeLast(elided.count)
      text += whole
    }
    if let article, article == "le" || article == "les" {
      for (word, contracted) in [("de", article == "le" ? "du" : "des"), ("à", article == "le" ? "au" : "aux")]
      where ends(text, with: word) {
        drop(word, from: &text)
        text += contracted
        alias = String(alias.dropFirst(article.count))
        return
      }
    }
    if isVowel {
      for word in ["de", "que", "jusque", "lorsque", "puisque", "quoique"] where ends(text, with: word) {
        text.removeLast(2)
        text += "’"
        return
      }
    }
  }

  /// Whether a text ends with a word and a space.
  private static func ends(_ text: String, with word: String) -> Bool {
    let tail = text.suffix(word.count + 1)
    guard tail.lowercased() == word + " " || tail.lowercased() == word + "\u{A0}" else { return false }
    return text.dropLast(word.count + 1).last.map { !$0.isLetter && !$0.isNumber } ?? true
  }

  private static func drop(_ word: String, from text: inout String) { text.removeLast(word.count + 1) }
}
