import Parcours
import ParcoursModel
import ParcoursSource
import TestSupport
import Testing

@testable import ParcoursFormats

/// The sentences of an About, as a careful reader wants them in both languages.
@Suite struct LinkedInStoryTests {
  private func about(_ yaml: String, _ language: String) throws -> [String] {
    let source = SourceText(name: "a.yaml", text: "parcours: 1\nlanguage: fr\nname: Ana Lopez\n" + yaml)
    var options = ConversionOptions(
      language: language, audience: .public, asOf: try #require(PartialDate("2026-11-26")))
    options.findsLosses = false
    let made = Converter().convert(source, from: .yaml, to: .linkedIn, options)
    let text = String(decoding: try #require(made.output), as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: true).map(String.init)
    let start = try #require(lines.firstIndex { $0 == "ABOUT" || $0 == "INFOS" })
    return lines[(start + 1)...].prefix { LinkedInSection.of($0) == nil }.map { $0.replacing("\u{202F}", with: " ") }
  }

  @Test(arguments: [
    ("Data engineer", "as a data engineer at Acme."), ("Honorary councillor", "as an honorary councillor at Acme."),
    ("UX designer", "as a UX designer at Acme."), ("SRE", "as an SRE at Acme."),
    ("HR manager", "as an HR manager at Acme."),
    ("NATO adviser", "as a NATO adviser at Acme."),
    ("European affairs officer", "as a European affairs officer at Acme."),
    ("One of three partners", "as one of three partners at Acme."), ("CEO", "as CEO at Acme."),
    ("Head of Data", "as Head of Data at Acme."), ("Managing Director", "as Managing Director at Acme."),
    ("Senior Web Developer", "as a Senior Web Developer at Acme."), ("Java developer", "as a Java developer at Acme."),
    ("Unit manager", "as a unit manager at Acme."), ("Heir manager", "as an heir manager at Acme."),
    ("X-ray technician", "as an X-ray technician at Acme."), ("Consulting", "At present: Consulting – Acme."),
    ("Engineer (public sector)", "At present: Engineer (public sector) – Acme."),
  ]) func englishArticles(_ title: String, _ end: String) throws {
    let lines = try about(
      "path: [{kind: role, title: {en: \(title)}, organization: {name: Acme}, startDate: 2020}]", "en")
    #expect(lines.first?.hasSuffix(end) == true, "\(lines)")
  }

  @Test(arguments: [
    ("L’un des premiers assureurs", " pour l’un des premiers assureurs."),
    ("Un cabinet d’avocats", " pour un cabinet d’avocats."),
    ("Assureur mutualiste", " (Assureur mutualiste)."), ("Les hôpitaux du Sud", " pour les hôpitaux du Sud."),
  ]) func frenchAliases(_ alias: String, _ end: String) throws {
    let lines = try about(
      "path: [{kind: role, title: Analyste, organization: {name: X, alias: \(alias), confidential: true}, startDate: 2020}]",
      "fr")
    #expect(lines.first == "Aujourd’hui, je travaille comme analyste" + end)
  }

  @Test func severalJobsTheLargestFirst() throws {
    let path = """
      path:
        - {kind: role, title: Formatrice, organization: {name: École}, startDate: 2024-01, workload: 20}
        - {kind: role, title: Ingénieure, organization: {name: Hydro}, startDate: 2020-01, workload: 60, highlights: [Une panne de moins]}
        - {kind: role, title: Élue, organization: {name: Ville}, startDate: 2021-01, engagement: volunteer}
        - {kind: role, title: Formatrice, organization: {name: Lycée}, startDate: 2022-01, workload: 20, highlights: [Douze reçus.]}
      """
    #expect(
      try about(path, "fr") == [
        "Aujourd’hui, je travaille comme ingénieure (Hydro) et formatrice (École et Lycée).",
        "Je suis aussi bénévole : élue (Ville).", "Quelques résultats :", "• Une panne de moins",
        "• Douze reçus (Lycée).",
      ])
  }

  @Test func nothingNowAndAnOpenBreak() throws {
    let path = """
      path:
        - {kind: break, reason: fullTimeParenting, startDate: 2026-02, summary: Avec des jumeaux}
        - {kind: role, title: Analyste, organization: {name: Hydro}, startDate: 2020-01, endDate: 2026-01, highlights: [Un cinquième de moins]}
        - {kind: break, reason: health, startDate: 2014-04, endDate: 2014-10}
        - {kind: study, studyType: Master, area: Histoire, institution: {name: École}, startDate: 2026-09, endDate: 2027-06}
      """
    #expect(
      try about(path, "fr") == [
        "Jusqu’en janvier 2026, j’ai travaillé comme analyste (Hydro).",
        "En pause depuis février 2026 pour élever des enfants. Avec des jumeaux.",
        "En formation : master, histoire (École), jusqu’en juin 2027.", "Quelques résultats :",
        "• Un cinquième de moins",
        "D’avril à octobre 2014, pause.",
      ], "the reason of the second is nobody's business")
  }

  @Test func aTurnNamesWhereItCameFrom() throws {
    let path = """
      path:
        - kind: role
          title: {fr: Développeuse, en: Developer}
          startDate: 2020-03
          transition: {kind: pivot, from: wood, carriedOver: [{fr: La patience, en: Patience}, {fr: Le geste, en: The hand}]}
        - {kind: role, id: wood, title: {fr: Ébéniste, en: Cabinetmaker}, organization: {name: Atelier}, startDate: 2008, endDate: 2020-01}
      """
    #expect(
      try about(path, "fr").last
        == "Jusqu’en janvier 2020, j’ai travaillé comme ébéniste (Atelier). Ce que j’en garde : la patience et le geste."
    )
    #expect(
      try about(path, "en").last
        == "Until January 2020 I worked as a cabinetmaker at Atelier. What I keep from it: patience and the hand.")
  }

  @Test func theFutureInWords() throws {
    let rest = """
      path:
        - {kind: role, status: agreed, title: Animatrice, organization: {name: Halles}, startDate: 2027-08-01, endDate: 2027-10}
        - {kind: role, status: sought, visibility: public, title: Architecte de tests, engagement: contract, startDate: 2027-04, terms: {mode: remote, workload: 60, minimumMonths: 6, locations: [{city: Rennes}, {city: Le Havre}]}}
      availability: {from: 2027-04, daysPerWeek: 2.5, visibility: public}
      """
    #expect(
      try about(rest, "fr").map { $0.replacing("\u{A0}", with: " ") } == [
        "À venir : animatrice (Halles), d’août à octobre 2027.",
        "Mission recherchée : architecte de tests, à distance, à 60 %, pour six mois au moins, dès avril 2027 (Rennes ou Le Havre).",
        "Disponible dès cette date, deux jours et demi par semaine.",
      ])
    #expect(
      try about("availability: {from: 2026-01, daysPerWeek: 0.5, visibility: public}", "en") == [
        "Available now, half a day a week."
      ])
  }

  @Test func skillsByHowWellTheyAreKnownInTheReadersWords() throws {
    let skills = """
      skills:
        - {name: Project management, level: expert}
        - {name: Python}
        - {name: Training, level: competent}
        - {name: Rust, level: novice}
      """
    #expect(
      try about(skills, "fr") == [
        "Spécialités : Gestion de projet, Python", "Je travaille aussi avec : Formation professionnelle",
        "J’apprends : Rust",
      ])
    #expect(try about(skills, "en").first == "Specialities: Project management, Python")
  }
}
