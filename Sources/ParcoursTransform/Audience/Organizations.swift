package import ParcoursModel

/// The organizations that an identity names, wherever it does.
package struct Organizations: Sendable {
  /// Those whose names are for the owner alone; such as data of other formats may hold, too.
  package private(set) var confidential: [Organization] = []
  /// All others.
  package private(set) var open: [Organization] = []
}

extension Identity {
  /// The organizations that it names. O(size).
  package var organizations: Organizations {
    var visitor: any RecordVisitor = Collector()
    visit(&visitor)
    return (visitor as? Collector)?.found ?? Organizations()
  }
}

extension Organizations {
  fileprivate mutating func add(_ organization: Organization) {
    if organization.isConfidential { confidential.append(organization) } else { open.append(organization) }
  }
}

private struct Collector: RecordVisitor {
  var found = Organizations()

  mutating func enter(_ record: any Record, _ field: FieldInfo, at place: [String]) -> Bool {
    if let organization = record as? Organization { found.add(organization) }
    return true
  }

  mutating func visit(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) {
    if field.role == .opaque, case .other(let value) = leaf { look(value) }
  }

  private mutating func look(_ value: JSONValue) {
    if value["confidential"] == .bool(true) {
      var context = DecodingContext()
      if let organization = Organization.decode(value, &context) { found.add(organization) }
    }
    for element in value.elements { look(element) }
    for member in value.members { look(member.value) }
  }
}
