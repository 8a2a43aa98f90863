public import ParcoursSource

/// Changes of a text as a unified diff (POSIX `diff -u`), three lines of context around each.
public enum UnifiedDiff {
  private static let context = 3

  /// The diff between a text and what edits make of it; empty where they change nothing. O(n).
  public static func render(_ source: SourceText, _ edited: SourceText, isColored: Bool = false) -> String {
    let old = lines(source.bytes)
    let new = lines(edited.bytes)
    // Edits leave most lines as they are: what is equal at both ends of a change is walked over.
    var hunks: [(old: Range<Int>, new: Range<Int>)] = []
    var left = 0
    var right = 0
    while left < old.count || right < new.count {
      if left < old.count, right < new.count, old[left] == new[right] {
        left += 1
        right += 1
        continue
      }
      let (skipped, added) = resynchronized(old[left...], new[right...])
      hunks.append((left..<(left + skipped), right..<(right + added)))
      left += skipped
      right += added
    }
    guard !hunks.isEmpty else { return "" }
    let name = TerminalText.name(source.name)
    var out = "--- \(name)\n+++ \(name)\n"
    let paint = Paint(isOn: isColored)
    var index = 0
    while index < hunks.count {
      var last = index
      while last + 1 < hunks.count, hunks[last + 1].old.lowerBound - hunks[last].old.upperBound <= 2 * context {
        last += 1
      }
      let from = max(0, hunks[index].old.lowerBound - context)
      let until = min(old.count, hunks[last].old.upperBound + context)
      let shift = hunks[index].new.lowerBound - hunks[index].old.lowerBound
      let newCount = (until - from) + hunks[index...last].reduce(0) { $0 + $1.new.count - $1.old.count }
      out += paint("36", "@@ -\(range(from, until - from)) +\(range(from + shift, newCount)) @@") + "\n"
      var at = from
      for hunk in hunks[index...last] {
        for line in old[at..<hunk.old.lowerBound] { out += " \(shown(line))\n" }
        for line in old[hunk.old] { out += paint("31", "-\(shown(line))") + "\n" }
        for line in new[hunk.new] { out += paint("32", "+\(shown(line))") + "\n" }
        at = hunk.old.upperBound
      }
      for line in old[at..<until] { out += " \(shown(line))\n" }
      index = last + 1
    }
    return out
  }

  private static func range(_ start: Int, _ count: Int) -> String {
    count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
  }

  /// The fewest lines to leave out on the left and to add on the right until both go on alike.
  private static func resynchronized(_ left: ArraySlice<ArraySlice<UInt8>>, _ right: ArraySlice<ArraySlice<UInt8>>) -> (
    Int, Int
  ) {
    for distance in 1...max(1, left.count + right.count) {
      for skipped in max(0, distance - right.count)...min(distance, left.count) {
        let added = distance - skipped
        let l = left.dropFirst(skipped)
        let r = right.dropFirst(added)
        if l.first == r.first { return (skipped, added) }
      }
    }
    return (left.count, right.count)
  }

  private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// A line as it may be printed; one that ends as lines of Windows do ends so here, for whoever applies it.
  private static func shown(_ line: ArraySlice<UInt8>) -> String {
    if line.last == 0x0D { return shown(line.dropLast()) + "\r" }
    return String(decoding: line, as: UTF8.self).split(separator: "\t", omittingEmptySubsequences: false)
      .map { TerminalText.visible(String($0)) }.joined(separator: "\t")
  }
}
