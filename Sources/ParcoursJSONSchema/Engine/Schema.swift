public import ParcoursSource
public import ParcoursSyntax

/// A compiled JSON Schema, draft-07 or 2020-12, over the tree of any syntax.
///
/// References resolve within the schema, to the documents given to `init`, and to nothing else: none is ever fetched.
public struct Schema: Sendable {
  /// Whether `format` asserts or only annotates.
  public enum Formats: Sendable {
    /// A value of another format is a finding.
    case assert
    /// Formats are not checked.
    case annotate
  }

  let nodes: [SchemaNode]
  let root: Int
  let dynamicAnchors: [[String: Int]]
  let needsAnnotations: Bool
  let program: Program?

  /// Compiles a schema. O(size of the schema and of what it refers to).
  ///
  /// - Parameters:
  ///   - document: the schema. Its dialect is `$schema`'s, else `dialect`.
  ///   - known: gives other schemas it may refer to, by URI; meta-schemas among them. Asked for those that are needed alone.
  ///   - formats: whether `format` asserts.
  /// - Throws: `SchemaError` where a keyword has a value it cannot have, a pattern is no regular expression, or a reference
  ///   leads nowhere.
  public init(
    _ document: Document, known: @escaping @Sendable (String) -> Document? = { _ in nil }, formats: Formats = .assert,
    dialect: Dialect = .draft2020, baseURI: String = "schema:/"
  ) throws(SchemaError) {
    let compiler = SchemaCompiler(known: known, formats: formats, dialect: dialect)
    root = try compiler.compileRoot(document, baseURI: baseURI)
    nodes = compiler.nodes.map { $0 ?? SchemaNode(resource: 0, always: true, keywords: []) }
    dynamicAnchors = compiler.resources.map(\.dynamicAnchors)
    needsAnnotations = compiler.needsAnnotations
    program = needsAnnotations ? nil : Program(nodes, root: root)
  }

  /// Whether the value at `index` is valid. O(values × keywords that apply), and no allocation a value.
  public func isValid(_ document: Document, at index: Int = 0) -> Bool {
    // Where a key stands twice, members cannot be counted by their names.
    guard let program, document.duplicates.isEmpty else { return isValidStepwise(document, at: index) }
    var run = ProgramRun(program, self, document)
    return run.isValid(index)
  }

  /// The same, keyword by keyword.
  func isValidStepwise(_ document: Document, at index: Int = 0) -> Bool {
    var run = Evaluation(schema: self, document: document, isCollecting: false)
    let isValid = run.apply(root, to: index)
    return isValid && run.stop == nil
  }

  /// What is wrong with the value at `index`: one finding a cause, in the order of the text; none where it is valid.
  ///
  /// At most `most` are given; the rest is counted in `omitted`.
  public func findings(_ document: Document, at index: Int = 0, most: Int = 200) -> (
    findings: [Diagnostic], omitted: Int
  ) {
    if isValid(document, at: index) { return ([], 0) }
    var run = Evaluation(schema: self, document: document, isCollecting: true)
    _ = run.apply(root, to: index)
    return run.diagnostics(most: most)
  }
}

/// A subschema, compiled.
struct SchemaNode: Sendable {
  /// The resource it stands in.
  let resource: Int
  /// What a boolean schema says; nil for an object.
  let always: Bool?
  /// Its keywords.
  let keywords: [any Keyword]
}
