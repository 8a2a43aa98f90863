internal import ParcoursSource
internal import ParcoursSyntax

/// `minLength` (Validation 6.3.2): a string has at least so many code points.
struct MinLength: Keyword {
  static let name = "minLength"
  let limit: Int

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    MinLength(limit: try context.count(value))
  }

  func plan(_ plan: inout ProgramPlan) { plan.ops.append(.length(limit...Int.max)) }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .string else { return true }
    let count = run.document.text(instance).reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    return count >= limit
      || run.fail(
        Self.name, instance,
        count == 0 ? "an empty text stands where one is wanted" : "\(count) characters, at least \(limit) are wanted",
        help: count == 0 ? "write a text, or remove the key" : nil)
  }
}
