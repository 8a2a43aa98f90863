internal import ArgumentParser
internal import Parcours
internal import ParcoursInterchange
internal import ParcoursMatch
internal import ParcoursModel
internal import ParcoursPool
internal import ParcoursReport
internal import ParcoursSource
internal import ParcoursSystem

/// What a command has to say beside its result: told to people as it is found, to programs in one document at the end.
final class Voice {
  /// Where what is said goes in reports that programs read.
  enum Place {
    /// The command writes no result there.
    case output
    /// Standard output has the result.
    case errors
  }

  private let options: ReportOptions
  private let report: any Report.Type
  private let isQuiet: Bool
  private let place: Place
  private var said: [SourceFindings] = []
  private var read: Set<String> = []
  private var isUnable = false

  init(_ options: FindingsOptions, language: String?, place: Place) throws(Status) {
    guard let report = Reports.named(options.format) else {
      throw Console.fail("--format: there is no report \"\(options.format)\"; `parcours list reports` names them")
    }
    self.report = report
    self.place = place
    isQuiet = options.quiet
    // Programs are spoken to in English unless they ask for something else.
    let spoken = language ?? (report.id == TextReport.id ? FindingsOptions.surroundings : nil) ?? "en"
    self.options = ReportOptions(
      isColored: options.color.isOn, translations: Translations.table(spoken),
      version: ParcoursCommand.configuration.version, summary: Catalog.summary)
  }

  /// Whether people read what is said.
  var isText: Bool { report.id == TextReport.id }

  /// Whether notes and warnings are left out.
  var saysLittle: Bool { isQuiet }

  /// How a command ends that stops for what it has said.
  var failure: Status { isUnable ? .failure : .findings }

  /// A message in the language that is spoken.
  func text(_ message: Message) -> String { message.text(in: options.translations) }

  // MARK: Saying

  /// Says what was found. Where little is to be said, errors alone are, unless findings are what was asked for.
  func say(_ findings: SourceFindings, isResult: Bool = false) {
    if findings.diagnostics.contains(where: {
      ["not-installed", "unreadable"].contains($0.id) && $0.severity == .error
    }) {
      isUnable = true
    }
    if isQuiet, !isResult, !findings.has(.error) { return }
    if !isText {
      said.append(findings)
    } else if !findings.isEmpty {
      Console.complain(report.render([findings], options))
    }
  }

  /// Says what stands nowhere in a text.
  func say(_ diagnostics: [Diagnostic], of name: String, isResult: Bool = false) {
    guard !diagnostics.isEmpty else { return }
    let findings = SourceFindings(source: SourceText(name: name, bytes: []), diagnostics: diagnostics)
    say(findings, isResult: isResult)
  }

  /// Says that a file cannot be read or written, and how the command ends for it.
  func refuse(_ error: FileError) -> Status {
    say([Diagnostic(id: "unreadable", "\(error.reason)")], of: error.path)
    return .failure
  }

  /// Says why a command cannot go on.
  func refuse(_ diagnostics: [Diagnostic], of name: String) -> Status {
    say(diagnostics, of: name)
    return failure
  }

  /// Tells programs all that was said; people have heard it.
  func finish() {
    guard !isText else { return }
    let text = report.render(said, options)
    if place == .output { Console.write(text) } else { Console.complain(text) }
  }

  // MARK: Reading

  /// Reads an input.
  func input(_ path: String) throws(Status) -> Input {
    do throws(FileError) {
      let input = try Input.read(path)
      hasRead(path)
      return input
    } catch {
      throw refuse(error)
    }
  }

  /// Loads an identity from an input, whatever it is, as the settings beside it want it; what is wrong with it is told.
  func load(_ path: String, as format: Format? = nil) throws(Status) -> Loaded { try load(try input(path), as: format) }

  /// Loads an identity from an input that was read.
  func load(_ input: Input, as format: Format? = nil) throws(Status) -> Loaded {
    let loaded = Loader(settings: SettingsFinder()).load(input, as: format)
    if loaded.identity == nil {
      say(loaded.findings)
      throw failure
    }
    return loaded
  }

  /// Loads an identity, and says what is to be said of it.
  func source(_ path: String) throws(Status) -> Loaded {
    let loaded = try load(path)
    say(loaded.findings)
    return loaded
  }

  /// Reads a contract.
  func contract(_ path: String, asOf day: PartialDate) throws(Status) -> (
    contract: Contract, findings: SourceFindings, input: Input
  ) {
    let input = try input(path)
    let reading = TeamFinder().contract(input, asOf: day)
    guard let contract = reading.contract else {
      say(reading.findings)
      throw failure
    }
    return (contract, reading.findings, input)
  }

  /// The people of pools; where somebody cannot be read, what is wrong is told and the command ends.
  func pools(_ paths: [String]) throws(Status) -> [PoolReading] {
    var readings: [PoolReading] = []
    for path in paths {
      do throws(FileError) {
        readings.append(try Pools.at(path, .standard, extract: Input.words).read())
        hasRead(path)
      } catch {
        throw refuse(error)
      }
    }
    let wrong = readings.flatMap(\.findings).map { SourceFindings(source: $0.source, diagnostics: $0.diagnostics) }
    guard wrong.isEmpty else {
      // A person who cannot be read would be judged absent: better to say so than to prove anything without them.
      for findings in wrong { say(findings) }
      throw failure
    }
    return readings
  }

  /// The program's thesaurus and what files add to it; where a file is wrong, that is told and the command ends.
  func thesaurus(_ paths: [String], asOf day: PartialDate) throws(Status) -> Thesaurus {
    let loaded: (thesaurus: Thesaurus?, findings: [SourceFindings])
    do throws(FileError) {
      loaded = try Thesauri.load(paths, asOf: day)
    } catch {
      throw refuse(error)
    }
    guard let thesaurus = loaded.thesaurus else {
      for findings in loaded.findings { say(findings) }
      throw failure
    }
    return thesaurus
  }

  // MARK: Writing

  private func hasRead(_ path: String) {
    if path != "-", let real = Folder.absolute(path) { read.insert(real) }
  }

  /// Writes an output: replaces the file of that name, but neither one that was read nor what a link of that name leads to, which may be anybody's.
  func output(_ path: String?, _ bytes: [UInt8]) throws(Status) {
    guard let path, path != "-" else { return Console.write(bytes) }
    if let real = Folder.absolute(path), Folder.isFile(path), read.contains(real) {
      throw Console.fail("\(path): is an input; write to another file")
    }
    try replace(path, with: bytes, links: .refuse)
  }

  /// Replaces a file: written beside it, then put in its place.
  func replace(_ path: String, with bytes: [UInt8], links: OutputFile.LinkPolicy = .follow) throws(Status) {
    do throws(FileError) {
      try OutputFile.replace(path, with: bytes, links: links)
    } catch {
      throw refuse(error)
    }
  }
}
