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
    var descriptor: Int32 = 0
    if path != "-" {
      descriptor = open(path, O_RDONLY)
      guard descriptor >= 0 else { throw FileError(path: path, reason: String(cString: strerror(errno))) }
    }
    defer { if path != "-" { close(descriptor) } }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw FileError(path: path, reason: String(cString: strerror(errno)))
    }
    if status.st_mode & S_IFMT == S_IFDIR { throw FileError(path: path, reason: "Is a directory") }
    var bytes: [UInt8] = []
    var capacity = max(Int(status.st_size) + 1, 65_536)
    while true {
      let before = bytes.count
      var failure: Int32 = 0
      let chunk = capacity
      // Unsafe: read(2) fills the new array's own memory.
      let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        let size = read(descriptor, buffer.baseAddress, chunk)
        if size < 0 { failure = errno }
        count = max(0, size)
      }
      if failure == EINTR { continue }
      if failure != 0 { throw FileError(path: path, reason: String(cString: strerror(failure))) }
      if part.isEmpty { break }
      if before == 0 { bytes = part } else { bytes += part }
      capacity = 65_536
    }
    self.init(name: path, bytes: bytes)
  }
}

/// Folders.
public enum Folder {
  /// Whether a path is a folder.
  public static func exists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The files below a folder whose names have one of these endings, sorted; hidden ones and links to folders are passed
  /// over. O(entries).
  ///
  /// - Throws: `FileError` where a folder cannot be read.
  public static func files(below path: String, endings: [String]) throws(FileError) -> [String] {
    guard let folder = opendir(path) else { throw FileError(path: path, reason: String(cString: strerror(errno))) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    var files: [String] = []
    for name in names.sorted() {
      let full = path.hasSuffix("/") ? path + name : path + "/" + name
      var status = stat()
      guard lstat(full, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        files += try self.files(below: full, endings: endings)
      } else if endings.contains(where: { name.lowercased().hasSuffix("." + $0) }) {
        files.append(full)
      }
    }
    return files
  }
}
