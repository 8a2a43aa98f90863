import Parcours
import ParcoursMatch
import ParcoursModel
import ParcoursSource
import TestSupport
import Testing

/// Skills that mean the same count as the same.
struct ThesaurusTests {
  private let standard = Thesauri.standard

  private func contract(_ skills: String...) -> Contract {
    var contract = Contract()
    contract.needs = skills.map {
      var need = Contract.Need()
      need.skill = $0
      return need
    }
    return contract
  }

  @Test func theProgramKnowsEnoughSkills() {
    #expect(Thesauri.own.count == 11)
    #expect(standard.concepts.count >= 800)
    for scheme in Thesauri.own {
      #expect(!scheme.concepts.isEmpty)
      #expect(Thesaurus.issues(in: scheme, beside: Thesauri.own.filter { $0 != scheme }).map(\.path) == [])
    }
  }

  /// A name that means two things would let people into teams for what they cannot do.
  @Test func noNameMeansTwoThings() {
    for concept in standard.concepts {
      for label in concept.labels {
        #expect(standard.concepts(named: label).compactMap(\.id) == [concept.id], "\(label)")
      }
    }
  }

  /// What has a French name has it; what has one name in both languages is a name of its own.
  @Test func eachConceptIsCalledSomethingInBothLanguages() {
    for concept in standard.concepts {
      #expect(concept.prefLabel?.version(for: "fr", documentLanguage: "en") != nil)
      #expect(concept.prefLabel?.version(for: "en", documentLanguage: "en") != nil)
    }
  }

  @Test(arguments: [
    ("Project management", "gestion de projet", true), ("JavaScript", "js", true), ("Kubernetes", "K8S", true),
    ("node.js", "NodeJS", true), ("Développement front-end", "React", true), ("React", "JavaScript", false),
    ("C++", "C", false), ("C", "C#", false), ("Relational databases", "Postgres", true), ("SQL", "PostgreSQL", true),
    ("Traduction", "Sous-titrage", true), ("Comptabilité", "bookkeeping", true), ("Java", "JavaScript", false),
    ("menuiserie", "cabinetmaking", true), ("SEO", "Référencement naturel", true), ("R", "Rust", false),
    ("Formation", "e-learning", true), ("UX design", "recherche utilisateur", true), ("Cobol", "COBOL", true),
    ("Underwater basket weaving", "underwater basket-weaving", true), ("Underwater basket weaving", "Weaving", false),
  ])
  func whatCounts(_ wanted: String, _ offered: String, _ counts: Bool) {
    let names = SkillNames(contract(wanted), thesaurus: standard)
    #expect((names.needs(servedBy: offered) == 1) == counts)
  }

  @Test func oneSkillMayServeSeveralNeeds() {
    let names = SkillNames(contract("SQL", "databases", "Python"), thesaurus: standard)
    #expect(names.needs(servedBy: "pgsql") == 0b011)
    #expect(names.needs(servedBy: "Django") == 0b100)
    #expect(names.needs(servedBy: "databases") == 0b010)
  }

  @Test(arguments: [
    ("Kuberntes", ["Kubernetes"]), ("Développeur React senior", ["React"]), ("zzzz", []), ("", []),
    ("gestion de projets complexes", ["project management"]),
  ])
  func theNearest(_ name: String, _ near: [String]) {
    #expect(standard.nearest(to: name).prefix(1) == near.prefix(1))
    #expect(standard.nearest(to: name).count <= 3)
  }

  @Test func nearestIsSaidInTheLanguageAsked() {
    #expect(standard.nearest(to: "gestion de projetz", language: "fr") == ["gestion de projet"])
  }

  private func scheme(_ concepts: (id: String, broader: [String])...) -> ConceptScheme {
    var scheme = ConceptScheme()
    scheme.concepts = concepts.map { id, broader in
      var concept = ConceptScheme.Concept()
      concept.id = id
      concept.broader = broader
      return concept
    }
    return scheme
  }

