internal import ParcoursReport
internal import ParcoursSource

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Files that are replaced all together or not at all: each is written beside its place first, and only when all of them are
/// there do they take their places.
struct StagedFiles {
  private var drafts: [(draft: String, path: String)] = []
  /// Folders that were made for them, outermost first.
  private var folders: [String] = []

  /// Writes a file beside its place; folders that are missing are made, where that is wanted. What only some could read is
  /// read by no others afterwards.
  ///
  /// - Throws: `FileError` where that cannot be; call `discard` then.
  mutating func stage(_ bytes: [UInt8], for path: String, makesFolders: Bool = true) throws(FileError) {
    let parts = makesFolders ? path.split(separator: "/", omittingEmptySubsequences: false) : []
    for end in parts.indices.dropFirst() {
      let folder = parts[..<end].joined(separator: "/")
      if folder.isEmpty || Folder.exists(folder) { continue }
      if Console.exists(folder) { throw FileError(path: folder, reason: "is a file, where a folder is wanted") }
      guard mkdir(folder, 0o777) == 0 else { throw FileError(path: folder, reason: String(cString: strerror(errno))) }
      folders.append(folder)
    }
    var status = stat()
    let mode = stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    if mode != nil, access(path, W_OK) != 0 { throw FileError(path: path, reason: String(cString: strerror(errno))) }
    let draft = "\(path).\(getpid()).part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode == nil ? 0o666 : 0o600)
    guard descriptor >= 0 else { throw FileError(path: path, reason: String(cString: strerror(errno))) }
    drafts.append((draft, path))
    if let mode { fchmod(descriptor, mode) }
    let isWritten = Console.put(bytes, to: descriptor)
    let reason = errno
    guard close(descriptor) == 0, isWritten else {
      throw FileError(path: path, reason: String(cString: strerror(reason)))
    }
  }

  /// Puts all of them in their places.
  ///
  /// - Throws: `FileError` where one cannot be put there: those before it are in theirs.
  mutating func commit() throws(FileError) {
    while let file = drafts.first {
      guard rename(file.draft, file.path) == 0 else {
        throw FileError(path: file.path, reason: String(cString: strerror(errno)))
      }
      drafts.removeFirst()
    }
    folders = []
  }

  /// Takes away what was written beside the places, and the folders that were made.
  mutating func discard() {
    for file in drafts { unlink(file.draft) }
    for folder in folders.reversed() { rmdir(folder) }
    drafts = []
    folders = []
  }
}
