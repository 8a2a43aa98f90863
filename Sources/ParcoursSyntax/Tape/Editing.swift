public import ParcoursSource

extension Document {
  /// A correction as changes of the text: in the quotes and layout that are there, comments and order of keys kept. Nil
  /// where the place is no scalar of its own (an alias's, say) or the change would take something else with it.
  ///
  /// - Parameter range: the bytes of the value, or of the key for a new name. O(entries).
  public func edits(for correction: FixIt.Correction, at range: Range<Int>) -> [FixIt.Edit]? {
    let places = entries.indices.filter { entries[$0].range == range }
    guard places.count == 1, let index = places.first, !range.isEmpty || correction == .removal else { return nil }
    // What carries an anchor, a tag or is an alias means something elsewhere too.
    if !range.isEmpty, [0x26, 0x21, 0x2A].contains(source.bytes[range.lowerBound]) { return nil }
    switch correction {
    case .value(let text):
      guard kind(index) != .key, !entries[index].isContainer else { return nil }
      return [FixIt.Edit(range, quoted(text, like: index))]
    case .raw(let text):
      return kind(index) == .key ? nil : [FixIt.Edit(range, text)]
    case .key(let name):
      guard kind(index) == .key, let object = parent(of: index), value(of: name, in: object) == nil else { return nil }
      return [FixIt.Edit(range, quoted(name, like: index))]
    case .removal:
      guard index > 0, kind(index - 1) == .key, let object = parent(of: index - 1) else { return nil }
      return removal(ofKey: index - 1, from: object)
    }
  }

  /// The container that an entry stands in. O(entries before it).
  private func parent(of index: Int) -> Int? {
    var at = index - 1
    while at >= 0 {
      if entries[at].isContainer, at + Int(entries[at].size) > index { return at }
      at -= 1
    }
    return nil
  }

  /// A text in the quotes that the entry has now; without any only where it reads as the same string.
  private func quoted(_ text: String, like index: Int) -> String {
    let first = source.bytes[Int(entries[index].start)]
    if first == 0x27 {
      return "'" + text.replacing("'", by: "''") + "'"
    }
    let isWord =
      !text.isEmpty
      && text.utf8.allSatisfy { byte in
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x2D && byte <= 0x39) || byte == 0x5F || byte == 0x40
      }
    if first != 0x22, isWord, kind(index) == .string || kind(index) == .key,
      YAMLScalar.resolve(Array(text.utf8)).kind == .string, !text.hasPrefix("-"), !text.hasPrefix("@")
    {
      return text
    }
    var builder = TapeBuilder()
    builder.scalar(.string, text.utf8)
    let document = builder.finish(source: SourceText(name: "", bytes: []))
    return String(decoding: JSONPrinter.print(document, for: .line), as: UTF8.self).filter { $0 != "\n" }
  }

  private func removal(ofKey key: Int, from object: Int) -> [FixIt.Edit]? {
    let keys = keys(in: object)
    guard let position = keys.firstIndex(of: key) else { return nil }
    let start = Int(entries[key].start)
    let end = max(Int(entries[key].end), Int(entries[key + 1].end))
    let bytes = source.bytes
    if bytes[Int(entries[object].start)] == 0x7B {
      if position + 1 < keys.count { return clean(start..<Int(entries[keys[position + 1]].start), whole: end) }
      if position > 0, entries[keys[position - 1] + 1].start >= entries[keys[position - 1]].end {
        return clean(Int(entries[keys[position - 1] + 1].end)..<end, whole: start)
      }
      return clean(start..<end, whole: end)
    }
    // A block of lines: the line goes, with its end.
    var lineStart = start
    while lineStart > 0, bytes[lineStart - 1] == 0x20 || bytes[lineStart - 1] == 0x09 { lineStart -= 1 }
    if lineStart == 0 || bytes[lineStart - 1] == 0x0A || bytes[lineStart - 1] == 0x0D {
      guard keys.count > 1 else { return nil }
      var lineEnd = end
      while lineEnd < bytes.count, bytes[lineEnd] == 0x20 || bytes[lineEnd] == 0x09 { lineEnd += 1 }
      if lineEnd < bytes.count, bytes[lineEnd] == 0x0D { lineEnd += 1 }
      if lineEnd < bytes.count, bytes[lineEnd] == 0x0A { return [FixIt.Edit(lineStart..<(lineEnd + 1), "")] }
      // A comment behind it stays where it is.
      return lineEnd == bytes.count ? [FixIt.Edit(lineStart..<lineEnd, "")] : [FixIt.Edit(start..<end, "")]
    }
    // The first key behind a dash: the next one takes its place.
    guard position + 1 < keys.count else { return nil }
    return clean(start..<Int(entries[keys[position + 1]].start), whole: end)
  }

  /// A range to leave out, unless a comment stands in it beside the member.
  private func clean(_ range: Range<Int>, whole: Int) -> [FixIt.Edit]? {
    let beside = range.upperBound > whole ? whole..<range.upperBound : range.lowerBound..<max(range.lowerBound, whole)
    return source.bytes[beside].contains(0x23) ? nil : [FixIt.Edit(range, "")]
  }
}

extension SourceText {
  /// The text with changes made, those that overlap an earlier one left out. O(n log n).
  public func applying(_ edits: [FixIt.Edit]) -> SourceText {
    var result: [UInt8] = []
    var at = 0
    for edit in edits.sorted(by: {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }) {
      guard edit.range.lowerBound >= at, edit.range.upperBound <= bytes.count else { continue }
      result += bytes[at..<edit.range.lowerBound]
      result += edit.replacement.utf8
      at = edit.range.upperBound
    }
    return SourceText(name: name, bytes: result + bytes[at...])
  }
}
