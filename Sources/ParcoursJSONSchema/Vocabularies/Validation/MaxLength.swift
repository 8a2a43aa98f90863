internal import ParcoursSource
internal import ParcoursSyntax

/// `maxLength` (Validation 6.3.1): a string has at most so many code points.
struct MaxLength: Keyword {
  static let name = "maxLength"
  let limit: Int

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    MaxLength(limit: try context.count(value))
  }

  func plan(_ plan: inout ProgramPlan) { plan.ops.append(.length(0...limit)) }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .string else { return true }
    let count = run.document.text(instance).reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return count <= limit || run.fail(Self.name, instance, "\(count) characters, at most \(limit) are allowed")
  }
}
