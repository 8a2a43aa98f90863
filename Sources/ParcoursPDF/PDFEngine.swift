internal import Subprocess

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif
#if canImport(System)
  internal import System
#else
  internal import SystemPackage
#endif

/// A program that sets pages on paper.
public enum PDFEngine: String, Sendable, CaseIterable {
  /// WeasyPrint (weasyprint.org), which needs no browser.
  case weasyprint
  /// Chromium, Chrome or Edge, without a window.
  case chromium

  /// The names its programs go by.
  var programs: [String] {
    switch self {
    case .weasyprint: ["weasyprint"]
    case .chromium:
      [
        "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
      ]
    }
  }
}

/// Why a page could not be set.
public enum PDFError: Error, Sendable, CustomStringConvertible {
  /// None of the engines is installed.
  case noEngine([PDFEngine])
  /// It took longer than allowed.
  case timeout(PDFEngine, seconds: Int)
  /// It was stopped by a signal, Ctrl-C say.
  case interrupted(PDFEngine)
  /// It ended without a document; its last words.
  case failed(PDFEngine, String)

  /// A sentence for people.
  public var description: String {
    switch self {
    case .noEngine(let engines):
      let names = engines.map { $0 == .weasyprint ? "WeasyPrint" : "Chromium" }.joined(separator: " nor ")
      return
        "\(engines.count > 1 ? "neither " : "")\(names) is installed\(engines.count > 1 ? ", one of" : ",") which sets pages on paper; "
        + "install one: apt-get install weasyprint, or apt-get install chromium"
    case .timeout(let engine, let seconds): return "\(engine.rawValue) took longer than \(seconds) s and was stopped"
    case .interrupted(let engine): return "\(engine.rawValue) was stopped; nothing was written"
    case .failed(let engine, let words): return "\(engine.rawValue) made no PDF: \(words)"
    }
  }
}

/// Sets pages on paper. The engine gets the page alone: no network, a folder of its own that is gone afterwards, and a limit
/// of time.
public struct Typesetter: Sendable {
  private let engines: [PDFEngine]
  private let seconds: Int
  private let path: String

  /// Makes a typesetter.
  ///
  /// - Parameters:
  ///   - engine: nil takes whichever is installed, WeasyPrint first.
  ///   - seconds: the limit of time.
  ///   - path: the folders in which engines are looked for, as in `PATH`; nil is that.
  public init(engine: PDFEngine? = nil, seconds: Int = 60, path: String? = nil) {
    engines = engine.map { [$0] } ?? PDFEngine.allCases
    self.seconds = seconds
    self.path = path ?? getenv("PATH").map { String(cString: $0) } ?? ""
  }

  /// Sets a page; waits until it is done.
  ///
  /// - Parameters:
  ///   - page: an HTML page that holds all it needs.
  ///   - information: the document's title, author and date, written where the engine leaves them out.
  public func typeset(_ page: [UInt8], _ information: PDFInformation) throws(PDFError) -> PDFDocument {
    guard let (engine, program) = installed else { throw .noEngine(engines) }
    var made: Result<[UInt8], PDFError> = .failure(.failed(engine, "it never ran"))
    made = Waiting.wait { [self] in await run(engine, program, page) }
    var document = PDFDocument(bytes: try made.get(), engine: engine)
    document.complete(information)
    return document
  }

  private var installed: (PDFEngine, String)? {
    let folders = path.split(separator: ":").map(String.init)
    for engine in engines {
      for name in engine.programs {
        let paths = name.hasPrefix("/") ? [name] : folders.map { $0 + "/" + name }
        if let found = paths.first(where: { access($0, X_OK) == 0 }) { return (engine, found) }
      }
    }
    return nil
  }

  private func run(_ engine: PDFEngine, _ program: String, _ page: [UInt8]) async -> Result<[UInt8], PDFError> {
    guard let folder = Self.temporaryFolder() else {
      return .failure(.failed(engine, "there is no folder for temporary files"))
    }
    defer { Self.remove(folder) }
    let input = folder + "/page.html"
    let output = folder + "/page.pdf"
    guard Self.write(page, to: input) else { return .failure(.failed(engine, "its input cannot be written")) }
    let arguments = Self.arguments(engine, folder: folder, input: input, output: output)
    // No proxy answers at the discard port: what an engine asked for in spite of all, it would not get.
    let environment = Environment.inherit.updating([
      "HOME": folder, "XDG_CONFIG_HOME": folder, "XDG_CACHE_HOME": folder, "TMPDIR": folder,
      "http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "no_proxy": nil,
      "SOURCE_DATE_EPOCH": "0",
    ])
    // An engine starts others: all of them are one group, which is stopped together.
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .milliseconds(100))
    ]
    let (platform, limit) = (options, seconds)
    let words: String? = await withTaskGroup(of: String?.self) { group in
      group.addTask {
        do {
          let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: Arguments(arguments), environment: environment,
            workingDirectory: FilePath(folder), platformOptions: platform, output: .discarded,
            error: .string(limit: 1 << 20))
          return result.terminationStatus.isSuccess ? "" : result.standardError
        } catch {
          return "\(error)"
        }
      }
      group.addTask {
        try? await Task.sleep(for: .seconds(limit))
        return nil
      }
      // The first to end decides; cancelling the other stops the program.
      let first = await group.next() ?? nil
      group.cancelAll()
      return first
    }
    if Task.isCancelled { return .failure(.interrupted(engine)) }
    guard let words else { return .failure(.timeout(engine, seconds: limit)) }
    guard let bytes = Self.read(output), bytes.starts(with: Array("%PDF-".utf8)) else {
      let last = words.split(whereSeparator: \.isNewline).last.map(String.init) ?? "nothing was said"
      return .failure(.failed(engine, String(last.prefix(300))))
    }
    return .success(bytes)
  }

  private static func arguments(_ engine: PDFEngine, folder: String, input: String, output: String) -> [String] {
    switch engine {
    case .weasyprint:
      return ["--pdf-variant", "pdf/ua-1", "--encoding", "utf-8", "--media-type", "print", "--quiet", input, output]
    case .chromium:
      let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
      return sandbox + [
        "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check",
        "--disable-extensions", "--disable-sync", "--disable-background-networking", "--disable-component-update",
        "--disable-default-apps", "--no-pings", "--host-resolver-rules=MAP * ~NOTFOUND",
        "--user-data-dir=\(folder)/profile",
        "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", "--print-to-pdf=\(output)",
        "file://\(input)",
      ]
    }
  }

  // MARK: Files of its own

  private static func temporaryFolder() -> String? {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/parcours-XXXXXX".utf8CString)
    // Unsafe: mkdtemp fills in the last six bytes of the array in place.
    return template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, let made = mkdtemp(start) else { return nil }
      return String(cString: made)
    }
  }

  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        guard name != ".", name != ".." else { continue }
        let full = "\(path)/\(name)"
        var status = stat()
        if lstat(full, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { remove(full) } else { unlink(full) }
      }
      closedir(folder)
    }
    rmdir(path)
  }

  private static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    let count = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && count == bytes.count
  }

  private static func read(_ path: String) -> [UInt8]? {
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
}
