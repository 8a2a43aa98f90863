internal import ParcoursModel

/// What a section of a résumé is about, by the words of its title.
enum SectionTitle: CaseIterable {
  case summary, languages, skills, interests, certificates, awards, projects, breaks, voluntary

  /// Beginnings of words that tell it, in English and French, folded.
  private var stems: [String] {
    switch self {
    case .summary: ["summary", "about", "profile", "profil", "resume", "objective", "presentation", "welcome"]
    case .languages: ["language", "langue"]
    case .skills: ["skill", "competence", "technolog", "tools", "outils"]
    case .interests: ["interest", "hobb", "loisir"]
    case .certificates: ["certif"]
    case .awards: ["award", "honor", "honour", "prix", "distinction"]
    case .projects: ["project", "projet"]
    case .breaks: ["break", "pause"]
    case .voluntary: ["volunt", "benevol"]
    }
  }

  /// Knows a title; nil where it may be about anything.
  init?(_ title: String) {
    guard let known = Self.allCases.first(where: { $0.stands(in: title) }) else { return nil }
    self = known
  }

  /// Whether a title is about it, among other things perhaps.
  func stands(in title: String) -> Bool {
    let words = Folding.folded(title.split(separator: "_").joined(separator: " "))
    return stems.contains { words.contains($0) }
  }
}
