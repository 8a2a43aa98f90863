extension Explanations {
  /// From `json-pointer` on.
  static let second: [FindingExplanation] = [
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
      "The input carries no identity that could be read: a page must say something of a person to machines, or have sections with headings; a LinkedIn text must have its sections' headings.",
      why: "What has no sections and no marks is a text about anything; a profile guessed from it would be fiction."),
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
      "unrecognized",
      "A file has nothing of an identity, a résumé or a contract.",
      why: "It was checked against nothing: a pipeline that says it is well would say so of any file."),
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
