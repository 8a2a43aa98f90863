internal import ArgumentParser
internal import Parcours
internal import ParcoursInterchange
internal import ParcoursReport
internal import ParcoursSource
internal import ParcoursSystem

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

  @Option(help: ArgumentHelp("The language of the comments, and of what is said: fr, en.", valueName: "language"))
  var lang: String?

  @Option(help: ArgumentHelp("A folder in which to start a theme of one's own.", valueName: "folder"))
  var theme: String?

  @Flag(help: "Replace a file that is there.")
  var force = false

  @OptionGroup var findings: FindingsOptions

  func run() throws { try findings.speaking(lang, to: file == nil || file == "-" ? .errors : .output, run) }

  private func run(_ voice: Voice) throws {
    if let theme {
      guard file == nil, from == nil else { throw Console.fail("--theme starts a theme alone; leave the rest out") }
      return try startTheme(theme, voice)
    }
    if let file, file != "-", !force, Console.exists(file) {
      throw Console.fail("\(file): is there already; --force replaces it")
    }
    var bytes = Array(IdentityTemplate.text(language: lang ?? "en").utf8)
    if let from {
      let today = Clock.today
      var input = try voice.input(from)
      // Dates such as "Jan 2020" are written as dates: a new file starts mended.
      if Loader().load(input).format?.capabilities.contains(.editable) ?? false {
        input = Input(Validator(asOf: today).mended(input.source))
      }
      var options = ConversionOptions(language: lang ?? "en", audience: .private, asOf: today, theme: nil)
      options.findsLosses = false
      let made = Converter().convert(try voice.load(input), to: .ownSource, options)
      voice.say(made.findings)
      guard let output = made.output else { throw voice.failure }
      bytes = Array(IdentityTemplate.schemaLine.utf8) + output
    }
    try voice.output(file, bytes)
  }

  private func startTheme(_ folder: String, _ voice: Voice) throws {
    let name = folder.split(separator: "/").last.map(String.init) ?? folder
    for file in Themes.template(name: name) {
      let path = "\(folder)/\(file.path)"
      if !force, Console.exists(path) { throw Console.fail("\(path): is there already; --force replaces it") }
    }
    do throws(FileError) { try Folder.make(folder) } catch { throw voice.refuse(error) }
    for file in Themes.template(name: name) { try voice.output("\(folder)/\(file.path)", file.bytes) }
    Console.complain(
      "\(TerminalText.visible(folder)): a theme to change; see it with `parcours preview IDENTITY --theme \(TerminalText.visible(folder))`\n"
    )
  }
}
