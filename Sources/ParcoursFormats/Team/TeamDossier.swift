public import ParcoursModel
public import ParcoursTransform

/// Everything that pages of a team are made of: the team, the contract, what is said of them, and each member as the page's
/// readers may see them.
public struct TeamDossier: Sendable {
  /// A member.
  public struct Person: Sendable {
    /// The id in the pool.
    public var id: String
    /// Who it is, to the page's readers.
    public var view: IdentityView
    /// The member's own words for skills that serve the contract, the strongest first.
    public var skills: [String]

    /// Makes a member.
    public init(id: String, view: IdentityView, skills: [String]) {
      self.id = id
      self.view = view
      self.view.leadingSkills = skills
      self.skills = skills
    }
  }

  /// A tie of two members that everyone may know of.
  public struct KnownTie: Sendable {
    /// One's id.
    public var a: String
    /// The other's id.
    public var b: String
    /// What it rests on.
    public var basis: Tie.Basis
    /// Where they worked together.
    public var organization: String?
    /// Whether only that is known: they were there at the same time.
    public var isInferred: Bool

    /// Makes a tie.
    public init(a: String, b: String, basis: Tie.Basis, organization: String? = nil, isInferred: Bool = false) {
      self.a = a
      self.b = b
      self.basis = basis
      self.organization = organization
      self.isInferred = isInferred
    }
  }

  /// Who speaks for the team, and why.
  public struct Lead: Sendable {
    /// Why.
    public enum Reason: Sendable {
      /// It was asked for.
      case chosen
      /// Nobody is nearer to all the others.
      case closest
      /// Nobody has more days in it.
      case mostDays
      /// Of equals the first by id.
      case first
    }
    /// The id.
    public var id: String
    /// Why.
    public var reason: Reason

    /// Makes a lead.
    public init(id: String, reason: Reason) {
      self.id = id
      self.reason = reason
    }
  }

  /// Sentences about the team, in its language.
  public struct Sentences: Sendable {
    /// The title and the size.
    public var heading = ""
    /// What it costs.
    public var price = ""
    /// How it is known.
    public var proof = ""
    /// Who may not be in it, and what the contract as it stands would come to.
    public var notes: [String] = []
    /// A sentence a pair, in the team's order.
    public var pairs: [String] = []
    /// What each one's absence costs, by id.
    public var absences: [(id: String, sentence: String)] = []
    /// Rules that cost something.
    public var binding: [String] = []
    /// What members have in common.
    public var common: [String] = []
    /// The next teams.
    public var alternatives: [String] = []
    /// The best team by the price of trust.
    public var curve: [String] = []
    /// Why there is no team, as lines; an empty one stands between parts.
    public var nothing: [String] = []

    /// Nothing said.
    public init() {}
  }

  /// The team.
  public var team: Team
  /// The contract.
  public var contract: Contract
  /// The members, in the team's order.
  public var people: [Person] = []
  /// Ties that everyone may know of.
  public var ties: [KnownTie] = []
  /// Who speaks for the team.
  public var lead: Lead?
  /// What is said of it.
  public var sentences = Sentences()
  /// The language: `fr`, or else English.
  public var language: String
  /// The day that counts as today.
  public var asOf: PartialDate
  /// How pages are dressed.
  public var theme: Theme
  /// Whether the page goes to paper at once.
  public var isTypeset = false

  /// Makes a dossier without people.
  public init(team: Team, contract: Contract, language: String, asOf: PartialDate, theme: Theme) {
    self.team = team
    self.contract = contract
    self.language = language
    self.asOf = asOf
    self.theme = theme
  }
}

/// What a team is written as.
public enum TeamDocument: String, CaseIterable, Sendable {
  /// The explanation, for the people in it.
  case html
  /// The offer, for the client.
  case bid
  /// A draft of what the members agree on among themselves.
  case agreement

  /// One line for lists.
  public var summary: String {
    switch self {
    case .html: "a page that explains the team to the people in it"
    case .bid: "the team's offer to the client, with everyone's CV"
    case .agreement: "a draft of the agreement among the members"
    }
  }

  /// Writes the page.
  public func write(_ dossier: TeamDossier) -> [UInt8] {
    var sheet = TeamSheet(dossier)
    switch self {
    case .html: sheet.writeExplanation()
    case .bid: sheet.writeBid()
    case .agreement: sheet.writeAgreement()
    }
    return Array(sheet.out.text.utf8)
  }

  /// What the document is called.
  public func title(_ dossier: TeamDossier) -> String {
    let sheet = TeamSheet(dossier)
    switch self {
    case .html: return sheet.contractTitle
    case .bid: return sheet.words("Offer — ", "Offre — ") + sheet.contractTitle
    case .agreement: return sheet.words("Draft agreement — ", "Projet de convention — ") + sheet.contractTitle
    }
  }
}
