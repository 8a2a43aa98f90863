internal import ParcoursSource
internal import ParcoursSyntax

/// `uniqueItems` (Validation 6.4.3): no two elements are equal.
struct UniqueItems: Keyword {
  static let name = "uniqueItems"

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    guard context.document.kind(value) == .bool else { throw context.error("true or false is wanted here", at: value) }
    return context.document.entries[value].isPlain ? UniqueItems() : nil
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .array else { return true }
    var seen: [[UInt8]: Int] = [:]
    for (position, element) in run.document.elements(in: instance).enumerated() {
      if let first = seen.updateValue(position, forKey: Equality.canonical(run.document, element)) {
        return run.fail(
          Self.name, element, "\(run.excerpt(element)) stands twice: elements \(first) and \(position) are equal",
          help: "remove one")
      }
    }
    return true
  }
}
