import Parcours
import ParcoursFormats
import ParcoursModel
import ParcoursPool
import ParcoursSource
import TestSupport
import Testing

/// The outputs that stand in `Examples/outputs` are what the formats write. `PARCOURS_RECORD=1` writes them anew.
struct Goldens {
  static let all: [(profile: String, format: String, language: String, file: String)] = [
    ("amina-diallo", "html", "fr", "amina-diallo.fr.html"),
    ("amina-diallo", "jsonresume", "en", "amina-diallo.resume.json"),
    ("claire-moreau", "linkedin", "fr", "claire-moreau.fr.linkedin"),
    ("tomas-novak", "html", "en", "tomas-novak.en.html"),
    ("ines-carvalho", "linkedin", "en", "ines-carvalho.en.linkedin"),
    ("ines-carvalho", "jsonresume", "fr", "ines-carvalho.resume.json"),
    ("yanis-benali", "linkedin", "fr", "yanis-benali.fr.linkedin"),
    ("marc-lefebvre", "linkedin", "fr", "marc-lefebvre.fr.linkedin"),
    ("helga-sorensen", "html", "en", "helga-sorensen.en.html"), ("lea-nguyen", "html", "fr", "lea-nguyen.fr.html"),
    ("marc-lefebvre", "html timeline", "fr", "marc-lefebvre.timeline.fr.html"),
    ("claire-moreau", "html card", "en", "claire-moreau.card.en.html"),
    ("tomas-novak", "html compact", "en", "tomas-novak.compact.en.html"),
    ("marc-lefebvre", "svg", "fr", "marc-lefebvre.fr.svg"), ("tomas-novak", "svg", "en", "tomas-novak.en.svg"),
    ("amina-diallo", "markdown", "fr", "amina-diallo.fr.md"),
    ("claire-moreau", "jsonld", "en", "claire-moreau.en.jsonld"),
  ]

  @Test(arguments: all.indices) func outputsAreWhatIsWritten(_ index: Int) throws {
    let golden = Self.all[index]
    let source = try #require(Repository.read("\(Repository.root)/Examples/profiles/\(golden.profile).yaml"))
    // A page's theme stands behind its format.
    let words = golden.format.split(separator: " ").map(String.init)
    let options = ConversionOptions(
      language: golden.language, asOf: today, theme: Themes.named(words.count > 1 ? words[1] : "classic"))
    let made = Converter().convert(
      SourceText(name: "-", bytes: source), from: .yaml, to: try #require(Registry.standard.format(named: words[0])),
      options)
    let bytes = try #require(made.output)
    let path = "\(Repository.root)/Examples/outputs/\(golden.file)"
    if Repository.isRecording {
      Repository.write(bytes, to: path)
      Issue.record("recorded \(golden.file)")
      return
    }
    let isSame = Repository.read(path) == bytes
    #expect(isSame, "\(golden.file): PARCOURS_RECORD=1 swift test writes it anew")
  }

  /// The pages of a team.
  @Test(arguments: [
    ("hospital-dashboards", TeamDocument.html, "fr"), ("hospital-dashboards", .bid, "fr"),
    ("grid-modernisation", .bid, "en"), ("grid-modernisation", .agreement, "en"),
    ("hospital-dashboards", .agreement, "fr"),
  ])
  func teamPagesAreWhatIsWritten(_ contract: String, _ document: TeamDocument, _ language: String) throws {
    let root = "\(Repository.root)/Examples"
    let finder = TeamFinder()
    let source = try Input.read("\(root)/contracts/\(contract).yaml")
    let wanted = try #require(finder.contract(source, asOf: today).contract)
    let pool = [try Pools.at("\(root)/profiles", .standard).read()]
    var request = TeamFinder.Request()
    request.language = language
    let team = finder.team(for: wanted, from: pool, request)
    let theme = try #require(Themes.named("classic"))
    let dossier = finder.dossier(team, for: wanted, from: pool, request, asOf: today, theme: theme)
    let bytes = document.write(dossier)
    let path = "\(root)/outputs/\(contract).\(document == .html ? "team" : document.rawValue).\(language).html"
    if Repository.isRecording {
      Repository.write(bytes, to: path)
      Issue.record("recorded \(path)")
      return
    }
    #expect(Repository.read(path) == bytes, "\(path): PARCOURS_RECORD=1 swift test writes it anew")
  }
}
