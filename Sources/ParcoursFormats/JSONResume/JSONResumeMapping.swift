internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

/// JSON Resume v1, section by section, for texts in one language.
struct JSONResumeMapping: Sendable {
  static let format = "jsonresume"

  let language: String
  let documentLanguage: String
  /// Whether marks in prose are given back: themes show texts as they stand, so that only a résumé that had them has them.
  let keepsMarks: Bool

  private func text<Root>(
    _ name: String, _ path: any WritableKeyPath<Root, LocalizedText?> & Sendable, isProse: Bool = false
  ) -> Field<Root> {
    var field = Field<Root>(name) { [self] in
      $0[keyPath: path].map { .string(string($0, isProse)) }
    } decode: { root, value, context in
      guard let text = String.decode(value, &context) else { return }
      root[keyPath: path] = LocalizedText(isProse ? Self.prose(text, &context) : text)
    }
    if isProse {
      field.givesBack = { [self] root, value in root[keyPath: path].map { isSame($0, value) } ?? false }
    }
    return field
  }

  private func texts<Root>(
    _ name: String, _ path: any WritableKeyPath<Root, [LocalizedText]> & Sendable, isProse: Bool = false
  ) -> Field<Root> {
    var field = Field<Root>(name) { [self] in
      let texts = $0[keyPath: path]
      return texts.isEmpty ? nil : .array(texts.map { .string(string($0, isProse)) })
    } decode: { root, value, context in
      guard let texts = [String].decode(value, &context), texts.count == value.elements.count else { return }
      root[keyPath: path] = texts.enumerated().map { index, text in
        LocalizedText(isProse ? context.descend(String(index)) { Self.prose(text, &$0) } : text)
      }
    }
    if isProse {
      field.givesBack = { [self] root, value in
        let (texts, elements) = (root[keyPath: path], value.elements)
        return !elements.isEmpty && texts.count == elements.count && zip(texts, elements).allSatisfy { isSame($0, $1) }
      }
    }
    return field
  }

  /// A text; one that some editor wrote in HTML is read as the marks that it means.
  private static func prose(_ text: String, _ context: inout DecodingContext) -> String {
    guard let marks = MarksOfHTML.read(text) else { return text }
    context.report(
      "the HTML in the text is read as the marks that it means", id: "markup-in-text",
      help: "write plain text; `parcours validate --fix` does")
    return marks
  }

  /// Whether a value is a text as it is written: as it stands, or without its marks.
  private func isSame(_ text: LocalizedText, _ value: JSONValue) -> Bool {
    guard let written = value.string else { return false }
    let own = text.version(for: language, documentLanguage: documentLanguage)?.text ?? ""
    return own == written || Markup.plain(own) == written
  }

  private func string(_ text: LocalizedText, _ isProse: Bool) -> String {
    let own = text.version(for: language, documentLanguage: documentLanguage)?.text ?? ""
    return isProse && !keepsMarks ? Markup.plain(own) : own
  }

  /// A date; one in words or numbers that can mean one day, month or year only is read as that.
  private func date<Root>(_ name: String, _ path: any WritableKeyPath<Root, PartialDate?> & Sendable) -> Field<Root> {
    let field = Field(name, path)
    return Field(name, encode: field.encode) { root, value, context in
      guard let text = value.string, PartialDate(text) == nil else { return field.decode(&root, value, &context) }
      if name == "endDate", DateWords.ongoing.contains(text.trimmed.lowercased()) {
        context.report(
          "\"\(text)\" is read as ongoing", id: "date", help: "leave the date out: no end date means ongoing")
        return
      }
      guard let date = DateWords.date(text) else { return field.decode(&root, value, &context) }
      // What could be two days is read as what is sure of it, and nothing mends it but its owner.
      context.report(
        "\"\(text)\" is read as \(date.description)", id: "date",
        help: DateWords.isAmbiguous(text)
          ? "write 2020, 2020-01 or 2020-01-15" : "write \(date.description); `parcours validate --fix` does")
      root[keyPath: path] = date
    }
  }

  private func strings<Root>(_ name: String, _ path: any WritableKeyPath<Root, [String]> & Sendable) -> Field<Root> {
    Field(name) {
      let values = $0[keyPath: path]
      return values.isEmpty ? nil : .array(values.map { .string($0) })
    } decode: { root, value, context in
      guard let values = [String].decode(value, &context), values.count == value.elements.count else { return }
      root[keyPath: path] = values
    }
  }

  // MARK: The person

  var basics: FieldMapping<Identity> {
    FieldMapping(
      base: Identity(),
      fields: [
        Field("name", \.name), text("label", \.headline), Field("image", \.image),
        Field("email", in: \.contact, \.email), Field("phone", in: \.contact, \.phone),
        Field("url", in: \.contact, \.url), text("summary", \.summary, isProse: true),
        Field("location", \.basicsLocation, by: location), Field("profiles", \.basicsProfiles, by: profile),
      ],
      renamed: ["website": "url", "picture": "image"], places: ["headline": "label"],
      residual: { $0.extensions?[Self.format]?[FieldMapping<Identity>.basicsKey] },
      keep: { identity, value in
        var own = identity.extensions?[Self.format] ?? .object([])
        own[FieldMapping<Identity>.basicsKey] = value
        identity.setExtension(own)
      })
  }

