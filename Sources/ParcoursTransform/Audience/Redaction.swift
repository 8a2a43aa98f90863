public import ParcoursModel
internal import ParcoursSource

/// What an audience may see of an identity, and what was withheld.
public struct Visible: Sendable {
  /// What they may see.
  public let identity: Identity
  /// The fields and items that they may not, indices left out, in the order of the document: `contact.phone`, `path[]`.
  public let withheldFields: [String]

  /// How many items and fields they may not.
  public var withheld: Int { withheldFields.count }
}

extension Identity {
  /// What an audience may see: the one place that decides.
  ///
  /// - Items and fields that are for a narrower audience are left out with all that is in them; so are rates, ties, targets
  ///   and outputs (private) and availability and sought steps (for the network) where they do not say otherwise.
  /// - A confidential organization keeps its alias alone, for everyone but the owner; its name in any other text is replaced
  ///   by the alias, and where it hides in an address or an id, that is left out.
  /// - Data the model does not know is given back to the format it came from, `format`, and to nobody else but the owner.
  /// - References to what was left out go with it, by id and, for skills, by name; so does the story of a turn from it.
  /// - Of a step that is over, an end that they may not see stays marked as there: what is past is not told as present.
  ///
  /// O(size of the identity × confidential names).
  ///
  /// - Parameters:
  ///   - others: people whose confidential organizations are hidden in this identity's texts, too, unless it names them openly
  ///     as its own.
  ///   - asOf: the day on which steps are over or not; nil where every end is one.
  public func visible(
    to audience: Visibility, format: String? = nil, besideSecretsOf others: [Identity] = [], asOf: PartialDate? = nil
  ) -> Visible {
    if audience == .private { return Visible(identity: self, withheldFields: []) }
    var redactor = Redactor(audience: audience, format: format, documentLanguage: documentLanguage, asOf: asOf)
    redactor.names = ConfidentialNames(in: self)
    for other in others where other != self { redactor.names.add(secretsOf: other, exceptOwnOf: self) }
    redactor.isPersonMarked = isPersonMarked
    var mapper: any RecordMapper = redactor
    let seen = mapped(&mapper)
    guard let done = mapper as? Redactor else { return Visible(identity: Identity(), withheldFields: ["identity"]) }
    return Visible(
      identity: seen.withoutReferences(to: done.lostIDs, skills: done.lostSkills), withheldFields: done.withheld)
  }

  /// Whether anything of the person itself is marked for some audience alone.
  private var isPersonMarked: Bool {
    guard let contact else { return false }
    func isMarked(_ item: some Item) -> Bool {
      item.attributes.visibility != nil || item.attributes.fieldVisibility != nil
    }
    return isMarked(contact) || contact.location.map(isMarked) ?? false || contact.profiles.contains(where: isMarked)
  }
}

/// One pass over the identity, by its field tables: so no field can be forgotten.
private struct Redactor: RecordMapper {
  let audience: Visibility
  let format: String?
  let documentLanguage: String
  let asOf: PartialDate?
  var names: ConfidentialNames
  var isPersonMarked = false
  private(set) var withheld: [String] = []
  private(set) var lostIDs: Set<String> = []
  private(set) var lostSkills: Set<String> = []
  /// How much was withheld when each of the records was entered that are open.
  private var open: [Int] = []

  init(audience: Visibility, format: String?, documentLanguage: String, asOf: PartialDate?) {
    self.audience = audience
    self.format = format
    self.documentLanguage = documentLanguage
    self.asOf = asOf
    names = ConfidentialNames(documentLanguage: documentLanguage)
  }

  /// Fields without which an item would say something else: who may not see them may not see the item.
  private static let telling: Set<String> = ["kind", "status", "confidential"]

  private static func standard(_ record: any Record) -> Visibility {
    switch record {
    case is Rate, is Tie, is Target, is Output, is Checks: .private
    case is Availability: .network
    case let step as Step where step.status == .sought: .network
    default: .public
    }
  }

  private mutating func withhold(_ place: [String]) {
    withheld.append(
      place.reduce(into: "") { text, token in text += Int(token) != nil ? "[]" : text.isEmpty ? token : ".\(token)" })
  }

  // MARK: Records

  mutating func enter<Value: Record>(_ record: Value, _ field: FieldInfo, at place: [String]) -> Value? {
    let attributes = record.itemAttributes
    let marks = attributes?.fieldVisibility
    let isHidden = Self.telling.contains { marks?[$0].map { $0 > audience } ?? false }
    if attributes?.visibility ?? Self.standard(record) > audience || isHidden {
      // What is to be made of the identity says nothing of the person.
      if field.role != .instruction { withhold(place) }
      forget(record)
      return nil
    }
    if let organization = record as? Organization, organization.isConfidential {
      withhold(place)
      if let id = organization.attributes.id { lostIDs.insert(id) }
      open.append(withheld.count)
      return aliasOnly(organization) as? Value
    }
    open.append(withheld.count)
    guard let marks else { return record }
    var record = record
    var kept: [FieldVisibility.Entry] = []
    for mark in marks.entries {
      guard mark.visibility > audience else {
        // What is still there stays marked, so that it is not passed on to a wider audience.
        kept.append(mark)
        continue
      }
      if isEndOfPast(mark.field, record) { kept.append(mark) }
      var visitor: any RecordVisitor = Forgetter()
      record.visit(mark.field, &visitor)
      remember(visitor)
      if record.clear(mark.field) { withhold(place + [mark.field]) }
    }
    record.itemAttributes?.fieldVisibility = kept.isEmpty ? nil : FieldVisibility(kept)
    return record
  }

  mutating func leave<Value: Record>(_ record: Value, _ field: FieldInfo, at place: [String]) -> Value? {
    open.removeLast()
    return record
  }

