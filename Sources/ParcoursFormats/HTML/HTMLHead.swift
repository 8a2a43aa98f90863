internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSyntax
internal import ParcoursTransform

extension HTMLPage {
  /// The head: what a browser tab, a search engine, a link preview and a program see.
  mutating func head() {
    let name = view.name ?? words("Profile", "Profil")
    let headline = text(view.headline)?.text
    let title = headline.map { "\(name) — \($0)" } ?? name
    let description =
      (text(view.summary).map { Markup.plain($0.text) } ?? title).split(separator: "\n").first.map(String.init)
      ?? title
    out.raw(trusted: "<head>\n<meta charset=\"utf-8\">\n")
    // The page says itself that nothing in it may run, and what it may show.
    out.raw(
      trusted:
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src \(pictureSources); base-uri 'none'; form-action 'none'\">\n"
    )
    out.raw(trusted: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    out.raw(trusted: "<meta name=\"color-scheme\" content=\"light dark\">\n")
    out.element("title", text: title)
    out.newLine()
    let short = description.count > 200 ? String(description.prefix(199)) + "…" : description
    meta("name", "description", short)
    if let name = view.name { meta("name", "author", name) }
    if !view.skills.isEmpty {
      meta("name", "keywords", view.skills.prefix(12).compactMap(\.name).joined(separator: ", "))
    }
    meta("name", "generator", "Parcours")
    meta("property", "og:type", "profile")
    meta("property", "og:title", title)
    meta("property", "og:description", short)
    meta("property", "og:locale", words("en_US", "fr_FR"))
    if let url = SafeURL.web(view.contact?.url) {
      out.void("link", [("rel", "canonical"), ("href", url)])
      out.newLine()
      meta("property", "og:url", url)
    }
    if let image = SafeURL.web(view.image) { meta("property", "og:image", image) }
    for alternate in alternates {
      out.void("link", [("rel", "alternate"), ("hreflang", alternate.language), ("href", alternate.address)])
      out.newLine()
    }
    out.raw(
      trusted: "<style>\n\(isTypeset ? options.page.theme.onPaper(options.page.theme.css) : options.page.theme.css)")
    if options.page.theme.showsPicture, !isTypeset { out.raw(trusted: TimelinePicture.rules + "\n") }
    out.raw(trusted: "</style>\n")
    let linked = String(
      decoding: JSONPrinter.print(Tree.document(JSONLD(page: self).value), for: .script), as: UTF8.self)
    out.raw(trusted: "<script type=\"application/ld+json\">\(linked)</script>\n")
    let model = String(decoding: JSONPrinter.print(Tree.document(view.record.json), for: .script), as: UTF8.self)
    out.raw(trusted: "<script type=\"application/json\" data-parcours>\(model)</script>\n")
    out.raw(trusted: "</head>\n")
  }

  private mutating func meta(_ kind: StaticString, _ name: String, _ content: String) {
    out.void("meta", [(kind, name), ("content", content.withoutMarkup)])
    out.newLine()
  }

  /// The header: who it is and how to reach them.
  mutating func header() {
    out.raw(trusted: "<header class=\"p-contact h-card\">\n")
    if let picture {
      out.void(
        "img",
        [
          ("class", "u-photo"), ("src", picture),
          ("alt", words("Portrait of ", "Portrait de ") + (view.name ?? "")),
          ("width", "112"), ("height", "112"),
        ])
      out.newLine()
    }
    out.element(
      "h1", [("class", "p-name"), ("data-at", mark("/name"))], text: view.name ?? words("Profile", "Profil"))
    out.newLine()
    if let pronouns = view.pronouns {
      out.element("p", [("class", "p-pronouns pronouns")], text: pronouns)
      out.newLine()
    }
    write("p", text(view.headline), class: "p-job-title headline", at: "/headline")
    out.newLine()
    contactList()
    out.raw(trusted: "</header>\n")
    // An h-resume has no implied name: it is said once more, for programs.
    out.void("data", [("class", "p-name"), ("value", view.name ?? "")])
    out.raw(trusted: "</data>\n")
  }

  private mutating func contactList() {
    guard let contact = view.contact else { return }
    var entries: [(inout HTMLPage) -> Void] = []
    if let email = contact.email {
      entries.append { page in
        if let safe = SafeURL.mail(email) {
          page.out.element("a", [("class", "u-email"), ("href", safe)], text: email)
        } else {
          page.out.element("span", [("class", "p-email")], text: email)
        }
      }
    }
    if let phone = contact.phone {
      entries.append { page in
        if let safe = SafeURL.telephone(phone) {
          page.out.element("a", [("class", "p-tel"), ("href", safe)], text: phone)
        } else {
          page.out.element("span", [("class", "p-tel")], text: phone)
        }
      }
    }
    if let url = contact.url { entries.append { $0.link(url, SafeURL.label(url), class: "u-url", rel: "me") } }
    if let place = contact.location {
      entries.append { $0.address(place) }
    }
    for profile in contact.profiles {
      let label = [profile.network, profile.username].compactMap(\.self).joined(separator: " ")
      entries.append { $0.link(profile.url, label.isEmpty ? profile.url ?? "" : label, class: "u-url", rel: "me") }
    }
    guard !entries.isEmpty else { return }
    out.void("ul", [("class", "contact"), ("data-at", mark("/contact"))])
    out.newLine()
    for entry in entries {
      out.raw(trusted: "<li>")
      entry(&self)
      out.raw(trusted: "</li>\n")
    }
    out.raw(trusted: "</ul>\n")
  }

  private mutating func address(_ place: Location) {
    let parts: [(StaticString, String?)] = [
      ("p-street-address", place.address), ("p-postal-code", place.postalCode), ("p-locality", place.city),
      ("p-region", place.region), ("p-country-name", place.countryCode),
    ]
    out.element("span", [("class", "p-adr h-adr")]) { out in
      var isFirst = true
      for (name, value) in parts {
        guard let value, !value.isEmpty else { continue }
        if !isFirst { out.write(", ") }
        isFirst = false
        out.element("span", [("class", name.description)], text: value)
      }
    }
  }

  /// The footer: the day the page speaks of, and the page in other languages.
  mutating func footer() {
    out.raw(trusted: "<footer>\n<p>")
    out.write(words("As of ", "Au "))
    out.element("time", [("datetime", view.asOf.description)], text: words.date(view.asOf))
    out.raw(trusted: "</p>\n")
    for alternate in alternates {
      let name = Languages.own(alternate.language)
      out.raw(trusted: "<p>")
      out.element(
        "a",
        [
          ("href", alternate.address), ("hreflang", alternate.language), ("lang", alternate.language),
          ("rel", "alternate"),
        ], text: name)
      out.raw(trusted: "</p>\n")
    }
    out.raw(trusted: "</footer>\n")
  }

  /// Pages in other languages than this one.
  private var alternates: [PageOptions.Alternate] {
    options.page.alternates.filter { alternate in
      Languages.isTag(alternate.language) && Wording.primary(alternate.language) != words.language
        && SafeURL.page(alternate.address) != nil
    }
  }

  /// The address of the photo; nil where the page has none.
  private var picture: String? {
    guard view.image != nil else { return nil }
    switch options.page.photo {
    case .none: return nil
    case .linked: return SafeURL.picture(view.image)
    case .embedded(let photo): return photo.address
    }
  }

  private var pictureSources: String {
    switch options.page.photo {
    case .embedded where view.image != nil: "data:"
    case .linked where SafeURL.picture(view.image) != nil: "'self' file: https: http:"
    default: "'none'"
    }
  }
}
