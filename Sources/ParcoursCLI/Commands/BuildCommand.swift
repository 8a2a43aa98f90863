internal import ArgumentParser
internal import Parcours
internal import ParcoursFormats
internal import ParcoursModel
internal import ParcoursPDF
internal import ParcoursReport
internal import ParcoursSource

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

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

  @Option(help: ArgumentHelp("What outputs do not carry: report, ignore or fail.", valueName: "how"))
  var losses = LossChoice.report

  @OptionGroup var findings: FindingsOptions

  func run() throws {
    if check, watch { throw Console.fail("--check and --watch exclude each other") }
    let day = try Console.day(asOf)
    let paths = try self.paths()
    guard watch else { return try build(paths, day) }
    Interruption.listen()
    var isFirst = true
    while !Interruption.hasCome {
      let watched = files(paths, day)
      let stamps = watched.map { FileStamp($0) }
      do { try build(paths, day) } catch is Status {}
      if !findings.quiet || isFirst {
        Console.complain("watching \(watched.count) file\(watched.count == 1 ? "" : "s") until Ctrl-C\n")
      }
      isFirst = false
      while !Interruption.hasCome, watched.map({ FileStamp($0) }) == stamps { usleep(150_000) }
      // An editor that empties a file before it writes it has not saved it yet.
      usleep(50_000)
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
        paths += files.filter(Builder.hasOutputs).map { $0.hasPrefix("./") ? String($0.dropFirst(2)) : $0 }
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

  private func build(_ paths: [String], _ day: PartialDate) throws {
    let builder = Builder(asOf: day)
    let plan: Builder.Plan
    do throws(FileError) {
      plan = try builder.plan(paths)
    } catch {
      throw Console.fail(error.description)
    }
    if !plan.findings.isEmpty { Console.complain(TextReport.render(plan.findings, findings.report())) }
    if plan.isRefused { throw Status.findings }
    let findsLosses = losses == .fail || (losses == .report && !findings.quiet && !check)
    var files: [File] = []
    var hasFailed = false
    let setting = Typesetting(engine: engine, day: day)
    let products = builder.make(plan.jobs, findsLosses: findsLosses) { job, page in
      setting.pages(page, existing: try? SourceText(readingFile: job.path).bytes)
    }
    if let failure = setting.failure { throw Console.fail(TerminalText.visible("\(failure)")) }
    for product in products {
      guard let file = try file(of: product, setting, &hasFailed) else { continue }
      files.append(file)
    }
    if hasFailed { throw Status.findings }
    if check { return try compare(files) }
    try write(files)
  }

  // MARK: One output

  private struct File {
    let product: Builder.Product
    /// What is there; nil where that is no other than what would be written.
    let bytes: [UInt8]?
    /// Whether there is one already.
    let exists: Bool
  }

  /// What an output is to be, where it is not that already.
  private func file(of product: Builder.Product, _ setting: Typesetting, _ hasFailed: inout Bool) throws -> File? {
    let (job, made) = (product.job, product.conversion)
    let name = TerminalText.visible(job.path)
    guard let bytes = made.output else {
      for finding in made.findings.diagnostics where finding.severity == .error {
        let help = finding.help.map { "\n  help: \(TerminalText.visible($0.description))" } ?? ""
        Console.complain(
          "error: \(name): \(TerminalText.visible(finding.message.description)) [\(finding.id)]\(help)\n")
      }
      hasFailed = true
      return nil
    }
    let isLossy = !made.losses.isEmpty || !made.omissions.isEmpty
    if losses == .fail, isLossy { hasFailed = true }
    if !findings.quiet, losses != .ignore, isLossy {
      let word = losses == .fail ? "error" : "note"
      for (kind, verb) in [(Loss.Kind.dropped, "does not carry"), (.changed, "carries in another form or language")] {
        var fields = made.losses.filter { $0.kind == kind }.map { TerminalText.visible($0.field) }
        if kind == .dropped { fields += made.omissions.map { "part of \(TerminalText.visible($0.field))" } }
        if !fields.isEmpty { Console.complain("\(word): \(name) \(verb): \(fields.joined(separator: ", "))\n") }
      }
    }
    if !findings.quiet, let problem = product.photoProblem {
      Console.complain("note: \(name): the photo is left out: \(problem)\n")
    }
    let before = Folder.isFile(job.path) ? try Console.read(job.path).bytes : nil
    guard job.format.isTypeset else {
      return File(product: product, bytes: bytes == before ? nil : bytes, exists: before != nil)
    }
    let page = TypesetPage(bytes: bytes, title: made.title, author: made.author)
    // A document of the same page need not be set again, nor by the same engine.
    if let before, setting.isMade(before, of: page) { return File(product: product, bytes: nil, exists: true) }
    if check { return File(product: product, bytes: bytes, exists: before != nil) }
    let document = try setting.document(page, for: name)
    return File(product: product, bytes: document.bytes, exists: before != nil)
  }

  // MARK: All of them

  private func compare(_ files: [File]) throws {
    let stale = files.filter { $0.bytes != nil }
    for file in stale {
      Console.write("\(file.exists ? "stale" : "missing") \(TerminalText.visible(file.product.job.path))\n")
    }
    guard !stale.isEmpty else { return }
    if !findings.quiet {
      let outputs = "\(stale.count) of \(files.count) output\(files.count == 1 ? "" : "s")"
      Console.complain("error: \(outputs) would be written otherwise; run `parcours build`\n")
    }
    throw Status.findings
  }

  private func write(_ files: [File]) throws {
    var staged = StagedFiles()
    do throws(FileError) {
      for file in files {
        if let bytes = file.bytes { try staged.stage(bytes, for: file.product.job.path) }
      }
      try staged.commit()
    } catch {
      staged.discard()
      throw Console.fail(error.description)
    }
    guard !findings.quiet else { return }
    for file in files {
      let job = file.product.job
      let name = TerminalText.visible(job.path)
      Console.write("\(file.bytes == nil ? "unchanged" : "wrote") \(name)\n")
      let withheld = file.product.conversion.withheld
      guard file.bytes != nil, withheld > 0 else { continue }
      let parts = withheld == 1 ? "1 item or field is" : "\(withheld) items and fields are"
      Console.complain("note: \(name): \(parts) withheld from the audience \"\(job.audience.rawValue)\"\n")
    }
  }
}
