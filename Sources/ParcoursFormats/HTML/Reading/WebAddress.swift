/// Addresses as RFC 3986 resolves them.
enum WebAddress {
  /// A reference seen from a base (RFC 3986, section 5.2.2); the reference itself where there is no base it could start from.
  static func resolve(_ reference: String, from base: String?) -> String {
    guard let base, let origin = Parts(base), let scheme = origin.scheme else { return reference }
    guard let target = Parts(reference) else { return reference }
    if target.scheme != nil { return reference }
    var result = target
    result.scheme = scheme
    if target.authority == nil {
      result.authority = origin.authority
      if target.path.isEmpty {
        result.path = origin.path.isEmpty && origin.authority != nil ? "/" : origin.path
        if target.query == nil { result.query = origin.query }
      } else if !target.path.hasPrefix("/") {
        let folder = origin.path.lastIndex(of: "/").map { String(origin.path[...$0]) } ?? "/"
        result.path = folder + target.path
      }
    }
    result.path = withoutDots(result.path)
    return result.text
  }

  private struct Parts {
    var scheme: String?
    var authority: String?
    var path: String
    var query: String?
    var fragment: String?

    init?(_ text: String) {
      var rest = text[...]
      if let colon = rest.firstIndex(of: ":"), let first = rest.first, first.isLetter, first.isASCII,
        rest[..<colon].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
      {
        scheme = rest[..<colon].lowercased()
        rest = rest[rest.index(after: colon)...]
      }
      if let hash = rest.firstIndex(of: "#") {
        fragment = String(rest[rest.index(after: hash)...])
        rest = rest[..<hash]
      }
      if let mark = rest.firstIndex(of: "?") {
        query = String(rest[rest.index(after: mark)...])
        rest = rest[..<mark]
      }
      if rest.hasPrefix("//") {
        rest = rest.dropFirst(2)
        let end = rest.firstIndex(of: "/") ?? rest.endIndex
        authority = String(rest[..<end])
        rest = rest[end...]
      }
      path = String(rest)
    }

    var text: String {
      var result = ""
      if let scheme { result += scheme + ":" }
      if let authority { result += "//" + authority }
      if authority != nil, !path.isEmpty, !path.hasPrefix("/") { result += "/" }
      result += path
      if let query { result += "?" + query }
      if let fragment { result += "#" + fragment }
      return result
    }
  }

  /// A path without `.` and `..` (RFC 3986, section 5.2.4).
  private static func withoutDots(_ path: String) -> String {
    guard path.contains(".") else { return path }
    var kept: [Substring] = []
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, segment) in segments.enumerated() {
      let isLast = index == segments.count - 1
      switch segment {
      case ".": if isLast { kept.append("") }
      case "..":
        if kept.count > 1 { kept.removeLast() }
        if isLast { kept.append("") }
      default: kept.append(segment)
      }
    }
    return kept.joined(separator: "/")
  }

  /// The network that a profile's address is of, by its host; the host itself where it is none that is known.
  static func network(of address: String) -> String? {
    guard let host = Parts(address)?.authority?.lowercased(), !host.isEmpty else { return nil }
    let name = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
    for (ending, network) in networks where name == ending || name.hasSuffix("." + ending) { return network }
    return name
  }

  /// The user's name on a network, the last part of the address's path.
  static func username(of address: String) -> String? {
    guard let path = Parts(address)?.path.split(separator: "/").last else { return nil }
    let name = path.hasPrefix("@") ? path.dropFirst() : path
    return name.isEmpty ? nil : String(name)
  }

  private static let networks: [(String, String)] = [
    ("linkedin.com", "LinkedIn"), ("github.com", "GitHub"), ("gitlab.com", "GitLab"), ("twitter.com", "X"),
    ("x.com", "X"), ("mastodon.social", "Mastodon"), ("bsky.app", "Bluesky"), ("facebook.com", "Facebook"),
    ("instagram.com", "Instagram"), ("stackoverflow.com", "Stack Overflow"), ("behance.net", "Behance"),
    ("dribbble.com", "Dribbble"), ("youtube.com", "YouTube"), ("medium.com", "Medium"), ("orcid.org", "ORCID"),
    ("scholar.google.com", "Google Scholar"), ("malt.fr", "Malt"), ("malt.com", "Malt"), ("xing.com", "XING"),
    ("codeberg.org", "Codeberg"), ("viadeo.com", "Viadeo"), ("researchgate.net", "ResearchGate"),
  ]
}
