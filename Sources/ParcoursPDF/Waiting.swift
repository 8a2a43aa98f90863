internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Waits in ordinary code for what runs in tasks: commands are not asynchronous. Ctrl-C and a request to end cancel the task,
/// so that it can put away what it made.
enum Waiting {
  static func wait<Value: Sendable>(_ body: @escaping @Sendable () async -> Value) -> Value {
    let done = DispatchSemaphore(value: 0)
    let box = Box<Value>()
    let task = Task.detached {
      let value = await body()
      box.value.withLock { $0 = value }
      done.signal()
    }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { task.cancel() }
      source.resume()
      return source
    }
    done.wait()
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    return box.taken()
  }

  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)

    func taken() -> Value {
      guard let value = value.withLock({ $0 }) else {
        preconditionFailure("the task was done before its value was there")
      }
      return value
    }
  }
}
