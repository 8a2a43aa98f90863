internal import ParcoursModel
internal import ParcoursSyntax
internal import ParcoursTransform

/// The offer of a team to the client: a joint tender of independent enterprises with a lead (in French procurement a groupement
/// momentané d'entreprises, whose mandataire speaks for all). It shows what everyone may see of the members, and of the prices
/// those of this contract.
extension TeamSheet {
  mutating func writeBid() {
    page(words("Offer — ", "Offre — ") + contractTitle, data: persons) { sheet in
      sheet.out.element("h1", text: sheet.contractTitle)
      sheet.out.newLine()
      let count = sheet.team.members.count
      sheet.paragraph(
        count == 1
          ? sheet.words("An offer by an independent professional", "Offre d’un professionnel indépendant")
          : sheet.words(
            "An offer by \(count) independent professionals in a joint tender",
            "Offre de \(count) indépendants en groupement momentané d’entreprises"), class: "lead")
      if let client = sheet.clientName { sheet.paragraph(sheet.words.label("Client", "Client") + client) }
      sheet.who()
      sheet.why()
      sheet.work()
      sheet.prices()
      sheet.leading()
      sheet.references()
      for (index, person) in sheet.dossier.people.enumerated() { sheet.résumé(person, number: index + 1) }
    }
  }

  /// The members as programs read them.
  private var persons: JSONValue {
    .array(
      dossier.people.map { person in
        let page = HTMLPage(view: person.view, options: options)
        var members: [JSONValue.Member] = [
          .init("@context", .string("https://schema.org")), .init("@type", .string("Person")),
          .init("name", .string(name(person.id))),
        ]
        if let headline = page.text(person.view.headline) {
          members.append(.init("jobTitle", .string(headline.text)))
        }
        if let url = SafeURL.web(person.view.contact?.url) { members.append(.init("url", .string(url))) }
        if !person.skills.isEmpty { members.append(.init("knowsAbout", .array(person.skills.map { .string($0) }))) }
        return .object(members)
      })
  }

  private func anchor(_ number: Int) -> String { "cv-\(number)" }

  private mutating func who() {
    section("who", words("Who we are", "Qui nous sommes")) { sheet in
      sheet.out.raw(trusted: "<ul class=\"entries\">\n")
      for (index, person) in sheet.dossier.people.enumerated() {
        sheet.out.raw(trusted: "<li>")
        sheet.out.element("a", [("href", "#" + sheet.anchor(index + 1))], text: sheet.name(person.id))
        let page = HTMLPage(view: person.view, options: sheet.options)
        if let headline = page.text(person.view.headline) { sheet.out.write(" — " + headline.text) }
        sheet.small(sheet.part(person.id))
        sheet.out.raw(trusted: "</li>\n")
      }
      sheet.out.raw(trusted: "</ul>\n")
    }
  }

  /// What somebody does in the team, in a line.
  private func part(_ id: String) -> String {
    guard let member = team.members.first(where: { $0.id == id }) else { return "" }
    let needs = member.needs.map { skill(need($0.need)) }
    return words("for ", "pour ") + enumeration(needs) + words(": ", "\u{202F}: ") + days(member.days)
  }

