import ParcoursModel
import ParcoursSource
import TestSupport
import Testing

@testable import ParcoursFormats
import ParcoursInterchange

/// Pages that are not ours: what is read from each notation, which goes before which, and how sure it is.
@Suite struct ForeignPageTests {
  private func read(_ page: String) throws -> Reading {
    Format.html.reading(SourceText(name: "page.html", text: page))
  }

  private func identity(_ page: String) throws -> Identity {
    let reading = try read(page)
    return try #require(reading.identity, "\(reading.diagnostics)")
  }

  private static let linked = """
    {"@context":"https://schema.org","@type":"ProfilePage","mainEntity":{"@type":"Person","name":"Jane Doe",
    "jobTitle":"Data Engineer","email":"mailto:jane@x.org","address":{"@type":"PostalAddress","addressLocality":"Lyon","addressCountry":"FR"},
    "worksFor":[{"@type":"EmployeeRole","roleName":"Data Engineer","startDate":"2021-03","worksFor":{"@type":"Organization","name":"Acme"}},
    {"@type":"OrganizationRole","roleName":"Analyst","startDate":"2018-01-01T00:00:00Z","endDate":"2021-02","memberOf":{"@type":"Organization","name":"Beta"}}],
    "alumniOf":[{"@type":"OrganizationRole","startDate":"2013","endDate":"2016","roleName":"MSc","alumniOf":{"@type":"CollegeOrUniversity","name":"ENS"}},
    {"@type":"EmployeeRole","roleName":"Intern","alumniOf":{"@type":"Corporation","name":"Gamma"}}],
    "hasOccupation":{"@type":"Role","startDate":"2010","endDate":"2012","hasOccupation":{"@type":"Occupation","name":"Baker"}},
    "hasCredential":[{"@type":"EducationalOccupationalCredential","name":"AWS","recognizedBy":{"@type":"Organization","name":"Amazon"},"dateCreated":"2022-05"},
    {"@type":"EducationalOccupationalCredential","credentialCategory":"degree","name":"PhD","recognizedBy":{"name":"EPFL"}}],
    "knowsAbout":["SQL","Python, Spark",{"@type":"Thing","name":"Maps"}],"knowsLanguage":["fr",{"@type":"Language","name":"English"}],
    "sameAs":["https://github.com/jane","javascript:alert(1)"],"award":"Prix Ada",
    "seeks":{"@type":"Demand","itemOffered":{"@type":"Service","name":"Lead role"},"availabilityStarts":"2027-01"},
    "makesOffer":{"@type":"Offer","itemOffered":{"@type":"Service","name":"Audit","description":"Two days."}}}}
    """

  @Test func jsonLD() throws {
    let jane = try identity("<script type=\"application/ld+json\">\(Self.linked)</script><h1>Somebody Else</h1>")
    #expect(jane.name == "Jane Doe" && jane.headline == "Data Engineer")
    #expect(jane.contact?.email == "jane@x.org" && jane.contact?.location?.countryCode == "FR")
    #expect(jane.contact?.profiles.map(\.network) == ["GitHub"])
    let roles = jane.path.filter { $0.kind == .role && $0.status == .held }
    #expect(roles.map { $0.organization?.name } == ["Acme", "Beta", nil, "Gamma"])
    #expect(roles[1].startDate == PartialDate("2018-01-01") && roles[1].endDate == PartialDate("2021-02"))
    #expect(roles[2].title == "Baker" && roles[3].title == "Intern")
    let studies = jane.path.filter { $0.kind == .study }
    #expect(studies.map { $0.institution?.name } == ["ENS", "EPFL"] && studies[0].studyType == "MSc")
    #expect(jane.path.filter { $0.status == .sought }.map(\.title) == ["Lead role"])
    #expect(jane.skills.map(\.name) == ["SQL", "Python", "Spark", "Maps"])
    #expect(jane.languages.map(\.language) == ["fr", "en"])
    #expect(jane.certificates.map(\.issuer) == ["Amazon"] && jane.services.map(\.name) == ["Audit"])
    #expect(jane.awards.map(\.title) == ["Prix Ada"])
  }

