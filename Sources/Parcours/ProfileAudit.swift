internal import ParcoursFormats
internal import ParcoursInterchange
public import ParcoursLint
internal import ParcoursMatch
public import ParcoursModel
internal import ParcoursReport
internal import ParcoursSyntax
internal import ParcoursTransform

/// A profile looked through for what keeps it from being found, understood and believed, told in French or English.
public struct ProfileAudit: Sendable {
  /// What was found.
  public let audit: Audit
  private let language: String

  /// Looks through what an audience sees of an identity.
  ///
  /// - Parameters:
  ///   - audience: whose eyes it is looked at with; what they may not see does not count.
  ///   - wanted: skills that readers look for.
  public init(
    _ identity: Identity, audience: Visibility, wanted: [String] = [], language: String, asOf today: PartialDate
  ) {
    self.language = language
    let thesaurus = Thesauri.standard
    audit = Audit(
      identity.visible(to: audience, asOf: today).identity.plainTexts, of: identity.plainTexts, asOf: today,
      wanted: wanted,
      language: language,
      isKnown: { !thesaurus.concepts(named: $0).isEmpty })
  }

  private func say(_ english: String, _ french: String) -> String { Audit.Words(english, french)(language) }

  private func title(_ aim: Audit.Aim) -> String {
    switch aim {
    case .found: say("To be found", "Pour être trouvé")
    case .understood: say("To be understood", "Pour être compris")
    case .believed: say("To be believed", "Pour être cru")
    case .wanted: say("What comes next", "La suite")
    }
  }

  /// The score and each check as lines.
  public var lines: [String] {
    let colon = say(":", "\u{202F}:")
    var lines = ["\(say("score", "score"))\(colon) \(audit.score) / 100"]
    for aim in Audit.Aim.allCases {
      let items = audit.items.filter { $0.aim == aim }
      let (points, most) = (items.reduce(0) { $0 + $1.points }, items.reduce(0) { $0 + $1.most })
      lines += ["", "\(title(aim))\(colon) \(points) / \(most)"]
      for item in items {
        let sum = "\(item.points)/\(item.most)"
        lines.append(
          "  " + String(repeating: " ", count: max(0, 5 - sum.count)) + "\(sum)  \(item.found(language)) [\(item.id)]")
        if let advice = item.advice { lines.append("         → \(advice(language))") }
      }
    }
    return lines
  }

  /// The lines as text, control characters made visible.
  public var text: String { lines.map { TerminalText.visible($0) }.joined(separator: "\n") + "\n" }

  /// The same as JSON.
  public var json: [UInt8] {
    let items = audit.items.map { item -> JSONValue in
      var members: [JSONValue.Member] = [
        .init("id", .string(item.id)), .init("aim", .string(item.aim.rawValue)), .init("points", item.points.json),
        .init("most", item.most.json), .init("found", .string(item.found(language))),
      ]
      if let advice = item.advice { members.append(.init("advice", .string(advice(language)))) }
      return .object(members)
    }
    return JSONPrinter.print(
      Tree.document(.object([.init("score", audit.score.json), .init("checks", .array(items))])))
  }
}
