internal import ParcoursSource
public import ParcoursSyntax

/// What can be asked of an input by those who say what it is: its name, its head and, parsed once for all of them, what is in
/// it.
public struct Probe: Sendable {
  /// The input.
  public let input: Input
  /// Its name in small letters, without folders.
  public let name: String

  /// Looks at an input.
  public init(_ input: Input) {
    self.input = input
    name = input.name.lowercased().split(separator: "/").last.map(String.init) ?? ""
  }

  /// What it is made of.
  public var syntax: Syntax { input.syntax }

  /// Whether its name says what it is made of.
  public var namesSyntax: Bool { Syntax.named(name) != nil }

  /// Its first bytes, at most 2,000.
  public var head: ArraySlice<UInt8> { input.source.bytes.prefix(2_000) }

  /// The tape, where it is JSON or YAML that can be parsed and an object.
  public var object: Document? {
    guard syntax == .json || syntax == .yaml, let document = try? input.document.get(), document.kind(0) == .object
    else { return nil }
    return document
  }

  /// The name of the outermost element of XML; nil where it is none, or cannot be parsed.
  public var rootElement: String? {
    guard syntax == .xml, let document = try? input.markup.get() else { return nil }
    return document.root["name"]?.string
  }

  /// The names of the files in a folder or an archive; none for anything else.
  public var members: [String] {
    guard syntax == .folder || syntax == .zip else { return [] }
    return ((try? input.members.get()) ?? []).filter { !$0.isBelow }.map(\.name)
  }

  /// Whether the object has a key whose value is a scalar: the mark of a document of the model's.
  public func hasMark(_ key: StaticString) -> Bool {
    guard let object, let value = object.value(of: key, in: 0) else { return false }
    return object.kind(value) != .object && object.kind(value) != .array
  }

  /// Whether the object has any of some keys.
  public func has(_ keys: [String]) -> Bool {
    guard let object else { return false }
    return keys.contains { object.value(of: $0, in: 0) != nil }
  }

  /// The value at a path of keys; nil where there is none.
  public func node(_ keys: String...) -> ParcoursSyntax.Node? {
    guard let object else { return nil }
    var node: ParcoursSyntax.Node? = object.root
    for key in keys { node = node?[key] }
    return node
  }

  /// Whether the name ends as one of some patterns does.
  public func isNamed(_ patterns: [FilePattern]) -> Bool { patterns.contains { $0.matches(name) } }
}

/// How sure it is that an input is of some kind; the surest of all answers counts.
public struct Confidence: Sendable, Hashable, Comparable, ExpressibleByIntegerLiteral {
  /// From 0, which is not at all, to 100.
  public let percent: Int

  /// Makes an answer.
  public init(integerLiteral value: Int) { percent = value }

  /// It is not.
  public static let none: Confidence = 0
  /// It is made of the same, and nothing else is known that is.
  public static let syntax: Confidence = 10
  /// Some of what is in it may be.
  public static let possible: Confidence = 20
  /// Its fields are.
  public static let shape: Confidence = 60
  /// It has what no other has.
  public static let mark: Confidence = 90
  /// It says so itself.
  public static let certain: Confidence = 100

  /// The less sure first.
  public static func < (left: Confidence, right: Confidence) -> Bool { left.percent < right.percent }

  /// Surer by some percent.
  public func more(_ percent: Int) -> Confidence { Confidence(integerLiteral: min(100, self.percent + percent)) }

  /// A little less sure, where two of one kind are told apart.
  public func less(_ percent: Int) -> Confidence { Confidence(integerLiteral: max(1, self.percent - percent)) }
}

/// The end of a file's name: `*.linkedin.txt`.
public struct FilePattern: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The pattern.
  public let description: String
  private let ending: String

  /// Takes a pattern: a star, and what a name ends with.
  public init(stringLiteral value: String) {
    description = value
    ending = String(value.drop { $0 == "*" })
  }

  /// Whether a name in small letters matches.
  public func matches(_ name: String) -> Bool { name.hasSuffix(ending) && name.utf8.count > ending.utf8.count }

  /// How much of a name it says: of several that match, the longest counts.
  public var length: Int { ending.utf8.count }
}
