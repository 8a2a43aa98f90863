import Parcours
import ParcoursInterchange
import TestSupport
import Testing

/// Whatever one command reads, every command reads: each format, each command that takes an identity, both languages.
struct EveryFormatTests {
  /// Somebody in each format that is read. What is written here too is made of the first; the others have a text of their own.
  private static let samples: [(id: String, file: String)] = {
    let place = Repository.temporaryFolder()
    let yaml = """
      parcours: 1
      id: ada
      name: Ada Lovelace
      headline: Analyst of engines
      contact: {email: ada@example.org}
      path:
        - {kind: role, title: Analyst, organization: {name: Engines Ltd}, startDate: 2020-01, skills: [Mathematics]}
        - {kind: study, institution: {name: Home}, area: Mathematics, startDate: 2010, endDate: 2014}
      skills: [{name: Mathematics, level: expert, evidence: [ada]}]
      languages: [{language: en, fluency: native}]
      """
    let own: [String: (name: String, text: String)] = [
      "fresh": (
        "ada.fresh.json",
        "{\"name\": \"Ada Lovelace\", \"meta\": {\"format\": \"FRESH@1.0.0\"}, \"contact\": {\"email\": \"ada@example.org\"}, \"employment\": {\"history\": [{\"employer\": \"Engines Ltd\", \"position\": \"Analyst\", \"start\": \"2020-01\"}]}}"
      ),
      "mac": (
        "ada.mac.json",
        "{\"settings\": {\"language\": \"EN\"}, \"aboutMe\": {\"profile\": {\"name\": \"Ada\", \"surnames\": \"Lovelace\", \"title\": \"Analyst\"}}, \"experience\": {\"jobs\": [{\"organization\": {\"name\": \"Engines Ltd\"}, \"roles\": [{\"name\": \"Analyst\", \"startDate\": \"2020-01-01\"}]}]}}"
      ),
      "europass": (
        "ada.xml",
        "<?xml version=\"1.0\"?><Candidate xmlns=\"http://www.europass.eu/1.0\"><CandidatePerson><PersonName><GivenName>Ada</GivenName><FamilyName>Lovelace</FamilyName></PersonName></CandidatePerson><CandidateProfile languageCode=\"en\"><EmploymentHistory><EmployerHistory><OrganizationName>Engines Ltd</OrganizationName><PositionHistory><PositionTitle>Analyst</PositionTitle></PositionHistory></EmployerHistory></EmploymentHistory></CandidateProfile></Candidate>"
      ),
      "linkedin-pdf": (
        "saved.txt",
        "Contact\nada@example.org\nwww.linkedin.com/in/ada (LinkedIn)\n\nTop Skills\nMathematics\n\u{C}Ada Lovelace\nAnalyst of engines\nLondon\n\nExperience\nEngines Ltd\nAnalyst\nJanuary 2020 - Present (6 years)\n"
      ),
    ]
    Repository.write(Array(yaml.utf8), to: place + "/ada.yaml")
    return Registry.standard.readable.map { format in
      let path: String
      if let text = own[format.id] {
        path = "\(place)/\(text.name)"
        Repository.write(Array(text.text.utf8), to: path)
      } else if format.write != nil {
        path = format.id == "yaml" ? place + "/ada.yaml" : "\(place)/\(format.id)-ada"
        if format.id != "yaml" {
          _ = Program.run(
            Program.parcours,
            ["convert", place + "/ada.yaml", "-t", format.id, "-o", path, "--audience", "private", "--quiet"])
        }
      } else {
        // An archive, as the folder of its tables.
        path = "\(place)/archive"
        _ = Program.run("/bin/mkdir", [path])
        Repository.write(
          Array("First Name,Last Name,Headline\nAda,Lovelace,Analyst of engines\n".utf8), to: path + "/Profile.csv")
        Repository.write(
          Array("Company Name,Title,Started On\nEngines Ltd,Analyst,Jan 2020\n".utf8), to: path + "/Positions.csv")
      }
      return (format.id, path)
    }
  }()

