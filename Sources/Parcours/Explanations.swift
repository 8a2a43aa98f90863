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
  public static let all: [FindingExplanation] = [
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
    .init(
      "json-pointer",
      "A JSON Pointer (RFC 6901).",
      why: "A place that is not written so is found by no program.",
      (
        schema: "{\"format\": \"json-pointer\"}",
        bad: "↓\"path/0\"", good: "\"/path/0\""
      )),
    .init(
      "maxItems",
      "A list has more elements than the schema allows.",
      why: "What is over the limit is cut by those who read it.",
      (
        schema: "{\"maxItems\": 1}",
        bad: "↓[1, 2]", good: "[1]"
      )),
    .init(
      "maxLength",
      "A text is longer than the schema allows, counted in code points.",
      why: "What is over the limit is cut by those who read it.",
      (
        schema: "{\"maxLength\": 2}",
        bad: "↓\"abc\"", good: "\"ab\""
      )),
    .init(
      "maxProperties",
      "An object has more keys than the schema allows.",
      why: "What is over the limit is nothing the schema's programs know.",
      (
        schema: "{\"maxProperties\": 1}",
        bad: "↓{\"a\": 1, \"b\": 2}", good: "{\"a\": 1}"
      )),
    .init(
      "maximum",
      "A number is over the schema's limit.",
      why: "Beyond it the number means nothing, or a slip of the finger.",
      (
        schema: "{\"maximum\": 100}",
        bad: "↓120", good: "80"
      )),
    .init(
      "minItems",
      "A list has fewer elements than the schema wants.",
      why: "Some lists mean nothing when they are short.",
      (
        schema: "{\"minItems\": 1}",
        bad: "↓[]", good: "[1]"
      )),
    .init(
      "minLength",
      "A text is shorter than the schema wants, counted in code points.",
      why: "An empty text looks like a value and says nothing.",
      (
        schema: "{\"minLength\": 1}",
        bad: "↓\"\"", good: "\"a\""
      )),
    .init(
      "minProperties",
      "An object has fewer keys than the schema wants.",
      why: "An empty object looks like a value and says nothing.",
      (
        schema: "{\"minProperties\": 1}",
        bad: "↓{}", good: "{\"a\": 1}"
      )),
    .init(
      "minimum",
      "A number is under the schema's limit.",
      why: "Below it the number means nothing, or a slip of the finger.",
      (
        schema: "{\"minimum\": 1}",
        bad: "↓0", good: "1"
      )),
    .init(
      "multipleOf",
      "A number must be a whole multiple of the schema's.",
      why: "Steps in between are not known to those who read it.",
      (
        schema: "{\"multipleOf\": 5}",
        bad: "↓12", good: "15"
      )),
    .init(
      "no-identity",
      "The input carries no identity that could be read: a page must be one that this program wrote, a LinkedIn text must have its sections' headings.",
      why: "What is guessed from a page would be taken for what its owner said."),
    .init(
      "not",
      "The value is of a form that the schema forbids.",
      why: "The schema names this form as a known mistake.",
      (
        schema: "{\"not\": {\"type\": \"null\"}}",
        bad: "↓null", good: "1"
      )),
    .init(
      "oneOf",
      "The value fits several forms of which exactly one is wanted.",
      why: "Which of them is meant cannot be told.",
      (
        schema: "{\"oneOf\": [{\"type\": \"integer\"}, {\"minimum\": 2}]}",
        bad: "↓3", good: "1"
      )),
    .init(
      "pattern",
      "A text does not have the form that the schema's regular expression asks for.",
      why: "Programs take such texts apart by their form.",
      (
        schema: "{\"pattern\": \"^[A-Z]{3}$\"}",
        bad: "↓\"euro\"", good: "\"EUR\""
      )),
    .init(
      "propertyNames",
      "A key does not have the form that the schema asks of keys.",
      why: "Keys of these objects are names that mean something: languages, currencies.",
      (
        schema: "{\"propertyNames\": {\"maxLength\": 2}}",
        bad: "{↓\"french\": 1}", good: "{\"fr\": 1}"
      )),
    .init(
      "regex",
      "A regular expression (ECMA-262) that can be compiled.",
      why: "One that cannot would match nothing, silently.",
      (
        schema: "{\"format\": \"regex\"}",
        bad: "↓\"(a\"", good: "\"(a)\""
      )),
    .init(
      "relative-json-pointer",
      "A relative JSON Pointer: how many levels up, then a place.",
      why: "A place that is not written so is found by no program.",
      (
        schema: "{\"format\": \"relative-json-pointer\"}",
        bad: "↓\"/a\"", good: "\"1/a\""
      )),
    .init(
      "required",
      "A key that must be there is missing; the finding is at the object that lacks it.",
      why: "Without it the object cannot be told from others, or used.",
      (
        schema: "{\"required\": [\"name\"]}",
        bad: "↓{\"nme\": \"Ana\"}", good: "{\"name\": \"Ana\"}"
      )),
    .init(
      "schema",
      "The schema itself cannot be used: a keyword has a value it cannot have, its edition is not draft-07 or 2020-12, or a reference leads nowhere.",
      why:
        "Whatever is held against it would seem valid. References are never fetched: a schema must not reach into networks."
    ),
    .init(
      "suppression",
      "A comment that allows a finding names no rule, gives no reason, or has nothing to allow.",
      why:
        "An exception without its reason is a riddle to the next reader, and one that is no longer needed hides the next mistake."
    ),
    .init(
      "syntax",
      "The text is not of its language: JSON is held to RFC 8259 without comments and trailing commas, YAML to one document of the core schema of 1.2.",
      why: "Where one program reads it and another does not, each owner finds out on the day it matters.",
      (
        schema: "{}",
        bad: "{\"a\": 1,↓}", good: "{\"a\": 1}"
      )),
    .init(
      "time",
      "A time with its offset (RFC 3339).",
      why: "Without an offset a time is another moment in every country.",
      (
        schema: "{\"format\": \"time\"}",
        bad: "↓\"10:30\"", good: "\"10:30:00Z\""
      )),
    .init(
      "type",
      "A value is of another type than is wanted. In YAML, numbers and booleans that are meant as text stand in quotes.",
      why:
        "`postalCode: 01230` loses its zero, `name: No` is a boolean to old readers: quotes say that a text is meant.",
      (
        schema: "{\"type\": \"string\"}",
        bad: "↓1230", good: "\"01230\""
      )),
    .init(
      "uniqueItems",
      "Two elements of a list are equal where the schema wants them to differ.",
      why: "The second says nothing, or was meant to be another.",
      (
        schema: "{\"uniqueItems\": true}",
        bad: "[\"a\", ↓\"a\"]", good: "[\"a\", \"b\"]"
      )),
    .init(
      "unknown-key",
      "No key of that name is known here.",
      why:
        "Most often it is misspelt, and what stands under it vanishes from every page; data of other tools belongs under `extensions`.",
      (
        schema: "{\"properties\": {\"email\": true}, \"additionalProperties\": false}",
        bad: "{↓\"emial\": \"ana@example.org\"}", good: "{\"email\": \"ana@example.org\"}"
      )),
    .init(
      "unknown-rule",
      "Settings name a rule that is not known.",
      why: "A misspelt rule is neither turned off nor allowed, and nobody notices."),
    .init(
      "uri",
      "A URL with its scheme (RFC 3986).",
      why:
        "Without its scheme an address means another place on every page it stands on. `--fix` removes spaces around it.",
      (
        schema: "{\"format\": \"uri\"}",
        bad: "↓\"example.org\"", good: "\"https://example.org\""
      )),
    .init(
      "uri-reference",
      "A URL or a path (RFC 3986).",
      why: "Spaces and brackets end an address before its end.",
      (
        schema: "{\"format\": \"uri-reference\"}",
        bad: "↓\"a b\"", good: "\"a/b\""
      )),
    .init(
      "uri-template",
      "A URI template (RFC 6570).",
      why: "What is not of the form expands to nothing.",
      (
        schema: "{\"format\": \"uri-template\"}",
        bad: "↓\"https://example.org/{id\"", good: "\"https://example.org/{id}\""
      )),
    .init(
      "uuid",
      "A UUID (RFC 4122).",
      why: "What is not of the form is no identifier that others make.",
      (
        schema: "{\"format\": \"uuid\"}",
        bad: "↓\"1234\"", good: "\"123e4567-e89b-12d3-a456-426614174000\""
      )),
    .init(
      "version",
      "The file is of a version of the model that this program does not know.",
      why: "Fields may mean something else there."),
  ]
}
