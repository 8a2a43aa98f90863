internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The program that is running, and what it was started with.
public enum CurrentProcess {
  /// A variable of the environment; nil where it is not set.
  public static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  /// Whether it runs as the system's administrator.
  public static var isRoot: Bool { geteuid() == 0 }

  /// Ends the program.
  public static func end(_ status: Int32) -> Never { exit(status) }

  /// Does nothing for a while.
  public static func sleep(milliseconds: Int) { usleep(UInt32(max(0, milliseconds)) * 1_000) }

  /// The first of several names that is a program in the folders of `PATH`, or of `path` where that is said; names of whole
  /// paths too.
  public static func program(_ names: [String], path: String? = nil) -> String? {
    let folders = (path ?? variable("PATH") ?? "").split(separator: ":").map(String.init)
    for name in names {
      let paths = name.hasPrefix("/") ? [name] : folders.map { $0 + "/" + name }
      if let found = paths.first(where: { access($0, X_OK) == 0 }) { return found }
    }
    return nil
  }
}

/// Ctrl-C, for work that has something to give at any time: the first one is a wish to see it, the second one ends the program.
public enum Interruption {
  private static let flag = Atomic(false)

  /// Whether it has come.
  public static var hasCome: Bool { flag.load(ordering: .relaxed) }

  /// Listens from now on.
  public static func listen() {
    signal(SIGINT) { _ in
      Interruption.flag.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }
}
