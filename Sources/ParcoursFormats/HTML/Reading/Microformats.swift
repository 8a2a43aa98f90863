internal import ParcoursModel

/// What a page says in microformats: microformats2 and the classic vocabularies before it, as the parsing specification
/// says (microformats.org/wiki/microformats2-parsing, 2025).
struct Microformats {
  /// A thing of one or more types.
  struct Item: Sendable {
    /// `h-resume`, `h-card`…, sorted.
    var types: [String]
    /// The values of each property, in the order of the document.
    var properties: [(name: String, values: [Value])] = []
    /// Things inside that are no property.
    var children: [Item] = []
    /// Its `id`.
    var id: String?
    /// Its element.
    var element: Int
    /// Whether its root is one of a classic vocabulary.
    var isClassic = false

    /// The values of a property.
    subscript(_ name: String) -> [Value] { properties.first { $0.name == name }?.values ?? [] }

    mutating func append(_ value: Value, to name: String) {
      if let index = properties.firstIndex(where: { $0.name == name }) {
        properties[index].values.append(value)
      } else if properties.count < 500 {
        properties.append((name, [value]))
      }
    }
  }

  /// A value of a property.
  indirect enum Value: Sendable {
    /// A text, and the element it is from.
    case text(String, element: Int)
    /// An image and what stands for it.
    case image(String, alt: String, element: Int)
    /// Markup and its text.
    case markup(String, value: String, element: Int)
    /// A thing, and the text that stands for it.
    case item(Item, value: String)
  }

  /// The things of the page that are in no other.
  private(set) var items: [Item] = []
  /// Addresses by their relation.
  private(set) var rels: [(rel: String, addresses: [String])] = []
  /// Relations by their address.
  private(set) var relAddresses: [(address: String, value: JSONValue)] = []

  let page: Page
  let base: String?
  /// How much text may still be gathered: roots inside roots repeat their text.
  private var budget = 50_000_000
  /// Elements that are being included, so that no element includes itself.
  private var including: Set<Int> = []
  /// How many elements may still be included: includes in includes multiply.
  private var includesLeft = 500

  /// Reads a page's microformats; relative addresses start from `location`.
  init(_ page: Page, location: String?) {
    self.page = page
    base = page.base(location)
    guard !page.isEmpty else { return }
    var item = Item(types: [], element: 0)
    walk(0, into: &item, context: nil)
    items = item.children
    readRelations()
  }

  // MARK: Roots

  /// What is being collected for the item around an element.
  struct Context {
    /// The properties that classic names stand for; nil in microformats2.
    var classic: [String: [ClassicMicroformats.Property]]?
    var hasText = false
    var hasAddress = false
    var hasNested = false
  }

  private mutating func walk(_ index: Int, into item: inout Item, context: Context?) {
    var context = context
    walk(index, into: &item, context: &context)
  }

  private mutating func walk(_ index: Int, into item: inout Item, context: inout Context?) {
    let classes = page.classes(index)
    let types = Self.roots(classes)
    let properties = self.properties(of: index, classes, context)
    if !types.names.isEmpty {
      context?.hasNested = true
      let nested = root(index, types.names, isClassic: types.isClassic)
      guard !properties.isEmpty else {
        item.children.append(nested)
        return
      }
      for property in properties {
        note(property, in: &context)
        let own = value(index, property)
        item.append(.item(nested, value: Self.standIn(for: nested, property, own)), to: property.name)
      }
      return
    }
    for property in properties {
      note(property, in: &context)
      let found = value(index, property)
      item.append(found, to: property.name)
    }
    for child in page.elements(in: index) { walk(child, into: &item, context: &context) }
    if context?.classic != nil, classes.contains("include"), includesLeft > 0, let target = included(by: index) {
      includesLeft -= 1
      including.insert(target)
      walk(target, into: &item, context: &context)
      including.remove(target)
    }
  }

  private mutating func root(_ index: Int, _ types: [String], isClassic: Bool) -> Item {
    var item = Item(types: types, element: index, isClassic: isClassic)
    if let id = page[index, "id"], !id.isEmpty { item.id = id }
    var context: Context? = Context(classic: isClassic ? ClassicMicroformats.properties(of: types) : nil)
    for child in page.elements(in: index) { walk(child, into: &item, context: &context) }
    if !isClassic, let context { imply(into: &item, context) }
    return item
  }

  private func note(_ property: ClassicMicroformats.Property, in context: inout Context?) {
    switch property.kind {
    case .text, .markup: context?.hasText = true
    case .address: context?.hasAddress = true
    case .date: break
    }
  }