  @Test func whatCannotBeSoIsSaid() {
    let issues = Thesaurus.issues(
      in: scheme(("a", ["b"]), ("b", ["c", "sql"]), ("c", ["a"]), ("a", []), ("d", ["reactt", "d"])),
      beside: Thesauri.own)
    #expect(
      issues.map { "\($0.id) \($0.path.joined(separator: "/"))" } == [
        "concept-cycle concepts/0/broader/0", "concept-cycle concepts/1/broader/0",
        "concept-cycle concepts/2/broader/0",
        "duplicate-concept concepts/3/id", "unknown-concept concepts/4/broader/0", "concept-cycle concepts/4/broader/1",
      ])
    #expect(issues[4].help?.description == "did you mean `react`?")
  }

  /// Circles end, and all in one count for each other.
  @Test func circlesEnd() {
    let thesaurus = Thesaurus([scheme(("a", ["b"]), ("b", ["a"]), ("c", ["b"]))])
    for wanted in ["a", "b"] {
      let names = SkillNames(contract(wanted), thesaurus: thesaurus)
      for offered in ["a", "b", "c"] { #expect(names.needs(servedBy: offered) == 1) }
    }
    #expect(SkillNames(contract("c"), thesaurus: thesaurus).needs(servedBy: "a") == 0)
  }

  /// A later scheme adds names and broader concepts to an earlier one's, and its words come first.
  @Test func schemesAdd() {
    var own = scheme(("react", ["our-stack"]), ("our-stack", []))
    own.concepts[0].prefLabel = "Réact"
    own.concepts[0].altLabel = ConceptScheme.Labels(["the blue one"])
    let thesaurus = Thesaurus(Thesauri.own + [own])
    #expect(thesaurus.concepts(named: "ReactJS").first?.prefLabel?.versions.first?.text == "Réact")
    #expect(thesaurus.concepts(named: "The Blue One").first?.id == "react")
    #expect(SkillNames(contract("Our stack"), thesaurus: thesaurus).needs(servedBy: "Next.js") == 1)
    #expect(SkillNames(contract("JavaScript"), thesaurus: thesaurus).needs(servedBy: "the blue one") == 1)
  }

  /// Names are folded the same way whether they are of ASCII alone or not.
  @Test func foldingAgreesWithItself() {
    var random = Seeded(7)
    let letters = Array("aZ09 +#-_.éÉ'’/&Çß\u{301}")
    for _ in 0..<2_000 {
      let text = String(
        (0..<Int.random(in: 0...9, using: &random)).map { _ in letters.randomElement(using: &random) ?? "a" })
      // A letter with an accent in front takes the long way, and changes nothing behind it.
      #expect(Folding.folded("é " + text).dropFirst(2) == Folding.folded(text) || Folding.folded(text).isEmpty)
      #expect(Folding.compact(text) == Folding.folded(text).filter { $0 != " " })
    }
  }
}

/// ESCO's download, as its files are laid out.
struct ESCOTests {
  private func folder(_ files: [String: String]) -> String {
    let path = Repository.temporaryFolder()
    for (name, text) in files { Repository.write(Array(text.utf8), to: path + "/" + name) }
    return path
  }

  private let skills = """
    conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description
    KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/1,skill/competence,sector-specific,operate forges,"tend forges
    work at a ""forge"", hot",,released,2020-01-01T00:00:00Z,,,http://data.europa.eu/esco/concept-scheme/skills,"Heat, and strike."
    KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/2,knowledge,cross-sector,types of hammers,,mallets,released,2020-01-01T00:00:00Z,,,x,y
    """
  private let french = """
    conceptType,conceptUri,preferredLabel,altLabels
    KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/1,faire fonctionner une forge,
    """
  private let broader = """
    conceptType,conceptUri,broaderType,broaderUri
    KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/2,KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/1
    """

  @Test func itsFilesAreRead() throws {
    let path = folder([
      "skills_en.csv": skills, "skills_fr.csv": french, "broaderRelationsSkillPillar_en.csv": broader,
      "occupationSkillRelations_en.csv": "occupationUri,relationType\nx,y\n",
    ])
    let loaded = try Thesauri.load([path], asOf: .epoch)
    let thesaurus = try #require(loaded.thesaurus)
    let forge = try #require(thesaurus.concepts(named: "Work at a forge, hot").first)
    #expect(forge.id == "http://data.europa.eu/esco/skill/1")
    #expect(forge.prefLabel?.version(for: "fr", documentLanguage: "en")?.text == "faire fonctionner une forge")
    #expect(forge.prefLabel?.version(for: "en", documentLanguage: "en")?.text == "operate forges")
    #expect(thesaurus.narrower(than: forge.id ?? "").compactMap(\.id) == ["http://data.europa.eu/esco/skill/2"])
    #expect(thesaurus.concepts(named: "Mallets").count == 1)
    #expect(thesaurus.concepts(named: "React").count == 1)
  }

  @Test func anotherTableIsNone() throws {
    let path = folder(["people.csv": "name,age\nAna,30\n"])
    let loaded = try Thesauri.load([path + "/people.csv"], asOf: .epoch)
    #expect(loaded.thesaurus == nil)
    #expect(loaded.findings.flatMap(\.diagnostics).map(\.id) == ["unrecognized"])
  }

  @Test func aThesaurusWithMistakesIsNotUsed() throws {
    let path = folder(["own.yaml": "thesaurus: 1\nconcepts:\n  - {id: a, broader: [reakt]}\n"])
    let loaded = try Thesauri.load([path + "/own.yaml"], asOf: .epoch)
    #expect(loaded.thesaurus == nil)
    let said = try #require(loaded.findings.first)
    #expect(said.diagnostics.map(\.id) == ["unknown-concept"])
    #expect(said.source.bytes[said.diagnostics[0].range ?? 0..<0].elementsEqual("reakt".utf8))
  }
}
