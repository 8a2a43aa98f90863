internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursReport
internal import ParcoursSource
internal import ParcoursSyntax

/// How translations are put into a file: as maps of languages, lines as blocks, what else stands there untouched.
extension Translation {
  func node(at place: [String]) -> Node? {
    var node = document.root
    for token in place {
      let elements = node.kind == .array ? node.elements : []
      guard let next = Int(token).flatMap({ elements.indices.contains($0) ? elements[$0] : nil }) ?? node[token] else {
        return nil
      }
      node = next
    }
    return node
  }

  /// The change that puts a translation beside a text: the first one that does so and changes nothing else. Nil where none
  /// does: what is written as an anchor, say, is another's text too.
  ///
  /// O(size of the identity), since what came of it is read again.
  func edit(_ place: [String], _ text: String) -> FixIt.Edit? {
    for isBlock in [true, false] {
      if let edit = change(place, text, isBlock: isBlock), isExact(edit, place, text) { return edit }
    }
    return nil
  }

  /// Whether the file with a change says the translation at its place, and what it said everywhere else.
  private func isExact(_ edit: FixIt.Edit, _ place: [String], _ text: String) -> Bool {
    guard let changed = Translation(source.applying([edit]), into: language), let own = self.text(at: place),
      let now = changed.text(at: place)
    else { return false }
    func said(_ text: LocalizedText, _ language: String) -> String? {
      text.versions.first { ($0.language ?? documentLanguage) == language }?.text
    }
    guard said(now, language) == text else { return false }
    for version in LocalizableTexts.versions(own, documentLanguage: documentLanguage) where version.language != language
    {
      if said(now, version.language) != version.text { return false }
    }
    // A text that stands in several places by an alias of YAML is changed in all of them.
    return entries.map(\.place) == changed.entries.map(\.place)
      && zip(entries, changed.entries).allSatisfy { before, after in before.text == own || after.text == before.text }
  }

  private func change(_ place: [String], _ text: String, isBlock: Bool) -> FixIt.Edit? {
    guard let node = node(at: place) else { return nil }
    func written(_ text: String) -> String {
      Input(source).syntax == .yaml
        ? YAMLPrinter.flowScalar(text)
        : String(decoding: JSONPrinter.print(Tree.document(.string(text)), for: .line), as: UTF8.self)
    }
    let key = written
    let bytes = source.bytes
    if let own = node.string {
      // A block of lines ends with its last line's end, which stays.
      var range = node.range
      while range.upperBound > range.lowerBound,
        bytes[range.upperBound - 1] == 0x0A || bytes[range.upperBound - 1] == 0x0D
      {
        range = range.lowerBound..<(range.upperBound - 1)
      }
      if isBlock, let block = block(own, text, at: range) { return block }
      let map = "{\(key(documentLanguage)): \(written(own)), \(key(language)): \(written(text))}"
      return FixIt.Edit(range, map)
    }
    // A version that is empty is filled.
    if let empty = node.members.first(where: { $0.key == language }), let text0 = empty.value.string, text0.isEmpty,
      !empty.value.range.isEmpty
    {
      return FixIt.Edit(empty.value.range, written(text))
    }
    guard let last = node.members.last else { return nil }
    if bytes[node.range.lowerBound] == 0x7B {
      return FixIt.Edit(
        last.value.range.upperBound..<last.value.range.upperBound, ", \(key(language)): \(written(text))")
    }
    // A line of its own below the last one, as far in as the first key.
    guard let first = node.members.first else { return nil }
    var start = first.keyRange.lowerBound
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    let indent = String(repeating: " ", count: first.keyRange.lowerBound - start)
    var end = last.value.range.upperBound
    while end > 0, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x20 || bytes[end - 1] == 0x0D { end -= 1 }
    // Behind what else stands on that line, a comment say.
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    let lines = isBlock ? YAMLPrinter.blockScalar(text, indent: indent.utf8.count + 2) : nil
    return FixIt.Edit(end..<end, "\n\(indent)\(key(language)): \(lines ?? written(text))")
  }

  /// The change of a text of several lines into a map of blocks; nil where it stands in brackets, or a line has more than it.
  private func block(_ own: String, _ text: String, at range: Range<Int>) -> FixIt.Edit? {
    let bytes = source.bytes
    guard Input(source).syntax == .yaml, own.utf8.contains(0x0A) || text.utf8.contains(0x0A) else { return nil }
    var start = range.lowerBound
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    let line = String(decoding: bytes[start..<range.lowerBound], as: UTF8.self)
    guard !line.contains(where: { "{[\"'#&!*".contains($0) }) else { return nil }
    // What is said behind the sign of a block is said behind the key.
    var remark = ""
    if let first = bytes[range].first, first == 0x7C || first == 0x3E {
      let head = bytes[range].prefix { $0 != 0x0A && $0 != 0x0D }
      if let sign = head.firstIndex(of: 0x23) { remark = "  " + String(decoding: head[sign...], as: UTF8.self) }
    }
    // Behind a key, or as an element of a list.
    let isElement = line.allSatisfy { $0 == " " || $0 == "-" }
    guard isElement || line.trimmedEnd.hasSuffix(":") else { return nil }
    let column = isElement ? line.utf8.count : line.prefix { $0 == " " || $0 == "-" }.utf8.count + 2
    let pad = String(repeating: " ", count: column)
    func entry(_ language: String, _ text: String) -> String {
      "\(language): " + (YAMLPrinter.blockScalar(text, indent: column + 2) ?? YAMLPrinter.flowScalar(text))
    }
    let entries = [entry(documentLanguage, own), entry(language, text)]
    if isElement {
      let start = remark.isEmpty ? "" : remark.dropFirst(2) + "\n" + pad
      return FixIt.Edit(range, start + entries.joined(separator: "\n" + pad))
    }
    let space = line.utf8.count - line.trimmedEnd.utf8.count
    return FixIt.Edit(
      (range.lowerBound - space)..<range.upperBound, remark + entries.map { "\n" + pad + $0 }.joined())
  }
}

extension String {
  /// Without spaces at its end.
  fileprivate var trimmedEnd: String { String(self[..<(lastIndex { $0 != " " }.map(index(after:)) ?? startIndex)]) }
}
