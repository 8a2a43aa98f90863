internal import ArgumentParser
internal import Parcours
internal import ParcoursFormats
internal import ParcoursModel
internal import ParcoursReport
internal import ParcoursSource

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

  @Option(help: ArgumentHelp("How to tell it: text or json.", valueName: "report"))
  var format = "text"

  @Option(help: ArgumentHelp("The language of the text: fr, en.", valueName: "language"))
  var lang = "en"

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @OptionGroup var findings: FindingsOptions

  func run() throws {
    guard format == "text" || format == "json" else { throw Console.fail("--format: write text or json") }
    let today = try Console.day(asOf)
    let sources = try [first, second].map { try Console.source($0, findings, lang) }
    let comparison = SourceComparison(sources[0], sources[1], language: lang, asOf: today)
    if format == "json" { Console.write(comparison.json) } else { Console.write(comparison.text) }
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
  var to = "yaml"

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The output file; standard output where nothing is said.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @OptionGroup var findings: FindingsOptions

  func run() throws {
    guard let format = [Format.yaml, .json].first(where: { $0.id == to }) else {
      throw Console.fail("-t: write yaml or json")
    }
    if let output, output != "-", sources.contains(output) {
      throw Console.fail("\(output): is one of the sources; write to another file")
    }
    let today = try Console.day(asOf)
    let read = try sources.map { try Console.source($0, findings, "en") }
    let merged = SourceMerge.merged(read)
    for conflict in merged.conflicts {
      func flat(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
      Console.complain(
        TerminalText.visible(
          "conflict: \(conflict.place): kept \"\(flat(conflict.kept))\"; \(conflict.source) says \"\(flat(conflict.other))\""
        ) + "\n")
    }
    try Console.output(output ?? "-", SourceMerge.bytes(merged.identity, as: format, asOf: today))
  }
}

extension Console {
  /// The reading of a folder that holds an archive's files; nil where a path is no folder.
  static func archiveFolder(_ path: String) throws(Status) -> Reading? {
    guard Folder.exists(path) else { return nil }
    do throws(FileError) { return try Converter().read(archiveFolder: path) } catch { throw fail(error.description) }
  }

  /// Reads a source of a person, whatever it is; what is wrong with it is told.
  static func source(_ path: String, _ findings: FindingsOptions, _ language: String) throws -> ReadSource {
    let converter = Converter()
    let source: SourceText
    let format: Format
    let reading: Reading
    if let folder = try archiveFolder(path) {
      source = SourceText(name: path, bytes: [])
      format = .linkedInArchive
      reading = folder
    } else {
      source = try readSource(path)
      guard let known = converter.format(of: source), known.reader != nil else {
        throw fail("\(path): this is neither an identity, a résumé, a page nor an archive")
      }
      format = known
      reading = converter.read(source, as: format)
    }
    let shown = format.id == Format.linkedInArchive.id ? SourceText(name: path, bytes: []) : source
    let told = SourceFindings(source: shown, diagnostics: reading.diagnostics)
    if !findings.quiet || told.has(.error) { complain(TextReport.render([told], findings.report(language))) }
    guard !told.has(.error), let made = ReadSource(name: path, format: format, reading) else { throw Status.findings }
    return made
  }
}
