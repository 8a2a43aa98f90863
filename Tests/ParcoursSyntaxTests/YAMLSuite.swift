import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

/// The YAML test suite, run as data. Conformance is limited by libyaml, which reads YAML 1.1's grammar, and by what a
/// profile needs: one document, scalar keys, the core schema's tags.
struct YAMLSuite {
  @Test(.enabled(if: Repository.corpus != nil, "the suites are not here"))
  func documentsEqualTheirJSON() throws {
    let base = try #require(Repository.corpus) + "/yaml-test-suite"
    var equal = 0
    var refused = 0
    var different: [String] = []
    var accepted: [String] = []
    for file in Repository.files(below: base) where file.hasSuffix("/in.yaml") {
      let folder = file.dropLast("/in.yaml".count)
      let name = String(folder.dropFirst(base.count + 1))
      let bytes = try #require(Repository.read(file))
      let document = try? YAMLParser.parse(SourceText(name: name, bytes: bytes))
      if Repository.read(folder + "/error") != nil {
        if document == nil { refused += 1 } else { accepted.append(name) }
      } else if let json = Repository.read(folder + "/in.json"), let document {
        let texts = json.split(separator: 0x0A).count
        guard let expected = try? JSONParser.parse(SourceText(name: name, bytes: json)) else { continue }
        func line(_ document: Document) -> [UInt8] { JSONPrinter.print(document, for: .line) }
        if line(document) == line(expected) { equal += 1 } else if texts > 0 { different.append(name) }
      }
    }
    print(
      "YAML suite: \(refused) of 94 errors refused, \(equal) of 282 documents equal their JSON; accepted: \(accepted), different: \(different)"
    )
    // What is read must be right: a document that libyaml takes may not turn into other data.
    #expect(different.sorted() == Self.different.sorted())
    #expect(accepted.sorted() == Self.accepted.sorted())
    #expect(equal >= 200)
  }

  /// Documents that libyaml reads by YAML 1.1's grammar: question marks and colons inside plain keys and anchors, and the
  /// end of block scalars that the file's end cuts off. A user sees another key, or a line feed less.
  static let different = ["652Z", "HM87/01", "JEF9/02", "L24T/01", "RR7F", "Y2GN"]

  /// Errors that libyaml does not see: comments without a space before them, wrong indentation of flow collections and
  /// quoted lines, and directives of other versions. A user gets no finding for them.
  static let accepted = [
    "9C9N", "9JBA", "CVW2", "DK95/01", "G5U8", "MUS6/00", "QB6E", "S98Z", "SU5Z", "X4QW", "Y79Y/003", "YJV2",
  ]
}
