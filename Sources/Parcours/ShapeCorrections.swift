internal import ParcoursFormats
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

/// Values of a résumé that have another shape than JSON Resume wants, as they are met in the wild: a list for a text, a text for
/// a list, a name for an object, a number for a string, null. What was said stays; only its shape becomes another.
enum ShapeCorrections {
  private static let schema: JSONValue? = EmbeddedSchemas.text("jsonresume").flatMap { text in
    (try? JSONParser.parse(SourceText(name: "jsonresume", text: text))).map { Tree.value($0) }
  }

  /// What stands for the whole where an entry is a mere text.
  private static let mainField = [
    "languages": "language", "awards": "title", "volunteer": "organization", "education": "institution",
  ]

  /// The correction of a value at a place of a résumé; nil where its meaning is not plain.
  static func correction(at pointer: JSONPointer, _ index: Int, in document: Document) -> FixIt.Correction? {
    guard let wanted = wanted(at: pointer.tokens) else { return nil }
    let value = Tree.value(document, index)
    switch (value, wanted) {
    case (.null, _): return Int(pointer.tokens.last ?? "") == nil ? .removal : nil
    case (.number(let text), "string"): return .raw("\"\(text)\"")
    case (.bool, "string"): return nil
    case (.array(let elements), "string"):
      let texts = elements.compactMap(\.string)
      guard texts.count == elements.count else { return nil }
      // Lines of a text, or words of a name.
      let isText = ["summary", "description", "reference"].contains(pointer.tokens.last ?? "")
      return texts.isEmpty ? .removal : .raw(printed(.string(texts.joined(separator: isText ? "\n" : ", "))))
    case (.string(let text), "array"):
      if text.isEmpty { return .removal }
      // Words between commas are a list of words; a sentence is one line.
      let isWords = ["keywords", "courses", "roles"].contains(pointer.tokens.last ?? "")
      let parts = isWords ? text.split(separator: ",").map { Corrections.trimmed(String($0)) } : [text]
      return .raw(printed(.array(parts.filter { !$0.isEmpty }.map { .string($0) })))
    case (.object, "array"): return .raw("[" + slice(document, index) + "]")
    case (.string(let text), "object"):
      if text.isEmpty { return Int(pointer.tokens.last ?? "") == nil ? .removal : .raw("{}") }
      if pointer.tokens == ["basics", "location"] { return .raw(printed(.object([.init("city", .string(text))]))) }
      guard pointer.tokens.count == 2, Int(pointer.tokens[1]) != nil else { return nil }
      let field = mainField[pointer.tokens[0]] ?? "name"
      return .raw(printed(.object([.init(field, .string(text))])))
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
  private static func wanted(at tokens: [String]) -> String? {
    guard var part = schema else { return nil }
    for token in tokens {
      guard let next = Int(token) != nil ? part["items"] : part["properties"]?[token] else { return nil }
      let reference = (next["$ref"] ?? next["allOf"]?.elements.first?["$ref"])?.string?.split(separator: "/").last
      part = reference.flatMap { schema?["definitions"]?[String($0)] } ?? next
    }
    return part["type"]?.string ?? (part["pattern"] != nil ? "string" : nil)
  }

  /// A host and perhaps a path, without their scheme.
  static func isAddressWithoutScheme(_ text: String) -> Bool {
    let host = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" && $0 != ":" }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    return labels.count > 1
      && labels.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } }
      && (labels.last?.count ?? 0) > 1 && labels.last?.allSatisfy(\.isLetter) ?? false
      && !text.contains("@") && !text.contains(where: \.isWhitespace) && !text.hasPrefix("-")
  }
}

extension SourceText {
  /// A JSON text with comments and trailing commas, as some editors write them, without them; nil where it has none. Every other
  /// byte stays at its place. O(n).
  public var withoutJSONComments: SourceText? {
    var out = bytes
    var index = 0
    var isChanged = false
    var lastComma: Int?
    func blank(_ range: Range<Int>) {
      for place in range where out[place] != 0x0A && out[place] != 0x0D { out[place] = 0x20 }
      isChanged = true
    }
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case 0x22:
        var end = index + 1
        while end < bytes.count, bytes[end] != 0x22 { end += bytes[end] == 0x5C ? 2 : 1 }
        index = min(end + 1, bytes.count)
        lastComma = nil
        continue
      case 0x2F where next == 0x2F:
        var end = index
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        blank(index..<end)
        index = end
        continue
      case 0x2F where next == 0x2A:
        var end = index + 2
        while end + 1 < bytes.count, bytes[end] != 0x2A || bytes[end + 1] != 0x2F { end += 1 }
        guard end + 1 < bytes.count else { return nil }
        blank(index..<(end + 2))
        index = end + 2
        continue
      case 0x2C: lastComma = index
      case 0x5D, 0x7D:
        if let comma = lastComma { blank(comma..<(comma + 1)) }
        lastComma = nil
      case 0x20, 0x09, 0x0A, 0x0D: break
      default: lastComma = nil
      }
      index += 1
    }
    return isChanged ? SourceText(name: name, bytes: out) : nil
  }
}