  /// Whether a field is the end of a step that is over.
  private func isEndOfPast(_ field: String, _ record: any Record) -> Bool {
    guard field == "endDate", let step = record as? Step, let end = step.endDate, step.startDate != nil else {
      return false
    }
    return asOf.map { end.lastDay < $0.firstDay } ?? true
  }

  /// A confidential organization for others: its alias, and who may see that.
  private func aliasOnly(_ organization: Organization) -> Organization {
    var seen = Organization()
    seen.isConfidential = true
    seen.attributes.visibility = organization.attributes.visibility
    let isAliasSeen = organization.attributes.fieldVisibility?["alias"].map { $0 <= audience } ?? true
    seen.alias = isAliasSeen ? organization.alias ?? ConfidentialNames.standardAlias : ConfidentialNames.standardAlias
    return seen
  }

  // MARK: Values

  mutating func map(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) -> Leaf? {
    switch (leaf, field.role) {
    case (.text(let text), _): return self.text(text, place).map { .text($0) }
    case (.string(let text), _):
      if let cleaned = names.cleaned(text, language: documentLanguage) { return .string(cleaned) }
      withhold(place)
      if field.name == "id" { lostIDs.insert(text) }
      return nil
    case (.other(let value), .opaque):
      let isWhole = place.count == 1 || open.last == withheld.count
      return extensions(value, isWhole: isWhole, place).map { .other($0) }
    default: return leaf
    }
  }

  /// The versions of a text that may be seen; a text that has none left is none.
  private mutating func text(_ text: LocalizedText, _ place: [String]) -> LocalizedText? {
    var versions: [LocalizedText.Version] = []
    for version in text.versions {
      if let cleaned = names.cleaned(version.text, language: version.language ?? documentLanguage) {
        versions.append(LocalizedText.Version(language: version.language, text: cleaned))
      } else {
        withhold(version.language.map { place + [$0] } ?? place)
      }
    }
    if versions.isEmpty, place.last == "alias" { return ConfidentialNames.standardAlias }
    return versions.isEmpty ? nil : LocalizedText(versions: versions)
  }

  // MARK: Data of other formats

  private mutating func extensions(_ value: JSONValue, isWhole: Bool, _ place: [String]) -> JSONValue? {
    var kept: [JSONValue.Member] = []
    for member in value.members {
      // A format's own data may be another form of a field that was withheld: then it is withheld too.
      guard member.key == format, isWhole else {
        if Self.isData(member) { withhold(place + [member.key]) }
        continue
      }
      var data = member.value
      if place.count == 1, isPersonMarked {
        data = .object(data.members.filter { !$0.key.hasPrefix(Extensions.bookkeepingPrefix) })
      }
      if let part = opaque(data, place) { kept.append(.init(member.key, part)) }
    }
    return kept.isEmpty ? nil : .object(kept)
  }

  /// Whether a format keeps anything there but what it needs itself.
  private static func isData(_ member: JSONValue.Member) -> Bool {
    guard member.key != Extensions.provenanceKey else { return false }
    guard case .object(let inner) = member.value else { return true }
    return inner.contains { !$0.key.hasPrefix(Extensions.bookkeepingPrefix) }
  }

  private mutating func opaque(_ value: JSONValue, _ place: [String]) -> JSONValue? {
    switch value {
    case .string(let text):
      if let cleaned = names.cleaned(text, language: documentLanguage) { return .string(cleaned) }
      withhold(place)
      return nil
    case .array(let elements):
      let kept = elements.compactMap { opaque($0, place) }
      return kept.isEmpty && !elements.isEmpty ? nil : .array(kept)
    case .object(let members):
      if let word = value["visibility"]?.string, Self.visibility(word) > audience {
        withhold(place)
        return nil
      }
      if value["confidential"] == .bool(true) {
        withhold(place)
        return .object([.init("alias", ConfidentialNames.standardAlias.json), .init("confidential", .bool(true))])
      }
      return .object(
        members.compactMap { member in
          if names.stand(in: member.key) {
            withhold(place)
            return nil
          }
          return opaque(member.value, place + [member.key]).map { .init(member.key, $0) }
        })
    default: return value
    }
  }

  /// Who may see something by a word of another format's: it is one of ours, or meant to be one and then nobody's; or that
  /// format's own.
  private static func visibility(_ word: String) -> Visibility {
    if let known = Visibility(rawValue: word) { return known }
    let meant = Visibility.allCases.map(\.rawValue) + ["hidden", "secret", "confidential", "internal", "restricted"]
    return Spelling.nearest(to: word, among: meant) == nil ? .public : .private
  }

  // MARK: What was left out

  /// Remembers the ids and skills in what was left out, so that nothing refers to it.
  private mutating func forget(_ record: some Record) {
    var visitor: any RecordVisitor = Forgetter()
    if visitor.enter(record, FieldInfo(name: "", role: .record), at: []) { record.visit(&visitor) }
    remember(visitor)
  }

  private mutating func remember(_ visitor: any RecordVisitor) {
    guard let forgetter = visitor as? Forgetter else { return }
    lostIDs.formUnion(forgetter.ids)
    lostSkills.formUnion(forgetter.skills)
  }
}

/// Collects what others may refer to.
private struct Forgetter: RecordVisitor {
  var ids: Set<String> = []
  var skills: Set<String> = []

  mutating func enter(_ record: any Record, _ field: FieldInfo, at place: [String]) -> Bool {
    if let skill = record as? Skill, let name = skill.name { skills.insert(Folding.folded(name)) }
    return true
  }

  mutating func visit(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) {
    if field.name == "id", case .string(let id) = leaf { ids.insert(id) }
  }
}
