import ParcoursSource
import Testing

struct LineTableTests {
  private func position(_ text: String, _ offset: Int) -> LineColumn {
    LineTable(SourceText(name: "t", text: text)).position(of: offset)
  }

  @Test func linesEndAtEveryKindOfLineEnd() {
    #expect(position("a\nb", 2) == LineColumn(line: 2, column: 1))
    #expect(position("a\r\nb", 3) == LineColumn(line: 2, column: 1))
    #expect(position("a\rb", 2) == LineColumn(line: 2, column: 1))
    #expect(position("'a\u{2028}b' x", 7) == LineColumn(line: 1, column: 6))
  }

  @Test func columnsCountWhatPeopleSee() {
    let family = "👩‍👩‍👧‍👦"
    #expect(position("\(family)e\u{301}x", family.utf8.count + 3) == LineColumn(line: 1, column: 3))
  }

  @Test func aByteOrderMarkTakesNoColumn() {
    #expect(position("\u{FEFF}ab", 4) == LineColumn(line: 1, column: 2))
  }

  @Test func offsetsPastTheEndAreTheEnd() {
    #expect(position("ab", 99) == LineColumn(line: 1, column: 3))
    #expect(position("", 0) == LineColumn(line: 1, column: 1))
  }
}

struct JSONPointerTests {
  @Test(arguments: ["", "/", "/a/b", "/a~1b/m~0n", "//x"]) func textFormReadsBack(_ text: String) throws {
    #expect(try #require(JSONPointer(parsing: text)).description == text)
  }

  @Test(arguments: ["a", "/~", "/~2"]) func badOnesAreRefused(_ text: String) {
    #expect(JSONPointer(parsing: text) == nil)
  }

  @Test func itIsSpokenAsPeopleSay() {
    #expect(JSONPointer(["path", "0", "title"]).spoken == "path[0].title")
  }
}

struct SourceMapTests {
  @Test func whatHasNoRangeFallsBackToItsParent() {
    var map = SourceMap()
    map.record(5..<9, for: JSONPointer(["path", "0"]))
    #expect(map.range(of: JSONPointer(["path", "0", "title"])) == 5..<9)
    #expect(map.range(of: JSONPointer(["name"])) == nil)
  }
}

struct SpellingTests {
  @Test(arguments: [("emial", "email"), ("strtDate", "startDate"), ("Highlights", "highlights")])
  func slipsAreFound(_ slip: String, _ word: String) {
    #expect(Spelling.nearest(to: slip, among: ["email", "startDate", "highlights"]) == word)
  }

  @Test func whatIsFarFromAllIsNot() {
    #expect(Spelling.nearest(to: "zzz", among: ["email", "url"]) == nil)
    #expect(Spelling.nearest(to: "", among: ["url"]) == nil)
  }
}

struct ScalarTextTests {
  /// An accent makes a sign another character to Swift, and the same sign to everything that reads it.
  @Test func signsAreFoundInAnyCompany() {
    #expect(JSONPointer(["a/\u{301}b~\u{301}c"]).description == "/a~1\u{301}b~0\u{301}c")
    #expect(JSONPointer(parsing: "/a/\u{301}b")?.tokens == ["a", "\u{301}b"])
    #expect("it'\u{65D}s".replacing("'", by: "''").unicodeScalars.filter { $0 == "'" }.count == 2)
  }
}
