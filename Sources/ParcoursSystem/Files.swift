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

  /// What the system said last, in its words.
  static var lastReason: String { String(cString: strerror(errno)) }

  /// Both.
  public var description: String { "\(path): \(reason)" }
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

  /// All that is left. O(n).
  public func readToEnd() throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var wanted = size + 1
    while true {
      let part = try read(wanted)
      if part.isEmpty { return bytes }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      // A file that gives less than was asked for is at its end; a pipe may have more.
      if size > 0, part.count < wanted { return bytes }
      wanted = 65_536
    }
  }
}

/// What tells whether a file is still the one it was: its time, size and number.
public struct FileStamp: Sendable, Hashable {
  private let seconds: Int
  private let nanoseconds: Int
  /// Its size in bytes.
  public let size: Int
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
