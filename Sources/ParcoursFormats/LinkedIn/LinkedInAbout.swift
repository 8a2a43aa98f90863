internal import ParcoursModel
internal import ParcoursTransform

/// The About text: hook, present, proofs, past with its breaks and turns, future, specialities, a way to answer; every
/// sentence from the model, within 2,600 characters. What does not fit goes by its worth: specialities first, then the
/// past, then proofs, never in the middle of a sentence.
struct LinkedInAbout {
  let view: IdentityView
  let words: Wording

  private struct Part {
    var lines: [String]
    /// The higher, the sooner it goes; 0 stays.
    var expendable: Int
  }

  private var story: LinkedInStory { LinkedInStory(view: view, words: words) }

  private func text(_ text: LocalizedText?) -> String? { story.text(text) }

  /// The paragraphs.
  var paragraphs: [String] { fitted.paragraphs }

  /// The paragraphs, and the sentences there was no room for.
  var fitted: (paragraphs: [String], left: [String]) {
    if view.record.extensions?[LinkedInSection.key]?["about"]?.string == "summary" { return whole }
    let story = story
    var parts = [
      summary, Part(lines: story.present, expendable: 0), Part(lines: story.proofs, expendable: 1),
      Part(lines: story.past, expendable: 2), Part(lines: story.future, expendable: 0),
      Part(lines: story.specialities, expendable: 3), Part(lines: story.answer, expendable: 0),
    ]
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
    // Words that announce results without any announce nothing.
    if parts[2].lines.count == 1 { parts[2].lines = [] }
    left.removeAll { $0 == story.lead }
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
    guard let text = text(view.summary) else { return ([], []) }
    var paragraphs: [[Substring]] = [[]]
    let cut = LinkedInLimit.about.cut(text)
    for line in cut.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.isEmpty { paragraphs.append([]) } else { paragraphs[paragraphs.count - 1].append(line) }
    }
    let left = cut == text ? [] : [LinkedInLimit.rest(of: text, after: cut)]
    return (paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }, left)
  }

  private var summary: Part {
    let text = text(view.summary) ?? text(view.headline)
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
}
