import Parcours
import ParcoursFormats
import ParcoursModel
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

/// The page: what machines and people find in it, and what they must not.
struct PageTests {
  private func page(_ yaml: String, language: String = "en", audience: Visibility = .public) throws -> String {
    let made = converted(Array(yaml.utf8), .yaml, .html, language: language, audience: audience)
    return String(decoding: try #require(made.output), as: UTF8.self)
  }

  private let profile = """
    parcours: 1
    name: Ana <b>Lopez</b>
    language: en
    headline: Cook & coder
    contact: {email: ana@example.org, url: 'javascript:alert(1)'}
    path:
      - {kind: role, id: kitchen, title: Cook, organization: {name: "Mo's"}, startDate: 2015, endDate: 2019-06}
      - {kind: break, reason: travel, startDate: 2019-07, endDate: 2020-03, summary: Nine months by bicycle.}
      - {kind: role, title: Coder, startDate: 2020-04, transition: {kind: pivot, from: kitchen, carriedOver: [planning]}, skills: [Swift]}
      - {kind: role, title: Lead, status: agreed, startDate: 2027-01}
    skills: [{name: Swift, level: proficient, evidence: [kitchen]}]
    """

  @Test func textIsEscapedWhereverItGoes() throws {
    let page = try page(profile)
    #expect(!page.contains("<b>"))
    #expect(page.contains("<h1 class=\"p-name\">Ana &lt;b&gt;Lopez&lt;/b&gt;</h1>"))
    #expect(page.contains("Mo&#39;s"))
    #expect(!page.contains("href=\"javascript"))
    #expect(page.contains("\\u003cb\\u003e"))
  }

  @Test func machinesFindTheResume() throws {
    let page = try page(profile)
    for piece in [
      "class=\"h-resume\"", "class=\"p-contact h-card\"", "p-experience h-event", "\"@type\":\"ProfilePage\"",
      "\"@type\":\"EmployeeRole\"", "data-parcours", "<html lang=\"en\">", "datetime=\"2019-06\"", "og:title",
    ] {
      #expect(page.contains(piece), "\(piece)")
    }
  }

  @Test func pastPresentAndFutureHaveTheirPlaces() throws {
    let page = try page(profile)
    let now = try #require(page.range(of: "id=\"now\""))
    let path = try #require(page.range(of: "id=\"path\""))
    let next = try #require(page.range(of: "id=\"next\""))
    #expect(now.lowerBound < path.lowerBound && path.lowerBound < next.lowerBound)
    #expect(page.contains("Career break: Travel"))
    #expect(page.contains("A change of trade. Carried over: planning."))
  }

  @Test func stepsOfOneOrganizationStandTogether() throws {
    let page = try page(
      """
      parcours: 1
      name: Ana
      path:
        - {kind: role, title: Cook, organization: {name: Mo}, startDate: 2015-01, endDate: 2017-12}
        - {kind: role, title: Chef, organization: {name: Mo}, startDate: 2018-01, endDate: 2020-12}
        - {kind: role, title: Baker, organization: {name: Mo}, startDate: 2010-01, endDate: 2011-12}
      """)
    #expect(page.contains("<h3>Mo</h3>"))
    #expect(page.contains("<h4 class=\"p-name\">Chef</h4>") && page.contains("<h4 class=\"p-name\">Cook</h4>"))
    #expect(page.contains("<h3 class=\"p-name\">Baker</h3>"))
  }

  @Test func frenchIsSetAsFrench() throws {
    let page = try page(profile, language: "fr")
    #expect(page.contains("<html lang=\"fr\">"))
    #expect(page.contains("Pause carrière\u{202F}: Voyage"))
    #expect(page.contains("juin 2019"))
    #expect(page.contains("<p lang=\"en\"") || page.contains("lang=\"en\""))
  }

  @Test func noScriptRunsAndNothingIsFetched() throws {
    let page = try page(profile)
    #expect(page.components(separated: "<script").dropFirst().allSatisfy { $0.hasPrefix(" type=\"application/") })
    #expect(!page.contains("@import") && !page.contains("<link rel=\"stylesheet\""))
  }

  @Test func aPageWithoutAModelIsNoIdentity() throws {
    let reading = Format.html.reading(SourceText(name: "p.html", text: "<p>Hello</p>"))
    #expect(reading.identity == nil)
    #expect(reading.diagnostics.map(\.id) == ["no-identity"])
  }

  @Test func aDeepPageIsRefused() throws {
    let text = String(repeating: "<div>", count: 100_000)
    let reading = Format.html.reading(SourceText(name: "p.html", text: text))
    #expect(reading.diagnostics.map(\.id) == ["depth"])
  }
}

extension String {
  fileprivate func components(separated separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let found = rest.range(of: separator) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }
}

extension StringProtocol {
  /// Where a text stands first.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
