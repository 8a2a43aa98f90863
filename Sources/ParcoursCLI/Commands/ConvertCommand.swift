internal import ArgumentParser
internal import Parcours
internal import ParcoursFormats
internal import ParcoursModel
internal import ParcoursPDF
internal import ParcoursReport
internal import ParcoursSource

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Read any format, write any other.",
    discussion: """
      The model's own formats (yaml, json) are written for the owner, all others for everyone, unless --audience says otherwise.
      What a format cannot carry is named on standard error.
      """)

  @Argument(help: "The input, or - for standard input.")
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

  @Option(help: ArgumentHelp("The output's language: fr, en.", valueName: "language"))
  var lang: String?

  @Option(help: ArgumentHelp("Whom it is for: public, network or private.", valueName: "audience"))
  var audience: Visibility?

  @OptionGroup(title: "Targets") var aim: TargetOptions

  @OptionGroup(title: "Pages") var page: PageOptions

  @Option(
    help: ArgumentHelp("PDF: the engine, weasyprint or chromium; else whichever is installed.", valueName: "name"))
  var engine: PDFEngine?

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @Option(help: ArgumentHelp("What the output does not carry: report, ignore or fail.", valueName: "how"))
  var losses = LossChoice.report

  @OptionGroup var findings: FindingsOptions

  func run() throws {
    let day = try Console.day(asOf)
    let choice = try aim.choice(day, findings)
    let pages = aim.pages
    if let lang, !["fr", "en"].contains(lang.lowercased().prefix(2)) || lang.isEmpty {
      throw Console.fail("--lang: \"\(lang)\" is not spoken here; write fr or en")
    }
    let format = try self.format(to ?? output.flatMap { Formats.forFile($0)?.id }, option: "-t", needs: "written")
    if pages != nil, !format.isTypeset { throw Console.fail("--pages: only a PDF has pages; write -t pdf") }
    let converter = Converter()
    let folder = try Console.archiveFolder(input)
    var source = folder == nil ? try Console.readSource(input) : SourceText(name: input, bytes: [])
    let given = try from.map { try self.format($0, option: "-f", needs: "read") }
    // What is on standard input, or named otherwise than it is, is told by its content.
    if input == "-" { source = SourceText(name: "-", bytes: source.bytes) }
    guard let origin = given ?? (folder == nil ? converter.format(of: source) : .linkedInArchive) else {
      throw Console.fail("\(input): this is neither an identity nor a résumé; say what it is with -f")
    }
    if let output, output != "-", output == input {
      throw Console.fail("\(output): is the input; write to another file")
    }
    var options = ConversionOptions(language: lang, audience: audience, target: choice, asOf: day, theme: nil)
    if format.isPage || page.theme != "classic" { options.theme = try page.loadTheme(findings) }
    options.alternates = try page.alternates()
    options.limits = aim.limits
    if format.isTypeset { options.pages = { [setting = Typesetting(engine: engine, day: day)] in setting.pages($0) } }
    // What nobody is told, and nothing fails for, is not looked for.
    options.findsLosses = losses == .fail || (losses == .report && !findings.quiet)
    let (input, quiet, page, isTypeset) = (input, findings.quiet, page, format.isTypeset)
    options.photo = { image in
      let use = page.photoUse(of: image, beside: input, quiet: quiet)
      // Paper has no network.
      return isTypeset && use == .linked ? .none : use
    }
    let made = converter.convert(source, from: origin, to: format, options, reading: folder)
    if !findings.quiet || made.findings.has(.error) {
      Console.complain(TextReport.render([made.findings], findings.report()))
    }
    guard let bytes = made.output else { throw Status.findings }
    tell(made, format)
    if aim.why { Console.complain(TargetOptions.text(made.reasons)) }
    if losses == .fail, !made.losses.isEmpty || !made.omissions.isEmpty { throw Status.findings }
    if format.isTypeset {
      try typeset(bytes, made, day, limit: pages)
    } else {
      try Console.output(output ?? "-", bytes)
    }
  }

  /// Sets the page on paper, says how many pages it took, and writes nothing where that is too many.
  private func typeset(_ page: [UInt8], _ made: Converter.Conversion, _ day: PartialDate, limit: Int?) throws {
    let document = try Typesetting(engine: engine, day: day).document(
      TypesetPage(bytes: page, title: made.title, author: made.author))
    if let limit {
      guard let count = document.pages else { throw Console.fail("the pages of the PDF cannot be counted") }
      let said = "the PDF has \(count) page\(count == 1 ? "" : "s"); \(limit) \(limit == 1 ? "is" : "are") allowed"
      if count > limit {
        let advice =
          self.page.theme == "compact" ? "leave something out, by a target" : "--theme compact takes the least room"
        Console.complain("error: \(said)\n  help: \(advice)\n")
        throw Status.findings
      }
      Console.complain("note: \(said)\n")
    }
    try Console.output(output ?? "-", document.bytes)
  }

  private func tell(_ made: Converter.Conversion, _ target: Format) {
    guard !findings.quiet else { return }
    if losses != .ignore, !made.losses.isEmpty {
      for kind in [Loss.Kind.dropped, .changed] {
        let fields = made.losses.filter { $0.kind == kind }
          .map { TerminalText.visible($0.field) + ($0.count > 1 ? " (\($0.count))" : "") }
        guard !fields.isEmpty else { continue }
        let word = kind == .dropped ? "does not carry" : "carries in another form"
        Console.complain("note: \(target.id) \(word): \(fields.joined(separator: ", "))\n")
      }
    }
    if losses != .ignore {
      for omission in made.omissions {
        var texts = omission.texts.prefix(6).map { text in
          let flat = TerminalText.visible(text.split(whereSeparator: \.isNewline).joined(separator: " "))
          return "\"" + (flat.count > 72 ? flat.prefix(71) + "…" : flat) + "\""
        }
        if omission.texts.count > 6 { texts.append("and \(omission.texts.count - 6) more") }
        let field = TerminalText.visible(omission.field)
        Console.complain(
          "note: \(target.id) has no room in \(field) (at most \(omission.limit)) for: \(texts.joined(separator: ", "))\n"
        )
      }
    }
    if losses != .ignore, made.untranslated > 0 {
      let texts = made.untranslated == 1 ? "1 text has" : "\(made.untranslated) texts have"
      let input = self.input == "-" ? "IDENTITY" : TerminalText.visible(self.input)
      let wanted = lang.map { " --lang \($0)" } ?? ""
      Console.complain(
        "note: \(texts) no version in this language, and \(made.untranslated == 1 ? "stands" : "stand") in another: parcours translate \(input) --missing\(wanted)\n"
      )
    }
    if made.nearSecrets > 0 {
      let texts = made.nearSecrets == 1 ? "1 text has" : "\(made.nearSecrets) texts have"
      Console.complain("warning: \(texts) a part of a confidential name; `parcours validate` shows where\n")
    }
    if made.withheld > 0 {
      let whom = (audience ?? .public).rawValue
      let parts = made.withheld == 1 ? "1 item or field is" : "\(made.withheld) items and fields are"
      Console.complain("note: \(parts) withheld from the audience \"\(whom)\"\n")
    }
  }

  private func format(_ id: String?, option: String, needs: String) throws -> Format {
    guard let id else {
      throw Console.fail("say with \(option) which format is to be \(needs); `parcours list formats` names them")
    }
    guard let format = Formats.named(id) else {
      let near =
        Spelling.nearest(to: id, among: Formats.all.map(\.id)).map { "; did you mean \($0)?" }
        ?? "; `parcours list formats` names them"
      throw Console.fail("\(option): there is no format \"\(id)\"\(near)")
    }
    guard needs == "read" ? format.reader != nil : format.writer != nil else {
      throw Console.fail("\(option): \(id) cannot be \(needs)")
    }
    return format
  }
}

extension PartialDate {
  /// The day as `YYYYMMDD`; the first one where it is less precise.
  var digits: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)" + two(month ?? 1) + two(day ?? 1)
  }
}
