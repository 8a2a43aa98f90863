internal import ParcoursMatch
internal import ParcoursModel
internal import ParcoursThesaurus

/// What the program's own thesaurus calls skills in English and French, as a table: to name the skills of one page, the whole
/// thesaurus need not be read.
public enum SkillNameTable {
  private static let languages = ["en", "fr"]

  /// What a person's skill is called for readers of a language; see `Thesaurus.spoken`. O(log names), in English and French.
  static func spoken(_ name: String, language: String) -> String {
    let primary = language.lowercased().prefix { $0 != "-" }
    guard let column = languages.firstIndex(of: String(primary)) else {
      return Thesauri.standard.spoken(name, language: language)
    }
    var count = 0
    guard let start = parcours_skill_names(&count) else { return name }
    // Unsafe: a constant array of the program, whose size stands beside it.
    let table = UnsafeBufferPointer(start: start, count: count)
    let key = Array(Folding.compact(name).utf8)
    guard !key.isEmpty, let line = line(of: key, in: table) else { return name }
    let parts = table[line].split(separator: 0x09, omittingEmptySubsequences: false)
    guard parts.count == 1 + languages.count, !parts[1 + column].isEmpty else { return name }
    return Thesaurus.cased(String(decoding: parts[1 + column], as: UTF8.self), like: name)
  }

  /// The line that begins with a key and a tab, by halving the table.
  private static func line(of key: [UInt8], in table: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
    var (low, high) = (0, table.count)
    while low < high {
      let middle = (low + high) / 2
      let first = table[low..<middle].lastIndex(of: 0x0A).map { $0 + 1 } ?? low
      let end = table[middle..<high].firstIndex(of: 0x0A) ?? high
      let own = table[first..<end].prefix { $0 != 0x09 }
      if own.elementsEqual(key) { return first..<end }
      if own.lexicographicallyPrecedes(key) { low = end + 1 } else { high = first }
    }
    return nil
  }

  /// The table as it has to be, of the program's own thesaurus.
  public static var generated: String {
    var lines: [String: String] = [:]
    let thesaurus = Thesauri.standard
    for concept in thesaurus.concepts {
      for label in (concept.prefLabel?.versions.map(\.text) ?? []) + (concept.altLabel?.all ?? []) {
        let names = languages.map { language in
          // A name in small letters gives the label as it stands.
          let spoken = thesaurus.spoken(label.lowercased(), language: language)
          return spoken == label.lowercased() ? "" : spoken
        }
        if names.contains(where: { !$0.isEmpty }) {
          let key = Folding.compact(label)
          lines[key] = ([key] + names).joined(separator: "\t")
        }
      }
    }
    return lines.values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }.joined()
  }
}
