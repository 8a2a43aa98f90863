internal import ParcoursSource
internal import ParcoursSyntax

/// `pattern` (Validation 6.3.3): a string matches this regular expression somewhere.
struct Pattern: Keyword {
  static let name = "pattern"
  let source: String
  /// Where there is no automaton.
  let expression: RegularExpression?
  /// The expression as an automaton over bytes, where it is regular and ASCII.
  let automaton: ByteAutomaton?
  /// The first of the schema's own examples: it says more than an expression.
  let example: String?
  /// What the schema calls a value of this form, with its article.
  let title: Message?

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    guard context.document.kind(value) == .string else { throw context.error("a pattern is wanted here", at: value) }
    let examples = context.sibling("examples").map { context.document.elements(in: $0) } ?? []
    let example = examples.first { context.document.kind($0) == .string }.map { context.document.string($0) }
    do throws(RegularExpression.Failure) {
      let title = context.sibling("title").flatMap { context.document.kind($0) == .string ? $0 : nil }
      let source = context.document.string(value)
      let automaton = ByteAutomaton(source)
      return Pattern(
        source: source, expression: automaton == nil ? try RegularExpression(source) : nil, automaton: automaton,
        example: example,
        title: title.map { Message(form: context.document.string($0)) })
    } catch {
      throw context.error(error.message, at: value)
    }
  }

  func plan(_ plan: inout ProgramPlan) {
    plan.ops.append(automaton.map { .pattern($0) } ?? .general(self))
  }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.document.kind(instance) == .string else { return true }
    let text = run.document.text(instance)
    let outcome = automaton.map { $0.matches(text.span) ? .match : .noMatch } ?? expression?.matches(text) ?? .match
    switch outcome {
    case .match: return true
    case .noMatch:
      return run.fail(
        Self.name, instance,
        title.map { "\(run.excerpt(instance)) is not \($0)" }
          ?? "\(run.excerpt(instance)) does not match the pattern \(source)",
        help: example.map { "write it like \($0)" })
    case .tooCostly:
      return run.fail(Self.name, instance, "the pattern \(source) takes too long on this value")
    }
  }
}
