internal import Dispatch

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Requests to end, taken by somebody who has to put something away first.
package final class EndRequests {
  private let sources: [any DispatchSourceSignal]
  private static var numbers: [Int32] { [SIGINT, SIGTERM] }

  /// Takes Ctrl-C and requests to end from now on.
  package init(_ body: @escaping @Sendable () -> Void) {
    sources = Self.numbers.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler(handler: body)
      source.resume()
      return source
    }
  }

  /// Leaves them to the system again.
  package func stop() {
    for source in sources { source.cancel() }
    for number in Self.numbers { signal(number, SIG_DFL) }
  }
}