  private static let contract: String = {
    let path = Repository.temporaryFolder() + "/contract.yaml"
    let text = """
      contract: 1
      id: engine
      title: An engine
      currency: EUR
      budget: 50000
      startDate: 2027-01-11
      endDate: 2027-04-02
      needs: [{id: maths, skill: Mathematics, days: 10}]
      """
    Repository.write(Array(text.utf8), to: path)
    return path
  }()

  /// The commands, and what status each may end in.
  private static func commands(_ file: String) -> [(arguments: [String], statuses: Set<Int32>)] {
    [
      (["validate", file], [0, 1]), (["convert", file, "-t", "markdown"], [0]),
      (["convert", file, "-t", "jsonresume"], [0]),
      (["audit", file], [0]), (["diff", file, file], [0]), (["merge", file, file], [0]),
      (["match", contract, file], [0, 1]), (["network", file], [0]), (["build", file], [1, 2]),
    ]
  }

  @Test(arguments: Registry.standard.readable.map(\.id), ["en", "fr"])
  func everyCommandReadsIt(_ id: String, _ language: String) throws {
    let file = try #require(Self.samples.first { $0.id == id }).file
    for (arguments, statuses) in Self.commands(file) {
      let run = Program.run(Program.parcours, arguments + ["--lang", language, "--as-of", "2026-11-27"])
      let note = "\(arguments.prefix(1)) of \(id) in \(language): \(run.errorText)"
      #expect(statuses.contains(run.status), "\(run.status): \(note)")
      #expect(!run.errorText.contains("[unrecognized]"), "\(note)")
      if arguments.last == "markdown" { #expect(run.outputText.contains("Ada Lovelace"), "\(note)") }
      if language == "fr" {
        for word in [": error:", ": warning:", ": note:", "  help:"] {
          #expect(!run.errorText.contains(word), "\(note)")
        }
      }
    }
    // A new identity is made of it, and is a good one.
    let made = Program.run(Program.parcours, ["new", "--from", file, "--quiet"])
    #expect(made.status == 0 && made.outputText.contains("Ada Lovelace"), "\(id): \(made.errorText)")
  }

  /// What is nothing that is known is refused by all of them, with what it looks like and what is read.
  @Test(arguments: [
    ("x.json", "{\"colours\": [1, 2]}", "JSON"), ("x.yaml", "colours: [1, 2]", "YAML"), ("x.xml", "<a><b/></a>", "XML"),
    (
      "x.json", "{\"$schema\": \"https://json-schema.org/draft/2020-12/schema\", \"type\": \"object\"}", "a JSON Schema"
    ),
    ("x.json", "{\"basics\": {\"name\": \"A\"}, \"sections\": {\"summary\": {}}}", "an export of Reactive Resume"),
    ("x.yaml", "content: {basics: {name: A}, work: []}", "a résumé of YAMLResume"),
    (
      "x.xml", "<SkillsPassport xmlns=\"http://europass.cedefop.europa.eu/Europass\"><LearnerInfo/></SkillsPassport>",
      "an older export of Europass"
    ),
    ("x.json", "{\"SkillsPassport\": {\"LearnerInfo\": {}}}", "an older export of Europass"),
    ("x.vcf", "BEGIN:VCARD\nVERSION:4.0\nFN:Ada\nEND:VCARD\n", "vcard"),
  ]) func whatNobodyKnowsIsRefused(_ name: String, _ text: String, _ called: String) {
    let path = "\(Repository.temporaryFolder())/\(name)"
    Repository.write(Array(text.utf8), to: path)
    for (arguments, _) in Self.commands(path) {
      let run = Program.run(Program.parcours, arguments + ["--as-of", "2026-11-27"])
      #expect(run.status == 1, "\(arguments): \(run.status) \(run.errorText)")
      #expect(run.errorText.contains("this is \(called)"), "\(arguments): \(run.errorText)")
      #expect(run.errorText.contains("jsonresume"), "what is read is said: \(arguments)")
    }
  }
}
