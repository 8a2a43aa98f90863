internal import ArgumentParser
internal import Parcours
internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursPDF
internal import ParcoursReport
internal import ParcoursSource

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Read any format, write any other.",
    discussion: """
      The model's own formats (yaml, json) are written for the owner, all others for everyone, unless --audience says otherwise.
      What a format cannot carry is told on standard error.
      """)

  @Argument(help: "The input: a file, an archive's folder, or - for standard input.")
  var input: String

  @Option(
    name: [.customShort("f"), .long],
    help: ArgumentHelp("The input's format; else told by its name and content.", valueName: "format"))
  var from: String?

  @Option(
    name: [.customShort("t"), .long],
    help: ArgumentHelp("The output's format; else told by its name.", valueName: "format"))
  var to: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The output file; standard output where nothing is said.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The output's language, and that of what is said: fr, en.", valueName: "language"))
  var lang: String?

  @Option(help: ArgumentHelp("Whom it is for: public, network or private.", valueName: "audience"))
  var audience: Visibility?

  @OptionGroup(title: "Targets") var aim: TargetOptions

  @OptionGroup(title: "Pages") var page: PageArguments

  @Option(
    help: ArgumentHelp("PDF: the engine, weasyprint or chromium; else whichever is installed.", valueName: "name"))
  var engine: PDFEngine?

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @OptionGroup var losses: LossOptions

  @OptionGroup var findings: FindingsOptions

  func run() throws { try findings.speaking(lang, to: writesFile ? .output : .errors, run) }

  private var writesFile: Bool { output.map { $0 != "-" } ?? false }

  private func run(_ voice: Voice) throws {
    let day = try Console.day(asOf)
    if let lang, !["fr", "en"].contains(lang.lowercased().prefix(2)) || lang.isEmpty {
      throw Console.fail("--lang: \"\(lang)\" is not spoken here; write fr or en")
    }
    let format = try FormatChoice.format(
      to ?? output.flatMap { Registry.standard.format(forFile: $0)?.id }, option: "-t", needs: "written")
    let isTypeset = format.capabilities.contains(.typeset)
    if aim.pages != nil, !isTypeset { throw Console.fail("--pages: only a PDF has pages; write -t pdf") }
    let given = try from.map { id throws(Status) in try FormatChoice.format(id, option: "-f", needs: "read") }
    let loaded = try voice.load(input, as: given)
    let target = try aim.choice(loaded.identity, day, voice)
    var options = ConversionOptions(language: lang, audience: audience, target: target, asOf: day, theme: nil)
    if format.capabilities.contains(.page) || page.theme != Themes.standard {
      options.theme = try page.loadTheme(voice)
    }
    options.alternates = try page.alternates()
    options.limits = aim.limits
    if isTypeset { options.pages = { [setting = Typesetting(engine: engine, day: day)] in setting.pages($0) } }
    options.tell(losses, findings)
    options.explains = aim.why
    options.inputName = input == "-" ? "IDENTITY" : input
    let photos = Photos(beside: input, isTypeset: isTypeset)
    options.photo = page.photo.use(photos)
    var made = Converter().convert(loaded, to: format, options)
    made.remarks += photos.remarks
    voice.say(made.findings)
    // What an item is in for was asked for, be it quiet or not.
    voice.say(made.remarks.filter { $0.id == "decision" }, of: input, isResult: true)
    voice.say(made.remarks.filter { $0.id != "decision" }, of: input)
    guard let bytes = made.output, !made.remarks.contains(where: { $0.severity == .error }) else { throw voice.failure }
    if isTypeset {
      try typeset(bytes, made, day, voice)
    } else {
      try voice.output(output, bytes)
    }
  }

  /// Sets the page on paper, says how many pages it took, and writes nothing where that is too many.
  private func typeset(_ page: [UInt8], _ made: Conversion, _ day: PartialDate, _ voice: Voice) throws {
    let document = try Typesetting(engine: engine, day: day).document(
      TypesetPage(bytes: page, title: made.title, author: made.author), of: input, voice)
    if let limit = aim.pages {
      guard let count = document.pages else { throw Console.fail("the pages of the PDF cannot be counted") }
      let said: Message =
        count == 1
        ? "the PDF has 1 page, and \(limit) may be taken" : "the PDF has \(count) pages, and \(limit) may be taken"
      if count > limit {
        let advice: Message =
          self.page.theme == "compact" ? "leave something out, by a target" : "--theme compact takes the least room"
        throw voice.refuse([Diagnostic(id: "limit", said, help: advice)], of: input)
      }
      voice.say([Diagnostic(id: "limit", severity: .note, said)], of: input)
    }
    try voice.output(output, document.bytes)
  }
}

extension ConversionOptions {
  /// Tells of losses and of what is withheld as it was asked for. What nobody is told, and nothing fails for, is not looked for.
  mutating func tell(_ losses: LossOptions, _ findings: FindingsOptions) {
    failsOnLosses = losses.losses == .fail
    findsLosses = failsOnLosses || (losses.losses != .ignore && !findings.quiet)
    telling = losses.losses == .report ? .counts : .fields
    listsWithheld = losses.withheld
  }
}
