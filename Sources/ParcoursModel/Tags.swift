extension Identity {
  /// The tags of its items. O(size).
  public var tags: Set<String> {
    var visitor: any RecordVisitor = TagCollector()
    visit(&visitor)
    return (visitor as? TagCollector)?.tags ?? []
  }
}

private struct TagCollector: RecordVisitor {
  var tags: Set<String> = []

  /// Targets name tags, and have none.
  mutating func enter(_ record: any Record, _ field: FieldInfo, at place: [String]) -> Bool {
    field.role != .instruction
  }

  mutating func visit(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) {
    if field.role == .tag, case .string(let tag) = leaf { tags.insert(tag) }
  }
}
