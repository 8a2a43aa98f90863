public import ArgumentParser

/// The command line: options, files, exit statuses; no logic.
public struct ParcoursCommand: ParsableCommand {
  /// What it is called and what it can do.
  public static let configuration = CommandConfiguration(
    commandName: "parcours",
    abstract: "One checked model of a professional identity, and every format it has to wear.",
    discussion: """
      Exit statuses: 0 all well; 1 findings: invalid input, losses under --losses fail, no team; 2 could not run.
      Results go to standard output, everything else to standard error.
      """,
    version: "0.1.0",
    subcommands: [
      NewCommand.self, ValidateCommand.self, ConvertCommand.self, BuildCommand.self, DiffCommand.self,
      MergeCommand.self,
      TranslateCommand.self, AuditCommand.self,
      PreviewCommand.self, MatchCommand.self,
      NetworkCommand.self,
      ExplainCommand.self, ListCommand.self, SchemaCommand.self,
    ])

  /// Made by the parser.
  public init() {}

  /// Parses the arguments and runs the command; gives the exit status.
  public static func execute(_ arguments: [String]) -> Int32 {
    do {
      let (arguments, paths) = withoutManyPaths(arguments)
      var command = try parsed(arguments)
      if var validation = command as? ValidateCommand {
        validation.paths += paths
        try validation.run()
      } else {
        try command.run()
      }
      return 0
    } catch let status as Status {
      return status.rawValue
    } catch {
      let message = fullMessage(for: error)
      if exitCode(for: error) == .success {
        Console.write(message + "\n")
        return 0
      }
      Console.complain(message + "\n")
      return Status.failure.rawValue
    }
  }
}

extension ParcoursCommand {
  /// The command that arguments stand for. Its own parser is asked first, which spares the building of all others; what it
  /// does not take is told by the whole program's, in the whole program's words.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    if let type = configuration.subcommands.first(where: { $0.configuration.commandName == arguments.first }),
      let command = try? type.parseAsRoot(Array(arguments.dropFirst()))
    {
      return command
    }
    return try parseAsRoot(arguments)
  }

  /// The arguments of a `validate` of many files without the paths at their end, and those. The parser's time grows with the
  /// square of the arguments: of 1,000 paths it takes longer than checking them.
  private static func withoutManyPaths(_ arguments: [String]) -> ([String], paths: ArraySlice<String>) {
    guard arguments.first == "validate", arguments.count > 20, !arguments.contains("--") else { return (arguments, []) }
    // The first at the end may be an option's value, the second is a path then, as are all others.
    let end = (arguments.lastIndex { $0.hasPrefix("-") && $0 != "-" } ?? 0) + 3
    guard end < arguments.count else { return (arguments, []) }
    return (Array(arguments[..<end]), arguments[end...])
  }
}

/// How a command ended, where not all was well.
enum Status: Int32, Error {
  /// Findings.
  case findings = 1
  /// It could not run.
  case failure = 2
}
