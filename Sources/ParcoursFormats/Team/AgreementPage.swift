internal import ParcoursModel

/// A draft of what the members of a joint tender agree on among themselves: what is known is filled in, what they must decide
/// is left open and marked so.
extension TeamSheet {
  mutating func writeAgreement() {
    page(words("Draft agreement — ", "Projet de convention — ") + contractTitle) { sheet in
      sheet.out.element(
        "h1",
        text: sheet.words(
          "Joint tender agreement", "Convention de groupement momentané d’entreprises"))
      sheet.out.newLine()
      sheet.paragraph(sheet.contractTitle, class: "lead")
      sheet.paragraph(
        sheet.words(
          "A draft to discuss, made from the team and the contract. This is not legal advice: have it reviewed by a lawyer, and fill in or strike out what stands in brackets.",
          "Projet à discuter, établi d’après l’équipe et le contrat. Il ne tient pas lieu de conseil juridique : faites-le relire par un professionnel, et complétez ou rayez ce qui figure entre crochets."
        ), class: "facts")
      sheet.parties()
      for (index, article) in sheet.articles.enumerated() { sheet.article(index + 1, article) }
      sheet.signatures()
    }
  }

  private struct Article {
    var id: String
    var title: String
    var paragraphs: [String]
    var hasShares = false
  }

  private mutating func parties() {
    section("parties", words("Between", "Entre les soussignés")) { sheet in
      sheet.out.raw(trusted: "<ul>\n")
      for person in sheet.dossier.people {
        sheet.out.raw(trusted: "<li>")
        sheet.out.write(
          sheet.name(person.id)
            + sheet.words(
              ", [legal form, address, registration number, insurer]",
              ", [forme juridique, adresse, numéro SIRET ou d’immatriculation, assureur]"))
        if person.id == sheet.dossier.lead?.id {
          sheet.out.write(sheet.words(", “the lead”", ", «\u{202F}le mandataire\u{202F}»"))
        }
        sheet.out.raw(trusted: "</li>\n")
      }
      sheet.out.raw(trusted: "</ul>\n")
      sheet.paragraph(sheet.words("together “the members”.", "ensemble « les membres »."))
    }
  }

  private mutating func article(_ number: Int, _ article: Article) {
    section(article.id, words("\(number). ", "Article \(number) — ") + article.title) { sheet in
      for text in article.paragraphs { sheet.paragraph(text) }
      if article.hasShares { sheet.shares() }
    }
  }

  private mutating func shares() {
    let columns = [
      words("Member", "Membre"), words("Work", "Prestations"), words("Days", "Jours"), words("Amount", "Montant"),
      words("Share", "Quote-part"),
    ]
    table(words("Each one’s share; amounts exclude VAT", "Part de chacun\u{202F}; montants hors taxes"), columns) {
      sheet in
      let shares = sheet.percents(sheet.team.members.map(\.fee))
      for (member, share) in zip(sheet.team.members, shares) {
        let work = member.needs.map {
          "\(sheet.skill(sheet.need($0.need))) (\(sheet.days($0.days)))"
        }
        sheet.row(
          sheet.name(member.id),
          [
            work.joined(separator: ", "), sheet.number(member.days), sheet.money(member.fee), share,
          ])
      }
      let days = sheet.team.members.reduce(0) { $0 + $1.days }
      sheet.row(
        sheet.words("Total", "Total"),
        ["", sheet.number(days), sheet.money(sheet.team.fees ?? 0), sheet.percent(100)], class: "total")
    }
  }

  private mutating func signatures() {
    section("signatures", words("Signatures", "Signatures")) { sheet in
      sheet.paragraph(sheet.words("Signed at [place], on [date].", "Fait à [lieu], le [date]."))
      sheet.out.raw(trusted: "<div class=\"sign\">\n")
      for person in sheet.dossier.people { sheet.paragraph(sheet.name(person.id)) }
      sheet.out.raw(trusted: "</div>\n")
    }
  }

