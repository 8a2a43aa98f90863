package import ParcoursModel
package import ParcoursTransform

/// An object of another format that is being written.
package struct Giving {
  /// The object so far.
  package private(set) var value = JSONValue.object([])
  /// Whom it is for.
  package let view: IdentityView
  let format: String

  init(view: IdentityView, format: String) {
    self.view = view
    self.format = format
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

  /// What was kept of an item when it was read.
  package func kept(of item: MappedItem) -> JSONValue? { item.value["extensions"]?[format] }

  /// A text of the model in the readers' language; nil where it says nothing.
  package func text(_ value: JSONValue?) -> String? { Codec.text(value, view) }

  /// The objects of an identity's items of a kind.
  package func objects(of item: MappedItem, _ kind: Items) -> [JSONValue] {
    kind.chosen(item, view).map { object(of: $0, by: kind.rows, isOpen: kind.isOpen) }
  }

  /// The object of an item, and what was kept of it when it was read: that is its owner's, where it is not open.
  package func object(of item: MappedItem, by rows: [Row], isOpen: Bool = false) -> JSONValue {
    var giving = Giving(view: view, format: format)
    giving.give(item, by: rows, isOpen: isOpen)
    return giving.value
  }

  mutating func give(_ item: MappedItem, by rows: [Row], isOpen: Bool = false) {
    for row in rows where !row.isStandard { row.give(item, &self) }
    if isOpen || view.audience == .private { value = value.merged(with: kept(of: item)) }
    for row in rows where row.isStandard { row.give(item, &self) }
  }

  private static func path(_ name: String) -> [String] {
    name.prefix { $0 != "|" }.split(separator: ".").map(String.init)
  }
}
