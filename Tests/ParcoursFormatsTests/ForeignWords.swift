import Parcours
import ParcoursInterchange
import ParcoursModel
import ParcoursSource
import TestSupport
import Testing

@testable import ParcoursFormats

/// What people say in the words of other formats, and what comes of it.
struct ForeignWords {
  private let day = PartialDate("2026-11-21") ?? .epoch

  /// Of an end that is none, the year is one.
  @Test(arguments: [
    (
      "a.fresh.json",
      "{\"name\":\"A B\",\"employment\":{\"history\":[{\"employer\":\"Z\",\"position\":\"P\",\"start\":\"2019-01\",\"end\":\"2020-99\"}]}}"
    ),
    (
      "a.mac.json",
      "{\"aboutMe\":{\"profile\":{\"name\":\"A\"}},\"experience\":{\"jobs\":[{\"organization\":{\"name\":\"Z\"},\"roles\":[{\"name\":\"P\",\"startDate\":\"2019-01-01\",\"finishDate\":\"2020-99-01\"}]}]}}"
    ),
    (
      "a.rendercv.yaml",
      "cv:\n  name: A B\n  sections:\n    work: [{company: Z, position: P, start_date: 2019-01, end_date: 2020-99}]\n"
    ),
    (
      "a.xml",
      "<Candidate><CandidateProfile><EmploymentHistory><EmployerHistory><OrganizationName>Z</OrganizationName><PositionHistory><PositionTitle>P</PositionTitle><EmploymentPeriod><StartDate><FormattedDateTime>2019-01</FormattedDateTime></StartDate><EndDate><FormattedDateTime>2020-99</FormattedDateTime></EndDate></EmploymentPeriod></PositionHistory></EmployerHistory></EmploymentHistory></CandidateProfile></Candidate>"
    ),
  ]) func theYearOfADateIsSure(_ name: String, _ text: String) throws {
    let source = SourceText(name: name, text: text)
    let identity = try #require(Registry.standard.format(of: source)?.reading(source).identity)
    #expect(identity.path[0].endDate == PartialDate("2020") && identity.path[0].startDate?.year == 2019)
    for language in ["en", "fr"] {
      let text = String(
        decoding: Format.linkedIn.written(identity, Looking(language: language, audience: .public, asOf: day)),
        as: UTF8.self)
      #expect(!text.contains("Present") && !text.contains("Today") && !text.contains("Aujourd"), "\(text)")
    }
  }

