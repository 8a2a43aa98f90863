/// "Did you mean": the nearest of some known words.
public enum Spelling {
  /// The candidate nearest to `word` by edit distance with transpositions (optimal string alignment), ignoring case;
  /// nil where none is near enough: at most a third of the longer word may differ, and never more than three letters.
  ///
  /// O(candidates × length²); words over 64 bytes have no suggestion.
  public static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased().utf8)
    guard !typed.isEmpty, typed.count <= 64 else { return nil }
    var best: (distance: Int, word: String)?
    for candidate in candidates {
      let known = Array(candidate.lowercased().utf8)
      let limit = min(3, max(typed.count, known.count) / 3)
      guard known.count <= 64, abs(known.count - typed.count) <= limit else { continue }
      let distance = self.distance(typed, known)
      if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    return best?.word
  }

  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in 0..<left.count {
      var current = [row + 1]
      for column in 0..<right.count {
        var cost = min(
          last[column] + (left[row] == right[column] ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
