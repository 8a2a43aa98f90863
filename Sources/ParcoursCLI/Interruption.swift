internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Ctrl-C, for work that has something to give at any time: the first one is a wish to see it, the second one ends the program.
enum Interruption {
  private static let flag = Atomic(false)

  /// Whether it has come.
  static var hasCome: Bool { flag.load(ordering: .relaxed) }

  /// Listens from now on.
  static func listen() {
    signal(SIGINT) { _ in
      Interruption.flag.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }
}
