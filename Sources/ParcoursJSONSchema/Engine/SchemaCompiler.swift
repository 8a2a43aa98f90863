internal import ParcoursSource
internal import ParcoursSyntax

/// A schema resource: a document or a part of one with its own `$id`.
struct SchemaResource {
  var uri: URIReference
  var document: Document
  var index: Int
  var dialect: Dialect
  var vocabularies: Set<String>?
  var anchors: [String: Int] = [:]
  var dynamicAnchors: [String: Int] = [:]
}

/// Where a keyword is compiled: its schema object, its resource, and the compiler for what is below.
struct CompilationContext {
  let compiler: SchemaCompiler
  let document: Document
  let parent: Int
  let resource: Int

  var dialect: Dialect { compiler.resources[resource].dialect }

  /// Whether `format` asserts here: as the caller wants it, or as the schema's own meta-schema says.
  var assertsFormats: Bool {
    compiler.formats == .assert || compiler.resources[resource].vocabularies?.contains("format-assertion") == true
  }

  /// The value of another keyword of the same schema.
  func sibling(_ name: String) -> Int? { document.value(of: name, in: parent) }

  func subschema(_ index: Int) throws(SchemaError) -> Int {
    try compiler.compile(document, index, resource: resource)
  }

  func subschemas(_ index: Int) throws(SchemaError) -> [Int] {
    guard document.kind(index) == .array else { throw error("a list of schemas is wanted here", at: index) }
    var nodes: [Int] = []
    for element in document.elements(in: index) { nodes.append(try subschema(element)) }
    return nodes
  }

  /// The schemas of an object, by their keys.
  func namedSubschemas(_ index: Int) throws(SchemaError) -> [(name: [UInt8], node: Int)] {
    guard document.kind(index) == .object else { throw error("an object of schemas is wanted here", at: index) }
    var nodes: [(name: [UInt8], node: Int)] = []
    for key in document.keys(in: index) { nodes.append((Array(document.text(key)), try subschema(key + 1))) }
    return nodes
  }

  func strings(_ index: Int) throws(SchemaError) -> [[UInt8]] {
    guard document.kind(index) == .array else { throw error("a list of names is wanted here", at: index) }
    var names: [[UInt8]] = []
    for element in document.elements(in: index) {
      guard document.kind(element) == .string else { throw error("a name is wanted here", at: element) }
      names.append(Array(document.text(element)))
    }
    return names
  }

  func count(_ index: Int) throws(SchemaError) -> Int {
    guard document.kind(index) == .number, let number = Double(document.string(index)), number >= 0,
      let count = Int(exactly: number)
    else { throw error("a whole number from 0 is wanted here", at: index) }
    return count
  }

  func number(_ index: Int) throws(SchemaError) -> JSONNumber {
    guard document.kind(index) == .number else { throw error("a number is wanted here", at: index) }
    return JSONNumber(document.text(index))
  }

  func error(_ message: Message, at index: Int) -> SchemaError {
    SchemaError(message: message, range: document.entries[index].range)
  }
}

/// Compiles schemas: finds their resources and anchors, and makes a node of every subschema that is reached.
final class SchemaCompiler {
  private struct Place: Hashable {
    let document: ObjectIdentifier
    let index: Int
  }

  let formats: Schema.Formats
  private(set) var nodes: [SchemaNode?] = []
  private(set) var resources: [SchemaResource] = []
  var needsAnnotations = false
  private let known: @Sendable (String) -> Document?
  private var byURI: [String: Int] = [:]
  private var nodeAt: [Place: Int] = [:]
  private var resourceAt: [Place: Int] = [:]
  /// What references lead to, still to be compiled: else a chain of them would be as deep as it is long.
  private var pending: [(document: Document, place: Int, resource: Int, node: Int)] = []

  private let dialect: Dialect
  private var unknownDialect: SchemaError?

  init(known: @escaping @Sendable (String) -> Document?, formats: Schema.Formats, dialect: Dialect) {
    self.dialect = dialect
    self.known = known
    self.formats = formats
  }

  func compileRoot(_ document: Document, baseURI: String) throws(SchemaError) -> Int {
    // Which of the two counts, keywords that look at each other could not agree on.
    if let twice = document.duplicates.first {
      throw SchemaError(message: "key \"\(twice.key)\" stands twice in one object", range: twice.range)
    }
    let resource = index(document, uri: URIReference(baseURI), dialect: dialect)
    if let unknownDialect { throw unknownDialect }
    let root = try compile(document, 0, resource: resource)
    try compileDynamicAnchors()
    while let next = pending.popLast() {
      try fill(next.node, next.document, next.place, resource: next.resource)
      // What was reached may hold anchors of its own.
      if pending.isEmpty { try compileDynamicAnchors() }
    }
    return root
  }

