public import ParcoursSource
internal import ParcoursSystem

/// Why the text of a PDF cannot be had.
public enum PDFTextError: Error, Sendable {
  /// `pdftotext` is not installed.
  case notInstalled
  /// It took longer than allowed.
  case timeout(seconds: Int)
  /// It was stopped by a signal, Ctrl-C say.
  case interrupted
  /// It ended without a text; its last words.
  case failed(String)

  /// A sentence for people.
  public var message: Message {
    switch self {
    case .notInstalled: "pdftotext is not installed, which takes the text out of a PDF"
    case .timeout(let seconds): "pdftotext took longer than \(seconds) s and was stopped"
    case .interrupted: "pdftotext was stopped"
    case .failed(let words): "pdftotext made no text of it: \(words)"
    }
  }

  /// What to do.
  public var help: Message? {
    if case .notInstalled = self { return "install it: apt-get install poppler-utils, or brew install poppler" }
    return nil
  }
}

/// The text of a PDF, by `pdftotext` (poppler).
public struct PDFText: Sendable {
  private let seconds: Int
  private let path: String?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - seconds: the limit of time for each column.
  ///   - path: the folders in which `pdftotext` is looked for, as in `PATH`; nil is that.
  public init(seconds: Int = 30, path: String? = nil) {
    self.seconds = seconds
    self.path = path
  }

  /// The words of a PDF and where they stand, as the program tells them (XHTML, `-bbox-layout`).
  ///
  /// - Throws: each of `PDFTextError`.
  public func words(_ bytes: [UInt8]) throws(PDFTextError) -> [UInt8] {
    guard let program = CurrentProcess.program(["pdftotext"], path: path) else { throw .notInstalled }
    guard Cores.allowsThreads else { throw .failed("too few open files are allowed (ulimit -n)") }
    let made: Result<[UInt8], PDFTextError> = Waiting.wait { [self] in await run(program, bytes) }
    return try made.get()
  }

  private func run(_ program: String, _ bytes: [UInt8]) async -> Result<[UInt8], PDFTextError> {
    guard let folder = TemporaryFolder() else { return .failure(.failed("there is no folder for temporary files")) }
    defer { folder.remove() }
    let input = folder.path + "/profile.pdf"
    guard TemporaryFolder.write(bytes, to: input) else { return .failure(.failed("its input cannot be written")) }
    // With the places of its words: as plain text, hyphens at the end of a line would be gone.
    let arguments = ["-bbox-layout", "-enc", "UTF-8", "-eol", "unix", input, "-"]
    switch await ExternalProgram.run(program, arguments, in: folder.path, seconds: seconds) {
    case .ended(let output, let words):
      guard words.isEmpty || !output.isEmpty else {
        let last = words.split(whereSeparator: \.isNewline).last.map(String.init) ?? words
        return .failure(.failed(String(last.prefix(300))))
      }
      return .success(output)
    case .timeout: return .failure(.timeout(seconds: seconds))
    case .interrupted: return .failure(.interrupted)
    }
  }
}
