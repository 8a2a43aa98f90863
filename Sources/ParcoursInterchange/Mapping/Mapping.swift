package import ParcoursModel
package import ParcoursTransform

/// What the fields of a format mean in the model: one table, used both ways. It reads and writes, keeps what the model has no
/// place for, knows where everything stood, and tells what the format does not carry and what its page says.
///
/// ```swift
/// static let table = Mapping(format: "toy", rows: [
///   .value("info.label", "headline", .text),
///   .steps("employment.history", ["role"], rows: [.value("position", "title", .text)]),
/// ])
/// ```
///
/// Both sides are documents: a row names a place in the format's and a place in an identity's own, as it stands in a file, and a
/// codec says how the one value is the other. What an identity's values may be, its own fields decide, once, after all rows.
package struct Mapping: Sendable {
  /// The key under which what the model has no place for is kept.
  package let format: String
  /// The rows, in the order in which the format's members are written.
  package let rows: [Row]
  /// What else there is to know, for documentation.
  package let note: String
  /// The objects in which any key may stand.
  private let open: Set<String>

  /// Makes a table.
  ///
  /// - Parameter open: objects in which any key may stand, `cv.sections`.
  package init(format: String, rows: [Row], note: String, open: Set<String> = []) {
    self.format = format
    self.open = open
    self.rows = rows
    self.note = note
  }

  /// What of an identity its writer carries.
  package var carriage: Carriage {
    let meanings = rows.flatMap(\.meanings)
    func fields(_ transfer: Carriage.Transfer) -> [String] {
      meanings.filter { $0.transfer == transfer }.flatMap(\.carried)
    }
    return Carriage(fields(.whole), changed: fields(.changed))
  }

  /// The table as people read it.
  package var documentation: FormatMapping {
    var seen: Set<String> = []
    let rows = rows.flatMap(\.meanings).compactMap { meaning -> (foreign: String, model: String)? in
      seen.insert("\(meaning.foreign) \(meaning.model)").inserted ? (meaning.foreign, meaning.model) : nil
    }
    return FormatMapping(rows: rows, note: note)
  }

  /// The members that it knows, by the places of the objects that they stand in, indices left out.
  var members: [[String]: Set<String>] {
    var known: [[String]: Set<String>] = [:]
    for meaning in rows.flatMap(\.meanings) {
      let keys = meaning.foreign.split(separator: ".").map { $0.hasSuffix("[]") ? String($0.dropLast(2)) : String($0) }
      for index in keys.indices { known[Array(keys[..<index]), default: []].insert(keys[index]) }
    }
    for object in open { known[object.split(separator: ".").map(String.init)] = nil }
    return known
  }

  /// Writes what is seen of an identity. O(values).
  package func write(_ view: IdentityView) -> JSONValue {
    let whole = view.whole
    var giving = Giving(view: view, format: format)
    giving.give(MappedItem(whole.json, record: whole), by: rows)
    return giving.value
  }
}

