internal import ParcoursFormats
public import ParcoursMatch
internal import ParcoursModel
public import ParcoursSource
internal import ParcoursSyntax

/// A set of identities.
public protocol Pool: Sendable {
  /// Every identity that can be read, and what is wrong with the others. O(size of the pool).
  ///
  /// - Throws: `FileError` where a file or folder cannot be read.
  func read() throws(FileError) -> PoolReading
}

/// What a pool holds.
public struct PoolReading: Sendable {
  /// The identities, in the pool's order.
  public var members: [PoolMember] = []
  /// What is wrong, a file each.
  public var findings: [(source: SourceText, diagnostics: [Diagnostic])] = []

  /// Nothing.
  public init() {}

  fileprivate mutating func add(_ reading: Reading, from source: SourceText, fallback: String) {
    let errors = reading.diagnostics.filter { $0.severity == .error }
    if !errors.isEmpty { findings.append((source, errors)) }
    guard errors.isEmpty, let identity = reading.identity else { return }
    let named = identity.id ?? identity.name.map { Folding.folded($0).split(separator: " ").joined(separator: "-") }
    members.append(PoolMember(id: named.flatMap { $0.isEmpty ? nil : $0 } ?? fallback, identity: identity))
  }
}

/// Pools, by what a path is.
public enum Pools {
  /// The pool at a path: a folder of YAML and JSON files, an NDJSON file, or a single identity.
  public static func at(_ path: String) -> any Pool {
    if Folder.exists(path) { return FolderPool(path: path) }
    let lower = path.lowercased()
    if lower.hasSuffix(".ndjson") || lower.hasSuffix(".jsonl") { return NDJSONPool(path: path) }
    return FilePool(path: path)
  }
}

/// One file, one identity.
struct FilePool: Pool {
  let path: String

  func read() throws(FileError) -> PoolReading {
    var pool = PoolReading()
    let source = try SourceText(readingFile: path)
    pool.add(FileReading.read(source), from: source, fallback: path)
    return pool
  }
}

/// A folder of files, each an identity; contracts and other files are passed over.
struct FolderPool: Pool {
  let path: String

  func read() throws(FileError) -> PoolReading {
    var pool = PoolReading()
    for file in try Folder.files(below: path, endings: ["yaml", "yml", "json", "ndjson", "jsonl"]) {
      if file.hasSuffix(".ndjson") || file.hasSuffix(".jsonl") {
        let inner = try NDJSONPool(path: file).read()
        pool.members += inner.members
        pool.findings += inner.findings
        continue
      }
      let source = try SourceText(readingFile: file)
      guard FileReading.isIdentity(source) else { continue }
      pool.add(FileReading.read(source), from: source, fallback: file)
    }
    return pool
  }
}

/// A file of identities, one a line.
struct NDJSONPool: Pool {
  let path: String

  func read() throws(FileError) -> PoolReading {
    var pool = PoolReading()
    let source = try SourceText(readingFile: path)
    var start = 0
    var number = 0
    var wrong: [Diagnostic] = []
    for line in source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let base = start
      start += line.count + 1
      number += 1
      guard line.contains(where: { $0 > 0x20 }) else { continue }
      var reading = Format.json.reader?.read(SourceText(name: path, bytes: Array(line))) ?? Reading(identity: nil)
      let shifted = reading.diagnostics.map { $0.shifted(by: base) }
      wrong += shifted.filter { $0.severity == .error }
      reading.diagnostics = reading.diagnostics.filter { $0.severity == .error }
      if reading.diagnostics.isEmpty { pool.add(reading, from: source, fallback: "\(path):\(number)") }
    }
    if !wrong.isEmpty { pool.findings.append((source, wrong)) }
    return pool
  }
}

/// Identities in files of their own.
enum FileReading {
  static func read(_ source: SourceText) -> Reading {
    let format: Format = isJSON(source) ? .json : .yaml
    return format.reader?.read(source) ?? Reading(identity: nil)
  }

  static func isIdentity(_ source: SourceText) -> Bool {
    let document = isJSON(source) ? try? JSONParser.parse(source) : try? YAMLParser.parse(source)
    // A file that cannot be parsed is read all the same, so that what is wrong with it is said.
    guard let document else { return true }
    return document.value(of: "parcours", in: 0) != nil && document.value(of: "contract", in: 0) == nil
  }

  private static func isJSON(_ source: SourceText) -> Bool { source.name.lowercased().hasSuffix(".json") }
}

extension Diagnostic {
  fileprivate func shifted(by offset: Int) -> Diagnostic {
    var copy = self
    copy.range = (range.lowerBound + offset)..<(range.upperBound + offset)
    copy.notes = notes.map { Note($0.message, at: ($0.range.lowerBound + offset)..<($0.range.upperBound + offset)) }
    return copy
  }
}
