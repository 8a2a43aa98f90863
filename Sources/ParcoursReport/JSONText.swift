internal import ParcoursSource
internal import ParcoursSyntax

/// Writes JSON of findings: keys and values in the order in which they are said.
struct JSONText {
  private var builder = TapeBuilder()

  mutating func object(_ key: String? = nil, _ body: (inout JSONText) -> Void) { container(.object, key, body) }

  mutating func array(_ key: String? = nil, _ body: (inout JSONText) -> Void) { container(.array, key, body) }

  private mutating func container(_ kind: Kind, _ key: String?, _ body: (inout JSONText) -> Void) {
    if let key { builder.key(key.utf8) }
    builder.begin(kind)
    body(&self)
    builder.end()
  }

  /// A string, with what acts on a terminal made visible; nothing for nil.
  mutating func string(_ key: String? = nil, _ value: String?) {
    guard let value else { return }
    if let key { builder.key(key.utf8) }
    builder.scalar(.string, TerminalText.visible(value).utf8)
  }

  mutating func number(_ key: String, _ value: Int) {
    builder.key(key.utf8)
    builder.scalar(.number, String(value).utf8)
  }

  mutating func bool(_ key: String, _ value: Bool) {
    builder.key(key.utf8)
    builder.scalar(.bool, (value ? "true" : "false").utf8)
  }

  consuming func text() -> String {
    String(decoding: JSONPrinter.print(builder.finish(source: SourceText(name: "", bytes: []))), as: UTF8.self)
  }
}
