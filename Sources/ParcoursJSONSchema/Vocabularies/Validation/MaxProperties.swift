internal import ParcoursSource
internal import ParcoursSyntax

/// `maxProperties` (Validation 6.5.1): an object has at most so many members.
struct MaxProperties: Keyword {
  static let name = "maxProperties"
  let limit: Int

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    MaxProperties(limit: try context.count(value))
  }

  func plan(_ plan: inout ProgramPlan) { plan.ops.append(.members(0...limit)) }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .object else { return true }
    let count = run.document.keys(in: instance).count
    return count <= limit || run.fail(Self.name, instance, "\(count) keys, at most \(limit) are allowed")
  }
}
