import Parcours
import ParcoursModel
import ParcoursSource
import ParcoursSyntax
import TestSupport
import Testing

@testable import ParcoursFormats
import ParcoursInterchange

/// Résumés of other programs: what they say is in the identity, or kept beside it.
struct ForeignResumeTests {
  private static let fresh = #"""
    {"name": "Ana López", "meta": {"format": "FRESH@1.0.0"},
     "info": {"label": "Analyst", "class": "wizard", "brief": "I count."},
     "disposition": {"travel": 25, "remote": true},
     "contact": {"email": "ana@example.org", "phone": "+33 1", "website": "https://example.org", "other": [{"label": "Fax", "value": "2"}]},
     "location": {"city": "Nantes", "country": "FR", "code": "44000"},
     "social": [{"label": "GitHub", "network": "GitHub", "user": "ana", "url": "https://github.com/ana"}],
     "employment": {"summary": "Ten years", "history": [
       {"employer": "The Lab", "url": "https://lab.example.org", "position": "Analyst", "start": "2019-02", "end": "current", "keywords": ["SQL"], "highlights": ["Halved it"], "summary": "Numbers", "location": "Paris"},
       {"employer": "Bistro", "position": "Cook", "start": "2015", "end": "2018-12", "x-tips": "good"}]},
     "education": {"level": "degree", "history": [{"institution": "Uni", "area": "Statistics", "studyType": "MSc", "start": "2012", "end": "2014", "grade": "A", "curriculum": ["Models"]}]},
     "projects": [{"title": "Atlas", "role": "Author", "description": "Maps", "url": "https://atlas.example.org", "keywords": ["R"], "media": [{"name": "Shot"}]}],
     "skills": {"sets": [{"name": "Data", "level": "advanced", "skills": ["SQL", "R"]}], "list": [{"name": "SQL", "level": "master", "years": "6", "summary": "Daily"}]},
     "languages": [{"language": "French", "level": "native", "years": 30}],
     "service": {"history": [{"organization": "Food bank", "position": "Driver", "start": "2020-01", "category": "civic"}]},
     "recognition": [{"title": "Prize", "date": "2018", "from": "The Club", "summary": "Nice"}],
     "writing": [{"title": "A paper", "publisher": {"name": "The Journal"}, "date": "2017-05", "url": "https://paper.example.org"}],
     "speaking": [{"title": "A talk", "event": "Conf"}],
     "governance": [{"organization": "The Board", "role": "Chair", "start": "2021"}],
     "interests": [{"name": "Chess", "keywords": ["blitz"], "summary": "Slow"}],
     "references": [{"name": "Bo", "private": true, "contact": [{"value": "bo@example.org"}]}],
     "testimonials": [{"name": "Cy", "quote": "Good work", "private": true}]}
    """#

  private static let renderCV = """
    cv:
      name: Ana López
      headline: Analyst
      location: Nantes, FR
      email: ana@example.org
      phone: tel:+33-1-23-45-67-89
      website: https://example.org
      social_networks: [{network: GitHub, username: ana}]
      custom_thing: kept
      sections:
        summary: [I count., For hospitals.]
        work_experience:
          - company: The Lab
            position: Analyst
            start_date: 2019-02
            end_date: present
            location: Paris, FR
            highlights: [Halved it]
            team: four
          - {company: Bistro, position: Cook, date: Fall 2015}
        education:
          - {institution: Uni, area: Statistics, degree: MSc, start_date: 2012, end_date: 2014, grade: A}
        volunteering: [{company: Food bank, position: Driver, start_date: 2020-01}]
        career_breaks: [{name: Travel, start_date: 2018-01, end_date: 2018-12}]
        projects: [{name: Atlas, summary: Maps, date: 2020, url: "https://atlas.example.org"}]
        publications: [{title: A paper, authors: [Ana López], journal: The Journal, date: 2017-05, doi: 10.1/x}]
        skills:
          - {label: SQL, details: Advanced}
          - {label: Cloud, details: "AWS, GCP"}
        languages: [{label: French, details: native}, {label: English, details: C1}]
        certifications: [{name: AWS, date: 2021-06, summary: Amazon}]
        awards: [{bullet: Prize}]
        interests: [Chess]
        odds_and_ends: [{label: Licence, details: B}, {label: Boat, details: coastal}]
    design: {theme: classic}
    """

  private static let manfred = #"""
    {"settings": {"lastUpdate": "2026-01-02", "language": "ES"},
     "aboutMe": {"profile": {"name": "Ana", "surnames": "López", "title": "Analyst", "description": "I count.", "birthday": "1990-01-01",
         "avatar": {"link": "https://example.org/a.jpg", "alt": "me"}, "location": {"country": "ES", "region": "Madrid", "municipality": "Getafe"}},
       "relevantLinks": [{"type": "website", "URL": "https://example.org"}, {"type": "github", "URL": "https://github.com/ana"}],
       "interestingFacts": [{"topic": "Chess", "content": "Slow"}],
       "recommendations": [{"relationType": "boss", "date": "2020-01-01", "content": "Great work", "reviewer": {"name": "Bo", "surnames": "Li"}}]},
     "experience": {"jobs": [{"organization": {"name": "The Lab", "URL": "https://lab.example.org", "industry": "health"}, "type": "freelance",
         "roles": [{"name": "Analyst", "startDate": "2019-02-01", "challenges": [{"description": "Halved it"}], "competences": [{"name": "SQL", "type": "technology"}]},
                   {"name": "Intern", "startDate": "2018-02-01", "finishDate": "2019-01-31", "notes": "Learned"}]}],
       "projects": [{"details": {"name": "Atlas", "description": "Maps", "URL": "https://atlas.example.org"}, "status": "done"}],
       "publicArtifacts": [{"details": {"name": "A talk"}, "publishingDate": "2020-03-04", "type": "talk"}]},
     "knowledge": {"hardSkills": [{"skill": {"name": "SQL", "type": "technology"}, "level": "high"}],
       "softSkills": [{"skill": {"name": "Listening"}}],
       "languages": [{"name": "en", "fullName": "English", "level": "Limited working proficiency"}],
       "studies": [{"studyType": "officialDegree", "name": "Statistics", "startDate": "2012-09-01", "finishDate": "2014-06-30", "institution": {"name": "Uni"}, "degreeAchieved": true},
                   {"studyType": "certification", "name": "AWS", "startDate": "2021-06-01", "institution": {"name": "Amazon"}}]},
     "careerPreferences": {"contact": {"contactMails": ["ana@example.org", "other@example.org"], "phoneNumbers": [{"countryCode": "34", "number": "600"}]},
       "status": "open", "roles": ["Lead analyst"]}}
    """#

  private static let europass = """
    <?xml version="1.0" encoding="UTF-8"?>
    <Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:hr="http://www.hr-xml.org/3" xmlns:eures="http://www.europass_eures.eu/1.0">
      <CandidatePerson>
        <PersonName><oa:GivenName>Ana</oa:GivenName><hr:FamilyName>López</hr:FamilyName></PersonName>
        <Communication><ChannelCode>Email</ChannelCode><oa:URI>ana@example.org</oa:URI></Communication>
        <Communication><ChannelCode>Telephone</ChannelCode><CountryDialing>34</CountryDialing><oa:DialNumber>600</oa:DialNumber></Communication>
        <Communication><UseCode>home</UseCode><Address><oa:CityName>Getafe</oa:CityName><oa:PostalCode>28901</oa:PostalCode><CountryCode>es</CountryCode></Address></Communication>
        <NationalityCode>es</NationalityCode>
        <PrimaryLanguageCode name="NORMAL">spa</PrimaryLanguageCode>
      </CandidatePerson>
      <CandidateProfile languageCode="en">
        <EmploymentHistory>
          <EmployerHistory>
            <hr:OrganizationName>The Lab</hr:OrganizationName>
            <hr:IndustryCode>Q</hr:IndustryCode>
            <PositionHistory>
              <PositionTitle typeCode="FREETEXT">Analyst</PositionTitle>
              <eures:EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2019-02-01</hr:FormattedDateTime></eures:StartDate><hr:CurrentIndicator>true</hr:CurrentIndicator></eures:EmploymentPeriod>
              <oa:Description>&lt;p&gt;Numbers &amp;amp; words&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Halved it&lt;/li&gt;&lt;/ul&gt;</oa:Description>
              <City>Madrid</City><Country>es</Country>
            </PositionHistory>
          </EmployerHistory>
          <EmployerHistory><hr:OrganizationName>Bistro</hr:OrganizationName>
            <EmploymentPeriod><eures:StartDate><hr:FormattedDateTime>2015</hr:FormattedDateTime></eures:StartDate><eures:EndDate><hr:FormattedDateTime>2018-12</hr:FormattedDateTime></eures:EndDate></EmploymentPeriod>
            <PositionHistory><PositionTitle>Cook</PositionTitle></PositionHistory>
          </EmployerHistory>
        </EmploymentHistory>
        <EducationHistory>
          <EducationOrganizationAttendance><hr:OrganizationName>Uni</hr:OrganizationName><EducationLevelCode>7</EducationLevelCode>
            <AttendancePeriod><StartDate><hr:FormattedDateTime>2012-09</hr:FormattedDateTime></StartDate><EndDate><hr:FormattedDateTime>2014-06</hr:FormattedDateTime></EndDate><Ongoing>false</Ongoing></AttendancePeriod>
            <EducationDegree><hr:DegreeName>Statistics</hr:DegreeName></EducationDegree></EducationOrganizationAttendance>
        </EducationHistory>
        <PersonQualifications>
          <PersonCompetency><CompetencyID>eng</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>
            <CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Understanding-Listening</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>C1</hr:ScoreText></eures:Score></CompetencyDimension>
            <CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Writing-Production</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>B2</hr:ScoreText></eures:Score></CompetencyDimension></PersonCompetency>
          <PersonCompetency><CompetencyID>SQL</CompetencyID></PersonCompetency>
        </PersonQualifications>
        <Hobbies><Hobby>Chess</Hobby></Hobbies>
      </CandidateProfile>
    </Candidate>
    """

  private static let all: [(format: Format, name: String, text: String)] = [
    (.fresh, "ana.json", fresh), (.renderCV, "ana.yaml", renderCV), (.manfred, "ana.json", manfred),
    (.europass, "ana.xml", europass),
  ]

  private func read(_ index: Int) throws -> Reading {
    let one = Self.all[index]
    return one.format.reading(SourceText(name: one.name, text: one.text))
  }

  private func identity(_ index: Int) -> Identity? { (try? read(index))?.identity }

  private func strings(_ value: JSONValue) -> [String] {
    if let text = value.string { return [text] }
    if case .number(let text) = value { return [text] }
    return value.elements.flatMap(strings) + value.members.flatMap { strings($0.value) }
  }

  @Test(arguments: all.indices) func eachIsKnownByItsShape(_ index: Int) throws {
    let one = Self.all[index]
    #expect(Registry.standard.format(of: SourceText(name: one.name, text: one.text))?.id == one.format.id)
    #expect(Registry.standard.format(of: SourceText(name: "-", text: one.text))?.id == one.format.id)
    let reading = try read(index)
    #expect(!reading.diagnostics.contains { $0.severity == .error }, "\(reading.diagnostics)")
    let identity = try #require(reading.identity)
    #expect(identity.name == "Ana López" && identity.contact?.email == "ana@example.org")
    let now = try #require(identity.path.first { $0.title == "Analyst" })
    #expect(now.organization?.name == "The Lab" && now.startDate?.year == 2019 && now.endDate == nil)
    #expect(now.highlights == ["Halved it"])
    #expect(identity.path.contains { $0.kind == .study && $0.institution?.name == "Uni" })
    #expect(identity.skills.contains { $0.name == "SQL" })
    // What is kept is said, and given to nobody.
    #expect(reading.diagnostics.map(\.id) == ["kept"])
  }

  /// Every word of the input is in the identity, or kept beside it.
  @Test(arguments: all.indices) func nothingIsLost(_ index: Int) throws {
    let one = Self.all[index]
    let source = SourceText(name: one.name, text: one.text)
    let input: JSONValue
    switch one.format.id {
    case "europass": input = Tree.value(try XMLParser.parse(source))["children"] ?? .null
    case "rendercv": input = Tree.value(try YAMLParser.parse(source))
    default: input = Tree.value(try JSONParser.parse(source))
    }
    let reading = try read(index)
    let kept = strings(try #require(reading.identity).json).joined(separator: "\n")
    // Words that stand for values of the model: levels, languages, kinds, what goes on.
    let said: Set<String> = [
      "Data",
      "present", "current", "master", "advanced", "Advanced", "native", "French", "English", "high", "freelance", "ES",
      "es", "spa",
      "eng", "true", "false", "Travel", "language", "Email", "Telephone", "C1", "certification", "2015",
      "officialDegree", "Fall 2015",
      "GitHub", "6", "6.0", "website", "34", "tel:+33-1-23-45-67-89", "Nantes, FR", "Paris, FR", "2021-06-01",
      "AWS, GCP", "Ana",
      "López", "CEF-Understanding-Listening", "CEF-Writing-Production",
    ]
    func words(_ value: JSONValue) -> [String] {
      // Of an element of XML, its children speak.
      if let children = value["children"] { return children.elements.flatMap(words) }
      return value.string.map { [$0] } ?? value.elements.flatMap(words) + value.members.flatMap { words($0.value) }
    }
    let isXML = one.format.id == "europass"
    for text in isXML ? words(input) : strings(input) {
      let plain = isXML ? EuropassText(text).all : text
      for line in plain.split(whereSeparator: \.isNewline).map({ $0.drop { "•- ".contains($0) } })
      where !said.contains(String(line)) && line.contains(where: { $0.isLetter || $0.isNumber }) {
        #expect(kept.contains(line), "\(one.format.id): \(line)")
      }
    }
  }

  @Test func eachSaysWhatItMeans() throws {
    let fresh = try #require(identity(0))
    #expect(fresh.skills.map(\.level) == [.expert, .proficient] && fresh.skills.first?.years == 6)
    #expect(fresh.recommendations.first?.attributes.visibility == .private)
    #expect(fresh.path.count { $0.engagement == .volunteer } == 2)
    let rendered = try #require(identity(1))
    #expect(rendered.summary == "I count.\n\nFor hospitals." && rendered.contact?.location?.countryCode == "FR")
    #expect(rendered.projects.first?.endDate == PartialDate("2020"))
    #expect(rendered.contact?.attributes.fieldVisibility?["phone"] == .network)
    #expect(rendered.path.contains { $0.kind == .break && $0.reason == .travel })
    #expect(rendered.skills.map(\.name) == ["SQL", "Cloud"] && rendered.skills[1].keywords == ["AWS", "GCP"])
    #expect(rendered.languages.map(\.fluency) == [.native, .C1] && rendered.awards.first?.title == "Prize")
    let wished = try #require(identity(2))
    #expect(wished.language == "es" && wished.contact?.phone == "+34 600")
    #expect(wished.path.last?.status == .sought && wished.path.last?.title == "Lead analyst")
    #expect(wished.recommendations.first?.text == "Great work" && wished.recommendations.first?.from?.name == "Bo Li")
    #expect(wished.path[0].engagement == .freelance && wished.certificates.first?.issuer == "Amazon")
    let passed = try #require(identity(3))
    #expect(passed.languages.map(\.fluency) == [.native, .B2] && passed.languages.map(\.language) == ["es", "en"])
    #expect(passed.path[0].summary == "Numbers & words" && passed.path[1].endDate == PartialDate("2018-12"))
  }

  /// Each row of the documented tables is what the readers do with these résumés.
  @Test(arguments: Registry.standard.formats.filter { $0.mapping != nil && $0.id != "jsonresume" }.map(\.id))
  func theMappingTablesAreTrue(_ id: String) throws {
    let mapping = try #require(Registry.standard.format(named: id)?.mapping)
    let place = try #require(Self.all.firstIndex { $0.format.id == id })
    let source = SourceText(name: Self.all[place].name, text: Self.all[place].text)
    let input: JSONValue
    switch id {
    case "europass": input = EuropassReader.plain(Tree.value(try XMLParser.parse(source)))
    case "rendercv": input = Tree.value(try YAMLParser.parse(source))
    default: input = Tree.value(try JSONParser.parse(source))
    }
    let output = try #require(identity(place)).json
    func values(_ value: JSONValue, _ path: String) -> [JSONValue] {
      path.split(separator: ".").reduce([value]) { found, token in
        let key = token.hasSuffix("[]") ? String(token.dropLast(2)) : String(token)
        return found.flatMap { one -> [JSONValue] in
          guard let next = one[key] else { return [] }
          return token.hasSuffix("[]") ? next.elements : [next]
        }
      }
    }
    for row in mapping.rows {
      #expect(!values(input, row.foreign).isEmpty, "\(id): \(row.foreign) is not in the sample")
      let model = values(output, row.model)
      #expect(!model.isEmpty, "\(id): \(row.model) is not in the identity")
      // A text is the same on both sides, or part of it, unless it is a word of a vocabulary.
      let said = strings(.array(values(input, row.foreign))).filter { $0.contains(where: \.isLetter) && $0.count > 2 }
      let vocabulary = [
        "fluency", "language", "visibility", "endDate", "summary", "email", "profiles[].network",
        "location.city", "phone",
      ]
      if !said.isEmpty, !vocabulary.contains(where: row.model.hasSuffix) {
        let here = strings(.array(model)).joined(separator: "\n")
        #expect(said.contains { here.contains($0) }, "\(id): \(row.foreign) is not \(row.model)")
      }
    }
  }

  /// Any value may stand anywhere: nothing crashes, and what is no résumé is told.
  @Test(arguments: 0..<3) func anythingMayStandAnywhere(_ index: Int) throws {
    let one = Self.all[index]
    let source = SourceText(name: one.name, text: one.text)
    let input = Tree.value(index == 1 ? try YAMLParser.parse(source) : try JSONParser.parse(source))
    var random = Seeded(UInt64(index) + 7)
    let others: [JSONValue] = [
      .null, .string(""), .string("x"), .integer(7), .bool(true), .array([]), .object([]),
      .array([.null, .string("y")]),
      .object([.init("z", .array([.object([])]))]),
    ]
    func changed(_ value: JSONValue) -> JSONValue {
      if Int.random(in: 0..<14, using: &random) == 0 { return others.randomElement(using: &random) ?? .null }
      switch value {
      case .array(let elements): return .array(elements.map(changed))
      case .object(let members): return .object(members.map { .init($0.key, changed($0.value)) })
      default: return value
      }
    }
    for _ in 0..<300 {
      let bytes = JSONPrinter.print(Tree.document(changed(input)))
      let reading = one.format.reading(SourceText(name: "x.json", bytes: bytes))
      #expect(reading.identity != nil || reading.diagnostics.contains { $0.severity == .error })
      guard let identity = reading.identity else { continue }
      for format in [Format.yaml, .html, .renderCV] {
        let options = Looking(language: "en", audience: .public, asOf: .epoch)
        #expect(format.written(identity, options).isEmpty == false)
      }
    }
  }

  @Test(arguments: [
    "<!DOCTYPE x [<!ENTITY a \"b\">]><Candidate>&a;</Candidate>", "<?xml version=\"1.0\"?><Candidate>",
    "<SkillsPassport/>",
    "<Candidate><a></b></Candidate>", "", "<?xml version='1.0'?>" + String(repeating: "<a>", count: 300),
  ])
  func badXMLIsRefused(_ text: String) throws {
    let reading = Format.europass.reading(SourceText(name: "x.xml", text: text))
    #expect(reading.identity == nil && reading.diagnostics.contains { $0.severity == .error })
  }

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

  /// Emphasis and links of Europass's descriptions are marks; what looks like marks in them is text.
  @Test(arguments: [
    (
      "<p>Led <b>the lab</b> and <i>more </i>of <a href=\"https://example.org\">it</a></p>",
      "Led **the lab** and *more* of [it](https://example.org)", [String]()
    ),
    ("2 * 3 * 4 and a_b_", "2 * 3 * 4 and a_b_", []), ("<p>*a* b</p>", "\\*a\\* b", []),
    ("<p>re<i>de</i>sign, <i>re</i>do</p>", "redesign, redo", []),
    ("<p>Did:</p><ul><li>one <b>thing</b></li><li>two</li></ul>", "Did:", ["one **thing**", "two"]),
    ("<a href=\"javascript:alert(1)\">x</a> <b> </b>", "x", []), ("<b>a<br>b</b>", "**a**\n**b**", []),
    ("<b>a</b><b>b</b>", "**ab**", []), ("<i>a<i>b</i></i> c", "ab c", []),
    ("<ul><li><p>b</p><p>c</p></li><li>a<br>b</li></ul>", "", ["b c", "a b"]),
  ]) func marksOfEuropass(_ html: String, _ text: String, _ bullets: [String]) {
    let read = EuropassText(html)
    #expect(read.text == text && read.bullets == bullets)
  }

  // MARK: RenderCV, written

  @Test(arguments: ["en", "fr"]) func whatIsWrittenIsReadBack(_ language: String) throws {
    let whole = try #require(identity(1))
    let options = Looking(language: language, audience: .private, asOf: PartialDate("2026-11-21") ?? .epoch)
    let bytes = Format.renderCV.written(whole, options)
    let reader = Format.renderCV
    let back = try #require(reader.reading(SourceText(name: "b.yaml", bytes: bytes)).identity)
    #expect(back.name == whole.name && back.headline == whole.headline && back.summary == whole.summary)
    #expect(
      Set(back.path.map(\.title)) == Set(whole.path.map(\.title)) && back.languages.map(\.fluency) == [.native, .C1])
    #expect(back.path.contains { $0.kind == .break && $0.reason == .travel })
    #expect(back.path.contains { $0.engagement == .volunteer })
    let again = Format.renderCV.written(back, options)
    #expect(again == bytes)
  }
}
