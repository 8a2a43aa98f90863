/// A Markdown file with commands and what they answer: the cookbook and the test at once.
///
/// A fenced block whose info has `file=NAME` is written to that file. In a fenced block `console`, a line `% command` is run
/// by the shell in the folder of those files; below it stand the lines of its standard output, then those of standard error,
/// each behind `2> `, then `=> status` where it is not 0. A line `$ command` (in a README) shows both outputs as a terminal
/// does, without marks.
public struct Conversation {
  private let path: String
  private let lines: [String]

  /// Reads a conversation.
  public init(_ path: String) {
    self.path = path
    lines = (Repository.text(path) ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Runs every command in a folder; gives the file as it would be if every answer were the true one, and how many
  /// commands were run.
  public func played(in folder: String, environment: [String: String] = [:]) -> (text: String, commands: Int) {
    var result: [String] = []
    var commands = 0
    var index = 0
    while index < lines.count {
      let line = lines[index]
      guard line.hasPrefix("```"), line.count > 3 else {
        result.append(line)
        index += 1
        continue
      }
      let end = lines[(index + 1)...].firstIndex { $0.hasPrefix("```") } ?? lines.count - 1
      let body = Array(lines[(index + 1)..<end])
      result.append(line)
      if let name = Self.fileName(line) {
        Repository.write(Array((body.joined(separator: "\n") + "\n").utf8), to: folder + "/" + name)
        result += body
      } else if line.hasPrefix("```console") {
        for command in body where command.hasPrefix("% ") || command.hasPrefix("$ ") {
          commands += 1
          result.append(command)
          result += answer(to: command, in: folder, environment)
        }
      } else {
        result += body
      }
      result.append(lines[end])
      index = end + 1
    }
    return (result.joined(separator: "\n"), commands)
  }

  private static func fileName(_ info: String) -> String? {
    info.split(separator: " ").first { $0.hasPrefix("file=") }.map { String($0.dropFirst(5)) }
  }

  private func answer(to command: String, in folder: String, _ environment: [String: String]) -> [String] {
    let isMarked = command.hasPrefix("% ")
    let words = command.dropFirst(2)
    let run = Program.run(
      "/bin/sh", ["-c", isMarked ? String(words) : "{ \(words); } 2>&1"], in: folder, environment: environment)
    var answer = Self.split(run.outputText)
    if isMarked {
      answer += Self.split(run.errorText).map { $0.isEmpty ? "2>" : "2> " + $0 }
      if run.status != 0 { answer.append("=> \(run.status)") }
    }
    return answer
  }

  private static func split(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// The file as it is.
  public var text: String { lines.joined(separator: "\n") }

  /// Writes the file anew.
  public func record(_ text: String) { Repository.write(Array(text.utf8), to: path) }
}
