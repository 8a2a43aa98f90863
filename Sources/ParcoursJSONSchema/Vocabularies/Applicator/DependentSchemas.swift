internal import ParcoursSyntax

/// `dependentSchemas` (Core 10.2.2.4): where a member is, the whole object meets a schema.
struct DependentSchemas: Keyword {
  static let name = "dependentSchemas"
  let schemas: [(name: [UInt8], node: Int)]

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    guard context.dialect == .draft2020 else { return nil }
    return DependentSchemas(schemas: try context.namedSubschemas(value))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .object else { return true }
    let keys = run.document.keys(in: instance)
    var isValid = true
    for schema in schemas
    where keys.contains(where: { run.document.text($0, equals: schema.name) })
      && !run.applyInPlace(schema.node, to: instance)
    {
      isValid = false
    }
    return isValid
  }
}