  private mutating func why() {
    var reasons: [String] = []
    let covered = contract.needs.filter { !team.uncovered.contains($0.id ?? "") }
    if team.uncovered.isEmpty {
      reasons.append(
        words(
          "Every need of the contract is covered, each by people at the level asked for or above.",
          "Tous les besoins du contrat sont couverts, chacun par des personnes du niveau demandé ou au-dessus."))
    } else {
      let left = enumeration(team.uncovered.map { skill(need($0)) })
      reasons.append(
        words(
          "\(covered.count) of \(contract.needs.count) needs are covered at the level asked for or above; not offered: \(left).",
          "\(covered.count) besoins sur \(contract.needs.count) sont couverts au niveau demandé ou au-dessus\u{202F}; non proposé\u{202F}: \(left)."
        ))
    }
    let proven = covered.filter { need in
      dossier.people.indices.contains { index in
        given(team.members[index], need).map { !proofs($0.evidence, of: dossier.people[index]).isEmpty } ?? false
      }
    }
    if !proven.isEmpty {
      let skills = enumeration(proven.map { skill($0) })
      reasons.append(
        words("Proven by work done: \(skills).", "Prouvé par des missions menées ou en cours\u{202F}: \(skills)."))
    }
    for tie in dossier.ties { reasons.append(told(tie)) }
    let total = team.members.reduce(0) { $0 + $1.days }
    reasons.append(
      words(
        "The work takes \(days(total)); all of us are free for it.",
        "Le travail demande \(days(total))\u{202F}; chacun de nous est disponible pour sa part."))
    let tags = Set((contract.languages?.everyone ?? []).compactMap(\.language))
    let all = (contract.languages?.everyone ?? []).compactMap(\.language)
    let some = (contract.languages?.someone ?? []).compactMap(\.language).filter { !tags.contains($0) }
    func names(_ tags: [String]) -> String { enumeration(tags.map { Languages.name(of: $0, in: words.language) }) }
    if !all.isEmpty { reasons.append(words("All of us speak \(names(all)).", "Nous parlons tous \(names(all)).")) }
    if !some.isEmpty {
      reasons.append(
        words(
          "Also spoken in the team: \(names(some)).", "Également parlé dans l’équipe\u{202F}: \(names(some))."))
    }
    section("why", words("Why us", "Pourquoi nous")) { $0.bullets(reasons) }
  }

  private func told(_ tie: TeamDossier.KnownTie) -> String {
    let both = enumeration([name(tie.a), name(tie.b)])
    switch tie.basis {
    case .workedTogether:
      guard tie.isInferred, let place = tie.organization else {
        return words("\(both) have worked together.", "\(both) ont déjà travaillé ensemble.")
      }
      return words(
        "\(both) were at \(place) at the same time.", "\(both) ont été chez \(place) à la même période.")
    case .recommended: return words("\(both) recommend each other.", "\(both) se recommandent.")
    case .met, .connected: return words("\(both) have met.", "\(both) ont fait connaissance.")
    }
  }

  private mutating func work() {
    section("work", words("Who does what", "Qui fait quoi")) { sheet in
      sheet.paragraph(
        sheet.words(
          "The work is done \(sheet.window).", "Le travail se fait \(sheet.window)."))
      let columns = [
        sheet.words("Need", "Besoin"), sheet.words("Who", "Qui"), sheet.words("Days", "Jours"),
        sheet.words("Level that counts", "Niveau retenu"), sheet.words("Proven by", "Prouvé par"),
      ]
      sheet.table(sheet.words("The work by need", "Le travail par besoin"), columns) { sheet in
        for need in sheet.contract.needs {
          for (index, member) in sheet.team.members.enumerated() {
            guard let given = sheet.given(member, need), sheet.dossier.people.indices.contains(index) else { continue }
            let person = sheet.dossier.people[index]
            sheet.out.raw(trusted: "<tr>")
            sheet.out.element("th", [("scope", "row")], text: sheet.skill(need))
            sheet.out.element("td", text: sheet.name(member.id))
            sheet.out.element("td", text: sheet.number(given.days))
            sheet.out.element("td", text: given.level.map(sheet.words.level) ?? "")
            sheet.out.raw(trusted: "<td>")
            for (place, proof) in sheet.proofs(given.evidence, of: person).enumerated() {
              if place > 0 { sheet.out.write(", ") }
              let address = "#\(sheet.anchor(index + 1))-\(proof.anchor)"
              sheet.out.element("a", [("href", address)], text: proof.title)
            }
            sheet.out.raw(trusted: "</td></tr>\n")
          }
        }
      }
    }
  }

  private mutating func prices() {
    section("price", words("Days and price", "Jours et prix")) { sheet in
      let columns = [sheet.words("Need", "Besoin"), sheet.words("Days", "Jours"), sheet.words("Price", "Prix")]
      let caption = sheet.words("Amounts exclude VAT", "Montants hors taxes")
      sheet.table(caption, columns) { sheet in
        for need in sheet.contract.needs where !sheet.team.uncovered.contains(need.id ?? "") {
          var (days, price) = (0, 0)
          for member in sheet.team.members {
            let given = sheet.given(member, need)?.days ?? 0
            days += given
            price += sheet.price(member, given)
          }
          sheet.row(sheet.skill(need), [sheet.number(days), sheet.money(price)])
        }
        let total = sheet.team.members.reduce(0) { $0 + $1.days }
        sheet.row(
          sheet.words("Total", "Total"), [sheet.number(total), sheet.money(sheet.team.fees ?? 0)], class: "total")
      }
    }
  }

