internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource

/// What one notation of a page says about a person, and how it is known.
struct Harvest {
  /// Where it was found, the surest first.
  enum Origin: String, Sendable {
    case jsonLD = "JSON-LD"
    case microformats = "microformats"
    case microdata = "microdata"
    case rdfa = "RDFa"
    case headings = "its headings and lists"
  }

  /// How sure one field is, in percent.
  struct Confidence: Sendable {
    var field: String
    var percent: Int
    var place: Int
  }

  var origin: Origin
  var identity = Identity()
  var confidences: [Confidence] = []
  /// The folded names of the skills.
  private var skillNames: Set<String> = []

  init(_ origin: Origin) { self.origin = origin }

  /// The fields that have something, lists with their numbers.
  var fields: [(name: String, count: Int)] {
    func one(_ name: String, _ isThere: Bool) -> (String, Int) { (name, isThere ? 1 : 0) }
    let all = [
      one("name", identity.name != nil), one("pronouns", identity.pronouns != nil),
      one("headline", identity.headline != nil), one("summary", identity.summary != nil),
      one("image", identity.image != nil), one("contact", identity.contact != nil), ("path", identity.path.count),
      ("skills", identity.skills.count), ("languages", identity.languages.count), ("services", identity.services.count),
      ("projects", identity.projects.count), ("publications", identity.publications.count),
      ("awards", identity.awards.count), ("certificates", identity.certificates.count),
      ("interests", identity.interests.count), ("recommendations", identity.recommendations.count),
      one("availability", identity.availability != nil),
    ]
    return all.filter { $0.1 > 0 }
  }

  /// Whether it says who it is and what they did, so that nothing needs to be guessed.
  var isWhole: Bool { identity.name != nil && identity.path.contains { $0.kind == .role } }

  /// Whether anything makes it a person's profile: a name alone is none for headings, anything is for the rest.
  var isProfile: Bool {
    let names = Set(fields.map(\.name))
    guard origin == .headings else { return !names.isEmpty }
    return names.contains("path") || names.contains("skills") && names.contains("name")
      || names.contains("contact") && names.contains("name") && names.count > 3
  }

  /// Takes over what is missing here; gives the fields that were.
  mutating func fill(from other: Harvest) -> [(name: String, count: Int)] {
    var taken: [(String, Int)] = []
    func take<Value>(_ name: String, _ field: WritableKeyPath<Identity, Value?>) {
      if identity[keyPath: field] == nil, other.identity[keyPath: field] != nil {
        identity[keyPath: field] = other.identity[keyPath: field]
        taken.append((name, 1))
      }
    }
    func takeAll<Value>(_ name: String, _ field: WritableKeyPath<Identity, [Value]>) {
      if identity[keyPath: field].isEmpty, !other.identity[keyPath: field].isEmpty {
        identity[keyPath: field] = other.identity[keyPath: field]
        taken.append((name, other.identity[keyPath: field].count))
      }
    }
    take("name", \.name)
    take("pronouns", \.pronouns)
    take("headline", \.headline)
    take("summary", \.summary)
    take("image", \.image)
    if identity.contact == nil {
      take("contact", \.contact)
    } else if let contact = other.identity.contact {
      let before = identity.contact
      identity.contact?.email = before?.email ?? contact.email
      identity.contact?.phone = before?.phone ?? contact.phone
      identity.contact?.url = before?.url ?? contact.url
      identity.contact?.location = before?.location ?? contact.location
      if before?.profiles.isEmpty ?? true { identity.contact?.profiles = contact.profiles }
      if identity.contact != before { taken.append(("contact", 1)) }
    }
    // A kind of step that is missing is taken whole: half a list of roles would be two lists.
    for kind in Step.Kind.allCases where !identity.path.contains(where: { $0.kind == kind }) {
      let steps = other.identity.path.filter { $0.kind == kind }
      identity.path += steps
      if !steps.isEmpty { taken.append(("path", steps.count)) }
    }
    takeAll("skills", \.skills)
    takeAll("languages", \.languages)
    takeAll("services", \.services)
    takeAll("projects", \.projects)
    takeAll("publications", \.publications)
    takeAll("awards", \.awards)
    takeAll("certificates", \.certificates)
    takeAll("interests", \.interests)
    takeAll("recommendations", \.recommendations)
    take("availability", \.availability)
    return taken
  }
}

extension Harvest {
  /// Adds a skill that is not there yet.
  mutating func addSkill(_ name: String?) {
    guard skillNames.count < 2_000, let name = name?.collapsed, !name.isEmpty, name.isAtMost(200),
      skillNames.insert(Folding.folded(name)).inserted
    else { return }
    var skill = Skill()
    skill.name = name
    identity.skills.append(skill)
  }
}

extension Identity {
  /// Adds an address: as the person's own where there is none yet, else as a profile.
  mutating func addProfile(_ address: String) {
    guard let safe = SafeURL.web(address) else { return }
    var contact = contact ?? Contact()
    defer { self.contact = contact }
    guard contact.profiles.count < 200, contact.url != safe, !contact.profiles.contains(where: { $0.url == safe })
    else { return }
    var profile = Profile()
    profile.url = safe
    profile.network = WebAddress.network(of: safe)
    profile.username = WebAddress.username(of: safe)
    contact.profiles.append(profile)
  }

  /// Changes the contact, which is made where there is none.
  mutating func withContact(_ change: (inout Contact) -> Void) {
    var contact = contact ?? Contact()
    change(&contact)
    if contact != Contact() { self.contact = contact }
  }
}

extension Organization {
  /// An organization of a name; nil without one.
  init?(named name: String?, url: String? = nil) {
    guard let name = name?.collapsed, !name.isEmpty else { return nil }
    self.init()
    self.name = name
    self.url = SafeURL.web(url)
  }
}
