import Parcours
import ParcoursModel
import ParcoursSource
import TestSupport

@testable import ParcoursFormats

extension Identity {
  /// An identity that has every field that a résumé may have, once at least.
  static func whole() -> Identity {
    let reading = Format.yaml.reading(SourceText(name: "whole.yaml", text: text))
    return reading.identity ?? Identity()
  }

  private static let text = """
    parcours: 1
    language: en
    name: Ana López
    pronouns: she/her
    headline: Analyst
    summary: I count **things**.
    image: https://example.org/ana.jpg
    contact:
      email: ana@example.org
      phone: "+33 2 40 12 34 56"
      url: https://example.org
      location: {address: 1 rue Haute, postalCode: "44000", city: Nantes, region: Loire, countryCode: FR}
      profiles:
        - {network: GitHub, username: ana}
        - {network: LinkedIn, username: ana, url: "https://www.linkedin.com/in/ana"}
        - {network: Malt, url: "https://malt.fr/ana"}
    path:
      - kind: role
        title: Lead analyst
        organization: {name: The Lab, url: "https://lab.example.org", description: A lab}
        engagement: fullTime
        startDate: 2022-03
        location: {city: Paris, region: Paris, countryCode: FR}
        summary: Numbers.
        highlights: [Halved it, "Doubled *that*"]
        skills: [SQL]
        engagements: [{client: {name: Ward Ltd}, title: Audit, startDate: 2022-05, endDate: 2022-09, summary: Looked, highlights: [Saw], skills: [SQL]}]
      - {kind: role, title: Analyst, engagement: freelance, startDate: 2020-02, endDate: 2022-02, organization: {alias: a hospital, confidential: true, name: Saint-Luc}}
      - {kind: role, title: Adviser, engagement: selfEmployed, startDate: 2019-06, endDate: 2020-01}
      - {kind: break, reason: fullTimeParenting, title: Twins, startDate: 2018, endDate: 2019-05, summary: At home, highlights: [Learned]}
      - kind: role
        engagement: volunteer
        title: Driver
        organization: {name: Food bank, url: "https://bank.example.org"}
        startDate: 2016-01
        endDate: 2017-12
        location: {city: Brest}
        summary: Drove
        highlights: [Never late]
        skills: [Driving]
      - kind: study
        institution: {name: Uni, url: "https://uni.example.org"}
        area: Statistics
        studyType: MSc
        score: "17/20"
        courses: [Models]
        startDate: 2012-09
        endDate: 2014-06
        location: {city: Lyon, countryCode: FR}
        summary: Thought
        highlights: [First]
        skills: [R]
      - {kind: study, institution: {alias: a school, name: Secret school, confidential: true}, area: Maps, startDate: 2010, endDate: 2011}
      - {kind: role, status: sought, title: Director}
    skills:
      - {name: SQL, level: expert, years: 6}
      - {name: Data, level: competent, keywords: [R, Julia]}
      - {name: Driving}
    languages: [{language: es, fluency: native}, {language: en, fluency: B2, label: Good}, {language: fr, fluency: C1}]
    services: [{name: Audits, summary: Of numbers}]
    projects:
      - {name: Atlas, description: Maps, highlights: [Drew it], keywords: [GIS], startDate: 2019-03, endDate: 2019-08, url: "https://atlas.example.org", roles: [Author], entity: The Club, type: book}
    publications: [{name: A paper, publisher: The Journal, releaseDate: 2017-05-04, url: "https://paper.example.org", summary: On maps}]
    awards: [{title: Prize, date: 2018-02, awarder: The Club, summary: Nice}]
    certificates: [{name: PRINCE2, date: 2020-05, issuer: Axelos, url: "https://axelos.example.org"}]
    interests: [{name: Chess, keywords: [blitz, endgames]}]
    recommendations:
      - {from: {name: Bo Li, title: Head}, text: Good work, date: 2020}
      - {from: {name: Cy}, text: Great work, visibility: private}
    """
}
