package import ParcoursModel
package import ParcoursTransform

/// An object of another format that is being written.
package struct Giving {
  /// The object so far.
  package private(set) var value = JSONValue.object([])
  /// Whom it is for.
  package let view: IdentityView
  let format: String
  /// What of that which is kept goes to everybody; all of it goes to the owner.
  private let open: Set<String>

  init(view: IdentityView, format: String, open: Set<String> = []) {
    self.view = view
    self.format = format
    self.open = open
  }

  /// The value of a member, `info.label`.
  package subscript(path: String) -> JSONValue? { value.value(at: Self.path(path)) }

  /// Sets a member, by the first of its names; what it stands in is made. Nothing is set of what says nothing.
  package mutating func set(_ name: String, _ value: JSONValue?) {
    if let value { set(Self.path(name), value) }
  }

  mutating func set(_ path: [String], _ value: JSONValue) {
    if !value.isNothing { self.value.set(path[...], value) }
  }

  /// Sets a member to what may say nothing.
  package mutating func put(_ name: String, _ value: JSONValue) { self.value.set(Self.path(name), value) }

  /// Sets a member to a text.
  package mutating func set(_ name: String, _ text: String?) { set(name, text.map { JSONValue.string($0) }) }

  /// Puts elements behind those that a list has.
  package mutating func append(_ elements: [JSONValue], to name: String) {
    guard !elements.isEmpty else { return }
    value.set(Self.path(name), .array((self[name]?.elements ?? []) + elements))
  }

  /// What was kept of an item when it was read, as far as these readers are given it back.
  package func kept(of item: MappedItem) -> JSONValue? {
    guard let kept = item.value["extensions"]?[format] else { return nil }
    if view.audience == .private { return kept }
    let shown = kept.members.filter { open.contains($0.key) }
    return shown.isEmpty ? nil : .object(shown)
  }

  /// A word that was kept of an item beside a field that says the same: it is for whoever sees the field.
  package func word(of item: MappedItem, _ path: String) -> String? {
    item.value["extensions"]?[format]?.value(at: Self.path(path))?.string
  }

  /// A text of the model in the readers' language; nil where it says nothing.
  package func text(_ value: JSONValue?) -> String? { Codec.text(value, view) }

  /// The objects of an identity's items of a kind.
  package func objects(of item: MappedItem, _ kind: Items) -> [JSONValue] {
    kind.chosen(item, view).map { object(of: $0, by: kind.rows, open: kind.open) }
  }

  /// The object of an item, and what was kept of it when it was read.
  package func object(of item: MappedItem, by rows: [Row], open: Set<String> = []) -> JSONValue {
    var giving = Giving(view: view, format: format, open: open)
    giving.give(item, by: rows)
    return giving.value
  }

  mutating func give(_ item: MappedItem, by rows: [Row]) {
    for row in rows where !row.isStandard { row.give(item, &self) }
    value = value.merged(with: kept(of: item))
    for row in rows where row.isStandard { row.give(item, &self) }
  }

  private static func path(_ name: String) -> [String] {
    name.prefix { $0 != "|" }.split(separator: ".").map(String.init)
  }
}
