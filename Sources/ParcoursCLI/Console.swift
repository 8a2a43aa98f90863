internal import Parcours
internal import ParcoursModel
internal import ParcoursPDF
internal import ParcoursReport
internal import ParcoursSource

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Standard output, standard error, and files that are replaced whole or not at all.
enum Console {
  static func write(_ text: String) { write(Array(text.utf8)) }

  /// Writes to standard output; where that cannot be, nothing after it can be well, and the program ends.
  static func write(_ bytes: [UInt8]) {
    guard !put(bytes, to: STDOUT_FILENO) else { return }
    // Who reads has enough, as `head` does: there is nobody to tell.
    if errno == EPIPE { exit(Status.failure.rawValue) }
    let reason = String(cString: strerror(errno))
    exit(fail("standard output: \(reason)").rawValue)
  }

  static func complain(_ text: String) { put(Array(text.utf8), to: STDERR_FILENO) }

  /// Says why the program cannot run, and ends it.
  static func fail(_ message: String) -> Status {
    complain("parcours: \(TerminalText.visible(message))\n")
    return .failure
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  @discardableResult
  static func put(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let size = bytes[sent...].withUnsafeBytes { Self.send(descriptor, $0.baseAddress, $0.count) }
      if size < 0, errno == EINTR { continue }
      if size <= 0 { return false }
      sent += size
    }
    return true
  }

  private static func send(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, start, count)
    #else
      Darwin.write(descriptor, start, count)
    #endif
  }

  /// Writes an output: replaces the file of that name, but not what a link of that name leads to, which may be anybody's.
  static func output(_ path: String, _ bytes: [UInt8]) throws(Status) {
    var status = stat()
    if path != "-", !path.hasPrefix("/dev/"), lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
      let target = Folder.absolute(path).map { " to " + TerminalText.visible($0) } ?? ""
      throw fail("\(TerminalText.visible(path)): is a link\(target); name the file itself, or remove the link")
    }
    try replace(path, with: bytes)
  }

  /// Makes a folder, if it is not there.
  static func makeFolder(_ path: String) throws(Status) {
    guard !Folder.exists(path) else { return }
    guard mkdir(path, 0o777) == 0 else {
      throw fail("\(TerminalText.visible(path)): \(String(cString: strerror(errno)))")
    }
  }

  /// Replaces a file: written beside it, then put in its place. A link stays a link: what it leads to is replaced.
  static func replace(_ path: String, with bytes: [UInt8]) throws(Status) {
    if path == "-" {
      write(bytes)
      return
    }
    if Folder.exists(path) { throw fail("\(path): Is a directory") }
    var status = stat()
    var path = path
    if stat(path, &status) == 0 {
      guard access(path, W_OK) == 0 else { throw fail("\(path): \(String(cString: strerror(errno)))") }
      guard status.st_mode & S_IFMT == S_IFREG else {
        try append(bytes, toDevice: path)
        return
      }
      if let real = realpath(path, nil) {
        path = String(cString: real)
        free(real)
      }
    }
    var staged = StagedFiles()
    do throws(FileError) {
      try staged.stage(bytes, for: path, makesFolders: false)
      try staged.commit()
    } catch {
      staged.discard()
      throw fail(error.description)
    }
  }

  /// Writes to a pipe or device, which cannot be replaced.
  private static func append(_ bytes: [UInt8], toDevice path: String) throws(Status) {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw fail("\(path): \(String(cString: strerror(errno)))") }
    defer { close(descriptor) }
    guard put(bytes, to: descriptor) else { throw fail("\(path): \(String(cString: strerror(errno)))") }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Reads a file or standard input.
  static func read(_ path: String) throws(Status) -> SourceText {
    do throws(FileError) {
      return try SourceText(readingFile: path)
    } catch {
      throw fail(error.description)
    }
  }

  /// Reads a source of a person; of a PDF, its text.
  static func readSource(_ path: String) throws(Status) -> SourceText {
    let source = try read(path)
    // What says that it is a page is read as one, whatever it is.
    let isPage = [".html", ".htm", ".xhtml"].contains { path.lowercased().hasSuffix($0) }
    guard !isPage, source.bytes.starts(with: Array("%PDF-".utf8)) else {
      guard Converter.hasComments(source), let plain = source.withoutJSONComments else { return source }
      complain(
        "note: \(TerminalText.visible(path)): read without its comments and trailing commas, which JSON has not\n")
      return plain
    }
    do throws(PDFTextError) {
      // LinkedIn's narrow column ends 216 points from the left.
      let text = try PDFText().columns(source.bytes, edge: 216)
      return SourceText(name: source.name, bytes: text)
    } catch {
      throw fail("\(path): \(error.description)")
    }
  }

  /// The day that `--as-of` names, else that of SOURCE_DATE_EPOCH, else today.
  static func day(_ text: String?) throws(Status) -> PartialDate {
    guard let text else {
      // reproducible-builds.org: seconds since 1970, of the source's last change, say.
      guard let epoch = getenv("SOURCE_DATE_EPOCH").map({ String(cString: $0) }), !epoch.isEmpty else {
        return Clock.today
      }
      guard let seconds = Int(epoch), let day = PartialDate(dayNumber: seconds / 86_400), seconds >= 0 else {
        throw fail("SOURCE_DATE_EPOCH: \"\(epoch)\" is no number of seconds since 1970")
      }
      return day
    }
    guard let date = PartialDate(text), date.day != nil else {
      throw fail("--as-of: \"\(text)\" is not a day; write 2026-01-15")
    }
    return date
  }
}
