internal import ParcoursSyntax

/// `prefixItems` (Core 10.3.1.1): the first elements meet these schemas, each its own.
struct PrefixItems: Keyword {
  static let name = "prefixItems"
  let nodes: [Int]

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    guard context.dialect == .draft2020 else { return nil }
    return PrefixItems(nodes: try context.subschemas(value))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    var isValid = true
    for (element, node) in zip(run.document.elements(in: instance), nodes) {
      run.annotations.items.insert(element)
      if !run.apply(node, to: element) {
        isValid = false
        if !run.isCollecting { return false }
      }
    }
    return isValid
  }
}
