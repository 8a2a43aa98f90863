internal import ParcoursInterchange
public import ParcoursReport
internal import ParcoursSource
internal import ParcoursSystem

/// Checks many texts on all cores, and gives what was found in the order in which they were named.
public struct Batch: Sendable {
  /// What became of one text.
  public enum Outcome: Sendable {
    /// It was checked. A text in which nothing was found is given without its bytes.
    case checked(SourceFindings, Person?)
    /// It could not be read.
    case unreadable(FileError)
  }

  /// Somebody in a file of their own.
  public struct Person: Sendable {
    /// The id by which others refer to them.
    public let id: String
    /// The file.
    public let file: String
    /// Where the id stands.
    let place: LineColumn?
    /// What tells a copy from somebody else.
    let fingerprint: Int
    /// The files that are made of it, whole.
    let outputs: [String]
  }

  /// Ids that two people share who are no copies of each other: whoever refers to one of them may mean either. Files that are
  /// made of others here are none.
  public static func sharedIDs(_ people: [Person]) -> [(file: String, finding: Diagnostic)] {
    let made = Set(people.flatMap(\.outputs))
    var first: [String: Person] = [:]
    var found: [(file: String, finding: Diagnostic)] = []
    for person in people where !made.contains(Folder.absolute(person.file) ?? person.file) {
      guard let known = first[person.id] else {
        first[person.id] = person
        continue
      }
      guard known.fingerprint != person.fingerprint else { continue }
      let place = known.place.map { ":\($0.line):\($0.column)" } ?? ""
      found.append(
        (
          person.file,
          Diagnostic(
            id: "shared-id", "two people share the id \"\(person.id)\"",
            help: "give one of them another `id`, or leave one of the files out",
            notes: [.init("the other one is here", at: nil, elsewhere: known.file + place)])
        ))
    }
    return found
  }

  /// The most findings that one file of lines is reported with; the rest is counted.
  public static let mostOfLines = 500
  /// The longest line of a file of lines.
  public static let longestLine = 256_000_000

  private static let chunk = 8
  private static let window = 1_024
  private static let block = 8_000_000

  private let validator: Validator

  /// Makes a batch that checks by a validator.
  public init(_ validator: Validator) {
    self.validator = validator
  }

  /// Checks files (`-` is standard input), and lines of NDJSON files one by one. Of a file that is an output of an identity
  /// beside it, errors alone are told: the rest is said of the identity. Memory is that of the texts in which
  /// something was found, and of a window of 1,024 files or 8 MB of lines.
  public func check(_ paths: [String], each: (Outcome) -> Void) {
    var start = 0
    var made: Set<String> = []
    while start < paths.count {
      if Self.isLines(paths[start]) || paths[start] == "-" {
        stream(paths[start], each)
        start += 1
        continue
      }
      var end = start
      while end < paths.count, end - start < Self.window, !Self.isLines(paths[end]), paths[end] != "-" { end += 1 }
      let all = whole(paths[start..<end])
      made.formUnion(all.flatMap(\.outputs))
      for (path, one) in zip(paths[start..<end], all) {
        if case .checked(var found, let person) = one.outcome, !made.isEmpty, !found.diagnostics.isEmpty,
          made.contains(Folder.absolute(path) ?? path)
        {
          found.diagnostics.removeAll { $0.severity < .error }
          each(.checked(found, person))
        } else {
          each(one.outcome)
        }
      }
      start = end
    }
  }

  /// Whether a folder is one thing that is read whole, an archive that was unpacked, say.
  public static func isOne(_ folder: String) -> Bool {
    guard let input = try? Input.read(folder), case .known = Registry.standard.recognize(input) else { return false }
    return true
  }

  /// Whether a name is that of a file of lines.
  static func isLines(_ path: String) -> Bool {
    let lower = path.lowercased()
    return (lower.hasSuffix(".ndjson") || lower.hasSuffix(".jsonl")) && !Folder.exists(path)
  }

  // MARK: Whole files

  private func whole(_ paths: ArraySlice<String>) -> [(outcome: Outcome, outputs: [String])] {
    Parallel.map(paths.count, chunk: Self.chunk) { index in
      do throws(FileError) {
        let input = try Input.read(paths[paths.startIndex + index])
        let checked = validator.checked(input)
        let folder = input.name.lastIndex(of: "/").map { String(input.name[...$0]) } ?? ""
        let outputs = checked.outputs.map { Folder.absolute(folder + $0) ?? folder + $0 }
        return (.checked(checked.findings.slim, Self.person(checked, input, outputs)), outputs)
      } catch {
        return (.unreadable(error), [])
      }
    }
  }

