internal import ParcoursSource
internal import ParcoursSyntax

/// `oneOf` (Core 10.2.1.3): the value meets exactly one of these schemas.
struct OneOf: Keyword {
  static let name = "oneOf"
  let nodes: [Int]

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    OneOf(nodes: try context.subschemas(value))
  }

  func plan(_ plan: inout ProgramPlan) { plan.ops.append(.one(nodes)) }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    var count = 0
    for node in nodes where run.isValid(node, inPlace: instance) {
      count += 1
      if count > 1 {
        return run.fail(
          Self.name, instance, "\(run.excerpt(instance)) fits more than one of the forms of which exactly one is wanted"
        )
      }
    }
    return count == 1 || BestBranch.fail(Self.name, nodes, instance, &run)
  }
}