  @Test func nothingIsMadeOfWhatIsNotSaid() throws {
    let person = """
      {"@type":"Person","name":"Ada","jobTitle":"CTO","alumniOf":{"@type":"CollegeOrUniversity","name":"ENS","foundingDate":"1794"},
      "worksFor":[{"@type":"EmployeeRole","roleName":"CTO","startDate":"2020-01-01","worksFor":{"name":"Acme"}},{"@type":"Organization","name":"Beta"}],
      "hasOccupation":{"@type":"Role","startDate":"2020","hasOccupation":{"@type":"Occupation","name":"CTO"}}}
      """
    let ada = try identity("<script type=\"application/ld+json\">\(person)</script>")
    let roles = ada.path.filter { $0.kind == .role }
    #expect(roles.map { $0.organization?.name } == ["Acme", "Beta"] && roles.map(\.title) == ["CTO", nil])
    #expect(ada.path.first { $0.kind == .study }?.startDate == nil)
  }

  @Test func graphsAndReferences() throws {
    let page = """
      <script type="application/ld+json">{"@graph":[{"@type":"schema:Person","@id":"#me","schema:name":"Ada","knows":{"@id":"#you"},
      "schema:worksFor":{"@id":"#org"}},{"@id":"#org","@type":"Organization","name":"Mo"},{"@id":"#you","@type":"Person","knows":{"@id":"#me"}}]}</script>
      """
    let ada = try identity(page)
    #expect(ada.name == "Ada" && ada.path.first?.organization?.name == "Mo")
  }

