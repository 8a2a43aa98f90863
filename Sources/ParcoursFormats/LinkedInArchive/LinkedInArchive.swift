public import ParcoursInterchange
internal import ParcoursModel
package import ParcoursSource
internal import ParcoursSyntax

extension Format {
  /// What LinkedIn gives its members when they ask for their data.
  public static let linkedInArchive = Format(
    id: "linkedin-archive",
    summary: "LinkedIn's copy of your data, basic or complete: the ZIP, its folder, or the member snapshot as JSON",
    names: ["*.zip"], mediaType: "application/zip", extensionKey: LinkedInSection.key,
    comparing: Format.Comparing(
      fields: [
        "title", "organization", "startDate", "endDate", "location", "description", "fluency", "issuer", "date",
        "expires", "url",
      ], sections: { $0 }, rendered: { LinkedInSection.rendered($0) }), detect: detectArchive,
    read: LinkedInArchiveReader().read)

  private static func detectArchive(_ probe: Probe) -> Confidence {
    switch probe.syntax {
    case .zip: .mark
    case .folder: probe.members.contains { ArchiveFile.isTable($0) } ? .mark : .none
    case .json: probe.node("elements")?.kind == .array ? .shape.more(25) : .none
    default: .none
    }
  }
}

/// Reads an archive, or a snapshot.
struct LinkedInArchiveReader: Sendable {
  func read(_ input: Input) -> Reading {
    guard input.syntax == .zip || input.syntax == .folder else { return LinkedInArchive.read([input.source]) }
    do throws(SyntaxError) {
      var reading = try LinkedInArchive.read(try input.members.get(), isFolder: input.syntax == .folder)
      // Of an archive there are no lines to show.
      reading.source = input.source.withoutBytes
      return reading
    } catch {
      return .failed(error.diagnostic)
    }
  }
}

/// The files of an archive, wherever they come from.
package enum LinkedInArchive {
  /// The most bytes of one file that is read, unpacked.
  static let mostBytes = 128 << 20
  /// The most bytes of all of them.
  static let mostBytesOfAll = 512 << 20

  /// Reads the files of an archive or a folder. What cannot be unpacked is an error, what nobody reads is named.
  static func read(_ members: [Input.Member], isFolder: Bool) throws(SyntaxError) -> Reading {
    var files: [SourceText] = []
    var diagnostics: [Diagnostic] = []
    var seen: Set<String> = []
    var total = 0
    for entry in members {
      let base = entry.name
      // A folder may hold anything beside the tables.
      if isFolder, !ArchiveFile.isTableName(base) { continue }
      guard ArchiveFile.isRead(base) else {
        if entry.size > 0, seen.insert(base).inserted { diagnostics.append(ArchiveFile.passedOver(base)) }
        continue
      }
      guard seen.insert(ArchiveFile.key(base)).inserted else {
        diagnostics.append(
          Diagnostic(
            id: "archive", severity: .warning, "\(base) is in the archive twice; the first one is read"))
        continue
      }
      total += entry.size
      guard total <= mostBytesOfAll else {
        let said = Diagnostic(
          id: "budget", "the archive unpacks to more than \(mostBytesOfAll >> 20) MB")
        return Reading(identity: nil, diagnostics: diagnostics + [said])
      }
      files.append(SourceText(name: base, bytes: try entry.bytes(most: mostBytes)))
    }
    var reading = read(files)
    reading.diagnostics = diagnostics + reading.diagnostics
    return reading
  }

  /// Reads files by their names, any of which may be absent.
  package static func read(_ files: [SourceText]) -> Reading {
    var run = ArchiveRun()
    for file in files.sorted(by: { (ArchiveFile.rank($0.name), $0.name) < (ArchiveFile.rank($1.name), $1.name) }) {
      run.read(file)
    }
    return run.finish()
  }
}

/// What files of an archive are called, and which are read.
package enum ArchiveFile {
  /// A file's name without its folders.
  static func base(_ path: String) -> String {
    path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path
  }

  /// The name as it is compared: small letters without spaces, underscores and ending.
  static func key(_ name: String) -> String {
    var base = base(name).lowercased()
    if base.hasSuffix(".csv") { base.removeLast(4) }
    return base.filter { $0.isLetter || $0.isNumber }
  }

  /// Whether a file of that name is read.
  package static func isRead(_ name: String) -> Bool {
    let lower = base(name).lowercased()
    return lower.hasSuffix(".json") || lower.hasSuffix(".csv") && ArchiveRun.handlers[key(name)] != nil
  }

  /// Whether a file of that name may belong to an archive at all.
  static func isTableName(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".csv") || lower.hasSuffix(".json")
  }

  /// Whether a file of that name is a table that is read.
  static func isTable(_ name: String) -> Bool { name.lowercased().hasSuffix(".csv") && isRead(name) }

  /// The order in which files are read: who it is first, then the path, then the others.
  static func rank(_ name: String) -> Int {
    ["profile", "positions", "education", "skills"].firstIndex(of: key(name)) ?? 9
  }

  /// A file that says nothing of a professional identity.
  static func passedOver(_ name: String) -> Diagnostic {
    Diagnostic(
      id: "archive", severity: .note, "\(name) says nothing of a professional identity, and is not read")
  }
}
