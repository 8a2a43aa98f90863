package import ParcoursModel
package import ParcoursTransform

/// How a value of a format is a value of the model, both ways.
package struct Codec: Sendable {
  /// Whether what is written is read back the same.
  package let transfer: Carriage.Transfer?
  /// The model's value; `null` where it says nothing, nil where nothing can be made of it, and it is kept.
  package let read: @Sendable (JSONValue) -> JSONValue?
  /// The format's value; nil where there is nothing to write.
  package let write: @Sendable (JSONValue, IdentityView) -> JSONValue?

  /// Says what is wrong with a value of which nothing can be made; nil where that is no fault.
  package let complain: (@Sendable (JSONValue, inout DecodingContext) -> Void)?
  /// What is sure of such a value, if anything is.
  package let salvage: (@Sendable (JSONValue) -> JSONValue?)?

  /// Makes one.
  package init(
    _ transfer: Carriage.Transfer? = .whole,
    complain: (@Sendable (JSONValue, inout DecodingContext) -> Void)? = nil,
    salvage: (@Sendable (JSONValue) -> JSONValue?)? = nil,
    read: @escaping @Sendable (JSONValue) -> JSONValue?,
    write: @escaping @Sendable (JSONValue, IdentityView) -> JSONValue?
  ) {
    self.transfer = transfer
    self.complain = complain
    self.salvage = salvage
    self.read = read
    self.write = write
  }

  /// A name, an address: a string, or a number as it is written.
  package static let string = Codec {
    $0.words.map { .string($0) }
  } write: { value, _ in
    value
  }

  /// A text, in the readers' language.
  package static let text = Codec {
    $0.words.map { .string($0) }
  } write: { value, view in
    text(value, view).map { .string($0) }
  }

  /// A list of names, or one.
  package static let strings = Codec {
    value -> JSONValue? in
    if let one = value.words { return .array([.string(one)]) }
    let all = value.elements.compactMap(\.words)
    guard case .array(let elements) = value, all.count == elements.count else { return nil }
    return .array(all.filter { !$0.isEmpty }.map { .string($0) })
  } write: { value, _ in
    value.elements.isEmpty ? nil : value
  }

  /// A list of texts, or one; lists within it are lines of it.
  package static let texts = Codec {
    value -> JSONValue? in
    if let one = value.words { return .array([.string(one)]) }
    guard case .array = value, let all = lines(value, depth: 0) else { return nil }
    return .array(all.filter { !$0.isEmpty }.map { .string($0) })
  } write: { value, view in
    let all = value.elements.compactMap { text($0, view) }
    return all.isEmpty ? nil : .array(all.map { .string($0) })
  }

  /// A country, where it is a code (ISO 3166-1 alpha-2).
  package static let country = Codec {
    $0.string.flatMap { text in
      text.utf8.count == 2 && text.utf8.allSatisfy { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
        ? .string(text.uppercased()) : nil
    }
  } write: { value, _ in
    value
  }

  /// The same, read alone.
  package var readOnly: Codec { Codec(nil, complain: complain, salvage: salvage, read: read) { _, _ in nil } }

  /// The same, where what is written may not be what was there.
  package var changing: Codec { Codec(.changed, complain: complain, salvage: salvage, read: read, write: write) }

  static func text(_ value: JSONValue?, _ view: IdentityView) -> String? {
    var context = DecodingContext()
    return value.flatMap { LocalizedText.decode($0, &context) }.flatMap { view.text($0) }
  }

  /// The lines of an element of a list of texts: itself, or what stands below it, each on a line of its own.
  private static func lines(_ value: JSONValue, depth: Int) -> [String]? {
    if let text = value.words { return [text] }
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
}