  // MARK: Resources

  @discardableResult
  private func index(_ document: Document, uri: URIReference, dialect: Dialect) -> Int {
    let resource = addResource(document, 0, uri: rootURI(document) ?? uri, dialect: dialect)
    visit(document, 0, resource: resource, isRoot: true)
    return resource
  }

  private func string(_ document: Document, _ key: StaticString, in index: Int) -> String? {
    document.value(of: key, in: index).flatMap { document.kind($0) == .string ? document.string($0) : nil }
  }

  /// What a document calls itself, where that is absolute.
  private func rootURI(_ document: Document) -> URIReference? {
    guard let id = string(document, "$id", in: 0) else { return nil }
    let uri = URIReference(id)
    return uri.scheme == nil ? nil : uri
  }

  private func addResource(_ document: Document, _ at: Int, uri: URIReference, dialect: Dialect) -> Int {
    var resource = SchemaResource(uri: uri.withoutFragment, document: document, index: at, dialect: dialect)
    if let name = string(document, "$schema", in: at) {
      if let own = Dialect.named(name) {
        resource.dialect = own
      } else if let meta = known(name.hasSuffix("#") ? String(name.dropLast()) : name) {
        if let vocabulary = meta.value(of: "$vocabulary", in: 0) {
          resource.vocabularies = Set(
            meta.keys(in: vocabulary).map { String(meta.string($0).split(separator: "/").last ?? "") })
        }
        if let base = string(meta, "$schema", in: 0).flatMap(Dialect.named) { resource.dialect = base }
      } else if let value = document.value(of: "$schema", in: at), unknownDialect == nil {
        unknownDialect = SchemaError(
          message: "\"\(name)\" is no dialect that is understood; draft-07 and 2020-12 are",
          range: document.entries[value].range)
      }
    }
    resources.append(resource)
    byURI[resource.uri.text] = resources.count - 1
    resourceAt[Place(document: ObjectIdentifier(document), index: at)] = resources.count - 1
    return resources.count - 1
  }

  /// Finds `$id`s and anchors below a schema. What is no schema (`enum`, unknown keywords) is not looked into.
  private func visit(_ document: Document, _ at: Int, resource: Int, isRoot: Bool) {
    guard document.kind(at) == .object else { return }
    var resource = resource
    let dialect = resources[resource].dialect
    let isReference = dialect == .draft7 && document.value(of: "$ref", in: at) != nil
    if !isReference, let id = string(document, "$id", in: at) {
      let reference = URIReference(id)
      if dialect == .draft7, id.hasPrefix("#") {
        resources[resource].anchors[String(id.dropFirst())] = at
      } else {
        let uri = reference.resolved(against: resources[resource].uri)
        if isRoot {
          resources[resource].uri = uri.withoutFragment
          byURI[uri.withoutFragment.text] = resource
        } else {
          resource = addResource(document, at, uri: uri, dialect: dialect)
        }
      }
    }
    if dialect == .draft2020 {
      if let anchor = string(document, "$anchor", in: at) { resources[resource].anchors[anchor] = at }
      if let anchor = string(document, "$dynamicAnchor", in: at) {
        resources[resource].anchors[anchor] = at
        resources[resource].dynamicAnchors[anchor] = -1 - at
      }
    }
    for key in document.keys(in: at) {
      let value = key + 1
      switch document.string(key) {
      case "$defs", "definitions", "properties", "patternProperties", "dependentSchemas", "dependencies":
        for inner in document.keys(in: value) { visit(document, inner + 1, resource: resource, isRoot: false) }
      case "additionalItems", "additionalProperties", "contains", "else", "if", "items", "not", "propertyNames", "then",
        "unevaluatedItems", "unevaluatedProperties", "contentSchema", "allOf", "anyOf", "oneOf", "prefixItems":
        visit(document, value, resource: resource, isRoot: false)
        for element in document.elements(in: value) {
          visit(document, element, resource: resource, isRoot: false)
        }
      default: continue
      }
    }
  }

  // MARK: Nodes

  func compile(_ document: Document, _ at: Int, resource: Int) throws(SchemaError) -> Int {
    let (node, isNew, resource) = reserve(document, at, resource)
    if isNew { try fill(node, document, at, resource: resource) }
    return node
  }

  /// A node whose schema is compiled when all that refers to it is.
  private func compileLater(_ document: Document, _ at: Int, resource: Int) -> Int {
    let (node, isNew, resource) = reserve(document, at, resource)
    if isNew { pending.append((document, at, resource, node)) }
    return node
  }