  private var location: FieldMapping<Location> {
    FieldMapping(
      format: Self.format,
      fields: [
        Field("address", \.address), Field("postalCode", \.postalCode), Field("city", \.city),
        Field("countryCode", \.countryCode), Field("region", \.region),
      ])
  }

  var profile: FieldMapping<Profile> {
    FieldMapping(
      renamed: ["website": "url"], format: Self.format,
      fields: [Field("network", \.network), Field("username", \.username), Field("url", \.url)])
  }

  // MARK: The path

  /// The name of a place on one line; only a place that is nothing but a city reads back as it is.
  private static func placeName(_ place: Location?) -> JSONValue? {
    guard let place else { return nil }
    let parts = [place.city, place.region, place.countryCode].compactMap(\.self)
    return parts.isEmpty ? nil : .string(parts.joined(separator: ", "))
  }

  private var stepPlaces: [String: String] {
    [
      "title": "position", "organization.name": "name", "organization.url": "url",
      "organization.description": "description",
      "location.city": "location", "institution.name": "institution", "institution.url": "url",
    ]
  }

  /// Who a step was with, as themes show it: under its alias, where that is all that may be said; a break under its name,
  /// and work for oneself under that, where there is nobody.
  private func who(
    _ name: String, _ path: any WritableKeyPath<Step, Organization?> & Sendable
  ) -> Field<Step> {
    let field = Field<Step>(name, in: path, \.name)
    let words = Wording(language)
    return Field(name) { [self] step in
      if step.kind == .break { return .string(words.careerBreak(nil)) }
      if let name = field.encode(step) { return name }
      if let alias = step[keyPath: path]?.alias { return .string(string(alias, false)) }
      guard let engagement = step.engagement, [.freelance, .selfEmployed].contains(engagement) else { return nil }
      return .string(words.engagement(engagement))
    } decode: {
      field.decode(&$0, $1, &$2)
    }
  }

  /// What a step was: of a break, what it was for.
  private var position: Field<Step> {
    let field: Field<Step> = text("position", \.title)
    let words = Wording(language)
    return Field("position") { step in
      step.kind == .break ? step.reason.map { .string(words.reason($0)) } ?? field.encode(step) : field.encode(step)
    } decode: {
      field.decode(&$0, $1, &$2)
    }
  }

  var work: FieldMapping<Step> {
    FieldMapping(
      renamed: ["company": "name", "website": "url"], places: stepPlaces, format: Self.format,
      fields: [
        who("name", \.organization),
        Field("location") {
          Self.placeName($0.location)
        } decode: { step, value, context in
          if let city = String.decode(value, &context) {
            var place = Location()
            place.city = city
            step.location = place
          }
        },
        text("description", \.organizationDescription, isProse: true), position,
        Field("url", in: \.organization, \.url), date("startDate", \.startDate), date("endDate", \.endDate),
        text("summary", \.summary, isProse: true), texts("highlights", \.highlights, isProse: true),
      ])
  }

  var volunteer: FieldMapping<Step> {
    var base = Step()
    base.engagement = .volunteer
    var places = stepPlaces
    places["organization.name"] = "organization"
    return FieldMapping(
      base: base, renamed: ["website": "url"], places: places, format: Self.format,
      fields: [
        who("organization", \.organization), text("position", \.title),
        Field("url", in: \.organization, \.url), date("startDate", \.startDate), date("endDate", \.endDate),
        text("summary", \.summary, isProse: true), texts("highlights", \.highlights, isProse: true),
      ])
  }

  var education: FieldMapping<Step> {
    var base = Step()
    base.kind = .study
    return FieldMapping(
      base: base, renamed: ["website": "url", "gpa": "score"], places: stepPlaces, format: Self.format,
      fields: [
        who("institution", \.institution), Field("url", in: \.institution, \.url),
        text("area", \.area), text("studyType", \.studyType), date("startDate", \.startDate),
        date("endDate", \.endDate), Field("score", \.score), texts("courses", \.courses),
      ])
  }

  // MARK: The rest

  var award: FieldMapping<Award> {
    FieldMapping(
      format: Self.format,
      fields: [
        text("title", \.title), date("date", \.date), Field("awarder", \.awarder),
        text("summary", \.summary, isProse: true),
      ])
  }

  var certificate: FieldMapping<Certificate> {
    FieldMapping(
      renamed: ["website": "url"], format: Self.format,
      fields: [text("name", \.name), date("date", \.date), Field("url", \.url), Field("issuer", \.issuer)])
  }

