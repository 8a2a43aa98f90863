public import ParcoursInterchange
public import ParcoursMatch
internal import ParcoursModel
public import ParcoursSource
internal import ParcoursSyntax
public import ParcoursSystem

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

  fileprivate mutating func add(_ reading: Reading?, of input: Input, fallback: String) {
    guard let reading else { return }
    add(reading, from: reading.source ?? input.source, fallback: fallback)
  }

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
  /// The pool at a path: a folder of anything that identities are read from, an NDJSON file, or a single identity, whatever it
  /// is read from.
  ///
  /// - Parameters:
  ///   - registry: who knows what a file is.
  ///   - extract: what takes the words of a PDF out of it.
  public static func at(_ path: String, _ registry: Registry, extract: TextExtractor? = nil) -> any Pool {
    if NDJSONPool.isLines(path), !Folder.exists(path) { return NDJSONPool(path: path, registry: registry) }
    return FilePool(path: path, registry: registry, extract: extract)
  }
}

/// A file or an archive that is one identity, or a folder of such.
struct FilePool: Pool {
  let path: String
  let registry: Registry
  let extract: TextExtractor?

  func read() throws(FileError) -> PoolReading {
    var pool = PoolReading()
    let input = try Input(reading: path, extract: extract)
    let recognition = registry.recognize(input)
    if input.syntax == .folder, !isArchive(input, recognition) {
      try readFolder(&pool)
    } else if case .known(let type) = recognition, let format = type.format {
      pool.add(format.read?(input), of: input, fallback: path)
    } else if let refusal = registry.refusal(of: input, recognition) {
      pool.findings.append((input.source, [refusal]))
    } else {
      pool.findings.append((input.source, [Diagnostic(id: "unrecognized", "this is no identity")]))
    }
    return pool
  }

  /// Whether a folder holds the tables of one identity rather than files of several.
  private func isArchive(_ input: Input, _ recognition: Registry.Recognition) -> Bool {
    guard case .known(let type) = recognition else { return false }
    return type.detect(Probe(input)) > .possible
  }

  /// Reads the files of a folder; contracts, other files and what is made of the identities are passed over.
  private func readFolder(_ pool: inout PoolReading) throws(FileError) {
    var readings: [(input: Input, reading: Reading)] = []
    var outputs: Set<String> = []
    for file in try Folder.files(below: path, endings: ["yaml", "yml", "json", "ndjson", "jsonl"]) {
      if NDJSONPool.isLines(file) {
        let inner = try NDJSONPool(path: file, registry: registry).read()
        pool.members += inner.members
        pool.findings += inner.findings
        continue
      }
      let input = try Input(reading: file)
      switch registry.recognize(input) {
      case .known(let type):
        guard let reading = type.format?.read?(input) else { continue }
        let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        outputs.formUnion((reading.identity?.outputs ?? []).compactMap { $0.path.map { folder + $0 } })
        readings.append((input, reading))
      // A file that cannot be parsed may be anybody's: what is wrong with it is said.
      case .broken(let diagnostic): pool.findings.append((input.source, [diagnostic]))
      case .unread, .unknown: continue
      }
    }
    for (input, reading) in readings where !outputs.contains(input.name) {
      pool.add(reading, of: input, fallback: input.name)
    }
  }
}

/// A file of identities, one a line. Of each line what matching asks is read, on all cores; the rest when it is asked for. What
/// matching does not ask is not looked at: `validate` does that.
struct NDJSONPool: Pool {
  let path: String
  let registry: Registry

  /// Whether a name is that of a file of lines.
  static func isLines(_ path: String) -> Bool {
    let lower = path.lowercased()
    return lower.hasSuffix(".ndjson") || lower.hasSuffix(".jsonl")
  }

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
    Parallel.perform(lines.count > size ? Cores.count : 1) { _ in
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
    let input = Input(line)
    if let document = try? input.document.get(), let facts = FactsReader.facts(document) {
      piece.reading.members.append(
        PoolMember(facts: facts) { [registry] in
          let input = Input(SourceText(name: path, bytes: Array(source.bytes[range])))
          guard case .known(let type) = registry.recognize(input) else { return nil }
          return type.format?.read?(input).identity
        })
      return
    }
    let recognition = registry.recognize(input)
    var reading = Reading(identity: nil, diagnostics: registry.refusal(of: input, recognition).map { [$0] } ?? [])
    if case .known(let type) = recognition {
      reading = type.format?.read?(input) ?? .failed(Diagnostic(id: "unrecognized", "this is no identity"))
    }
    let shifted = reading.diagnostics.map { $0.shifted(by: range.lowerBound) }
    piece.wrong += shifted.filter { $0.severity == .error }
    reading.diagnostics = reading.diagnostics.filter { $0.severity == .error }
    if reading.diagnostics.isEmpty { piece.reading.add(reading, from: source, fallback: "\(path):\(number)") }
  }
}

extension Diagnostic {
  fileprivate func shifted(by offset: Int) -> Diagnostic {
    var copy = self
    func moved(_ range: Range<Int>) -> Range<Int> { (range.lowerBound + offset)..<(range.upperBound + offset) }
    copy.range = range.map(moved)
    copy.notes = notes.map { Note($0.message, at: $0.location.map { moved($0.range) }, elsewhere: $0.elsewhere) }
    return copy
  }
}
