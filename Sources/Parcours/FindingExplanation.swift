/// What a finding that is no rule's means, why it matters, and what it looks like.
public struct FindingExplanation: Sendable {
  /// What findings carry.
  public let id: String
  /// What it means.
  public let text: String
  /// Why it matters.
  public let reason: String
  /// A schema by which an example is found, and a good one is not.
  public let example: (schema: String, bad: String, good: String)?

  init(_ id: String, _ text: String, why reason: String, _ example: (schema: String, bad: String, good: String)? = nil)
  {
    self.id = id
    self.text = text
    self.reason = reason
    self.example = example
  }
}

/// Explanations of findings that are no rule's: of syntax, schemas, settings and conversions. Their examples are tests; `↓`
/// stands where the finding starts.
public enum Explanations {
  /// All of them, sorted.
  public static let all = (first + second + pages + matching + conversions).sorted { $0.id < $1.id }

  private static let first: [FindingExplanation] = [
    .init(
      "budget",
      "The text asks for more than a profile could: aliases that expand without end, branches of a schema that multiply, or a size over 4 GiB.",
      why: "A small file must not be able to stop a pipeline."),
    .init(
      "const",
      "Only one value may stand here; the finding says which.",
      why: "A version or a mark that is another one means another format.",
      (
        schema: "{\"const\": 1}",
        bad: "↓2", good: "1"
      )),
    .init(
      "contains",
      "A list lacks an element of the kind that the schema asks for, or has too many of them.",
      why: "Some lists make sense only with a certain element in them.",
      (
        schema: "{\"contains\": {\"type\": \"string\"}}",
        bad: "↓[1, 2]", good: "[1, \"two\"]"
      )),
    .init(
      "contract",
      "A contract was wanted: a file that starts with `contract: 1`.",
      why: "A profile given in a contract's place would be matched against nothing."),
    .init(
      "date",
      "A date is a year (2020), a month (2020-01) or a day (2020-01-15) that the calendar has. Ongoing work has no `endDate`.",
      why:
        "Dates of other forms cannot be sorted or compared, and 03/04/2020 is two different days. `--fix` writes those that can mean one day only.",
      (
        schema: "{\"format\": \"partial-date\"}",
        bad: "↓\"Jan 2020\"", good: "\"2020-01\""
      )),
    .init(
      "cut-text",
      "A comment of YAML cuts a text off: behind a space, # begins one.",
      why: "`headline: Nurse #1 in Lyon` is \"Nurse\"; in quotes it is the whole of it."),
    .init(
      "date-time",
      "A date with a time and its offset (RFC 3339).",
      why: "Without an offset a time is another moment in every country.",
      (
        schema: "{\"format\": \"date-time\"}",
        bad: "↓\"2020-01-15 10:30\"", good: "\"2020-01-15T10:30:00Z\""
      )),
    .init(
      "depth",
      "Lists and objects are nested more than 512 deep (a page: 256).",
      why: "No profile needs that, and programs break on it."),
    .init(
      "duplicate-key",
      "A key stands twice in one object.",
      why: "Readers disagree on which of the two counts, so neither can be trusted.",
      (
        schema: "{}",
        bad: "{\"name\": \"Ana\", ↓\"name\": \"Bo\"}", good: "{\"name\": \"Ana\"}"
      )),
    .init(
      "duration",
      "A duration (RFC 3339, appendix A): P3M, P1DT12H, or weeks alone.",
      why: "Words for durations differ from language to language; this form is one.",
      (
        schema: "{\"format\": \"duration\"}",
        bad: "↓\"3 months\"", good: "\"P3M\""
      )),
    .init(
      "email",
      "An e-mail address (RFC 5321).",
      why: "What is no address cannot be written to, and pages leave it out.",
      (
        schema: "{\"format\": \"email\"}",
        bad: "↓\"ana(at)example.org\"", good: "\"ana@example.org\""
      )),
    .init(
      "encoding",
      "The text is not UTF-8, or writes half a character.",
      why: "Other encodings lose letters on their way; save the file as UTF-8.",
      (
        schema: "{}",
        bad: "\"↓\\ud800\"", good: "\"é\""
      )),
    .init(
      "enum",
      "Only certain words may stand here; the finding names them, or the one that was probably meant.",
      why: "Programs know these words; another one is lost on them.",
      (
        schema: "{\"enum\": [\"role\", \"break\", \"study\"]}",
        bad: "↓\"rol\"", good: "\"role\""
      )),
    .init(
      "exclusiveMaximum",
      "A number must be less than the schema's limit.",
      why: "The limit itself is out of the range.",
      (
        schema: "{\"exclusiveMaximum\": 10}",
        bad: "↓10", good: "9"
      )),
    .init(
      "exclusiveMinimum",
      "A number must be more than the schema's limit.",
      why: "The limit itself is out of the range.",
      (
        schema: "{\"exclusiveMinimum\": 0}",
        bad: "↓0", good: "1"
      )),
    .init(
      "false-schema",
      "The schema allows nothing at this place.",
      why: "What stands here was looked at by no other part of the schema.",
      (
        schema: "{\"properties\": {\"a\": false}}",
        bad: "{\"a\": ↓1}", good: "{}"
      )),
    .init(
      "hostname",
      "A host name (RFC 1123): letters, digits and hyphens between dots.",
      why: "What is no name cannot be looked up.",
      (
        schema: "{\"format\": \"hostname\"}",
        bad: "↓\"exa_mple.org\"", good: "\"example.org\""
      )),
    .init(
      "identity-as-resume",
      "The input was said to be a résumé but has an identity's fields.",
      why: "Read as a résumé, its private fields would be unknown keys, which everyone is given back."),
    .init(
      "idn-email",
      "An e-mail address, letters of every alphabet allowed (RFC 6531).",
      why: "What is no address cannot be written to.",
      (
        schema: "{\"format\": \"idn-email\"}",
        bad: "↓\"zoé\"", good: "\"zoé@exämple.org\""
      )),
    .init(
      "idn-hostname",
      "A host name, letters of every alphabet allowed (RFC 5890).",
      why: "What is no name cannot be looked up.",
      (
        schema: "{\"format\": \"idn-hostname\"}",
        bad: "↓\"-exämple.org\"", good: "\"exämple.org\""
      )),
    .init(
      "ipv4",
      "An IPv4 address: four numbers from 0 to 255 between dots.",
      why: "What is no address cannot be reached.",
      (
        schema: "{\"format\": \"ipv4\"}",
        bad: "↓\"10.0.0.256\"", good: "\"10.0.0.1\""
      )),
    .init(
      "ipv6",
      "An IPv6 address (RFC 4291).",
      why: "What is no address cannot be reached.",
      (
        schema: "{\"format\": \"ipv6\"}",
        bad: "↓\"1::2::3\"", good: "\"::1\""
      )),
    .init(
      "iri",
      "A URL with its scheme, other letters than ASCII's allowed (RFC 3987).",
      why:
        "Without its scheme an address means another place on every page it stands on. `--fix` removes spaces around it.",
      (
        schema: "{\"format\": \"iri\"}",
        bad: "↓\"example.org\"", good: "\"https://example.org\""
      )),
    .init(
      "iri-reference",
      "A URL or a path, other letters than ASCII's allowed (RFC 3987).",
      why: "Spaces and brackets end an address before its end.",
      (
        schema: "{\"format\": \"iri-reference\"}",
        bad: "↓\"a b\"", good: "\"a/b\""
      )),
  ]
}
