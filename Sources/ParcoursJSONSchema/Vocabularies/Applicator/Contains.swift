internal import ParcoursSource
internal import ParcoursSyntax

/// `contains` with `minContains` and `maxContains` (Core 10.3.1.3, Validation 6.4.4 and 6.4.5).
struct Contains: Keyword {
  static let name = "contains"
  let node: Int
  let least: Int
  let most: Int?

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    var least = 1
    var most: Int?
    if context.dialect == .draft2020 {
      if let value = context.sibling("minContains") { least = try context.count(value) }
      if let value = context.sibling("maxContains") { most = try context.count(value) }
    }
    return Contains(node: try context.subschema(value), least: least, most: most)
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .array else { return true }
    var count = 0
    let wasCollecting = run.isCollecting
    run.isCollecting = false
    for element in run.document.elements(in: instance) where run.apply(node, to: element) {
      count += 1
      run.annotations.items.insert(element)
    }
    run.isCollecting = wasCollecting
    if count < least {
      return run.fail(Self.name, instance, "\(count) elements of the wanted kind, at least \(least) are needed")
    }
    if let most, count > most {
      return run.fail(Self.name, instance, "\(count) elements of that kind, at most \(most) are allowed")
    }
    return true
  }
}
