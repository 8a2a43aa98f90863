internal import ParcoursSyntax

/// `unevaluatedProperties` (Core 11.3): the members that nothing else has looked at.
struct UnevaluatedProperties: Keyword {
  static let name = "unevaluatedProperties"
  let node: Int

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    guard context.dialect == .draft2020 else { return nil }
    context.compiler.needsAnnotations = true
    return UnevaluatedProperties(node: try context.subschema(value))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .object, !run.annotations.hasAllProperties else { return true }
    var isValid = true
    let seen = run.annotations.properties
    for key in run.document.keys(in: instance) where !seen.contains(key) {
      if !run.apply(node, to: key + 1) {
        isValid = false
        if !run.isCollecting { return false }
      }
    }
    run.annotations.hasAllProperties = true
    return isValid
  }
}
