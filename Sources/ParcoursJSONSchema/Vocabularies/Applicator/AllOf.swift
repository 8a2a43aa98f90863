internal import ParcoursSyntax

/// `allOf` (Core 10.2.1.1): the value meets every one of these schemas.
struct AllOf: Keyword {
  static let name = "allOf"
  let nodes: [Int]

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    AllOf(nodes: try context.subschemas(value))
  }

  func plan(_ plan: inout ProgramPlan) { plan.ops += nodes.map { .all($0) } }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    var isValid = true
    for node in nodes where !run.applyInPlace(node, to: instance) {
      isValid = false
      if !run.isCollecting { return false }
    }
    return isValid
  }
}
