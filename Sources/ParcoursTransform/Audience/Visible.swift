public import ParcoursModel

/// What an audience may see of an identity, and how much was withheld.
public struct Visible: Sendable {
  /// What they may see.
  public let identity: Identity
  /// How many items and fields they may not.
  public let withheld: Int
}

extension Identity {
  /// What an audience may see: the one place that decides.
  ///
  /// - Items and fields that are for a narrower audience are left out with all that is in them; so are rates, ties, targets
  ///   and outputs (private) and availability and sought steps (for the network) where they do not say otherwise.
  /// - A confidential organization keeps its alias alone, for everyone but the owner; its name in any other text is replaced
  ///   by the alias, and where it hides in an address or an id, that is left out.
  /// - Data the model does not know is given back to the format it came from, `format`, and to nobody else but the owner.
  /// - References to what was left out go with it, by id and, for skills, by name.
  ///
  /// O(size of the identity × confidential names).
  ///
  /// - Parameter others: people whose confidential organizations are hidden in this identity's texts, too, unless it names
  ///   them openly as its own.
  public func visible(to audience: Visibility, format: String? = nil, besideSecretsOf others: [Identity] = [])
    -> Visible
  {
    if audience == .private { return Visible(identity: self, withheld: 0) }
    var run = VisibilityRun(audience: audience, format: format, documentLanguage: documentLanguage)
    let whole = json
    run.names = ConfidentialNames(in: whole, documentLanguage: documentLanguage)
    for other in others where other != self { run.names.add(secretsOf: other.json, exceptOwnOf: whole) }
    guard var value = run.visible(whole, []) else { return Visible(identity: Identity(), withheld: 1) }
    value = run.withoutReferences(value)
    var context = DecodingContext()
    return Visible(identity: Identity.decode(value, &context) ?? Identity(), withheld: run.withheld)
  }
}

/// One pass over the identity as a value: so no field can be forgotten.
private struct VisibilityRun {
  let audience: Visibility
  let format: String?
  let documentLanguage: String
  var names: ConfidentialNames
  var withheld = 0
  private var lostIDs: Set<String> = []
  private var lostSkills: Set<String> = []

  init(audience: Visibility, format: String?, documentLanguage: String) {
    self.audience = audience
    self.format = format
    self.documentLanguage = documentLanguage
    names = ConfidentialNames(in: .null, documentLanguage: documentLanguage)
  }

  /// Fields without which an item would say something else: who may not see them may not see the item.
  private static let telling: Set<String> = ["kind", "status", "confidential"]

  private func visibility(of value: JSONValue, at path: [String]) -> Visibility {
    if let word = value["visibility"]?.string { return Visibility(rawValue: word) ?? .private }
    switch path.first {
    case "rate" where path.count == 1, "network", "targets", "outputs", "checks": return .private
    case "availability" where path.count == 1: return .network
    case "path" where path.count == 2 && value["status"]?.string == Step.Status.sought.rawValue: return .network
    default: return .public
    }
  }

  /// Who may see a field of an item, where its marks say so.
  private func mark(_ value: JSONValue, _ field: String) -> Visibility? {
    value["fieldVisibility"]?[field]?.string.map { Visibility(rawValue: $0) ?? .private }
  }

  /// What is visible of a value; nil where nothing is.
  mutating func visible(_ value: JSONValue, _ path: [String], language: String? = nil) -> JSONValue? {
    switch value {
    case .string(let text):
      guard let cleaned = names.cleaned(text, language: language ?? documentLanguage) else {
        withheld += 1
        return nil
      }
      return .string(cleaned)
    case .array(let elements):
      var kept: [JSONValue] = []
      for (index, element) in elements.enumerated() {
        if let part = visible(element, path + [String(index)], language: language) { kept.append(part) }
      }
      return kept.isEmpty && !elements.isEmpty ? nil : .array(kept)
    case .object(let members): return object(value, members, path)
    default: return value
    }
  }

