internal import ParcoursModel

/// Reads microdata (HTML, section 5) and RDFa Lite 1.1 into the same graph.
struct MarkupGraphReader {
  let page: Page
  let base: String?
  private(set) var graph = SchemaGraph()
  /// The things that are in no other.
  private(set) var roots: [Int] = []
  private var visiting: Set<Int> = []
  /// How many elements may still be looked at: several things may refer to the same ones.
  private var visitsLeft = 500_000

  init(_ page: Page, base: String?) {
    self.page = page
    self.base = base
  }

  // MARK: Microdata

  /// Reads every top-level item.
  mutating func readMicrodata() {
    for index in page.nodes.indices where page[index, "itemscope"] != nil && page[index, "itemprop"] == nil {
      if let thing = item(index) { roots.append(thing) }
    }
  }

  private mutating func item(_ index: Int) -> Int? {
    guard graph.things.count < SchemaGraph.limit, visiting.count < 64, visiting.insert(index).inserted else {
      return nil
    }
    defer { visiting.remove(index) }
    let thing = graph.things.count
    graph.things.append(
      SchemaGraph.Thing(
        types: page.tokens(index, "itemtype").map(SchemaGraph.plainName), place: page[index].range.lowerBound))
    if let id = page[index, "itemid"] { graph.byID[id] = thing }
    for child in page.elements(in: index) { properties(child, of: thing) }
    var seen: Set<String> = []
    for reference in page.tokens(index, "itemref") where seen.insert(reference).inserted {
      if let target = page.byID[reference], target != index, !visiting.contains(target) {
        properties(target, of: thing)
      }
    }
    return thing
  }

  private mutating func properties(_ index: Int, of thing: Int) {
    guard visitsLeft > 0 else { return }
    visitsLeft -= 1
    let names = page.tokens(index, "itemprop").prefix(50).map(SchemaGraph.plainName)
    let isItem = page[index, "itemscope"] != nil
    if !names.isEmpty {
      let value: SchemaGraph.Value?
      if isItem {
        value = item(index).map { .thing($0) }
      } else {
        value = .text(text(index), language: nil)
      }
      if let value { for name in names { graph.things[thing].properties.append((name, value)) } }
    }
    guard !isItem else { return }
    for child in page.elements(in: index) { properties(child, of: thing) }
  }

  /// The value of a property's element (HTML, section 5.2.4).
  private func text(_ index: Int) -> String {
    if let content = page[index, "content"] { return content }
    switch page[index].name {
    case "audio", "embed", "iframe", "img", "source", "track", "video":
      return page[index, "src"].map(resolved) ?? ""
    case "a", "area", "link": return page[index, "href"].map(resolved) ?? page.plainText(index)
    case "object": return page[index, "data"].map(resolved) ?? ""
    case "data", "meter": return page[index, "value"] ?? page.plainText(index)
    case "time": return page[index, "datetime"] ?? page.plainText(index)
    default: return page.plainText(index)
    }
  }

  private func resolved(_ address: String) -> String { WebAddress.resolve(address.trimmed, from: base) }

  // MARK: RDFa Lite

  /// Reads every thing that has a `typeof`.
  mutating func readRDFa() {
    guard !page.isEmpty else { return }
    var resources: [(thing: Int, property: Int, resource: String)] = []
    readRDFa(0, of: nil, vocabulary: "", &resources)
    for reference in resources {
      if let target = graph.byID[reference.resource] {
        graph.things[reference.thing].properties[reference.property].value = .thing(target)
      }
    }
  }

  private mutating func readRDFa(
    _ index: Int, of thing: Int?, vocabulary: String,
    _ resources: inout [(thing: Int, property: Int, resource: String)]
  ) {
    guard graph.things.count < SchemaGraph.limit else { return }
    let vocabulary = page[index, "vocab"] ?? vocabulary
    let prefixes = vocabulary + " " + (page[index, "prefix"] ?? "")
    let types = page.tokens(index, "typeof")
    // Properties of other vocabularies (Open Graph's `og:title`) are no schema.org.
    let names = page.tokens(index, "property").filter { name in
      guard let colon = name.firstIndex(of: ":") else { return prefixes.contains("schema.org") }
      return name[..<colon] == "schema" || name.contains("schema.org")
    }.map(SchemaGraph.plainName)
    var inner = thing
    if !types.isEmpty {
      let new = graph.things.count
      graph.things.append(
        SchemaGraph.Thing(types: types.map(SchemaGraph.plainName), place: page[index].range.lowerBound))
      if let resource = page[index, "resource"] { graph.byID[resource] = new }
      inner = new
      if let thing, !names.isEmpty {
        for name in names { graph.things[thing].properties.append((name, .thing(new))) }
      } else {
        roots.append(new)
      }
      if !names.isEmpty || ["a", "link"].contains(page[index].name), let href = page[index, "href"], names.isEmpty {
        graph.things[new].properties.append(("url", .text(resolved(href), language: nil)))
      }
    } else if let thing, !names.isEmpty {
      if let resource = page[index, "resource"] {
        for name in names {
          resources.append((thing, graph.things[thing].properties.count, resource))
          graph.things[thing].properties.append((name, .text(resource, language: nil)))
        }
      } else {
        for name in names { graph.things[thing].properties.append((name, .text(text(index), language: nil))) }
      }
    }
    for child in page.elements(in: index) { readRDFa(child, of: inner, vocabulary: vocabulary, &resources) }
  }
}
