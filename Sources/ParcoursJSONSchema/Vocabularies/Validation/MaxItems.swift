internal import ParcoursSource
internal import ParcoursSyntax

/// `maxItems` (Validation 6.4.1): an array has at most so many elements.
struct MaxItems: Keyword {
  static let name = "maxItems"
  let limit: Int

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    MaxItems(limit: try context.count(value))
  }

  func plan(_ plan: inout ProgramPlan) { plan.ops.append(.items(0...limit)) }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .array else { return true }
    let count = run.document.elements(in: instance).count
    return count <= limit || run.fail(Self.name, instance, "\(count) elements, at most \(limit) are allowed")
  }
}
