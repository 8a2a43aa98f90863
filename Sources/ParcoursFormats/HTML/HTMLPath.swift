internal import ParcoursModel
internal import ParcoursTransform

extension HTMLPage {
  private func tense(_ step: Step) -> Tense { step.tense(asOf: view.asOf) }

  /// What the person does now.
  mutating func present() {
    let steps = view.path.filter { $0.kind != .study && tense($0) == .present && $0.startDate != nil }
    guard !steps.isEmpty else { return }
    section("now", words("Now", "Aujourd’hui")) { page in
      page.out.raw(trusted: "<ul class=\"now\">\n")
      for step in steps {
        page.out.raw(trusted: "<li>")
        page.title(step, "strong", isNamed: false)
        if let name = page.name(step.organization) {
          page.out.write(", ")
          page.write("span", name)
        }
        if let workload = step.workload { page.out.write(" · " + page.words.percent(workload)) }
        page.out.raw(trusted: "</li>\n")
      }
      page.out.raw(trusted: "</ul>\n")
    }
  }

  /// The path so far: roles and breaks, the newest first, those of one organization under one heading.
  mutating func path() {
    let steps = view.path.filter { $0.kind != .study && tense($0) != .future }.newestFirst
    guard !steps.isEmpty else { return }
    section("path", words("Career", "Parcours")) { page in
      if page.options.page.theme.showsPicture { page.picture() }
      page.out.raw(trusted: "<ol class=\"steps\">\n")
      for group in steps.groupedByOrganization { page.group(group) }
      page.out.raw(trusted: "</ol>\n")
    }
  }

  /// The path drawn.
  private mutating func picture() {
    guard let picture = TimelinePicture(self) else { return }
    out.raw(trusted: "<figure class=\"picture\">\n")
    // On a narrow screen the picture is wider than it: it can be moved by keyboard too.
    out.void(
      "div",
      [
        ("class", "scroll"), ("tabindex", "0"), ("role", "group"),
        ("aria-label", words("The path drawn", "Le parcours dessiné")),
      ])
    out.raw(trusted: "\n\(picture.svg(isTypeset ? .paper(options.page.theme) : .page))\n</div>\n")
    if let caption = picture.caption { out.element("figcaption", text: caption) }
    out.raw(trusted: "</figure>\n")
  }

  /// Steps at one organization under its name; a single step stands for itself.
  private mutating func group(_ steps: [Step]) {
    guard steps.count > 1, let name = name(steps[0].organization) else {
      for step in steps { self.step(step) }
      return
    }
    out.raw(trusted: "<li class=\"step group\">\n")
    write("h3", name)
    out.newLine()
    out.raw(trusted: "<ol class=\"steps\">\n")
    for step in steps { self.step(step, isGrouped: true) }
    out.raw(trusted: "</ol>\n</li>\n")
  }

  /// What comes: roles agreed and sought, and when the person is free.
  mutating func future() {
    let steps = view.path.filter { tense($0) == .future }
    guard !steps.isEmpty || view.availability != nil || view.rate != nil else { return }
    section("next", words("Next", "La suite")) { page in
      if let availability = page.view.availability { page.availability(availability) }
      if let rate = page.view.rate, let amount = rate.amount, let currency = rate.currency {
        let unit = rate.per == .hour ? page.words("hour", "heure") : page.words("day", "jour")
        page.out.element("p", [], text: page.words.label("Rate", "Tarif") + "\(amount)\u{A0}\(currency) / \(unit)")
        page.out.newLine()
      }
      if !steps.isEmpty {
        page.out.raw(trusted: "<ol class=\"steps\">\n")
        for step in steps { page.step(step) }
        page.out.raw(trusted: "</ol>\n")
      }
    }
  }

  private mutating func availability(_ availability: Availability) {
    var parts: [String] = []
    if let from = availability.from {
      parts.append(words("available ", "disponible ") + words.from(from))
    }
    if let until = availability.until { parts.append(words.until(until)) }
    if let days = availability.daysPerWeek {
      parts.append("\(days.json.numberText(in: words)) \(words.daysAWeek(days))")
    }
    guard !parts.isEmpty else { return }
    if availability.from == nil { parts[0] = words("available ", "disponible ") + parts[0] }
    let sentence = parts.joined(separator: ", ")
    out.element(
      "p", [("class", "availability"), ("data-at", mark("/availability"))],
      text: sentence.prefix(1).uppercased() + sentence.dropFirst())
    out.newLine()
  }

  /// What a step is called, as plain text.
  func plainTitle(_ step: Step) -> String {
    switch step.kind {
    case .role: return text(step.title)?.text ?? name(step.organization)?.text ?? words("Role", "Poste")
    case .break: return words.careerBreak(step.reason)
    case .study:
      let parts = [text(step.studyType)?.text, text(step.area)?.text].compactMap(\.self)
      return parts.isEmpty ? name(step.institution)?.text ?? words("Study", "Études") : parts.joined(separator: ", ")
    }
  }

  private mutating func title(_ step: Step, _ element: StaticString, isNamed: Bool = true) {
    let names = isNamed ? "p-name" : nil
    switch step.kind {
    case .role: write(element, text(step.title), class: names)
    case .break:
      out.element(
        element, [("class", names)], text: words.careerBreak(step.reason))
    case .study:
      let parts = [text(step.studyType)?.text, text(step.area)?.text].compactMap(\.self)
      out.element(
        element, [("class", names)], text: parts.isEmpty ? words("Study", "Études") : parts.joined(separator: ", "))
    }
  }

