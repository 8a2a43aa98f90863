public import ParcoursModel

extension Identity {
  /// The places of texts of what an audience sees that have a word by which a confidential organization would be known, though
  /// not its name: "Zyxlab" of "Laboratoires Zyxlab". It may be anybody's word, and so is not replaced.
  ///
  /// O(size of both).
  ///
  /// - Parameter whole: the identity with the names.
  public func placesNearSecrets(of whole: Identity) -> [[String]] {
    let words = Set(whole.organizations.confidential.compactMap(\.name).flatMap(OrganizationNames.distinctiveWords))
    guard !words.isEmpty else { return [] }
    var visitor: any RecordVisitor = WordFinder(words: words)
    visit(&visitor)
    return (visitor as? WordFinder)?.places ?? []
  }
}

private struct WordFinder: RecordVisitor {
  let words: Set<String>
  var places: [[String]] = []

  mutating func visit(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) {
    // An alias says of purpose what it says.
    guard field.name != "alias" else { return }
    switch leaf {
    case .text(let text): for version in text.versions { look(version.text, place) }
    case .string(let text): look(text, place)
    case .other(let value): look(value, place)
    case .date: break
    }
  }

  private mutating func look(_ text: String, _ place: [String]) {
    let said = Folding.folded(text.withoutMarks + " " + text).split(separator: " ").map(String.init)
    if said.contains(where: words.contains) { places.append(place) }
  }

  private mutating func look(_ value: JSONValue, _ place: [String]) {
    if let text = value.string { look(text, place) }
    for element in value.elements { look(element, place) }
    for member in value.members { look(member.value, place + [member.key]) }
  }
}
