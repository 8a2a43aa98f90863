public import ParcoursSource

extension Document {
  /// Texts of YAML that a comment cuts off, where it was hardly meant as one: `headline: Nurse #1 in Lyon` is "Nurse". O(entries).
  public var cutTexts: [Diagnostic] {
    let bytes = source.bytes
    return entries.compactMap { entry in
      guard entry.kind == .string, !entry.isQuoted, !entry.range.isEmpty,
        let first = bytes[safe: entry.range.lowerBound],
        !"\"'|>".utf8.contains(first)
      else { return nil }
      var at = entry.range.upperBound
      guard bytes[safe: at] == 0x20 else { return nil }
      while bytes[safe: at] == 0x20 { at += 1 }
      // A remark has a space behind its sign.
      guard bytes[safe: at] == 0x23, let next = bytes[safe: at + 1],
        (0x30...0x39).contains(next) || (0x61...0x7A).contains(next | 0x20) || next >= 0x80
      else { return nil }
      // Neither does what is said to the program itself.
      guard !bytes[(at + 1)...].starts(with: "parcours:".utf8) else { return nil }
      let end = bytes[at...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      return Diagnostic(
        id: "cut-text", severity: .warning,
        "the text ends before \" #\": what follows is a comment", at: at..<end,
        help: "put the whole text in quotes; a comment has a space behind its #")
    }
  }
}

extension [UInt8] {
  fileprivate subscript(safe index: Int) -> UInt8? { indices.contains(index) ? self[index] : nil }
}