  private mutating func leading() {
    guard let lead = dossier.lead, let person = dossier.people.first(where: { $0.id == lead.id }) else { return }
    section("lead", words("Who speaks for us", "Mandataire")) { sheet in
      sheet.paragraph(
        sheet.words(
          "\(sheet.name(lead.id)) speaks for the team and is the one to ask.",
          "\(sheet.name(lead.id)) représente le groupement et répond à toutes vos questions."))
      sheet.paragraph(sheet.because(lead.reason))
      let contact = person.view.contact
      var ways: [(label: String, address: String?)] = []
      if let email = contact?.email { ways.append((email, SafeURL.mail(email))) }
      if let phone = contact?.phone { ways.append((phone, SafeURL.telephone(phone))) }
      if let url = contact?.url { ways.append((SafeURL.label(url), SafeURL.web(url))) }
      guard !ways.isEmpty else { return }
      sheet.out.raw(trusted: "<ul class=\"contact\">\n")
      for way in ways {
        sheet.out.raw(trusted: "<li>")
        if let address = way.address {
          sheet.out.element("a", [("href", address)], text: way.label)
        } else {
          sheet.out.write(way.label)
        }
        sheet.out.raw(trusted: "</li>\n")
      }
      sheet.out.raw(trusted: "</ul>\n")
    }
  }

  /// Why it is this one who leads.
  func because(_ reason: TeamDossier.Lead.Reason) -> String {
    switch reason {
    case .chosen: words("The team chose so.", "L’équipe en a décidé ainsi.")
    case .closest:
      words("Nobody knows the rest of the team better.", "C’est la personne qui connaît le mieux l’équipe.")
    case .mostDays:
      words("Nobody gives more days to this contract.", "C’est la personne la plus présente sur ce contrat.")
    case .first: words("All are equally near and present.", "Tous sont également proches et présents.")
    }
  }

  private mutating func references() {
    let all = dossier.people.flatMap { person in person.view.recommendations.map { (person, $0) } }
      // What the members say of each other is told with the ties.
      .filter { entry in
        entry.1.text != nil && !dossier.people.contains { $0.id == entry.1.from?.attributes.id }
      }
    guard !all.isEmpty else { return }
    section("references", words("References", "Références")) { sheet in
      for (person, recommendation) in all {
        let page = HTMLPage(view: person.view, options: sheet.options)
        guard let text = page.text(recommendation.text) else { continue }
        sheet.out.raw(trusted: "<blockquote>")
        sheet.out.element("p", [("lang", page.mark(text))]) { Prose(text).write(Markup(text.text).inlines, to: &$0) }
        let facts = [
          recommendation.from?.name, page.text(recommendation.from?.title)?.text,
          recommendation.relation.map(sheet.words.relation),
        ].compactMap(\.self).joined(separator: ", ")
        let about = sheet.words("about \(sheet.name(person.id))", "à propos de \(sheet.name(person.id))")
        sheet.out.element("p", [("class", "facts")], text: facts.isEmpty ? about : "\(facts), \(about)")
        sheet.out.raw(trusted: "</blockquote>\n")
      }
    }
  }

  /// A member's CV, what serves the contract first.
  private mutating func résumé(_ person: TeamDossier.Person, number: Int) {
    let prefix = anchor(number)
    out.void("article", [("id", prefix), ("class", "cv h-resume"), ("aria-labelledby", prefix + "-name")])
    out.newLine()
    var page = HTMLPage(
      view: person.view, options: options,
      out: HTMLText(idPrefix: prefix + "-", headingShift: 1, label: prefix + "-name"))
    out.element("h2", [("id", prefix + "-name"), ("class", "p-name")], text: name(person.id))
    out.newLine()
    page.write("p", page.text(person.view.headline), class: "headline")
    if let summary = page.text(person.view.summary) { page.paragraphs(summary) }
    for id in ["skills", "path", "studies", "certificates", "projects", "publications", "languages"] {
      page.section(id)
    }
    out.raw(trusted: page.out.text)
    out.raw(trusted: "</article>\n")
  }
}
