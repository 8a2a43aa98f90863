import Parcours
import ParcoursModel
import ParcoursPreview
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The preview's server, by bytes on a socket: what it serves, and what it refuses.
@Suite(.serialized) struct PreviewServerTests {
  private static func server(_ identity: String) throws -> (server: PreviewServer, path: String) {
    let path = Repository.temporaryFolder() + "/identity.yaml"
    Repository.write(Array(identity.utf8), to: path)
    let site = LivePreview(path: path, theme: "classic", asOf: PartialDate("2026-11-21") ?? .epoch) { _ in .none }
    return (try PreviewServer(site: site, port: 0), path)
  }

  private static let identity = """
    parcours: 1
    name: Ana Lopez
    contact: {phone: CANARY-PHONE, fieldVisibility: {phone: private}}
    path: [{kind: role, title: Cook, startDate: 2019}]
    targets: {chef: {headline: Chef}}

    """

  @Test func anEmptiedFileIsNoSave() throws {
    let path = Repository.temporaryFolder() + "/a.yaml"
    Repository.write(Array(Self.identity.utf8), to: path)
    let site = LivePreview(path: path, theme: "classic", asOf: PartialDate("2026-11-21") ?? .epoch) { _ in .none }
    let good = site.answer(path: "/page", query: [:])?.bytes
    for text in ["", " \n\n"] {
      Repository.write(Array(text.utf8), to: path)
      #expect(site.answer(path: "/page", query: [:])?.bytes == good, "the last good page stands")
      let found = String(decoding: site.answer(path: "/findings", query: [:])?.bytes ?? [], as: UTF8.self)
      #expect(found.contains("\"isGood\": false") || found.contains("\"isGood\":false"), "\(found)")
    }
  }

  /// What the folder says of rules holds for what is shown of them.
  @Test func settingsHoldForThePreview() {
    let place = Repository.temporaryFolder()
    Repository.write(
      Array("parcours: 1\nname: Ana Lopez\ncontact: {email: ana@example.org}\n".utf8), to: place + "/a.yaml")
    func found() -> String {
      let site = LivePreview(path: place + "/a.yaml", theme: Themes.standard, asOf: PartialDate("2026-11-21") ?? .epoch)
      {
        _ in .none
      }
      return String(decoding: site.answer(path: "/findings", query: [:])?.bytes ?? [], as: UTF8.self)
    }
    #expect(found().contains("missing-headline"))
    Repository.write(Array("rules: {missing-headline: \"off\"}\n".utf8), to: place + "/.parcours.yaml")
    #expect(!found().contains("missing-headline"))
  }

