#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where things are, for tests.
public enum Repository {
  /// The package's folder.
  public static let root: String = {
    let parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The suites that are not ours; nil where they are not here, and the tests that need them say so.
  public static let corpus: String? = {
    let path = getenv("PARCOURS_CORPUS").map { String(cString: $0) } ?? root + "/../shared/corpus"
    return access(path, R_OK) == 0 ? path : nil
  }()

  /// Whether goldens are written anew, which then fails the run.
  public static let isRecording = getenv("PARCOURS_RECORD") != nil

  /// The bytes of a file; nil where it cannot be read.
  public static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[0..<count]
    }
  }

  /// The text of a file.
  public static func text(_ path: String) -> String? { read(path).map { String(decoding: $0, as: UTF8.self) } }

  /// Writes a file.
  public static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// The names in a folder, sorted, hidden ones left out.
  public static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  /// Every file below a folder.
  public static func files(below path: String) -> [String] {
    names(in: path).flatMap { name -> [String] in
      let full = path + "/" + name
      var status = stat()
      guard lstat(full, &status) == 0 else { return [] }
      return status.st_mode & S_IFMT == S_IFDIR ? files(below: full) : [full]
    }
  }

  /// A new folder of its own.
  public static func temporaryFolder() -> String {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/parcours-XXXXXX".utf8CString)
    return mkdtemp(&template).map { String(cString: $0) } ?? base
  }
}

/// A program that was run.
public struct Run: Sendable {
  /// Its exit status; the negative of a signal that ended it.
  public let status: Int32
  /// What it wrote to standard output.
  public let output: [UInt8]
  /// What it wrote to standard error.
  public let errors: [UInt8]
  /// Standard output as text.
  public var outputText: String { String(decoding: output, as: UTF8.self) }
  /// Standard error as text.
  public var errorText: String { String(decoding: errors, as: UTF8.self) }
}

/// Runs the built program, and others.
public enum Program {
  /// Whether a program of that name is on the path of programs.
  public static func exists(_ name: String) -> Bool {
    let folders = getenv("PATH").map { String(cString: $0) } ?? ""
    return folders.split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// The built `parcours`: beside the tests' own bundle.
  public static let parcours = built("parcours")

  /// The program's commands, as its help names them.
  public static let commands: [String] = {
    let help = run(parcours, ["--help"]).outputText
    guard let start = help.firstRange(of: "SUBCOMMANDS:\n") else { return [] }
    return help[start.upperBound...].split(separator: "\n", omittingEmptySubsequences: false)
      .prefix { $0.hasPrefix("  ") }.filter { !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first.map(String.init) }
  }()

  /// A program that was built with the tests.
  public static func built(_ name: String) -> String {
    if let named = getenv("PARCOURS_BUILD") { return String(cString: named) + "/" + name }
    // The test runner's executable stands in the folder of the build's products.
    var candidates: [String] = []
    if let path = try? linkTarget("/proc/self/exe") { candidates.append(path) }
    candidates.append(contentsOf: CommandLine.arguments)
    for argument in candidates {
      var parts = argument.split(separator: "/").map(String.init)
      while !parts.isEmpty {
        parts.removeLast()
        let candidate = "/" + (parts + [name]).joined(separator: "/")
        var status = stat()
        if stat(candidate, &status) == 0, status.st_mode & S_IFMT == S_IFREG, access(candidate, X_OK) == 0 {
          return candidate
        }
      }
    }
    return Repository.root + "/.build/debug/" + name
  }

  private struct Missing: Error {}

  private static func linkTarget(_ path: String) throws -> String {
    var buffer = [CChar](repeating: 0, count: 4_096)
    let count = readlink(path, &buffer, buffer.count - 1)
    guard count > 0 else { throw Missing() }
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Runs a program in a folder, with input, and waits for its end.
  public static func run(
    _ program: String, _ arguments: [String], input: [UInt8] = [], in folder: String? = nil,
    environment: [String: String] = [:]
  ) -> Run {
    let work = Repository.temporaryFolder()
    defer { for name in ["in", "out", "err"] { unlink("\(work)/\(name)") }; rmdir(work) }
    Repository.write(input, to: "\(work)/in")
    func quoted(_ text: String) -> String {
      "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
    var line = environment.map { "export \($0.key)=\(quoted($0.value)); " }.sorted().joined()
    if let folder { line += "cd \(quoted(folder)) && " }
    line += ([program] + arguments).map(quoted).joined(separator: " ")
    line += " <\(quoted(work + "/in")) >\(quoted(work + "/out")) 2>\(quoted(work + "/err"))"
    let status = system(line)
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
    return Run(
      status: code, output: Repository.read("\(work)/out") ?? [], errors: Repository.read("\(work)/err") ?? [])
  }
}
