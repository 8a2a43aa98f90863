internal import ParcoursFormats
internal import ParcoursLint
internal import ParcoursModel
internal import ParcoursReport
internal import ParcoursSource
internal import ParcoursSyntax

/// What the program knows, for lists, explanations and generated documentation.
public enum Catalog {
  /// What can be listed.
  public enum Kind: String, CaseIterable, Sendable {
    /// Formats to read and write.
    case formats
    /// Rules that profiles and contracts are held to.
    case rules
    /// Reports of findings.
    case reports
    /// Schemas inside the program.
    case schemas
    /// Themes of pages.
    case themes
  }

  /// One thing in a list.
  public struct Entry: Sendable {
    /// What it is known by.
    public let id: String
    /// One line.
    public let summary: String
    /// Whether a format is read; nil for anything else.
    public var reads: Bool?
    /// Whether a format is written; nil for anything else.
    public var writes: Bool?
  }

  /// The entries of a kind, sorted by id.
  public static func entries(_ kind: Kind) -> [Entry] {
    switch kind {
    case .formats:
      Formats.all.map { Entry(id: $0.id, summary: $0.summary, reads: $0.reader != nil, writes: $0.writer != nil) }
    case .rules: Rules.all.map { Entry(id: $0.metadata.id, summary: $0.metadata.summary) }
    case .reports: Reports.all.map { Entry(id: $0.id, summary: $0.summary) }
    case .schemas:
      [
        Entry(id: "2020-12", summary: "a JSON Schema of 2020-12"),
        Entry(id: "contract", summary: "work that needs a team"),
        Entry(id: "draft-07", summary: "a JSON Schema of draft-07"),
        Entry(id: "identity", summary: "one professional identity"),
        Entry(id: "jsonresume", summary: "a résumé in JSON Resume v1"),
        Entry(id: "settings", summary: "a .parcours.yaml: how files are checked"),
        Entry(id: "team", summary: "what the matcher found"),
      ]
    case .themes: [Entry(id: "classic", summary: "one column, for applicant tracking systems and print")]
    }
  }

  /// The entries as a JSON array of id, summary and, for formats, reads and writes.
  public static func json(_ kind: Kind) -> [UInt8] {
    let entries = entries(kind).map { entry -> JSONValue in
      var members = [JSONValue.Member("id", .string(entry.id)), JSONValue.Member("summary", .string(entry.summary))]
      if let reads = entry.reads { members.append(JSONValue.Member("reads", .bool(reads))) }
      if let writes = entry.writes { members.append(JSONValue.Member("writes", .bool(writes))) }
      return .object(members)
    }
    return JSONPrinter.print(Tree.document(.array(entries)))
  }

  /// What an id stands for, in a line.
  public static let summary: @Sendable (String) -> String? = { id in
    Rules.all.first { $0.metadata.id == id }?.metadata.summary ?? Explanations.all.first { $0.id == id }?.text
  }

  /// Everything that can be explained.
  public static var explainable: [String] {
    (Rules.all.map { $0.metadata.id } + Explanations.all.map(\.id) + Formats.all.map(\.id)).sorted()
  }

  /// The explanation of a finding's id, a rule or a format; nil where there is none of that name.
  public static func explanation(_ id: String) -> String? {
    if let rule = Rules.all.first(where: { $0.metadata.id == id })?.metadata { return page(rule) }
    if let finding = Explanations.all.first(where: { $0.id == id }) { return "\(finding.id)\n\n\(finding.text)\n" }
    if let format = Formats.named(id) {
      let ways = [format.reader.map { _ in "read" }, format.writer.map { _ in "written" }].compactMap(\.self)
      return
        "\(format.id)\n\n\(format.summary)\n\nIt is \(ways.joined(separator: " and ")). Media type: \(format.mediaType); "
        + "files end in .\(format.fileExtensions.joined(separator: ", .")).\n"
    }
    return nil
  }

  private static func page(_ rule: RuleMetadata) -> String {
    var text =
      "\(rule.id) (\(rule.severity.rawValue), since \(rule.since))\n\n\(rule.summary)\n\nWhy: \(rule.rationale)\n"
    for example in rule.examples {
      let isGood = !example.text.contains("↓")
      text += "\n\(isGood ? "Good" : "Bad (↓ marks where the finding starts)"):\n\n"
      text += example.text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }.joined(
        separator: "\n")
      text += "\n"
    }
    return text
  }
}

