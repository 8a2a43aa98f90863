internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

/// What the fields of the model mean, from its schemas: wherever a field of a name may stand.
enum FieldPages {
  /// A field where it may stand.
  private struct Place {
    let path: String
    let text: String
    let shape: String
    let example: String?
  }

  /// The explanation of a field by its name (`workload`) or its place (`path[].workload`); nil where there is none.
  static func explanation(_ name: String) -> String? {
    var lines: [String] = []
    for schema in ["identity", "contract", "settings"] {
      guard
        let root = EmbeddedSchemas.text(schema).flatMap({ try? JSONParser.parse(SourceText(name: schema, text: $0)) })
      else { continue }
      var found: [Place] = []
      collect(Tree.value(root), Tree.value(root), "", 0, name, &found)
      // What is the same in many places is said once, with all of them.
      var told: [(text: String, paths: [String])] = []
      for place in found {
        var text = "\(place.text)\n\n\(place.shape)"
        if let example = place.example { text += " For example: \(example)" }
        if let index = told.firstIndex(where: { $0.text == text }) {
          told[index].paths.append(place.path)
        } else {
          told.append((text, [place.path]))
        }
      }
      for one in told {
        let more = one.paths.count > 6 ? " and \(one.paths.count - 6) more" : ""
        lines.append("In \(schema): \(one.paths.prefix(6).joined(separator: ", "))\(more)\n\n\(one.text)")
      }
    }
    return lines.isEmpty ? nil : "\(name) (a field)\n\n" + lines.joined(separator: "\n\n") + "\n"
  }

  /// The names of all fields.
  static var names: Set<String> {
    var names: Set<String> = []
    for schema in ["identity", "contract", "settings"] {
      guard let text = EmbeddedSchemas.text(schema),
        let document = try? JSONParser.parse(SourceText(name: schema, text: text))
      else { continue }
      let root = Tree.value(document)
      for part in [root] + (root["$defs"]?.members.map(\.value) ?? []) {
        names.formUnion(part["properties"]?.members.map(\.key) ?? [])
      }
    }
    return names
  }

  private static func resolved(_ part: JSONValue, in root: JSONValue) -> JSONValue {
    guard let name = part["$ref"]?.string?.split(separator: "/").last else { return part }
    return root["$defs"]?[String(name)] ?? part
  }

  private static func collect(
    _ part: JSONValue, _ root: JSONValue, _ path: String, _ depth: Int, _ name: String, _ found: inout [Place]
  ) {
    guard depth < 6 else { return }
    for member in resolved(part, in: root)["properties"]?.members ?? [] {
      let place = path.isEmpty ? member.key : "\(path).\(member.key)"
      let whole = resolved(member.value, in: root)
      if member.key == name || place == name || place.split(separator: "[]").joined() == name {
        let text = (member.value["description"] ?? whole["description"])?.string ?? ""
        let example = (member.value["examples"] ?? whole["examples"])?.elements.first.map(printed)
        found.append(Place(path: place, text: text, shape: shape(whole, root), example: example))
      }
      if whole["type"]?.string == "array", let items = whole["items"] {
        collect(items, root, place + "[]", depth + 1, name, &found)
      } else {
        collect(whole, root, place, depth + 1, name, &found)
      }
    }
  }

  /// What may stand there, in a sentence.
  private static func shape(_ part: JSONValue, _ root: JSONValue) -> String {
    if let words = part["enum"]?.elements { return "One of \(words.map(printed).joined(separator: ", "))." }
    switch part["type"]?.string {
    case "array":
      let items = part["items"].map { resolved($0, in: root) }
      return items?["properties"] != nil ? "A list of objects." : "A list."
    case "object":
      return "An object with \(part["properties"]?.members.map(\.key).prefix(12).joined(separator: ", ") ?? "keys")."
    case "integer", "number":
      let kind = part["type"]?.string == "integer" ? "A whole number" : "A number"
      let from = part["minimum"].map { " from \(printed($0))" } ?? ""
      let to = part["maximum"].map { " to \(printed($0))" } ?? ""
      return "\(kind)\(from)\(to)."
    case "boolean": return "true or false."
    default: return part["title"]?.string.map { "\($0)." } ?? "A text."
    }
  }

  private static func printed(_ value: JSONValue) -> String {
    if let text = value.string { return text }
    return String(decoding: JSONPrinter.print(Tree.document(value), for: .line), as: UTF8.self)
  }
}
