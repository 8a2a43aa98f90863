internal import ParcoursSource
internal import ParcoursSyntax

/// `anyOf` (Core 10.2.1.2): the value meets at least one of these schemas.
struct AnyOf: Keyword {
  static let name = "anyOf"
  let nodes: [Int]

  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)? {
    AnyOf(nodes: try context.subschemas(value))
  }

  func plan(_ plan: inout ProgramPlan) { plan.ops.append(.any(nodes)) }

  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool {
    var isValid = false
    for node in nodes where run.isValid(node, inPlace: instance) {
      isValid = true
      if !run.schema.needsAnnotations { break }
    }
    return isValid || BestBranch.fail(Self.name, nodes, instance, &run)
  }
}

/// Of several branches that all fail, the one that was meant: the one that gets deepest, then the one with fewest failures.
/// Branches that only want another type are told as one finding.
enum BestBranch {
  static func fail(_ id: String, _ nodes: [Int], _ instance: Int, _ run: inout Evaluation) -> Bool {
    guard run.isCollecting else { return false }
    var best: [Failure] = []
    var bestRank = (-1, 0)
    var types: [String] = []
    var areAllTypes = true
    for node in nodes {
      let failures = run.failuresOf(node, at: instance)
      let own = failures.first { $0.instance == instance && !$0.types.isEmpty }
      types += own?.types.filter { !types.contains($0) } ?? []
      if own == nil { areAllTypes = false }
      let rank = (own == nil ? (failures.map(\.instance).max() ?? 0) : -1, -failures.count)
      if best.isEmpty || rank > bestRank {
        best = failures
        bestRank = rank
      }
    }
    if areAllTypes, !types.isEmpty {
      return run.fail(
        TypeKeyword.name, instance, TypeKeyword.message(types, instance, run),
        help: TypeKeyword.advice(Set(types), run.document.kind(instance)), types: types)
    }
    guard !best.isEmpty else { return run.fail("false-schema", instance, "nothing may stand here", help: "remove it") }
    run.add(best)
    return false
  }
}
