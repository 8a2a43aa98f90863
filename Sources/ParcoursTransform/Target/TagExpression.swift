/// Tags with `and`, `or`, `not` and parentheses: `data and not (kitchen or old)`. `&`, `|`, `,` and `!` are the same, a comma
/// being an `or`.
public indirect enum TagExpression: Sendable, Hashable {
  /// Items with a tag.
  case tag(String)
  /// Items that the expression does not hold for.
  case not(TagExpression)
  /// Both hold.
  case and(TagExpression, TagExpression)
  /// One of them holds.
  case or(TagExpression, TagExpression)

  /// Why a text is no expression.
  public enum Problem: Error, Sendable, Hashable {
    /// A tag or a parenthesis is wanted where the text ends or something else stands.
    case wantsTag(before: String)
    /// Something stands where the expression was at its end.
    case tooMuch(String)
    /// More than 100 parentheses and negations in each other.
    case tooDeep
  }

  /// Reads an expression; `not` binds tighter than `and`, `and` tighter than `or`. O(n).
  public init(_ text: String) throws(Problem) {
    var parser = Parser(words: Self.words(text))
    let expression = try parser.either(0)
    if let rest = parser.words.first { throw .tooMuch(rest) }
    self = expression
  }

  private static func words(_ text: String) -> ArraySlice<String> {
    var words: [String] = []
    var word = ""
    func end() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in text {
      if character.isWhitespace {
        end()
      } else if "()&|,!".contains(character) {
        end()
        // `&&` and `||` are as good as one.
        if words.last != String(character) || !"&|".contains(character) { words.append(String(character)) }
      } else {
        word.append(character)
      }
    }
    end()
    return words[...]
  }

  private struct Parser {
    var words: ArraySlice<String>

    private mutating func takes(_ forms: String...) -> Bool {
      guard let word = words.first, forms.contains(word.lowercased()) else { return false }
      words.removeFirst()
      return true
    }

    mutating func either(_ depth: Int) throws(Problem) -> TagExpression {
      var left = try both(depth)
      while takes("or", "ou", "|", ",") { left = .or(left, try both(depth)) }
      return left
    }

    private mutating func both(_ depth: Int) throws(Problem) -> TagExpression {
      var left = try one(depth)
      while takes("and", "et", "&") { left = .and(left, try one(depth)) }
      return left
    }

    private mutating func one(_ depth: Int) throws(Problem) -> TagExpression {
      guard depth < 100 else { throw .tooDeep }
      if takes("not", "non", "!") { return .not(try one(depth + 1)) }
      if takes("(") {
        let inner = try either(depth + 1)
        guard takes(")") else { throw .wantsTag(before: words.first ?? "") }
        return inner
      }
      guard let word = words.first, !["and", "et", "&", "or", "ou", "|", ",", ")"].contains(word.lowercased()) else {
        throw .wantsTag(before: words.first ?? "")
      }
      words.removeFirst()
      return .tag(word)
    }
  }

  /// Whether it holds for an item's tags.
  public func holds(for tags: Set<String>) -> Bool {
    switch self {
    case .tag(let tag): tags.contains(tag)
    case .not(let inner): !inner.holds(for: tags)
    case .and(let left, let right): left.holds(for: tags) && right.holds(for: tags)
    case .or(let left, let right): left.holds(for: tags) || right.holds(for: tags)
    }
  }

  /// The tags it names.
  public var tags: [String] {
    switch self {
    case .tag(let tag): [tag]
    case .not(let inner): inner.tags
    case .and(let left, let right), .or(let left, let right): left.tags + right.tags
    }
  }

  /// The tags that speak for an item, rather than against it.
  var wanted: Set<String> {
    switch self {
    case .tag(let tag): [tag]
    case .not: []
    case .and(let left, let right), .or(let left, let right): left.wanted.union(right.wanted)
    }
  }
}
