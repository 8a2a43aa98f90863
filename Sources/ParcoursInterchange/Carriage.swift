public import ParcoursModel

/// What of an identity a format carries: from this its losses are told, whether it can be read back or not.
///
/// Fields are named as in the model, indices left out: `contact.email`. The steps of the path are told apart by what they are:
/// `path[role].title`, `path[break].reason`, `path[study].area` for what is or was, `path[agreed]` and `path[sought]` for what
/// comes; `path[held]` is the first three, `path[]` all of them. A field stands for all that is in it.
public struct Carriage: Sendable {
  /// How a field is carried.
  public enum Transfer: Sendable, Hashable {
    /// As it is.
    case whole
    /// In another form, or in part.
    case changed
  }

  private let fields: [String: Transfer]?
  /// Whether texts are there in one language alone.
  private let isOneLanguage: Bool

  /// Nothing is lost.
  public static let everything = Carriage(fields: nil, isOneLanguage: false)

  private init(fields: [String: Transfer]?, isOneLanguage: Bool) {
    self.fields = fields
    self.isOneLanguage = isOneLanguage
  }

  /// Declares the fields that are carried, and those that are in another form.
  public init(_ whole: [String], changed: [String] = [], isOneLanguage: Bool = true) {
    var fields: [String: Transfer] = [:]
    for field in whole { for one in Self.expanded(field) { fields[one] = .whole } }
    for field in changed { for one in Self.expanded(field) { fields[one] = .changed } }
    self.fields = fields
    self.isOneLanguage = isOneLanguage
  }

  private static let held = ["role", "break", "study"]

  private static func expanded(_ field: String) -> [String] {
    for (mark, kinds) in [("path[held]", held), ("path[]", held + ["agreed", "sought"])] where field.hasPrefix(mark) {
      return kinds.map { "path[\($0)]" + field.dropFirst(mark.count) }
    }
    return [field]
  }

  /// What of an identity is lost, by field. O(values × depth).
  ///
  /// - Parameter language: the one that texts are in, where they are in one alone.
  public func losses(of identity: Identity, language: String) -> [Loss] {
    guard let fields else { return [] }
    var visitor: any RecordVisitor = Visitor(
      fields: fields, language: isOneLanguage ? language : nil, documentLanguage: identity.documentLanguage)
    identity.visit(&visitor)
    return (visitor as? Visitor)?.losses.map { Loss(field: $0.key.field, kind: $0.key.kind, count: $0.value) }.sorted()
      ?? []
  }

  private struct Key: Hashable {
    var field: String
    var kind: Loss.Kind
  }

  private struct Visitor: RecordVisitor {
    let fields: [String: Transfer]
    let language: String?
    let documentLanguage: String
    var losses: [Key: Int] = [:]
    /// What the step is that is looked at.
    var step = "role"

    mutating func enter(_ record: any Record, _ field: FieldInfo, at place: [String]) -> Bool {
      if let step = record as? Step, place.count == 2 {
        self.step = step.status != .held ? step.status.rawValue : step.kind.rawValue
      }
      // What is to be done with the identity is no part of any output.
      return field.role != .instruction
    }

    mutating func visit(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) {
      guard field.role != .instruction, field.role != .opaque, field.role != .visibility,
        !["parcours", "$schema"].contains(field.name),
        // What a step is tells where it stands.
        !(place.count == 3 && place[0] == "path" && ["kind", "status"].contains(field.name))
      else { return }
      // What is empty is nothing to be lost.
      if case .string("") = leaf { return }
      if case .text(let text) = leaf, text.versions.allSatisfy({ $0.text.isEmpty }) { return }
      let name = Self.name(place)
      var kind: Loss.Kind?
      switch transfer(place) {
      case nil: kind = .dropped
      case .changed?: kind = .changed
      case .whole?:
        // Of several languages one is left.
        if language != nil, case .text(let text) = leaf, text.versions.count > 1 {
          kind = .changed
        }
      }
      if let kind { losses[Key(field: name, kind: kind), default: 0] += 1 }
    }

    /// How a place is carried: as the field itself is, or one it stands in.
    private func transfer(_ place: [String]) -> Transfer? {
      var name = ""
      var found: Transfer?
      for (index, token) in place.enumerated() {
        if Int(token) != nil {
          name += index == 1 && place[0] == "path" ? "[\(step)]" : "[]"
        } else {
          name += name.isEmpty ? token : ".\(token)"
        }
        if let transfer = fields[name] { found = transfer }
      }
      return found
    }

    private static func name(_ place: [String]) -> String {
      place.reduce(into: "") { text, token in
        text += Int(token) != nil ? "[]" : text.isEmpty ? token : ".\(token)"
      }
    }
  }
}