  /// The two parts of a name that a source has told go back as they were.
  @Test(arguments: [(Format.manfred, "a.mac.json"), (Format.europass, "a.xml")], [Visibility.public, .private])
  func partsOfNamesStay(_ format: (Format, String), _ audience: Visibility) throws {
    let text =
      format.1 == "a.xml"
      ? "<Candidate><CandidatePerson><PersonName><GivenName>María José</GivenName><FamilyName>García Márquez</FamilyName></PersonName></CandidatePerson></Candidate>"
      : "{\"aboutMe\":{\"profile\":{\"name\":\"María José\",\"surnames\":\"García Márquez\"}}}"
    var identity = try #require(format.0.reading(SourceText(name: format.1, text: text)).identity)
    #expect(identity.name == "María José García Márquez")
    let look = Looking(language: "en", audience: audience, asOf: day)
    #expect(
      String(decoding: format.0.written(identity, look), as: UTF8.self).contains(
        format.1 == "a.xml" ? ">María José<" : "\"María José\""))
    identity.name = "Ana Li"
    let other = String(decoding: format.0.written(identity, look), as: UTF8.self)
    #expect(other.contains(format.1 == "a.xml" ? ">Ana<" : "\"Ana\"") && !other.contains("María"))
  }

  /// Voluntary work is voluntary when it comes back.
  @Test(arguments: ForeignResumes.all.indices, ["en", "fr"]) func voluntaryWorkStaysVoluntary(
    _ index: Int, _ language: String
  ) throws {
    let (format, name, _) = ForeignResumes.all[index]
    let bytes = format.written(.whole(), Looking(language: language, audience: .public, asOf: day))
    let back = try #require(format.reading(SourceText(name: name, bytes: bytes)).identity)
    let all = back.path.filter { $0.engagement == .volunteer }
    #expect(all.map(\.title) == ["Driver"] && all.first?.organization?.name == "Food bank")
    // No title, no qualification and no level is invented.
    let text = String(decoding: bytes, as: UTF8.self)
    for word in ["unaccredited", "some-college"] { #expect(!text.contains(word), "\(format.id)") }
  }

  /// A break is one by whatever it is called, and its words are told.
  @Test(arguments: [
    ("Career break", "Parental leave", Step.BreakReason.fullTimeParenting, nil),
    ("Pause carrière", "Congé parental", .fullTimeParenting, nil), ("career break", "Sick leave", .health, nil),
    ("Career break", "Rebuilt a boat", nil, "Rebuilt a boat"), ("Career break", "Pause", nil, nil),
  ]) func breaksAreKnownByTheirWords(
    _ employer: String, _ position: String, _ reason: Step.BreakReason?, _ told: String?
  ) throws {
    let texts = [
      (
        "a.fresh.json",
        "{\"name\":\"A\",\"employment\":{\"history\":[{\"employer\":\"\(employer)\",\"position\":\"\(position)\",\"start\":\"2019-01\",\"end\":\"2020-01\"}]}}"
      ),
      (
        "a.mac.json",
        "{\"aboutMe\":{\"profile\":{\"name\":\"A\"}},\"experience\":{\"jobs\":[{\"organization\":{\"name\":\"\(employer)\"},\"roles\":[{\"name\":\"\(position)\",\"startDate\":\"2019-01-01\",\"finishDate\":\"2020-01-31\"}]}]}}"
      ),
      (
        "a.rendercv.yaml",
        "cv:\n  name: A\n  sections:\n    work: [{company: \(employer), position: \(position), start_date: 2019-01, end_date: 2020-01}]\n"
      ),
    ]
    for (name, text) in texts {
      let source = SourceText(name: name, text: text)
      let step = try #require(Registry.standard.format(of: source)?.reading(source).identity?.path.first)
      #expect(step.kind == .break && step.reason == reason && step.title == nil, "\(name)")
      #expect(step.summary == told.map { LocalizedText($0) }, "\(name)")
    }
  }

  /// A company may be called Pause.
  @Test(arguments: ["Pause", "Break", "Auszeit"]) func aCompanyMayBeCalledPause(_ name: String) throws {
    let text = """
      {"name":"A","employment":{"history":[{"employer":"\(name)","position":"Cook","start":"2019-01"}]}}
      """
    let step = try #require(Format.fresh.reading(SourceText(name: "a.fresh.json", text: text)).identity?.path.first)
    #expect(step.kind == .role && step.organization?.name == name && step.title == "Cook")
  }

  /// What says more than the model holds is kept whole.
  @Test(arguments: [
    (
      "aboutMe",
      "\"relevantLinks\":[{\"type\":\"website\",\"URL\":\"https://a.example.org\",\"description\":\"CANARY\"}],"
    ),
    (
      "experience",
      "\"jobs\":[{\"organization\":{\"name\":\"Z\"},\"roles\":[{\"name\":\"P\",\"startDate\":\"2019-01-01\",\"challenges\":[{\"description\":\"x\",\"x-team\":\"CANARY\"}]}]}],"
    ),
    ("knowledge", "\"languages\":[{\"name\":\"EN\",\"fullName\":\"CANARY English\"}],"),
  ]) func nothingOfMACIsLost(_ key: String, _ members: String) throws {
    let inner = members.dropLast()
    let profile = "\"profile\":{\"name\":\"A\",\"surnames\":\"B\"}"
    let text =
      key == "aboutMe" ? "{\"aboutMe\":{\(members)\(profile)}}" : "{\"aboutMe\":{\(profile)},\"\(key)\":{\(inner)}}"
    let identity = try #require(Format.manfred.reading(SourceText(name: "a.mac.json", text: text)).identity)
    let own = Format.manfred.written(identity, Looking(language: "en", audience: .private, asOf: day))
    #expect(String(decoding: own, as: UTF8.self).contains("CANARY"), "\(String(decoding: own, as: UTF8.self))")
  }

  /// Where what is kept is not given back, what it stood beside is written anew.
  @Test func whatIsKeptHidesNothingFromOthers() throws {
    let xml = """
      <Candidate><CandidateProfile><PersonQualifications><PersonCompetency><CompetencyID>eng</CompetencyID><TaxonomyID>language</TaxonomyID><CompetencyDimension><Score><ScoreText>C1</ScoreText></Score></CompetencyDimension><CompetencyDimension><Score><ScoreText>B2</ScoreText></Score></CompetencyDimension></PersonCompetency></PersonQualifications></CandidateProfile></Candidate>
      """
    let spoken = try #require(Format.europass.reading(SourceText(name: "a.xml", text: xml)).identity)
    let french = "cv: {name: Ana}\nlocale: {language: french, month: mois}\n"
    let cv = try #require(Format.renderCV.reading(SourceText(name: "a.yaml", text: french)).identity)
    for audience in [Visibility.public, .network, .private] {
      let look = Looking(language: "fr", audience: audience, asOf: day)
      let passed = String(decoding: Format.europass.written(spoken, look), as: UTF8.self)
      #expect(passed.contains("<hr:ScoreText>B2</hr:ScoreText>"), "\(audience)")
      #expect(passed.contains("<hr:ScoreText>C1</hr:ScoreText>") == (audience == .private))
      let written = String(decoding: Format.renderCV.written(cv, look), as: UTF8.self)
      #expect(written.contains("language: french") && written.contains("mois") == (audience == .private), "\(written)")
    }
  }

  /// A key that was hardly meant to be called so is said, where it stands.
  @Test(arguments: [
    (
      "a.fresh.json", "{\"name\":\"A\",\"meta\":{\"format\":\"FRESH@1\"},\n\"employement\":{\"history\":[]}}",
      "employment", 2
    ),
    ("a.fresh.json", "{\"name\":\"A\",\"employment\":{\"history\":[{\n\"employeer\":\"Z\"}]}}", "employer", 2),
    ("a.mac.json", "{\"aboutMe\":{\"profile\":{\"name\":\"A\"}},\n\"experiences\":{}}", "experience", 2),
    ("a.rendercv.yaml", "cv:\n  name: A\n  headlin: x\n", "headline", 3),
    (
      "a.xml",
      "<Candidate><CandidateProfile>\n<EmploymentHistry><a>b</a></EmploymentHistry></CandidateProfile></Candidate>",
      "EmploymentHistory", 2
    ),
  ]) func misspeltKeysAreSaid(_ name: String, _ text: String, _ meant: String, _ line: Int) throws {
    let found = Validator(asOf: day).validate(SourceText(name: name, text: text)).diagnostics
    let said = try #require(found.first { $0.id == "misspelt-key" })
    #expect(said.help?.description == "did you mean `\(meant)`?")
    let at = try #require(said.range?.lowerBound)
    #expect(text.utf8.prefix(at).count { $0 == 0x0A } + 1 == line)
    // What is right, and what is nobody's, is not.
    for sample in ForeignResumes.all {
      let clean = Validator(asOf: day).validate(SourceText(name: sample.name, text: sample.text)).diagnostics
      #expect(!clean.contains { $0.id == "misspelt-key" }, "\(sample.format.id)")
    }
  }

  /// A level of the CEFR beside other words is that level.
  @Test(arguments: [
    ("Fluent (C1)", Fluency.C1), ("B2 – Upper intermediate", .B2), ("Native", .native), ("A1/A2", nil), ("Wizard", nil),
  ])
  func levelsStandBesideWords(_ words: String, _ level: Fluency?) {
    let text =
      "{\"name\":\"A\",\"meta\":{\"format\":\"FRESH@1\"},\"languages\":[{\"language\":\"English\",\"level\":\"\(words)\"}]}"
    let spoken = Format.fresh.reading(SourceText(name: "a.fresh.json", text: text)).identity?.languages.first
    #expect(spoken?.fluency == level && spoken?.label == words)
  }

  /// What a page would run is no text.
  @Test func scriptsAreNoText() {
    #expect(EuropassText("<p>x<script>alert(1)</script><style>p{}</style></p>").text == "x")
  }

  /// XML that is broken says in which line.
  @Test(arguments: [
    ("<Candidate>\n<a>\n  </b>\n</Candidate>", 3), ("<Candidate>\n<a>&eacute;</a></Candidate>", 2),
    ("<Candidate>\n\n<a x=1/></Candidate>", 3), ("", 1),
  ]) func brokenXMLIsPlaced(_ text: String, _ line: Int) throws {
    let found = Format.europass.reading(SourceText(name: "a.xml", text: text)).diagnostics
    let error = try #require(found.first { $0.severity == .error })
    let at = error.range?.lowerBound ?? 0
    #expect(text.utf8.prefix(at).count { $0 == 0x0A } + 1 == line && at <= text.utf8.count)
  }
}
