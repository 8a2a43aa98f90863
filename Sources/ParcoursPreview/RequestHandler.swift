internal import NIOCore
internal import NIOHTTP1

/// Answers the requests of one connection.
final class RequestHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let site: any PreviewSite
  private let listeners: Listeners
  private let port: Int
  private var head: HTTPRequestHead?
  private var isListening = false
  private var bodyBytes = 0

  init(site: any PreviewSite, listeners: Listeners, port: Int) {
    self.site = site
    self.listeners = listeners
    self.port = port
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head):
      self.head = head
      bodyBytes = 0
    case .body(let bytes):
      bodyBytes += bytes.readableBytes
      if bodyBytes > 65_536 { context.close(promise: nil) }
    case .end:
      guard let head, !isListening else { return }
      self.head = nil
      answer(head, context)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent, !isListening {
      context.close(promise: nil)
    } else {
      context.fireUserInboundEventTriggered(event)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  // MARK: Answers

  private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let hosts = head.headers["host"]
    guard hosts.count == 1, isOwn(hosts[0].lowercased()) else {
      refuse(.misdirectedRequest, "This server answers to 127.0.0.1:\(port) only.", head, context)
      return
    }
    // A page of another site may link here, but gets nothing to read and nothing to frame.
    if let site = head.headers["sec-fetch-site"].first, site == "cross-site",
      head.headers["sec-fetch-mode"].first != "navigate"
    {
      refuse(.forbidden, "Requests from other sites are not answered.", head, context)
      return
    }
    guard head.method == .GET || head.method == .HEAD else {
      refuse(.methodNotAllowed, "Only GET and HEAD are answered.", head, context, allow: true)
      return
    }
    guard head.uri.hasPrefix("/"), head.uri.utf8.count <= 4_096, let (path, query) = Self.target(head.uri) else {
      refuse(.badRequest, "This is no address of this server.", head, context)
      return
    }
    if path == "/events" {
      listen(head, context)
    } else if let answer = site.answer(path: path, query: query) {
      send(.ok, answer, head, context)
    } else {
      refuse(.notFound, "There is nothing here.", head, context)
    }
  }

  /// Whether a host is this server; browsers leave HTTP's own port out.
  private func isOwn(_ host: String) -> Bool {
    ["127.0.0.1", "localhost"].contains { host == "\($0):\(port)" || (port == 80 && host == $0) }
  }

  /// Path and query; nil where an escape is wrong. A path is compared as it is: `..` and `%2e` are names of nothing.
  private static func target(_ uri: String) -> (String, [String: String])? {
    let parts = uri.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    var query: [String: String] = [:]
    if parts.count == 2 {
      for pair in parts[1].split(separator: "&").prefix(32) {
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard let name = unescaped(sides[0]), let value = unescaped(sides.count == 2 ? sides[1] : "") else {
          return nil
        }
        query[name] = value
      }
    }
    return (String(parts[0]), query)
  }

  private static func unescaped(_ text: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      if byte == 0x2B {
        bytes.append(0x20)
      } else if byte == 0x25 {
        guard let high = rest.popFirst(), let low = rest.popFirst(),
          let first = Character(Unicode.Scalar(high)).hexDigitValue,
          let second = Character(Unicode.Scalar(low)).hexDigitValue
        else { return nil }
        bytes.append(UInt8(first * 16 + second))
      } else {
        bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private func refuse(
    _ status: HTTPResponseStatus, _ reason: String, _ head: HTTPRequestHead, _ context: ChannelHandlerContext,
    allow: Bool = false
  ) {
    let answer = PreviewAnswer(mediaType: "text/plain; charset=utf-8", bytes: Array((reason + "\n").utf8))
    send(status, answer, head, context, allow: allow, closes: true)
  }

  private func headers(_ mediaType: String, _ policy: String?) -> HTTPHeaders {
    var headers = HTTPHeaders()
    headers.add(name: "Content-Type", value: mediaType)
    headers.add(name: "Cache-Control", value: "no-store")
    headers.add(name: "X-Content-Type-Options", value: "nosniff")
    headers.add(name: "Referrer-Policy", value: "no-referrer")
    headers.add(name: "Cross-Origin-Resource-Policy", value: "same-origin")
    headers.add(name: "Cross-Origin-Opener-Policy", value: "same-origin")
    headers.add(name: "Content-Security-Policy", value: policy ?? "frame-ancestors 'self'")
    return headers
  }

  private func send(
    _ status: HTTPResponseStatus, _ answer: PreviewAnswer, _ head: HTTPRequestHead, _ context: ChannelHandlerContext,
    allow: Bool = false, closes: Bool = false
  ) {
    var headers = headers(answer.mediaType, answer.policy)
    headers.add(name: "Content-Length", value: String(answer.bytes.count))
    if allow { headers.add(name: "Allow", value: "GET, HEAD") }
    let keepsAlive = head.isKeepAlive && !closes
    if !keepsAlive { headers.add(name: "Connection", value: "close") }
    context.write(
      wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: status, headers: headers))), promise: nil)
    if head.method != .HEAD {
      context.write(
        wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(bytes: answer.bytes)))), promise: nil)
    }
    let channel = context.channel
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      if !keepsAlive { channel.close(promise: nil) }
    }
  }

  private func listen(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    guard head.method == .GET else {
      refuse(.methodNotAllowed, "Events are got.", head, context, allow: true)
      return
    }
    isListening = true
    let headers = headers("text/event-stream", nil)
    context.write(
      wrapOutboundOut(.head(HTTPResponseHead(version: .http1_1, status: .ok, headers: headers))), promise: nil)
    let first = context.channel.allocator.buffer(string: "retry: 500\n\n")
    context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(first))), promise: nil)
    listeners.add(context.channel)
  }
}
