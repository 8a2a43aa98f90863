internal import ParcoursSource
internal import ParcoursSyntax

/// `minProperties` (Validation 6.5.2): an object has at least so many members.
struct MinProperties: Keyword {
  static let name = "minProperties"
  let limit: Int

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    MinProperties(limit: try context.count(value))
  }

  func plan(_ plan: inout ProgramPlan) { plan.ops.append(.members(limit...Int.max)) }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .object else { return true }
    let count = run.document.keys(in: instance).count
    return count >= limit || run.fail(Self.name, instance, "\(count) keys, at least \(limit) are wanted")
  }
}
