import Parcours
import ParcoursFormats
import ParcoursModel
import ParcoursSource
import ParcoursTransform
import TestSupport
import Testing

/// What an audience may see: canaries stand in every private field, unknown key and confidential name; none may come
/// through in any format.
struct AudienceTests {
  static let profile = """
    # CANARY-comment
    parcours: 1
    id: ana
    language: en
    name: Ana Lopez
    headline: Engineer
    summary: I worked for Canary Industries and CANARY industries' friends.
    contact:
      email: ana@example.org
      phone: CANARY-phone
      fieldVisibility: {phone: network}
      location: {address: CANARY-street, city: Lyon, fieldVisibility: {address: private}}
      profiles:
        - {network: CANARY-net, visibility: private, url: https://example.org/CANARY-url}
    path:
      - kind: role
        id: canary-industries
        title: Engineer at Canary Industries
        organization: {name: Canary Industries, alias: {en: A maker of cages, fr: Un fabricant de cages}, confidential: true, url: https://canary-industries.example, description: CANARY-description}
        startDate: 2020
        endDate: 2022
        summary: {fr: Chez Canary Industries, en: At Canary Industries}
        highlights: [Saw https://canary-industries.example/x]
        extensions: {jsonresume: {x-secret: UNKNOWN-item}}
      - kind: role
        id: CANARY-hidden
        visibility: private
        title: CANARY-title
        startDate: 2022-01
        extensions: {jsonresume: {x-secret: CANARY-unknown}}
      - {kind: role, status: sought, title: CANARY-wish}
      - {kind: role, title: Coder, startDate: 2023, transition: {kind: pivot, from: CANARY-hidden}}
    skills:
      - {name: Swift, evidence: [CANARY-hidden, canary-industries]}
    availability: {from: 2027-01-04, booked: [{startDate: 2027-02-01, endDate: 2027-02-02}]}
    rate: {amount: 987654, currency: EUR, per: day}
    network: [{id: CANARY-friend, name: CANARY-name, basis: met}]
    targets: {CANARY-target: {headline: CANARY-headline}}
    outputs: [{format: html, path: CANARY-path}]
    extensions: {crm: {note: CANARY-crm}, jsonresume: {x-note: UNKNOWN-root}}
    """

