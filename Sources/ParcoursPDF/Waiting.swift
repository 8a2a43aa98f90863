internal import Dispatch
internal import ParcoursSystem
internal import Synchronization

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
    let requests = EndRequests { task.cancel() }
    done.wait()
    requests.stop()
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
