internal import ArgumentParser
internal import Parcours
internal import ParcoursMatch
internal import ParcoursModel
internal import ParcoursPool
internal import ParcoursReport
internal import ParcoursSource
internal import ParcoursSystem

struct NetworkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "network", abstract: "Who knows whom, who connects you to somebody, whom you have not written to.",
    discussion: """
      Ties count where both sides stand for them; what one side alone says is listed. Of one profile, or with --of, it is that \
      person's network. To write to the few it concerns, not to broadcast.
      """)

  @Argument(help: "Profiles or pools: files, folders, NDJSON.")
  var pools: [String]

  @Option(help: ArgumentHelp("Whose network: an id or a name.", valueName: "person"))
  var of: String?

  @Option(
    help: ArgumentHelp("Who connects them to somebody? An id, a name or an organization.", valueName: "person"))
  var to: String?

  @Option(help: ArgumentHelp("With whom they had nothing to do for so many months.", valueName: "months"))
  var silent: Int?

  @Option(help: ArgumentHelp("Whom of those they know fits a contract.", valueName: "file"))
  var contract: String?

  @Option(
    help: ArgumentHelp("What skills are called beside what the program knows; see match.", valueName: "path"))
  var thesaurus: [String] = []

  @Option(
    name: .customShort("t"), help: ArgumentHelp("How to tell it: text or json.", valueName: "format"))
  var kind = "text"

  @Option(help: ArgumentHelp("The language of the text: fr, en.", valueName: "language"))
  var lang: String?

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @OptionGroup var findings: FindingsOptions

  func run() throws { try findings.speaking(lang, run) }

  private func run(_ voice: Voice) throws {
    let isJSON = try FormatChoice.isJSON(kind)
    guard [to != nil, silent != nil, contract != nil].count(where: \.self) <= 1 else {
      throw Console.fail("--to, --silent and --contract are questions of their own: ask one at a time")
    }
    if let silent, !(0...1_200).contains(silent) { throw Console.fail("--silent: write a number of months") }
    let today = try Console.day(asOf)
    let lang = lang ?? "en"
    let network = NetworkReport(try voice.pools(pools), language: lang)
    let one = try of.map { try place($0, "--of", network) } ?? network.only
    func write(_ lines: @autoclosure () -> [String], _ json: @autoclosure () -> [UInt8]) {
      if isJSON { Console.write(json()) } else { Console.write(NetworkReport.text(lines())) }
    }
    func asked() throws -> Int {
      guard let one else { throw Console.fail("say with --of whose network is meant") }
      return one
    }
    if let to {
      let (start, goals) = (try asked(), network.network.places(of: to))
      guard !goals.isEmpty else { throw Console.fail("--to: nobody here knows \"\(to)\"") }
      let way = network.way(from: start, to: goals)
      write(
        way ?? [lang.hasPrefix("fr") ? "aucun chemin n’y mène" : "no way leads there"],
        network.json(from: start, to: goals))
      if way == nil { throw Status.findings }
    } else if let silent {
      let place = try asked()
      write(
        network.silent(place, months: silent, asOf: today), network.json(silent: place, months: silent, asOf: today))
    } else if let contract {
      let place = try asked()
      let wanted = try voice.contract(contract, asOf: today).contract
      let skills = try voice.thesaurus(thesaurus, asOf: today)
      write(
        network.fitting(wanted, knownTo: place, thesaurus: skills),
        network.json(fitting: wanted, knownTo: place, thesaurus: skills))
    } else {
      write(network.ties(of: one), network.json(of: one))
    }
  }

  private func place(_ name: String, _ option: String, _ network: NetworkReport) throws -> Int {
    let places = network.network.places(of: name).filter { network.network.people[$0].isAtHand }
    guard let place = places.first else {
      let ids = network.network.people.filter(\.isAtHand).compactMap(\.id)
      let near = Spelling.nearest(to: name, among: ids).map { "; did you mean \($0)?" } ?? ""
      throw Console.fail("\(option): nobody here is called \"\(name)\"\(near)")
    }
    guard places.count == 1 else { throw Console.fail("\(option): several are called \"\(name)\"; write an id") }
    return place
  }
}
