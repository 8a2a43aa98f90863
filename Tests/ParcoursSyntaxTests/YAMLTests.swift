import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

struct YAMLTests {
  private func parse(_ text: String) throws -> Document { try YAMLParser.parse(SourceText(name: "t.yaml", text: text)) }

  private func json(_ document: Document) -> String {
    String(decoding: JSONPrinter.print(document, for: .line), as: UTF8.self)
  }

  @Test(arguments: [
    ("NO", #""NO""#), ("~", "null"), ("yes", #""yes""#), ("True", "true"), ("0o17", "15"), ("0x1F", "31"),
    ("012", "12"),
    ("1_000", #""1_000""#), ("12:30:45", #""12:30:45""#), ("2020-01-02", #""2020-01-02""#), (".5", "0.5"), ("+1", "1"),
    ("1e3", "1e3"), ("'12'", #""12""#), ("!!str 12", #""12""#), (".inf", #"".inf""#), ("tRUE", #""tRUE""#),
  ])
  func scalarsFollowTheCoreSchema(_ yaml: String, _ expected: String) throws {
    #expect(json(try parse(yaml)) == expected)
  }

  @Test func rangesCoverValuesOnly() throws {
    let document = try parse("é: 'x y'\nlist: [1, \"ü\"]  # c\nblock: |\n  a\n  b\nlast: z\n")
    func text(_ node: Node?) -> String {
      node.map { String(decoding: document.source.bytes[$0.range], as: UTF8.self) } ?? ""
    }
    #expect(text(document.root["é"]) == "'x y'")
    #expect(text(document.root["list"]) == "[1, \"ü\"]")
    #expect(text(document.root["list"]?.elements[1]) == "\"ü\"")
    #expect(text(document.root["block"]) == "|\n  a\n  b")
    #expect(text(document.root["last"]) == "z")
  }

  @Test func aliasesAreExpanded() throws {
    #expect(json(try parse("a: &x {k: [1]}\nb: *x\n")) == #"{"a":{"k":[1]},"b":{"k":[1]}}"#)
    #expect(json(try parse("&a name: Ana\nheadline: *a\n")) == #"{"name":"Ana","headline":"name"}"#)
  }

  @Test(arguments: [
    ("a: &a\n  b: *a\n", "stands inside"), ("a: *nope\n", "no anchor"), ("a: 1\n---\nb: 2\n", "second document"),
    ("a: !!python/object:x 1\n", "core schema"), ("? [a]\n: b\n", "must be a scalar"), ("~: 1\n", "must not be null"),
  ])
  func whatIsRefusedIsSaid(_ yaml: String, _ message: String) {
    let error = #expect(throws: SyntaxError.self) { try parse(yaml) }
    #expect(error?.message.description.contains(message) == true)
  }

  @Test func bombsRunOutOfBudget() {
    var text = "a0: &a0 lol\n"
    for level in 1...10 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let error = #expect(throws: SyntaxError.self) { try parse(text) }
    #expect(error?.id == "budget")
    let long =
      "a: &a '" + String(repeating: "x", count: 100_000) + "'\nb: ["
      + Array(repeating: "*a", count: 10_000).joined(separator: ", ") + "]\n"
    #expect(throws: SyntaxError.self) { try parse(long) }
  }

  @Test func duplicatesAreListed() throws {
    #expect(try parse("a: 1\nb: {c: 1, c: 2}\n'a': 3\n").duplicates.map(\.key) == ["c", "a"])
  }

  /// Whatever a string is, it comes back from YAML as itself, as a key and as a value.
  @Test(.enabled(if: Repository.corpus != nil, "the suites are not here"))
  func naughtyStringsSurvive() throws {
    let corpus = try #require(Repository.corpus)
    let bytes = try #require(Repository.read(corpus + "/blns/blns.json"))
    let strings = try JSONParser.parse(SourceText(name: "blns", bytes: bytes)).root.elements.compactMap(\.string)
    #expect(strings.count > 500)
    let more = [
      "a: b", "- x", "# c", " lead", "trail ", "two\nlines", "two\n\nlines\n", "\n", "x\n\n\n", "tab\tx", "1.0", "null",
      "0x1", "a\u{2028}b", "\u{85}", "key: |", "---", "@x", "a #b", "é", "[x", "~", "=", "<<",
    ]
    for text in strings + more {
      var builder = TapeBuilder()
      builder.begin(.object)
      builder.key("k".utf8)
      builder.scalar(.string, text.utf8)
      builder.key((text + "k").utf8)
      builder.begin(.array)
      builder.scalar(.string, text.utf8)
      builder.end()
      builder.end()
      let document = builder.finish(source: SourceText(name: "", bytes: []))
      let printed = YAMLPrinter.print(document)
      let back = try YAMLParser.parse(SourceText(name: "t.yaml", bytes: printed))
      #expect(json(back) == json(document), "\(String(decoding: printed, as: UTF8.self))")
    }
  }

  /// What the fuzzer found: values that were written so that they read otherwise.
  @Test(arguments: [
    "on:\n- \"06\"\n- on:?-\n- 12\n 1212\n", "a\nb  \n  c\nd\n\ne\n", "aman:\n  - B5st... ',' or'\u{65D}9 ']'r ']'t-'",
  ])
  func whatWasReadIsWrittenTheSame(_ yaml: String) throws {
    let document = try YAMLParser.parse(SourceText(name: "t.yaml", text: yaml))
    let printed = YAMLPrinter.print(document)
    let again = try YAMLParser.parse(SourceText(name: "again.yaml", bytes: printed))
    #expect(
      JSONPrinter.print(again, for: .line) == JSONPrinter.print(document, for: .line),
      "\(String(decoding: printed, as: UTF8.self))")
  }

  /// Every document of the suite that is read is written so that it reads the same.
  @Test(.enabled(if: Repository.corpus != nil, "the suites are not here"))
  func theSuiteIsWrittenTheSame() throws {
    for file in Repository.files(below: try #require(Repository.corpus) + "/yaml-test-suite")
    where file.hasSuffix("/in.yaml") {
      let source = SourceText(name: file, bytes: try #require(Repository.read(file)))
      guard let document = try? YAMLParser.parse(source), document.duplicates.isEmpty else { continue }
      let printed = YAMLPrinter.print(document)
      let again = try? YAMLParser.parse(SourceText(name: "again.yaml", bytes: printed))
      #expect(
        again.map { JSONPrinter.print($0, for: .line) } == JSONPrinter.print(document, for: .line),
        "\(file): \(String(decoding: printed, as: UTF8.self))")
    }
  }
}
