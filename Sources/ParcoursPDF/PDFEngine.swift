public import ParcoursSource
internal import ParcoursSystem
internal import Subprocess

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
public enum PDFError: Error, Sendable {
  /// None of the engines is installed.
  case noEngine([PDFEngine])
  /// It took longer than allowed.
  case timeout(PDFEngine, seconds: Int)
  /// It was stopped by a signal, Ctrl-C say.
  case interrupted(PDFEngine)
  /// It ended without a document; its last words.
  case failed(PDFEngine, String)

  /// The error as a finding.
  public var diagnostic: Diagnostic {
    switch self {
    case .noEngine(let engines):
      let installable: Message = "install one: apt-get install weasyprint, or apt-get install chromium"
      return Diagnostic(
        id: "not-installed",
        engines.count > 1
          ? "neither WeasyPrint nor Chromium is installed, one of which sets pages on paper"
          : "\(engines.first == .chromium ? "Chromium" : "WeasyPrint") is not installed, which sets pages on paper",
        help: installable)
    case .timeout(let engine, let seconds):
      return Diagnostic(id: "engine", "\(engine.rawValue) took longer than \(seconds) s and was stopped")
    case .interrupted(let engine):
      return Diagnostic(id: "engine", "\(engine.rawValue) was stopped; nothing was written")
    case .failed(let engine, let words): return Diagnostic(id: "engine", "\(engine.rawValue) made no PDF: \(words)")
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
    self.path = path ?? CurrentProcess.variable("PATH") ?? ""
  }

  /// Sets a page; waits until it is done.
  ///
  /// - Parameters:
  ///   - page: an HTML page that holds all it needs.
  ///   - information: the document's title, author and date, written where the engine leaves them out.
  public func typeset(_ page: [UInt8], _ information: PDFInformation) throws(PDFError) -> PDFDocument {
    guard let (engine, program) = installed else { throw .noEngine(engines) }
    guard Cores.allowsThreads else { throw .failed(engine, "too few open files are allowed (ulimit -n)") }
    var made: Result<[UInt8], PDFError> = .failure(.failed(engine, "it never ran"))
    made = Waiting.wait { [self] in await run(engine, program, page) }
    var document = PDFDocument(bytes: try made.get(), engine: engine)
    document.complete(information)
    document.mark(page, information)
    return document
  }

  private var installed: (PDFEngine, String)? {
    for engine in engines {
      if let found = CurrentProcess.program(engine.programs, path: path) { return (engine, found) }
    }
    return nil
  }

  private func run(_ engine: PDFEngine, _ program: String, _ page: [UInt8]) async -> Result<[UInt8], PDFError> {
    guard let place = TemporaryFolder() else {
      return .failure(.failed(engine, "there is no folder for temporary files"))
    }
    defer { place.remove() }
    let folder = place.path
    let input = folder + "/page.html"
    let output = folder + "/page.pdf"
    guard TemporaryFolder.write(page, to: input) else {
      return .failure(.failed(engine, "its input cannot be written"))
    }
    let arguments = Self.arguments(engine, folder: folder, input: input, output: output)
    let words: String
    switch await ExternalProgram.run(program, arguments, in: folder, seconds: seconds) {
    case .ended(_, let said): words = said
    case .timeout: return .failure(.timeout(engine, seconds: seconds))
    case .interrupted: return .failure(.interrupted(engine))
    }
    guard let bytes = TemporaryFolder.read(output), bytes.starts(with: Array("%PDF-".utf8)) else {
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
      let sandbox = CurrentProcess.isRoot ? ["--no-sandbox"] : []
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
}
