import ParcoursInterchange
import ParcoursModel
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

@testable import ParcoursFormats

/// The microformats' own tests: a page and the JSON it must give.
@Suite struct MicroformatsTests {
  /// Every page of the suite that is in the corpus.
  static let pages: [String] =
    Repository.corpus.map {
      Repository.files(below: $0 + "/mf2/tests").filter { $0.hasSuffix(".html") }.sorted()
    } ?? []

  @Test(.enabled(if: !pages.isEmpty, "the suites are not here"), arguments: pages)
  func givesTheSuitesJSON(_ path: String) throws {
    let bytes = try #require(Repository.read(path))
    let expected = try #require(Repository.read(String(path.dropLast(4)) + "json"))
    let document = try HTMLParser.parse(SourceText(name: "page.html", bytes: bytes))
    let found = Microformats(Page(document), location: "http://example.com/").json
    let wanted = Tree.value(try JSONParser.parse(SourceText(name: "page.json", bytes: expected)))
    #expect(found.unordered == wanted.unordered)
  }
}

extension JSONValue {
  /// Objects with their members sorted: their order means nothing.
  fileprivate var unordered: JSONValue {
    switch self {
    case .array(let elements): .array(elements.map(\.unordered))
    case .object(let members):
      .object(members.map { Member($0.key, $0.value.unordered) }.sorted { $0.key < $1.key })
    default: self
    }
  }
}
