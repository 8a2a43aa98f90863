package import ParcoursModel

/// An item of the model as it stands in a file: one that is being read, or one that is written.
package struct MappedItem {
  /// The object.
  package var value: JSONValue
  /// Where it will stand, where it is being read.
  package let place: [String]
  /// What it was made of, where it is written.
  package let record: (any Record)?

  /// Begins with an object.
  package init(_ value: JSONValue = .object([]), place: [String] = [], record: (any Record)? = nil) {
    self.value = value
    self.place = place
    self.record = record
  }

  /// The value of a field, `organization.name`.
  package subscript(path: String) -> JSONValue? { value.value(at: path.split(separator: ".").map(String.init)) }

  /// Sets a field; what it stands in is made. `null` and nothing leave it as it is.
  package mutating func set(_ path: String, _ value: JSONValue?) {
    guard let value, value != .null else { return }
    self.value.set(path.split(separator: ".").map(String.init), value)
  }

  /// Takes a field away.
  package mutating func remove(_ path: String) { value.remove(path.split(separator: ".").map(String.init)) }
}

extension JSONValue {
  /// Whether it says nothing: what is empty is as good as absent.
  var isNothing: Bool { self == .null || string?.isEmpty ?? false }

  /// The object without one of its members.
  package func without(_ key: String) -> JSONValue {
    var value = self
    value[key] = nil
    return value
  }

  /// Sets the value at a path of keys; objects on the way are made. O(members on the way).
  mutating func set(_ path: [String], _ value: JSONValue) { set(path[...], value) }

  mutating func set(_ path: ArraySlice<String>, _ value: JSONValue) {
    guard let key = path.first else {
      self = value
      return
    }
    if case .object = self {} else { self = .object([]) }
    var inner = self[key] ?? .object([])
    inner.set(path.dropFirst(), value)
    self[key] = inner
  }

  /// Takes the value at a path of keys away, and the objects that are empty without it. O(members on the way).
  mutating func remove(_ path: [String]) {
    guard let key = path.first, var inner = self[key] else { return }
    if path.count > 1 {
      inner.remove(Array(path.dropFirst()))
      self[key] = inner.members.isEmpty ? nil : inner
    } else {
      self[key] = nil
    }
  }

  /// The value with what was kept beside it: members and elements are added, and what both say is said here.
  func merged(with kept: JSONValue?) -> JSONValue {
    switch (self, kept) {
    case (.object(var members), .object(let others)?):
      for other in others {
        if let index = members.firstIndex(where: { $0.key == other.key }) {
          members[index].value = members[index].value.merged(with: other.value)
        } else {
          members.append(other)
        }
      }
      return .object(members)
    case (.array(let elements), .array(let others)?): return .array(elements + others)
    default: return self
    }
  }
}
