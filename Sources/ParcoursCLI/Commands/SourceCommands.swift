internal import ArgumentParser
internal import Parcours
internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursReport
internal import ParcoursSource
internal import ParcoursSystem

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "What two sources of the same person say differently.",
    discussion: """
      Your identity against LinkedIn's archive, a page, a résumé: field by field, in the order of LinkedIn's forms. Exit status 1 when \
      they differ, so that a pipeline can remind you.
      """)

  @Argument(help: "The first source: your identity, most often.")
  var first: String

  @Argument(help: "The second: an identity, résumé, page, LinkedIn text, or LinkedIn's archive (ZIP or folder) or PDF.")
  var second: String

  @Option(
    name: [.customShort("t"), .long], help: ArgumentHelp("How to tell it: text or json.", valueName: "format"))
  var to = "text"

  @Option(help: ArgumentHelp("The language of the text: fr, en.", valueName: "language"))
  var lang: String?

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @OptionGroup var findings: FindingsOptions

  func run() throws { try findings.speaking(lang, run) }

  private func run(_ voice: Voice) throws {
    let isJSON = try FormatChoice.isJSON(to)
    let today = try Console.day(asOf)
    let sources = try [first, second].map { path throws(Status) in try voice.source(path) }
    let comparison = SourceComparison(sources[0], sources[1], language: lang ?? "en", asOf: today)
    if isJSON { Console.write(comparison.json) } else { Console.write(comparison.text) }
    if !comparison.differences.isEmpty { throw Status.findings }
  }
}

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "One identity from several sources, with where each item is from.",
    discussion: """
      What the first source says stays; what others say more is added; where they contradict it, that is listed on standard \
      error, never guessed. Items say under extensions.provenance which sources they are from.
      """)

  @Argument(
    help: "The sources: identities, résumés, pages, LinkedIn texts, LinkedIn's archives (ZIP or folder) or PDFs.")
  var sources: [String]

  @Option(
    name: [.customShort("t"), .long], help: ArgumentHelp("What to write: yaml or json.", valueName: "format"))
  var to = Format.ownSource.id

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The output file; standard output where nothing is said.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The language of what is said: fr, en.", valueName: "language"))
  var lang: String?

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @OptionGroup var findings: FindingsOptions

  func run() throws { try findings.speaking(lang, to: output.map { $0 != "-" } ?? false ? .output : .errors, run) }

  private func run(_ voice: Voice) throws {
    let own = Registry.standard.writable.filter { $0.capabilities.contains(.native) }
    guard let format = own.first(where: { $0.id == to }) else {
      throw Console.fail("-t: write \(own.map(\.id).sorted().joined(separator: " or "))")
    }
    let today = try Console.day(asOf)
    let read = try sources.map { path throws(Status) in try voice.source(path) }
    let merged = SourceMerge.merged(read)
    if let first = read.first {
      // Conflicts are what a merge is asked for: they are told, be it quiet or not.
      voice.say(SourceFindings(source: first.findings.source, diagnostics: merged.conflicts), isResult: true)
    }
    try voice.output(output, SourceMerge.bytes(merged.identity, as: format, asOf: today))
  }
}
