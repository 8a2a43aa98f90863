public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursTransform

extension Format {
  /// Name and headline as a picture.
  public static let badge = Format(
    id: "badge", summary: "a badge for other pages: name and headline as a small picture (SVG)",
    names: ["*.badge.svg"], mediaType: "image/svg+xml", capabilities: [.oneLanguage],
    carries: Carriage(["name"], changed: ["headline"]), write: BadgeWriter().write)

  /// The way to the page, for telephones.
  public static let qr = Format(
    id: "qr", summary: "a QR code (SVG) of the page's address, or of the contact card where there is none",
    names: ["*.qr.svg"], mediaType: "image/svg+xml", carries: Carriage([], changed: ["name", "contact"]),
    write: QRWriter().write)
}

/// Writes the badge.
struct BadgeWriter: Sendable {
  func write(_ view: IdentityView, _ options: WriteOptions) -> Artifact {
    let page = HTMLPage(view: view, options: options)
    let name = view.name ?? page.words("Profile", "Profil")
    let headline = page.text(view.headline)?.text.split(separator: "|").first.map { String($0).trimmed } ?? ""
    func short(_ text: String, _ most: Int) -> String { text.count > most ? String(text.prefix(most - 1)) + "…" : text }
    var out = HTMLText()
    out.element(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 360 76"), ("width", "360"), ("height", "76"),
        ("role", "img"), ("lang", page.words.language),
      ]
    ) { out in
      out.element("title", text: headline.isEmpty ? name : "\(name) — \(headline)")
      out.raw(
        trusted:
          "<style>.b{fill:#fff;stroke:#d4dae0}.n{font:600 20px Georgia,serif;fill:#1c2126}.h{font:13px Arial,sans-serif;fill:#535c66}.a{fill:#1d4f73}@media(prefers-color-scheme:dark){.b{fill:#14181c;stroke:#39424b}.n{fill:#e7ebef}.h{fill:#aab4be}.a{fill:#8cc3ea}}</style>"
      )
      out.element("rect", [("class", "b"), ("x", ".5"), ("y", ".5"), ("width", "359"), ("height", "75"), ("rx", "8")])
      out.element("rect", [("class", "a"), ("x", "0"), ("y", "12"), ("width", "5"), ("height", "52")])
      out.element("text", [("class", "n"), ("x", "20"), ("y", headline.isEmpty ? "45" : "34")], text: short(name, 30))
      if !headline.isEmpty {
        out.element("text", [("class", "h"), ("x", "20"), ("y", "56")], text: short(headline, 48))
      }
    }
    return Artifact(Array((out.text + "\n").utf8))
  }
}

/// Writes the code.
struct QRWriter: Sendable {
  func write(_ view: IdentityView, _ options: WriteOptions) -> Artifact {
    let page = HTMLPage(view: view, options: options)
    let address = SafeURL.web(view.contact?.url).map { Array($0.utf8) }
    var content = address ?? VCardWriter(version: 3).card(view)
    if address == nil, QRCode(content) == nil {
      // Without the text about oneself a card fits.
      var brief = view.record
      (brief.summary, brief.skills) = (nil, [])
      content = VCardWriter(version: 3).card(view.with(brief))
    }
    let code = QRCode(content)
    let side = (code?.size ?? 0) + 8
    var out = HTMLText()
    out.element(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 \(side) \(side)"), ("width", "\(side * 6)"),
        ("height", "\(side * 6)"), ("role", "img"), ("shape-rendering", "crispEdges"),
      ]
    ) { out in
      let label = address.map { String(decoding: $0, as: UTF8.self) } ?? view.name ?? ""
      out.element("title", text: page.words("QR code: ", "Code QR\u{202F}: ") + label)
      out.element("rect", [("width", "\(side)"), ("height", "\(side)"), ("fill", "#fff")])
      if let code { out.element("path", [("fill", "#000"), ("d", code.path(margin: 4))]) }
    }
    return Artifact(Array((out.text + "\n").utf8))
  }
}
