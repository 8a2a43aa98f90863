internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSyntax
internal import ParcoursTransform

/// Writes RenderCV's YAML; it holds what RenderCV 2 validates. Texts are in one language.
struct RenderCVWriter: Sendable {
  func write(_ view: IdentityView, _ options: WriteOptions) -> Artifact {
    let run = RenderCVRun(view: view.mapProse(RenderCVText.text))
    return Artifact(YAMLPrinter.print(Tree.document(.object([.init("cv", .object(run.cv))]))))
  }
}

/// One CV.
private struct RenderCVRun {
  let view: IdentityView
  private let words: Wording

  init(view: IdentityView) {
    self.view = view
    words = Wording(view.language)
  }

  /// The networks that RenderCV links to, by their names there.
  private static let networks = [
    "LinkedIn", "GitHub", "GitLab", "IMDB", "Instagram", "ORCID", "Mastodon", "StackOverflow", "ResearchGate",
    "YouTube",
    "Google Scholar", "Telegram", "Leetcode", "X",
  ]

  private func text(_ text: LocalizedText?) -> String? {
    text?.version(for: view.language, documentLanguage: view.documentLanguage)?.text
  }

  private func name(_ organization: Organization?) -> String? { organization?.name ?? text(organization?.alias) }

  private func object(_ members: [(String, JSONValue?)]) -> JSONValue {
    .object(members.compactMap { key, value in value.map { JSONValue.Member(key, $0) } })
  }

  /// The object with what it had beside when it was read: authors, an identifier.
  private func object(_ members: [(String, JSONValue?)], of attributes: ItemAttributes) -> JSONValue {
    var all = object(members).members
    for kept in attributes.extensions?[RenderCVReader.format]?.members ?? [] {
      if let index = all.firstIndex(where: { $0.key == kept.key }) {
        all[index] = kept
      } else {
        all.append(kept)
      }
    }
    return .object(all)
  }

  private func string(_ text: String?) -> JSONValue? { text.flatMap { $0.isEmpty ? nil : .string($0) } }

  private func texts(_ texts: [LocalizedText]) -> JSONValue? {
    let all = texts.compactMap { self.text($0) }
    return all.isEmpty ? nil : .array(all.map { .string($0) })
  }

