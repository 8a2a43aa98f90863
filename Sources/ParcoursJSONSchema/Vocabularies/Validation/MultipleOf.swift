internal import ParcoursSource
internal import ParcoursSyntax

/// `multipleOf` (Validation 6.2.1): a number is a whole multiple of this.
struct MultipleOf: Keyword {
  static let name = "multipleOf"
  let limit: JSONNumber
  let text: String

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    MultipleOf(limit: try context.number(value), text: context.document.string(value))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .number else { return true }
    let value = JSONNumber(run.document.text(instance))
    return value.isMultiple(of: limit)
      || run.fail(Self.name, instance, "\(run.excerpt(instance)) is no multiple of \(text)")
  }
}
