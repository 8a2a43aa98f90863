internal import ParcoursSystem
internal import Subprocess

#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

/// Programs of others, each run without a shell, without a network, in a folder of its own and under a limit of time.
enum ExternalProgram {
  /// How a run ended.
  enum Outcome: Sendable {
    /// By itself: what it wrote, and what it said where it failed.
    case ended(output: [UInt8], words: String)
    /// It took longer than allowed.
    case timeout
    /// It was stopped from outside, by Ctrl-C say.
    case interrupted
  }

  /// Runs a program.
  static func run(_ program: String, _ arguments: [String], in folder: String, seconds: Int) async -> Outcome {
    // No proxy answers at the discard port: what a program asked for in spite of all, it would not get.
    let environment = Environment.inherit.updating([
      "HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_CACHE_HOME": folder, "TMPDIR": folder,
      "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": nil,
      "SOURCE_DATE_EPOCH": "0",
    ])
    // A program starts others: all of them are one group, which is stopped together.
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100))
    ]
    let platform = options
    let outcome: Outcome = await withTaskGroup(of: Outcome.self) { group in
      group.addTask {
        do {
          let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments), environment: environment,
            workingDirectory: FilePath(folder), platformOptions: platform, output: .bytes(limit: 64 << 20),
            error: .string(limit: 1 << 20))
          let words = result.terminationStatus.isSuccess ? "" : result.standardError
          return .ended(output: result.standardOutput, words: words)
        } catch {
          return .ended(output: [], words: "\(error)")
        }
      }
      group.addTask {
        try? await Task.sleep(for: .seconds(seconds))
        return .timeout
      }
      // The first to end decides; cancelling the other stops the program.
      let first = await group.next() ?? .timeout
      group.cancelAll()
      return first
    }
    return Task.isCancelled ? .interrupted : outcome
  }
}
