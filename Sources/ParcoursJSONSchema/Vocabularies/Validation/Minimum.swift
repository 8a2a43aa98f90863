internal import ParcoursSource
internal import ParcoursSyntax

/// `minimum` (Validation 6.2.4): a number is at least this.
struct Minimum: Keyword {
  static let name = "minimum"
  let limit: JSONNumber
  let text: String

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    Minimum(limit: try context.number(value), text: context.document.string(value))
  }

  func plan(_ plan: inout ProgramPlan) {
    plan.ops.append(limit.shortInteger.map { .limits($0...Int64.max, self) } ?? .general(self))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .number else { return true }
    let value = JSONNumber(run.document.text(instance))
    return !(value < limit) || run.fail(Self.name, instance, "\(run.excerpt(instance)) is less than \(text)")
  }
}
