package import ParcoursModel
internal import ParcoursSource

/// An object of another format that is taken apart. What nobody takes is left, and kept.
package struct Taking {
  /// What nobody has taken yet.
  package private(set) var rest: JSONValue
  /// Where the object stands.
  package let place: [String]
  private let run: Run

  /// What all objects of a document share: where the model's places came from, and what is kept under which key.
  package final class Run {
    /// The places of the format, by those of the model.
    package fileprivate(set) var places: [[String]: [String]] = [[]: []]
    /// What was found wrong, at places of the format.
    package fileprivate(set) var issues: [DecodingIssue] = []
    fileprivate let format: String
    /// The members that the table knows, by the places of the objects that they stand in.
    fileprivate let known: [[String]: Set<String>]

    /// Begins.
    package init(format: String, known: [[String]: Set<String>]) {
      self.format = format
      self.known = known
    }
  }

  /// Begins with a document.
  package init(_ value: JSONValue, run: Run) { self.init(value, [], run) }

  private init(_ value: JSONValue, _ place: [String], _ run: Run) {
    rest = value
    self.place = place
    self.run = run
  }

  /// Says where a place of the model came from.
  package func record(_ place: [String], at foreign: [String]) { run.places[place] = foreign }

  /// Takes the first of some members that has a value, if the value can be made of what stands there; and where that is.
  package mutating func take<Value>(_ names: String, _ make: (JSONValue) -> Value?) -> (Value, [String])? {
    take(Self.paths(names), make)
  }

  /// The paths of keys of some members.
  static func paths(_ names: String) -> [[String]] {
    names.split(separator: "|").map { $0.split(separator: ".").map(String.init) }
  }

  private mutating func take<Value>(_ paths: [[String]], _ make: (JSONValue) -> Value?) -> (Value, [String])? {
    for path in paths {
      guard let value = rest.value(at: path) else { continue }
      if value.isNothing {
        rest.remove(path)
      } else if let made = make(value) {
        rest.remove(path)
        return (made, place + path)
      }
    }
    return nil
  }

  /// Takes what a codec makes of the first of some members that has a value; what it makes nothing of is said.
  package mutating func take(_ names: String, by codec: Codec) -> (JSONValue, [String])? {
    take(Self.paths(names), by: codec)
  }

  mutating func take(_ paths: [[String]], by codec: Codec) -> (JSONValue, [String])? {
    if let taken = take(paths, codec.read) { return taken }
    guard let complain = codec.complain else { return nil }
    for path in paths {
      guard let value = rest.value(at: path), value.words != nil else { continue }
      var context = DecodingContext(at: place + path)
      complain(value, &context)
      run.issues += context.issues
      // What is sure of it is taken, and the whole of it is kept.
      return codec.salvage?(value).map { ($0, place + path) }
    }
    return nil
  }

  /// Takes a string, or a number as it is written.
  package mutating func string(_ names: String) -> String? { take(names) { $0.words }?.0 }

  /// Takes a truth.
  package mutating func flag(_ names: String) -> Bool? {
    take(names) { if case .bool(let flag) = $0 { flag } else { nil } }?.0
  }

  /// Takes what a codec makes of a member.
  package mutating func value(_ names: String, _ codec: Codec) -> JSONValue? { take(names, by: codec)?.0 }

  /// Whether there is such a member.
  package func has(_ name: String) -> Bool { rest[name] != nil }

  /// Puts back what is left of a member.
  package mutating func put(_ path: String, _ value: JSONValue?) {
    guard let value else { return }
    let path = path.split(separator: ".").map(String.init)
    rest.set(path, value.merged(with: rest.value(at: path)))
  }

  /// Takes an object, to be taken apart in its turn.
  package mutating func object(_ names: String) -> Taking? {
    guard let (value, place) = take(names, { if case .object = $0 { $0 } else { nil } }) else { return nil }
    return Taking(value, place, run)
  }

  /// Takes the objects of a list, or one object that stands in the place of a list; what else is in it is left.
  package mutating func objects(_ names: String) -> [Taking] {
    let taken = take(names) { value -> (elements: [JSONValue], isList: Bool)? in
      if case .object = value { return ([value], false) }
      return value.elements.contains { if case .object = $0 { true } else { false } } ? (value.elements, true) : nil
    }
    guard let ((elements, isList), place) = taken else { return [] }
    var (objects, others): ([Taking], [JSONValue]) = ([], [])
    for (index, element) in elements.enumerated() {
      if case .object = element {
        objects.append(Taking(element, isList ? place + [String(index)] : place, run))
      } else if !element.isNothing {
        others.append(element)
      }
    }
    if !others.isEmpty { rest.set(Array(place.dropFirst(self.place.count)), .array(others)) }
    return objects
  }

  /// The parts of an object that is taken apart by its keys, each with its key.
  package var parts: [(key: String, value: JSONValue)] { rest.members.map { ($0.key, $0.value) } }

  /// A part of it, to be taken apart in its turn; the part itself is left.
  package func part(_ value: JSONValue, at tokens: [String]) -> Taking { Taking(value, place + tokens, run) }

  // MARK: Items

  /// The object as an item of the model that will stand at a place. What nobody takes is kept in it.
  package func item(_ kind: Items, at place: [String]) -> JSONValue {
    var (taking, item) = (self, MappedItem(.object(kind.base.map { .init($0.0, $0.1) }), place: place))
    record(place, at: taking.place)
    for row in kind.rows { row.take(&taking, &item) }
    taking.keep(in: &item)
    return item.value
  }

  /// Keeps what nobody took.
  package func keep(in item: inout MappedItem) {
    guard !rest.members.isEmpty else { return }
    spell(rest, at: place)
    item.value.set(["extensions", run.format], rest)
    record(item.place + ["extensions", run.format], at: place)
  }
}

extension Taking {
  /// Says which of the members that nobody took were hardly meant to be called so.
  fileprivate func spell(_ value: JSONValue, at place: [String]) {
    guard let known = run.known[place.filter { Int($0) == nil }] else { return }
    for member in value.members {
      if known.contains(member.key) {
        spell(member.value, at: place + [member.key])
        continue
      }
      guard run.issues.count < 200, let near = Spelling.nearest(to: member.key, among: known) else { continue }
      var context = DecodingContext(at: place + [member.key])
      context.report(
        "\"\(member.key)\" is no key of \(run.format)", id: "misspelt-key", help: "did you mean `\(near)`?")
      run.issues += context.issues
    }
  }
}

extension MappedItem {
  /// Puts items behind those that a list has; each is told where it will stand. O(items).
  package mutating func append(_ items: [([String]) -> JSONValue], to model: String) {
    guard !items.isEmpty else { return }
    let path = model.split(separator: ".").map(String.init)
    var all = value.value(at: path)?.elements ?? []
    for make in items { all.append(make(place + path + [String(all.count)])) }
    value.set(path, .array(all))
  }
}

extension JSONValue {
  /// A string, or a number as it is written.
  package var words: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }
}
