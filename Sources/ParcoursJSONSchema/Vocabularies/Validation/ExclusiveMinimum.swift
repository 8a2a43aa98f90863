internal import ParcoursSource
internal import ParcoursSyntax

/// `exclusiveMinimum` (Validation 6.2.5): a number is more than this.
struct ExclusiveMinimum: Keyword {
  static let name = "exclusiveMinimum"
  let limit: JSONNumber
  let text: String

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    ExclusiveMinimum(limit: try context.number(value), text: context.document.string(value))
  }

  func plan(_ plan: inout ProgramPlan) {
    plan.ops.append(limit.shortInteger.map { .limits(($0 + 1)...Int64.max, self) } ?? .general(self))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .number else { return true }
    let value = JSONNumber(run.document.text(instance))
    return limit < value || run.fail(Self.name, instance, "\(run.excerpt(instance)) is not more than \(text)")
  }
}
