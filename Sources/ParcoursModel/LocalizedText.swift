internal import ParcoursSource

/// A text in one or more languages: a plain string in the document's language, or a string a language (BCP 47).
public struct LocalizedText: Sendable, Hashable {
  /// A text and its language; no language is the document's.
  public struct Version: Sendable, Hashable {
    /// The language tag; nil is the document's.
    public var language: String?
    /// The text.
    public var text: String

    /// Makes a version.
    public init(language: String?, text: String) {
      self.language = language
      self.text = text
    }
  }

  /// The versions in the order they were written.
  public var versions: [Version]

  /// A plain text in the document's language.
  public init(_ text: String) {
    versions = [Version(language: nil, text: text)]
  }

  /// A text a language.
  public init(versions: [Version]) {
    self.versions = versions
  }

  /// Whether it is written as a plain string.
  public var isPlain: Bool { versions.count == 1 && versions[0].language == nil }

  /// The version that serves a reader of `language` best, given the document's own: that language, else the document's
  /// language, else English, else the first; regional tags match their language (RFC 4647, 3.4).
  public func version(for language: String, documentLanguage: String) -> Version? {
    func matches(_ tag: String?, _ wanted: String) -> Bool {
      let tag = (tag ?? documentLanguage).lowercased()
      let wanted = wanted.lowercased()
      return tag == wanted || tag.split(separator: "-").first == wanted.split(separator: "-").first
    }
    for wanted in [language, documentLanguage, "en"] {
      // A version that says nothing yet is none, unless no other says anything either.
      if let found = versions.first(where: { matches($0.language, wanted) && !$0.text.isEmpty }) {
        return Version(language: found.language ?? documentLanguage, text: found.text)
      }
    }
    return versions.first { !$0.text.isEmpty } ?? versions.first
  }
}

extension LocalizedText: ExpressibleByStringLiteral {
  /// A plain text.
  public init(stringLiteral value: String) { self.init(value) }
}

extension LocalizedText: LeafValue {
  /// A text.
  public static var fieldRole: FieldRole { .text }
  /// The text.
  public var leaf: Leaf { .text(self) }
  /// The text of a text.
  public init?(leaf: Leaf) {
    guard case .text(let text) = leaf else { return nil }
    self = text
  }

  /// Reads a string, or an object of strings a language.
  public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> LocalizedText? {
    switch value {
    case .string(let text): return LocalizedText(text)
    case .object(let members):
      var versions: [Version] = []
      for member in members {
        if let text = context.descend(member.key, { String.decode(member.value, &$0) }) {
          versions.append(Version(language: member.key, text: text))
        }
      }
      return LocalizedText(versions: versions)
    default:
      context.report("\(value.kindName) where a text is wanted")
      return nil
    }
  }

  /// A string where it is plain, else an object.
  public var json: JSONValue {
    isPlain
      ? .string(versions[0].text)
      : .object(versions.map { JSONValue.Member($0.language ?? "und", .string($0.text)) })
  }
}
