internal import ArgumentParser
internal import Parcours
internal import ParcoursFormats
internal import ParcoursReport
internal import ParcoursSource

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract:
      "Start an identity: commented YAML, or one made from a résumé, a page, a LinkedIn text or LinkedIn's archive. Or start a theme."
  )

  @Argument(help: "The file to write; standard output where nothing is said.")
  var file: String?

  @Option(
    help: ArgumentHelp(
      "A résumé, page, LinkedIn text, archive (ZIP or folder) or saved PDF to start from.", valueName: "source"))
  var from: String?

  @Option(help: ArgumentHelp("The language of the comments: fr, en.", valueName: "language"))
  var lang = "en"

  @Option(help: ArgumentHelp("A folder in which to start a theme of one's own.", valueName: "folder"))
  var theme: String?

  @Flag(help: "Replace a file that is there.")
  var force = false

  @OptionGroup var findings: FindingsOptions

  func run() throws {
    if let theme {
      guard file == nil, from == nil else { throw Console.fail("--theme starts a theme alone; leave the rest out") }
      return try startTheme(theme)
    }
    if let file, file != "-", !force, Console.exists(file) {
      throw Console.fail("\(file): is there already; --force replaces it")
    }
    var bytes = Array(IdentityTemplate.text(language: lang).utf8)
    if let from {
      let folder = try Console.archiveFolder(from)
      let source = folder == nil ? try Console.readSource(from) : SourceText(name: from, bytes: [])
      let converter = Converter()
      guard let origin = folder == nil ? converter.format(of: source) : .linkedInArchive else {
        throw Console.fail("\(from): this is neither an identity, a résumé, a page nor an archive")
      }
      // Dates such as "Jan 2020" are written as dates: a new file starts mended.
      let isText = ![Format.linkedInArchive.id, Format.linkedInPDF.id].contains(origin.id)
      let mended = isText ? Validator(asOf: Clock.today, settings: nil).mended(source) : source
      let made = converter.convert(
        mended, from: origin, to: .yaml,
        ConversionOptions(language: lang, audience: .private, asOf: Clock.today, theme: nil), reading: folder)
      if !findings.quiet || made.findings.has(.error) {
        Console.complain(TextReport.render([made.findings], findings.report()))
      }
      guard let output = made.output else { throw Status.findings }
      bytes = Array(IdentityTemplate.schemaLine.utf8) + output
    }
    try Console.output(file ?? "-", bytes)
  }

  private func startTheme(_ folder: String) throws {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    for file in Themes.template(name: name) {
      let path = "\(folder)/\(file.path)"
      if !force, Console.exists(path) { throw Console.fail("\(path): is there already; --force replaces it") }
    }
    try Console.makeFolder(folder)
    for file in Themes.template(name: name) { try Console.output("\(folder)/\(file.path)", file.bytes) }
    Console.complain(
      "\(TerminalText.visible(folder)): a theme to change; see it with `parcours preview IDENTITY --theme \(TerminalText.visible(folder))`\n"
    )
  }
}
