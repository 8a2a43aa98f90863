#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A folder that one run of a program has for itself, and that is gone afterwards.
package struct TemporaryFolder {
  package let path: String

  /// Makes one; nil where there can be none.
  package init?() {
    guard let path = Self.made() else { return nil }
    self.path = path
  }

  /// Removes it and all that is in it.
  package func remove() { Self.remove(path) }

  private static func made() -> String? {
    let base = CurrentProcess.variable("TMPDIR") ?? "/tmp"
    var template = Array("\(base)/parcours-XXXXXX".utf8CString)
    // Unsafe: mkdtemp fills in the last six bytes of the array in place.
    return template.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress, let made = mkdtemp(start) else { return nil }
      return String(cString: made)
    }
  }

  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        guard name != ".", name != ".." else { continue }
        let full = "\(path)/\(name)"
        var status = stat()
        if lstat(full, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { remove(full) } else { unlink(full) }
      }
      closedir(folder)
    }
    rmdir(path)
  }

  package static func write(_ bytes: [UInt8], to path: String) -> Bool {
    guard let file = fopen(path, "wb") else { return false }
    let count = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && count == bytes.count
  }

  package static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      if count == 0 { return bytes }
      bytes += buffer[0..<count]
    }
  }
}
