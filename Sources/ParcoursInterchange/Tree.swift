package import ParcoursModel
internal import ParcoursSource
package import ParcoursSyntax

/// The way between the tree of a text and the values of the model.
package enum Tree {
  /// The value at an index of a document. O(size).
  package static func value(_ document: Document, _ index: Int = 0) -> JSONValue {
    switch document.kind(index) {
    case .null: .null
    case .bool: .bool(document.entries[index].isPlain)
    case .number: .number(document.string(index))
    case .string, .key: .string(document.string(index))
    case .array: .array(document.elements(in: index).map { value(document, $0) })
    case .object:
      .object(document.keys(in: index).map { JSONValue.Member(document.string($0), value(document, $0 + 1)) })
    }
  }

  /// The document of a value, for a printer.
  package static func document(_ value: JSONValue) -> Document {
    var builder = TapeBuilder()
    append(value, to: &builder)
    return builder.finish(source: SourceText(name: "", bytes: []))
  }

  private static func append(_ value: JSONValue, to builder: inout TapeBuilder) {
    switch value {
    case .null: builder.scalar(.null, [])
    case .bool(let flag): builder.scalar(.bool, (flag ? "true" : "false").utf8)
    case .number(let text): builder.scalar(.number, text.utf8)
    case .string(let text): builder.scalar(.string, text.utf8)
    case .array(let elements):
      builder.begin(.array)
      for element in elements { append(element, to: &builder) }
      builder.end()
    case .object(let members):
      builder.begin(.object)
      for member in members {
        builder.key(member.key.utf8)
        append(member.value, to: &builder)
      }
      builder.end()
    }
  }
}
