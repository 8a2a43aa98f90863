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
}
