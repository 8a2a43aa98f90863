import ParcoursFormats
import ParcoursInterchange

/// Résumés of other programs, with all that their tables name.
enum ForeignResumes {
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
     "affiliation": {"history": [{"organization": "The Guild", "url": "https://guild.example.org", "role": "Member", "position": "Reader", "start": "2001", "end": "2002", "location": "Brest", "summary": "Read", "highlights": ["Wrote"], "keywords": ["Prose"]}]},
     "governance": [{"organization": "The Board", "url": "https://board.example.org", "position": "Chair", "start": "2021", "end": "2022", "location": "Lyon", "summary": "Led", "highlights": ["Voted"], "keywords": ["Law"]}],
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
      photo: ana.jpg
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
       "interestingFacts": [{"topic": "Chess", "fact": "blitz, endgames"}],
       "recommendations": [{"title": "The Mythical Man-Month", "type": "reading", "summary": "Still true"}]},
     "experience": {"jobs": [{"organization": {"name": "The Lab", "URL": "https://lab.example.org", "industry": "health"}, "type": "freelance",
         "roles": [{"name": "Analyst", "startDate": "2019-02-01", "challenges": [{"description": "Halved it"}], "competences": [{"name": "SQL", "type": "technology"}]},
                   {"name": "Intern", "startDate": "2018-02-01", "finishDate": "2019-01-31", "notes": "Learned"}]}],
       "projects": [{"details": {"name": "Atlas", "description": "Maps", "URL": "https://atlas.example.org"}, "status": "done",
         "roles": [{"name": "Author", "startDate": "2019-03-01", "finishDate": "2019-08-31", "challenges": [{"description": "Drew it", "actions": ["Measured"]}], "competences": [{"name": "GIS", "type": "domain"}, {"name": "R", "type": "technology"}]}]}],
       "publicArtifacts": [{"details": {"name": "A talk"}, "publishingDate": "2020-03-04", "type": "talk"}]},
     "knowledge": {"hardSkills": [{"skill": {"name": "SQL", "type": "technology"}, "level": "high"}],
       "softSkills": [{"skill": {"name": "Listening"}, "level": "expert"}],
       "languages": [{"name": "en", "fullName": "English", "level": "Limited working proficiency"}],
       "studies": [{"studyType": "officialDegree", "name": "Statistics", "startDate": "2012-09-01", "finishDate": "2014-06-30", "institution": {"name": "Uni"}, "degreeAchieved": true},
                   {"studyType": "certification", "name": "AWS", "startDate": "2021-06-01", "institution": {"name": "Amazon"}}]},
     "careerPreferences": {"contact": {"contactMails": ["ana@example.org", "other@example.org"], "phoneNumbers": [{"countryCode": "34", "number": "600"}]},
       "status": "openToOffers", "preferences": {"preferredRoles": ["Lead analyst"]}}}
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
        <Certifications><Certification><CertificationName>PRINCE</CertificationName><IssuingAuthorityName>Axelos</IssuingAuthorityName><FirstIssuedDate><hr:FormattedDateTime>2020-05</hr:FormattedDateTime></FirstIssuedDate></Certification></Certifications>
        <Projects><Project><Title>Atlas</Title><Description>Maps</Description><URI>https://atlas.example.org</URI><Period><StartDate><hr:FormattedDateTime>2020</hr:FormattedDateTime></StartDate><EndDate><hr:FormattedDateTime>2021</hr:FormattedDateTime></EndDate></Period></Project></Projects>
        <Hobbies><Hobby>Chess</Hobby></Hobbies>
      </CandidateProfile>
    </Candidate>
    """

  static let all: [(format: Format, name: String, text: String)] = [
    (.fresh, "ana.json", fresh), (.renderCV, "ana.yaml", renderCV), (.manfred, "ana.json", manfred),
    (.europass, "ana.xml", europass),
  ]
}
