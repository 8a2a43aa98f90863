public import ParcoursFormats
public import ParcoursModel
internal import ParcoursReport
internal import ParcoursSource
internal import ParcoursSyntax
public import ParcoursTransform

/// A source of a person that was read: where it is, what it is, and who it is about.
public struct ReadSource: Sendable {
  /// Its name.
  public let name: String
  /// What it is.
  public let format: Format
  /// The identity.
  public let identity: Identity
  /// The tables that an archive has.
  let tables: Set<String>?

  /// Makes one of a reading.
  public init?(name: String, format: Format, _ reading: Reading) {
    guard let identity = reading.identity else { return nil }
    self.name = name
    self.format = format
    self.identity = identity
    tables = reading.tables
  }
}

/// What two sources of one person say differently: of LinkedIn, what should be changed there, for the file is the truth.
public struct SourceComparison: Sendable {
  /// The differences, in the order of LinkedIn's forms.
  public let differences: [Difference]
  private let names: (left: String, right: String)
  private let isFrench: Bool

  /// Compares. Where one side is LinkedIn's, the other is held against it as `-t linkedin` would write it, for everyone.
  ///
  /// - Parameters:
  ///   - language: of what is said; texts are compared in the language LinkedIn's side is in.
  public init(_ left: ReadSource, _ right: ReadSource, language: String, asOf today: PartialDate) {
    isFrench = language.lowercased().hasPrefix("fr")
    names = (left.name, right.name)
    let kinds = [Format.linkedIn.id, Format.linkedInArchive.id, Format.linkedInPDF.id]
    let isLinkedIn = (kinds.contains(left.format.id), kinds.contains(right.format.id))
    let spoken =
      (isLinkedIn.1 ? right.identity.language : isLinkedIn.0 ? left.identity.language : nil)
      ?? left.identity.documentLanguage
    var comparison = Comparison(language: spoken)
    func rendered(_ source: ReadSource, for other: ReadSource) -> Identity {
      guard kinds.contains(other.format.id), !kinds.contains(source.format.id) else { return source.identity }
      let options = WriteOptions(language: spoken, audience: .public, asOf: today)
      let visible = source.identity.visible(to: .public, format: Format.linkedIn.extensionKey).identity
      let bytes = Format.linkedIn.writer?.write(Thesauri.spoken(visible, language: spoken), options) ?? []
      guard var back = Format.linkedIn.reader?.read(SourceText(name: "linkedin", bytes: bytes)).identity else {
        return visible
      }
      // LinkedIn has forms for these that its text has no sections for.
      back.publications = visible.publications
      back.awards = visible.awards
      return back
    }
    for side in [left, right] where side.format.id == Format.linkedInArchive.id {
      comparison.fields = [
        "title", "organization", "startDate", "endDate", "location", "description", "fluency", "issuer", "date",
        "expires",
        "url",
      ]
      // LinkedIn shows addresses to connections alone; services and recommendations are not the owner's to type in.
      comparison.sections = Self.sections(side.tables ?? [])
    }
    // A saved profile has three skills at most, and certificates and the like by their names alone.
    for side in [left, right] where side.format.id == Format.linkedInPDF.id {
      comparison.fields = ["title", "organization", "startDate", "endDate", "location", "description", "fluency"]
      comparison.sections = [.name, .headline, .about, .experience, .education, .languages]
    }
    var sides = (rendered(left, for: right), rendered(right, for: left))
    // There texts are plain.
    if isLinkedIn.0 || isLinkedIn.1 { sides = (sides.0.plainTexts, sides.1.plainTexts) }
    differences = comparison.differences(sides.0, sides.1)
  }

  private static func sections(_ tables: Set<String>) -> Set<Difference.Section> {
    let known: [(String, [Difference.Section])] = [
      ("profile", [.name, .headline, .about]), ("positions", [.experience]), ("education", [.education]),
      ("certifications", [.certificates]), ("projects", [.projects]), ("skills", [.skills]),
      ("languages", [.languages]), ("publications", [.publications]), ("honors", [.awards]),
      ("volunteering", [.volunteering]), ("organizations", [.volunteering]),
    ]
    return Set(known.filter { tables.contains($0.0) }.flatMap(\.1))
  }

