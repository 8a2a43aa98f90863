internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSystem

/// A word where a code is wanted.
enum WordForCode: Rule {
  static let metadata = RuleMetadata(
    id: "word-for-code",
    summary: "The name of a language, a country or a place where its code is wanted.",
    rationale: """
      Programs compare codes: who speaks `English` speaks no `en` to them, and in `Lisbon` it is no hour of the day.
      """,
    severity: .error, since: "0.2.0",
    examples: [
      .identity(
        """
        languages:
          - {language: ↓English, fluency: C1}
        """),
      .identity(
        """
        contact:
          location: {city: Lisboa, timeZone: ↓Lisbon}
        """),
      .contract(
        """
        timeZone: ↓Lisbon
        needs: [{id: n, skill: SQL, days: 10}]
        """),
      .identity(
        """
        languages:
          - {language: en, fluency: C1}
        contact:
          location: {city: Lisboa, timeZone: Europe/Lisbon}
        """),
    ],
    french: [
      "\"{}\" is the name of a language; its code is wanted": "« {} » est le nom d’une langue ; il faut son code",
      "\"{}\" is no time zone that is known here": "« {} » n’est pas un fuseau horaire connu ici",
      "write a zone of the IANA's list, such as Europe/Paris":
        "écrivez un fuseau de la liste de l’IANA, comme Europe/Paris",
      "write `{}`": "écrivez `{}`",
    ])

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    let identity = subject.identity
    language(identity.language, ["language"], &findings)
    for (index, spoken) in identity.languages.enumerated() {
      language(spoken.language, ["languages", String(index), "language"], &findings)
    }
    zone(identity.contact?.location?.timeZone, ["contact", "location", "timeZone"], &findings)
  }

  static func check(_ contract: Contract, _ asOf: PartialDate, _ findings: inout Findings) {
    language(contract.language, ["language"], &findings)
    for (side, all) in [
      ("everyone", contract.languages?.everyone ?? []), ("someone", contract.languages?.someone ?? []),
    ] {
      for (index, one) in all.enumerated() {
        language(one.language, ["languages", side, String(index), "language"], &findings)
      }
    }
    zone(contract.timeZone, ["timeZone"], &findings)
  }

  private static func language(_ tag: String?, _ place: [String], _ findings: inout Findings) {
    // A code of three letters may be a word too; what is a word alone is longer.
    guard let tag, tag.utf8.count > 3, let code = Languages.code(of: tag), code.lowercased() != tag.lowercased() else {
      return
    }
    findings.add("\"\(tag)\" is the name of a language; its code is wanted", at: place, help: "write `\(code)`")
  }

  private static func zone(_ name: String?, _ place: [String], _ findings: inout Findings) {
    // Where the system has no list of zones, nothing can be said of them.
    guard let name, !name.isEmpty, !TimeZones.isKnown(name), !TimeZones.names.isEmpty else { return }
    let wanted = Folding.compact(name)
    let near =
      TimeZones.names.first { zone in zone.split(separator: "/").last.map { Folding.compact(String($0)) } == wanted }
      ?? Spelling.nearest(to: name, among: TimeZones.names)
    findings.add(
      "\"\(name)\" is no time zone that is known here", at: place,
      help: near.map { "write `\($0)`" } ?? "write a zone of the IANA's list, such as Europe/Paris")
  }
}
