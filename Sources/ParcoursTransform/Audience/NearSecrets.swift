public import ParcoursModel

extension Identity {
  /// How many texts of what an audience sees have a word by which a confidential organization would be known, though not its
  /// name: "Zyxlab" of "Laboratoires Zyxlab". It may be anybody's word, and so is not replaced.
  ///
  /// O(size of both).
  ///
  /// - Parameter whole: the identity with the names.
  public func textsNearSecrets(of whole: Identity) -> Int {
    var words: Set<String> = []
    func collect(_ value: JSONValue) {
      for element in value.elements { collect(element) }
      for member in value.members { collect(member.value) }
      guard value["confidential"] == .bool(true), let name = value["name"]?.string else { return }
      words.formUnion(OrganizationNames.distinctiveWords(name))
    }
    collect(whole.json)
    guard !words.isEmpty else { return 0 }
    func count(_ value: JSONValue) -> Int {
      if let text = value.string {
        let said = Folding.folded(text.withoutMarks + " " + text).split(separator: " ").map(String.init)
        return said.contains(where: words.contains) ? 1 : 0
      }
      return value.elements.reduce(0) { $0 + count($1) }
        + value.members.reduce(0) { $0 + ($1.key == "alias" ? 0 : count($1.value)) }
    }
    return count(json)
  }
}