  /// The element that an `include` names, unless it is around the including one or being included already.
  private func included(by index: Int) -> Int? {
    guard let reference = page[index, "href"] ?? page[index, "data"], reference.hasPrefix("#"),
      let target = page.byID[String(reference.dropFirst())], !including.contains(target), including.count < 8
    else { return nil }
    var around = index
    while around >= 0 {
      if around == target { return nil }
      around = page[around].parent
    }
    return target
  }

  private static func roots(_ classes: [Substring]) -> (names: [String], isClassic: Bool) {
    let modern = Set(classes.filter { isName($0, after: "h-") }.map(String.init)).sorted()
    if !modern.isEmpty { return (modern, false) }
    return (Set(classes.compactMap { ClassicMicroformats.roots[String($0)] }).sorted(), true)
  }

  private func properties(of index: Int, _ classes: [Substring], _ context: Context?) -> [ClassicMicroformats.Property]
  {
    guard let context else { return [] }
    var found: [ClassicMicroformats.Property] = []
    if let classic = context.classic {
      for name in classes { found += classic[String(name)] ?? [] }
      if page.tokens(index, "rel").contains("tag"), let tag = classic["rel=tag"] { found += tag }
    } else {
      for name in classes {
        for (prefix, kind) in ClassicMicroformats.prefixes where Self.isName(name, after: prefix) {
          found.append(.init(kind: kind, name: String(name.dropFirst(prefix.count))))
        }
      }
    }
    var seen: Set<String> = []
    return found.filter { seen.insert($0.name).inserted }
  }

