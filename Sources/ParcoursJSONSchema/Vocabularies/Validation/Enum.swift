internal import ParcoursSource
internal import ParcoursSyntax

/// `enum` (Validation 6.1.2): the value is one of these.
struct Enum: Keyword {
  static let name = "enum"
  let values: Set<[UInt8]>
  let words: [String]
  let isOfStrings: Bool

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    guard context.document.kind(value) == .array else {
      throw context.error("a list of values is wanted here", at: value)
    }
    let elements = context.document.elements(in: value)
    return Enum(
      values: Set(elements.map { Equality.canonical(context.document, $0) }),
      words: elements.filter { context.document.kind($0) == .string }.map { context.document.string($0) },
      isOfStrings: elements.allSatisfy { context.document.kind($0) == .string })
  }

  func plan(_ plan: inout ProgramPlan) {
    plan.ops.append(isOfStrings ? .strings(words.map { Array($0.utf8) }) : .general(self))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    if values.contains(Equality.canonical(run.document, instance)) { return true }
    let document = run.document
    return run.fail(
      Self.name, instance, "\(run.excerpt(instance)) is not one of the values allowed here",
      help: {
        if document.kind(instance) == .string,
          let near = Spelling.nearest(to: document.string(instance), among: words)
        {
          return "did you mean `\(near)`?"
        }
        return words.isEmpty ? nil : "write one of \(words.joined(separator: ", "))"
      }())
  }
}
