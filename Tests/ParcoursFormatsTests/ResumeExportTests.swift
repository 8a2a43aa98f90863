import Parcours
import ParcoursModel
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

@testable import ParcoursFormats

/// What programs that know JSON Resume alone, themes above all, see of a path that is not a row of jobs.
struct ResumeExportTests {
  private static let yaml = """
    parcours: 1
    language: en
    name: Jo Doe
    path:
      - kind: role
        id: own
        title: Consultant
        engagement: freelance
        startDate: 2022-01
        engagements:
          - {client: {name: Port Authority}, title: Tracking, startDate: 2022-02, summary: "**All** calls.", skills: [SQL]}
          - {client: {name: Secret Bank, alias: A bank, confidential: true}, startDate: 2023-01, highlights: [Two audits]}
      - {kind: break, reason: fullTimeParenting, startDate: 2021-01, endDate: 2021-12}
      - kind: role
        title: Architect
        organization: {name: Grid SA, alias: {en: A grid operator, fr: Un gestionnaire de réseau}, confidential: true}
        startDate: 2018-01
        endDate: 2020-12
      - {kind: role, title: Lead, status: sought}
    projects: [{name: Map}]
    """

  private func resume(_ audience: Visibility, _ language: String) throws -> (Identity, JSONValue, SourceText) {
    let identity = try #require(Format.yaml.reading(SourceText(name: "jo.yaml", text: Self.yaml)).identity)
    let seen = identity.visible(to: audience).identity
    let bytes = Format.jsonResume.written(
      seen, Looking(language: language, audience: audience, asOf: try #require(PartialDate("2026-11-27"))))
    let source = SourceText(name: "jo.json", bytes: bytes)
    return (seen, Tree.value(try JSONParser.parse(source)), source)
  }

  @Test(arguments: [Visibility.public, .private], ["en", "fr"]) func everyStepHasAName(
    _ audience: Visibility, _ language: String
  ) throws {
    let (seen, value, source) = try resume(audience, language)
    let work = try #require(value["work"]?.elements)
    let isFrench = language == "fr"
    #expect(work.count == 3)
    #expect(work[0]["name"]?.string == "Freelance")
    #expect(work[1]["name"]?.string == (isFrench ? "Pause carrière" : "Career break"))
    #expect(work[1]["position"]?.string?.isEmpty == false)
    let grid = isFrench ? "Un gestionnaire de réseau" : "A grid operator"
    #expect(work[2]["name"]?.string == (audience == .public ? grid : "Grid SA"))
    let projects = try #require(value["projects"]?.elements)
    #expect(projects.map { $0["name"]?.string } == ["Map", audience == .public ? "A bank" : "Secret Bank", "Tracking"])
    #expect(projects[1]["entity"] == nil)
    #expect(projects[2]["entity"]?.string == "Port Authority")
    #expect(projects[2]["description"]?.string == "All calls.")
    #expect(projects[2]["keywords"]?.elements == [.string("SQL")])
    let found = Validator(.named("jsonresume"), asOf: .epoch).validate(source)
    #expect(found.diagnostics.allSatisfy { $0.severity < .error }, "\(found.diagnostics)")
    let back = try #require(Format.jsonResume.reading(source).identity)
    #expect(Loss.between(seen, back).isEmpty && back.projects.count == 1 && back.path.count == seen.path.count)
    #expect(back.extensions == nil)
  }

  /// Signs that are no marks come back as such, and missions with marks are still missions.
  @Test(arguments: ["use \\*args\\* here", "\\- x\n\\- y", "**bold**", "plain"]) func signsComeBack(_ text: String)
    throws
  {
    var identity = Identity()
    identity.name = "Jo"
    identity.summary = LocalizedText(text)
    var step = Step()
    step.title = "Consultant"
    var mission = ClientEngagement()
    mission.title = "Audit"
    mission.summary = "**Led** x"
    step.engagements = [mission]
    identity.path = [step]
    let options = Looking(language: "en", audience: .private, asOf: .epoch)
    let bytes = Format.jsonResume.written(identity, options)
    let back = try #require(Format.jsonResume.reading(SourceText(name: "jo.json", bytes: bytes)).identity)
    #expect(back.summary == identity.summary && back.path == identity.path)
    #expect(back.projects.isEmpty && back.extensions == nil)
    #expect(Format.jsonResume.written(back, options) == bytes)
  }

  /// A mission that was edited among the projects is a project: what somebody wrote is kept.
  @Test func anEditedMissionIsAProject() throws {
    let (_, _, source) = try resume(.private, "en")
    let text = String(decoding: source.bytes, as: UTF8.self).split(separator: "\"All calls.\"").joined(
      separator: "\"Every call.\"")
    let back = try #require(Format.jsonResume.reading(SourceText(name: "jo.json", text: text)).identity)
    #expect(back.projects.compactMap { $0.description?.versions.first?.text } == ["Every call."])
    #expect(back.path[0].engagements.count == 2)
  }
}
