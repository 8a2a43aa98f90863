/// One professional identity: what was, what is and what is wanted. Its definition is `Schemas/identity.schema.json`.
public struct Identity: Record {
  /// The schema it names for editors.
  public var schema: String?
  /// The model's version.
  public var parcours = 1
  /// Its name in a pool: a slug or a URI.
  public var id: String?
  /// The language of its plain texts, BCP 47.
  public var language: String?
  /// The person's name.
  public var name: String?
  /// The person's pronouns.
  public var pronouns: String?
  /// The person in a line.
  public var headline: LocalizedText?
  /// The person in a few lines.
  public var summary: LocalizedText?
  /// A picture: a path beside the profile, or an https URL.
  public var image: String?
  /// How to reach the person.
  public var contact: Contact?
  /// The path: past, present and future.
  public var path: [Step] = []
  /// What the person can do.
  public var skills: [Skill] = []
  /// What they speak.
  public var languages: [LanguageSkill] = []
  /// What they offer.
  public var services: [Service] = []
  /// What they made.
  public var projects: [Project] = []
  /// What they published.
  public var publications: [Publication] = []
  /// What they were awarded.
  public var awards: [Award] = []
  /// What they are certified in.
  public var certificates: [Certificate] = []
  /// What they care about.
  public var interests: [Interest] = []
  /// What others say of them.
  public var recommendations: [Recommendation] = []
  /// When they are free.
  public var availability: Availability?
  /// What they charge.
  public var rate: Rate?
  /// Their ties.
  public var network: [Tie] = []
  /// Whom versions are meant for.
  public var targets: Named<Target>?
  /// The files to make.
  public var outputs: [Output] = []
  /// How the file wants to be checked.
  public var checks: Checks?
  /// Data this model does not know.
  public var extensions: Extensions?

  /// An empty identity.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Identity>] = [
    Field("$schema", \.schema, role: .code), Field("parcours", always: \.parcours), Field("id", \.id, role: .code),
    Field("language", \.language, role: .code), Field("name", \.name), Field("pronouns", \.pronouns),
    Field("headline", \.headline), Field("summary", \.summary, role: .prose), Field("image", \.image, role: .address),
    Field("contact", \.contact), Field("path", \.path), Field("skills", \.skills), Field("languages", \.languages),
    Field("services", \.services), Field("projects", \.projects), Field("publications", \.publications),
    Field("awards", \.awards), Field("certificates", \.certificates), Field("interests", \.interests),
    Field("recommendations", \.recommendations), Field("availability", \.availability), Field("rate", \.rate),
    Field("network", \.network), Field("targets", \.targets, role: .instruction),
    Field("outputs", \.outputs, role: .instruction),
    Field("checks", \.checks, role: .instruction), Field("extensions", \.extensions),
  ]
}

/// Where a step lies in time, seen from a day.
public enum Tense: Sendable, Hashable {
  /// Over.
  case past
  /// Going on.
  case present
  /// Agreed, sought, or not begun.
  case future
}

extension Step {
  /// Where the step lies in time: future when it is agreed or sought or starts after `asOf`, past when it ended before it.
  public func tense(asOf: PartialDate) -> Tense {
    if status != .held { return .future }
    if let startDate, startDate.firstDay > asOf.lastDay { return .future }
    if let endDate, endDate.lastDay < asOf.firstDay { return .past }
    return isEndHidden ? .past : .present
  }

  /// Whether it is over, though when is not for those who see it.
  public var isEndHidden: Bool { endDate == nil && startDate != nil && attributes.fieldVisibility?["endDate"] != nil }
}

extension [Step] {
  /// The newest first: what goes on, then by end, then by start; equal ones in the order they were written.
  package var newestFirst: [Step] {
    func key(_ step: Step) -> (Int, Int) {
      (step.endDate?.lastDay ?? (step.startDate == nil ? Int.min : Int.max), step.startDate?.firstDay ?? Int.min)
    }
    return enumerated().sorted {
      let left = key($0.element)
      let right = key($1.element)
      return left == right ? $0.offset < $1.offset : left > right
    }.map(\.element)
  }
}

extension Identity {
  /// The language of its plain texts; English where it does not say.
  public var documentLanguage: String { language ?? "en" }

  /// The ids that evidence may refer to, of steps, missions, projects, certificates, publications, awards and
  /// recommendations; and whether the owner keeps what has them to themselves. A mission is as private as its step.
  public var referableIDs: [(id: String, isPrivate: Bool)] {
    func ids(_ items: [some Item], inPrivate: Bool = false) -> [(id: String, isPrivate: Bool)] {
      items.compactMap { item in
        item.attributes.id.map { ($0, inPrivate || item.attributes.visibility == .private) }
      }
    }
    let missions = path.flatMap { ids($0.engagements, inPrivate: $0.attributes.visibility == .private) }
    return ids(path) + missions + ids(projects) + ids(certificates) + ids(publications) + ids(awards)
      + ids(recommendations)
  }
}
