internal import ArgumentParser
internal import Parcours
internal import ParcoursModel
internal import ParcoursReport
internal import ParcoursSource

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "What keeps a profile from being found, understood and believed.",
    discussion: """
      Each check says what it found, what it earned of what it could, and what to do; the score is their sum. It looks with the \
      eyes of an audience: the public where nothing else is said.
      """)

  @Argument(help: "The identity, résumé, page or archive.")
  var source: String

  @Option(help: ArgumentHelp("Whose eyes: public, network or private.", valueName: "audience"))
  var audience = Visibility.public

  @Option(help: ArgumentHelp("Whom it is meant for: one of the identity's targets.", valueName: "name"))
  var target: String?

  @Option(help: ArgumentHelp("A contract whose skills should be found.", valueName: "file"))
  var contract: String?

  @Option(help: ArgumentHelp("How to tell it: text or json.", valueName: "report"))
  var format = "text"

  @Option(help: ArgumentHelp("The language of the texts and of what is said: fr, en.", valueName: "language"))
  var lang: String?

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @OptionGroup var findings: FindingsOptions

  func run() throws {
    guard format == "text" || format == "json" else { throw Console.fail("--format: write text or json") }
    let today = try Console.day(asOf)
    let read = try Console.source(source, findings, lang ?? "en")
    var wanted: [String] = []
    if let target {
      guard let found = read.identity.targets?[target] else {
        throw Console.fail("--target: the identity has no target \"\(target)\"")
      }
      wanted += found.skills
    }
    if let contract {
      let reading = TeamFinder().contract(try Console.read(contract), asOf: today)
      guard let contract = reading.contract else {
        Console.complain(TextReport.render([reading.findings], findings.report(lang ?? "en")))
        throw Status.findings
      }
      wanted += contract.needs.compactMap(\.skill)
    }
    let audit = ProfileAudit(
      read.identity, audience: audience, wanted: wanted, language: lang ?? read.identity.language ?? "en", asOf: today)
    if format == "json" { Console.write(audit.json) } else { Console.write(audit.text) }
  }
}
