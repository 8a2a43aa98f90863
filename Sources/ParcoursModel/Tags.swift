extension JSONValue {
  /// The tags of an identity's items. O(size).
  ///
  /// - Parameter openOnly: whether what is marked for some audience is left out, so that its tags may be named to anybody.
  package func tags(openOnly: Bool = false) -> Set<String> {
    if openOnly, let mark = self["visibility"]?.string, mark != Visibility.public.rawValue { return [] }
    if openOnly, self["status"]?.string == Step.Status.sought.rawValue, self["visibility"] == nil { return [] }
    var tags = Set(self["tags"]?.elements.compactMap(\.string) ?? [])
    if openOnly, self["fieldVisibility"]?["tags"] != nil { tags = [] }
    for element in elements { tags.formUnion(element.tags(openOnly: openOnly)) }
    for member in members where !["extensions", "targets", "outputs", "checks"].contains(member.key) {
      if openOnly, ["availability", "rate", "network"].contains(member.key) { continue }
      tags.formUnion(member.value.tags(openOnly: openOnly))
    }
    return tags
  }
}
