import Parcours
import ParcoursFormats
import ParcoursModel
import ParcoursPool
import ParcoursSource
import TestSupport
import Testing

/// The pages of a team: what they say, and what they must not.
struct TeamPageTests {
  private static let contract = """
    contract: 1
    id: bridge
    title: {en: A <b>bridge</b>, fr: Un <b>pont</b>}
    client: {name: CANARY-client, alias: A builder, confidential: true}
    language: en
    startDate: 2027-01-04
    endDate: 2027-02-26
    currency: EUR
    budget: 12000
    needs:
      - {id: data, skill: SQL, level: competent, days: 10}
      - {id: page, skill: Web accessibility, level: proficient, days: 7}
      - {id: class, skill: "Training & \\"more\\"", days: 5, must: false}
    team: {min: 2, max: 3, minDays: 5}
    trust: {price: 100}
    """

  private static let ana = """
    parcours: 1
    id: ana
    name: Ana <script>alert(1)</script>
    headline: Data & more
    contact: {email: ana@example.org, phone: CANARY-phone, fieldVisibility: {phone: private}}
    path:
      - {kind: role, id: lab, title: Analyst, organization: {name: The Lab}, startDate: 2020-01, endDate: 2023-01}
      - {kind: role, id: bank, title: Auditor, startDate: 2023-02, organization: {name: CANARY-bank, alias: A bank, confidential: true}}
      - {kind: role, id: secret, title: CANARY-step, startDate: 2024-01, visibility: private}
      - {kind: role, status: sought, title: CANARY-sought}
    skills:
      - {name: PostgreSQL, level: expert, evidence: [lab, secret]}
      - {name: SQL, level: novice, evidence: [lab]}
    rate: {amount: 400, currency: EUR, per: day}
    network: [{id: ben, name: CANARY-tie, basis: workedTogether}]
    recommendations:
      - {from: {name: Paula Prior}, relation: client, text: 'A "sure" hand.'}
      - {from: {name: Otto}, text: She helped at Canary Holding too.}
      - {from: {name: CANARY-from}, text: CANARY-word, visibility: private}
    extensions: {other: CANARY-extension}
    """

  private static let ben = """
    parcours: 1
    id: ben
    name: Ben
    path:
      - {kind: role, id: lab, title: Tester, organization: {name: The Lab}, startDate: 2021-01, endDate: 2022-01}
      - {kind: role, title: Advisor, organization: {name: Canary Holding, alias: A holding, confidential: true}, startDate: 2022-02}
    skills: [{name: RGAA, level: proficient, evidence: [lab]}]
    rate: {amount: 380, currency: EUR, per: day}
    network: [{id: ana, basis: workedTogether}]
    """

  private static func page(_ document: TeamDocument, _ language: String, edit: (inout Contract) -> Void = { _ in })
    throws -> String
  {
    let today = try #require(PartialDate("2026-11-25"))
    let finder = TeamFinder()
    var contract = try #require(
      finder.contract(Input(SourceText(name: "c.yaml", text: contract)), asOf: today).contract)
    edit(&contract)
    var pool = PoolReading()
    for (id, text) in [("ana", ana), ("ben", ben)] {
      let reading = Format.yaml.reading(SourceText(name: "p.yaml", text: text))
      pool.members.append(PoolMember(id: id, identity: try #require(reading.identity)))
    }
    var request = TeamFinder.Request()
    request.language = language
    let team = finder.team(for: contract, from: [pool], request)
    let theme = try #require(Themes.named("classic"))
    let dossier = finder.dossier(team, for: contract, from: [pool], request, asOf: today, theme: theme)
    return String(decoding: document.write(dossier), as: UTF8.self)
  }

  @Test(arguments: TeamDocument.allCases, ["en", "fr"])
  func nothingPrivateIsToldAndNothingRuns(_ document: TeamDocument, _ language: String) throws {
    let page = try Self.page(document, language)
    #expect(!page.uppercased().contains("CANARY"))
    #expect(!page.contains("<script>alert"))
    #expect(!page.contains("<b>"))
  }

  @Test func theBidSaysWhoWhyAndForHowMuch() throws {
    let page = try Self.page(.bid, "en")
    for said in [
      "A builder", "Ana &lt;script&gt;alert(1)&lt;/script&gt; and Ben were at The Lab at the same time.",
      "<td>10</td><td>4,000\u{A0}EUR</td>", "<td>7</td><td>2,660\u{A0}EUR</td>", "<td>17</td><td>6,660\u{A0}EUR</td>",
      "not offered: Training &amp; &quot;more&quot;", "A &quot;sure&quot; hand.", "href=\"#cv-1-", "id=\"cv-1-",
      "mailto:ana@example.org",
    ] { #expect(page.contains(said), "\(said)") }
  }

  @Test func theSharesAddUp() throws {
    let page = try Self.page(.agreement, "fr")
    for said in [
      "60\u{202F}%", "40\u{202F}%", "100\u{202F}%", "4\u{202F}000\u{A0}EUR", "«\u{202F}le mandataire\u{202F}»",
    ] {
      #expect(page.contains(said), "\(said)")
    }
  }

  @Test func thePageShowsTheTeamAndItsPrice() throws {
    let page = try Self.page(.html, "en")
    for said in [
      "by PostgreSQL", "10 of 38", "7 of 38", "worked together (1).", "6,760\u{A0}EUR", "Proven best", "Without Ben",
    ] { #expect(page.contains(said), "\(said)") }
  }

  /// Where there is no team, the page says why.
  @Test func thePageOfNoTeam() throws {
    let page = try Self.page(.html, "fr") { $0.budget = 100 }
    #expect(page.contains("aucune équipe"))
    #expect(page.contains("<li>Un budget de 6\u{202F}660\u{A0}EUR"))
  }

  /// Every id of a page stands once, and every link within it leads somewhere.
  @Test(arguments: TeamDocument.allCases) func linksLeadSomewhere(_ document: TeamDocument) throws {
    let page = try Self.page(document, "en")
    func values(_ start: String) -> [String] {
      page.split(separator: start, omittingEmptySubsequences: false).dropFirst().map {
        String($0.prefix { $0 != "\"" })
      }
    }
    let ids = values(" id=\"")
    #expect(Set(ids).count == ids.count)
    #expect(values(" href=\"#").filter { !ids.contains($0) } == [])
  }
}

/// Shares that people add up.
struct ShareTests {
  @Test(arguments: [[1, 1, 1], [333, 333, 334], [5, 0, 0], [1, 2, 3, 4, 5, 6, 7], [17, 17, 17, 17, 17, 15]])
  func sharesAreAHundred(_ parts: [Int]) {
    let shares = Shares.percents(parts)
    #expect(shares.reduce(0, +) == 100 && shares.count == parts.count)
    let whole = parts.reduce(0, +)
    for (part, share) in zip(parts, shares) { #expect(abs(Double(part) * 100 / Double(whole) - Double(share)) < 1) }
    #expect(Shares.percents([0, 0]) == [0, 0])
  }
}
