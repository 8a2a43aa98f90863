internal import ParcoursFormats
internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax
internal import Synchronization

/// Values of a résumé that have another shape than JSON Resume wants, as they are met in the wild: a list for a text, a text for
/// a list, a name for an object, a number for a string, null. What was said stays; only its shape becomes another.
struct ShapeFixes: Sendable {
  private let schema: JSONValue

  private static let known = Mutex<[String: ShapeFixes]>([:])

  /// The fixes by one of the program's schemas; nil where there is none of that name.
  static func of(_ name: String) -> ShapeFixes? {
    if let fixes = known.withLock({ $0[name] }) { return fixes }
    guard let text = EmbeddedSchemas.text(name),
      let document = try? JSONParser.parse(SourceText(name: name, text: text))
    else { return nil }
    let fixes = ShapeFixes(schema: Tree.value(document))
    known.withLock { $0[name] = fixes }
    return fixes
  }

  /// What stands for the whole where an entry is a mere text.
  private static let mainField = [
    "languages": "language", "awards": "title", "volunteer": "organization", "education": "institution",
  ]

  /// The correction of a value at a place of a résumé; nil where its meaning is not plain.
  func correction(at pointer: JSONPointer, _ index: Int, in document: Document) -> FixIt.Correction? {
    guard let wanted = wanted(at: pointer.tokens) else { return nil }
    let value = Tree.value(document, index)
    switch (value, wanted) {
    case (.null, _): return Int(pointer.tokens.last ?? "") == nil ? .removal : nil
    case (.number, "string"): return .raw("\"\(Tree.spelling(document, index))\"")
    case (.bool, "string"): return nil
    case (.array(let elements), "string"):
      let texts = elements.compactMap(\.string)
      guard texts.count == elements.count else { return nil }
      // Lines of a text, or words of a name.
      let isText = ["summary", "description", "reference"].contains(pointer.tokens.last ?? "")
      return texts.isEmpty ? .removal : .raw(Self.printed(.string(texts.joined(separator: isText ? "\n" : ", "))))
    case (.string(let text), "array"):
      if text.isEmpty { return .removal }
      // Words between commas are a list of words; a sentence is one line.
      let isWords = ["keywords", "courses", "roles"].contains(pointer.tokens.last ?? "")
      let parts = isWords ? text.split(separator: ",").map { Fixes.trimmed(String($0)) } : [text]
      return .raw(Self.printed(.array(parts.filter { !$0.isEmpty }.map { .string($0) })))
    case (.object, "array"): return .raw("[" + Self.slice(document, index) + "]")
    case (.string(let text), "object"):
      if text.isEmpty { return Int(pointer.tokens.last ?? "") == nil ? .removal : .raw("{}") }
      if pointer.tokens == ["basics", "location"] {
        return .raw(Self.printed(.object([.init("city", .string(text))])))
      }
      guard pointer.tokens.count == 2, Int(pointer.tokens[1]) != nil else { return nil }
      let field = Self.mainField[pointer.tokens[0]] ?? "name"
      return .raw(Self.printed(.object([.init(field, .string(text))])))
    default: return nil
    }
  }

  private static func printed(_ value: JSONValue) -> String {
    var text = String(decoding: JSONPrinter.print(Tree.document(value), for: .line), as: UTF8.self)
    while text.last?.isNewline ?? false { text.removeLast() }
    return text
  }

  private static func slice(_ document: Document, _ index: Int) -> String {
    String(decoding: document.source.bytes[document.entries[index].range], as: UTF8.self)
  }

  /// The type that the schema wants at a place; nil where it says none.
  private func wanted(at tokens: [String]) -> String? {
    var part = schema
    for token in tokens {
      guard let next = Int(token) != nil ? part["items"] : part["properties"]?[token] else { return nil }
      let reference = (next["$ref"] ?? next["allOf"]?.elements.first?["$ref"])?.string?.split(separator: "/").last
      part = reference.flatMap { schema["definitions"]?[String($0)] } ?? next
    }
    return part["type"]?.string ?? (part["pattern"] != nil ? "string" : nil)
  }
}
