internal import ParcoursSyntax

/// `properties` (Core 10.3.2.1): the members of these names meet these schemas.
struct Properties: Keyword {
  static let name = "properties"
  let schemas: NameTable
  let nodes: [(name: [UInt8], node: Int)]

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    let nodes = try context.namedSubschemas(value)
    return Properties(schemas: NameTable(nodes.map { ($0.name, $0.node) }), nodes: nodes)
  }

  func plan(_ plan: inout ProgramPlan) { plan.properties = nodes }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    let document = run.document
    guard document.kind(instance) == .object else { return true }
    var isValid = true
    var key = instance + 1
    let end = document.next(after: instance)
    while key < end {
      if let node = schemas.find(document.text(key)) {
        if run.schema.needsAnnotations { run.annotations.properties.insert(key) }
        if !run.apply(node, to: key + 1) {
          isValid = false
          if !run.isCollecting { return false }
        }
      }
      key = document.next(after: key + 1)
    }
    return isValid
  }
}
