internal import ParcoursSyntax

/// `items` (Core 10.3.1.2; draft-07 6.4.1, where a list means what `prefixItems` means now): the other elements.
struct Items: Keyword {
  static let name = "items"
  let node: Int
  let start: Int

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    if context.dialect == .draft7, context.document.kind(value) == .array {
      return PrefixItems(nodes: try context.subschemas(value))
    }
    var start = 0
    if context.dialect == .draft2020, let prefix = context.sibling("prefixItems") {
      start = context.document.elements(in: prefix).count
    }
    return Items(node: try context.subschema(value), start: start)
  }

  func plan(_ plan: inout ProgramPlan) { plan.items = (node, start) }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    let document = run.document
    guard document.kind(instance) == .array else { return true }
    var isValid = true
    var element = instance + 1
    let end = document.next(after: instance)
    var position = 0
    while element < end {
      if position >= start, !run.apply(node, to: element) {
        isValid = false
        if !run.isCollecting { return false }
      }
      position += 1
      element = document.next(after: element)
    }
    run.annotations.hasAllItems = true
    return isValid
  }
}
