internal import ParcoursSource
internal import ParcoursSyntax

/// `minItems` (Validation 6.4.2): an array has at least so many elements.
struct MinItems: Keyword {
  static let name = "minItems"
  let limit: Int

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    MinItems(limit: try context.count(value))
  }

  func plan(_ plan: inout ProgramPlan) { plan.ops.append(.items(limit...Int.max)) }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .array else { return true }
    let count = run.document.elements(in: instance).count
    return count >= limit || run.fail(Self.name, instance, "\(count) elements, at least \(limit) are wanted")
  }
}
