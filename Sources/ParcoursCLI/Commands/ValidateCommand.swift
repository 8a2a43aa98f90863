internal import ArgumentParser
internal import Parcours
internal import ParcoursReport
internal import ParcoursSource

struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate", abstract: "Check identities, résumés, contracts and pools: syntax, schema, then rules.",
    discussion: """
      What each file is, is recognized. With --schema, files are checked against that schema alone: identity, contract, team, \
      jsonresume, or a file with any JSON Schema (draft-07 or 2020-12).
      """)

  @Argument(help: "Files, folders, NDJSON files, or - for standard input.")
  var paths: [String]

  @Option(help: ArgumentHelp("Check against this schema alone.", valueName: "name|file"))
  var schema: String?

  @Option(help: ArgumentHelp("Whether `format` asserts with --schema: assert or annotate.", valueName: "how"))
  var formats = "assert"

  @Option(help: ArgumentHelp("How to report: text or json.", valueName: "report"))
  var format = "text"

  @Flag(help: "Let warnings fail, too.")
  var strict = false

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @OptionGroup var findings: FindingsOptions

  func run() throws {
    guard let report = Reports.named(format) else {
      throw Console.fail("--format: there is no report \"\(format)\"; `parcours list reports` names them")
    }
    guard formats == "assert" || formats == "annotate" else {
      throw Console.fail("--formats: write assert or annotate")
    }
    let validator = Validator(try mode(), asOf: try Console.day(asOf))
    var all: [SourceFindings] = []
    var unreadable: FileError?
    var fails = false
    Batch(validator).check(try expanded()) { outcome in
      switch outcome {
      case .unreadable(let error): unreadable = unreadable ?? error
      case .checked(let found):
        fails = fails || found.has(strict ? .warning : .error)
        // What people read is told as it is found; programs want one document.
        if format == "text" {
          if !found.isEmpty { Console.complain(report.render([found], color: findings.color.isOn)) }
        } else {
          all.append(found)
        }
      }
    }
    if format != "text" { Console.write(report.render(all, color: false)) }
    if let unreadable { throw Console.fail(unreadable.description) }
    if fails { throw Status.findings }
  }

  private func mode() throws -> Validator.Mode {
    guard let schema else { return .recognized }
    if EmbeddedSchemas.names.contains(schema) { return .named(schema) }
    let source = try Console.read(schema)
    do throws(Validator.UserSchema.Failure) {
      return .schema(try Validator.UserSchema(source, assertsFormats: formats == "assert"))
    } catch {
      Console.complain(TextReport.render([error.findings], color: findings.color.isOn))
      throw Status.failure
    }
  }

  private func expanded() throws -> [String] {
    var files: [String] = []
    for path in paths {
      do throws(FileError) {
        guard path != "-", Folder.exists(path) else {
          // A pattern that no shell has expanded.
          if !Console.exists(path), let glob = Glob(path) { files += try glob.files() } else { files.append(path) }
          continue
        }
        files += try Folder.files(below: path, endings: ["yaml", "yml", "json", "ndjson", "jsonl"])
      } catch {
        throw Console.fail(error.description)
      }
    }
    if files.isEmpty { throw Console.fail("\(paths.joined(separator: ", ")): there is no file to check") }
    return files
  }
}
