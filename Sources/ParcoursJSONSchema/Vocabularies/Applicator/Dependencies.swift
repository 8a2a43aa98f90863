internal import ParcoursSource
internal import ParcoursSyntax

/// `dependencies` (draft-07 6.5.7): `dependentRequired` and `dependentSchemas` in one; 2020-12 keeps it for old schemas.
struct Dependencies: Keyword {
  static let name = "dependencies"
  let required: DependentRequired
  let schemas: DependentSchemas

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    let document = context.document
    guard document.kind(value) == .object else { throw context.error("an object is wanted here", at: value) }
    var required: [(name: [UInt8], required: Required)] = []
    var schemas: [(name: [UInt8], node: Int)] = []
    for key in document.keys(in: value) {
      let name = Array(document.text(key))
      if document.kind(key + 1) == .array {
        required.append((name, Required(names: try context.strings(key + 1))))
      } else {
        schemas.append((name, try context.subschema(key + 1)))
      }
    }
    return Dependencies(
      required: DependentRequired(dependencies: required), schemas: DependentSchemas(schemas: schemas))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    let areThere = required.evaluate(instance, &run)
    return schemas.evaluate(instance, &run) && areThere
  }
}
