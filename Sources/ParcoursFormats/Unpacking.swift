internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

/// An object of another format that is taken apart key by key. What nobody takes is left, and kept.
struct Unpacking {
  private var members: [JSONValue.Member]

  /// Begins with an object; anything else has nothing to take.
  init(_ value: JSONValue?) {
    members = value?.members ?? []
  }

  /// What nobody took; nil where nothing is left.
  var rest: JSONValue? { members.isEmpty ? nil : .object(members) }

  /// Takes the first of some keys that has a value, if the value can be made of what stands there.
  private mutating func take<Value>(_ keys: [String], _ make: (JSONValue) -> Value?) -> Value? {
    for key in keys {
      guard let place = members.firstIndex(where: { $0.key == key }) else { continue }
      // What says nothing is as good as absent.
      if members[place].value == .null || members[place].value.string?.isEmpty ?? false {
        members.remove(at: place)
        continue
      }
      if let value = make(members[place].value) {
        members.remove(at: place)
        return value
      }
    }
    return nil
  }

  /// Takes a string, or a number as it is written.
  mutating func string(_ keys: String...) -> String? { take(keys, Self.string) }

  /// Takes the first of a list of strings; the others are left.
  mutating func firstString(_ key: String) -> String? {
    let all = strings(key)
    if all.count > 1 { put(key, .array(all.dropFirst().map { .string($0) })) }
    return all.first
  }

  /// Takes a country, where it is a code (ISO 3166-1 alpha-2).
  mutating func country(_ key: String) -> String? {
    take([key]) { value in
      value.string.flatMap { $0.utf8.count == 2 && $0.allSatisfy { $0.isASCII && $0.isLetter } ? $0.uppercased() : nil }
    }
  }

  /// Takes a text.
  mutating func text(_ keys: String...) -> LocalizedText? { take(keys, Self.string).map { LocalizedText($0) } }

  /// Takes a list of strings, or one string.
  mutating func strings(_ keys: String...) -> [String] {
    take(keys) { value in
      if let text = Self.string(value) { return [text] }
      guard case .array(let elements) = value else { return nil }
      let all = elements.compactMap(Self.string)
      return all.count == elements.count ? all.filter { !$0.isEmpty } : nil
    } ?? []
  }

  /// Takes a list of texts, or one text.
  mutating func texts(_ keys: String...) -> [LocalizedText] {
    take(keys) { value in
      if let text = Self.string(value) { return [LocalizedText(text)] }
      guard case .array(let elements) = value else { return nil }
      var all: [String] = []
      for element in elements {
        guard let lines = Self.lines(element, depth: 0) else { return nil }
        all += lines
      }
      return all.filter { !$0.isEmpty }.map { LocalizedText($0) }
    } ?? []
  }

  /// The lines of an element of a list of texts: itself, or what stands below it, each on a line of its own.
  private static func lines(_ value: JSONValue, depth: Int) -> [String]? {
    if let text = string(value) { return [text] }
    guard depth < 8 else { return nil }
    switch value {
    case .array(let elements):
      let inner = elements.map { lines($0, depth: depth + 1) }
      return inner.contains { $0 == nil } ? nil : inner.flatMap { $0 ?? [] }
    case .object(let members):
      // `Led a ward:` with lines below it.
      guard members.count == 1, case .array = members[0].value, let inner = lines(members[0].value, depth: depth + 1)
      else { return nil }
      return [members[0].key] + inner
    default: return nil
    }
  }

  /// Takes a date in any form that can mean one day, month or year only.
  mutating func date(_ keys: String...) -> PartialDate? { take(keys) { Self.string($0).flatMap(Self.date) } }

  /// Takes an end: nil where it is "present", or absent.
  mutating func end(_ keys: String...) -> PartialDate? {
    let end: PartialDate?? = take(keys) { value -> PartialDate?? in
      guard let text = Self.string(value) else { return nil }
      if DateWords.ongoing.contains(text.lowercased()) { return .some(nil) }
      return Self.date(text).map { .some($0) }
    }
    return end ?? nil
  }

  /// Takes a truth.
  mutating func flag(_ keys: String...) -> Bool? {
    take(keys) { if case .bool(let flag) = $0 { flag } else { nil } }
  }

