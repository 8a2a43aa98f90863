internal import ParcoursSource
internal import ParcoursSyntax

/// `maximum` (Validation 6.2.2): a number is at most this.
struct Maximum: Keyword {
  static let name = "maximum"
  let limit: JSONNumber
  let text: String

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    Maximum(limit: try context.number(value), text: context.document.string(value))
  }

  func plan(_ plan: inout ProgramPlan) {
    plan.ops.append(limit.shortInteger.map { .limits(Int64.min...$0, self) } ?? .general(self))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .number else { return true }
    let value = JSONNumber(run.document.text(instance))
    return !(limit < value) || run.fail(Self.name, instance, "\(run.excerpt(instance)) is more than \(text)")
  }
}
