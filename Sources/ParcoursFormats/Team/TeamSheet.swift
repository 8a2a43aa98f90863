internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSyntax
internal import ParcoursTransform

/// One page about a team, in one language: what all such pages share.
struct TeamSheet {
  let dossier: TeamDossier
  let words: Wording
  var out = HTMLText()

  init(_ dossier: TeamDossier) {
    self.dossier = dossier
    words = Wording(dossier.language)
  }

  var team: Team { dossier.team }
  var contract: Contract { dossier.contract }

  // MARK: Words

  /// A text of the contract in the page's language.
  func text(_ text: LocalizedText?) -> String? {
    text?.version(for: words.language, documentLanguage: contract.language ?? "en")?.text
  }

  /// What the contract is called.
  var contractTitle: String { text(contract.title) ?? contract.id ?? words("Contract", "Contrat") }

  /// Whom it is for; of a confidential client the alias.
  var clientName: String? {
    guard let client = contract.client else { return nil }
    return client.isConfidential ? text(client.alias) : client.name ?? text(client.alias)
  }

  /// What a member is called.
  func name(_ id: String?) -> String {
    dossier.people.first { $0.id == id }?.view.name ?? id ?? words("Member", "Membre")
  }

  /// Names in one sentence.
  func enumeration(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + words(" and ", " et ") + last
  }