  private func place(_ location: Location?) -> String? {
    let parts = [location?.city, location?.region, location?.countryCode].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  // MARK: The person

  var cv: [JSONValue.Member] {
    let contact = view.contact
    var members: [(String, JSONValue?)] = [
      ("name", string(view.name)), ("headline", string(text(view.headline))),
      ("location", string(place(contact?.location))),
      ("email", string(SafeURL.mail(contact?.email) == nil ? nil : contact?.email)),
      ("phone", string(contact?.phone?.hasPrefix("+") ?? false ? contact?.phone : nil)),
      ("website", string(SafeURL.web(contact?.url))),
    ]
    let profiles = (contact?.profiles ?? []).compactMap { profile -> JSONValue? in
      let known = Self.networks.first { Folding.compact($0) == Folding.compact(profile.network ?? "") }
      guard let known, let user = profile.username, !user.isEmpty else { return nil }
      return object([("network", .string(known)), ("username", .string(user))])
    }
    if !profiles.isEmpty { members.append(("social_networks", .array(profiles))) }
    let sections = sections
    if !sections.isEmpty { members.append(("sections", .object(sections))) }
    return object(members).members
  }

  private var sections: [JSONValue.Member] {
    var sections: [JSONValue.Member] = []
    func add(_ title: String, _ entries: [JSONValue]) {
      if !entries.isEmpty { sections.append(.init(title, .array(entries))) }
    }
    let paragraphs = (text(view.summary) ?? "").split(separator: "\n\n").map { JSONValue.string(String($0)) }
    add(words("Summary", "Profil"), paragraphs)
    let steps = view.path.filter { $0.tense(asOf: view.asOf) != .future }.newestFirst
    add(words("Experience", "Expérience"), steps.filter { $0.kind == .role && $0.engagement != .volunteer }.map(role))
    add(
      words("Volunteering", "Bénévolat"), steps.filter { $0.kind == .role && $0.engagement == .volunteer }.map(role))
    add(words("Career breaks", "Pauses"), steps.filter { $0.kind == .break }.map(pause))
    add(words("Education", "Formation"), steps.filter { $0.kind == .study }.map(study))
    add(words("Projects", "Projets"), view.projects.map(project))
    add(words("Skills", "Compétences"), view.skills.compactMap(skill))
    add(words("Languages", "Langues"), view.languages.map(language))
    add(words("Certificates", "Certifications"), view.certificates.map(certificate))
    add(words("Awards", "Distinctions"), view.awards.map(award))
    add(words("Publications", "Publications"), view.publications.map(publication))
    add(
      words("Interests", "Loisirs"),
      view.interests.map { interest in
        object([
          ("label", .string(text(interest.name) ?? "")),
          ("details", .string(interest.keywords.joined(separator: ", "))),
        ])
      })
    return sections
  }

  // MARK: Entries

  /// A year as a number, a month or a day as a string: so RenderCV wants them.
  private func date(_ date: PartialDate?) -> JSONValue? {
    date.map { $0.month == nil ? .integer($0.year) : .string($0.description) }
  }

  private func dates(_ step: Step) -> [(String, JSONValue?)] {
    guard step.startDate != nil else { return [("date", date(step.endDate))] }
    // Without an end an entry of RenderCV goes on; what is over, though nobody is told since when, has its beginning alone.
    if step.isEndHidden { return [("date", date(step.startDate))] }
    return [("start_date", date(step.startDate)), ("end_date", date(step.endDate) ?? .string("present"))]
  }

  private func role(_ step: Step) -> JSONValue {
    let missions = step.engagements.compactMap { mission in
      [text(mission.title), name(mission.client)].compactMap(\.self).joined(separator: ", ")
    }.filter { !$0.isEmpty }
    let lines = step.highlights.compactMap { text($0) } + missions
    return object(
      [
        ("company", .string(name(step.organization) ?? step.engagement.map(words.engagement) ?? "–")),
        ("position", .string(text(step.title) ?? "–")),
      ] + dates(step) + [
        ("location", string(place(step.location))), ("summary", string(text(step.summary))),
        ("highlights", lines.isEmpty ? nil : .array(lines.map { .string($0) })),
      ])
  }

  private func pause(_ step: Step) -> JSONValue {
    object(
      [("name", .string(step.reason.map(words.reason) ?? text(step.title) ?? words("Career break", "Pause")))]
        + dates(step) + [("summary", string(text(step.summary))), ("highlights", texts(step.highlights))])
  }

  private func study(_ step: Step) -> JSONValue {
    object(
      [
        ("institution", .string(name(step.institution) ?? "–")), ("area", .string(text(step.area) ?? "–")),
        ("degree", string(text(step.studyType))),
      ] + dates(step) + [
        ("location", string(place(step.location))), ("summary", string(text(step.summary))),
        ("highlights", texts(step.highlights + step.courses)), ("grade", string(step.score)),
      ])
  }

  private func project(_ project: Project) -> JSONValue {
    object([
      ("name", .string(text(project.name) ?? "–")), ("start_date", date(project.startDate)),
      ("end_date", project.startDate == nil ? nil : date(project.endDate) ?? .string("present")),
      ("date", project.startDate == nil ? date(project.endDate) : nil),
      ("summary", string(text(project.description))), ("highlights", texts(project.highlights)),
      ("url", string(SafeURL.web(project.url))),
    ])
  }

  private func skill(_ skill: Skill) -> JSONValue? {
    guard let name = skill.name else { return nil }
    let details =
      skill.keywords.isEmpty ? skill.level.map(words.level) ?? "" : skill.keywords.joined(separator: ", ")
    return object([("label", .string(name)), ("details", .string(details))])
  }

  private func language(_ spoken: LanguageSkill) -> JSONValue {
    object([
      ("label", .string(Languages.title(of: spoken.language ?? "", in: view.language))),
      (
        "details",
        .string(
          spoken.label ?? (spoken.fluency == .native ? words("native", "langue maternelle") : spoken.fluency?.rawValue)
            ?? "")
      ),
    ])
  }

  private func certificate(_ certificate: Certificate) -> JSONValue {
    object([
      ("name", .string(text(certificate.name) ?? "–")), ("date", date(certificate.date)),
      ("summary", string(certificate.issuer)),
    ])
  }

  private func award(_ award: Award) -> JSONValue {
    object([
      ("name", .string(text(award.title) ?? "–")), ("date", date(award.date)), ("summary", string(text(award.summary))),
    ])
  }

  private func publication(_ publication: Publication) -> JSONValue {
    object(
      [
        ("title", .string(text(publication.name) ?? "–")),
        ("authors", .array([.string(view.name ?? "–")])), ("journal", string(publication.publisher)),
        ("date", date(publication.releaseDate)), ("url", string(SafeURL.web(publication.url))),
      ], of: publication.attributes)
  }
}

/// Prose as RenderCV reads it: emphasis and links by patterns of its own, no lists, no code, and of all backslashes only one
/// before a `*` (RenderCV 2.3).
enum RenderCVText {
  static func text(_ text: String) -> String { Markup(text).text(by: line) }

  private static func line(_ inlines: [Markup.Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .code(let text): return plain(text)
      case .lineBreak: return "\n"
      case .emphasis(let inner): return "*" + line(inner) + "*"
      case .strong(let inner): return "**" + line(inner) + "**"
      case .link(let label, let address):
        // An address ends for it at the first parenthesis.
        guard let safe = SafeURL.web(address), !safe.contains(where: { "()*".contains($0) }), !label.isEmpty,
          !Markup.plain(label).contains("]")
        else {
          return plain(Markup.plain([inline]))
        }
        return "[\(line(label))](\(safe))"
      }
    }.joined()
  }

  /// A text in which nothing is a mark.
  private static func plain(_ text: String) -> String {
    text.split(separator: "*", omittingEmptySubsequences: false).joined(separator: "\\*")
      .split(separator: "](", omittingEmptySubsequences: false).joined(separator: "] (")
  }
}
