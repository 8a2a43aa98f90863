internal import ParcoursSyntax

/// `if`, `then` and `else` (Core 10.2.2): which of two schemas the value meets depends on a third.
struct If: Keyword {
  static let name = "if"
  let condition: Int
  let then: Int?
  let otherwise: Int?

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    let then = context.sibling("then")
    let otherwise = context.sibling("else")
    return If(
      condition: try context.subschema(value),
      then: try then.map { value throws(SchemaError) in try context.subschema(value) },
      otherwise: try otherwise.map { value throws(SchemaError) in try context.subschema(value) })
  }

  func plan(_ plan: inout ProgramPlan) {
    plan.ops.append(.conditional(condition, then: then, otherwise: otherwise))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard let branch = run.isValid(condition, inPlace: instance) ? then : otherwise else { return true }
    return run.applyInPlace(branch, to: instance)
  }
}
