internal import ParcoursSource
internal import ParcoursSyntax

/// Something that is wrong with an instance, as data.
struct Failure: Sendable {
  let id: String
  let instance: Int
  let message: Message
  var help: Message?
  /// The types that were wanted, where that is the matter.
  var types: [String] = []
}

/// What a run has found wrong so far.
private final class FailureLog {
  var failures: [Failure] = []
}

/// One run over an instance: the way down, what was evaluated (for `unevaluated…`), and what was found.
struct Evaluation {
  /// What the keywords of one schema, and those it applies in place, have evaluated of one object or array.
  struct Annotations {
    var properties: Set<Int> = []
    var items: Set<Int> = []
    var hasAllProperties = false
    var hasAllItems = false

    mutating func merge(_ other: Annotations) {
      properties.formUnion(other.properties)
      items.formUnion(other.items)
      hasAllProperties = hasAllProperties || other.hasAllProperties
      hasAllItems = hasAllItems || other.hasAllItems
    }
  }

  /// The most schemas one inside the other; more means that a schema refers to itself without end.
  static let maximumDepth = 1_600
  /// The most schemas one inside the other at the same value; schemas themselves nest at most 512 deep.
  static let maximumHops = 600
  /// The most schemas applied in one run, for each entry of the document and at the least: more means that branches double
  /// at every level.
  private static let applications = (perEntry: 200, least: 1_000_000)

  static func limit(for document: Document) -> Int {
    max(applications.least, applications.perEntry * document.entries.count)
  }

  let schema: Schema
  let document: Document
  var isCollecting: Bool
  // A reference, so that saying a failure only reads the run and its words may be made from the run lazily.
  private let log = FailureLog()
  var annotations = Annotations()
  /// Why it could not be finished.
  private(set) var stop: Failure?
  private(set) var scopes: [Int] = []
  private var depth = 0
  private var hops = 0
  private var applied = 0
  private let limit: Int

  init(schema: Schema, document: Document, isCollecting: Bool) {
    self.schema = schema
    self.document = document
    self.isCollecting = isCollecting
    limit = Self.limit(for: document)
  }

  /// Evaluates a schema at a child of the instance: what it annotates stays there.
  mutating func apply(_ node: Int, to instance: Int) -> Bool {
    let outerHops = hops
    hops = 0
    defer { hops = outerHops }
    guard schema.needsAnnotations else { return run(node, instance) }
    let outer = annotations
    annotations = Annotations()
    let isValid = run(node, instance)
    annotations = outer
    return isValid
  }

  /// Evaluates a schema at the same instance: where it is valid, what it annotates counts here too.
  mutating func applyInPlace(_ node: Int, to instance: Int) -> Bool {
    hops += 1
    defer { hops -= 1 }
    guard schema.needsAnnotations else { return run(node, instance) }
    let outer = annotations
    annotations = Annotations()
    let isValid = run(node, instance)
    let inner = annotations
    annotations = outer
    if isValid { annotations.merge(inner) }
    return isValid
  }

  /// Evaluates without collecting what is wrong.
  mutating func isValid(_ node: Int, inPlace instance: Int) -> Bool {
    let wasCollecting = isCollecting
    isCollecting = false
    defer { isCollecting = wasCollecting }
    return applyInPlace(node, to: instance)
  }

  /// What a schema finds wrong with the instance, aside from what was found so far.
  mutating func failuresOf(_ node: Int, at instance: Int) -> [Failure] {
    let outer = log.failures
    log.failures = []
    _ = apply(node, to: instance)
    defer { log.failures = outer }
    return log.failures
  }

  /// Says what was found elsewhere.
  func add(_ failures: [Failure]) { log.failures += failures }

  private mutating func run(_ index: Int, _ instance: Int) -> Bool {
    let node = schema.nodes[index]
    if let always = node.always {
      return always ? true : fail("false-schema", instance, "nothing may stand here", help: "remove it")
    }
    applied += 1
    guard applied <= limit else {
      return stop("budget", instance, "the schema takes too long on this value: its branches multiply")
    }
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.maximumDepth, hops < Self.maximumHops else {
      return stop("schema", instance, "the schema refers to itself without end")
    }
    let isNewScope = scopes.last != node.resource
    if isNewScope { scopes.append(node.resource) }
    defer { if isNewScope { scopes.removeLast() } }
    var isValid = true
    for keyword in node.keywords where !keyword.evaluate(instance, &self) {
      isValid = false
      if !isCollecting { return false }
    }
    return isValid
  }

