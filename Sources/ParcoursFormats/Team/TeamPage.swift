internal import ParcoursModel

/// The page that explains a team to the people in it.
extension TeamSheet {
  mutating func writeExplanation() {
    page(contractTitle) { sheet in
      sheet.out.element("h1", text: sheet.dossier.sentences.heading)
      sheet.out.newLine()
      guard !sheet.team.members.isEmpty else {
        sheet.nothing()
        return
      }
      sheet.paragraph(sheet.sentence(sheet.dossier.sentences.price), class: "lead")
      sheet.paragraph(sheet.sentence(sheet.dossier.sentences.proof))
      for note in sheet.dossier.sentences.notes { sheet.paragraph(sheet.sentence(note), class: "facts") }
      sheet.coverage()
      sheet.trust()
      sheet.costs()
      sheet.worth()
      sheet.others()
    }
  }

  /// A line of the terminal as a sentence of a page.
  func sentence(_ line: String) -> String {
    guard let first = line.first else { return line }
    let end = line.hasSuffix(".") ? "" : "."
    return first.uppercased() + line.dropFirst() + end
  }

  /// Why there is none.
  private mutating func nothing() {
    var lines: [String] = []
    func isItem(_ line: String) -> Bool { line.hasPrefix("  ") }
    func flush(_ sheet: inout TeamSheet) {
      sheet.bullets(lines.map { sheet.sentence(String($0.drop { $0 == " " })) })
      lines = []
    }
    for line in dossier.sentences.nothing where !line.isEmpty {
      if isItem(line) {
        lines.append(line)
      } else {
        flush(&self)
        paragraph(line.prefix(1).uppercased() + line.dropFirst())
      }
    }
    flush(&self)
    for note in dossier.sentences.notes { paragraph(sentence(note), class: "facts") }
  }

  /// Needs by members: who gives how many days at which level, on which evidence.
  private mutating func coverage() {
    section("coverage", words("Who does what", "Qui fait quoi")) { sheet in
      let names = sheet.team.members.map { sheet.name($0.id) }
      let caption = sheet.words("Days, levels and what proves them", "Jours, niveaux et ce qui les prouve")
      sheet.table(caption, [sheet.words("Need", "Besoin")] + names) { sheet in
        for need in sheet.contract.needs {
          sheet.needHead(need)
          for (index, member) in sheet.team.members.enumerated() {
            sheet.out.raw(trusted: "<td>")
            if let given = sheet.given(member, need) {
              sheet.out.write(sheet.days(given.days))
              if let level = given.level { sheet.small(sheet.words.level(level)) }
              if let own = given.skill { sheet.small(sheet.words("by \(own)", "au titre de \(own)")) }
              let person = sheet.dossier.people.indices.contains(index) ? sheet.dossier.people[index] : nil
              if let person {
                for proof in sheet.proofs(given.evidence, of: person) { sheet.small(proof.title) }
              }
            }
            sheet.out.raw(trusted: "</td>")
          }
          sheet.out.raw(trusted: "</tr>\n")
        }
        let sums = sheet.team.members.map { member in
          sheet.words("\(member.days) of \(member.capacity)", "\(member.days) sur \(member.capacity)")
        }
        sheet.row(sheet.words("Days of those they have", "Jours, sur ceux dont ils disposent"), sums, class: "total")
      }
    }
  }

  private mutating func needHead(_ need: Contract.Need) {
    var facts = [words.level(need.level ?? .novice), days(need.days ?? 0)]
    if !need.isMust { facts.append(words("a wish", "souhaité")) }
    if team.uncovered.contains(need.id ?? "") { facts.append(words("not covered", "non couvert")) }
    let name = skill(need)
    out.raw(trusted: "<tr>")
    out.element("th", [("scope", "row")]) { out in
      out.write(name)
      out.element("small", text: facts.joined(separator: " · "))
    }
  }

  mutating func small(_ text: String) { out.element("small", text: text) }

