internal import ParcoursLint
internal import ParcoursSource
internal import ParcoursSyntax

/// Comments in YAML that allow a finding where it stands: `# parcours: allow unexplained-gap: a year at sea`, at the end of
/// the finding's line or on a line of its own above it.
enum Suppressions {
  private struct Comment {
    var rules: [Substring]
    var hasReason: Bool
    var line: Int
    var range: Range<Int>
    var isUsed = false
  }

  private static let marks = [Array("# parcours:".utf8), Array("#parcours:".utf8)]

  /// Whether there may be comments that allow something. O(n).
  static func mayBe(in document: Document) -> Bool {
    let bytes = document.source.bytes
    var at = 0
    while let hash = bytes[at...].firstIndex(of: 0x23) {
      if marks.contains(where: { bytes[hash...].starts(with: $0) }) { return true }
      at = hash + 1
    }
    return false
  }

  /// Findings without those that a comment allows; a comment that has no reason, or nothing to allow, is a finding.
  static func applied(to findings: [Diagnostic], in document: Document) -> [Diagnostic] {
    var comments = comments(in: document)
    guard !comments.isEmpty else { return findings }
    let lines = LineTable(document.source)
    let rules = Set(Rules.all.map { $0.metadata.id })
    var kept: [Diagnostic] = []
    let ofLine = Dictionary(grouping: comments.indices) { comments[$0].line }
    for finding in findings {
      let line = finding.range.map { lines.position(of: $0.lowerBound).line } ?? 0
      let found = ofLine[line]?.first { comments[$0].rules.contains { $0 == finding.id } }
      guard let found else {
        kept.append(finding)
        continue
      }
      comments[found].isUsed = true
      if !comments[found].hasReason { kept.append(finding) }
    }
    for comment in comments {
      if let other = comment.rules.first(where: { !rules.contains(String($0)) }) {
        kept.append(
          Diagnostic(
            id: "suppression", severity: .warning, "\"\(other)\" is no rule that a comment can allow",
            at: comment.range,
            help: Spelling.nearest(to: String(other), among: rules.sorted()).map { "did you mean `\($0)`?" }
              ?? "syntax and schemas hold for everybody; `parcours list rules` names the rules"))
      } else if comment.rules.isEmpty || !comment.hasReason {
        kept.append(
          Diagnostic(
            id: "suppression", severity: .warning, "a comment that allows a finding says which rule, and why",
            at: comment.range, help: "write `# parcours: allow RULE: the reason`"))
      } else if !comment.isUsed {
        kept.append(
          Diagnostic(
            id: "suppression", severity: .warning, "nothing on that line needs to be allowed", at: comment.range,
            help: "remove the comment"))
      }
    }
    return kept
  }

  private static func comments(in document: Document) -> [Comment] {
    let bytes = document.source.bytes
    var comments: [Comment] = []
    var lines: LineTable?
    let texts = document.entries.filter { !$0.isContainer && !$0.range.isEmpty }.sorted { $0.start < $1.start }
    var text = 0
    var at = 0
    while let hash = bytes[at...].firstIndex(of: 0x23) {
      at = hash + 1
      guard let mark = marks.first(where: { bytes[hash...].starts(with: $0) }) else { continue }
      if hash > 0, ![0x20, 0x09, 0x0A, 0x0D].contains(bytes[hash - 1]) { continue }
      // Inside a text it is text.
      while text < texts.count, texts[text].range.upperBound <= hash { text += 1 }
      if text < texts.count, isText(texts[text], at: hash, in: bytes) { continue }
      let table = lines ?? LineTable(document.source)
      lines = table
      let place = table.position(of: hash)
      var end = hash
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let words = String(decoding: bytes[(hash + mark.count)..<end], as: UTF8.self)
      guard let said = parsed(words) else { continue }
      let isAlone = table.contents(ofLine: place.line).prefix(while: { $0 == 0x20 || $0 == 0x09 }).endIndex == hash
      comments.append(
        Comment(
          rules: said.rules, hasReason: said.hasReason,
          line: isAlone ? next(after: place.line, table, bytes.count) : place.line,
          range: hash..<end))
    }
    return comments
  }

  /// Whether a place is inside the text of a value: behind the header, where that is a block of lines.
  private static func isText(_ entry: Entry, at place: Int, in bytes: [UInt8]) -> Bool {
    guard entry.range.contains(place) else { return false }
    let first = bytes[entry.range.lowerBound]
    guard first == 0x7C || first == 0x3E else { return true }
    return bytes[entry.range.lowerBound..<place].contains(0x0A)
  }

  /// The next line that says something.
  private static func next(after line: Int, _ table: LineTable, _ count: Int) -> Int {
    let last = table.position(of: count).line
    return ((line + 1)..<max(line + 2, last + 1)).first { number in
      table.contents(ofLine: number).first { $0 != 0x20 && $0 != 0x09 }.map { $0 != 0x23 } ?? false
    } ?? line
  }

  private static func parsed(_ text: String) -> (rules: [Substring], hasReason: Bool)? {
    let rest = text.drop { $0 == " " }
    guard rest.hasPrefix("allow") else { return ([], false) }
    let list = rest.dropFirst(5)
    let names = list.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-, ".contains($0)) }
    // "rule because the reason" ends its names at the first word that follows without a comma.
    var rules: [Substring] = []
    var end = names.startIndex
    for part in names.split(separator: ",") {
      guard let word = part.split(separator: " ").first else { continue }
      rules.append(word)
      end = word.endIndex
      if part.split(separator: " ").count > 1 { break }
    }
    let reason = list[end...].filter { $0.isLetter || $0.isNumber }
    return (rules, !reason.isEmpty)
  }
}
