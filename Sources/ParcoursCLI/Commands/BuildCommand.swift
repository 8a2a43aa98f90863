internal import ArgumentParser
internal import Parcours
internal import ParcoursFormats
internal import ParcoursModel
internal import ParcoursPDF
internal import ParcoursReport
internal import ParcoursSource
internal import ParcoursSystem

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Write every file that identities name under `outputs`.",
    discussion: """
      Outputs go below the identity's folder. All of them are made before any is written; those whose bytes are the same stay \
      untouched. Where anything is wrong, nothing is written.

      The day is that of --as-of, else of SOURCE_DATE_EPOCH, else today: the same file, options and day give the same bytes.
      """)

  @Argument(help: "Identities, or folders with them; else those in this folder that have outputs.")
  var identities: [String] = []

  @Flag(help: "Write nothing; fail where an output is missing or is not what would be written.")
  var check = false

  @Flag(help: "Build again at each save, until Ctrl-C.")
  var watch = false

  @Option(
    help: ArgumentHelp("PDF: the engine, weasyprint or chromium; else whichever is installed.", valueName: "name"))
  var engine: PDFEngine?

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @Option(help: ArgumentHelp("The language of what is said: fr, en.", valueName: "language"))
  var lang: String?

  @OptionGroup var losses: LossOptions

  @OptionGroup var findings: FindingsOptions

  func run() throws { try findings.speaking(lang, run) }

  private func run(_ voice: Voice) throws {
    if check, watch { throw Console.fail("--check and --watch exclude each other") }
    let day = try Console.day(asOf)
    let paths = try self.paths()
    guard watch else { return try build(paths, day, voice) }
    Interruption.listen()
    var isFirst = true
    while !Interruption.hasCome {
      let watched = files(paths, day)
      let stamps = watched.map { FileStamp($0) }
      do { try build(paths, day, voice) } catch is Status {}
      if !findings.quiet || isFirst {
        Console.complain("watching \(watched.count) file\(watched.count == 1 ? "" : "s") until Ctrl-C\n")
      }
      isFirst = false
      while !Interruption.hasCome, watched.map({ FileStamp($0) }) == stamps { CurrentProcess.sleep(milliseconds: 150) }
      // An editor that empties a file before it writes it has not saved it yet.
      CurrentProcess.sleep(milliseconds: 50)
    }
  }

  // MARK: What is built

  private func paths() throws -> [String] {
    var paths: [String] = []
    for path in identities.isEmpty ? ["."] : identities {
      guard path != "-" else { throw Console.fail("build wants files: outputs go beside the identity") }
      guard Folder.exists(path) else {
        paths.append(path)
        continue
      }
      do throws(FileError) {
        let files = try Folder.files(below: path, endings: ["yaml", "yml", "json"]).filter { file in
          !identities.isEmpty || !file.dropFirst(2).contains("/")
        }
        paths += files.filter { Builder.hasOutputs($0) }.map { $0.hasPrefix("./") ? String($0.dropFirst(2)) : $0 }
      } catch {
        throw Console.fail(error.description)
      }
    }
    guard !paths.isEmpty else {
      throw Console.fail("no identity here has outputs; name one, or add `outputs: [{format: html, path: index.html}]`")
    }
    var seen: Set<String> = []
    return paths.filter { seen.insert($0).inserted }
  }

  /// The files whose saving builds anew.
  private func files(_ paths: [String], _ day: PartialDate) -> [String] {
    let plan = try? Builder(asOf: day).plan(paths)
    var files = Set(paths + (plan?.contracts ?? []))
    for job in plan?.jobs ?? [] {
      if let theme = job.themeFolder { files.formUnion([theme + "/theme.yaml", theme + "/theme.css"]) }
      if let photo = job.photo { files.insert(photo) }
    }
    return files.sorted()
  }

  private func build(_ paths: [String], _ day: PartialDate, _ voice: Voice) throws {
    let builder = Builder(asOf: day)
    let plan: Builder.Plan
    do throws(FileError) {
      plan = try builder.plan(paths)
    } catch {
      throw voice.refuse(error)
    }
    for findings in plan.findings { voice.say(findings) }
    if plan.isRefused { throw voice.failure }
    let setting = Typesetting(engine: engine, day: day)
    let (losses, findings, isChecking) = (losses, findings, check)
    let products = builder.make(plan.jobs) { options in
      options.tell(losses, findings)
      if isChecking, losses.losses == .report { options.findsLosses = false }
    } pages: { job, page in
      setting.pages(page, existing: try? SourceText(readingFile: job.path).bytes)
    }
    if let failure = setting.failure { throw voice.refuse([failure], of: paths.joined(separator: ", ")) }
    var files: [File] = []
    var hasFailed = false
    for product in products {
      guard let file = try file(of: product, setting, voice) else {
        hasFailed = true
        continue
      }
      files.append(file)
    }
    if hasFailed { throw voice.failure }
    if check { return try compare(files, voice) }
    try write(files, voice)
  }

  // MARK: One output

  private struct File {
    let product: Builder.Product
    /// What is there; nil where that is no other than what would be written.
    let bytes: [UInt8]?
    /// Whether there is one already.
    let exists: Bool
  }

  /// What an output is to be, where it is not that already; nil where it may not be written.
  private func file(of product: Builder.Product, _ setting: Typesetting, _ voice: Voice) throws -> File? {
    let (job, made) = (product.job, product.conversion)
    guard let bytes = made.output else {
      // What is wrong is in none of the identity's lines.
      voice.say(made.findings.diagnostics.filter { $0.severity == .error }.map(\.placeless), of: job.path)
      return nil
    }
    // What is withheld is told when it is written.
    voice.say(made.remarks.filter { $0.id != "withheld" }, of: job.path)
    if made.remarks.contains(where: { $0.severity == .error }) { return nil }
    let before = Folder.isFile(job.path) ? try voice.input(job.path).source.bytes : nil
    guard job.format.capabilities.contains(.typeset) else {
      return File(product: product, bytes: bytes == before ? nil : bytes, exists: before != nil)
    }
    let page = TypesetPage(bytes: bytes, title: made.title, author: made.author)
    // A document of the same page need not be set again, nor by the same engine.
    if let before, setting.isMade(before, of: page) { return File(product: product, bytes: nil, exists: true) }
    if check { return File(product: product, bytes: bytes, exists: before != nil) }
    let document = try setting.document(page, of: job.path, voice)
    return File(product: product, bytes: document.bytes, exists: before != nil)
  }

  // MARK: All of them

  private func compare(_ files: [File], _ voice: Voice) throws {
    let stale = files.filter { $0.bytes != nil }
    for file in stale {
      let name = TerminalText.visible(file.product.job.path)
      Console.write("\(file.exists ? "stale" : "missing") \(name)\n")
      let said: Message = file.exists ? "the output would be written otherwise" : "the output is missing"
      voice.say([Diagnostic(id: "stale-output", said, help: "run `parcours build`")], of: file.product.job.path)
    }
    if !stale.isEmpty { throw voice.failure }
  }

  private func write(_ files: [File], _ voice: Voice) throws {
    var staged = StagedFiles()
    do throws(FileError) {
      for file in files {
        if let bytes = file.bytes { try staged.stage(bytes, for: file.product.job.path) }
      }
      try staged.commit()
    } catch {
      staged.discard()
      throw voice.refuse(error)
    }
    for file in files {
      let job = file.product.job
      if !findings.quiet {
        Console.write("\(file.bytes == nil ? "unchanged" : "wrote") \(TerminalText.visible(job.path))\n")
      }
      guard file.bytes != nil else { continue }
      voice.say(file.product.conversion.remarks.filter { $0.id == "withheld" }, of: job.path)
    }
  }
}
