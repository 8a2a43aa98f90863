internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The system's clocks, for programs; the library itself never asks for the day.
public enum Clock {
  /// Days since 1970-01-01, UTC.
  public static var dayNumber: Int { Int(time(nil)) / 86_400 }

  /// Seconds that only grow.
  public static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
  }
}

/// Time zones as the system knows them (the IANA database in its folders).
public enum TimeZones {
  // The C library has one zone a process.
  private static let lock = Mutex(())
  private static let folders = ["/usr/share/zoneinfo/", "/var/db/timezone/zoneinfo/", "/usr/lib/zoneinfo/"]

  /// Whether the system knows a zone of that name.
  public static func isKnown(_ name: String) -> Bool {
    let isSafe =
      !name.isEmpty && !name.hasPrefix("/") && !name.contains("..")
      && name.utf8.allSatisfy {
        ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || "/_+-".utf8.contains($0)
      }
    return isSafe && folders.contains { Folder.isFile($0 + name) }
  }

  /// Minutes east of UTC of an IANA zone at noon of a day, which is counted from 1970-01-01 on; nil where the system does not
  /// know the zone.
  public static func offset(of name: String, onDay day: Int) -> Int? {
    guard isKnown(name) else { return nil }
    return lock.withLock { _ in
      let before = CurrentProcess.variable("TZ")
      setenv("TZ", name, 1)
      tzset()
      defer {
        if let before { setenv("TZ", before, 1) } else { unsetenv("TZ") }
        tzset()
      }
      var moment = time_t(day * 86_400 + 43_200)
      var local = tm()
      guard localtime_r(&moment, &local) != nil else { return nil }
      return Int(local.tm_gmtoff) / 60
    }
  }

  /// The names of all zones that the system knows, sorted; none where its folders hold no list of them.
  public static let names: [String] = {
    for folder in folders {
      guard let file = try? OpenFile(folder + "tzdata.zi"), let bytes = try? file.readToEnd() else { continue }
      var names: Set<String> = []
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        let words = line.split(separator: " ")
        // `Z Europe/Paris …` is a zone, `L Europe/Paris Europe/Monaco` another name of one.
        if words.count > 2, words[0] == "Z" { names.insert(String(words[1])) }
        if words.count > 2, words[0] == "L" { names.insert(String(words[2])) }
      }
      return names.sorted()
    }
    return []
  }()
}
