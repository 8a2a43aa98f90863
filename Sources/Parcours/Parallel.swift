internal import Dispatch
internal import Synchronization

/// Work on all cores.
enum Parallel {
  /// Does something for every index, some at a time on every core; the results in order.
  static func map<Result: Sendable>(_ count: Int, chunk: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    if count <= chunk { return (0..<count).map(body) }
    let chunks = (count + chunk - 1) / chunk
    let slots = Mutex<[[Result]]>(Array(repeating: [], count: chunks))
    DispatchQueue.concurrentPerform(iterations: chunks) { number in
      let results = (number * chunk..<min(count, (number + 1) * chunk)).map(body)
      slots.withLock { $0[number] = results }
    }
    return slots.withLock { $0.flatMap(\.self) }
  }
}
