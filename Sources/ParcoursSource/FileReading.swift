#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A file that cannot be read or written: its name and why, in the system's words.
public struct FileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// Why.
  public let reason: String

  /// Makes an error.
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// Both.
  public var description: String { "\(path): \(reason)" }
}

extension SourceText {
  /// Reads a file, or standard input where the path is `-`. O(n).
  ///
  /// - Throws: `FileError` where it does not exist, is a folder or cannot be read.
  public init(readingFile path: String) throws(FileError) {
    let file = try OpenFile(path)
    var bytes: [UInt8] = []
    var wanted = file.size + 1
    while true {
      let part = try file.read(wanted)
      if part.isEmpty { break }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      // A file that gives less than was asked for is at its end; a pipe may have more.
      if file.size > 0, part.count < wanted { break }
      wanted = 65_536
    }
    self.init(name: path, bytes: bytes)
  }
}

/// A file that is open for reading; closed with the last reference to it.
public final class OpenFile: Sendable {
  /// The path, `-` for standard input.
  public let path: String
  /// How many bytes it has, 0 where that is not known.
  public let size: Int
  private let descriptor: Int32

  /// Opens a file, or standard input where the path is `-`.
  ///
  /// - Throws: `FileError` where it does not exist, is a folder or cannot be read.
  public init(_ path: String) throws(FileError) {
    self.path = path
    descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, reason: String(cString: strerror(errno))) }
    var status = stat()
    let failure = fstat(descriptor, &status) == 0 ? 0 : errno
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : 0
    if failure != 0 { throw FileError(path: path, reason: String(cString: strerror(failure))) }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileError(path: path, reason: "Is a directory") }
  }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// The next bytes, at most so many; none at the end.
  public func read(_ most: Int) throws(FileError) -> [UInt8] {
    while true {
      var failure: Int32 = 0
      let most = max(most, 4_096)
      // Unsafe: read(2) fills the new array's own memory.
      let part = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
        let size = Self.fill(descriptor, buffer.baseAddress, most)
        if size < 0 { failure = errno }
        count = max(0, size)
      }
      if failure == EINTR { continue }
      if failure != 0 { throw FileError(path: path, reason: String(cString: strerror(failure))) }
      return part
    }
  }

  private static func fill(_ descriptor: Int32, _ start: UnsafeMutablePointer<UInt8>?, _ count: Int) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, start, count)
    #else
      Darwin.read(descriptor, start, count)
    #endif
  }
}

/// Folders.
public enum Folder {
  /// Whether a path is a folder.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Whether a path is a file.
  public static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Whether a path is a link, wherever that leads.
  public static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The path from the root, links resolved; nil where there is nothing.
  public static func absolute(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// The files below a folder whose names have one of these endings, sorted; hidden ones and links to folders are passed
  /// over. O(entries).
  ///
  /// - Throws: `FileError` where a folder cannot be read.
  public static func files(below path: String, endings: [String]) throws(FileError) -> [String] {
    try files(below: path).filter { name in endings.contains { name.lowercased().hasSuffix("." + $0) } }
  }

  /// Every file below a folder, sorted; links to folders are passed over, and hidden ones unless they are asked for.
  public static func files(below path: String, includingHidden: Bool = false) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw FileError(path: path, reason: String(cString: strerror(errno))) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") || (includingHidden && name != "." && name != "..") { names.append(name) }
    }
    var files: [String] = []
    for name in names.sorted() {
      let full = path.hasSuffix("/") ? path + name : path + "/" + name
      var status = stat()
      guard lstat(full, &status) == 0 else { continue }
      let isLink = status.st_mode & S_IFMT == S_IFLNK
      // A link to a file is followed, one to a folder or to nothing is passed over.
      if isLink, stat(full, &status) != 0 || status.st_mode & S_IFMT == S_IFDIR { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        files += try self.files(below: full, includingHidden: includingHidden)
      } else {
        files.append(full)
      }
    }
    return files
  }
}

/// What tells whether a file is still the one it was: its time, size and number.
public struct FileStamp: Sendable, Hashable {
  private let seconds: Int
  private let nanoseconds: Int
  private let size: Int
  private let number: UInt64

  /// The stamp of a file; nil where there is none.
  public init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    seconds = Int(time.tv_sec)
    nanoseconds = Int(time.tv_nsec)
    size = Int(status.st_size)
    number = UInt64(status.st_ino)
  }
}
