internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

/// Reads JSON-LD as far as schema.org is written in it: graphs, references and languages. A context is never fetched: names
/// count without their prefix.
struct JSONLDGraphReader {
  private(set) var graph = SchemaGraph()
  /// What could not be read.
  private(set) var diagnostics: [Diagnostic] = []
  /// The things at the top.
  private(set) var roots: [Int] = []
  private var references: [(thing: Int, property: Int, id: String)] = []

  /// Takes the text of one script in; what is not JSON is a warning at its place.
  mutating func read(_ text: String, at place: Int) {
    // Some pages put the data into a comment or a CDATA section.
    var text = text.trimmed
    for (open, close) in [("<![CDATA[", "]]>"), ("<!--", "-->"), ("//<![CDATA[", "//]]>")]
    where text.hasPrefix(open) && text.hasSuffix(close) {
      text = String(text.dropFirst(open.count).dropLast(close.count))
    }
    guard !text.trimmed.isEmpty else { return }
    do throws(SyntaxError) {
      let document = try JSONParser.parse(SourceText(name: "JSON-LD", bytes: Array(text.utf8)))
      read(Tree.value(document), at: place)
    } catch {
      diagnostics.append(
        Diagnostic(
          id: "json-ld", severity: .warning, "the page's JSON-LD cannot be read: \(error.diagnostic.message)",
          at: place..<place, help: "the rest of the page is read without it"))
    }
  }

  /// Takes a value in.
  mutating func read(_ value: JSONValue, at place: Int) {
    switch value {
    case .array(let elements): for element in elements { read(element, at: place) }
    case .object:
      if let graph = value["@graph"] {
        read(graph, at: place)
        if value.members.allSatisfy({ $0.key.hasPrefix("@") && $0.key != "@type" }) { return }
      }
      if let index = thing(value, at: place, language: nil, depth: 0) { roots.append(index) }
    default: break
    }
  }

  /// Puts references in the place of the things they name.
  mutating func resolve() {
    for reference in references {
      if let target = graph.byID[reference.id] {
        graph.things[reference.thing].properties[reference.property].value = .thing(target)
      }
    }
    references = []
  }

  private mutating func thing(_ value: JSONValue, at place: Int, language: String?, depth: Int) -> Int? {
    guard graph.things.count < SchemaGraph.limit, depth < 64 else { return nil }
    let index = graph.things.count
    graph.things.append(SchemaGraph.Thing(place: place))
    for member in value.members {
      switch member.key {
      case "@type":
        let names = member.value.string.map { [$0] } ?? member.value.elements.compactMap(\.string)
        graph.things[index].types += names.map(SchemaGraph.plainName)
      case "@id":
        if let id = member.value.string {
          // The fullest description of a thing stands for it.
          let isFuller = graph.byID[id].map { graph.things[$0].properties.count < value.members.count - 1 } ?? true
          if isFuller { graph.byID[id] = index }
          if SafeURL.web(id) != nil {
            graph.things[index].properties.append(("@id", .text(id, language: nil)))
          }
        }
      case "@context", "@graph": break
      case "@reverse": break
      default: add(member.value, SchemaGraph.plainName(member.key), to: index, at: place, language, depth)
      }
    }
    return index
  }

  private mutating func add(
    _ value: JSONValue, _ name: String, to index: Int, at place: Int, _ language: String?, _ depth: Int
  ) {
    switch value {
    case .string(let text): graph.things[index].properties.append((name, .text(text, language: language)))
    case .number(let text): graph.things[index].properties.append((name, .text(text, language: nil)))
    case .bool(let flag): graph.things[index].properties.append((name, .text(flag ? "true" : "false", language: nil)))
    case .null: break
    case .array(let elements):
      for element in elements { add(element, name, to: index, at: place, language, depth + 1) }
    case .object(let members):
      if let text = value["@value"] {
        add(text, name, to: index, at: place, value["@language"]?.string, depth + 1)
        return
      }
      if let list = value["@list"] ?? value["@set"] {
        add(list, name, to: index, at: place, language, depth + 1)
        return
      }
      if members.count == 1, members[0].key == "@id", let id = members[0].value.string {
        references.append((index, graph.things[index].properties.count, id))
        graph.things[index].properties.append((name, .text(id, language: nil)))
        return
      }
      // A map from languages to texts: `@container: @language`.
      if members.allSatisfy({ $0.value.string != nil && ["en", "fr", "de", "es", "it", "nl", "pt"].contains($0.key) }),
        !members.isEmpty
      {
        for member in members { add(member.value, name, to: index, at: place, member.key, depth + 1) }
        return
      }
      if let inner = thing(value, at: place, language: language, depth: depth + 1) {
        graph.things[index].properties.append((name, .thing(inner)))
      }
    }
  }
}
