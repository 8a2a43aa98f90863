#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

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

  /// Whether there is anything at a path.
  public static func hasEntry(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes a folder, if it is not there.
  ///
  /// - Throws: `FileError` where it cannot be made.
  public static func make(_ path: String) throws(FileError) {
    guard !exists(path), mkdir(path, 0o777) != 0 else { return }
    throw FileError(path: path, reason: FileError.lastReason)
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
