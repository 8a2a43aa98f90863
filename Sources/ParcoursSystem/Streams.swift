#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The streams that every program has.
public enum StandardStream: Int32, Sendable {
  /// Standard output.
  case output = 1
  /// Standard error.
  case errors = 2

  /// Why bytes could not be written.
  public enum Failure: Error, Sendable, Hashable {
    /// Whoever reads has enough, as `head` does.
    case readerIsGone
    /// Anything else, in the system's words.
    case other(String)
  }

  /// Writes all bytes.
  public func write(_ bytes: [UInt8]) throws(Failure) {
    guard !Self.put(bytes, to: rawValue) else { return }
    throw errno == EPIPE ? .readerIsGone : .other(FileError.lastReason)
  }

  /// Whether it is a terminal.
  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// Writes all bytes to a descriptor; false, with `errno` set, where that cannot be.
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
}
