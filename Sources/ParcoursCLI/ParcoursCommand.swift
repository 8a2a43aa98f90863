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
      NewCommand.self, ValidateCommand.self, ConvertCommand.self, MatchCommand.self, ExplainCommand.self,
      ListCommand.self, SchemaCommand.self,
    ])

  /// Made by the parser.
  public init() {}

  /// Parses the arguments and runs the command; gives the exit status.
  public static func execute(_ arguments: [String]) -> Int32 {
    do {
      var command = try parseAsRoot(arguments)
      try command.run()
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

/// How a command ended, where not all was well.
enum Status: Int32, Error {
  /// Findings.
  case findings = 1
  /// It could not run.
  case failure = 2
}
