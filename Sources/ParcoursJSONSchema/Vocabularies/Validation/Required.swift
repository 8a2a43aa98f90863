internal import ParcoursSource
internal import ParcoursSyntax

/// `required` (Validation 6.5.3): an object has these members.
struct Required: Keyword {
  static let name = "required"
  let names: [[UInt8]]

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    Required(names: try context.strings(value))
  }

  func plan(_ plan: inout ProgramPlan) { plan.required += names }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .object else { return true }
    let keys = run.document.keys(in: instance)
    var isValid = true
    for name in names where !keys.contains(where: { run.document.text($0, equals: name) }) {
      isValid = run.fail(
        Self.name, instance, "\"\(String(decoding: name, as: UTF8.self))\" is missing here",
        help: "add `\(String(decoding: name, as: UTF8.self))`")
      if !run.isCollecting { return false }
    }
    return isValid
  }
}