  @Test func whatOneNotationLacksComesFromTheNext() throws {
    let page = """
      <script type="application/ld+json">{"@type":"Person","name":"Ada"}</script>
      <div class="h-resume"><p class="p-name">Not Ada</p><div class="p-experience h-event"><span class="p-name">Cook</span>
      <span class="p-org">Mo</span> <time class="dt-start" datetime="2019-01">2019</time></div></div>
      <div itemscope itemtype="https://schema.org/Person"><b itemprop="jobTitle">Chef</b></div>
      """
    let reading = try read(page)
    #expect(reading.identity?.name == "Ada" && reading.identity?.headline == "Chef")
    #expect(reading.identity?.path.first?.title == "Cook" && reading.identity?.path.first?.organization?.name == "Mo")
    #expect(
      reading.diagnostics.map(\.message.description) == [
        "from JSON-LD: name", "from microformats: path", "from microdata: headline",
      ])
  }

  @Test func microdataAndRDFa() throws {
    let bob = try identity(
      """
      <body itemscope itemtype="http://schema.org/Person" itemref="more"><h1 itemprop="name">Bob Lee</h1>
      <div itemprop="alumniOf" itemscope itemtype="http://schema.org/CollegeOrUniversity"><span itemprop="name">MIT</span></div></body>
      <p id="more"><span itemprop="jobTitle">Writer</span></p>
      """)
    #expect(bob.name == "Bob Lee" && bob.headline == "Writer" && bob.path.first?.institution?.name == "MIT")
    let zoe = try identity(
      """
      <html><head><meta property="og:title" content="nope"></head><body vocab="https://schema.org/" typeof="Person">
      <h1 property="name">Zoe Kim</h1><div property="worksFor" typeof="Organization"><b property="name">Studio</b></div></body></html>
      """)
    #expect(zoe.name == "Zoe Kim" && zoe.path.first?.organization?.name == "Studio")
  }

  static let plain = """
    <html lang="fr"><head><title>CV de Marie Dupont</title></head><body><nav><a href="/">Accueil</a></nav>
    <h1>Marie Dupont</h1><p>Développeuse indépendante</p><p>marie@exemple.fr · Tél : 06 12 34 56 78</p>
    <h2>Profil</h2><p>Dix ans de logiciel.</p>
    <h2>Expérience professionnelle</h2>
    <h3>Développeuse chez Capgemini</h3><p>janvier 2019 – aujourd’hui</p><p>Équipe de six.</p><ul><li>Migré 40 services</li></ul>
    <h3>Stagiaire — Orange</h3><p>mars 2018 - août 2018</p>
    <h2>Formation</h2><h3>Master informatique, Université de Lyon</h3><p>2013 – 2018</p>
    <h2>Compétences</h2><ul><li>Swift, Python</li><li>SQL</li></ul>
    <h2>Langues</h2><p>Français (langue maternelle), anglais C1</p></body></html>
    """

  @Test func headingsInFrench() throws {
    let reading = try read(Self.plain)
    let marie = try #require(reading.identity)
    #expect(marie.name == "Marie Dupont" && marie.headline == "Développeuse indépendante" && marie.language == "fr")
    #expect(marie.contact?.email == "marie@exemple.fr" && marie.contact?.phone == "06 12 34 56 78")
    #expect(
      marie.path.map { $0.organization?.name ?? $0.institution?.name } == ["Capgemini", "Orange", "Université de Lyon"])
    #expect(marie.path[0].startDate == PartialDate("2019-01") && marie.path[0].endDate == nil)
    #expect(marie.path[0].highlights == ["Migré 40 services"] && marie.path[0].summary == "Équipe de six.")
    #expect(marie.skills.map(\.name) == ["Swift", "Python", "SQL"])
    #expect(marie.languages.map(\.fluency) == [.native, .C1])
    let sure = reading.diagnostics.filter { $0.id == "confidence" }
    #expect(sure.contains { $0.message.description == "name: 90 % sure" })
    #expect(sure.allSatisfy { $0.severity == .note && $0.range?.isEmpty == true })
  }

  @Test func linesInBoldAndDatesInEnglish() throws {
    let john = try identity(
      """
      <html><head><title>John Smith - Resume</title></head><body><div><b>John Smith</b></div>
      <p><strong>Work Experience</strong></p>
      <p>Senior Engineer, Google (Jan 2018 - Present)</p><ul><li>Led X</li></ul><p>Engineer, IBM, 06/2014 - 12/2017</p><ul><li>Built Y</li></ul>
      <p><strong>Education</strong></p><p>BSc Physics, University of Leeds, 2010-2014</p><p><b>Skills</b></p><p>Languages: Java, C++</p></body></html>
      """)
    #expect(john.name == "John Smith")
    #expect(john.path.map { $0.organization?.name } == ["Google", "IBM", nil])
    #expect(john.path[1].startDate == PartialDate("2014-06") && john.path[1].highlights == ["Built Y"])
    #expect(john.path[2].institution?.name == "University of Leeds" && john.path[2].studyType == "BSc Physics")
    #expect(john.skills.map(\.name) == ["Java", "C++"])
  }

  @Test(arguments: [
    "<p>Hello</p>", "<div class=\"h-resume\">Résumé de la vidéo : un chat tombe.</div><p>Bonjour</p>",
    "<div class=\"hresume\"></div>",
    "<script type=\"application/ld+json\">{\"@type\":\"Recipe\",\"name\":\"Tart\"}</script>",
  ]) func whatIsNoProfileIsNone(_ page: String) throws {
    let reading = try read(page)
    #expect(reading.identity == nil && reading.diagnostics.map(\.id) == ["no-identity"])
  }

  @Test func nothingActiveIsTakenOver() throws {
    let card = "<div class=\"h-card\"><span class=\"p-name\">Ada</span>"
    for inner in [
      "<a class=\"u-url\" href=\"javascript:alert(1)\">x</a>",
      "<img class=\"u-photo\" src=\"data:image/svg+xml,<svg onload=alert(1)>\">",
      "<img class=\"u-photo\" src=\"file:///etc/passwd\">", "<script>CANARY</script><template>CANARY</template>",
    ] {
      let ada = try identity(card + inner + "</div>")
      let text = "\(ada.json)"
      for word in ["javascript", "data:image", "file:", "CANARY"] {
        #expect(!text.contains(word), "\(word)")
      }
    }
  }

  @Test func hiddenTextIsToldOf() throws {
    let reading = try read(
      "<div class=\"h-card\"><span class=\"p-name\">Ada</span><p class=\"p-note\" hidden>SEO</p></div>")
    #expect(reading.diagnostics.contains { $0.id == "hidden-text" })
  }

  @Test func attributesAreCountedBeforeTheParserSeesThem() throws {
    let many = (0..<50_000).map { "a\($0)=1" }.joined(separator: " ")
    let reading = try read("<div \(many)>x</div>")
    #expect(reading.diagnostics.map(\.id) == ["budget"])
    // A script may say what it likes.
    #expect(try read("<script>if (a<b \(many)) {}</script><p>x</p>").diagnostics.map(\.id) == ["no-identity"])
  }

  @Test func includesThatIncludeThemselvesEnd() throws {
    let page = """
      <div class="hresume" id="a"><a class="include" href="#a">x</a><div class="vcard contact" id="b"><span class="fn">A</span><a class="include" href="#b">y</a></div></div>
      """
    #expect(try identity(page).name == "A")
  }

  @Test(
    arguments: [
      ("2019", "2019"), ("April 2019", "2019-04"), ("30 avril 2019", "2019-04-30"), ("Apr 30, 2019", "2019-04-30"),
      ("04/2019", "2019-04"), ("2019-04-30T10:00:00Z", "2019-04-30"), ("Sept. 2019", "2019-09"),
      ("1er août 2020", "2020-08-01"),
      ("13/02/2020", "2020-02-13"), ("02/13/2020", "2020-02-13"), ("03/04/2020", "2020"), ("juil. 2021", "2021-07"),
      ("someday", nil), ("March", nil), ("32 May 2020", nil),
    ] as [(String, String?)]) func dates(_ text: String, _ date: String?)
  {
    #expect(DateWords.date(text)?.description == date)
  }

  @Test(
    arguments: [
      ("Jan 2018 - Present", "2018-01", nil), ("2010-2014", "2010", "2014"),
      ("mars 2018 – août 2018", "2018-03", "2018-08"),
      ("depuis mai 2020", "2020-05", nil), ("January – March 2020", "2020-01", "2020-03"),
      ("de 2010 à 2012", "2010", "2012"),
    ] as [(String, String, String?)]) func ranges(_ text: String, _ start: String, _ end: String?)
  {
    let range = DateWords.range(text)
    #expect(range?.start.description == start && range?.end?.description == end)
  }
}

