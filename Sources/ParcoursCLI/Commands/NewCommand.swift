internal import ArgumentParser
internal import Parcours
internal import ParcoursFormats
internal import ParcoursReport
internal import ParcoursSource

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Start an identity: commented YAML, or one made from a résumé, a page or a LinkedIn text.")

  @Argument(help: "The file to write; standard output where nothing is said.")
  var file: String?

  @Option(help: ArgumentHelp("A résumé, page or LinkedIn text to start from.", valueName: "source"))
  var from: String?

  @Option(help: ArgumentHelp("The language of the comments: fr, en.", valueName: "language"))
  var lang = "en"

  @Flag(help: "Replace a file that is there.")
  var force = false

  @OptionGroup var findings: FindingsOptions

  func run() throws {
    if let file, file != "-", !force, Console.exists(file) {
      throw Console.fail("\(file): is there already; --force replaces it")
    }
    var bytes = Array(IdentityTemplate.text(language: lang).utf8)
    if let from {
      let source = try Console.read(from)
      let converter = Converter()
      guard let origin = converter.format(of: source) else {
        throw Console.fail("\(from): this is neither an identity, a résumé nor a page")
      }
      // Dates such as "Jan 2020" are written as dates: a new file starts mended.
      let mended = Validator(asOf: Clock.today, settings: nil).mended(source)
      let made = converter.convert(
        mended, from: origin, to: .yaml,
        ConversionOptions(language: lang, audience: .private, asOf: Clock.today, theme: nil))
      Console.complain(TextReport.render([made.findings], findings.report()))
      guard let output = made.output else { throw Status.findings }
      bytes = Array(IdentityTemplate.schemaLine.utf8) + output
    }
    try Console.replace(file ?? "-", with: bytes)
  }
}
