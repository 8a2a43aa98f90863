extension LocalizedText {
  /// The text with every version changed.
  public func mapTexts(_ change: (String) -> String) -> LocalizedText {
    LocalizedText(versions: versions.map { Version(language: $0.language, text: change($0.text)) })
  }
}

extension Identity {
  /// The identity with its prose changed: the texts in which marks mean something (CommonMark), as the fields' roles have it.
  /// O(number of values).
  public func mapProse(_ change: (String) -> String) -> Identity {
    withoutActuallyEscaping(change) { change in
      var mapper: any RecordMapper = ProseMapper(change: change)
      return mapped(&mapper)
    }
  }
}

private struct ProseMapper: RecordMapper {
  let change: (String) -> String

  mutating func goes<Value: Record>(into field: FieldInfo, of record: Value, at place: [String]) -> Bool {
    [.prose, .record, .instruction].contains(field.role)
  }

  mutating func map(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) -> Leaf? {
    guard field.role == .prose, case .text(let text) = leaf else { return leaf }
    return .text(text.mapTexts(change))
  }
}
