internal import ParcoursSource
internal import ParcoursSystem

/// The places outputs go to: each below its identity's folder, and none in the way of another.
struct OutputPlaces {
  private struct Place: Hashable {
    /// The folder, links resolved, and the path's parts; small letters, since some disks know no others.
    var parts: [String]
  }

  private var files: Set<Place> = []
  private var folders: Set<Place> = []

  /// Takes a place for an output; what is wrong with it, if anything is.
  mutating func take(_ path: String, in folder: String, beside identity: String) -> (message: Message, help: Message)? {
    let advice: Message = "write a path below it, such as public/index.html"
    if path.isEmpty || path.hasSuffix("/") { return ("\"\(path)\" is no file", advice) }
    if path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) || path.contains("\\") {
      return ("\"\(path)\" is not a path that every system has", "leave control characters and backslashes out")
    }
    // The rule of outputs outside the folder says so.
    guard Self.isBelow(path) else { return nil }
    let parts = Self.parts(path)
    guard !parts.isEmpty else { return ("\"\(path)\" is no file", advice) }
    guard let home = Folder.absolute(folder.isEmpty ? "." : folder) else { return nil }
    if let problem = Self.link(parts, home) { return problem }
    if let hidden = parts.first(where: { $0.hasPrefix(".") }) {
      return ("\"\(hidden)\" is hidden: settings and other programs' files are kept there", advice)
    }
    let whole = Self.parts(home) + parts
    let place = Place(parts: whole.map { $0.lowercased() })
    if whole == Folder.absolute(identity).map(Self.parts) {
      return ("\"\(path)\" is the identity itself", "give it a path of its own")
    }
    if Builder.hasOutputs(home + "/" + parts.joined(separator: "/")) {
      return ("\"\(path)\" is an identity with outputs of its own", "give it a path of its own")
    }
    if Folder.exists(home + "/" + parts.joined(separator: "/")) { return ("\"\(path)\" is a folder", advice) }
    let above = (1..<place.parts.count).map { Place(parts: Array(place.parts[..<$0])) }
    if folders.contains(place) || above.contains(where: files.contains) {
      return ("\"\(path)\" would be a file and a folder at once", "give it a path of its own")
    }
    // Within one identity the rule of shared paths says so.
    guard files.insert(place).inserted else {
      return ("a second output is written to \"\(path)\"", "give it a path of its own")
    }
    folders.formUnion(above)
    return nil
  }

  /// What is wrong where a part of the path is a link.
  private static func link(_ parts: [String], _ home: String) -> (message: Message, help: Message)? {
    var place = home
    for part in parts {
      place += "/" + part
      guard let real = Folder.absolute(place) else {
        // A link that leads nowhere is one all the same.
        if Folder.isLink(place) {
          return ("\"\(part)\" is a link", "name the file itself, or remove the link")
        }
        return nil
      }
      if Folder.isLink(place), part == parts.last || !real.hasPrefix(home == "/" ? home : home + "/") {
        return ("\"\(part)\" is a link", "name the file itself, or remove the link")
      }
    }
    return nil
  }

  /// Whether a path stays below the folder it starts from.
  static func isBelow(_ path: String) -> Bool {
    !path.hasPrefix("/") && !path.hasPrefix("~") && !path.split(separator: "/").contains("..")
  }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/").filter { $0 != "." }.map(String.init)
  }

  /// The address of a file from another file's place on, both below one folder.
  static func relative(_ path: String, from other: String) -> String {
    var to = parts(path)
    var from = parts(other).dropLast()
    while to.count > 1, let first = from.first, first == to[0] {
      to.removeFirst()
      from = from.dropFirst()
    }
    return (from.map { _ in ".." } + to.map(percentEncoded)).joined(separator: "/")
  }

  /// A name as a part of an address (RFC 3986, 3.3).
  private static func percentEncoded(_ name: String) -> String {
    var result = ""
    for byte in name.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.isASCII, scalar.properties.isAlphabetic || (0x30...0x39).contains(byte) || "-._~".utf8.contains(byte) {
        result.unicodeScalars.append(scalar)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