  /// Whether a class is a prefix and a name: lower-case letters in parts by hyphens, the first part may have digits.
  private static func isName(_ name: Substring, after prefix: String) -> Bool {
    guard name.hasPrefix(prefix) else { return false }
    let parts = name.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      let mayHaveDigits = index == 0 && parts.count > 1
      guard !part.isEmpty,
        part.utf8.allSatisfy({ ($0 >= 0x61 && $0 <= 0x7A) || (mayHaveDigits && $0 >= 0x30 && $0 <= 0x39) })
      else { return false }
    }
    return true
  }

  /// The text that stands for a nested thing: what names it, or what the element would have said.
  private static func standIn(for item: Item, _ property: ClassicMicroformats.Property, _ own: Value) -> String {
    switch property.kind {
    case .text: item["name"].first?.string ?? own.string
    case .address: item["url"].first?.string ?? own.string
    default: own.string
    }
  }

  // MARK: Implied properties

  private mutating func imply(into item: inout Item, _ context: Context) {
    let index = item.element
    if item["name"].isEmpty, !context.hasText, !context.hasNested {
      item.append(.text(impliedName(index), element: index), to: "name")
    }
    guard !context.hasNested, !context.hasAddress else { return }
    if item["photo"].isEmpty, let photo = impliedPhoto(index) { item.append(photo, to: "photo") }
    if item["url"].isEmpty,
      let (element, href) = implied(index, [("a", "href"), ("area", "href")], isOfType: true)
    {
      item.append(.text(resolved(href), element: element), to: "url")
    }
  }

  /// The attribute of the element, of the only one of its kind in it, or in its only child.
  private func implied(_ index: Int, _ wanted: [(name: String, attribute: String)], isOfType: Bool) -> (Int, String)? {
    for (name, attribute) in wanted where page[index].name == name {
      if let value = page[index, attribute] { return (index, value) }
    }
    func inside(_ parent: Int) -> (Int, String)? {
      let children = page.elements(in: parent)
      for (name, attribute) in wanted {
        let same = isOfType ? children.filter { page[$0].name == name } : children
        guard same.count == 1, let only = same.first, page[only].name == name,
          let value = page[only, attribute], isOfType || !value.isEmpty, Self.roots(page.classes(only)).names.isEmpty
        else { continue }
        return (only, value)
      }
      return nil
    }
    if let found = inside(index) { return found }
    let children = page.elements(in: index)
    guard children.count == 1, let only = children.first, Self.roots(page.classes(only)).names.isEmpty else {
      return nil
    }
    return inside(only)
  }

  private mutating func impliedName(_ index: Int) -> String {
    if let found = implied(index, [("img", "alt"), ("area", "alt"), ("abbr", "title")], isOfType: false) {
      return found.1.trimmed
    }
    return textContent(index).trimmed
  }

  private func impliedPhoto(_ index: Int) -> Value? {
    guard let (element, address) = implied(index, [("img", "src"), ("object", "data")], isOfType: true) else {
      return nil
    }
    return image(address, element)
  }

  private func image(_ address: String, _ element: Int) -> Value {
    if page[element].name == "img", let alt = page[element, "alt"] {
      return .image(resolved(address), alt: alt, element: element)
    }
    return .text(resolved(address), element: element)
  }

  func resolved(_ address: String) -> String { WebAddress.resolve(address.trimmed, from: base) }

  // MARK: Values

  private mutating func value(_ index: Int, _ property: ClassicMicroformats.Property) -> Value {
    switch property.kind {
    case .text: return .text(text(index), element: index)
    case .address: return address(index, isClassic: property.isClassic)
    case .date: return .text(MicroformatDates.value(page, index) ?? text(index), element: index)
    case .markup:
      return .markup(page.markup(in: index, base: base), value: textContent(index).trimmed, element: index)
    }
  }

  private mutating func text(_ index: Int) -> String {
    if let value = valueClass(index) { return value }
    switch page[index].name {
    case "abbr", "link": if let title = page[index, "title"] { return title }
    case "data", "input": if let value = page[index, "value"] { return value }
    case "img", "area": if let alt = page[index, "alt"] { return alt }
    default: break
    }
    return textContent(index).trimmed
  }

  private mutating func address(_ index: Int, isClassic: Bool) -> Value {
    switch page[index].name {
    case "a", "area", "link":
      if let href = page[index, "href"] { return .text(resolved(href), element: index) }
    case "img":
      if let source = page[index, "src"] {
        return isClassic ? .text(resolved(source), element: index) : image(source, index)
      }
    case "audio", "video", "source", "iframe":
      if let source = page[index, "src"] { return .text(resolved(source), element: index) }
      if page[index].name == "video", let poster = page[index, "poster"] {
        return .text(resolved(poster), element: index)
      }
    case "object":
      if let data = page[index, "data"] { return .text(resolved(data), element: index) }
    default: break
    }
    if let value = valueClass(index) { return .text(resolved(value), element: index) }
    switch page[index].name {
    case "abbr": if let title = page[index, "title"] { return .text(resolved(title), element: index) }
    case "data", "input": if let value = page[index, "value"] { return .text(resolved(value), element: index) }
    default: break
    }
    return .text(resolved(textContent(index)), element: index)
  }

  /// What elements of class `value` and `value-title` say together; nil where there is none.
  private mutating func valueClass(_ index: Int) -> String? {
    let parts = page.valueElements(in: index)
    guard !parts.isEmpty else { return nil }
    var result = ""
    for part in parts {
      if page.classes(part).contains("value-title"), let title = page[part, "title"] {
        result += title
        continue
      }
      switch page[part].name {
      case "img", "area": result += page[part, "alt"] ?? ""
      case "data": result += page[part, "value"] ?? textContent(part).trimmed
      case "abbr": result += page[part, "title"] ?? textContent(part).trimmed
      default: result += textContent(part).trimmed
      }
    }
    return result
  }

  /// The text of an element, scripts and styles left out, images as what stands for them.
  mutating func textContent(_ index: Int) -> String {
    var result = ""
    appendText(index, to: &result)
    return result
  }

  private mutating func appendText(_ index: Int, to result: inout String) {
    guard budget > 0 else { return }
    let node = page[index]
    if node.name.isEmpty {
      budget -= node.text.utf8.count + 1
      result += node.text
      return
    }
    switch node.name {
    case "script", "style", "template": return
    case "img":
      if let alt = page[index, "alt"] {
        result += alt
      } else if let source = page[index, "src"] {
        result += " \(resolved(source)) "
      }
    default: for child in node.children { appendText(child, to: &result) }
    }
  }

  // MARK: Relations

  private mutating func readRelations() {
    var places: [String: Int] = [:]
    var known: Set<String> = []
    for index in page.nodes.indices where ["a", "area", "link"].contains(page[index].name) {
      let names = page.tokens(index, "rel")
      guard !names.isEmpty, let href = page[index, "href"] else { continue }
      let address = resolved(href)
      for name in names {
        guard known.insert("\(name) \(address)").inserted else { continue }
        if let at = places[name] {
          rels[at].addresses.append(address)
        } else {
          places[name] = rels.count
          rels.append((name, [address]))
        }
      }
      guard known.insert(address).inserted else { continue }
      var members: [JSONValue.Member] = []
      let text = textContent(index).trimmed
      if !text.isEmpty { members.append(.init("text", .string(text))) }
      for name in ["media", "hreflang", "title", "type"] {
        if let value = page[index, name] { members.append(.init(name, .string(value))) }
      }
      var unique: [String] = []
      for name in names where !unique.contains(name) { unique.append(name) }
      members.append(.init("rels", .array(unique.map { .string($0) })))
      relAddresses.append((address, .object(members)))
    }
  }
}
