#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Files that are replaced all together or not at all: each is written beside its place first, and only when all of them are
/// there do they take their places.
public struct StagedFiles {
  private var drafts: [(draft: String, path: String)] = []
  /// Folders that were made for them, outermost first.
  private var folders: [String] = []

  /// Nothing to be written yet.
  public init() {}

  /// Writes a file beside its place; folders that are missing are made, where that is wanted. What only some could read is
  /// read by no others afterwards.
  ///
  /// - Throws: `FileError` where that cannot be; call `discard` then.
  public mutating func stage(_ bytes: [UInt8], for path: String, makesFolders: Bool = true) throws(FileError) {
    let parts = makesFolders ? path.split(separator: "/", omittingEmptySubsequences: false) : []
    for end in parts.indices.dropFirst() {
      let folder = parts[..<end].joined(separator: "/")
      if folder.isEmpty || Folder.exists(folder) { continue }
      if Folder.hasEntry(folder) { throw FileError(path: folder, reason: "is a file, where a folder is wanted") }
      guard mkdir(folder, 0o777) == 0 else { throw FileError(path: folder, reason: FileError.lastReason) }
      folders.append(folder)
    }
    var status = stat()
    let mode = stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
    if mode != nil, access(path, W_OK) != 0 { throw FileError(path: path, reason: FileError.lastReason) }
    let draft = "\(path).\(getpid()).part"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode == nil ? 0o666 : 0o600)
    guard descriptor >= 0 else { throw FileError(path: path, reason: FileError.lastReason) }
    drafts.append((draft, path))
    if let mode { fchmod(descriptor, mode) }
    let isWritten = StandardStream.put(bytes, to: descriptor)
    let reason = FileError.lastReason
    guard close(descriptor) == 0, isWritten else { throw FileError(path: path, reason: reason) }
  }

  /// Puts all of them in their places.
  ///
  /// - Throws: `FileError` where one cannot be put there: those before it are in theirs.
  public mutating func commit() throws(FileError) {
    while let file = drafts.first {
      guard rename(file.draft, file.path) == 0 else { throw FileError(path: file.path, reason: FileError.lastReason) }
      drafts.removeFirst()
    }
    folders = []
  }

  /// Takes away what was written beside the places, and the folders that were made.
  public mutating func discard() {
    for file in drafts { unlink(file.draft) }
    for folder in folders.reversed() { rmdir(folder) }
    drafts = []
    folders = []
  }
}

/// One file that is replaced whole or not at all.
public enum OutputFile {
  /// What becomes of a link where the file is to be.
  public enum LinkPolicy: Sendable {
    /// It is an error: what it leads to may be anybody's.
    case refuse
    /// It stays, and what it leads to is replaced.
    case follow
  }

  /// Replaces a file, or writes to a pipe or device, which cannot be replaced.
  ///
  /// - Throws: `FileError` where it is a folder, a link that is not to be followed, or cannot be written.
  public static func replace(_ path: String, with bytes: [UInt8], links: LinkPolicy) throws(FileError) {
    var status = stat()
    if links == .refuse, !path.hasPrefix("/dev/"), lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
      let target = Folder.absolute(path).map { " to \($0)" } ?? ""
      throw FileError(path: path, reason: "is a link\(target); name the file itself, or remove the link")
    }
    if Folder.exists(path) { throw FileError(path: path, reason: "Is a directory") }
    var path = path
    if stat(path, &status) == 0 {
      guard access(path, W_OK) == 0 else { throw FileError(path: path, reason: FileError.lastReason) }
      guard status.st_mode & S_IFMT == S_IFREG else { return try append(bytes, toDevice: path) }
      path = Folder.absolute(path) ?? path
    }
    var staged = StagedFiles()
    do throws(FileError) {
      try staged.stage(bytes, for: path, makesFolders: false)
      try staged.commit()
    } catch {
      staged.discard()
      throw error
    }
  }

  private static func append(_ bytes: [UInt8], toDevice path: String) throws(FileError) {
    let descriptor = open(path, O_WRONLY)
    guard descriptor >= 0 else { throw FileError(path: path, reason: FileError.lastReason) }
    defer { close(descriptor) }
    guard StandardStream.put(bytes, to: descriptor) else { throw FileError(path: path, reason: FileError.lastReason) }
  }
}
