internal import ParcoursModel

/// Breaks, and why there are some, as people call them where a form wants a company and a title.
enum BreakWords {
  /// What is called a break and cannot be a company's name, folded.
  private static let breaks: Set<String> = [
    "career break", "pause carriere", "pause de carriere", "pause professionnelle",
    "interruption de carriere", "karrierepause", "berufliche auszeit",
  ]
  /// Words for reasons beside the program's own, folded.
  private static let reasons: [String: Step.BreakReason] = [
    "conge parental": .fullTimeParenting, "parental leave": .fullTimeParenting, "elternzeit": .fullTimeParenting,
    "conge maternite": .fullTimeParenting, "conge de maternite": .fullTimeParenting,
    "maternity leave": .fullTimeParenting, "conge paternite": .fullTimeParenting,
    "conge de paternite": .fullTimeParenting, "paternity leave": .fullTimeParenting, "sabbatical": .personalGoal,
    "conge sabbatique": .personalGoal, "annee sabbatique": .personalGoal, "proche aidant": .caregiving,
    "proche aidante": .caregiving, "family care": .caregiving, "sick leave": .health, "conge maladie": .health,
  ]

  /// Whether a company's name is that of a break.
  static func isBreak(_ name: String) -> Bool { breaks.contains(Folding.folded(name)) }

  /// Whether what a break is called says no more than that it is one.
  static func isBare(_ name: String) -> Bool {
    isBreak(name) || ["break", "pause", "auszeit"].contains(Folding.folded(name))
  }

  /// Why there is one, by words, which may begin with a break's name; nil where they do not say.
  static func reason(_ words: String) -> Step.BreakReason? {
    var part = Folding.folded(words)
    for word in breaks where part.hasPrefix(word + " ") { part = String(part.dropFirst(word.utf8.count + 1)) }
    if let known = reasons[part] { return known }
    let tables = [Wording("en"), Wording("fr")]
    return Step.BreakReason.allCases.first { reason in
      reason != .other && tables.contains { Folding.folded($0.reason(reason)) == part }
    }
  }
}
