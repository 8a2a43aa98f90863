internal import ParcoursSource
internal import ParcoursSyntax

/// `$dynamicRef` (Core 8.2.3.2): like `$ref`, but to the outermost resource on the way that has the dynamic anchor.
struct DynamicRef: Keyword {
  static let name = "$dynamicRef"
  let node: Int
  let anchor: String?

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    guard context.dialect == .draft2020 else { return nil }
    guard context.document.kind(value) == .string else { throw context.error("a reference is wanted here", at: value) }
    let target = try context.compiler.resolve(context.document.string(value), from: context, at: value)
    return DynamicRef(node: target.node, anchor: target.dynamicAnchor)
  }

  func plan(_ plan: inout ProgramPlan) {
    if anchor == nil { plan.ops.append(.all(node)) } else { plan.isBeyond = true }
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    if let anchor {
      for scope in run.scopes {
        if let found = run.schema.dynamicAnchors[scope][anchor] { return run.applyInPlace(found, to: instance) }
      }
    }
    return run.applyInPlace(node, to: instance)
  }
}
