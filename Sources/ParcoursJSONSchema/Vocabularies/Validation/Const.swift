internal import ParcoursSource
internal import ParcoursSyntax

/// `const` (Validation 6.1.3): the value is this one.
struct Const: Keyword {
  static let name = "const"
  let value: [UInt8]
  let text: String

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    Const(
      value: Equality.canonical(context.document, value),
      text: String(decoding: JSONPrinter.print(context.document, index: value, for: .line), as: UTF8.self))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    value == Equality.canonical(run.document, instance)
      || run.fail(Self.name, instance, "\(run.excerpt(instance)) stands where \(text) is wanted")
  }
}