/// Explanations of findings that are no rule's: of syntax, schemas and conversions.
enum Explanations {
  static let all: [(id: String, text: String)] = [
    ("additionalProperties", "A member has a key that the schema does not allow there."),
    ("budget", "The text asks for more than a profile could: aliases that expand without end, or a size over 4 GiB."),
    ("const", "Only one value may stand here; the finding says which."),
    ("contains", "A list lacks an element of the kind that the schema asks for, or has too many of them."),
    ("contract", "A contract was wanted: a file that starts with `contract: 1`."),
    (
      "date",
      "A date is a year (2020), a month (2020-01) or a day (2020-01-15) that the calendar has. Ongoing work has no `endDate`."
    ),
    ("date-time", "A date with a time and its offset (RFC 3339): 2020-01-15T10:30:00Z."),
    (
      "depth",
      "Lists and objects are nested more than 512 deep (a page: 256). No profile needs that, and programs break on it."
    ),
    (
      "duplicate-key",
      "A key stands twice in one object. Readers disagree on which of the two counts, so neither can be trusted."
    ),
    ("email", "An e-mail address (RFC 5321): name@example.org."),
    ("encoding", "The text is not UTF-8. Save the file as UTF-8; other encodings lose letters."),
    ("enum", "Only certain words may stand here; the finding names them, or the one that was probably meant."),
    ("exclusiveMaximum", "A number must be less than the schema's limit."),
    ("exclusiveMinimum", "A number must be more than the schema's limit."),
    ("false-schema", "The schema allows nothing at this place."),
    ("hostname", "A host name (RFC 1123): letters, digits and hyphens between dots."),
    ("ipv4", "An IPv4 address: four numbers from 0 to 255 between dots."),
    ("ipv6", "An IPv6 address (RFC 4291)."),
    ("iri", "A URL with its scheme, other letters than ASCII's allowed (RFC 3987): https://example.org."),
    ("iri-reference", "A URL or a path, other letters than ASCII's allowed (RFC 3987)."),
    ("json-pointer", "A JSON Pointer (RFC 6901): /path/0/title."),
    ("maxItems", "A list has more elements than the schema allows."),
    ("maxLength", "A text is longer than the schema allows, counted in code points."),
    ("maxProperties", "An object has more keys than the schema allows."),
    ("maximum", "A number is over the schema's limit."),
    ("minItems", "A list has fewer elements than the schema wants."),
    ("minLength", "A text is shorter than the schema wants, counted in code points."),
    ("minProperties", "An object has fewer keys than the schema wants."),
    ("minimum", "A number is under the schema's limit."),
    ("multipleOf", "A number must be a whole multiple of the schema's."),
    (
      "identity-as-resume",
      "The input was said to be a résumé but has an identity's fields. Read as a résumé, its private fields would be unknown keys, which everyone is given back."
    ),
    (
      "no-identity",
      "The input carries no identity that could be read: a page must be one that this program wrote, a LinkedIn text must have its sections' headings."
    ),
    ("not", "The value is of a form that the schema forbids."),
    ("oneOf", "The value fits several forms of which exactly one is wanted."),
    ("pattern", "A text does not have the form that the schema's regular expression asks for."),
    ("propertyNames", "A key does not have the form that the schema asks of keys."),
    ("regex", "A regular expression (ECMA-262) that can be compiled."),
    ("required", "A key that must be there is missing; the finding is at the object that lacks it."),
    (
      "schema",
      "The schema itself cannot be used: a keyword has a value it cannot have, or a reference leads nowhere. References are never fetched."
    ),
    (
      "syntax",
      "The text is not of its language: JSON is held to RFC 8259 without comments and trailing commas, YAML to one document of the core schema of 1.2."
    ),
    ("time", "A time with its offset (RFC 3339): 10:30:00Z."),
    (
      "type",
      "A value is of another type than is wanted. In YAML, numbers and booleans that are meant as text stand in quotes."
    ),
    ("uniqueItems", "Two elements of a list are equal where the schema wants them to differ."),
    (
      "unknown-key",
      "No key of that name is known here. Most often it is misspelt; data of other tools belongs under `extensions`."
    ),
    ("uri", "A URL with its scheme (RFC 3986): https://example.org."),
    ("uri-reference", "A URL or a path (RFC 3986)."),
    ("version", "The file is of a version of the model that this program does not know."),
    ("uuid", "A UUID (RFC 4122)."),
  ]
}
