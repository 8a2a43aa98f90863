internal import ParcoursModel

extension Identity {
  /// The identity whose items say where they stand, for pages that show findings at their place.
  func markingPlaces() -> Identity {
    var mapper: any RecordMapper = PlaceMarker()
    return mapped(&mapper)
  }
}

private struct PlaceMarker: RecordMapper {
  mutating func enter<Value: Record>(_ record: Value, _ field: FieldInfo, at place: [String]) -> Value? {
    guard place.count == 2 else { return record }
    var record = record
    record.itemAttributes?.place = "/" + place.joined(separator: "/")
    return record
  }

  mutating func goes<Value: Record>(into field: FieldInfo, of record: Value, at place: [String]) -> Bool {
    place.isEmpty && field.role == .record
  }

  mutating func map(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) -> Leaf? { leaf }
}