/// Pages of a size no profile has end soon, in what they do, not in what they say.
@Suite struct LargePageTests {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "<p>" + String(repeating: "a ", count: 1_000_000) + "</p>",
      String(repeating: "<p>Engineer - Google - Paris, from 2010 to 2012 (x)</p>", count: 20_000),
      "<p>" + String(repeating: "2010 – ", count: 50_000) + "</p>",
      "<h3>" + String(repeating: "- ", count: 200_000) + "</h3>",
      (0..<40_000).map { "<a rel=\"r\($0)\" href=\"/x\($0)\">y</a>" }.joined(),
      (0..<8).map { layer in
        "<div id=\"d\(layer)\">" + String(repeating: "<a class=\"include\" href=\"#d\(layer + 1)\">x</a>", count: 40)
          + "</div>"
      }.joined() + "<div class=\"vcard\"><a class=\"include\" href=\"#d0\">x</a><b class=\"fn\">A</b></div>",
      "<b class=\"h-card " + (0..<100_000).map { "p-a\($0)a" }.joined(separator: " ") + "\">x</b>",
      "<div itemscope itemtype=\"https://schema.org/Person\" itemref=\"" + String(repeating: "d ", count: 50_000)
        + "\"></div><div id=\"d\">" + String(repeating: "<b itemprop=\"name\">x</b>", count: 5_000) + "</div>",
      "<h2>Skills</h2><p>" + (0..<2_000).map { "S\($0), " }.joined() + String(repeating: "S1999, ", count: 100_000)
        + "</p>",
      "<h3>" + String(repeating: "de ", count: 200_000) + "- 2019</h3>",
      String(repeating: "<span class=\"h-card p-name\">", count: 200) + String(repeating: "x y", count: 100_000),
    ]) func endSoon(_ page: String) throws
  {
    let reading = Format.html.reading(
      SourceText(name: "page.html", text: "<h1>Ann Lee</h1><h2>Experience</h2>\(page)"))
    #expect(reading.identity?.path.count ?? 0 <= 501)
  }
}