/// A row of a mapping: what some of a format's members mean.
package struct Row: Sendable {
  /// What one member means.
  package struct Meaning: Sendable {
    /// The member, `[]` standing for each element of a list.
    package var foreign: String
    /// The field of the model.
    package var model: String
    /// The field as losses name it, where steps of the path are told apart; several where it is one of each of them.
    package var carried: [String]
    /// How the writer carries it; nil where it is read alone.
    package var transfer: Carriage.Transfer?
    /// Of which steps this is so; nil is all that it may be said of.
    private var kinds: [String]?

    /// Makes one.
    package init(_ foreign: String, _ model: String, _ transfer: Carriage.Transfer? = .whole) {
      self.foreign = String(foreign.prefix { $0 != "|" })
      self.model = model
      carried = [model]
      self.transfer = transfer
    }

    /// The same, under other names in losses.
    package func told(as fields: [String]) -> Meaning {
      var meaning = self
      meaning.carried = fields
      return meaning
    }

    /// The same, of some kinds of steps alone.
    package func of(_ kinds: String...) -> Meaning {
      var meaning = self
      meaning.kinds = kinds
      return meaning
    }

    /// The same as part of an element of a list.
    func within(_ list: String, _ items: String, _ kinds: [String]) -> Meaning {
      var meaning = self
      let list = String(list.prefix { $0 != "|" })
      let own = self.kinds
      meaning.foreign = foreign.isEmpty ? "\(list)[]" : "\(list)[].\(foreign)"
      meaning.model = "\(items)[].\(model)"
      meaning.carried = carried.flatMap { field in
        kinds.isEmpty
          ? ["\(items)[].\(field)"]
          : kinds.filter { own?.contains($0) ?? true }.map { "\(items)[\($0)].\(field)" }
      }
      return meaning
    }
  }

  /// What they mean.
  package let meanings: [Meaning]
  /// Takes them out of an object, into an item of the model.
  package let take: @Sendable (inout Taking, inout MappedItem) -> Void
  /// Gives them back.
  let give: @Sendable (MappedItem, inout Giving) -> Void
  /// Whether it gives what has to be there, after all that was kept.
  let isStandard: Bool

  /// A row of its own two directions.
  package init(
    _ meanings: [Meaning], isStandard: Bool = false,
    take: @escaping @Sendable (inout Taking, inout MappedItem) -> Void = { _, _ in },
    give: @escaping @Sendable (MappedItem, inout Giving) -> Void = { _, _ in }
  ) {
    self.meanings = meanings
    self.isStandard = isStandard
    self.take = take
    self.give = give
  }

  /// A member that is a field.
  ///
  /// - Parameters:
  ///   - foreign: the member, and after `|` others that mean the same where it is not there; they are read alone.
  ///   - model: the field; where it is inside another, that is made.
  package static func value(_ foreign: String, _ model: String, _ codec: Codec) -> Row {
    let (paths, field) = (Taking.paths(foreign), model.split(separator: ".").map(String.init))
    return Row([Meaning(foreign, model, codec.transfer)]) { taking, item in
      guard let (value, place) = taking.take(paths, by: codec) else { return }
      if value != .null { item.value.set(field[...], value) }
      taking.record(item.place + field, at: place)
    } give: { item, giving in
      guard let value = item.value.value(at: field).flatMap({ codec.write($0, giving.view) }) else { return }
      giving.set(paths[0], value)
    }
  }

  /// What has to stand in the format, whatever the identity says; another value that was read is kept, and goes before it.
  package static func standard(_ foreign: String, _ value: JSONValue) -> Row {
    let paths = Taking.paths(foreign)
    return Row([], isStandard: true) { taking, _ in
      _ = taking.take(
        paths,
        by: Codec(nil) {
          $0 == value ? .null : nil
        } write: { _, _ in
          nil
        })
    } give: { _, giving in
      if giving[foreign] == nil { giving.put(foreign, value) }
    }
  }

  /// The same, of what depends on the identity.
  package static func standard(_ foreign: String, _ value: @escaping @Sendable (MappedItem, IdentityView) -> JSONValue?)
    -> Row
  {
    Row([], isStandard: true) { taking, _ in
    } give: { item, giving in
      if giving[foreign] == nil, let value = value(item, giving.view) { giving.put(foreign, value) }
    }
  }

  /// The elements of a list as items of the model.
  package static func list(_ foreign: String, _ items: Items) -> Row { list(foreign, told: { _ in 0 }, [items]) }

  /// The elements of a list as items of several kinds.
  ///
  /// - Parameter told: which of the kinds an element is; nil leaves it where it is.
  package static func list(_ foreign: String, told: @escaping @Sendable (Taking) -> Int?, _ kinds: [Items]) -> Row {
    Row(kinds.flatMap { $0.meanings(in: foreign) }) { taking, item in
      var left: [JSONValue] = []
      var taken = Array(repeating: [([String]) -> JSONValue](), count: kinds.count)
      for element in taking.objects(foreign) {
        if let kind = told(element) {
          taken[kind].append { element.item(kinds[kind], at: $0) }
        } else {
          left.append(element.rest)
        }
      }
      for (kind, items) in zip(kinds, taken) { item.append(items, to: kind.model) }
      if !left.isEmpty { taking.put(foreign, .array(left)) }
    } give: { item, giving in
      for kind in kinds { giving.append(giving.objects(of: item, kind), to: foreign) }
    }
  }
}
