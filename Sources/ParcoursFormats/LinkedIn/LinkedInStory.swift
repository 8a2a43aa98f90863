internal import ParcoursModel
internal import ParcoursTransform

/// The sentences that an About is composed of, each from facts of the model.
struct LinkedInStory {
  let view: IdentityView
  let words: Wording

  func text(_ text: LocalizedText?) -> String? {
    guard let version = text?.version(for: view.language, documentLanguage: view.documentLanguage) else {
      return nil
    }
    let isFrench = Wording.primary(version.language ?? "") == "fr"
    return version.text.isEmpty ? nil : isFrench ? Wording("fr").typeset(version.text) : version.text
  }

  private func steps(_ tense: Tense) -> [Step] {
    view.path.filter { $0.tense(asOf: view.asOf) == tense }.newestFirst
  }

  private func flat(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  /// A sentence behind another: a capital first, a full stop last.
  private func sentence(_ text: String) -> String {
    let flat = flat(text)
    let capital = flat.prefix(1).uppercased() + flat.dropFirst()
    return capital.ended
  }

  private func whom(_ organization: Organization?) -> String {
    words.whom(name: organization?.name.map(flat), alias: text(organization?.alias).map(flat))
  }

  /// A title that brackets or commas would break, or that is an activity, does not go into a sentence.
  private func fitsSentence(_ title: String) -> Bool {
    !title.contains(where: { "(),;:".contains($0) }) && words.isPerson(title)
  }

  // MARK: The present

  /// What is done for pay now, the largest part first.
  private var jobs: [Step] {
    let now = steps(.present).filter {
      $0.kind == .role && $0.startDate != nil && $0.engagement != .volunteer && text($0.title) != nil
    }
    return now.enumerated().sorted {
      (-($0.element.workload ?? 100), $0.offset) < (-($1.element.workload ?? 100), $1.offset)
    }
    .map(\.element)
  }

  /// Titles and places, equal titles once with all their places.
  private func told(_ jobs: [Step], withArticle: Bool) -> [String] {
    var groups: [(title: String, steps: [Step])] = []
    for job in jobs {
      guard let title = text(job.title).map(flat) else { continue }
      if let known = groups.firstIndex(where: { $0.title == title }) {
        groups[known].steps.append(job)
      } else {
        groups.append((title, [job]))
      }
    }
    return groups.map { title, steps in
      let role = withArticle ? words.asRole(title) : words.inSentence(title)
      let names = steps.compactMap { $0.organization?.name.map(flat) }
      if steps.count > 1, names.count == steps.count {
        return role + words(" at \(words.list(names))", " (\(words.list(names)))")
      }
      return role + whom(steps[0].organization)
    }
  }

  /// Whether the owner's own summary says "today" already.
  private var saysToday: Bool {
    let summary = (text(view.summary) ?? "").lowercased()
    return ["aujourd’hui", "aujourd'hui", "désormais", "today", "nowadays"].contains(where: summary.contains)
  }

  var present: [String] {
    var lines: [String] = []
    let (jobs, open) = (jobs, openBreak)
    let titles = jobs.compactMap { text($0.title).map(flat) }
    let count = told(jobs, withArticle: false).count
    if count > 2 {
      let list = told(jobs, withArticle: false).joined(separator: words("; ", "\u{202F}; "))
      lines.append(
        (words(
          "Today I have \(words.spelled(count)) jobs: ",
          "Aujourd’hui, j’exerce \(words.spelled(count)) activités\u{202F}: ")
          + list).ended)
    } else if count > 0, titles.allSatisfy(fitsSentence) {
      let adverb =
        saysToday
        ? words("At present I work as ", "Actuellement, je travaille comme ")
        : words("Today I work as ", "Aujourd’hui, je travaille comme ")
      lines.append((adverb + words.list(told(jobs, withArticle: true))).ended)
    } else if count > 0 {
      let list = jobs.map { job in
        (text(job.title).map(flat) ?? "")
          + (job.organization.flatMap { $0.name ?? text($0.alias) }.map { " – " + flat($0) } ?? "")
      }.joined(separator: words("; ", "\u{202F}; "))
      lines.append((words.label("At present", "Actuellement") + list).ended)
    } else if let last = latest, let title = text(last.title).map(flat), let end = last.endDate {
      lines.append(until(end, title, last.organization))
    }
    if let open { lines.append(open) }
    let unpaid = steps(.present).filter { $0.kind == .role && $0.engagement == .volunteer && $0.startDate != nil }
    let also = told(unpaid, withArticle: false)
    if !also.isEmpty {
      let label =
        lines.isEmpty
        ? words.label("I volunteer", "Je suis bénévole") : words.label("I also volunteer", "Je suis aussi bénévole")
      lines.append((label + also.joined(separator: words("; ", "\u{202F}; "))).ended)
    }
    for study in steps(.present) where study.kind == .study && study.startDate != nil {
      let degree = [text(study.studyType), text(study.area)].compactMap(\.self).map(flat).map(words.inSentence)
      guard !degree.isEmpty else { continue }
      let school = (study.institution?.name ?? text(study.institution?.alias)).map { " (\(flat($0)))" } ?? ""
      let until = study.endDate.map { ", " + (words.span(nil, $0) ?? "") } ?? ""
      lines.append(
        (words.label("Currently studying", "En formation") + degree.joined(separator: ", ") + school + until).ended)
    }
    return lines
  }

  /// "Until May 2020 I worked as a cook at X."
  private func until(_ end: PartialDate, _ title: String, _ organization: Organization?) -> String {
    let when = words.span(nil, end) ?? ""
    let start = when.prefix(1).uppercased() + when.dropFirst()
    guard fitsSentence(title) else {
      return "\(start)\(words(": ", "\u{202F}: "))\(title)\(whom(organization))".ended
    }
    return (start + words(" I worked as ", ", j’ai travaillé comme ") + words.asRole(title) + whom(organization)).ended
  }

  /// The role that ended last, where nothing is done now.
  private var latest: Step? {
    steps(.past).first { $0.kind == .role && $0.engagement != .volunteer && text($0.title) != nil && $0.endDate != nil }
  }

  private var openBreak: String? {
    guard let step = steps(.present).first(where: { $0.kind == .break }), let start = step.startDate else { return nil }
    let since = words.span(start, nil) ?? ""
    let head =
      step.reason == .retirement
      ? words("Retired \(since).", "À la retraite \(since).")
      : words("On a break \(since)\(words.purpose(step.reason)).", "En pause \(since)\(words.purpose(step.reason)).")
    return head + (text(step.summary).map { " " + sentence($0) } ?? "")
  }

  // MARK: Proofs

  /// What stands above them.
  var lead: String { words("Some results:", "Quelques résultats\u{202F}:") }

  /// What came of the work, at most four; what came of another role than the one just told says where.
  var proofs: [String] {
    let told = jobs.first ?? latest
    var lines: [String] = []
    for step in (jobs + steps(.present) + steps(.past)) where step.kind == .role {
      for highlight in step.highlights.compactMap(text).map(flat) where lines.count < 4 {
        let isOther = step.organization != told?.organization || told == nil
        let place = (step.organization?.name ?? text(step.organization?.alias)).map(flat)
        var line = highlight
        if isOther, let place {
          let stops = highlight.hasSuffix(".") && highlight.filter({ $0 == "." }).count == 1
          line = (stops ? String(highlight.dropLast()) : highlight) + " (\(place))" + (stops ? "." : "")
        }
        if !lines.contains("• " + line), !lines.contains("• " + highlight) { lines.append("• " + line) }
      }
    }
    return lines.isEmpty ? [] : [lead] + lines
  }

  // MARK: The past

  /// The turns and breaks, newest first, at most six.
  var past: [String] {
    var lines: [String] = []
    let known = latest.map { jobs.isEmpty ? $0 : nil } ?? nil
    for step in (steps(.present) + steps(.past)) where lines.count < 6 {
      // Of a break the break itself is told first.
      if step.kind == .break, step.tense(asOf: view.asOf) == .past, let line = pause(step) { lines.append(line) }
      if let transition = step.transition { lines += turn(transition, from: known) }
    }
    return Array(lines.prefix(6))
  }

  /// Where a turn came from, why, and what was carried over.
  private func turn(_ transition: Transition, from told: Step?) -> [String] {
    let from = view.path.first { $0.attributes.id != nil && $0.attributes.id == transition.from }
    var sentences: [String] = []
    // A break tells itself; the role that the present began with was told.
    let isTold = told != nil && from == told
    if let from, from.kind == .role, let title = text(from.title).map(flat), !isTold, transition.kind != .promotion {
      if let end = from.endDate {
        sentences.append(until(end, title, from.organization))
      } else if fitsSentence(title) {
        sentences.append(
          (words("Earlier I worked as ", "Auparavant, j’ai travaillé comme ") + words.asRole(title)
            + whom(from.organization)).ended)
      }
    }
    let isNamed = !sentences.isEmpty
    let summary = text(transition.summary)
    if let summary { sentences.append(sentence(summary)) }
    let carried = transition.carriedOver.compactMap(text).map(flat).map(words.inSentence)
    if !carried.isEmpty {
      let label =
        !isNamed
        ? words.label("I have kept", "J’ai gardé")
        : summary == nil
          ? words.label("What I keep from it", "Ce que j’en garde")
          : words.label("What I keep from that time", "Ce que je garde de cette période")
      sentences.append((label + words.list(carried)).ended)
    }
    return sentences.isEmpty ? [] : [sentences.joined(separator: " ")]
  }

  private func pause(_ step: Step) -> String? {
    guard let when = words.span(step.startDate, step.endDate) else { return nil }
    let start = when.prefix(1).uppercased() + when.dropFirst()
    let told = text(step.summary).map { " " + sentence($0) } ?? ""
    if step.reason == .retirement {
      return start + words(" I was retired.", ", j’étais à la retraite.") + told
    }
    return (start + words(" I took a break", ", pause") + words.purpose(step.reason)).ended + told
  }

  // MARK: The future

  var future: [String] {
    var lines: [String] = []
    let steps = steps(.future).sorted { ($0.status == .sought ? 1 : 0) < ($1.status == .sought ? 1 : 0) }
    for step in steps {
      let study = [text(step.studyType), text(step.area)].compactMap(\.self).joined(separator: ", ")
      guard let title = text(step.title) ?? (study.isEmpty ? nil : study) else { continue }
      let name = words.inSentence(flat(title))
      if step.status == .sought {
        lines.append((sought(step) + name + conditions(step)).ended)
      } else {
        let place = whom(step.kind == .study ? step.institution : step.organization)
        let when = step.endDate == nil ? step.startDate.map(words.starting) : words.span(step.startDate, step.endDate)
        lines.append((words.label("Coming up", "À venir") + name + place + (when.map { ", " + $0 } ?? "")).ended)
      }
    }
    if let line = availability(besides: steps.first { $0.status == .sought }?.startDate) { lines.append(line) }
    return lines
  }

  private func sought(_ step: Step) -> String {
    if step.kind == .study { return words.label("Studies sought", "Formation recherchée") }
    switch step.engagement {
    case .freelance, .contract, .selfEmployed: return words.label("Assignment sought", "Mission recherchée")
    case .internship: return words.label("Internship sought", "Stage recherché")
    case .apprenticeship: return words.label("Apprenticeship sought", "Apprentissage recherché")
    case .volunteer: return words.label("Voluntary work sought", "Bénévolat recherché")
    default: return words.label("Role sought", "Poste recherché")
    }
  }

  /// How, how much, how long, when and where, as far as it is said.
  private func conditions(_ step: Step) -> String {
    var parts: [String] = []
    switch step.terms?.mode ?? step.mode {
    case .remote: parts.append(words("remote", "à distance"))
    case .hybrid: parts.append(words("hybrid", "en mode hybride"))
    case .onSite: parts.append(words("on site", "sur place"))
    case nil: break
    }
    if let share = step.terms?.workload ?? step.workload, share < 100 {
      parts.append(words("at \(share)%", "à \(share)\u{A0}%"))
    }
    if let months = step.terms?.minimumMonths {
      let count = words.spelled(months)
      parts.append(words("for at least \(count) month\(months == 1 ? "" : "s")", "pour \(count) mois au moins"))
    }
    if let start = step.startDate { parts.append(words.starting(start)) }
    let places = (step.terms?.locations ?? []).compactMap(\.city).map(flat)
    return parts.map { ", " + $0 }.joined() + (places.isEmpty ? "" : " (\(words.list(places, or: true)))")
  }

  private func availability(besides start: PartialDate?) -> String? {
    guard let availability = view.availability else { return nil }
    var parts: [String] = []
    if let from = availability.from {
      let isNow = from.firstDay <= view.asOf.firstDay
      parts.append(
        isNow
          ? words("now", "dès maintenant")
          : from == start ? words("from then on", "dès cette date") : words.starting(from))
    }
    if let days = availability.daysPerWeek { parts.append(words.weekly(days)) }
    guard !parts.isEmpty else { return nil }
    if let until = availability.until { parts.append(words.until(until)) }
    return (words("Available ", "Disponible ") + parts.joined(separator: ", ")).ended
  }

  // MARK: Skills

  /// What is done well, then what is done, then what is being learned; a skill without a level is one of the first.
  var specialities: [String] {
    func names(_ levels: Set<Skill.Level?>, _ most: Int) -> String? {
      let names = view.skills.filter { levels.contains($0.level) }.prefix(most).compactMap(\.name).map(flat)
      return names.isEmpty ? nil : names.joined(separator: ", ")
    }
    return [
      names([.proficient, .expert, nil], 10).map { words.label("Specialities", "Spécialités") + $0 },
      names([.competent], 5).map { words.label("I also work with", "Je travaille aussi avec") + $0 },
      names([.novice, .beginner], 5).map { words.label("Learning", "J’apprends") + $0 },
    ].compactMap(\.self)
  }

  var answer: [String] {
    guard let address = view.contact?.email ?? view.contact?.url else { return [] }
    return [words.label("Write to me", "Écrivez-moi") + address]
  }
}
