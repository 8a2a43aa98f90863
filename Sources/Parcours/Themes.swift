public import ParcoursFormats
public import ParcoursReport
internal import ParcoursSource
public import ParcoursSystem
internal import ParcoursThemes

/// The themes inside the program, and those of users: a folder with `theme.yaml` and `theme.css`.
public enum Themes {
  /// The theme of a page that names none.
  public static let standard = "classic"

  /// The names of the program's own, sorted; none is read for them.
  public static var names: [String] { embedded.map(\.name).sorted() }

  /// The program's own, sorted by name.
  public static let all: [Theme] = embedded.compactMap(own)

  /// One of the program's own; only that one is read.
  public static func named(_ name: String) -> Theme? {
    guard let theme = embedded.first(where: { $0.name == name }) else { return nil }
    return own(theme)
  }

  /// The program's own style sheets are held by tests: they are not looked through again in each run.
  private static func own(_ theme: (name: String, manifest: [UInt8], style: [UInt8])) -> Theme? {
    Theme.read(
      manifest: SourceText(name: "\(theme.name)/theme.yaml", bytes: theme.manifest),
      style: SourceText(name: "\(theme.name)/theme.css", bytes: theme.style), foundation: foundation, isTrusted: true
    ).theme
  }

  /// A theme by its name, or by its folder; what is wrong in a folder's files is told at its place.
  ///
  /// - Throws: `FileError` where the folder's files cannot be read, or there is neither such a theme nor such a folder.
  public static func load(_ nameOrFolder: String) throws(FileError) -> (theme: Theme?, findings: [SourceFindings]) {
    if let theme = named(nameOrFolder) { return (theme, []) }
    guard Folder.exists(nameOrFolder) else {
      let near = Spelling.nearest(to: nameOrFolder, among: embedded.map(\.name)).map { "; did you mean \($0)?" }
      throw FileError(
        path: nameOrFolder,
        reason: "there is no theme and no folder of that name\(near ?? "; `parcours list themes` names them")")
    }
    let read = Theme.read(
      manifest: try SourceText(readingFile: nameOrFolder + "/theme.yaml"),
      style: try SourceText(readingFile: nameOrFolder + "/theme.css"), foundation: foundation)
    return (read.theme, read.1.map { SourceFindings(source: $0.source, diagnostics: $0.diagnostics) })
  }

  /// The files of a theme to begin one's own with, under its name.
  public static func template(name: String) -> [(path: String, bytes: [UInt8])] {
    guard let classic = embedded.first(where: { $0.name == "classic" }) else { return [] }
    let manifest = String(decoding: classic.manifest, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let quoted =
      name.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "-" || $0 == " " }
      ? name
      : "\"" + name.unicodeScalars.filter { $0 != "\"" && $0 != "\\" && $0.value >= 0x20 }.map(String.init).joined()
        + "\""
    let lines = [
      "# A theme: `parcours convert IDENTITY -t html --theme FOLDER`, or `parcours preview IDENTITY --theme FOLDER`.",
      "# Variables are for light and dark screens and for print; theme.css uses them. `picture: true` draws the path into",
      "# the page, `sections: [services, next]` puts sections first. Nothing in a theme may fetch anything.",
      "name: \(quoted)", "description: my own", "picture: false",
    ]
    let rest = manifest.filter { !$0.hasPrefix("name:") && !$0.hasPrefix("description:") }.map(String.init)
    return [
      ("theme.yaml", Array((lines + rest).joined(separator: "\n").utf8)), ("theme.css", classic.style),
    ]
  }

  private static let foundation: String = {
    var count = 0
    guard let start = parcours_foundation(&count) else { return "" }
    // Unsafe: a constant array of the program, whose size stands beside it.
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }()

  private static let embedded: [(name: String, manifest: [UInt8], style: [UInt8])] = {
    var all: [(String, [UInt8], [UInt8])] = []
    // Unsafe: constant arrays of the program, whose sizes stand beside them.
    while let theme = parcours_theme_at(all.count)?.pointee {
      all.append(
        (
          String(cString: theme.name), Array(UnsafeBufferPointer(start: theme.manifest, count: theme.manifestCount)),
          Array(UnsafeBufferPointer(start: theme.style, count: theme.styleCount))
        ))
    }
    return all
  }()
}
