public import ParcoursModel

/// What one audience, target, language and day see of an identity. Writers get nothing else: none of them can tell what was
/// withheld, forget a language, or find its own "text for this reader".
public struct IdentityView: Sendable {
  /// The identity as they may see it, in all its languages, names as written: for formats that hold it whole, or that keep
  /// data of their own in it.
  public private(set) var record: Identity {
    didSet { settle() }
  }
  /// The language of the output, BCP 47.
  public let language: String
  /// Whom it is for.
  public let audience: Visibility
  /// The day from which past, present and future are told apart.
  public let asOf: PartialDate
  /// Skills that come first, whatever their levels.
  public var leadingSkills: [String] = []
  /// What they may not see, indices left out.
  public let withheldFields: [String]
  private let spokenSkill: @Sendable (String) -> String
  /// The record without what says nothing: what people are told.
  private var told = Identity()

  /// Makes the view of an identity. Who may see what is decided here, once.
  ///
  /// - Parameters:
  ///   - format: the format whose own data is given back.
  ///   - others: people whose confidential organizations are hidden, too.
  ///   - spoken: what a skill is called in the output's language.
  public init(
    _ identity: Identity, audience: Visibility, format: String? = nil, besideSecretsOf others: [Identity] = [],
    language: String? = nil, asOf: PartialDate, spoken: @escaping @Sendable (String) -> String = { $0 }
  ) {
    let seen = identity.visible(to: audience, format: format, besideSecretsOf: others, asOf: asOf)
    record = seen.identity
    withheldFields = seen.withheldFields
    self.language = language ?? identity.documentLanguage
    self.audience = audience
    self.asOf = asOf
    spokenSkill = spoken
    settle()
  }

  /// Calls skills as these readers call them, once for all who ask.
  private mutating func settle() {
    var mapper: any RecordMapper = EmptyRemover()
    told = record.mapped(&mapper)
    path = told.path.map { step in
      var step = step
      step.skills = step.skills.map(spokenSkill)
      for mission in step.engagements.indices {
        step.engagements[mission].skills = step.engagements[mission].skills.map(spokenSkill)
      }
      return step
    }
    skills = told.skills.map { skill in
      var skill = skill
      skill.name = skill.name.map(spokenSkill)
      return skill
    }
  }

  /// The view with another identity in it, made of the one that is seen: tailored, say.
  public func with(_ record: Identity) -> IdentityView {
    var view = self
    view.record = record
    return view
  }

  /// The view with its prose changed.
  public func mapProse(_ change: (String) -> String) -> IdentityView { with(record.mapProse(change)) }

  /// The view without control characters in its texts, but for the ends of lines and tabs.
  public var withoutControls: IdentityView {
    var mapper: any RecordMapper = ControlRemover()
    return with(record.mapped(&mapper))
  }

  /// The whole of what people are told, skills called as these readers call them, the newest of what has a date first: for
  /// formats that are written by a table.
  public var whole: Identity {
    var whole = told
    whole.path = path
    whole.skills = skills
    whole.publications = publications
    whole.awards = awards
    whole.certificates = certificates
    whole.interests = interests
    return whole
  }

  // MARK: Texts

  /// The language of plain texts.
  public var documentLanguage: String { record.documentLanguage }

  /// A text for these readers, and the language it is in; nil where it says nothing.
  public func version(_ text: LocalizedText?) -> LocalizedText.Version? {
    guard let version = text?.version(for: language, documentLanguage: documentLanguage), !version.text.isEmpty else {
      return nil
    }
    return version
  }

  /// A text for these readers; nil where it says nothing.
  public func text(_ text: LocalizedText?) -> String? { version(text)?.text }

  /// What an organization is called: by its name, else by its alias.
  public func name(of organization: Organization?) -> String? {
    organization.flatMap { $0.name.said ?? text($0.alias) }
  }

  /// What a skill is called in the language of the output.
  public func spoken(_ skill: String) -> String { spokenSkill(skill) }

