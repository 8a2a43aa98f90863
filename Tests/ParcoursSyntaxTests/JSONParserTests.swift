import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

struct JSONParserTests {
  private func parse(_ text: String) throws -> Document { try JSONParser.parse(SourceText(name: "t.json", text: text)) }

  @Test(.enabled(if: Repository.corpus != nil, "the suites are not here"))
  func theParsingSuite() throws {
    let folder = try #require(Repository.corpus) + "/nst-json/test_parsing"
    var counts = ["y": 0, "n": 0, "i": 0]
    for name in Repository.names(in: folder) {
      let bytes = try #require(Repository.read(folder + "/" + name))
      let isAccepted = (try? JSONParser.parse(SourceText(name: name, bytes: bytes))) != nil
      counts[String(name.prefix(1)), default: 0] += 1
      if name.hasPrefix("y_") { #expect(isAccepted, "\(name)") }
      if name.hasPrefix("n_") { #expect(!isAccepted, "\(name)") }
    }
    #expect(counts == ["y": 95, "n": 188, "i": 35])
  }

  /// What RFC 8259 leaves open, and what becomes of it here: numbers of any size and precision are kept as they are
  /// written; a byte order mark is skipped; what is not UTF-8, and half a surrogate pair, is refused, and so is what nests
  /// more than 512 deep. Keys that stand twice parse, and are findings.
  @Test(.enabled(if: Repository.corpus != nil, "the suites are not here"))
  func whatTheGrammarLeavesOpenIsDecided() throws {
    let folder = try #require(Repository.corpus) + "/nst-json/test_parsing"
    var decided: [String: Set<String>] = [:]
    for name in Repository.names(in: folder) where name.hasPrefix("i_") {
      let bytes = try #require(Repository.read(folder + "/" + name))
      var verdict = "accepted"
      do throws(SyntaxError) { _ = try JSONParser.parse(SourceText(name: name, bytes: bytes)) } catch {
        verdict = error.id
      }
      decided[verdict, default: []].insert(String(name.dropFirst(2).prefix { $0 != "." }))
    }
    #expect(decided == Self.decided)
  }

  @Test func rangesAreExactToTheByte() throws {
    let document = try parse(#"{"a": [1, "é\n", true]}"#)
    let list = try #require(document.root["a"])
    #expect(list.range == 6..<23)
    #expect(list.elements.map(\.range) == [7..<8, 10..<16, 18..<22])
    #expect(list.elements[1].string == "é\n")
    #expect(document.pointer(of: list.elements[1].index) == JSONPointer(["a", "1"]))
    #expect(document.index(at: JSONPointer(["a", "2"])) == list.elements[2].index)
  }

  @Test func escapesAreDecodedInKeysAndValues() throws {
    let document = try parse(#"{"na\u006de": "\ud83d\ude00\u00e9\\\/\b\f\r\t\""}"#)
    #expect(document.root["name"]?.string == "😀é\\/\u{8}\u{C}\r\t\"")
  }

  @Test(arguments: [#""\ud800""#, #""\udc00\ud800""#, #""\u12"#, #""\x""#, "\"a\u{1}\"", "\"abc"])
  func badStringsAreRefused(_ text: String) { #expect(throws: SyntaxError.self) { try parse(text) } }

  @Test func depthIsLimited() throws {
    let fits = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(try parse(fits).entries.count == 512)
    let error = #expect(throws: SyntaxError.self) { try parse("[" + fits + "]") }
    #expect(error?.id == "depth")
  }

  @Test func duplicatesAreListedWithBothPlaces() throws {
    let document = try parse(#"{"name": 1, "x": {"b": 1, "b": 2}, "na\u006de": 2}"#)
    #expect(document.duplicates.map(\.key) == ["b", "name"])
    #expect(document.duplicates.last?.first == 1..<7)
    #expect(document.root["name"]?.numberText == "1")
  }

  /// Keys that share length, first and last eight bytes have one hash; only real duplicates may be found, and quickly.
  @Test func craftedCollisionsAreNoDuplicates() throws {
    let keys = (0..<20_000).map { number in
      let digits = String(number)
      return "aaaaaaaa" + String(repeating: "0", count: 6 - digits.count) + digits + "zzzzzzzz"
    }
    let members = keys.map { "\"\($0)\":1" }
    #expect(try parse("{" + members.joined(separator: ",") + "}").duplicates.isEmpty)
    let twice = try parse("{" + (members + [members[7]]).joined(separator: ",") + "}")
    #expect(twice.duplicates.map(\.key) == [keys[7]])
  }

  @Test func keysOfAnyLengthAreFound() throws {
    let long = String(repeating: "k", count: 100_000)
    #expect(try parse("{\"\(long)\": 1, \"\(long)2\": 2}").root[long + "2"]?.numberText == "2")
  }

  @Test(arguments: [
    ("{'a': 1}", "JSON strings stand in double quotes"), ("{\"a\": 1,}", "remove the comma before it"),
    ("// c\n1", "JSON has no comments"), ("[1,]", "remove the comma before it"),
  ])
  func commonSlipsGetAdvice(_ text: String, _ help: String) {
    let error = #expect(throws: SyntaxError.self) { try parse(text) }
    #expect(error?.help?.description == help)
  }

  @Test(arguments: [[0xFF, 0xFE, 0x7B, 0] as [UInt8], [0, 0x7B, 0, 0x7D], [0x22, 0xC3, 0x28, 0x22]])
  func otherEncodingsAreNamed(_ bytes: [UInt8]) {
    let error = #expect(throws: SyntaxError.self) { try JSONParser.parse(SourceText(name: "t", bytes: bytes)) }
    #expect(error?.id == "encoding")
  }

  @Test func printingAndParsingAgree() throws {
    let text = #"{"a":[1,2.50,-0,1e5,"\u2028<>&\"'",null,true,{}],"b":{"c":[]}}"#
    let document = try parse(text)
    for destination in [JSONPrinter.Destination.file, .line, .script] {
      let printed = JSONPrinter.print(document, for: destination)
      let again = try JSONParser.parse(SourceText(name: "t", bytes: printed))
      #expect(JSONPrinter.print(again, for: .line) == JSONPrinter.print(document, for: .line))
    }
    let script = String(decoding: JSONPrinter.print(document, for: .script), as: UTF8.self)
    #expect(!script.contains("<") && !script.contains("'") && !script.contains("\u{2028}"))
  }

  private static let decided: [String: Set<String>] = [
    "accepted": [
      "number_double_huge_neg_exp", "number_huge_exp", "number_neg_int_huge_exp",
      "number_pos_double_huge_exp", "number_real_neg_overflow", "number_real_pos_overflow",
      "number_real_underflow", "number_too_big_neg_int", "number_too_big_pos_int",
      "number_very_big_negative_int", "structure_500_nested_arrays", "structure_UTF-8_BOM_empty_object",
    ],
    "encoding": [
      "object_key_lone_2nd_surrogate", "string_1st_surrogate_but_2nd_missing",
      "string_1st_valid_surrogate_2nd_invalid", "string_UTF-16LE_with_BOM", "string_UTF-8_invalid_sequence",
      "string_UTF8_surrogate_U+D800", "string_incomplete_surrogate_and_escape_valid",
      "string_incomplete_surrogate_pair", "string_incomplete_surrogates_escape_valid",
      "string_invalid_lonely_surrogate", "string_invalid_surrogate", "string_invalid_utf-8",
      "string_inverted_surrogates_U+1D11E", "string_iso_latin_1", "string_lone_second_surrogate",
      "string_lone_utf8_continuation_byte", "string_not_in_unicode_range",
      "string_overlong_sequence_2_bytes", "string_overlong_sequence_6_bytes",
      "string_overlong_sequence_6_bytes_null", "string_truncated-utf-8", "string_utf16BE_no_BOM",
      "string_utf16LE_no_BOM",
    ],
  ]
}
