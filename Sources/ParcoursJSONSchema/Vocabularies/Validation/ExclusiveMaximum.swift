internal import ParcoursSource
internal import ParcoursSyntax

/// `exclusiveMaximum` (Validation 6.2.3): a number is less than this.
struct ExclusiveMaximum: Keyword {
  static let name = "exclusiveMaximum"
  let limit: JSONNumber
  let text: String

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    ExclusiveMaximum(limit: try context.number(value), text: context.document.string(value))
  }

  func plan(_ plan: inout ProgramPlan) {
    plan.ops.append(limit.shortInteger.map { .limits(Int64.min...($0 - 1), self) } ?? .general(self))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .number else { return true }
    let value = JSONNumber(run.document.text(instance))
    return value < limit || run.fail(Self.name, instance, "\(run.excerpt(instance)) is not less than \(text)")
  }
}
