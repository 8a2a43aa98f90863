internal import ParcoursFormats
public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

/// The generated pages about formats: what each carries, and what the fields of others mean.
public enum FormatPages {
  /// The pages, by their names.
  public static var all: [(name: String, text: String)] { pages(of: .standard) }

  /// The pages of a registry's formats.
  public static func pages(of registry: Registry) -> [(name: String, text: String)] {
    [("Losses.md", losses(registry)), ("Mappings.md", mappings(registry))]
  }

  // MARK: Losses

  /// Identities that together say everything the schema knows: its examples, put together, each with a step of another kind.
  private static let whole: [Identity] = {
    guard let text = EmbeddedSchemas.text("identity"),
      let schema = (try? JSONParser.parse(SourceText(name: "identity", text: text))).map({ Tree.value($0) })
    else { return [] }
    func sample(_ part: JSONValue, _ depth: Int) -> JSONValue? {
      guard depth < 8 else { return nil }
      if let reference = part["$ref"]?.string, let name = reference.split(separator: "/").last.map(String.init) {
        if ["extensions", "checks", "visibility"].contains(name) { return nil }
        if let example = part["examples"]?.elements.first, ["text", "date"].contains(name) || example.string != nil {
          return example
        }
        return schema["$defs"]?[name].flatMap { sample($0, depth + 1) } ?? part["examples"]?.elements.first
      }
      if case .object(let properties)? = part["properties"] {
        let skipped: Set<String> = ["visibility", "fieldVisibility", "extensions", "checks", "$schema"]
        return .object(
          properties.compactMap { property in
            skipped.contains(property.key)
              ? nil : sample(property.value, depth + 1).map { JSONValue.Member(property.key, $0) }
          })
      }
      if let items = part["items"], items["$ref"] != nil || items["properties"] != nil,
        let one = sample(items, depth + 1)
      {
        return .array([one])
      }
      return part["examples"]?.elements.first
    }
    guard var value = sample(schema, 0), let step = value["path"]?.elements.first else { return [] }
    // Each kind of step with the fields that are meant for it, at a time of its own.
    func variant(_ kind: String, _ status: String, _ start: String, _ end: String?, without fields: [String])
      -> JSONValue
    {
      var one = step
      for field in fields { one[field] = nil }
      one["kind"] = .string(kind)
      one["status"] = .string(status)
      one["id"] = .string("\(kind)-\(status)")
      one["startDate"] = .string(start)
      one["endDate"] = end.map { .string($0) }
      if var organization = one["organization"] {
        organization["confidential"] = nil
        one["organization"] = organization
      }
      return one
    }
    let study = ["institution", "area", "studyType", "score", "courses"]
    let work = ["organization", "via", "engagement", "workload", "mode", "engagements", "transition", "terms", "title"]
    let steps = [
      variant("role", "held", "2020-03", "2024-08", without: study + ["reason", "terms"]),
      variant("break", "held", "2019-01", "2019-12", without: study + work + ["location", "skills"]),
      variant("study", "held", "2015-09", "2018-06", without: work + ["reason"]),
      variant(
        "role", "sought", "2027-01", nil, without: study + ["reason", "organization", "engagements", "transition"]),
    ]
    return steps.compactMap { step in
      value["path"] = .array([step])
      var context = DecodingContext()
      return Identity.decode(value, &context)
    }
  }()

  private static func losses(_ registry: Registry) -> String {
    let formats = registry.writable
    let runs = whole.map { identity -> (fields: Set<String>, losses: [String: [String: Loss.Kind]]) in
      var fields: Set<String> = []
      collect(identity.json, "", &fields)
      var losses: [String: [String: Loss.Kind]] = [:]
      for format in formats {
        for loss in format.carries.losses(of: identity, language: identity.documentLanguage) {
          losses[format.id, default: [:]][loss.field] = loss.kind
        }
      }
      return (fields, losses)
    }
    let fields = runs.reduce(into: Set<String>()) { $0.formUnion($1.fields) }
    // What is said of a whole object is told by its fields.
    let leaves = fields.filter { field in !fields.contains { $0.hasPrefix(field + ".") || $0.hasPrefix(field + "[]") } }
    // What every item may carry is told once.
    let common = Set(["id", "tags"])
    func isTold(_ field: String) -> Bool {
      field != "parcours" && !(field.contains(".") && common.contains(String(field.split(separator: ".").last ?? "")))
    }
    func mark(_ field: String, _ format: String) -> String {
      let marks = runs.filter { $0.fields.contains(field) }.map { run -> String in
        let found = run.losses[format] ?? [:]
        if let kind = found[field] { return kind == .dropped ? "–" : "~" }
        for loss in found where field.hasPrefix(loss.key + ".") || field.hasPrefix(loss.key + "[]") {
          return loss.value == .dropped ? "–" : "~"
        }
        return "✓"
      }
      // Of steps of one kind it may come back, of others not.
      return Set(marks).count == 1 ? marks[0] : "~"
    }
    var lines = [
      "# What formats carry", "",
      "Of every field of the model, what each format that is written has of it: ✓ all of it, ~ in another form or in some places,",
      "– nothing. `parcours convert` says the same of each conversion, and tests hold it against what is read back. `id` and `tags`",
      "of items, and `extensions`, are carried where `id` is.", "",
      "| field | \(formats.map { "`\($0.id)`" }.joined(separator: " | ")) |",
      "|---|\(formats.map { _ in "---|" }.joined())",
    ]
    for field in leaves.sorted() where isTold(field) {
      lines.append("| `\(field)` | \(formats.map { mark(field, $0.id) }.joined(separator: " | ")) |")
    }
    lines.append("")
    return lines.joined(separator: "\n")
  }

  private static func collect(_ value: JSONValue, _ field: String, _ fields: inout Set<String>) {
    if !field.isEmpty { fields.insert(field) }
    switch value {
    case .object(let members):
      // The languages of a text are one field.
      if !members.isEmpty, members.allSatisfy({ $0.key.utf8.count == 2 && $0.value.string != nil }) { return }
      for member in members { collect(member.value, field.isEmpty ? member.key : "\(field).\(member.key)", &fields) }
    case .array(let elements):
      for element in elements where !element.members.isEmpty { collect(element, field + "[]", &fields) }
    default: break
    }
  }

  // MARK: Mappings

  private static func mappings(_ registry: Registry) -> String {
    var lines = [
      "# Résumés of other programs", "",
      "What their fields mean here; a test holds each row. What the model has no place for is kept under `extensions` of the format,",
      "which is private, and named in a note. JSON Resume has its own page of losses: none, both ways.", "",
    ]
    for format in registry.formats {
      guard let mapping = format.mapping else { continue }
      lines += ["## \(format.id)", "", "\(format.summary).", "", "| field | in the model |", "|---|---|"]
      lines += mapping.rows.map { "| `\($0.foreign)` | `\($0.model)` |" }
      lines += ["", mapping.note, ""]
    }
    return lines.joined(separator: "\n")
  }
}
