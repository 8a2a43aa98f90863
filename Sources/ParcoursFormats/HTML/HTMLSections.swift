internal import ParcoursModel
internal import ParcoursTransform

extension HTMLPage {
  /// Skills by level, with links to the steps that prove them.
  mutating func skills() {
    guard !view.skills.isEmpty else { return }
    section("skills", words("Skills", "Compétences")) { page in
      page.out.raw(trusted: "<ul class=\"skills\">\n")
      let leading = page.view.leadingSkills.map(Folding.folded)
      func place(_ skill: Skill) -> Int {
        leading.isEmpty ? 0 : skill.name.flatMap { leading.firstIndex(of: Folding.folded($0)) } ?? leading.count
      }
      let sorted = page.view.skills.enumerated().sorted {
        let left = (place($0.element), -($0.element.level?.rank ?? 0), $0.offset)
        let right = (place($1.element), -($1.element.level?.rank ?? 0), $1.offset)
        return left < right
      }
      let evidence = page.view.skillEvidence
      for (_, skill) in sorted { page.skill(skill, evidence[Folding.folded(skill.name ?? "")] ?? SkillEvidence()) }
      page.out.raw(trusted: "</ul>\n")
    }
  }

  private mutating func skill(_ skill: Skill, _ evidence: SkillEvidence) {
    let name = skill.name ?? ""
    out.void("li", [("data-at", mark(skill.attributes))])
    out.element("span", [("class", "p-skill"), ("id", Self.anchor("skill-" + name))], text: name)
    if let level = skill.level { out.element("span", [("class", "level")], text: " · " + words.level(level)) }
    // For how long is what its owner says, else what the path shows; of part-time work the share stands beside it.
    let claimed = skill.years.map { Int(($0 * 12).rounded()) }
    let months = claimed ?? evidence.calendarMonths
    if months > 0 {
      let share = evidence.calendarMonths > 0 ? (evidence.months * 20 / evidence.calendarMonths) * 5 : 100
      let part = share > 0 && share < 95 ? " (\(words.percent(share)))" : ""
      out.element("span", [("class", "level")], text: " · " + words.duration(months: months) + part)
    }
    // What is no longer used says since when.
    if let last = evidence.lastUsed, last.lastMonth + 12 < view.asOf.firstMonth {
      out.element("span", [("class", "level")], text: " · " + words("until \(last.year)", "jusqu’en \(last.year)"))
    }
    if !skill.keywords.isEmpty { out.write(" (" + skill.keywords.joined(separator: ", ") + ")") }
    let proofs = skill.evidence.compactMap { id -> (String, String)? in
      guard let step = view.path.first(where: { $0.attributes.id == id && $0.kind != .study }),
        step.tense(asOf: view.asOf) != .future, let title = text(step.title)?.text
      else { return nil }
      return (Self.anchor(id), title)
    }
    for (index, proof) in proofs.enumerated() {
      out.write(index == 0 ? " — " : ", ")
      out.element("a", [("href", "#" + proof.0)], text: proof.1)
    }
    out.raw(trusted: "</li>\n")
  }

  /// Studies, each an event of its own.
  mutating func studies() {
    let studies = view.path.filter { $0.kind == .study && $0.tense(asOf: view.asOf) != .future }.newestFirst
    guard !studies.isEmpty else { return }
    section("studies", words("Studies", "Formation")) { page in
      page.out.raw(trusted: "<ol class=\"steps\">\n")
      for study in studies {
        page.out.void("li", [("class", "step p-education h-event"), ("data-at", page.mark(study.attributes))])
        page.out.newLine()
        let parts = [page.text(study.studyType)?.text, page.text(study.area)?.text].compactMap(\.self)
        page.out.element(
          "h3", [("class", "p-name")],
          text: parts.isEmpty
            ? page.name(study.institution)?.text ?? page.words("Study", "Études") : parts.joined(separator: ", "))
        page.out.newLine()
        if let school = page.name(study.institution) {
          page.out.raw(trusted: "<p class=\"facts\">")
          page.link(study.institution?.url, school.text, class: "p-org")
          if let score = study.score { page.out.write(" · \(score)") }
          page.out.raw(trusted: "</p>\n")
        }
        page.range(study.startDate, study.endDate, isFuture: study.isEndHidden)
        if let summary = page.text(study.summary) { page.paragraphs(summary) }
        page.list(study.courses)
        page.items(study.highlights)
        page.out.raw(trusted: "</li>\n")
      }
      page.out.raw(trusted: "</ol>\n")
    }
  }