  var publication: FieldMapping<Publication> {
    FieldMapping(
      renamed: ["website": "url"], format: Self.format,
      fields: [
        text("name", \.name), Field("publisher", \.publisher), date("releaseDate", \.releaseDate),
        Field("url", \.url), text("summary", \.summary, isProse: true),
      ])
  }

  var skill: FieldMapping<Skill> {
    FieldMapping(
      format: Self.format,
      fields: [
        Field("name", \.name),
        Field("level") {
          $0.level.map { .string(JSONResumeWords.word(for: $0)) }
        } decode: { skill, value, context in
          if let word = String.decode(value, &context) { skill.level = JSONResumeWords.level(of: word) }
        },
        strings("keywords", \.keywords),
      ])
  }

  var spoken: FieldMapping<LanguageSkill> {
    FieldMapping(
      format: Self.format,
      fields: [
        Field("language") { [language] in
          $0.language.map { .string(Languages.title(of: $0, in: language)) }
        } decode: { spoken, value, context in
          if let name = String.decode(value, &context) { spoken.language = Languages.code(of: name) ?? name }
        },
        Field("fluency") {
          ($0.label ?? $0.fluency?.rawValue).map { .string($0) }
        } decode: { spoken, value, context in
          guard let words = String.decode(value, &context) else { return }
          spoken.fluency = JSONResumeWords.fluency(of: words)
          spoken.label = spoken.fluency?.rawValue == words ? nil : words
        },
      ])
  }

  var interest: FieldMapping<Interest> {
    FieldMapping(format: Self.format, fields: [text("name", \.name), strings("keywords", \.keywords)])
  }

  var reference: FieldMapping<Recommendation> {
    FieldMapping(
      places: ["from.name": "name", "text": "reference"], format: Self.format,
      fields: [Field("name", in: \.from, \.name), text("reference", \.text, isProse: true)])
  }

  var project: FieldMapping<Project> {
    FieldMapping(
      renamed: ["website": "url"], format: Self.format,
      fields: [
        text("name", \.name), text("description", \.description, isProse: true),
        texts("highlights", \.highlights, isProse: true),
        strings("keywords", \.keywords), date("startDate", \.startDate), date("endDate", \.endDate),
        Field("url", \.url), texts("roles", \.roles), Field("entity", \.entity), Field("type", \.type),
      ])
  }
}

extension Identity {
  fileprivate var basicsLocation: Location? {
    get { contact?.location }
    set {
      guard newValue != nil || contact != nil else { return }
      var changed = contact ?? Contact()
      changed.location = newValue
      contact = changed
    }
  }

  fileprivate var basicsProfiles: [Profile] {
    get { contact?.profiles ?? [] }
    set {
      guard !newValue.isEmpty || contact != nil else { return }
      var changed = contact ?? Contact()
      changed.profiles = newValue
      contact = changed
    }
  }

  /// Keeps data of JSON Resume; none is kept as nothing.
  mutating func setExtension(_ value: JSONValue) {
    var changed = extensions ?? Extensions()
    changed[JSONResumeMapping.format] = value.members.isEmpty ? nil : value
    extensions = changed.members.isEmpty ? nil : changed
  }
}

extension Step {
  fileprivate var organizationDescription: LocalizedText? {
    get { organization?.description }
    set {
      var changed = organization ?? Organization()
      changed.description = newValue
      organization = changed
    }
  }
}

/// JSON Resume's free words for levels and fluencies, as people write them.
enum JSONResumeWords {
  static func word(for level: Skill.Level) -> String {
    switch level {
    case .novice: "Novice"
    case .beginner: "Beginner"
    case .competent: "Intermediate"
    case .proficient: "Advanced"
    case .expert: "Master"
    }
  }

  static func level(of word: String) -> Skill.Level? {
    switch word.lowercased() {
    case "novice", "notions": .novice
    case "beginner", "basic", "elementary", "débutant", "débutante": .beginner
    case "intermediate", "competent", "intermédiaire", "compétent", "compétente": .competent
    case "advanced", "proficient", "senior", "avancé", "avancée": .proficient
    case "master", "expert", "experte", "guru": .expert
    default: nil
    }
  }

  static func fluency(of words: String) -> Fluency? {
    let folded = words.lowercased()
    if let level = Fluency.allCases.first(where: { $0.rawValue.lowercased() == folded }) { return level }
    // A level of the CEFR may stand beside other words: `Fluent (C1)`.
    let parts = words.uppercased().split { !$0.isLetter && !$0.isNumber }.compactMap { Fluency(rawValue: String($0)) }
    if parts.count == 1 { return parts[0] }
    switch folded {
    case "native", "native speaker", "native or bilingual proficiency", "mother tongue", "langue maternelle",
      "bilingual":
      return .native
    case "fluent", "full professional proficiency", "courant", "full professional": return .C1
    case "professional working proficiency", "professional", "professionnel": return .B2
    case "intermediate", "limited working proficiency", "conversational", "intermédiaire": return .B1
    case "elementary", "elementary proficiency", "basic", "notions", "beginner": return .A2
    default: return nil
    }
  }
}
