/// Where the parts of a value came from: canonical JSON Pointer to byte range.
///
/// A place that has no range of its own falls back to its nearest ancestor, so that a *missing* key is reported on the
/// object that lacks it; where there is none either, there is no place to report.
public struct SourceMap: Sendable {
  private var entries: [JSONPointer: Range<Int>]
  private let resolve: (@Sendable (JSONPointer) -> Range<Int>?)?

  /// Makes a map of recorded entries only.
  public init() {
    entries = [:]
    resolve = nil
  }

  /// Makes a map that asks `resolve` for what was not recorded: a parsed document whose pointers are the canonical ones.
  public init(resolving resolve: @escaping @Sendable (JSONPointer) -> Range<Int>?) {
    entries = [:]
    self.resolve = resolve
  }

  /// Records where a canonical place came from.
  public mutating func record(_ range: Range<Int>, for pointer: JSONPointer) {
    entries[pointer] = range
  }

  /// The range of the place, or of its nearest ancestor that has one; nil where none has. O(depth) look-ups.
  public func range(of pointer: JSONPointer) -> Range<Int>? {
    var place = pointer
    while true {
      if let range = entries[place] ?? resolve?(place) { return range }
      guard let parent = place.parent else { return nil }
      place = parent
    }
  }
}
