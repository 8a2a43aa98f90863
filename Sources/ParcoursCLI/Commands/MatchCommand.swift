internal import ArgumentParser
internal import Parcours
internal import ParcoursModel
internal import ParcoursPool
internal import ParcoursReport
internal import ParcoursSource

struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "The best team for a contract, proven and explained.",
    discussion: """
      A pool is a folder of identities, an NDJSON file of one a line, or single files. Best is: least weight of nice-to-have \
      needs lost, then least price (fees and the price of distances in trust), then fewest members, then the team whose ids come first.
      """)

  @Argument(help: "The contract.")
  var contract: String

  @Argument(help: "Pools: folders, NDJSON files, identities.")
  var pools: [String]

  @Option(help: ArgumentHelp("How to tell it: text or json.", valueName: "report"))
  var format = "text"

  @Option(help: ArgumentHelp("Another price of trust than the contract's.", valueName: "amount"))
  var trustPrice: Int?

  @Option(
    help: ArgumentHelp(
      "Search so many seconds at the most; the best team known then is given with its bound.", valueName: "seconds"))
  var timeLimit: Double?

  @Option(help: ArgumentHelp("The language of the text: fr, en.", valueName: "language"))
  var lang: String?

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @OptionGroup var findings: FindingsOptions

  func run() throws {
    guard format == "text" || format == "json" else { throw Console.fail("--format: write text or json") }
    if let timeLimit, !(timeLimit >= 0) { throw Console.fail("--time-limit: write a number of seconds") }
    if let trustPrice, !(0...1_000_000).contains(trustPrice) { throw Console.fail("--trust-price: write 0 to 1000000") }
    let finder = TeamFinder()
    let reading = finder.contract(try Console.read(contract), asOf: try Console.day(asOf))
    if !findings.quiet || reading.contract == nil {
      Console.complain(TextReport.render([reading.findings], findings.report()))
    }
    guard let wanted = reading.contract else { throw Status.findings }
    var readings: [PoolReading] = []
    for path in pools {
      do throws(FileError) {
        readings.append(try Pools.at(path).read())
      } catch {
        throw Console.fail(error.description)
      }
    }
    let wrong = readings.flatMap(\.findings).map { SourceFindings(source: $0.source, diagnostics: $0.diagnostics) }
    if !wrong.isEmpty {
      // A person who cannot be read would be judged absent: better to say so than to prove a team without them.
      Console.complain(TextReport.render(wrong, findings.report()))
      throw Status.findings
    }
    let shared = finder.sharedIDs(in: readings)
    if !shared.isEmpty {
      Console.complain(
        "parcours: two people of the pool share an id: \(TerminalText.visible(shared.joined(separator: ", ")))\n")
      throw Status.findings
    }
    let team = finder.team(for: wanted, from: readings, trustPrice: trustPrice, seconds: timeLimit)
    if format == "json" {
      Console.write(finder.json(team))
    } else {
      Console.write(finder.text(team, for: wanted, language: lang ?? wanted.language ?? "en"))
    }
    if team.members.isEmpty { throw Status.findings }
  }
}
