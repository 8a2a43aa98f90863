internal import ArgumentParser
internal import Parcours
internal import ParcoursFormats
internal import ParcoursMatch
internal import ParcoursModel
internal import ParcoursPDF
internal import ParcoursPool
internal import ParcoursReport
internal import ParcoursSource
internal import ParcoursSystem

struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match", abstract: "The best team for a contract, proven and explained.",
    discussion: """
      A pool is a folder of identities, an NDJSON file of one a line, or single files. Best is: least weight of nice-to-have \
      needs lost, then least price (fees and the price of distances in trust), then fewest members, then the team whose ids come first. \
      Ctrl-C gives the best team known by then.
      """)

  @Argument(help: "The contract.")
  var contract: String

  @Argument(help: "Pools: folders, NDJSON files, identities.")
  var pools: [String]

  @Option(
    name: [.customShort("t"), .long],
    help: ArgumentHelp(
      "What to write: text, json, html (a page for the people in it), bid (the offer with everyone's CV) or agreement (a draft of what they agree on).",
      valueName: "format"))
  var to: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp(
      "The output file; a page whose name ends in .pdf is set on paper. Standard output where nothing is said.",
      valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("A bid: who speaks for the team; else whoever is nearest to all others.", valueName: "id"))
  var lead: String?

  @Option(
    help: ArgumentHelp("The theme of a page: a name, or a folder with theme.yaml and theme.css.", valueName: "name"))
  var theme = Themes.standard

  @Option(
    help: ArgumentHelp("PDF: the engine, weasyprint or chromium; else whichever is installed.", valueName: "name"))
  var engine: PDFEngine?

  @Option(help: ArgumentHelp("Another price of trust than the contract's.", valueName: "amount"))
  var trustPrice: Int?

  @Option(
    help: ArgumentHelp(
      "Search so many seconds at the most; the best team known then is given with its bound.", valueName: "seconds"))
  var timeLimit: Double?

  @Option(help: ArgumentHelp("So many teams, the best first.", valueName: "count"))
  var teams = 1

  @Option(help: ArgumentHelp("By how many members each of them differs from those before it.", valueName: "count"))
  var apart = 1

  @Flag(help: "The best team for every price of trust, with the exact prices at which it changes.")
  var trustCurve = false

  @Option(help: ArgumentHelp("What if somebody could not be in?", valueName: "id"))
  var without: [String] = []

  @Option(help: ArgumentHelp("What if somebody had to be in?", valueName: "id"))
  var with: [String] = []

  @Option(help: ArgumentHelp("What if the budget were another?", valueName: "amount"))
  var budget: Int?

  @Option(help: ArgumentHelp("What if the window were another? Two dates: 2027-01-11..2027-04-02.", valueName: "dates"))
  var window: String?

  @Option(help: ArgumentHelp("Why is somebody not in the team? The exact answer.", valueName: "id"))
  var why: String?

  @Option(
    help: ArgumentHelp(
      "What skills are called beside what the program knows: a thesaurus in YAML or JSON, ESCO's CSV files, or a folder of them.",
      valueName: "path"))
  var thesaurus: [String] = []

  @Option(help: ArgumentHelp("The language of the text: fr, en.", valueName: "language"))
  var lang: String?

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @OptionGroup var findings: FindingsOptions

  func run() throws { try findings.speaking(lang, to: output.map { $0 != "-" } ?? false ? .output : .errors, run) }

  private func run(_ voice: Voice) throws {
    let kind = try self.kind()
    let request = try request()
    let finder = TeamFinder()
    let today = try Console.day(asOf)
    let (wanted, found, input) = try voice.contract(contract, asOf: today)
    let skills = try voice.thesaurus(thesaurus, asOf: today)
    let readings = try voice.pools(pools)
    voice.say(finder.remarks(on: wanted, found, in: input, from: readings, skills, language: lang))
    if let window = request.window, window.last.lastDay < today.firstDay {
      voice.say(
        [
          Diagnostic(
            id: "past-window", severity: .warning,
            "--window: it ends before \(today.description), which counts as today")
        ], of: contract)
    }
    let shared = finder.sharedIDs(in: readings)
    if !shared.isEmpty {
      let said: Message = "two people of the pool share an id: \(shared.joined(separator: ", "))"
      throw voice.refuse(
        [Diagnostic(id: "shared-id", said, help: "give one of them another `id`, or leave one of the files out")],
        of: pools.joined(separator: ", "))
    }
    var asked = request
    asked.thesaurus = skills
    asked.language = lang ?? (kind == "json" ? "en" : wanted.language ?? "en")
    Interruption.listen()
    asked.isStopped = { Interruption.hasCome }
    asked.with = try asked.with.map { try person($0, "--with", readings) }
    asked.without = try asked.without.map { try person($0, "--without", readings) }
    if let both = Set(asked.with).intersection(asked.without).min() {
      throw Console.fail("--with and --without: \(TerminalText.visible(both)) cannot be both in and out")
    }
    if let why {
      let id = try person(why, "--why", readings)
      let answer = finder.why(id, for: wanted, from: readings, asked)
      if kind == "json" {
        Console.write(finder.json(why: id, answer))
      } else {
        Console.write(answer.map { TerminalText.visible($0) + "\n" }.joined())
      }
      return
    }
    let team = finder.team(for: wanted, from: readings, asked)
    if let document = TeamDocument(rawValue: kind) {
      guard !team.members.isEmpty || document == .html else {
        Console.complain(finder.text(team, for: wanted, from: readings, language: asked.language, asked))
        throw Status.findings
      }
      let leading = try lead.map { try person($0, "--lead", readings) }
      if let leading, !team.members.contains(where: { $0.id == leading }) {
        throw Console.fail("--lead: \(leading) is not in the team; `--with \(leading)` would have them in")
      }
      let theme = try PageArguments.loadTheme(theme, voice)
      let dossier = finder.dossier(
        team, for: wanted, from: readings, asked, asOf: today, theme: theme, lead: leading)
      try write(document, dossier, voice)
    } else {
      let text =
        kind == "json"
        ? finder.json(team)
        : Array(finder.text(team, for: wanted, from: readings, language: asked.language, asked).utf8)
      try voice.output(output, text)
    }
    if team.members.isEmpty { throw Status.findings }
  }

  /// What is to be written.
  private func kind() throws -> String {
    let known = ["text", "json"] + TeamDocument.allCases.map(\.rawValue)
    let kind = to ?? (output.map { $0.lowercased().hasSuffix(".html") ? "html" : "text" } ?? "text")
    guard known.contains(kind) else {
      throw Console.fail("-t: there is no format \"\(kind)\" of a team; write \(known.joined(separator: ", "))")
    }
    if isPDF, kind == "text" || kind == "json" {
      throw Console.fail("-o: say with -t which page is to be set on paper: html, bid or agreement")
    }
    return kind
  }

  private var isPDF: Bool { output?.lowercased().hasSuffix(".pdf") ?? false }

  /// Writes a page of the team, on paper where the file's name says so.
  private func write(_ document: TeamDocument, _ dossier: TeamDossier, _ voice: Voice) throws {
    var dossier = dossier
    dossier.isTypeset = isPDF
    let page = document.write(dossier)
    guard isPDF else {
      try voice.output(output, page)
      return
    }
    let paper = try Typesetting(engine: engine, day: dossier.asOf).document(
      TypesetPage(
        bytes: page, title: document.title(dossier),
        author: dossier.people.compactMap(\.view.name).joined(separator: ", ")),
      of: contract, voice)
    try voice.output(output, paper.bytes)
  }

  /// The id of somebody by id or name.
  private func person(_ name: String, _ option: String, _ pool: [PoolReading]) throws -> String {
    let found = TeamFinder().person(name, in: pool)
    if let id = found.id { return id }
    let near = found.near.map { "; did you mean \(TerminalText.visible($0))?" } ?? ""
    throw Console.fail("\(option): nobody in the pool is called \"\(TerminalText.visible(name))\"\(near)")
  }

  private func request() throws -> TeamFinder.Request {
    var request = TeamFinder.Request()
    if let timeLimit, !(timeLimit >= 0) { throw Console.fail("--time-limit: write a number of seconds") }
    if let trustPrice, !(0...1_000_000).contains(trustPrice) { throw Console.fail("--trust-price: write 0 to 1000000") }
    if let budget, !(0...1_000_000_000).contains(budget) { throw Console.fail("--budget: write 0 to 1000000000") }
    guard (1...100).contains(teams) else { throw Console.fail("--teams: write 1 to 100") }
    guard (1...12).contains(apart) else { throw Console.fail("--apart: write 1 to 12") }
    if let window {
      let dates = window.split(separator: ".", omittingEmptySubsequences: true).map { PartialDate($0) }
      guard dates.count == 2, let first = dates[0], let last = dates[1], first.firstDay <= last.lastDay else {
        throw Console.fail("--window: write two dates, the first before the last: 2027-01-11..2027-04-02")
      }
      request.window = (first, last)
    }
    request.trustPrice = trustPrice
    request.budget = budget
    request.with = with
    request.without = without
    request.teams = teams
    request.apart = apart
    request.hasCurve = trustCurve
    request.seconds = timeLimit
    return request
  }
}
