internal import ParcoursModel

/// The sets of needs that may be left out, by the weight they lose, one after the other (sums in their order, as Lawler 1972 has
/// the k best): a contract of many wishes has more of them than can be listed.
struct ServedSets: Sequence, IteratorProtocol {
  /// A set that is left out.
  struct Choice: Equatable {
    var lost: Int
    /// The needs left out, as bits.
    var left: UInt32
  }

  private struct Entry {
    var choice: Choice
    /// The last of the needs, by rising weight, that is left out.
    var last: Int
  }

  private let nice: [(need: Int, weight: Int)]
  private var heap: [Entry] = []
  private var hasBegun = false

  init(_ contract: Contract) {
    nice = contract.needs.indices.filter { !contract.needs[$0].isMust }
      .map { ($0, Swift.max(0, contract.needs[$0].weight)) }
      .sorted { ($0.weight, $0.need) < ($1.weight, $1.need) }
  }

  mutating func next() -> Choice? {
    guard hasBegun else {
      hasBegun = true
      if let first = nice.first {
        push(Entry(choice: Choice(lost: first.weight, left: 1 << UInt32(first.need)), last: 0))
      }
      return Choice(lost: 0, left: 0)
    }
    guard let entry = pop() else { return nil }
    // Its two successors: one need more, or the last one exchanged for the next.
    if entry.last + 1 < nice.count {
      let (old, new) = (nice[entry.last], nice[entry.last + 1])
      let more = Choice(lost: entry.choice.lost + new.weight, left: entry.choice.left | 1 << UInt32(new.need))
      push(Entry(choice: more, last: entry.last + 1))
      push(
        Entry(
          choice: Choice(lost: more.lost - old.weight, left: more.left & ~(1 << UInt32(old.need))), last: entry.last + 1
        ))
    }
    return entry.choice
  }

  private static func comes(_ left: Entry, before right: Entry) -> Bool {
    (left.choice.lost, left.choice.left) < (right.choice.lost, right.choice.left)
  }

  private mutating func push(_ entry: Entry) {
    heap.append(entry)
    var index = heap.count - 1
    while index > 0, Self.comes(heap[index], before: heap[(index - 1) / 2]) {
      heap.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  private mutating func pop() -> Entry? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    var index = 0
    while 2 * index + 1 < heap.count {
      var child = 2 * index + 1
      if child + 1 < heap.count, Self.comes(heap[child + 1], before: heap[child]) { child += 1 }
      guard Self.comes(heap[child], before: heap[index]) else { break }
      heap.swapAt(index, child)
      index = child
    }
    return first
  }
}
