internal import ParcoursSource
internal import ParcoursSyntax

/// `patternProperties` (Core 10.3.2.2): the members whose names match meet these schemas.
struct PatternProperties: Keyword {
  static let name = "patternProperties"
  let schemas: [(expression: RegularExpression, node: Int)]

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    var schemas: [(expression: RegularExpression, node: Int)] = []
    for (name, node) in try context.namedSubschemas(value) {
      do throws(RegularExpression.Failure) {
        schemas.append((try RegularExpression(String(decoding: name, as: UTF8.self)), node))
      } catch {
        throw context.error(error.message, at: value)
      }
    }
    return PatternProperties(schemas: schemas)
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    var isValid = true
    for key in run.document.keys(in: instance) {
      for schema in schemas where schema.expression.matches(run.document.text(key)) == .match {
        run.annotations.properties.insert(key)
        if !run.apply(schema.node, to: key + 1) {
          isValid = false
          if !run.isCollecting { return false }
        }
      }
    }
    return isValid
  }
}
