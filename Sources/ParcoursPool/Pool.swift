internal import Dispatch
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

/// A file of identities, one a line. Of each line what matching asks is read, on all cores; the rest when it is asked for. What
/// matching does not ask is not looked at: `validate` does that.
struct NDJSONPool: Pool {
  let path: String

  /// What a stretch of lines holds.
  private struct Piece {
    var reading = PoolReading()
    var wrong: [Diagnostic] = []
  }

  func read() throws(FileError) -> PoolReading {
    let source = try SourceText(readingFile: path)
    let lines = Self.lines(of: source.bytes)
    let size = 512
    let work = SharedWork<Piece>((lines.count + size - 1) / size)
    DispatchQueue.concurrentPerform(iterations: lines.count > size ? Cores.count : 1) { _ in
      while let number = work.next() {
        var piece = Piece()
        for index in (number * size)..<min(lines.count, (number + 1) * size) {
          read(lines[index], number: index + 1, source, &piece)
        }
        work.put(piece, at: number)
      }
    }
    var pool = PoolReading()
    pool.members.reserveCapacity(lines.count)
    var wrong: [Diagnostic] = []
    for piece in work.results {
      pool.members += piece.reading.members
      wrong += piece.wrong
    }
    if !wrong.isEmpty { pool.findings.append((source, wrong)) }
    return pool
  }

  private static func lines(of bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    bytes.withUnsafeBufferPointer { buffer in
      while start <= buffer.count {
        let end = buffer[start...].firstIndex(of: 0x0A) ?? buffer.count
        lines.append(start..<end)
        start = end + 1
      }
    }
    return lines
  }

  private func read(_ range: Range<Int>, number: Int, _ source: SourceText, _ piece: inout Piece) {
    let line = SourceText(name: path, bytes: Array(source.bytes[range]))
    guard line.bytes.contains(where: { $0 > 0x20 }) else { return }
    if let document = try? JSONParser.parse(line), let facts = FactsReader.facts(document) {
      piece.reading.members.append(
        PoolMember(facts: facts) {
          Format.json.reader?.read(SourceText(name: "", bytes: Array(source.bytes[range]))).identity
        })
      return
    }
    var reading = Format.json.reader?.read(line) ?? Reading(identity: nil)
    let shifted = reading.diagnostics.map { $0.shifted(by: range.lowerBound) }
    piece.wrong += shifted.filter { $0.severity == .error }
    reading.diagnostics = reading.diagnostics.filter { $0.severity == .error }
    if reading.diagnostics.isEmpty { piece.reading.add(reading, from: source, fallback: "\(path):\(number)") }
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