  mutating func step(_ step: Step, isGrouped: Bool = false) {
    let kind = step.kind == .break ? "step step-break" : "step"
    let time = tense(step) == .present ? " is-present" : tense(step) == .future ? " is-future" : ""
    out.void(
      "li",
      [
        ("class", "\(kind)\(time) p-experience h-event"), ("id", step.attributes.id.map(Self.anchor)),
        ("data-at", mark(step.attributes)),
      ])
    out.newLine()
    title(step, isGrouped ? "h4" : "h3")
    out.newLine()
    facts(step)
    range(step.startDate, step.endDate, isFuture: tense(step) == .future || step.isEndHidden)
    if let summary = text(step.summary) { paragraphs(summary, class: "p-summary") }
    items(step.highlights)
    skillLinks(step.skills)
    engagements(step.engagements)
    if let transition = step.transition { carried(transition) }
    if let terms = step.terms { self.terms(terms) }
    out.raw(trusted: "</li>\n")
  }

  private mutating func facts(_ step: Step) {
    var facts: [(inout HTMLPage) -> Void] = []
    if let name = name(step.organization ?? step.institution) {
      let url = SafeURL.web((step.organization ?? step.institution)?.url)
      facts.append { page in
        if let url {
          page.out.element("a", [("class", "p-org"), ("href", url)], text: name.text)
        } else {
          page.write("span", name, class: "p-org")
        }
      }
    }
    if let via = name(step.via) {
      let label = words("via ", "via ") + via.text
      facts.append { $0.out.element("span", text: label) }
    }
    var plain: [String] = []
    if step.status == .agreed { plain.append(words("agreed", "convenu")) }
    if step.status == .sought { plain.append(words("sought", "recherché")) }
    if let engagement = step.engagement { plain.append(words.engagement(engagement)) }
    if let mode = step.mode { plain.append(words.mode(mode)) }
    if let workload = step.workload { plain.append(words.percent(workload)) }
    if let city = step.location?.city { plain.append(city) }
    facts += plain.map { text in { $0.out.element("span", text: text) } }
    guard !facts.isEmpty else { return }
    out.raw(trusted: "<p class=\"facts\">")
    for (index, fact) in facts.enumerated() {
      if index > 0 { out.write(" · ") }
      fact(&self)
    }
    out.raw(trusted: "</p>\n")
  }

  private mutating func skillLinks(_ names: [String]) {
    guard !names.isEmpty else { return }
    out.raw(trusted: "<p class=\"tags\">")
    out.write(words.label("Skills", "Compétences"))
    for (index, name) in names.enumerated() {
      if index > 0 { out.write(", ") }
      if view.skills.contains(where: { $0.name == name }) {
        out.element("a", [("href", "#" + Self.anchor("skill-" + name))], text: name)
      } else {
        out.write(name)
      }
    }
    out.raw(trusted: "</p>\n")
  }

  private mutating func engagements(_ engagements: [ClientEngagement]) {
    guard !engagements.isEmpty else { return }
    out.raw(trusted: "<ul class=\"engagements\">\n")
    for engagement in engagements {
      out.raw(trusted: "<li>")
      write("strong", text(engagement.title))
      if let client = name(engagement.client) {
        out.write(text(engagement.title) == nil ? "" : ", ")
        write("span", client)
      }
      out.newLine()
      range(engagement.startDate, engagement.endDate, isFuture: false)
      if let summary = text(engagement.summary) { paragraphs(summary) }
      items(engagement.highlights)
      skillLinks(engagement.skills)
      out.raw(trusted: "</li>\n")
    }
    out.raw(trusted: "</ul>\n")
  }

  private mutating func carried(_ transition: Transition) {
    let carried = transition.carriedOver.compactMap { text($0)?.text }
    out.raw(trusted: "<p class=\"turn\">")
    if let kind = transition.kind { out.write(words.transition(kind) + ". ") }
    if let summary = text(transition.summary) {
      inline("span", summary)
      out.write(" ")
    }
    if !carried.isEmpty {
      out.write((words.label("Carried over", "Acquis conservés") + carried.joined(separator: ", ")).ended)
    }
    out.raw(trusted: "</p>\n")
  }

  private mutating func terms(_ terms: Terms) {
    var parts: [String] = []
    if let mode = terms.mode { parts.append(words.mode(mode)) }
    if let workload = terms.workload { parts.append(words.percent(workload)) }
    if let months = terms.minimumMonths { parts.append(words("at least \(months) months", "\(months) mois au moins")) }
    parts += terms.locations.compactMap(\.city)
    guard !parts.isEmpty else { return }
    out.element(
      "p", [("class", "facts")], text: words.label("Conditions", "Conditions") + parts.joined(separator: " · "))
    out.newLine()
  }

  /// An id that may stand in an attribute and a fragment: letters, digits and hyphens.
  static func anchor(_ text: String) -> String {
    let kept = text.lowercased().map { $0.isLetter || $0.isNumber ? String($0) : "-" }
    return "i-" + kept.joined()
  }
}

extension Array<Step> {
  /// Runs of steps at the same organization that touch or overlap; they are the newest first already. A month between two
  /// of them still touches.
  var groupedByOrganization: [[Step]] {
    var groups: [[Step]] = []
    for step in self {
      let name = step.organization?.name.map(Folding.folded) ?? ""
      if let last = groups.last?.last, step.kind == .role, last.kind == .role, !name.isEmpty,
        last.organization?.name.map(Folding.folded) == name, let start = last.startDate,
        step.endDate.map({ start.firstMonth - $0.lastMonth <= 1 }) ?? true
      {
        groups[groups.count - 1].append(step)
      } else {
        groups.append([step])
      }
    }
    return groups
  }
}

extension JSONValue {
  /// A number as it is read in a language: a comma for the point in French.
  func numberText(in words: Wording) -> String {
    guard case .number(let text) = self else { return "" }
    return words.language == "fr" ? text.split(separator: ".").joined(separator: ",") : text
  }
}