  /// Ends the run: what it says from here on is not so, whatever stands around it (`not`, say).
  mutating func stop(_ id: String, _ instance: Int, _ message: Message) -> Bool {
    if stop == nil { stop = Failure(id: id, instance: instance, message: message) }
    return false
  }

  /// Says what is wrong where findings are collected; always false.
  func fail(
    _ id: String, _ instance: Int, _ message: @autoclosure () -> Message, help: @autoclosure () -> Message? = nil,
    types: [String] = []
  ) -> Bool {
    if isCollecting {
      log.failures.append(Failure(id: id, instance: instance, message: message(), help: help(), types: types))
    }
    return false
  }

  /// The value as it stands in the source, shortened.
  func excerpt(_ instance: Int) -> Message {
    let entry = document.entries[instance]
    switch entry.kind {
    case .object: return "an object"
    case .array: return "a list"
    case .null where entry.range.isEmpty: return "an empty value"
    default:
      func shortened(_ text: String) -> String { text.count > 60 ? String(text.prefix(57)) + "…" : text }
      let bytes = document.source.bytes
      let isThere = entry.range.upperBound <= bytes.count
      guard entry.kind == .string || entry.kind == .key else {
        return Message(
          verbatim: shortened(isThere ? String(decoding: bytes[entry.range], as: UTF8.self) : document.string(instance))
        )
      }
      // A text as it stands between its quotes, escapes and all.
      let first = isThere && !entry.range.isEmpty ? bytes[entry.range.lowerBound] : 0
      let isQuoted = entry.range.count > 1 && (first == 0x22 || first == 0x27)
      let text =
        isQuoted
        ? String(decoding: bytes[(entry.range.lowerBound + 1)..<(entry.range.upperBound - 1)], as: UTF8.self)
        : document.string(instance)
      return "\"\(shortened(text))\""
    }
  }

  /// Whether an unknown key of this very object was probably meant to be that name.
  private func isMisspelt(_ name: String, in object: Int) -> Bool {
    let keys = Set(document.keys(in: object))
    return log.failures.contains { failure in
      guard failure.id == "unknown-key", keys.contains(failure.instance) else { return false }
      return failure.help?.arguments.first == .text(name)
    }
  }

  /// One finding a cause: of several failures at one scalar the first counts, and they come in the order of the text.
  func diagnostics(most: Int) -> (findings: [Diagnostic], omitted: Int) {
    if let stop {
      let range = document.entries[stop.instance].range
      return ([Diagnostic(id: stop.id, stop.message, at: range, pointer: document.pointer(of: stop.instance))], 0)
    }
    var seenScalars: Set<Int> = []
    var seen: Set<String> = []
    var causes: [(order: Int, failure: Failure)] = []
    // A key that must not be there is the cause of whatever is wrong with its value.
    let keys = Set(log.failures.map(\.instance).filter { document.kind($0) == .key })
    // A key that is missing because it is misspelt is told once, where it is misspelt.
    let meant = Set(
      log.failures.compactMap { failure -> String? in
        guard failure.id == "unknown-key", case .text(let name)? = failure.help?.arguments.first else { return nil }
        return name
      })
    for (order, failure) in log.failures.enumerated() where !keys.contains(failure.instance - 1) {
      if failure.id == Required.name, case .text(let name)? = failure.message.arguments.first, meant.contains(name),
        isMisspelt(name, in: failure.instance)
      {
        continue
      }
      let entry = document.entries[failure.instance]
      let isContainer = entry.kind == .object || entry.kind == .array
      if isContainer {
        guard seen.insert("\(failure.instance) \(failure.message)").inserted else { continue }
      } else {
        guard seenScalars.insert(failure.instance).inserted else { continue }
      }
      causes.append((order, failure))
    }
    causes.sort { ($0.failure.instance, $0.order) < ($1.failure.instance, $1.order) }
    let findings = causes.prefix(most).map { cause in
      Diagnostic(
        id: cause.failure.id, cause.failure.message, at: document.entries[cause.failure.instance].range,
        pointer: document.pointer(of: cause.failure.instance), help: cause.failure.help)
    }
    return (findings, max(0, causes.count - most))
  }
}