  private var articles: [Article] {
    let client = clientName ?? words("[client]", "[client]")
    let lead = dossier.lead.map { name($0.id) } ?? words("[lead]", "[mandataire]")
    func article(_ id: String, _ english: String, _ french: String, _ texts: [(String, String)]) -> Article {
      Article(id: id, title: words(english, french), paragraphs: texts.map { words($0.0, $0.1) })
    }
    var all = [
      article(
        "object", "Purpose", "Objet",
        [
          (
            "The members tender together for “\(contractTitle)” for \(client), and carry it out together \(window) if it is awarded to them. They do not form a company; each remains independent.",
            "Les membres répondent ensemble à la consultation « \(contractTitle) » de \(client) et, si elle leur est attribuée, l’exécutent ensemble \(window). Ils ne créent pas de société ; chacun demeure indépendant."
          )
        ]),
      article(
        "form", "Form and liability", "Forme et responsabilité",
        [
          (
            "The tender is [joint: each member answers for their own part] [joint and several: each member answers for the whole]. [The lead answers for the parts of the others too.]",
            "Le groupement est [conjoint : chaque membre n’est engagé que pour sa part] [solidaire : chaque membre est engagé pour la totalité]. [Le mandataire est solidaire des autres membres.]"
          ),
          (
            "Each member is insured for their professional liability and proves it to the others before the work begins.",
            "Chaque membre est assuré pour sa responsabilité civile professionnelle et en justifie aux autres avant le début des travaux."
          ),
        ]),
      article(
        "lead-part", "The lead", "Le mandataire",
        [
          (
            "\(lead) represents the members towards the client: submits the offer [and signs it in their name], receives and passes on what the client writes, coordinates the work and its calendar, and gathers the invoices. The lead decides nothing that changes another member’s part without their consent.",
            "\(lead) représente les membres auprès du client : remise de l’offre [et signature en leur nom], réception et transmission des courriers, coordination des travaux et du calendrier, regroupement des factures. Le mandataire ne décide de rien qui modifie la part d’un autre membre sans son accord."
          ),
          (
            "The lead’s work for the team is paid [by the lead’s own share] [by … % of each member’s amount].",
            "La mission du mandataire est rémunérée [par sa propre part] [par … % du montant de chaque membre]."
          ),
        ]),
    ]
    var shares = article(
      "shares", "Shares", "Répartition",
      [
        (
          "Each member does the work and receives the amount that stands beside their name. If the contract changes, the shares are agreed anew in writing.",
          "Chaque membre réalise les prestations inscrites en regard de son nom et perçoit le montant correspondant. Toute modification du marché donne lieu à une nouvelle répartition écrite."
        )
      ])
    shares.hasShares = true
    all.append(shares)
    all += [
      article(
        "payment", "Invoices and payment", "Facturation et paiement",
        [
          (
            "Each member invoices [the client] [the lead] for their own work. Amounts that the lead receives for others are passed on within [8] days.",
            "Chaque membre facture ses propres prestations [au client] [au mandataire]. Les sommes reçues par le mandataire pour le compte d’un membre lui sont reversées sous [8] jours."
          ),
          (
            "Penalties and deductions are borne by the member who caused them; where that cannot be told, by all in proportion to their shares.",
            "Les pénalités et réfactions sont supportées par le membre qui en est la cause ; à défaut de pouvoir l’établir, par tous au prorata de leurs parts."
          ),
        ]),
      article(
        "together", "Working together", "Travailler ensemble",
        [
          (
            "The members meet [every week], and decide by consent; where they cannot, by the majority of [the members] [the shares]. Each says early what may delay their part.",
            "Les membres se réunissent [chaque semaine] et décident par consentement ; à défaut, à la majorité [des membres] [des parts]. Chacun signale au plus tôt ce qui peut retarder sa part."
          ),
          (
            "Until the tender is decided no member bids for this contract with others or alone.",
            "Jusqu’à la décision d’attribution, aucun membre ne répond à cette consultation seul ou avec d’autres."
          ),
        ]),
      article(
        "absence", "Absence and leaving", "Empêchement et départ",
        [
          (
            "A member who cannot go on tells the others at once. The others agree within [10] days, with the client’s consent where the contract asks for it, on who takes over the part. What was done until then is paid.",
            "Un membre empêché en informe aussitôt les autres. Ceux-ci désignent sous [10] jours, avec l’accord du client si le marché l’exige, qui reprend sa part. Le travail accompli jusque-là est payé."
          )
        ]),
      article(
        "rights", "Confidentiality and rights", "Confidentialité et droits",
        [
          (
            "What the members learn of each other and of the client stays confidential, also after the contract ends. Each keeps the rights to what they bring; rights to what is made for the client pass as the contract says.",
            "Ce que les membres apprennent les uns des autres et du client reste confidentiel, y compris après la fin du marché. Chacun conserve ses droits sur ce qu’il apporte ; les droits sur les livrables sont cédés au client selon le marché."
          )
        ]),
      article(
        "end", "Duration and disputes", "Durée et litiges",
        [
          (
            "This agreement holds from its signature until the tender is lost or the contract is done and paid. Disputes go to a mediator first, then to the courts of [place]; the law of [country] applies.",
            "La présente convention vaut de sa signature jusqu’au rejet de l’offre, ou jusqu’à l’achèvement et au paiement du marché. Les litiges sont d’abord soumis à un médiateur, puis aux tribunaux de [lieu] ; le droit [pays] s’applique."
          )
        ]),
    ]
    return all
  }
}
