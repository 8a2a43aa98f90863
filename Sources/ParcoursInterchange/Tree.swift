package import ParcoursModel
internal import ParcoursSource
package import ParcoursSyntax

/// The way between the tree of a text and the values of the model.
package enum Tree {
  /// The value at an index of a document. O(size).
  ///
  /// - Parameter asWritten: whether a number that is written in another form than it is read, `+33612345678` or `01234` in YAML,
  ///   is the text that stands there.
  package static func value(_ document: Document, _ index: Int = 0, asWritten: Bool = false) -> JSONValue {
    switch document.kind(index) {
    case .null: .null
    case .bool: .bool(document.entries[index].isPlain)
    case .number: number(document, index, asWritten)
    case .string, .key: .string(document.string(index))
    case .array: .array(document.elements(in: index).map { value(document, $0, asWritten: asWritten) })
    case .object:
      .object(
        document.keys(in: index).map {
          JSONValue.Member(document.string($0), value(document, $0 + 1, asWritten: asWritten))
        })
    }
  }

  private static func number(_ document: Document, _ index: Int, _ asWritten: Bool) -> JSONValue {
    let text = document.string(index)
    guard asWritten else { return .number(text) }
    let written = spelling(document, index)
    return written == text ? .number(text) : .string(written)
  }

  /// A number as it stands in the text.
  package static func spelling(_ document: Document, _ index: Int) -> String {
    String(decoding: document.source.bytes[document.entries[index].range], as: UTF8.self)
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