  private func say(_ english: String, _ french: String) -> String { isFrench ? french : english }

  private func title(_ section: Difference.Section) -> String {
    switch section {
    case .name: say("Name", "Nom")
    case .headline: say("Headline", "Titre")
    case .about: say("About", "Infos")
    case .contact: say("Contact", "Coordonnées")
    case .experience: say("Experience", "Expérience")
    case .education: say("Education", "Formation")
    case .certificates: say("Certifications", "Certifications")
    case .projects: say("Projects", "Projets")
    case .volunteering: say("Volunteering", "Bénévolat")
    case .skills: say("Skills", "Compétences")
    case .languages: say("Languages", "Langues")
    case .publications: say("Publications", "Publications")
    case .awards: say("Honors", "Distinctions")
    case .services: say("Services", "Services")
    case .recommendations: say("Recommendations", "Recommandations")
    case .interests: say("Interests", "Centres d’intérêt")
    }
  }

  /// The differences as lines: for each what each source says.
  public var lines: [String] {
    guard !differences.isEmpty else { return [say("both say the same", "les deux disent la même chose")] }
    let colon = say(":", "\u{202F}:")
    let width = max(names.left.count, names.right.count)
    var lines: [String] = []
    var section: Difference.Section?
    var item: String?
    func pad(_ name: String) -> String { name + colon + String(repeating: " ", count: width - name.count + 1) }
    for difference in differences {
      if difference.section != section {
        if section != nil { lines.append("") }
        lines.append(title(difference.section))
        (section, item) = (difference.section, nil)
      }
      if difference.field == nil, let name = difference.item {
        let source = difference.left == nil ? names.left : names.right
        lines.append("  \(say("missing in \(source)", "absent de \(source)"))\(colon) \(name)")
        continue
      }
      if difference.item != item, let name = difference.item { lines.append("  \(name)") }
      item = difference.item
      let indent = difference.item == nil ? "  " : "    "
      let field = difference.field.map { indent + $0 }
      if let field { lines.append(field) }
      let deeper = field == nil ? indent : indent + "  "
      for (name, value) in [(names.left, difference.left), (names.right, difference.right)] {
        let all = (value ?? "–").split(whereSeparator: \.isNewline).map(String.init)
        for (number, line) in all.enumerated() {
          lines.append(
            deeper + (number == 0 ? pad(name) : String(repeating: " ", count: width + colon.count + 1)) + line)
        }
      }
    }
    return lines
  }

  /// The lines as text, control characters made visible.
  public var text: String { lines.map { TerminalText.visible($0) }.joined(separator: "\n") + "\n" }

  /// The differences as JSON.
  public var json: [UInt8] {
    let all = differences.map { difference -> JSONValue in
      var members = [JSONValue.Member("section", .string("\(difference.section)"))]
      if let item = difference.item { members.append(.init("item", .string(item))) }
      if let field = difference.field { members.append(.init("field", .string(field))) }
      members.append(.init("left", difference.left.map(JSONValue.string) ?? .null))
      members.append(.init("right", difference.right.map(JSONValue.string) ?? .null))
      return .object(members)
    }
    return JSONPrinter.print(Tree.document(.array(all)))
  }
}

/// One identity of several sources.
public enum SourceMerge {
  /// What the first source says, with what the others say more; and where they contradict it, as lines.
  public static func merged(_ sources: [ReadSource]) -> (identity: Identity, conflicts: [Merging.Conflict]) {
    guard let first = sources.first else { return (Identity(), []) }
    // One source has marks where another has plain text.
    var merging = Merging(first.identity, from: first.name) { Markup.plain($0) == Markup.plain($1) }
    for source in sources.dropFirst() { merging.add(source.identity, from: source.name) }
    return (merging.identity, merging.conflicts)
  }

  /// The identity as YAML, or as JSON.
  public static func bytes(_ identity: Identity, as format: Format, asOf today: PartialDate) -> [UInt8] {
    format.writer?.write(identity, WriteOptions(language: identity.documentLanguage, audience: .private, asOf: today))
      ?? []
  }
}
