internal import ParcoursModel

extension Format {
  /// What stands below a mail.
  public static let signature = Format(
    id: "signature", summary: "a signature for mail, as HTML whose style stands in it",
    fileExtensions: ["signature.html"],
    mediaType: "text/html", writer: SignatureWriter(isPlain: false))

  /// The same without HTML.
  public static let signatureText = Format(
    id: "signature-text", summary: "the signature for mail, as plain text", fileExtensions: ["signature.txt"],
    mediaType: "text/plain", writer: SignatureWriter(isPlain: true))
}

/// Writes the signature: name, headline, what one is reached by. Mail programs drop style sheets, so that each element has its own.
struct SignatureWriter: FormatWriter {
  let isPlain: Bool

  func write(_ identity: Identity, _ options: WriteOptions) -> [UInt8] {
    let page = HTMLPage(identity: identity, options: options)
    let name = identity.name ?? ""
    let headline = page.text(identity.headline).map {
      $0.text.split(separator: "|").first.map(String.init)?.trimmed ?? ""
    }
    let contact = identity.contact
    var ways: [(label: String, address: String?)] = []
    if let phone = contact?.phone { ways.append((phone, SafeURL.telephone(phone))) }
    if let email = contact?.email { ways.append((email, SafeURL.mail(email))) }
    if let url = contact?.url { ways.append((SafeURL.label(url), SafeURL.web(url))) }
    for profile in contact?.profiles ?? [] where profile.network?.lowercased() == "linkedin" {
      if let url = SafeURL.web(profile.url) { ways.append(("LinkedIn", url)) }
    }
    if isPlain {
      func line(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
      // Two dashes and a space: mail programs know what follows them as a signature (RFC 3676, 4.3).
      var lines = ["-- ", line(name)]
      if let headline, !headline.isEmpty { lines.append(line(headline)) }
      let reached = ways.map { $0.label == "LinkedIn" ? $0.address ?? "" : line($0.label) }
      lines += reached
      return Array((lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n").utf8)
    }
    var out = HTMLText()
    let font = "font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.45;color:#1c2126"
    out.element("div", [("lang", page.words.language), ("style", font)]) { out in
      out.element("strong", [("style", "font-size:15px")], text: name)
      if let headline, !headline.isEmpty {
        out.void("br", [])
        out.element("span", [("style", "color:#535c66")], text: headline)
      }
      for (place, way) in ways.enumerated() {
        if place.isMultiple(of: 2) { out.void("br", []) } else { out.write(" · ") }
        if let address = way.address {
          out.element("a", [("href", address), ("style", "color:#1d4f73")], text: way.label)
        } else {
          out.write(way.label)
        }
      }
    }
    return Array((out.text + "\n").utf8)
  }
}
