import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

/// The YAML test suite, run as data: every error is refused, and every document equals its JSON or is refused with a reason
/// that is listed. Nothing is ever read as other data.
struct YAMLSuite {
  /// A value with its members sorted: their order is nothing to YAML.
  private indirect enum Value: Hashable {
    case scalar(Kind, [UInt8])
    case array([Value])
    case object([[UInt8]: Value])

    init(_ node: Node) {
      switch node.kind {
      case .array: self = .array(node.elements.map(Value.init))
      case .object:
        self = .object(Dictionary(node.members.map { (Array($0.key.utf8), Value($0.value)) }, uniquingKeysWith: { $1 }))
      case .bool: self = .scalar(.bool, node.bool == true ? [1] : [0])
      case .null: self = .scalar(.null, [])
      default: self = .scalar(node.kind, Array((node.string ?? node.numberText ?? "").utf8))
      }
    }
  }

  @Test(.enabled(if: Repository.corpus != nil, "the suites are not here"))
  func documentsEqualTheirJSON() throws {
    let base = try #require(Repository.corpus) + "/yaml-test-suite"
    var counts = (refused: 0, errors: 0, equal: 0, documents: 0)
    var unexpected: [String] = []
    var exceptions: [String: Set<String>] = [:]
    for file in Repository.files(below: base) where file.hasSuffix("/in.yaml") {
      let folder = file.dropLast("/in.yaml".count)
      let name = String(folder.dropFirst(base.count + 1))
      var document: Document?
      var reason = ""
      do throws(SyntaxError) {
        document = try YAMLParser.parse(SourceText(name: name, bytes: try Self.bytes(file)))
      } catch {
        reason = error.message.form
      }
      if Repository.read(folder + "/error") != nil {
        counts.errors += 1
        if document == nil { counts.refused += 1 } else { unexpected.append("\(name) is an error") }
      } else if let json = Repository.read(folder + "/in.json") {
        counts.documents += 1
        guard let document else {
          exceptions[reason, default: []].insert(name)
          continue
        }
        // A file of comments alone has no value; ours is null.
        let expected = try? JSONParser.parse(SourceText(name: name, bytes: json))
        let isEqual = expected.map { Value($0.root) == Value(document.root) } ?? (document.kind(0) == .null)
        if isEqual { counts.equal += 1 } else { unexpected.append("\(name) is read otherwise") }
      }
    }
    print(
      "YAML suite: \(counts.refused) of \(counts.errors) errors refused, \(counts.equal) of \(counts.documents) documents equal"
    )
    #expect(unexpected.sorted() == [])
    for (reason, names) in exceptions { print("  \(reason): \(names.sorted().joined(separator: " "))") }
    #expect(exceptions == Self.exceptions)
  }

  private static func bytes(_ file: String) throws(SyntaxError) -> [UInt8] { Repository.read(file) ?? [] }

  /// Documents that are refused, by what a user is told.
  static let exceptions: [String: Set<String>] = [
    // Words with `?`, `:` or line ends inside braces, which 1.1 does not have.
    "\",\" or \"}\" is wanted here": [
      "4MUZ/00", "4MUZ/01", "4MUZ/02", "5MUD", "9SA2", "K3WX", "NJ66", "UT92", "VJP3/01",
    ],
    // An alias as a key is a key that nobody can read in place.
    "a key must be a plain word, not an alias": [
      "26DV", "E76Z",
    ],
    // Keys are words; JSON has no others.
    "a key must not be null": [
      "2SXE"
    ],
    // One file holds one document; a stream of them is none.
    "a second document starts here": [
      "35KP", "6XDY", "6ZKB", "9DXL", "9KAX", "JHB9", "KSS4", "L383", "PUW8", "RZT7", "U9NS",
    ],
    // libyaml wants `---` after `...` and directives.
    "a second value starts here": [
      "7Z25", "DK3J", "FP8R", "M7A3",
    ],
    // libyaml takes tabs after indicators for indentation, which 1.2 allows.
    "a tab cannot indent": [
      "6BCT", "6CA3", "96NN/00", "96NN/01", "A2M4", "DK95/00", "DK95/03", "DK95/04", "Q5MG", "R4YG",
      "Y79Y/001", "Y79Y/010",
    ],
    // Words that start with a colon, which 1.1 does not have.
    "a value is wanted here": [
      "58MP", "5T43", "DBG4", "HM87/00", "HWV9", "QT73",
    ],
    // libyaml reads these words as keys: 1.1's grammar.
    "a word that starts with ? is read in two ways": [
      "652Z", "HM87/01",
    ],
    // libyaml ends the name at the colon: 1.1's grammar.
    "an anchor's name with a colon is read in two ways": [
      "Y2GN"
    ],
    // Types that JSON has not (sets, binary, local ones): what they mean is not known, and guessing would be reading other data.
    "the tag \"{}\" is not of the core schema": [
      "2XXW", "565N", "5TYM", "6CK3", "6WLZ", "7FWL", "9WXW", "C4HZ", "CC74", "CUP7", "J7PZ", "M5C3", "P76L",
      "UGM3", "Z67P", "Z9M4",
    ],
    // Names of anchors and directives that 1.1 does not have.
    "this is not YAML: {}": [
      "2LFX", "6LVF", "8XYN", "BEC7", "MUS6/05", "MUS6/06", "W4TN", "W5VH",
    ],
  ]
}
