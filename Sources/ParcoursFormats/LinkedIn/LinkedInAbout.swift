internal import ParcoursModel

/// The About text: hook, present, proofs, past with its breaks and turns, future, specialities, a way to answer; every
/// sentence from the model, within 2,600 characters. What does not fit goes by its worth: specialities first, then the
/// past, then proofs, never in the middle of a sentence.
struct LinkedInAbout {
  let identity: Identity
  let options: WriteOptions
  let words: Wording

  private struct Part {
    var lines: [String]
    /// The higher, the sooner it goes; 0 stays.
    var expendable: Int
  }

  private func text(_ text: LocalizedText?) -> String? {
    guard let version = text?.version(for: options.language, documentLanguage: identity.documentLanguage) else {
      return nil
    }
    let isFrench = Wording.primary(version.language ?? "") == "fr"
    return version.text.isEmpty ? nil : isFrench ? Wording("fr").typeset(version.text) : version.text
  }

  /// The paragraphs.
  var paragraphs: [String] { fitted.paragraphs }

  /// The paragraphs, and the sentences there was no room for.
  var fitted: (paragraphs: [String], left: [String]) {
    if identity.extensions?[LinkedInSection.key]?["about"]?.string == "summary" { return whole }
    var parts = [summary, present, proofs, past, future, specialities, answer]
    var left: [String] = []
    let limit = LinkedInLimit.about.limit
    func length() -> Int {
      let paragraphs = parts.filter { !$0.lines.isEmpty }.map { $0.lines.joined(separator: "\n") }
      return paragraphs.joined(separator: "\n\n").utf16.count
    }
    // Counted along, so that a thousand lines are no million.
    func dropLast(of index: Int) {
      var length = length()
      while length > limit, let line = parts[index].lines.popLast() {
        left.append(line)
        length -= line.utf16.count + (parts[index].lines.isEmpty ? 2 : 1)
      }
    }
    for rank in [3, 2, 1] {
      for index in parts.indices where parts[index].expendable == rank { dropLast(of: index) }
    }
    // The summary is too long beside what follows it: it is cut at a sentence, and what follows it stays.
    func fitSummary(_ least: Int) {
      guard length() > limit, !parts[0].lines.isEmpty else { return }
      let text = parts[0].lines.joined(separator: "\n")
      let room = LinkedInLimit(field: "about", limit: max(least, limit - length() + text.utf16.count), source: "")
      let cut = room.cut(text)
      if cut != text { left.append(LinkedInLimit.rest(of: text, after: cut)) }
      parts[0].lines = cut.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    fitSummary(300)
    // What follows it is too long by itself, which no one reads: the future's last, then the present, then the address.
    for index in [4, 1, 6] { dropLast(of: index) }
    fitSummary(1)
    let paragraphs = parts.filter { !$0.lines.isEmpty }.flatMap { part in
      part.lines.split(separator: "").map { $0.joined(separator: "\n") }
    }
    return (paragraphs, left)
  }

  /// The summary as it stands, where it is the whole About.
  private var whole: (paragraphs: [String], left: [String]) {
    guard let text = text(identity.summary) else { return ([], []) }
    var paragraphs: [[Substring]] = [[]]
    let cut = LinkedInLimit.about.cut(text)
    for line in cut.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1].append(line) }
    }
    let left = cut == text ? [] : [LinkedInLimit.rest(of: text, after: cut)]
    return (paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }, left)
  }

  private var summary: Part {
    let text = text(identity.summary) ?? text(identity.headline)
    return Part(
      lines: text.map { Self.hooked($0.split(whereSeparator: \.isNewline).map(String.init)) } ?? [], expendable: 0)
  }

  /// LinkedIn shows the first 300 characters or so, and the rest on request: a longer first paragraph is parted after the
  /// last sentence that ends within 220, else within 300, so that what is shown is whole.
  static func hooked(_ lines: [String]) -> [String] {
    guard let first = lines.first, first.utf16.count > LinkedInLimit.aboutPreview.limit else { return lines }
    for limit in [220, LinkedInLimit.aboutPreview.limit] {
      var (count, end) = (0, nil as String.Index?)
      var previous: Character = " "
      for index in first.indices {
        let character = first[index]
        count += String(character).utf16.count
        if count > limit + 1 { break }
        if character == " ", ".!?…".contains(previous), first[..<index].utf16.count >= 60 { end = index }
        previous = character
      }
      if let end {
        return [String(first[..<end]), "", String(first[first.index(after: end)...])] + lines.dropFirst()
      }
    }
    return lines
  }

  private func steps(_ tense: Tense) -> [Step] {
    identity.path.filter { $0.tense(asOf: options.asOf) == tense }.newestFirst
  }

  /// A title in the middle of a sentence: its first letter small, unless the word is an acronym.
  private func inSentence(_ title: String) -> String {
    guard let first = title.first, let second = title.dropFirst().first, first.isUppercase else { return title }
    guard second.isLowercase || (second == " " && "AÀ".contains(first)) else { return title }
    return first.lowercased() + title.dropFirst()
  }

  /// "data engineer", "a data engineer" in English.
  private func asRole(_ title: String) -> String {
    let title = inSentence(title)
    guard words.language == "en", let first = title.first else { return title }
    return ("aeioAEIO".contains(first) ? "an " : "a ") + title
  }

  private var present: Part {
    let roles = steps(.present).filter { $0.kind == .role && $0.startDate != nil }.compactMap { step -> String? in
      guard let title = text(step.title) else { return nil }
      // A name takes no article that could be known; an alias is a description, which inside a sentence begins small.
      if let name = step.organization?.name { return asRole(title) + words(" at \(name)", " (\(name))") }
      let whom = text(step.organization?.alias).map(inSentence)
      return asRole(title) + (whom.map { words(" for ", " pour ") + $0 } ?? "")
    }
    guard let last = roles.last else { return Part(lines: [], expendable: 0) }
    let list = roles.count == 1 ? last : roles.dropLast().joined(separator: ", ") + words(", and ", " et ") + last
    return Part(lines: [words("Today I work as ", "Aujourd’hui, je travaille comme ") + list + "."], expendable: 0)
  }

  private var proofs: Part {
    let highlights = (steps(.present) + steps(.past)).filter { $0.kind == .role }.flatMap(\.highlights).compactMap(text)
    return Part(
      lines: highlights.prefix(4).map { "• " + $0.split(whereSeparator: \.isNewline).joined(separator: " ") },
      expendable: 1)
  }

  private var past: Part {
    var sentences: [String] = []
    for step in (steps(.present) + steps(.past)) where sentences.count < 6 {
      if let transition = step.transition {
        let from = identity.path.first { $0.attributes.id != nil && $0.attributes.id == transition.from }
        if let summary = text(transition.summary) {
          sentences.append(sentence(summary))
        } else if transition.kind == .pivot, let title = text(from?.title) {
          sentences.append(words("Before that I worked as ", "Auparavant, j’ai travaillé comme ") + asRole(title) + ".")
        }
        let carried = transition.carriedOver.compactMap(text)
        if !carried.isEmpty {
          sentences.append(
            words.label("What I brought along", "Ce que j’en garde") + carried.joined(separator: ", ") + ".")
        }
      }
      if step.kind == .break, step.tense(asOf: options.asOf) == .past,
        let range = words.range(step.startDate, step.endDate)
      {
        let reason = step.reason.map { inSentence(words.reason($0)) } ?? words("career break", "pause carrière")
        let told = text(step.summary).map { " " + sentence($0) } ?? ""
        let when = range.prefix(1).uppercased() + range.dropFirst()
        sentences.append("\(when)\(words(": ", "\u{202F}: "))\(reason).\(told)")
      }
    }
    return Part(lines: Array(sentences.prefix(6)), expendable: 2)
  }

  private func sentence(_ text: String) -> String {
    let flat = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    return ".!?…".contains(flat.last ?? " ") ? flat : flat + "."
  }

  private var future: Part {
    var lines: [String] = []
    for step in steps(.future) {
      guard let title = text(step.title ?? step.area) else { continue }
      let when = step.startDate.map { ", " + words.from($0) } ?? ""
      let label = step.status == .agreed ? words.label("Agreed", "Convenu") : words.label("Looking for", "Je cherche")
      lines.append(label + inSentence(title) + when + ".")
    }
    if let availability = identity.availability, let from = availability.from {
      let days =
        availability.daysPerWeek.map {
          ", " + $0.json.numberText(in: words) + " " + words.daysAWeek($0)
        } ?? ""
      lines.append(words("Available ", "Disponible ") + words.from(from) + days + ".")
    }
    return Part(lines: lines, expendable: 0)
  }

  private var specialities: Part {
    let names = identity.skills.prefix(10).compactMap(\.name)
    guard !names.isEmpty else { return Part(lines: [], expendable: 3) }
    return Part(lines: [words.label("Specialities", "Spécialités") + names.joined(separator: ", ")], expendable: 3)
  }

  private var answer: Part {
    guard let address = identity.contact?.email ?? identity.contact?.url else { return Part(lines: [], expendable: 0) }
    return Part(lines: [words.label("Write to me", "Écrivez-moi") + address], expendable: 0)
  }
}
