internal import ParcoursModel
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Time zones as the system knows them.
enum TimeZones {
  // The C library has one zone a process.
  private static let lock = Mutex(())

  /// Minutes east of UTC of an IANA zone at noon of a day; nil where the system does not know the zone.
  static func offset(of name: String, on day: PartialDate) -> Int? {
    let isSafe =
      !name.isEmpty && !name.hasPrefix("/") && !name.contains("..")
      && name.utf8.allSatisfy {
        ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || "/_+-".utf8.contains($0)
      }
    guard isSafe else { return nil }
    let folders = ["/usr/share/zoneinfo/", "/var/db/timezone/zoneinfo/", "/usr/lib/zoneinfo/"]
    func isZone(_ path: String) -> Bool {
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
    guard folders.contains(where: { isZone($0 + name) }) else { return nil }
    return lock.withLock { _ in
      let before = getenv("TZ").map { String(cString: $0) }
      setenv("TZ", name, 1)
      tzset()
      defer {
        if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
        tzset()
      }
      var moment = time_t(day.firstDay * 86_400 + 43_200)
      var local = tm()
      guard localtime_r(&moment, &local) != nil else { return nil }
      return Int(local.tm_gmtoff) / 60
    }
  }
}

/// Today, for programs that have a clock; the library itself never asks for it.
public enum Clock {
  /// The day it is in UTC.
  public static var today: PartialDate {
    // A clock that stands before the year 1000 or after 9999 is no clock.
    PartialDate(dayNumber: Int(time(nil)) / 86_400) ?? PartialDate.epoch
  }

  /// Seconds that only grow.
  public static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}