  private mutating func entries<Entry: Item>(
    _ id: String, _ title: String, _ entries: [Entry], _ body: (inout HTMLPage, Entry) -> Void
  ) {
    guard !entries.isEmpty else { return }
    section(id, title) { page in
      page.out.raw(trusted: "<ul class=\"entries\">\n")
      for entry in entries {
        page.out.void("li", [("data-at", page.mark(entry.attributes))])
        body(&page, entry)
        page.out.raw(trusted: "</li>\n")
      }
      page.out.raw(trusted: "</ul>\n")
    }
  }

  private mutating func titled(_ title: LocalizedText?, _ url: String?, _ facts: [String?], _ date: PartialDate?) {
    let label = text(title)?.text ?? url ?? ""
    out.raw(trusted: "<strong>")
    link(url, label)
    out.raw(trusted: "</strong>")
    for fact in facts.compactMap(\.self) { out.write(" · \(fact)") }
    if let date {
      out.write(" · ")
      time(date, class: "dt-published")
    }
    out.newLine()
  }

  /// The section of a list of entries, by its id.
  mutating func entries(_ id: String) {
    switch id {
    case "projects": projects()
    case "certificates": certificates()
    case "publications": publications()
    case "awards": awards()
    case "languages": languages()
    case "services": services()
    case "recommendations": recommendations()
    case "interests": interests()
    default: break
    }
  }

  private mutating func projects() {
    entries("projects", words("Projects", "Réalisations"), view.projects) { page, project in
      page.titled(project.name, project.url, [project.entity, project.type], nil)
      page.range(project.startDate, project.endDate, isFuture: project.endDate == nil && project.startDate == nil)
      if let description = page.text(project.description) { page.paragraphs(description) }
      page.items(project.highlights)
      let roles = project.roles.compactMap { page.text($0)?.text } + project.keywords
      if !roles.isEmpty { page.out.element("p", [("class", "tags")], text: roles.joined(separator: ", ")) }
    }
  }

  private mutating func certificates() {
    entries("certificates", words("Certificates", "Certifications"), view.certificates) { page, certificate in
      page.titled(certificate.name, certificate.url, [certificate.issuer], certificate.date)
      if let expires = certificate.expires {
        page.out.write(" · " + page.words.label("valid until", "valable jusqu’à"))
        page.time(expires, class: "expires")
      }
    }
  }

  private mutating func publications() {
    entries("publications", words("Publications", "Publications"), view.publications) { page, publication in
      page.titled(publication.name, publication.url, [publication.publisher], publication.releaseDate)
      if let summary = page.text(publication.summary) { page.paragraphs(summary) }
    }
  }

  private mutating func awards() {
    entries("awards", words("Awards", "Distinctions"), view.awards) { page, award in
      page.titled(award.title, nil, [award.awarder], award.date)
      if let summary = page.text(award.summary) { page.paragraphs(summary) }
    }
  }

  private mutating func languages() {
    entries("languages", words("Languages", "Langues"), view.languages) { page, spoken in
      let name = Languages.title(of: spoken.language ?? "", in: page.words.language)
      page.out.element("strong", text: name)
      if let fluency = spoken.fluency {
        page.out.write(" · \(page.words.fluency(fluency))")
      } else if let label = spoken.label {
        page.out.write(" · \(label)")
      }
    }
  }

  private mutating func services() {
    entries("services", words("Services", "Services"), view.services) { page, service in
      page.titled(service.name, nil, [], nil)
      if let summary = page.text(service.summary) { page.paragraphs(summary) }
      page.items(service.deliverables)
    }
  }

  private mutating func recommendations() {
    entries("recommendations", words("Recommendations", "Recommandations"), view.recommendations) { page, said in
      page.out.raw(trusted: "<figure>\n<blockquote>\n")
      if let text = page.text(said.text) { page.paragraphs(text) }
      page.out.raw(trusted: "</blockquote>\n<figcaption>")
      page.out.element("cite", text: said.from?.name ?? "")
      if let title = page.text(said.from?.title) { page.out.write(", \(title.text)") }
      if let relation = said.relation { page.out.write(" (\(page.words.relation(relation)))") }
      page.out.raw(trusted: "</figcaption>\n</figure>\n")
    }
  }

  private mutating func interests() {
    entries("interests", words("Interests", "Centres d’intérêt"), view.interests) { page, interest in
      page.write("strong", page.text(interest.name))
      if !interest.keywords.isEmpty {
        page.out.write(" — " + interest.keywords.joined(separator: ", "))
      }
    }
  }
}
