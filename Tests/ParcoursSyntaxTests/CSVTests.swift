import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

/// Comma-separated values, as RFC 4180 has them and as exports write them.
struct CSVTests {
  private func records(_ text: String) throws -> [[String]] {
    let document = try CSVParser.parse(SourceText(name: "t.csv", text: text))
    return document.elements(in: 0).map { document.elements(in: $0).map { document.string($0) } }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]), ("a;b\r\n1;2", [["a", "b"], ["1", "2"]]),
    ("a\tb\r1\t2\r", [["a", "b"], ["1", "2"]]), ("\u{FEFF}a,b\n", [["a", "b"]]),
    ("\"a,b\",\"c\"\"d\",\"\"\n", [["a,b", "c\"d", ""]]), ("\"two\r\nlines\",x", [["two\r\nlines", "x"]]),
    ("a,,\n", [["a", "", ""]]), ("\n\n a \n", [[" a "]]), ("", []), ("x\"y\",z", [["x\"y\"", "z"]]),
    ("\"x\"y,z", [["xy", "z"]]), ("a;b,c\nd;e,f;g\nh;i,j", [["a", "b,c"], ["d", "e,f", "g"], ["h", "i,j"]]),
    ("Notes:\n\"some, text; here\"\n\na,b\n", [["Notes:"], ["some, text; here"], ["a", "b"]]),
  ])
  func records(_ text: String, _ wanted: [[String]]) throws { #expect(try records(text) == wanted) }

  @Test func aQuoteThatIsNeverClosedIsToldWhereItOpens() {
    #expect {
      try CSVParser.parse(SourceText(name: "t.csv", text: "a,b\n1,\"2\n3,4\n"))
    } throws: {
      ($0 as? SyntaxError)?.range == 6..<7
    }
  }

  @Test func whatIsNotUTF8IsRefused() {
    for bytes: [UInt8] in [[0x61, 0xFF, 0x2C], [0xFF, 0xFE, 0x61, 0], [0x61, 0, 0x62, 0]] {
      #expect(throws: SyntaxError.self) { try CSVParser.parse(SourceText(name: "t.csv", bytes: bytes)) }
    }
  }

  /// Each field's range is where it stands, quotes included.
  @Test func fieldsKnowTheirPlaces() throws {
    let document = try CSVParser.parse(SourceText(name: "t.csv", text: "a,\"b\"\"c\",d"))
    let fields = document.elements(in: document.elements(in: 0)[0])
    #expect(fields.map { document.entries[$0].range } == [0..<1, 2..<8, 9..<10])
  }

  /// What is written by the rules is read back, whatever stands in it.
  @Test func whatIsWrittenIsReadBack() throws {
    var random = Seeded(11)
    let letters = Array("ab ,;\t\"\r\né")
    for _ in 0..<2_000 {
      let rows = (0..<3).map { _ in
        (0..<3).map { _ in
          String((0..<Int.random(in: 0...5, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
        }
      }
      let text = rows.map { row in
        row.map { field in "\"" + field.flatMap { $0 == "\"" ? "\"\"" : String($0) } + "\"" }.joined(separator: ",")
      }.joined(separator: "\r\n")
      #expect(try records(text) == rows)
    }
  }

  @Test func aTableKnowsItsColumns() throws {
    let document = try CSVParser.parse(
      SourceText(name: "t.csv", text: "Notes:\n\"x\"\n\nFirst Name,Last Name\nAda,Lovelace\nEve\n"))
    let table = try #require(CSVTable(document, isHeader: { $0.contains("First Name") }))
    let column = try #require(table.column { $0 == "Last Name" })
    #expect(table.rows.map { table.text($0, column) } == ["Lovelace", ""])
    #expect(CSVTable(document, isHeader: { $0.contains("Company") }) == nil)
  }
}
