internal import ArgumentParser
internal import Parcours
internal import ParcoursReport
internal import ParcoursSource
internal import ParcoursSystem

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check anything that is read: syntax, schema, then rules.",
    discussion: """
      What each file is, is recognized. With --schema, files are checked against that schema alone: identity, contract, team, \
      jsonresume, draft-07, 2020-12, or a file with any JSON Schema (draft-07 or 2020-12).

      Rules are turned off or weighed otherwise under `checks` in the file itself, or in a .parcours.yaml beside it or above; \
      a comment such as `# parcours: allow unexplained-gap: a year at sea` allows one finding.
      """)

  @Argument(help: "Files, folders, patterns such as 'cvs/**/*.yaml', NDJSON files, or - for standard input.")
  var paths: [String]

  @Option(help: ArgumentHelp("Check against this schema alone.", valueName: "name|file"))
  var schema: String?

  @Option(help: ArgumentHelp("Whether `format` asserts with --schema: assert or annotate.", valueName: "how"))
  var formats = "assert"

  @Option(help: ArgumentHelp("The language of the findings: en or fr.", valueName: "language"))
  var lang: String?

  @Flag(help: "Let warnings fail, too.")
  var strict = false

  @Flag(help: "Show what can be mended safely, as a diff; nothing is changed.")
  var fix = false

  @Flag(help: "With --fix: change the files.")
  var write = false

  @Option(help: ArgumentHelp("Settings for all files; none to look for none.", valueName: "file|none"))
  var config: String?

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @OptionGroup var findings: FindingsOptions

  func run() throws {
    guard formats == "assert" || formats == "annotate" else {
      throw Console.fail("--formats: write assert or annotate")
    }
    if let lang, !Translations.languages.contains(lang) { throw Console.fail("--lang: write en or fr") }
    if write, !fix { throw Console.fail("--write goes with --fix") }
    if fix, paths.contains("-") { throw Console.fail("--fix: standard input has no file to mend; name one") }
    try findings.speaking(lang, to: .output, run)
  }

  private func run(_ voice: Voice) throws {
    let settings = try finder()
    let validator = Validator(try mode(voice), asOf: try Console.day(asOf), settings: settings)
    let files = try expanded()
    if fix { try mend(files, validator, voice) }
    var isUnreadable = false
    var people: [Batch.Person] = []
    var tally = Tally()
    func tell(_ found: SourceFindings) {
      tally.add(found)
      voice.say(found, isResult: true)
    }
    Batch(validator).check(files) { outcome in
      switch outcome {
      case .unreadable(let error):
        isUnreadable = true
        _ = voice.refuse(error)
      case .checked(let found, let person):
        if let person { people.append(person) }
        tell(found)
      }
    }
    for (file, finding) in Batch.sharedIDs(people) {
      tell(SourceFindings(source: SourceText(name: file, bytes: []), diagnostics: [finding]))
    }
    for found in settings.findings { tell(found) }
    if voice.isText, !findings.quiet, tally.isWorthTelling || files.count > 1 {
      Console.complain(voice.text(tally.message(files: files.count, isFixing: fix)) + "\n")
    }
    if isUnreadable { throw Status.failure }
    if tally.fails(strict: strict) { throw voice.failure }
  }

  private func finder() throws -> SettingsFinder {
    guard let config else { return SettingsFinder() }
    do throws(FileError) {
      return try SettingsFinder(file: config == "none" ? nil : config)
    } catch {
      throw Console.fail(error.description)
    }
  }

  /// Shows what would be mended, or mends it.
  private func mend(_ files: [String], _ validator: Validator, _ voice: Voice) throws {
    for path in files where path != "-" {
      // What cannot be read is told when it is checked.
      guard let source = try? SourceText(readingFile: path) else { continue }
      let mended = validator.mended(source)
      let diff = UnifiedDiff.render(source, mended, isColored: findings.color.isOn)
      if diff.isEmpty { continue }
      // A program that reads the report gets the report alone.
      if voice.isText { Console.write(diff) } else { Console.complain(diff) }
      if write { try voice.replace(path, with: mended.bytes) }
    }
  }

  private func mode(_ voice: Voice) throws -> Validator.Mode {
    guard let schema else { return .recognized }
    if EmbeddedSchemas.names.contains(schema) { return .named(schema) }
    guard Console.exists(schema) || Spelling.nearest(to: schema, among: EmbeddedSchemas.names) == nil else {
      let near = Spelling.nearest(to: schema, among: EmbeddedSchemas.names) ?? ""
      throw Console.fail("--schema: there is no schema \"\(schema)\"; did you mean \(near)?")
    }
    let source = try voice.input(schema).source
    do throws(Validator.UserSchema.Failure) {
      return .schema(try Validator.UserSchema(source, assertsFormats: formats == "assert"))
    } catch {
      voice.say(error.findings, isResult: true)
      throw voice.failure
    }
  }

  private func expanded() throws -> [String] {
    var files: [String] = []
    for path in paths {
      do throws(FileError) {
        guard path != "-", Folder.exists(path), !Batch.isOne(path) else {
          // A pattern that no shell has expanded.
          if !Console.exists(path), let glob = Glob(path) { files += try glob.files() } else { files.append(path) }
          continue
        }
        files += try Folder.files(below: path, endings: ["json", "yaml", "yml", "ndjson", "jsonl"])
      } catch {
        throw Console.fail(error.description)
      }
    }
    var seen: Set<String> = []
    files = files.map { $0.hasPrefix("./") ? String($0.dropFirst(2)) : $0 }.filter { seen.insert($0).inserted }
    if files.isEmpty { throw Console.fail("\(paths.joined(separator: ", ")): there is no file to check") }
    return files
  }
}

/// How many findings there were, by severity.
private struct Tally {
  private var counts: [Severity: Int] = [:]
  private var fixable = 0
  private var omitted = 0
  private var gravest = Severity.note

  mutating func add(_ found: SourceFindings) {
    for diagnostic in found.diagnostics {
      counts[diagnostic.severity, default: 0] += 1
      if diagnostic.fixIt?.edits.isEmpty == false { fixable += 1 }
    }
    omitted += found.omitted
    if found.has(.warning) { gravest = max(gravest, found.has(.error) ? .error : .warning) }
  }

  var isWorthTelling: Bool { !counts.isEmpty || omitted > 0 }

  func fails(strict: Bool) -> Bool {
    gravest >= (strict ? .warning : .error)
  }

  func message(files: Int, isFixing: Bool) -> Message {
    func count(_ number: Int, _ one: Message, _ many: Message) -> Message {
      number == 1 ? "1 \(one)" : "\(number) \(many)"
    }
    var parts: [Message] = []
    if let errors = counts[.error] { parts.append(count(errors, "error", "errors")) }
    if let warnings = counts[.warning] { parts.append(count(warnings, "warning", "warnings")) }
    if let notes = counts[.note] { parts.append(count(notes, "note", "notes")) }
    if omitted > 0 { parts.append("\(omitted) more") }
    if parts.isEmpty { parts.append("no findings") }
    let said = parts.dropFirst().reduce(parts[0]) { "\($0), \($1)" }
    let message: Message = "\(count(files, "file", "files")): \(said)"
    guard fixable > 0 else { return message }
    return isFixing
      ? "\(message); --fix --write mends what is shown" : "\(message); --fix shows what can be mended safely"
  }
}