  // MARK: The person

  /// The person's name.
  public var name: String? { told.name.said }
  /// The person's pronouns.
  public var pronouns: String? { told.pronouns.said }
  /// The person in a line.
  public var headline: LocalizedText? { told.headline }
  /// The person in a few lines.
  public var summary: LocalizedText? { told.summary }
  /// A picture.
  public var image: String? { told.image.said }
  /// How to reach the person.
  public var contact: Contact? { told.contact }
  /// When they are free.
  public var availability: Availability? { told.availability }
  /// What they charge.
  public var rate: Rate? { told.rate }

  // MARK: Items

  /// The path, its skills called as these readers call them.
  public private(set) var path: [Step] = []

  /// The steps that lie in some part of time.
  public func steps(_ tense: Tense) -> [Step] { path.filter { $0.tense(asOf: asOf) == tense } }

  /// Skills, called as these readers call them.
  public private(set) var skills: [Skill] = []

  /// What the path shows of each skill, folded names as keys, as they are called here.
  public var skillEvidence: [String: SkillEvidence] {
    var identity = record
    identity.path = path
    identity.skills = skills
    return identity.skillEvidence(asOf: asOf)
  }

  /// What they speak.
  public var languages: [LanguageSkill] { told.languages }
  /// What they offer.
  public var services: [Service] { told.services }
  /// What they made.
  public var projects: [Project] { told.projects }
  /// What they published, the newest first.
  public var publications: [Publication] { Self.newestFirst(told.publications, \.releaseDate) }
  /// What they were awarded, the newest first.
  public var awards: [Award] { Self.newestFirst(told.awards, \.date) }
  /// What they are certified in, the newest first.
  public var certificates: [Certificate] { Self.newestFirst(told.certificates, \.date) }
  /// What they care about.
  public var interests: [Interest] { told.interests.filter { version($0.name) != nil || !$0.keywords.isEmpty } }
  /// What others say of them.
  public var recommendations: [Recommendation] { told.recommendations }

  /// Items by date; those without one, and those of one day, in their own order, the former last.
  private static func newestFirst<Entry>(_ items: [Entry], _ date: (Entry) -> PartialDate?) -> [Entry] {
    items.enumerated().sorted { left, right in
      let (one, other) = (date(left.element)?.lastDay ?? .min, date(right.element)?.lastDay ?? .min)
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }
}

extension String? {
  /// The text; nil where it is empty: what says nothing is absent.
  public var said: String? { self.flatMap { $0.isEmpty ? nil : $0 } }
}

private struct ControlRemover: RecordMapper {
  private func clean(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: kept.append(scalar)
      case 0x85: kept.append("\n")
      case 0..<0x20, 0x7F..<0xA0: continue
      default: kept.append(scalar)
      }
    }
    return String(kept)
  }

  mutating func map(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) -> Leaf? {
    switch leaf {
    case .text(var text):
      for index in text.versions.indices { text.versions[index].text = clean(text.versions[index].text) }
      return .text(text)
    case .string(let text): return .string(clean(text))
    default: return leaf
    }
  }
}

/// What is empty is as good as absent, and so is what has nothing else in it.
private struct EmptyRemover: RecordMapper {
  mutating func leave<Value: Record>(_ record: Value, _ field: FieldInfo, at place: [String]) -> Value? {
    // An item of a list, or what stands in one; not the person or what they have one of.
    place.count > 1 && record.itemAttributes != nil && record == Value() ? nil : record
  }

  mutating func map(_ leaf: Leaf, _ field: FieldInfo, at place: [String]) -> Leaf? {
    switch leaf {
    case .text(var text):
      text.versions.removeAll { $0.text.allSatisfy(\.isWhitespace) }
      return text.versions.isEmpty ? nil : .text(text)
    case .string(let text): return text.allSatisfy(\.isWhitespace) ? nil : leaf
    default: return leaf
    }
  }
}