  func number(_ amount: Int) -> String {
    let digits = Array(String(abs(amount)))
    var result = amount < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += words(",", "\u{202F}") }
      result.append(digit)
    }
    return result
  }

  func money(_ amount: Int) -> String { "\(number(amount))\u{A0}\(contract.currency ?? "")" }

  func days(_ count: Int) -> String {
    number(count) + "\u{A0}" + words(count == 1 ? "day" : "days", count < 2 ? "jour" : "jours")
  }

  func day(_ date: PartialDate?) -> String { date.map(words.date) ?? "…" }

  /// The window, as it stands in a sentence.
  var window: String {
    words(
      "from \(day(contract.startDate)) to \(day(contract.endDate))",
      "du \(day(contract.startDate)) au \(day(contract.endDate))")
  }

  func need(_ id: String?) -> Contract.Need? { contract.needs.first { $0.id == id } }

  func skill(_ need: Contract.Need?) -> String { need?.skill ?? need?.id ?? "" }

  /// What a member gives to a need.
  func given(_ member: Team.Member, _ need: Contract.Need) -> Team.Assignment? {
    member.needs.first { $0.need == need.id }
  }

  /// What a member's work for a need costs; fees are whole days at one rate.
  func price(_ member: Team.Member, _ days: Int) -> Int { member.days > 0 ? member.fee / member.days * days : 0 }

  // MARK: Elements

  /// A whole page around what `body` writes.
  mutating func page(_ title: String, data: JSONValue? = nil, _ body: (inout TeamSheet) -> Void) {
    out.raw(trusted: "<!DOCTYPE html>\n<html lang=\"\(words.language)\">\n<head>\n<meta charset=\"utf-8\">\n")
    out.raw(
      trusted:
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src 'none'; base-uri 'none'; form-action 'none'\">\n"
    )
    out.raw(trusted: "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    out.raw(
      trusted: "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"generator\" content=\"Parcours\">\n")
    // A page about people who have not all agreed to be found is for those it is given to.
    out.raw(trusted: "<meta name=\"robots\" content=\"noindex\">\n")
    out.element("title", text: title)
    let rules = dossier.theme.css + Self.rules + "\n" + TrustPicture.rules
    out.raw(trusted: "\n<style>\n\(dossier.isTypeset ? dossier.theme.onPaper(rules) : rules)\n</style>\n")
    if let data {
      let text = String(decoding: JSONPrinter.print(Tree.document(data), for: .script), as: UTF8.self)
      out.raw(trusted: "<script type=\"application/ld+json\">\(text)</script>\n")
    }
    out.raw(trusted: "</head>\n<body>\n")
    out.element("a", [("class", "skip"), ("href", "#main")], text: words("Skip to the content", "Aller au contenu"))
    out.raw(trusted: "\n<main id=\"main\">\n")
    body(&self)
    out.raw(trusted: "</main>\n<footer>\n<p>")
    out.write(words("As of ", "Au "))
    out.element("time", [("datetime", dossier.asOf.description)], text: words.date(dossier.asOf))
    out.raw(trusted: "</p>\n</footer>\n</body>\n</html>\n")
  }

  mutating func section(_ id: String, _ title: String, _ body: (inout TeamSheet) -> Void) {
    out.void("section", [("id", id), ("aria-labelledby", "\(id)-title")])
    out.newLine()
    out.element("h2", [("id", "\(id)-title")], text: title)
    out.newLine()
    body(&self)
    out.raw(trusted: "</section>\n")
  }

  mutating func paragraph(_ text: String, class names: String? = nil) {
    out.element("p", [("class", names)], text: words.typeset(text))
    out.newLine()
  }

  mutating func bullets(_ sentences: [String], class names: String? = nil) {
    guard !sentences.isEmpty else { return }
    out.void("ul", [("class", names)])
    out.newLine()
    for sentence in sentences {
      out.element("li", text: words.typeset(sentence))
      out.newLine()
    }
    out.raw(trusted: "</ul>\n")
  }

  /// A table that may be wider than the page; it can be moved by keyboard then.
  mutating func table(_ caption: String, _ columns: [String], _ body: (inout TeamSheet) -> Void) {
    out.void("div", [("class", "wide"), ("tabindex", "0"), ("role", "group"), ("aria-label", caption)])
    out.raw(trusted: "<table>\n")
    out.element("caption", text: caption)
    out.raw(trusted: "\n<thead><tr>")
    for column in columns { out.element("th", [("scope", "col")], text: column) }
    out.raw(trusted: "</tr></thead>\n<tbody>\n")
    body(&self)
    out.raw(trusted: "</tbody>\n</table></div>\n")
  }

  /// A row whose first cell names it.
  mutating func row(_ head: String, _ cells: [String], class names: String? = nil) {
    out.void("tr", [("class", names)])
    out.element("th", [("scope", "row")], text: head)
    for cell in cells { out.element("td", text: cell) }
    out.raw(trusted: "</tr>\n")
  }

  /// Steps of a member that prove something, as everyone may see them.
  func proofs(_ ids: [String], of person: TeamDossier.Person) -> [(anchor: String, title: String)] {
    let page = HTMLPage(view: person.view, options: options)
    return ids.compactMap { id in
      person.view.path.first { $0.attributes.id == id && $0.kind != .study }.map {
        (HTMLPage.anchor(id), page.plainTitle($0))
      }
    }
  }

  /// How members' parts of a page are written.
  var options: WriteOptions {
    var options = WriteOptions()
    options.page.theme = dossier.theme
    options.page.photo = .none
    return options
  }

  static let rules = """
    body{max-width:60rem;padding-left:clamp(1rem,4vw,2rem)}
    table{border-collapse:collapse;width:100%;font-size:.94rem;line-height:1.4}
    caption{text-align:left;color:var(--quiet);padding-bottom:.35rem}
    th,td{text-align:left;vertical-align:top;padding:.4rem .75rem .4rem 0;border-bottom:1px solid var(--line)}
    thead th{color:var(--quiet);font-weight:600}
    tbody th{font-weight:600}
    td,td small{font-variant-numeric:tabular-nums;hyphens:manual}
    td small,th small,li small{display:block;color:var(--quiet);font-weight:400}
    tr.total th,tr.total td{border-top:2px solid var(--accent);font-weight:700}
    .wide{overflow-x:auto;margin:1rem 0}
    .wide:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
    .lead{font-size:1.2rem;color:var(--quiet)}
    .split{display:block;width:100%;height:auto;margin:1rem 0}
    .split rect{fill:var(--tint);stroke:var(--ground)}.split .trust{fill:var(--turn)}
    .cv{border-top:3px solid var(--accent);margin-top:2.5rem;padding-top:.5rem}
    .cv h3{font-size:1.2rem;color:var(--accent);margin:1.5rem 0 .5rem}.cv h4{font-size:1.05rem}.cv h5{font-size:1rem}
    .cv .step > .dates,.cv .group .step > .dates{position:static;width:auto;margin:.1rem 0;text-align:left}
    .blank{border-bottom:1px dotted var(--quiet);display:inline-block;min-width:14rem}
    .sign{display:grid;grid-template-columns:repeat(auto-fit,minmax(16rem,1fr));gap:2rem;margin:1.5rem 0}
    .sign p{min-height:4.5rem;border-bottom:1px solid var(--quiet)}
    @media print{.cv{break-before:page}.wide{overflow:visible}tr{break-inside:avoid}body{padding:0}}
    """
}
