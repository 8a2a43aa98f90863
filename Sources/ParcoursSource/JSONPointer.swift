/// A path into a JSON-like value (RFC 6901), as its unescaped tokens.
public struct JSONPointer: Sendable, Hashable, CustomStringConvertible {
  /// The tokens from the root: keys, and indices in decimal.
  public var tokens: [String]

  /// Makes a pointer of tokens; none is the whole document.
  public init(_ tokens: [String] = []) {
    self.tokens = tokens
  }

  /// Reads the text form, such as `/path/0/title`; nil where it does not start with `/` or has a bad `~` escape.
  public init?(parsing text: some StringProtocol) {
    if text.isEmpty {
      self.init()
      return
    }
    guard text.utf8.first == 0x2F else { return nil }
    var tokens: [String] = []
    for part in text.parts(between: "/").dropFirst() {
      var token = ""
      var scalars = part.unicodeScalars.makeIterator()
      while let scalar = scalars.next() {
        if scalar != "~" {
          token.unicodeScalars.append(scalar)
          continue
        }
        switch scalars.next() {
        case "0": token += "~"
        case "1": token += "/"
        default: return nil
        }
      }
      tokens.append(token)
    }
    self.init(tokens)
  }

  /// The pointer one key deeper.
  public func appending(_ token: String) -> JSONPointer {
    JSONPointer(tokens + [token])
  }

  /// The pointer one index deeper.
  public func appending(_ index: Int) -> JSONPointer {
    appending(String(index))
  }

  /// The pointer one level up; nil at the root.
  public var parent: JSONPointer? {
    tokens.isEmpty ? nil : JSONPointer(Array(tokens.dropLast()))
  }

  /// Whether `other` is this place or one above it.
  public func starts(with other: JSONPointer) -> Bool {
    tokens.starts(with: other.tokens)
  }

  /// The text form, with `~0` and `~1`.
  public var description: String {
    tokens.map { "/" + $0.replacing("~", by: "~0").replacing("/", by: "~1") }.joined()
  }

  /// The place as people say it: `path[0].title`; the whole document is empty.
  public var spoken: String {
    var text = ""
    for token in tokens {
      if !token.isEmpty, token.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
        text += "[\(token)]"
      } else {
        text += text.isEmpty ? token : ".\(token)"
      }
    }
    return text
  }
}
