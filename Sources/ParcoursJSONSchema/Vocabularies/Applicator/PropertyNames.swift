internal import ParcoursSource
internal import ParcoursSyntax

/// `propertyNames` (Core 10.3.2.4): every key, as a string, meets this schema.
struct PropertyNames: Keyword {
  static let name = "propertyNames"
  let node: Int

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    PropertyNames(node: try context.subschema(value))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    var isValid = true
    for key in run.document.keys(in: instance) where !applies(key, &run) {
      isValid = false
      if !run.isCollecting { return false }
    }
    return isValid
  }

  /// A key is an entry of its own kind; for the time of the check it is made a document of one string.
  private func applies(_ key: Int, _ run: inout Evaluation) -> Bool {
    var builder = TapeBuilder()
    builder.scalar(.string, run.document.text(key))
    let document = builder.finish(source: run.document.source)
    var inner = Evaluation(schema: run.schema, document: document, isCollecting: false)
    let isValid = inner.apply(node, to: 0)
    if inner.stop != nil { return run.stop("schema", key, "the schema refers to itself without end") }
    if isValid { return true }
    let name = run.document.string(key)
    return run.fail(
      Self.name, key, "the key \"\(name)\" is not allowed here",
      help: name.contains(" ") ? "a comma inside braces starts a new key: put the text before it in quotes" : nil)
  }
}
