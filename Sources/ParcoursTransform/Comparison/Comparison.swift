public import ParcoursModel

/// One thing that two sources of a person say differently.
public struct Difference: Sendable, Hashable {
  /// Where it is, in the order of LinkedIn's forms.
  public enum Section: Int, Sendable, CaseIterable, Comparable {
    case name, headline, about, contact, experience, education, certificates, projects, volunteering, skills, languages
    case publications, awards, services, recommendations, interests

    /// In the forms' order.
    public static func < (left: Section, right: Section) -> Bool { left.rawValue < right.rawValue }
  }

  /// Where.
  public var section: Section
  /// Which item; nil where the section is one.
  public var item: String?
  /// Which field of it; nil where a whole item is missing on one side.
  public var field: String?
  /// What the first source says; nil is nothing.
  public var left: String?
  /// What the second source says; nil is nothing.
  public var right: String?
}

/// What two sources of the same person say differently.
///
/// Texts are alike where their words are, whatever their lines, bullets and punctuation; dates where they agree as precisely as
/// both are known. O(n × m) for lists of n and m steps.
public struct Comparison: Sendable {
  /// What the second source can say at all; nil is everything.
  public var fields: Set<String>?
  /// The sections it can have; nil is all.
  public var sections: Set<Difference.Section>?
  /// The language in which texts are compared.
  public var language: String

  /// Compares everything, in a language.
  public init(language: String) { self.language = language }

  private enum Value: Equatable {
    case text(String?)
    case date(PartialDate?)
    case end(PartialDate?)
  }

  private struct View {
    var name: String
    var fields: [(name: String, value: Value)]
  }

  /// Every difference, in the order of LinkedIn's forms.
  public func differences(_ left: Identity, _ right: Identity) -> [Difference] {
    var found: [Difference] = []
    func scalar(_ section: Difference.Section, _ field: String?, _ one: String?, _ other: String?) {
      guard !alike(one, other), field.map({ fields?.contains($0) ?? true }) ?? true else { return }
      found.append(Difference(section: section, item: nil, field: field, left: one, right: other))
    }
    scalar(.name, nil, left.name, right.name)
    scalar(.headline, nil, text(left.headline, left), text(right.headline, right))
    scalar(.about, nil, text(left.summary, left), text(right.summary, right))
    scalar(.contact, "email", left.contact?.email, right.contact?.email)
    scalar(.contact, "phone", left.contact?.phone, right.contact?.phone)
    scalar(.contact, "url", left.contact?.url, right.contact?.url)
    scalar(.contact, "city", left.contact?.location?.city, right.contact?.location?.city)
    for (section, isIn) in [
      (Difference.Section.experience, { (step: Step) in step.kind != .study && step.engagement != .volunteer }),
      (.education, { $0.kind == .study }), (.volunteering, { $0.kind == .role && $0.engagement == .volunteer }),
    ] as [(Difference.Section, (Step) -> Bool)] {
      // What is sought is no part of these forms.
      let (mine, theirs) = (
        left.path.filter { isIn($0) && $0.status != .sought }, right.path.filter { isIn($0) && $0.status != .sought }
      )
      compare(
        section, mine.map { view($0, left) }, theirs.map { view($0, right) },
        ItemMatching.pairs(mine, theirs, language: language), &found)
    }
    lists(left, right, &found)
    return found.filter { sections?.contains($0.section) ?? true }.enumerated()
      .sorted { ($0.element.section, $0.offset) < ($1.element.section, $1.offset) }.map(\.element)
  }

