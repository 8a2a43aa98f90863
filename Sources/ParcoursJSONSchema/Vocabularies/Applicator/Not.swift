internal import ParcoursSource
internal import ParcoursSyntax

/// `not` (Core 10.2.1.4): the value does not meet this schema.
struct Not: Keyword {
  static let name = "not"
  let node: Int

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    Not(node: try context.subschema(value))
  }

  func plan(_ plan: inout ProgramPlan) { plan.ops.append(.not(node)) }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    let annotations = run.annotations
    let isMet = run.isValid(node, inPlace: instance)
    run.annotations = annotations
    return !isMet || run.fail(Self.name, instance, "\(run.excerpt(instance)) is not allowed here")
  }
}
