internal import ParcoursSource
internal import ParcoursSyntax

/// `additionalProperties` (Core 10.3.2.3): the members that `properties` and `patternProperties` beside it do not name.
struct AdditionalProperties: Keyword {
  static let name = "additionalProperties"
  let node: Int
  let isForbidden: Bool
  let named: NameTable
  let patterns: PatternProperties?

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    let document = context.document
    var names: [(name: [UInt8], value: Int)] = []
    if let properties = context.sibling("properties") {
      names = document.keys(in: properties).map { (Array(document.text($0)), 0) }
    }
    let patterns = try context.sibling("patternProperties").flatMap { value throws(SchemaError) in
      try PatternProperties.compile(value, context) as? PatternProperties
    }
    return AdditionalProperties(
      node: try context.subschema(value),
      isForbidden: document.kind(value) == .bool && !document.entries[value].isPlain, named: NameTable(names),
      patterns: patterns)
  }

  func plan(_ plan: inout ProgramPlan) {
    if patterns == nil { plan.additional = node } else { plan.ops.append(.general(self)) }
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    let document = run.document
    guard document.kind(instance) == .object else { return true }
    var isValid = true
    var key = instance + 1
    let end = document.next(after: instance)
    while key < end {
      defer { key = document.next(after: key + 1) }
      let name = document.text(key)
      if named.find(name) != nil { continue }
      if let patterns, patterns.schemas.contains(where: { $0.expression.matches(name) == .match }) { continue }
      if run.schema.needsAnnotations { run.annotations.properties.insert(key) }
      let isMemberValid = isForbidden ? unknown(key, &run) : run.apply(node, to: key + 1)
      if !isMemberValid {
        isValid = false
        if !run.isCollecting { return false }
      }
    }
    return isValid
  }

  private func unknown(_ key: Int, _ run: inout Evaluation) -> Bool {
    let name = run.document.string(key)
    return run.fail(
      "unknown-key", key, "unknown key \"\(name)\"",
      help: Spelling.nearest(to: name, among: named.names.map { String(decoding: $0, as: UTF8.self) }.sorted())
        .map { "did you mean `\($0)`?" })
  }
}