  /// Sends bytes, gives what comes back until the server closes, nothing comes for so many seconds, or it is enough.
  private func ask(_ port: Int, _ request: String, seconds: Int = 20, until isEnough: (String) -> Bool = { _ in false })
    -> String
  {
    let descriptor = socket(AF_INET, Self.stream, 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { return "no connection" }
    var limit = timeval(tv_sec: seconds, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let bytes = Array(request.utf8)
    _ = send(descriptor, bytes, bytes.count, Self.noSignal)
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count > 0 { answer += buffer[0..<count] }
      let text = String(decoding: answer, as: UTF8.self)
      if count <= 0 || isEnough(text) { return text }
    }
  }

  #if canImport(Glibc)
    private static let stream = Int32(SOCK_STREAM.rawValue)
    private static let noSignal = Int32(MSG_NOSIGNAL)
  #else
    private static let stream = SOCK_STREAM
    private static let noSignal: Int32 = 0
  #endif

  private func get(_ port: Int, _ path: String, host: String? = nil, method: String = "GET", more: String = "")
    -> String
  {
    ask(port, "\(method) \(path) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\n\(more)Connection: close\r\n\r\n")
  }

  @Test func itServesThePageAndNothingElse() throws {
    let (server, _) = try Self.server(Self.identity)
    defer { server.stop() }
    let port = server.port
    for (path, piece) in [
      ("/", "<iframe"), ("/preview.js", "EventSource"), ("/preview.css", "iframe"), ("/page", "Ana Lopez"),
      ("/page?lang=fr&theme=card", "lang=\"fr\""), ("/page?target=chef", ">Chef<"), ("/findings", "\"themes\""),
    ] {
      let answer = get(port, path)
      #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n") && answer.contains(piece), "\(path): \(answer.prefix(300))")
      #expect(answer.contains("X-Content-Type-Options: nosniff") && answer.contains("Cache-Control: no-store"))
    }
    #expect(get(port, "/", host: "localhost:\(port)").hasPrefix("HTTP/1.1 200"))
    #expect(get(port, "/page", method: "HEAD").hasSuffix("\r\n\r\n"))
    #expect(!get(port, "/page").contains("CANARY"), "the preview begins with what everyone may see")
    #expect(get(port, "/page?audience=private").contains("CANARY"))
    for path in [
      "/../../etc/passwd", "/%2e%2e/etc/passwd", "/..\\etc", "/identity.yaml", "/.git/config", "//", "/page/",
      "/index.html%00.png",
      "/<script>alert(1)</script>", "/x%0d%0aSet-Cookie:%20a=b", "/page%", "http://evil.example/", "*",
    ] {
      let answer = get(port, path)
      #expect(answer.hasPrefix("HTTP/1.1 40"), "\(path): \(answer.prefix(60))")
      #expect(!answer.contains("<script") && !answer.contains("Set-Cookie") && !answer.contains("root:"))
    }
    // A theme is one of the server's own list: a path from a browser opens nothing.
    #expect(get(port, "/page?theme=/etc").contains("Ana Lopez"))
  }

  @Test func otherHostsSitesAndMethodsAreRefused() throws {
    let (server, _) = try Self.server(Self.identity)
    defer { server.stop() }
    let port = server.port
    for host in ["evil.example", "127.0.0.1", "127.0.0.1:\(port).evil.example", "127.0.0.1:\(port)@evil.example", ""] {
      #expect(get(port, "/page", host: host).hasPrefix("HTTP/1.1 4"), "\(host)")
    }
    #expect(get(port, "/page", more: "Host: evil.example\r\n").hasPrefix("HTTP/1.1 421"))
    #expect(ask(port, "GET / HTTP/1.1\r\nConnection: close\r\n\r\n").hasPrefix("HTTP/1.1 421"))
    #expect(
      get(port, "/findings", more: "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors\r\n").hasPrefix("HTTP/1.1 403"))
    for method in ["POST", "PUT", "DELETE", "TRACE", "OPTIONS"] {
      #expect(get(port, "/", method: method, more: "Content-Length: 0\r\n").hasPrefix("HTTP/1.1 405"), "\(method)")
    }
    for request in [
      "garbage\u{1}\u{2}\r\n\r\n",
      "GET /\(String(repeating: "a", count: 100_000)) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n",
      "POST / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: -1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n" + (0..<20_000).map { "X-\($0): 1\r\n" }.joined() + "\r\n",
    ] {
      let answer = ask(port, request)
      #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 400"), "\(answer.prefix(80))")
    }
    #expect(get(port, "/page").hasPrefix("HTTP/1.1 200"), "it is still there")
  }

  @Test func aSaveIsTold() throws {
    let (server, path) = try Self.server(Self.identity)
    defer { server.stop() }
    let port = server.port
    _ = get(port, "/page")
    var isSaved = false
    let events = ask(port, "GET /events HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n\r\n") { answer in
      // Who listens from now on hears of it.
      if !isSaved, answer.contains("retry:") {
        isSaved = true
        Repository.write(Array((Self.identity + "pronouns: elle\n").utf8), to: path)
      }
      return answer.contains("data: 1\n\n")
    }
    #expect(events.contains("text/event-stream") && events.contains("data: 1\n\n"), "\(events)")
    #expect(get(port, "/page").contains("elle"))
  }

  @Test func aBrokenSaveLeavesTheLastGoodPageOfTheSameAudience() throws {
    let (server, path) = try Self.server(Self.identity)
    defer { server.stop() }
    let port = server.port
    #expect(get(port, "/page?audience=private").contains("CANARY"))
    Repository.write(Array("parcours: 1\nname: [".utf8), to: path)
    #expect(get(port, "/page?audience=private").contains("Ana Lopez"))
    // Nobody saw the page for everyone yet, so that there is none; the owner's does not stand in for it.
    let everyone = get(port, "/page")
    #expect(everyone.hasPrefix("HTTP/1.1 200") && !everyone.contains("CANARY") && !everyone.contains("Ana Lopez"))
    #expect(
      get(port, "/findings").contains("\"severity\":\"error\"") && get(port, "/findings").contains("\"isGood\":false"))
    // Neither is a file good of which only one field cannot be read.
    Repository.write(Array((Self.identity + "skills: [{name: Tea, level: wizard}]\n").utf8), to: path)
    #expect(get(port, "/findings").contains("\"isGood\":false"))
    Repository.write(Array(Self.identity.utf8), to: path)
    #expect(get(port, "/findings").contains("\"isGood\":true"))
    unlink(path)
    #expect(get(port, "/findings").contains("No such file"))
  }

  @Test func aTargetThatIsGoneShowsNothingOld() throws {
    let (server, path) = try Self.server(Self.identity)
    defer { server.stop() }
    #expect(get(server.port, "/page?target=chef").contains(">Chef<"))
    Repository.write(Array("parcours: 1\nname: New Name\n".utf8), to: path)
    let page = get(server.port, "/page?target=chef")
    #expect(page.contains("New Name") && !page.contains(">Chef<"))
  }
}
