internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import Synchronization

/// What is served: the pages of one site, by path.
public protocol PreviewSite: Sendable {
  /// The answer to a path and its query; nil where there is nothing of that name.
  func answer(path: String, query: [String: String]) -> PreviewAnswer?

  /// Whether anything changed since this was asked last.
  func hasChanged() -> Bool
}

/// An answer.
public struct PreviewAnswer: Sendable {
  /// `text/html; charset=utf-8`.
  public var mediaType: String
  /// The body.
  public var bytes: [UInt8]
  /// What the page may do; nil where it says so itself.
  public var policy: String?

  /// Makes an answer.
  public init(mediaType: String, bytes: [UInt8], policy: String? = nil) {
    self.mediaType = mediaType
    self.bytes = bytes
    self.policy = policy
  }
}

/// Why the server could not start.
public struct PreviewError: Error, Sendable, CustomStringConvertible {
  /// A sentence for people.
  public let description: String
}

/// Serves a site on 127.0.0.1, to browsers that name it so: HTTP/1.1 (RFC 9112), changes by Server-Sent Events (HTML, 9.2).
///
/// Anything but GET and HEAD of a path that the site knows is refused; so is a request whose Host is not this server, which
/// keeps pages of other sites out whose name was made to lead here.
public final class PreviewServer: Sendable {
  private let site: any PreviewSite
  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let listeners = Listeners()
  /// The port it listens on.
  public let port: Int
  private let channel: any Channel

  /// Starts to listen. Changes are looked for a hundred times a second.
  ///
  /// - Parameters:
  ///   - site: what is served.
  ///   - port: 0 takes any that is free.
  /// - Throws: `PreviewError` where the port is taken.
  public init(site: any PreviewSite, port: Int) throws(PreviewError) {
    self.site = site
    let listeners = listeners
    let ownPort = PortBox()
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 64)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          guard listeners.count < 256 else { throw PreviewError(description: "too many connections") }
          listeners.opened()
          channel.closeFuture.whenComplete { _ in listeners.closed() }
          // A request that does not end is not waited for.
          try channel.pipeline.syncOperations.addHandler(IdleStateHandler(readTimeout: .seconds(10)))
          try channel.pipeline.syncOperations.configureHTTPServerPipeline(withErrorHandling: true)
          try channel.pipeline.syncOperations.addHandler(
            RequestHandler(site: site, listeners: listeners, port: ownPort.value))
        }
      }
      .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
    do {
      channel = try bootstrap.bind(host: "127.0.0.1", port: port).wait()
    } catch {
      throw PreviewError(description: "port \(port) cannot be listened on; --port takes another one")
    }
    self.port = channel.localAddress?.port ?? port
    ownPort.set(self.port)
    let watched = site
    group.next().scheduleRepeatedTask(initialDelay: .milliseconds(10), delay: .milliseconds(10)) { _ in
      if watched.hasChanged() { listeners.tell() }
    }
    group.next().scheduleRepeatedTask(initialDelay: .seconds(15), delay: .seconds(15)) { _ in listeners.keepAlive() }
  }

  /// Waits until it is stopped.
  public func wait() { try? channel.closeFuture.wait() }

  /// Stops.
  public func stop() {
    try? channel.close().wait()
    try? group.syncShutdownGracefully()
  }
}

/// The port, known once the server listens.
final class PortBox: Sendable {
  private let port = Mutex(0)
  var value: Int { port.withLock { $0 } }
  func set(_ value: Int) { port.withLock { $0 = value } }
}

/// The browsers that wait for changes.
final class Listeners: Sendable {
  private struct State {
    var channels: [ObjectIdentifier: any Channel] = [:]
    var connections = 0
    var version = 0
  }

  private let state = Mutex(State())

  var count: Int { state.withLock { $0.connections } }
  func opened() { state.withLock { $0.connections += 1 } }
  func closed() { state.withLock { $0.connections -= 1 } }

  func add(_ channel: any Channel) {
    let id = ObjectIdentifier(channel)
    state.withLock { $0.channels[id] = channel }
    channel.closeFuture.whenComplete { [self] _ in _ = state.withLock { $0.channels.removeValue(forKey: id) } }
  }

  /// Tells all of them that something changed.
  func tell() {
    let (channels, version) = state.withLock { state in
      state.version += 1
      return (Array(state.channels.values), state.version)
    }
    for channel in channels { send("data: \(version)\n\n", to: channel) }
  }

  /// A comment now and then keeps connections open.
  func keepAlive() {
    for channel in state.withLock({ Array($0.channels.values) }) { send(": still here\n\n", to: channel) }
  }

  private func send(_ text: String, to channel: any Channel) {
    channel.eventLoop.execute {
      let part = HTTPServerResponsePart.body(.byteBuffer(channel.allocator.buffer(string: text)))
      channel.writeAndFlush(part, promise: nil)
    }
  }
}
