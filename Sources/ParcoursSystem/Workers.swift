internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Numbered pieces of work that threads take one after the other, and what came of them.
package final class SharedWork<Value>: @unchecked Sendable {
  private let count: Int
  private var taken = 0
  private var values: [Value?]
  // Guards both; each piece is a long one.
  private let gate = DispatchSemaphore(value: 1)

  package init(_ count: Int) {
    self.count = count
    values = [Value?](repeating: nil, count: count)
  }

  /// The number of a piece that nobody has taken yet; nil where there is none.
  package func next() -> Int? {
    gate.wait()
    defer { gate.signal() }
    guard taken < count else { return nil }
    taken += 1
    return taken - 1
  }

  /// Keeps what came of a piece.
  package func put(_ value: Value, at piece: Int) {
    gate.wait()
    values[piece] = value
    gate.signal()
  }

  /// What came of all of them, in their order.
  package var results: [Value] {
    gate.wait()
    defer { gate.signal() }
    return values.compactMap(\.self)
  }
}

/// The machine.
package enum Cores {
  /// How many cores there are.
  package static var count: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// Whether the process may open as many files as threads, tasks and other programs take for themselves.
  package static var allowsThreads: Bool {
    #if canImport(Darwin)
      let resource = RLIMIT_NOFILE
    #else
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #endif
    var limit = rlimit()
    return getrlimit(resource, &limit) == 0 && limit.rlim_cur >= 32
  }
}

/// Work on all cores.
package enum Parallel {
  /// Does something for every index, some at a time on every core; the results in order.
  package static func map<Result: Sendable>(_ count: Int, chunk: Int, _ body: @Sendable (Int) -> Result) -> [Result] {
    if count <= chunk { return (0..<count).map(body) }
    let chunks = (count + chunk - 1) / chunk
    let slots = Mutex<[[Result]]>(Array(repeating: [], count: chunks))
    perform(chunks) { number in
      let results = (number * chunk..<min(count, (number + 1) * chunk)).map(body)
      slots.withLock { $0[number] = results }
    }
    return slots.withLock { $0.flatMap(\.self) }
  }

  /// Does something for every number below a count, some at a time on every core; all is done when it returns.
  package static func perform(_ count: Int, _ body: @Sendable (Int) -> Void) {
    // Where a shell allows few open files, one does it all.
    if count > 1, Cores.allowsThreads {
      DispatchQueue.concurrentPerform(iterations: count, execute: body)
    } else {
      for number in 0..<max(0, count) { body(number) }
    }
  }
}
