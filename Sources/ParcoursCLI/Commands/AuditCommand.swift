internal import ArgumentParser
internal import Parcours
internal import ParcoursModel

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

  @Option(
    name: [.customShort("t"), .long], help: ArgumentHelp("How to tell it: text or json.", valueName: "format"))
  var to = "text"

  @Option(help: ArgumentHelp("The language of the texts and of what is said: fr, en.", valueName: "language"))
  var lang: String?

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @OptionGroup var findings: FindingsOptions

  func run() throws { try findings.speaking(lang, run) }

  private func run(_ voice: Voice) throws {
    let isJSON = try FormatChoice.isJSON(to)
    let today = try Console.day(asOf)
    let loaded = try voice.source(source)
    let identity = loaded.identity ?? Identity()
    var wanted: [String] = []
    if let target {
      guard let found = identity.targets?[target] else {
        throw Console.fail("--target: the identity has no target \"\(target)\"")
      }
      wanted += found.skills
    }
    if let contract {
      wanted += try voice.contract(contract, asOf: today).contract.needs.compactMap(\.skill)
    }
    let audit = ProfileAudit(
      identity, audience: audience, wanted: wanted, language: lang ?? identity.language ?? "en", asOf: today)
    if isJSON { Console.write(audit.json) } else { Console.write(audit.text) }
  }
}