  private static func person(_ checked: Validator.Checked, _ input: Input, _ outputs: [String]) -> Person? {
    guard let person = checked.person else { return nil }
    let place = person.range.map { LineTable(input.source).position(of: $0.lowerBound) }
    return Person(
      id: person.id, file: input.name, place: place, fingerprint: input.source.bytes.hashValue,
      outputs: outputs)
  }

  // MARK: Lines

  private func stream(_ path: String, _ each: (Outcome) -> Void) {
    do throws(FileError) {
      let file = try OpenFile(path)
      var rest: [UInt8] = []
      var line = 1
      var told = 0
      var omitted = 0
      var omittedSeverity = Severity.note
      var isFirst = true
      while true {
        let part = try file.read(Self.block)
        let isLast = part.isEmpty
        var block = rest + part
        rest = []
        if isFirst {
          // Standard input may hold one text or a line for each; a pipe gives it piece by piece.
          while path == "-", !isLast, block.count < Self.block, !Self.goesOnBehindFirstLine(block) {
            let more = try file.read(Self.block)
            if more.isEmpty { break }
            block += more
          }
          if path == "-", !Self.holdsLines(block) {
            return each(.checked(validator.validate(try Self.remainder(file, block)).slim, nil))
          }
          isFirst = false
        }
        if !isLast {
          guard let end = block.lastIndex(of: 0x0A) else {
            guard block.count < Self.longestLine else {
              throw FileError(path: path, reason: "line \(line) is over 256 MB")
            }
            rest = block
            continue
          }
          rest = Array(block[(end + 1)...])
          block.removeSubrange((end + 1)...)
        }
        let (found, lines) = check(block, of: path, from: line)
        line += lines
        for var findings in found {
          let room = max(0, Self.mostOfLines - told)
          omitted += findings.omitted + max(0, findings.diagnostics.count - room)
          omittedSeverity = findings.diagnostics.dropFirst(room).map(\.severity).reduce(
            max(omittedSeverity, findings.omittedSeverity ?? .note), max)
          findings = SourceFindings(source: findings.source, diagnostics: Array(findings.diagnostics.prefix(room)))
          told += findings.diagnostics.count
          if !findings.diagnostics.isEmpty { each(.checked(findings, nil)) }
        }
        if isLast { break }
      }
      if told == 0 || omitted > 0 {
        each(
          .checked(
            SourceFindings(
              source: SourceText(name: path, bytes: []), diagnostics: [], omitted: omitted,
              omittedSeverity: omittedSeverity), nil))
      }
    } catch {
      each(.unreadable(error))
    }
  }

  private static func remainder(_ file: OpenFile, _ head: [UInt8]) throws(FileError) -> SourceText {
    var bytes = head
    while true {
      let part = try file.read(block)
      if part.isEmpty { return SourceText(name: file.path, bytes: bytes) }
      bytes += part
    }
  }

  /// Whether it can be told what stands behind the first line.
  private static func goesOnBehindFirstLine(_ bytes: [UInt8]) -> Bool {
    bytes.firstIndex(of: 0x0A).map { end in bytes[end...].contains { $0 > 0x20 } } ?? false
  }

  /// Whether a text starts with one JSON object that takes a line of its own, and another follows.
  private static func holdsLines(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first(where: { $0 > 0x20 }), first == 0x7B, let end = bytes.firstIndex(of: 0x0A),
      bytes[end...].first(where: { $0 > 0x20 }) == 0x7B
    else { return false }
    return bytes[..<end].last(where: { $0 > 0x20 }) == 0x7D
  }

  /// What was found in the lines of a block: those lines alone, as texts that know their number.
  private func check(_ block: [UInt8], of path: String, from first: Int) -> ([SourceFindings], lines: Int) {
    var starts = [0]
    var index = 0
    let lineFeed = UInt8(0x0A)
    while let end = block[index...].firstIndex(of: lineFeed) {
      index = end + 1
      starts.append(index)
    }
    let lines = starts.count - 1
    if starts.last != block.count { starts.append(block.count) }
    let found = Parallel.map(starts.count - 1, chunk: 64) { [starts] number -> SourceFindings? in
      let line = block[starts[number]..<starts[number + 1]]
      guard line.contains(where: { $0 > 0x20 }) else { return nil }
      let source = SourceText(name: path, bytes: Array(line), firstLine: first + number)
      let findings = validator.validate(source)
      return findings.diagnostics.isEmpty && findings.omitted == 0 ? nil : findings
    }
    return (found.compactMap(\.self), lines)
  }
}

extension SourceFindings {
  /// Without the text, where nothing is said about it.
  fileprivate var slim: SourceFindings {
    diagnostics.isEmpty
      ? SourceFindings(
        source: source.withoutBytes, diagnostics: [], omitted: omitted, omittedSeverity: omittedSeverity) : self
  }
}
