internal import ParcoursSource
internal import ParcoursSyntax

/// `$ref` (Core 8.2.3.1): the value must meet the schema referred to.
struct Ref: Keyword {
  static let name = "$ref"
  let node: Int

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    guard context.document.kind(value) == .string else { throw context.error("a reference is wanted here", at: value) }
    return Ref(node: try context.compiler.resolve(context.document.string(value), from: context, at: value).node)
  }

  func plan(_ plan: inout ProgramPlan) { plan.ops.append(.all(node)) }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool { run.applyInPlace(node, to: instance) }
}