  private func lists(_ left: Identity, _ right: Identity, _ found: inout [Difference]) {
    func byName(_ section: Difference.Section, _ mine: [View], _ theirs: [View]) {
      compare(section, mine, theirs, ItemMatching.pairs(mine.map(\.name), theirs.map(\.name)), &found)
    }
    func both(_ section: Difference.Section, _ views: (Identity) -> [View]) {
      byName(section, views(left), views(right))
    }
    both(.skills) { $0.skills.map { View(name: $0.name ?? "", fields: []) } }
    both(.languages) { identity in
      identity.languages.map { spoken in
        View(
          name: Languages.name(of: spoken.language ?? "", in: language),
          fields: [("fluency", .text(spoken.fluency?.rawValue))])
      }
    }
    both(.certificates) { identity in
      identity.certificates.map { one in
        View(
          name: text(one.name, identity) ?? "",
          fields: [
            ("issuer", .text(one.issuer)), ("date", .date(one.date)), ("expires", .date(one.expires)),
            ("url", .text(one.url)),
          ])
      }
    }
    both(.projects) { identity in
      identity.projects.map { one in
        View(
          name: text(one.name, identity) ?? "",
          fields: [
            ("startDate", .date(one.startDate)), ("endDate", .end(one.endDate)), ("url", .text(one.url)),
            ("description", .text(whole(one.description, one.highlights, identity))),
          ])
      }
    }
    both(.publications) { identity in
      identity.publications.map { one in
        View(
          name: text(one.name, identity) ?? "",
          fields: [("publisher", .text(one.publisher)), ("date", .date(one.releaseDate)), ("url", .text(one.url))])
      }
    }
    both(.awards) { identity in
      identity.awards.map { View(name: text($0.title, identity) ?? "", fields: [("date", .date($0.date))]) }
    }
    both(.services) { identity in
      identity.services.map { one in
        View(
          name: text(one.name, identity) ?? "",
          fields: [("description", .text(whole(one.summary, one.deliverables, identity)))])
      }
    }
    both(.recommendations) { identity in
      identity.recommendations.map { one in
        View(name: one.from?.name ?? "", fields: [("text", .text(text(one.text, identity)))])
      }
    }
    both(.interests) { identity in identity.interests.map { View(name: text($0.name, identity) ?? "", fields: []) } }
  }

  // MARK: Items

  private func view(_ step: Step, _ identity: Identity) -> View {
    let place = (step.organization ?? step.institution).flatMap { $0.name ?? text($0.alias, identity) }
    let studied = [text(step.studyType, identity), text(step.area, identity)].compactMap(\.self)
    let title =
      step.kind == .break
      ? step.reason?.rawValue ?? "break"
      : step.kind == .study ? (studied.isEmpty ? nil : studied.joined(separator: ", ")) : text(step.title, identity)
    return View(
      name: [title, place].compactMap(\.self).joined(separator: " · "),
      fields: [
        ("title", .text(title)), ("organization", .text(place)), ("startDate", .date(step.startDate)),
        ("endDate", .end(step.endDate)), ("location", .text(step.location?.city)),
        ("engagement", .text(step.engagement?.rawValue)), ("mode", .text(step.mode?.rawValue)),
        ("description", .text(whole(step.summary, step.highlights + step.courses, identity))),
        ("skills", .text(step.skills.isEmpty ? nil : step.skills.map(Folding.folded).sorted().joined(separator: ", "))),
      ])
  }

  private func text(_ text: LocalizedText?, _ identity: Identity) -> String? {
    text?.version(for: language, documentLanguage: identity.documentLanguage)?.text
  }

  /// A description with its bullets, as one text.
  private func whole(_ summary: LocalizedText?, _ highlights: [LocalizedText], _ identity: Identity) -> String? {
    let lines =
      [text(summary, identity)].compactMap(\.self) + highlights.compactMap { text($0, identity) }.map { "• " + $0 }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private func alike(_ one: String?, _ other: String?) -> Bool {
    one == other || Folding.folded(one ?? "") == Folding.folded(other ?? "") && (one == nil) == (other == nil)
      || Folding.folded(one ?? "").isEmpty && Folding.folded(other ?? "").isEmpty
  }

  private func compare(
    _ section: Difference.Section, _ left: [View], _ right: [View], _ pairs: [(left: Int, right: Int)],
    _ found: inout [Difference]
  ) {
    let (mine, theirs) = (Set(pairs.map(\.left)), Set(pairs.map(\.right)))
    for pair in pairs {
      for (one, other) in zip(left[pair.left].fields, right[pair.right].fields)
      where fields?.contains(one.name) ?? true {
        let said: (String?, String?)
        switch (one.value, other.value) {
        case (.text(let one), .text(let other)):
          if alike(one, other) { continue }
          said = (one, other)
        case (.date(let one), .date(let other)):
          if let one, let other, one.agrees(with: other) { continue }
          if one == other { continue }
          said = (one?.description, other?.description)
        case (.end(let one), .end(let other)):
          if one.agrees(with: other) { continue }
          said = (one?.description ?? "ongoing", other?.description ?? "ongoing")
        default: continue
        }
        found.append(
          Difference(section: section, item: left[pair.left].name, field: one.name, left: said.0, right: said.1))
      }
    }
    for (place, view) in left.enumerated() where !mine.contains(place) {
      found.append(Difference(section: section, item: view.name, field: nil, left: view.name, right: nil))
    }
    for (place, view) in right.enumerated() where !theirs.contains(place) {
      found.append(Difference(section: section, item: view.name, field: nil, left: nil, right: view.name))
    }
  }
}