  private mutating func object(_ value: JSONValue, _ members: [JSONValue.Member], _ path: [String]) -> JSONValue? {
    let isHidden = Self.telling.contains { mark(value, $0).map { $0 > audience } ?? false }
    if visibility(of: value, at: path) > audience || isHidden {
      // What is to be made of the identity says nothing of the person.
      if !["outputs", "targets", "checks"].contains(path.first ?? "") { withheld += 1 }
      forget(value, path)
      return nil
    }
    if value["confidential"] == .bool(true) { return aliasOnly(value, path) }
    let before = withheld
    let isTexts = path.last != "extensions" && members.allSatisfy { Self.isLanguage($0.key) && $0.value.string != nil }
    var kept: [JSONValue.Member] = []
    for member in members where member.key != "extensions" {
      if member.key == "fieldVisibility" {
        // What is still there stays marked, so that it is not passed on to a wider audience.
        let marks = member.value.members.filter {
          ($0.value.string.flatMap(Visibility.init(rawValue:)) ?? .private) <= audience
        }
        if !marks.isEmpty { kept.append(.init(member.key, .object(marks))) }
        continue
      }
      if let mark = mark(value, member.key), mark > audience {
        withheld += 1
        forget(member.value, path + [member.key])
        continue
      }
      if path.first == "extensions", names.stand(in: member.key) {
        withheld += 1
        continue
      }
      if let part = visible(member.value, path + [member.key], language: isTexts ? member.key : nil) {
        kept.append(.init(member.key, part))
      } else if member.key == "id", let id = member.value.string {
        lostIDs.insert(id)
      }
    }
    // A text that has no version left is none.
    if isTexts, kept.isEmpty, !members.isEmpty { return nil }
    // A format's own data may be another form of a field that was withheld: then it is withheld too.
    let isWhole = path.isEmpty || withheld == before
    if let extensions = value["extensions"], let left = self.extensions(extensions, isWhole: isWhole, of: value, path) {
      kept.append(.init("extensions", left))
    }
    return .object(kept)
  }

  /// A confidential organization for others: its alias, and who may see that.
  private mutating func aliasOnly(_ value: JSONValue, _ path: [String]) -> JSONValue {
    withheld += 1
    forget(.object(value.members.filter { $0.key == "id" }), path)
    var alias = ConfidentialNames.standardAlias.json
    if let own = value["alias"], mark(value, "alias").map({ $0 <= audience }) ?? true {
      // An alias may not say the name of another.
      if let clean = visible(own, path + ["alias"]) { alias = clean }
    }
    var kept: [JSONValue.Member] = [.init("alias", alias), .init("confidential", .bool(true))]
    if let own = value["visibility"] { kept.append(.init("visibility", own)) }
    return .object(kept)
  }

  private static func isLanguage(_ key: String) -> Bool {
    key.split(separator: "-").first.map { (2...3).contains($0.count) } ?? false
  }

  private mutating func extensions(_ value: JSONValue, isWhole: Bool, of item: JSONValue, _ path: [String])
    -> JSONValue?
  {
    var kept: [JSONValue.Member] = []
    for member in value.members {
      guard member.key == format, isWhole else {
        withheld += 1
        continue
      }
      var data = member.value
      if path.isEmpty {
        // The root's data of the person's basics goes with any part of them that is marked.
        let person = ["contact", "name", "headline", "summary", "image"].compactMap { item[$0] }
        if person.contains(where: isMarked) {
          let own = data.members.filter { !$0.key.hasPrefix("parcours:basics") }
          withheld += data.members.count - own.count
          data = .object(own)
        }
      }
      if let part = visible(data, ["extensions"]) { kept.append(.init(member.key, part)) }
    }
    return kept.isEmpty ? nil : .object(kept)
  }

  /// Whether anything in a value is marked for some audience alone.
  private func isMarked(_ value: JSONValue) -> Bool {
    if value["visibility"] != nil || value["fieldVisibility"] != nil { return true }
    return value.elements.contains(where: isMarked) || value.members.contains { isMarked($0.value) }
  }

  // MARK: References

  /// Remembers what was left out, so that nothing refers to it.
  private mutating func forget(_ value: JSONValue, _ path: [String]) {
    if let id = value["id"]?.string { lostIDs.insert(id) }
    if path.first == "skills", path.count == 2, let name = value["name"]?.string {
      lostSkills.insert(Folding.folded(name))
    }
    for (index, element) in value.elements.enumerated() { forget(element, path + [String(index)]) }
    for member in value.members { forget(member.value, path + [member.key]) }
  }

  /// The value without references to what was left out.
  func withoutReferences(_ value: JSONValue) -> JSONValue {
    guard !lostIDs.isEmpty || !lostSkills.isEmpty else { return value }
    switch value {
    case .array(let elements): return .array(elements.map { withoutReferences($0) })
    case .object(let members):
      return .object(
        members.compactMap { member in
          switch member.key {
          case "evidence": return keeping(member) { !lostIDs.contains($0) }
          case "skills": return keeping(member) { !lostSkills.contains(Folding.folded($0)) }
          case "from" where member.value.string.map(lostIDs.contains) ?? false: return nil
          default: return .init(member.key, withoutReferences(member.value))
          }
        })
    default: return value
    }
  }

  /// A list with the strings that are kept; other elements are gone through.
  private func keeping(_ member: JSONValue.Member, _ isKept: (String) -> Bool) -> JSONValue.Member? {
    let left = member.value.elements.filter { $0.string.map(isKept) ?? true }.map { withoutReferences($0) }
    return left.isEmpty && !member.value.elements.isEmpty ? nil : .init(member.key, .array(left))
  }
}
