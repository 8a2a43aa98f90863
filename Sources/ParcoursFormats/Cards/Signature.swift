public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursTransform

extension Format {
  /// What stands below a mail.
  public static let signature = Format(
    id: "signature", summary: "a signature for mail, as HTML whose style stands in it",
    names: ["*.signature.html"], mediaType: "text/html", capabilities: [.oneLanguage], carries: signatureFields,
    write: SignatureWriter(isPlain: false).write)

  /// The same without HTML.
  public static let signatureText = Format(
    id: "signature-text", summary: "the signature for mail, as plain text", names: ["*.signature.txt"],
    mediaType: "text/plain", capabilities: [.oneLanguage], carries: signatureFields,
    write: SignatureWriter(isPlain: true).write)

  private static let signatureFields = Carriage(
    ["name", "contact.phone", "contact.email", "contact.url"], changed: ["headline", "contact.profiles[]"])
}

/// Writes the signature: name, headline, what one is reached by. Mail programs drop style sheets, so that each element has its own.
struct SignatureWriter: Sendable {
  let isPlain: Bool

  func write(_ view: IdentityView, _ options: WriteOptions) -> Artifact {
    let page = HTMLPage(view: view, options: options)
    let name = view.name ?? ""
    let headline = page.text(view.headline).map {
      $0.text.split(separator: "|").first.map(String.init)?.trimmed ?? ""
    }
    let contact = view.contact
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
      return Artifact(Array((lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n").utf8))
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
    return Artifact(Array((out.text + "\n").utf8))
  }
}
