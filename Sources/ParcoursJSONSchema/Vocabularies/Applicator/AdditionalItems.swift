internal import ParcoursSyntax

/// `additionalItems` (draft-07 6.4.2): the elements after those that a list of `items` names.
struct AdditionalItems: Keyword {
  static let name = "additionalItems"

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    guard context.dialect == .draft7, let items = context.sibling("items"), context.document.kind(items) == .array
    else { return nil }
    return Items(node: try context.subschema(value), start: context.document.elements(in: items).count)
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool { true }
}
