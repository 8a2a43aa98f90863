internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSyntax
internal import ParcoursTransform

/// Writes the page: one structure, which themes dress.
struct HTMLWriter: Sendable {
  /// Whether the page goes to paper at once.
  var isTypeset = false

  func write(_ view: IdentityView, _ options: WriteOptions) -> Artifact {
    var page = HTMLPage(view: view, options: options)
    page.isTypeset = isTypeset
    page.write()
    return Artifact(Array(page.out.text.utf8))
  }
}

/// One page in one language.
struct HTMLPage {
  let view: IdentityView
  let options: WriteOptions
  let words: Wording
  var out = HTMLText()
  /// Whether the page goes to paper at once, by an engine that knows CSS in part only.
  var isTypeset = false

  init(view: IdentityView, options: WriteOptions, out: HTMLText = HTMLText()) {
    self.view = view
    self.options = options
    self.out = out
    words = Wording(view.language)
  }

  mutating func write() {
    out.raw(trusted: "<!DOCTYPE html>\n")
    out.raw(trusted: "<html lang=\"\(words.language)\">\n")
    head()
    out.raw(trusted: "<body>\n")
    out.element("a", [("class", "skip"), ("href", "#main")], text: words("Skip to the profile", "Aller au profil"))
    out.newLine()
    out.raw(trusted: "<main id=\"main\" class=\"h-resume\">\n")
    header()
    let first = options.page.theme.sections
    for id in first + Theme.sectionIDs.filter({ !first.contains($0) }) { section(id) }
    out.raw(trusted: "</main>\n")
    footer()
    out.raw(trusted: "</body>\n</html>\n")
  }

  /// Writes one section, if there is anything in it.
  mutating func section(_ id: String) {
    switch id {
    case "summary":
      if let summary = text(view.summary) {
        section("summary", words("Summary", "En bref"), at: "/summary") { page in
          page.paragraphs(summary, class: "p-summary")
        }
      }
    case "now": present()
    case "path": path()
    case "next": future()
    case "skills": skills()
    case "studies": studies()
    default: entries(id)
    }
  }

  /// Where something stood in the source, for a preview; nil in any other page.
  func mark(_ pointer: String) -> String? { options.page.marksPlaces ? pointer : nil }

  /// Where an item stood in the source.
  func mark(_ attributes: ItemAttributes) -> String? {
    options.page.marksPlaces ? attributes.place : nil
  }

  // MARK: Texts

  /// A text for this page and the language it is in.
  func text(_ text: LocalizedText?) -> LocalizedText.Version? {
    guard let version = text?.version(for: view.language, documentLanguage: view.documentLanguage),
      !version.text.isEmpty
    else { return nil }
    return version
  }

  /// The language to mark a text with; nil where it is the page's.
  func mark(_ version: LocalizedText.Version) -> String? {
    let tag = version.language ?? view.documentLanguage
    return Wording.primary(tag) == words.language ? nil : tag
  }

  private func typeset(_ version: LocalizedText.Version) -> String {
    Wording.primary(version.language ?? view.documentLanguage) == "fr"
      ? Wording("fr").typeset(version.text) : version.text
  }

  mutating func write(
    _ name: StaticString, _ version: LocalizedText.Version?, class names: String? = nil, at pointer: String? = nil
  ) {
    guard let version else { return }
    let place = pointer.flatMap { mark($0) }
    out.element(name, [("class", names), ("lang", mark(version)), ("data-at", place)], text: typeset(version))
  }

  mutating func list(_ texts: [LocalizedText]) {
    let versions = texts.compactMap(text)
    guard !versions.isEmpty else { return }
    out.raw(trusted: "<ul>\n")
    for version in versions {
      write("li", version)
      out.newLine()
    }
    out.raw(trusted: "</ul>\n")
  }

  mutating func section(_ id: String, _ title: String, at pointer: String? = nil, _ body: (inout HTMLPage) -> Void) {
    out.void("section", [("id", id), ("aria-labelledby", "\(id)-title"), ("data-at", pointer.flatMap { mark($0) })])
    out.newLine()
    out.element("h2", [("id", "\(id)-title")], text: title)
    out.newLine()
    body(&self)
    out.raw(trusted: "</section>\n")
  }

  mutating func link(_ address: String?, _ label: String, class names: String? = nil, rel: String? = nil) {
    if let safe = SafeURL.web(address) {
      out.element("a", [("class", names), ("href", safe), ("rel", rel)], text: label)
    } else {
      // A name stays one without its address; an address that is not safe is none.
      out.element("span", [("class", names.flatMap { $0.hasPrefix("p-") ? $0 : nil })], text: label)
    }
  }

  mutating func time(_ date: PartialDate, class names: String) {
    out.element("time", [("class", names), ("datetime", date.description)], text: words.date(date))
  }

  mutating func range(_ start: PartialDate?, _ end: PartialDate?, isFuture: Bool) {
    guard start != nil || end != nil else { return }
    out.raw(trusted: "<p class=\"dates\">")
    if let start {
      if isFuture, end == nil { out.write(words.fromWord(start)) }
      time(start, class: "dt-start")
    }
    if let end, end != start {
      if start != nil { out.write(" – ") } else { out.write(words.untilWord(end)) }
      time(end, class: "dt-end")
    } else if end == nil, !isFuture {
      out.write(" – \(words.ongoing)")
    }
    out.raw(trusted: "</p>\n")
  }

  func name(_ organization: Organization?) -> LocalizedText.Version? {
    guard let organization else { return nil }
    if let name = organization.name { return LocalizedText.Version(language: words.language, text: name) }
    return text(organization.alias)
  }
}

extension Wording {
  static func primary(_ tag: String) -> String {
    tag.lowercased().split(separator: "-").first.map(String.init) ?? tag
  }
}
