internal import ParcoursSyntax

/// `unevaluatedItems` (Core 11.2): the elements that nothing else has looked at.
struct UnevaluatedItems: Keyword {
  static let name = "unevaluatedItems"
  let node: Int

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    guard context.dialect == .draft2020 else { return nil }
    context.compiler.needsAnnotations = true
    return UnevaluatedItems(node: try context.subschema(value))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .array, !run.annotations.hasAllItems else { return true }
    var isValid = true
    let seen = run.annotations.items
    for element in run.document.elements(in: instance) where !seen.contains(element) {
      if !run.apply(node, to: element) {
        isValid = false
        if !run.isCollecting { return false }
      }
    }
    run.annotations.hasAllItems = true
    return isValid
  }
}
