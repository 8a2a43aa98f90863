internal import ParcoursSource
internal import ParcoursSyntax

/// `dependentRequired` (Validation 6.5.4): where one member is, others are too.
struct DependentRequired: Keyword {
  static let name = "dependentRequired"
  let dependencies: [(name: [UInt8], required: Required)]

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    guard context.dialect == .draft2020 else { return nil }
    guard context.document.kind(value) == .object else { throw context.error("an object is wanted here", at: value) }
    var dependencies: [(name: [UInt8], required: Required)] = []
    for key in context.document.keys(in: value) {
      dependencies.append((Array(context.document.text(key)), Required(names: try context.strings(key + 1))))
    }
    return DependentRequired(dependencies: dependencies)
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .object else { return true }
    let keys = run.document.keys(in: instance)
    var isValid = true
    for dependency in dependencies
    where keys.contains(where: { run.document.text($0, equals: dependency.name) })
      && !dependency.required.evaluate(instance, &run)
    {
      isValid = false
    }
    return isValid
  }
}