  private func outputs(_ audience: Visibility) throws -> [(format: String, text: String)] {
    try Registry.standard.formats.filter { $0.write != nil }.flatMap { format in
      try ["en", "fr"].map { language in
        let made = Converter().convert(
          SourceText(name: "-", text: Self.profile), from: .yaml, to: format,
          ConversionOptions(language: language, audience: audience, asOf: .epoch))
        // A calendar of nothing is not written.
        if made.findings.diagnostics.map(\.id) == ["nothing-to-write"] { return (format.id, "") }
        return (format.id, String(decoding: try #require(made.output), as: UTF8.self))
      }
    }
  }

  private func leaks(_ text: String, _ words: [String]) -> [String] {
    let folded = text.lowercased()
    return words.filter { folded.contains($0.lowercased()) }
  }

  @Test func nothingPrivateIsPublic() throws {
    for (format, text) in try outputs(.public) {
      #expect(leaks(text, ["canary", "987654", "2027-01-04"]).isEmpty, "\(format)")
      if format != "jsonresume" { #expect(leaks(text, ["UNKNOWN"]).isEmpty, "\(format)") }
    }
  }

  @Test func theNetworkSeesWhatIsMeantForIt() throws {
    for (format, text) in try outputs(.network) {
      let hidden = [
        "987654", "CANARY-street", "CANARY-net", "CANARY-title", "CANARY-unknown", "CANARY-friend", "CANARY-crm",
        "CANARY-target", "Canary Industries", "canary-industries", "CANARY-comment", "CANARY-description",
      ]
      #expect(leaks(text, hidden).isEmpty, "\(format)")
      if format == "html" { #expect(text.contains("CANARY-phone") && text.contains("CANARY-wish")) }
    }
  }

  @Test func theOwnerSeesAll() throws {
    for (format, text) in try outputs(.private) where ["yaml", "json", "html", "jsonresume"].contains(format) {
      for word in ["CANARY-phone", "CANARY-title", "CANARY-crm", "Canary Industries", "987654"] {
        #expect(text.contains(word), "\(format) lacks \(word)")
      }
    }
  }

  @Test func theAliasStandsForTheName() throws {
    let reading = Format.yaml.reading(SourceText(name: "-", text: Self.profile))
    let seen = try #require(reading.identity).visible(to: .public)
    #expect(seen.identity.path[0].organization?.name == nil)
    #expect(seen.identity.path[0].title?.versions[0].text == "Engineer at a maker of cages")
    #expect(
      seen.identity.path[0].summary?.version(for: "fr", documentLanguage: "en")?.text == "Chez un fabricant de cages")
    #expect(seen.identity.summary?.versions[0].text == "I worked for a maker of cages and a maker of cages' friends.")
    #expect(seen.identity.skills[0].evidence.isEmpty)
    #expect(seen.withheld > 10)
  }

  @Test func aConfidentialClientWithoutAliasIsOne() throws {
    let text =
      "parcours: 1\nname: A\npath: [{kind: role, title: T, organization: {name: Secret Ltd, confidential: true}}]\n"
    let reading = Format.yaml.reading(SourceText(name: "-", text: text))
    let seen = try #require(reading.identity).visible(to: .public).identity
    #expect(seen.path[0].organization?.alias?.version(for: "fr", documentLanguage: "fr")?.text == "Client confidentiel")
  }

  /// What is visible to a narrower audience contains what is visible to a wider one, and seeing twice changes nothing.
  @Test(arguments: Repository.names(in: Repository.root + "/Examples/profiles"))
  func visibilityIsIdempotentAndMonotone(_ name: String) throws {
    let bytes = try #require(Repository.read("\(Repository.root)/Examples/profiles/\(name)"))
    let reading = Format.yaml.reading(SourceText(name: name, bytes: bytes))
    let identity = try #require(reading.identity)
    let seen = identity.visible(to: .public).identity
    #expect(seen.visible(to: .public).identity == seen)
    #expect(identity.visible(to: .network).identity.visible(to: .public).identity == seen)
  }

  /// What a company is called without its legal form is its name, too; an alias is small inside a sentence.
  @Test func theLegalFormIsNoPartOfTheName() throws {
    let text = try published(
      """
      summary: I worked for Zorblax, then left. Zorblax SAS was fine.
      path:
        - {kind: role, title: Dev at ZORBLAX, startDate: 2020, organization: {name: Zorblax S.A.S., alias: A bank, confidential: true}}
      """)
    #expect(!text.lowercased().contains("zorblax"))
    #expect(text.contains("worked for a bank, then left") && text.contains("Dev at a bank"))
  }

  private func published(_ yaml: String, _ audience: Visibility = .public) throws -> String {
    try Registry.standard.formats.filter { $0.write != nil }.map { format in
      let made = Converter().convert(
        SourceText(name: "-", text: "parcours: 1\nname: A\n" + yaml), from: .yaml, to: format,
        ConversionOptions(language: "en", audience: audience, asOf: .epoch))
      if made.findings.diagnostics.map(\.id) == ["nothing-to-write"] { return "" }
      return String(decoding: try #require(made.output), as: UTF8.self)
    }.joined()
  }

  /// Names hide in words, addresses, other spellings and other alphabets.
  @Test(arguments: [
    ("EDF", "at edf2024 in May"), ("EDF", "EDFgroup"), ("EDF ", "seen at edf."), ("AT&T", "www.att.com/jobs"),
    ("阿里", "在阿里工作"), ("İş Bankası", "Is Bankasi"), ("Việt Tiến", "Viet Tien"),
    ("Assurances Boréal", "assurances-boreal"),
    ("Assurances Boréal", "https://fr.example.org/Assurances_Bor%C3%A9al"), ("Assurances Boréal", "ASSURANCES BORÉAL"),
  ])
  func confidentialNamesAreFound(_ name: String, _ text: String) throws {
    let all = try published(
      "path: [{kind: role, title: '\(text)', organization: {name: '\(name)', alias: Someone, confidential: true}}]\n")
    #expect(!all.contains(text))
    #expect(all.contains("Someone"))
  }

  @Test func shortNamesInsideOtherWordsAreNone() throws {
    let all = try published(
      "headline: Worked for organisations\npath: [{kind: role, title: T, organization: {name: Or, alias: X, confidential: true}}]\n"
    )
    #expect(all.contains("Worked for organisations"))
  }

  @Test func formatDataDoesNotBringBackWhatIsHidden() throws {
    let all = try published(
      """
      contact: {email: a@b.example, visibility: private, fieldVisibility: {phone: private}}
      path:
        - {kind: role, title: T, organization: {name: W}, fieldVisibility: {startDate: private}, startDate: 2020, extensions: {jsonresume: {startDate: CANARY-date, location: {city: CANARY-city}}}}
      extensions: {jsonresume: {parcours:basics: {phone: CANARY-phone}, clients: {EDF: CANARY-ok}}}
      """)
    #expect(!all.contains("CANARY-date") && !all.contains("CANARY-city") && !all.contains("CANARY-phone"))
  }

  @Test func aliasesKeepTheirMarksAndSayNoOtherName() throws {
    let all = try published(
      """
      path:
        - {kind: role, title: A, organization: {name: Gamma Corp, confidential: true, alias: CANARY-alias, fieldVisibility: {alias: private}}}
        - {kind: role, title: B, organization: {name: Delta Corp, confidential: true, alias: Filiale de Gamma Corp}}
      """)
    #expect(!all.contains("CANARY") && !all.contains("Gamma Corp"))
    #expect(all.contains("Filiale de Confidential client"))
  }

  @Test func namesOfPrivateSkillsGoWithThem() throws {
    let all = try published(
      "skills: [{name: Nukes, visibility: private}]\npath: [{kind: role, title: T, skills: [Nukes, Swift]}]\n")
    #expect(!all.contains("Nukes") && all.contains("Swift"))
  }

  @Test func aFieldThatTellsWhatAnItemIsTakesItAlong() throws {
    let all = try published(
      "path: [{kind: role, status: sought, title: CANARY, visibility: public, fieldVisibility: {status: private}}]\n")
    #expect(!all.contains("CANARY"))
  }

  @Test func manyConfidentialNamesAreQuick() throws {
    let steps = (0..<600).map {
      "  - {kind: role, title: Job \($0), organization: {name: Company Number \($0), confidential: true}}"
    }
    let all = try published("path:\n" + steps.joined(separator: "\n") + "\n")
    #expect(!all.contains("Company Number"))
  }

  /// A file that forgot its first line is still an identity: taken for a résumé, its private fields would be passed on.
  @Test func anIdentityWithoutItsMarkIsOne() throws {
    let text = "name: N\nheadline: H\nrate: {amount: 987654, currency: EUR, per: day}\npath: [{kind: role, title: T}]\n"
    let source = SourceText(name: "n.yaml", text: text)
    #expect(Registry.standard.format(of: source)?.id == "yaml")
    // Said to be a résumé, it is refused.
    let made = Converter().convert(
      source, from: .jsonResume, to: .jsonResume, ConversionOptions(audience: .public, asOf: .epoch))
    #expect(made.output == nil && made.findings.diagnostics.map(\.id) == ["identity-as-resume"])
    #expect(Validator(asOf: .epoch).validate(source).diagnostics.contains { $0.id == "required" })
    #expect(Registry.standard.format(of: SourceText(name: "c.yaml", text: "contract: 1\nid: c\n"))?.id == nil)
  }
}
