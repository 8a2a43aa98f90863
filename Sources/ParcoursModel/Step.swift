/// A stretch of the path: a role, a break or a time of study; past, present or future.
public struct Step: Item {
  /// What a step is.
  public enum Kind: String, Vocabulary {
    /// Work, paid or not.
    case role
    /// A time away from work.
    case `break`
    /// A time of study.
    case study
  }

  /// Whether it is real yet.
  public enum Status: String, Vocabulary {
    /// It is or was so.
    case held
    /// Signed, not begun.
    case agreed
    /// Wanted.
    case sought
  }

  /// The form of work; the first eight are LinkedIn's.
  public enum Engagement: String, Vocabulary {
    /// Full-time employment.
    case fullTime
    /// Part-time employment.
    case partTime
    /// Self-employment.
    case selfEmployed
    /// Freelance work.
    case freelance
    /// A fixed-term contract.
    case contract
    /// An internship.
    case internship
    /// An apprenticeship.
    case apprenticeship
    /// Seasonal work.
    case seasonal
    /// Volunteer work.
    case volunteer
  }

  /// Where the work is done.
  public enum Mode: String, Vocabulary {
    /// At the organization's place.
    case onSite
    /// Partly there.
    case hybrid
    /// From elsewhere.
    case remote
  }

  /// Why there is a break: LinkedIn's thirteen, and any other.
  public enum BreakReason: String, Vocabulary {
    /// Mourning.
    case bereavement
    /// Between two careers.
    case careerTransition
    /// Care for somebody.
    case caregiving
    /// Raising children.
    case fullTimeParenting
    /// A gap year.
    case gapYear
    /// Laid off, or the position was eliminated.
    case layoff
    /// Health and well-being.
    case health
    /// A goal of one's own.
    case personalGoal
    /// Learning.
    case professionalDevelopment
    /// Moving to another place.
    case relocation
    /// Retirement.
    case retirement
    /// Travel.
    case travel
    /// Work without pay for a cause.
    case voluntaryWork
    /// Anything else.
    case other
  }

  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// What it is.
  public var kind = Kind.role
  /// Whether it is real yet.
  public var status = Status.held
  /// The title of a role.
  public var title: LocalizedText?
  /// Whom a role is for.
  public var organization: Organization?
  /// The agency, umbrella company or cooperative it runs through.
  public var via: Organization?
  /// The form of work.
  public var engagement: Engagement?
  /// Why there is a break.
  public var reason: BreakReason?
  /// The school of a study.
  public var institution: Organization?
  /// The field of a study.
  public var area: LocalizedText?
  /// The degree or kind of a study.
  public var studyType: LocalizedText?
  /// The result of a study.
  public var score: String?
  /// The courses of a study.
  public var courses: [LocalizedText] = []
  /// When it begins.
  public var startDate: PartialDate?
  /// When it ends; none is ongoing.
  public var endDate: PartialDate?
  /// Percent of full time.
  public var workload: Int?
  /// Where the work is done.
  public var mode: Mode?
  /// The place.
  public var location: Location?
  /// What it is about.
  public var summary: LocalizedText?
  /// What came of it.
  public var highlights: [LocalizedText] = []
  /// Names of skills it uses.
  public var skills: [String] = []
  /// Client missions inside it.
  public var engagements: [ClientEngagement] = []
  /// How it follows from an earlier step.
  public var transition: Transition?
  /// The conditions of a role that is sought.
  public var terms: Terms?

  /// An empty role.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Step>] =
    [Field("kind", always: \.kind)] + idField + [
      Field("status", \.status, default: .held), Field("title", \.title), Field("organization", \.organization),
      Field("via", \.via), Field("engagement", \.engagement), Field("reason", \.reason),
      Field("institution", \.institution), Field("area", \.area), Field("studyType", \.studyType),
      Field("startDate", \.startDate), Field("endDate", \.endDate), Field("workload", \.workload),
      Field("mode", \.mode), Field("location", \.location), Field("score", \.score), Field("courses", \.courses),
      Field("summary", \.summary, role: .prose), Field("highlights", \.highlights, role: .prose),
      Field("skills", \.skills, role: .skillReference),
      Field("engagements", \.engagements), Field("transition", \.transition), Field("terms", \.terms),
    ] + attributeFields
}

/// A client mission inside one role.
public struct ClientEngagement: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Whom it was for.
  public var client: Organization?
  /// What it was.
  public var title: LocalizedText?
  /// When it began.
  public var startDate: PartialDate?
  /// When it ended.
  public var endDate: PartialDate?
  /// What it was about.
  public var summary: LocalizedText?
  /// What came of it.
  public var highlights: [LocalizedText] = []
  /// Names of skills it used.
  public var skills: [String] = []

  /// An empty mission.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<ClientEngagement>] =
    idField + [
      Field("client", \.client), Field("title", \.title), Field("startDate", \.startDate),
      Field("endDate", \.endDate), Field("summary", \.summary, role: .prose),
      Field("highlights", \.highlights, role: .prose),
      Field("skills", \.skills, role: .skillReference),
    ] + attributeFields
}

/// How a step follows from an earlier one.
public struct Transition: Item {
  /// What kind of turn it is.
  public enum Kind: String, Vocabulary {
    /// Into another trade.
    case pivot
    /// Back to work.
    case `return`
    /// A fresh start in the same trade.
    case relaunch
    /// To more responsibility.
    case promotion
    /// To another place.
    case relocation
  }

  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// What kind of turn it is.
  public var kind: Kind?
  /// The id of the step it leaves.
  public var from: String?
  /// Why and how.
  public var summary: LocalizedText?
  /// What was carried over.
  public var carriedOver: [LocalizedText] = []

  /// An empty transition.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Transition>] =
    idField + [
      Field("kind", \.kind), Field("from", \.from, role: .reference), Field("summary", \.summary, role: .prose),
      Field("carriedOver", \.carriedOver),
    ] + attributeFields
}

/// The conditions of a role that is sought.
public struct Terms: Item {
  /// What any item may carry.
  public var attributes = ItemAttributes()
  /// Where the work is to be done.
  public var mode: Step.Mode?
  /// Percent of full time.
  public var workload: Int?
  /// At least so many months.
  public var minimumMonths: Int?
  /// In these places.
  public var locations: [Location] = []

  /// No conditions.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<Terms>] =
    idField + [
      Field("mode", \.mode), Field("workload", \.workload), Field("minimumMonths", \.minimumMonths),
      Field("locations", \.locations),
    ] + attributeFields
}
