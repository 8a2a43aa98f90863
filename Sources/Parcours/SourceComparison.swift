internal import ParcoursFormats
public import ParcoursInterchange
public import ParcoursModel
internal import ParcoursReport
internal import ParcoursSource
internal import ParcoursSyntax
public import ParcoursTransform

/// What two sources of one person say differently: of LinkedIn, what should be changed there, for the file is the truth.
public struct SourceComparison: Sendable {
  /// The differences, in the order of LinkedIn's forms.
  public let differences: [Difference]
  private let names: (left: String, right: String)
  private let isFrench: Bool

  /// Compares. Where one side is of a format that says how it is compared, the other is held against it as that would write it,
  /// for everyone.
  ///
  /// - Parameters:
  ///   - language: of what is said; texts are compared in the language of the side that is compared so.
  public init(_ left: Loaded, _ right: Loaded, language: String, asOf today: PartialDate) {
    isFrench = language.lowercased().hasPrefix("fr")
    names = (left.input.name, right.input.name)
    let (mine, theirs) = (left.reading.identity ?? Identity(), right.reading.identity ?? Identity())
    let comparing = (left.format?.comparing, right.format?.comparing)
    let spoken =
      (comparing.1 != nil ? theirs.language : comparing.0 != nil ? mine.language : nil) ?? mine.documentLanguage
    var comparison = Comparison(language: spoken)
    func rendered(_ identity: Identity, _ own: Format.Comparing?, _ other: Format.Comparing?, _ key: String?)
      -> Identity
    {
      guard own == nil, let other else { return identity }
      return other.rendered(
        IdentityView(identity, audience: .public, format: key, language: spoken, asOf: today) {
          SkillNameTable.spoken($0, language: spoken)
        })
    }
    for (comparing, reading) in [(comparing.0, left.reading), (comparing.1, right.reading)] {
      if let fields = comparing?.fields { comparison.fields = fields }
      if let sections = comparing?.sections(reading.sections) {
        comparison.sections = Set(Difference.Section.allCases.filter { sections.contains("\($0)") })
      }
    }
    var sides = (
      rendered(mine, comparing.0, comparing.1, right.format?.extensionKey),
      rendered(theirs, comparing.1, comparing.0, left.format?.extensionKey)
    )
    // There texts are plain.
    if comparing.0 != nil || comparing.1 != nil { sides = (sides.0.plainTexts, sides.1.plainTexts) }
    differences = comparison.differences(sides.0, sides.1)
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
  /// What the first source says, with what the others say more; and where they contradict it.
  public static func merged(_ sources: [Loaded]) -> (identity: Identity, conflicts: [Diagnostic]) {
    guard let first = sources.first, let identity = first.reading.identity else { return (Identity(), []) }
    // One source has marks where another has plain text.
    var merging = Merging(identity, from: first.input.name) { Markup.plain($0) == Markup.plain($1) }
    for source in sources.dropFirst() {
      if let other = source.reading.identity { merging.add(other, from: source.input.name) }
    }
    return (merging.identity, merging.conflicts.map { diagnostic($0, sources) })
  }

  /// A conflict, at the place of what stays, with the place of what was said too.
  private static func diagnostic(_ conflict: Merging.Conflict, _ sources: [Loaded]) -> Diagnostic {
    func flat(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let pointer = JSONPointer(parsing: conflict.place)
    var notes: [Diagnostic.Note] = []
    if let source = sources.first(where: { $0.input.name == conflict.source }) {
      let other = conflict.otherPlace.flatMap { JSONPointer(parsing: $0) }
      let range = other.flatMap { source.reading.sourceMap.range(of: $0) }
      let place = range.map { LineTable(source.findings.source).position(of: $0.lowerBound) }
      let name = place.map { "\(conflict.source):\($0.line):\($0.column)" } ?? conflict.source
      notes.append(Diagnostic.Note("says \"\(flat(conflict.other))\"", at: nil, elsewhere: name))
    }
    return Diagnostic(
      id: "conflict", severity: .warning,
      "\(conflict.place): kept \"\(flat(conflict.kept))\"; \(conflict.source) says \"\(flat(conflict.other))\"",
      at: pointer.flatMap { sources[0].reading.sourceMap.range(of: $0) }, pointer: pointer, notes: notes)
  }

  /// The identity in one of the model's own formats, for its owner.
  public static func bytes(_ identity: Identity, as format: Format, asOf today: PartialDate) -> [UInt8] {
    format.write?(IdentityView(identity, audience: .private, asOf: today), WriteOptions()).bytes ?? []
  }
}