  /// Takes an object, to be taken apart in its turn; give what is left of it back by `put`.
  mutating func object(_ key: String) -> Unpacking? {
    take([key]) { if case .object = $0 { Unpacking($0) } else { nil } }
  }

  /// Takes a list of objects.
  mutating func objects(_ keys: String...) -> [Unpacking] {
    take(keys) { value in
      guard case .array(let elements) = value else { return nil }
      let all = elements.compactMap { if case .object = $0 { Unpacking($0) } else { nil } }
      return all.count == elements.count ? all : nil
    } ?? []
  }

  /// Takes a list of objects, or one object: how XML's elements of one name stand.
  mutating func every(_ key: String) -> [Unpacking] {
    if let one = object(key) { return [one] }
    return objects(key)
  }

  /// Puts back what is left of an object.
  mutating func put(_ key: String, _ rest: JSONValue?) {
    if let rest { members.append(.init(key, rest)) }
  }

  /// The keys that are left.
  var keys: [String] { members.map(\.key) }

  private static func string(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .number(let text): text
    default: nil
    }
  }

  private static func date(_ text: String) -> PartialDate? {
    if let date = PartialDate(text) { return date }
    // A day with a time, as programs write it (RFC 3339).
    if text.utf8.count > 10, text.dropFirst(10).first == "T", let day = PartialDate(text.prefix(10)) { return day }
    return DateWords.date(text.collapsed)
  }
}

extension Item {
  /// Keeps what of another format the model does not know, under that format.
  mutating func keep(_ rest: JSONValue?, _ format: String) {
    guard let rest else { return }
    var extensions = attributes.extensions ?? Extensions()
    extensions[format] = rest
    attributes.extensions = extensions
  }
}

extension Identity {
  /// The identity with what should not be published unasked, telephone and address, for the network: others' formats know no
  /// audiences.
  var guarded: Identity {
    var identity = self
    if identity.contact?.phone != nil {
      identity.contact?.attributes.fieldVisibility = FieldVisibility([.init("phone", .network)])
    }
    let hidden = [("address", contact?.location?.address), ("postalCode", contact?.location?.postalCode)]
      .filter { $0.1 != nil }
    if !hidden.isEmpty {
      identity.contact?.location?.attributes.fieldVisibility = FieldVisibility(hidden.map { .init($0.0, .network) })
    }
    return identity
  }

  /// Keeps what of another format's root the model does not know.
  mutating func keepRoot(_ rest: JSONValue?, _ format: String) {
    guard let rest else { return }
    var kept = extensions ?? Extensions()
    kept[format] = rest
    extensions = kept
  }
}

/// What readers of other formats share: the document, and what is said of what the model has no place for.
enum ForeignReading {
  /// Reads a document by a function over its value.
  static func read(
    _ input: Input, _ format: String, _ make: (JSONValue) -> Identity?, missing: Diagnostic
  ) -> Reading {
    let document: Document
    do throws(SyntaxError) {
      document = try input.document.get()
    } catch {
      return Reading(identity: nil, diagnostics: [error.diagnostic])
    }
    let duplicates = Array(document.duplicateKeyDiagnostics(severity: .error).prefix(200))
    guard let identity = make(Tree.value(document, asWritten: true))?.guarded else {
      return Reading(identity: nil, diagnostics: duplicates + [missing])
    }
    return Reading(identity: identity, diagnostics: duplicates + kept(identity, format))
  }

  /// Says what is kept beside the model.
  static func kept(_ identity: Identity, _ format: String) -> [Diagnostic] {
    var counts: [String: Int] = [:]
    func walk(_ value: JSONValue) {
      for element in value.elements { walk(element) }
      for member in value.members {
        if member.key == "extensions" {
          for inner in member.value[format]?.members ?? [] { counts[inner.key, default: 0] += 1 }
        } else {
          walk(member.value)
        }
      }
    }
    walk(identity.json)
    guard !counts.isEmpty else { return [] }
    let names = counts.sorted { $0.key < $1.key }.map { $0.value > 1 ? "\($0.key) (\($0.value))" : $0.key }
    return [
      Diagnostic(
        id: "kept", severity: .note,
        "kept under extensions.\(format), since the model has no place for it: \(names.joined(separator: ", "))",
        help: "it is private, and given back to nobody unless asked for")
    ]
  }
}
