internal import ParcoursModel

extension Microformats {
  /// The form that the parsing specification gives.
  var json: JSONValue {
    .object([
      .init("items", .array(items.map(\.json))),
      .init("rels", .object(rels.map { .init($0.rel, .array($0.addresses.map { .string($0) })) })),
      .init("rel-urls", .object(relAddresses.map { .init($0.address, $0.value) })),
    ])
  }
}

extension Microformats.Item {
  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("type", .array(types.map { .string($0) })),
      .init("properties", .object(properties.map { .init($0.name, .array($0.values.map(\.json))) })),
    ]
    if let id { members.append(.init("id", .string(id))) }
    if !children.isEmpty { members.append(.init("children", .array(children.map(\.json)))) }
    return .object(members)
  }
}

extension Microformats.Value {
  var json: JSONValue {
    switch self {
    case .text(let text, _): .string(text)
    case .image(let address, let alt, _): .object([.init("value", .string(address)), .init("alt", .string(alt))])
    case .markup(let markup, let value, _): .object([.init("html", .string(markup)), .init("value", .string(value))])
    case .item(let item, let value): .object([.init("value", .string(value))] + item.json.members)
    }
  }

  /// The text that stands for it.
  var string: String {
    switch self {
    case .text(let text, _): text
    case .image(let address, _, _): address
    case .markup(_, let value, _): value
    case .item(_, let value): value
    }
  }

  /// The thing it is, where it is one.
  var item: Microformats.Item? { if case .item(let item, _) = self { item } else { nil } }

  /// The element it is from.
  var element: Int {
    switch self {
    case .text(_, let element), .image(_, _, let element), .markup(_, _, let element): element
    case .item(let item, _): item.element
    }
  }
}

extension Page {
  /// The elements of class `value` or `value-title` in an element, none of them inside another of them or inside a root.
  func valueElements(in index: Int) -> [Int] {
    var found: [Int] = []
    func look(_ parent: Int) {
      for child in elements(in: parent) {
        let names = classes(child)
        if names.contains("value") || names.contains("value-title") {
          found.append(child)
        } else if !names.contains(where: { $0.hasPrefix("h-") }) {
          look(child)
        }
      }
    }
    look(index)
    return found
  }

  /// The markup inside an element, written anew, its addresses resolved.
  func markup(in index: Int, base: String?) -> String {
    var text = HTMLText()
    for child in nodes[index].children { write(child, base, to: &text) }
    return text.text.trimmed
  }

  private func write(_ index: Int, _ base: String?, to text: inout HTMLText) {
    let node = nodes[index]
    if node.name.isEmpty {
      text.foreign(text: node.text)
      return
    }
    text.foreignStart(
      node.name,
      node.attributes.map { attribute in
        ["href", "src", "data", "poster", "cite"].contains(attribute.name)
          ? (attribute.name, WebAddress.resolve(attribute.value.trimmed, from: base)) : attribute
      })
    if HTMLText.voidElements.contains(node.name) { return }
    for child in node.children { write(child, base, to: &text) }
    text.foreignEnd(node.name)
  }
}
