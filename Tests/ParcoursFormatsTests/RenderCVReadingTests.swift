import Parcours
import ParcoursInterchange
import ParcoursModel
import ParcoursSource
import TestSupport
import Testing

@testable import ParcoursFormats

/// What RenderCV alone writes and reads in its own way.
struct RenderCVReadingTests {
  /// Every text of RenderCV's may have marks: names lose them, and keep the address they link to.
  @Test func marksOfRenderCVsNames() throws {
    let yaml = """
      cv:
        name: Ana
        email: [ana@example.org, a@example.com]
        sections:
          experience:
            - company: "[The **Lab**](https://lab.example.org)"
              position: "*Senior* analyst"
              start_date: 2019-02
              highlights: ["Cut `it` by **half**, see [this](https://example.org)"]
          projects: [{name: "[Atlas](https://atlas.example.org)", summary: "*Maps*"}]
          skills: [{label: "**Cloud**", details: "*AWS*, [GCP](https://cloud.example.org)"}]
          interests: ["**Chess**"]
      locale: {language: french}
      """
    let source = SourceText(name: "cv.yaml", text: yaml)
    let identity = try #require(Format.renderCV.reading(source).identity)
    #expect(identity.language == "fr")
    let step = try #require(identity.path.first)
    #expect(step.organization?.name == "The Lab" && step.organization?.url == "https://lab.example.org")
    #expect(step.title == "Senior analyst")
    #expect(step.highlights == ["Cut `it` by **half**, see [this](https://example.org)"])
    #expect(identity.projects[0].name == "Atlas" && identity.projects[0].url == "https://atlas.example.org")
    #expect(identity.projects[0].description == "*Maps*")
    #expect(identity.skills[0].name == "Cloud" && identity.skills[0].keywords == ["AWS", "GCP"])
    #expect(identity.interests[0].name == "Chess")
    #expect(identity.extensions?["rendercv"]?["cv"]?["email"]?.elements == [.string("a@example.com")])
    #expect(identity.extensions?["rendercv"]?["locale"]?["language"] == .string("french"))
  }

  /// For RenderCV a `*` begins a text, and no alias.
  @Test func starsBeginTexts() throws {
    let text = """
      cv:
        name: Ana
        headline: *star   # of the show
        sections:
          experience:
            - company: Lab
              position: *it's* me
              start_date: 2020-01
              highlights:
                - **Led** a ward, it's big
                - * plain
            - company: Zoo
              end_date: 2019-13
      """
    let source = SourceText(name: "cv.yaml", text: text)
    #expect(Registry.standard.format(of: source)?.id == "rendercv")
    let reading = Format.renderCV.reading(source)
    let identity = try #require(reading.identity)
    #expect(identity.headline == "*star")
    #expect(identity.path[0].title == "it's me")
    #expect(identity.path[0].highlights == ["**Led** a ward, it's big", "* plain"])
    // Quotes that were put in move nothing.
    let found = try #require(reading.diagnostics.first { $0.id == "date" }?.location?.range)
    #expect(String(decoding: Array(text.utf8)[found], as: UTF8.self) == "2019-13")
    let ward = try #require(reading.sourceMap.range(of: JSONPointer(["path", "1", "organization", "name"])))
    #expect(String(decoding: Array(text.utf8)[ward], as: UTF8.self) == "Zoo")
    // So do keys that stand twice, behind a text that became longer.
    let twice = SourceText(name: "cv.yaml", text: "cv:\n  name: Ana\n  headline: *it's* 'me'\n  email: a\n  email: b")
    let double = try #require(Format.renderCV.reading(twice).diagnostics.first { $0.id == "duplicate-key" })
    for range in [double.range, double.notes.first?.location?.range] {
      let range = try #require(range)
      #expect(range.upperBound <= twice.bytes.count)
      #expect(String(decoding: twice.bytes[range], as: UTF8.self).hasPrefix("email"))
    }
    // Anchors and aliases of others stay what they are.
    let anchored = SourceText(name: "cv.yaml", text: "cv:\n  name: &n Ana\n  headline: *n\n")
    #expect(Format.renderCV.reading(anchored).identity?.headline == "Ana")
  }

  /// A section of several words is about all of them.
  @Test(arguments: ["Volunteering", "Volunteer projects", "Prix et bénévolat", "volunteer_work"])
  func voluntarySectionsAreKnown(_ title: String) throws {
    let text = "cv:\n  name: Ana\n  sections:\n    \(title): [{company: Bank, position: Driver, start_date: 2020}]\n"
    let step = try #require(Format.renderCV.reading(SourceText(name: "a.yaml", text: text)).identity?.path.first)
    #expect(step.engagement == .volunteer && step.organization?.name == "Bank")
  }

  /// Profiles that RenderCV does not know are custom connections.
  @Test func profilesAreNotDropped() throws {
    var identity = Identity()
    identity.name = "Ana"
    identity.contact = Contact()
    let known: [(String, String?, String?)] = [
      ("GitHub", "ana", nil), ("Malt", "ana", "https://malt.fr/ana"), ("LinkedIn", nil, "https://linkedin.com/in/ana"),
      ("Page", nil, "ana.example.org"),
    ]
    identity.contact?.profiles = known.map { network, user, url in
      var profile = Profile()
      (profile.network, profile.username, profile.url) = (network, user, url)
      return profile
    }
    let bytes = Format.renderCV.written(identity, Looking(language: "en", audience: .public, asOf: .epoch))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      text.contains("network: GitHub") && text.contains("placeholder: Malt")
        && text.contains("https://linkedin.com/in/ana"))
    let back = try #require(Format.renderCV.reading(SourceText(name: "a.yaml", bytes: bytes)).identity)
    #expect(
      back.contact?.profiles.map(\.url) == [
        nil, "https://malt.fr/ana", "https://linkedin.com/in/ana", "https://ana.example.org",
      ])
  }
}