  private func reserve(_ document: Document, _ at: Int, _ resource: Int) -> (node: Int, isNew: Bool, resource: Int) {
    let place = Place(document: ObjectIdentifier(document), index: at)
    if let node = nodeAt[place] { return (node, false, resource) }
    nodes.append(nil)
    nodeAt[place] = nodes.count - 1
    return (nodes.count - 1, true, resourceAt[place] ?? resource)
  }

  private func fill(_ node: Int, _ document: Document, _ at: Int, resource: Int) throws(SchemaError) {
    switch document.kind(at) {
    case .bool:
      nodes[node] = SchemaNode(resource: resource, always: document.entries[at].isPlain, keywords: [])
    case .object:
      nodes[node] = SchemaNode(
        resource: resource, always: nil, keywords: try keywords(document, at, resource: resource))
    default:
      throw SchemaError(message: "a schema is an object or a boolean", range: document.entries[at].range)
    }
  }

  private func keywords(_ document: Document, _ at: Int, resource: Int) throws(SchemaError) -> [any Keyword] {
    let context = CompilationContext(compiler: self, document: document, parent: at, resource: resource)
    let isDraft7 = resources[resource].dialect == .draft7
    if isDraft7, let reference = document.value(of: "$ref", in: at) {
      return try Ref.compile(reference, context).map { [$0] } ?? []
    }
    var found: [(order: Int, keyword: any Keyword.Type, value: Int)] = []
    for key in document.keys(in: at) {
      guard let place = Vocabulary.places[document.string(key)] else { continue }
      if let enabled = resources[resource].vocabularies, place.vocabulary != "core",
        !enabled.contains(place.vocabulary),
        !(place.vocabulary == "format-annotation" && enabled.contains("format-assertion"))
      {
        continue
      }
      found.append((place.order, place.keyword, key + 1))
    }
    found.sort { $0.order < $1.order }
    var keywords: [any Keyword] = []
    for (_, type, value) in found {
      if let keyword = try type.compile(value, context) { keywords.append(keyword) }
    }
    return keywords
  }

  // MARK: References

  /// The node a reference leads to, and whether it is a dynamic anchor of that name.
  func resolve(_ text: String, from context: CompilationContext, at index: Int) throws(SchemaError)
    -> (node: Int, dynamicAnchor: String?)
  {
    let uri = URIReference(text).resolved(against: resources[context.resource].uri)
    guard let target = try resource(for: uri.withoutFragment) else {
      throw context.error(
        "\"\(text)\" leads to a schema that is not known; references are never fetched", at: index)
    }
    let fragment = URIReference.percentDecoded(uri.fragment ?? "")
    let document = resources[target].document
    if fragment.isEmpty || fragment.hasPrefix("/") {
      guard let pointer = JSONPointer(parsing: fragment),
        let (place, owner) = walk(pointer, from: resources[target].index, in: document, resource: target)
      else { throw context.error("\"\(text)\" leads nowhere", at: index) }
      return (compileLater(document, place, resource: owner), nil)
    }
    guard let place = resources[target].anchors[fragment] else {
      throw context.error("no anchor \"\(fragment)\" is in that schema", at: index)
    }
    let isDynamic = resources[target].dynamicAnchors[fragment] != nil
    return (compileLater(document, place, resource: target), isDynamic ? fragment : nil)
  }

  /// Follows a pointer and keeps track of the resource it ends in.
  private func walk(_ pointer: JSONPointer, from start: Int, in document: Document, resource: Int) -> (Int, Int)? {
    var at = start
    var owner = resource
    for token in pointer.tokens {
      switch document.kind(at) {
      case .object:
        guard let value = document.value(of: token, in: at) else { return nil }
        at = value
      case .array:
        let elements = document.elements(in: at)
        guard let position = Int(token), elements.indices.contains(position) else { return nil }
        at = elements[position]
      default: return nil
      }
      owner = resourceAt[Place(document: ObjectIdentifier(document), index: at)] ?? owner
    }
    return (at, owner)
  }

  private func resource(for uri: URIReference) throws(SchemaError) -> Int? {
    if let found = byURI[uri.text] { return found }
    guard let document = known(uri.text) else { return nil }
    let root = index(document, uri: uri, dialect: dialect)
    // A document may hold the resource that was asked for, not be it.
    let found = byURI[uri.text] ?? root
    byURI[uri.text] = found
    return found
  }

  /// Compiles the dynamic anchors of every resource: any of them may be reached while a value is evaluated.
  func compileDynamicAnchors() throws(SchemaError) {
    var index = 0
    while index < resources.count {
      for (name, place) in resources[index].dynamicAnchors where place < 0 {
        resources[index].dynamicAnchors[name] = 0
        resources[index].dynamicAnchors[name] = try compile(resources[index].document, -1 - place, resource: index)
      }
      index += 1
    }
  }
}