  /// The trust among them, drawn and told.
  private mutating func trust() {
    guard !team.pairs.isEmpty else { return }
    section("trust", words("Who knows whom", "Qui connaît qui")) { sheet in
      sheet.out.raw(trusted: TrustPicture(sheet).svg + "\n")
      sheet.bullets(sheet.dossier.sentences.pairs.map(sheet.sentence))
      let lengths = sheet.contract.trust?.lengths ?? Contract.Lengths()
      let price = sheet.money(sheet.contract.trust?.price ?? 0)
      sheet.paragraph(
        sheet.words(
          "In brackets the distance: \(lengths.workedTogether) for people who worked together, \(lengths.recommended) where one recommends the other, \(lengths.met) for those who have met, \(lengths.stranger) for strangers. Each step weighs \(price) in the comparison of teams; nobody pays it.",
          "Entre parenthèses, la distance : \(lengths.workedTogether) pour un travail commun, \(lengths.recommended) pour une recommandation, \(lengths.met) pour une rencontre, \(lengths.stranger) pour des inconnus. Chaque pas compte pour \(price) dans la comparaison des équipes ; personne ne les paie."
        ), class: "facts")
    }
  }

  /// What of the price is whose.
  private mutating func costs() {
    section("costs", words("What it costs", "Ce que cela coûte")) { sheet in
      let whole = max(1, sheet.team.price ?? 0)
      sheet.out.raw(trusted: sheet.split(whole))
      let caption = sheet.words(
        "Fees of each, and the price of distances", "Honoraires de chacun, et prix des distances")
      sheet.table(
        caption, [sheet.words("Whose", "Part"), sheet.words("Amount", "Montant"), sheet.words("Share", "Part du prix")]
      ) { sheet in
        let trust = sheet.team.trust ?? 0
        let shares = sheet.percents(sheet.team.members.map(\.fee) + [trust])
        for (member, share) in zip(sheet.team.members, shares) {
          sheet.row(sheet.name(member.id), [sheet.money(member.fee), share])
        }
        sheet.row(sheet.words("Trust", "Confiance"), [sheet.money(trust), shares.last ?? ""])
        sheet.row(
          sheet.words("Price", "Prix"), [sheet.money(sheet.team.price ?? 0), sheet.percent(100)], class: "total")
      }
    }
  }

  func percent(_ value: Int) -> String { "\(value)" + words("%", "\u{202F}%") }

  func percents(_ parts: [Int]) -> [String] { Shares.percents(parts).map(percent) }

  /// The price as one bar; its parts stand in the table below it.
  private func split(_ whole: Int) -> String {
    var out = HTMLText()
    out.element(
      "svg", [("class", "split"), ("viewBox", "0 0 1000 36"), ("role", "img"), ("aria-labelledby", "split-title")]
    ) { out in
      out.element(
        "title", [("id", "split-title")],
        text: words("The price, divided as in the table below", "Le prix, divisé comme dans le tableau ci-dessous"))
      var at = 0
      let parts = team.members.map { ($0.fee, "") } + [(team.trust ?? 0, "trust")]
      for (amount, kind) in parts where amount > 0 {
        let width = amount * 1_000 / whole
        out.element(
          "rect",
          [
            ("class", kind.isEmpty ? nil : kind), ("x", String(at)), ("y", "0"), ("width", String(width)),
            ("height", "36"),
          ])
        at += width
      }
    }
    return out.text + "\n"
  }

  /// What each one and each rule is worth.
  private mutating func worth() {
    let sentences = dossier.sentences
    guard !sentences.absences.isEmpty || !sentences.binding.isEmpty || !sentences.common.isEmpty else { return }
    section("worth", words("What if", "Et si")) { sheet in
      sheet.bullets((sentences.absences.map(\.sentence) + sentences.binding + sentences.common).map(sheet.sentence))
    }
  }

  /// Other teams.
  private mutating func others() {
    let sentences = dossier.sentences
    if !sentences.alternatives.isEmpty {
      section("next-teams", words("The next teams", "Les équipes suivantes")) { sheet in
        sheet.bullets(sentences.alternatives, class: "entries")
      }
    }
    if !sentences.curve.isEmpty {
      section(
        "curve", words("The best team by the price of trust", "La meilleure équipe selon le prix de la confiance")
      ) {
        $0.bullets(sentences.curve)
      }
    }
  }
}

/// Shares in percent.
package enum Shares {
  /// Shares that are a hundred together: what is left over goes to the largest remainders (Hare–Niemeyer). O(n log n).
  package static func percents(_ parts: [Int]) -> [Int] {
    let whole = parts.reduce(0, +)
    guard whole > 0 else { return parts.map { _ in 0 } }
    var shares = parts.map { $0 * 100 / whole }
    let rest = parts.indices.sorted { (parts[$0] * 100 % whole, $1) > (parts[$1] * 100 % whole, $0) }
    for index in rest.prefix(100 - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }
}
