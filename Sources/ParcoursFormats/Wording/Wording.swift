package import ParcoursModel

/// The words that pages and summaries are made of, in one language; CLDR's facts for months.
package struct Wording: Sendable {
  /// A date as people say it in a language.
  package static func spoken(_ date: PartialDate, language: String) -> String { Wording(language).date(date) }

  /// The language, `fr` or `en`.
  let language: String

  /// The wording for a language tag: French for `fr…`, English for all others.
  init(_ tag: String) { language = tag.lowercased().hasPrefix("fr") ? "fr" : "en" }

  private var isFrench: Bool { language == "fr" }

  /// One of two words.
  func callAsFunction(_ english: String, _ french: String) -> String { isFrench ? french : english }

  // MARK: Dates

  /// The months' names in the language.
  var months: [String] { isFrench ? MonthNames.french : MonthNames.english }

  /// A date in words, as precise as it is.
  func date(_ date: PartialDate) -> String {
    guard let month = date.month else { return String(date.year) }
    let name = months[month - 1]
    guard let day = date.day else { return "\(name) \(date.year)" }
    if isFrench { return "\(day == 1 ? "1er" : String(day)) \(name) \(date.year)" }
    return "\(day) \(name) \(date.year)"
  }

  /// The word for a date in words, read back; nil where it is none.
  static func date(of words: String) -> PartialDate? {
    let parts = words.split(whereSeparator: { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }).map(String.init)
    guard let last = parts.last, let year = Int(last), last.count == 4 else { return nil }
    if parts.count == 1 { return PartialDate(year: year) }
    let name = parts[parts.count - 2].lowercased()
    guard
      let month = (MonthNames.french.firstIndex(of: name) ?? MonthNames.english.firstIndex { $0.lowercased() == name })
    else { return nil }
    if parts.count == 2 { return PartialDate(year: year, month: month + 1) }
    guard parts.count == 3, let day = Int(parts[0] == "1er" ? "1" : parts[0]) else { return nil }
    return PartialDate(year: year, month: month + 1, day: day)
  }

  var ongoing: String { self("Present", "aujourd’hui") }

  /// A range in words; what has no end goes on.
  func range(_ start: PartialDate?, _ end: PartialDate?, isFuture: Bool = false) -> String? {
    switch (start, end) {
    case (let start?, let end?) where start == end: return date(start)
    case (let start?, let end?): return start == end ? date(start) : "\(date(start)) – \(date(end))"
    case (let start?, nil):
      return isFuture ? from(start) : "\(date(start)) – \(ongoing)"
    case (nil, let end?): return until(end)
    case (nil, nil): return nil
    }
  }

  /// What stands before a date from which on something is: `du` before a day in French, `d’` before a vowel.
  func fromWord(_ date: PartialDate) -> String {
    let isVowel = date.day == nil && [4, 8, 10].contains(date.month)
    return self("from ", date.day != nil ? "à partir du " : isVowel ? "à partir d’" : "à partir de ")
  }

  /// What stands before a date until which something is.
  func untilWord(_ date: PartialDate) -> String { self("until ", date.day == nil ? "jusqu’en " : "jusqu’au ") }

  func from(_ date: PartialDate) -> String { fromWord(date) + self.date(date) }

  func until(_ date: PartialDate) -> String { untilWord(date) + self.date(date) }

  /// The word after a number of days a week.
  func daysAWeek(_ days: Double) -> String {
    self(days == 1 ? "day a week" : "days a week", days < 2 ? "jour par semaine" : "jours par semaine")
  }

  /// A time in whole years, or in months where it is less than two years.
  func duration(months: Int) -> String {
    if months >= 24 { return self("\(months / 12) years", "\(months / 12) ans") }
    return self(months == 1 ? "1 month" : "\(months) months", "\(months) mois")
  }

  // MARK: Words of the vocabularies

  func engagement(_ value: Step.Engagement) -> String {
    switch value {
    case .fullTime: self("Full-time", "Temps plein")
    case .partTime: self("Part-time", "Temps partiel")
    case .selfEmployed: self("Self-employed", "Indépendant")
    case .freelance: self("Freelance", "Freelance")
    case .contract: self("Contract", "Contrat")
    case .internship: self("Internship", "Stage")
    case .apprenticeship: self("Apprenticeship", "Apprentissage")
    case .seasonal: self("Seasonal", "Saisonnier")
    case .volunteer: self("Volunteer", "Bénévolat")
    }
  }

  func mode(_ value: Step.Mode) -> String {
    switch value {
    case .onSite: self("On-site", "Sur site")
    case .hybrid: self("Hybrid", "Hybride")
    case .remote: self("Remote", "À distance")
    }
  }

  func reason(_ value: Step.BreakReason) -> String {
    switch value {
    case .bereavement: self("Bereavement", "Deuil")
    case .careerTransition: self("Career transition", "Transition professionnelle")
    case .caregiving: self("Caregiving", "Aide à un proche")
    case .fullTimeParenting: self("Full-time parenting", "Parent à temps plein")
    case .gapYear: self("Gap year", "Année de césure")
    case .layoff: self("Layoff/position eliminated", "Licenciement/suppression de poste")
    case .health: self("Health and well-being", "Santé et bien-être")
    case .personalGoal: self("Personal goal pursuit", "Projet personnel")
    case .professionalDevelopment: self("Professional development", "Développement professionnel")
    case .relocation: self("Relocation", "Déménagement")
    case .retirement: self("Retirement", "Retraite")
    case .travel: self("Travel", "Voyage")
    case .voluntaryWork: self("Voluntary work", "Volontariat")
    case .other: self("Other", "Autre")
    }
  }

  func level(_ value: Skill.Level) -> String {
    switch value {
    case .novice: self("Novice", "Notions")
    case .beginner: self("Beginner", "Débutant")
    case .competent: self("Competent", "Compétent")
    case .proficient: self("Proficient", "Avancé")
    case .expert: self("Expert", "Expert")
    }
  }

  func fluency(_ value: Fluency) -> String {
    switch value {
    case .A1, .A2: self("Elementary proficiency", "Notions") + " (\(value.rawValue))"
    case .B1: self("Limited working proficiency", "Compétence professionnelle limitée") + " (B1)"
    case .B2: self("Professional working proficiency", "Compétence professionnelle") + " (B2)"
    case .C1: self("Full professional proficiency", "Compétence professionnelle complète") + " (C1)"
    case .C2: self("Full professional proficiency", "Compétence professionnelle complète") + " (C2)"
    case .native: self("Native or bilingual", "Langue maternelle ou bilingue")
    }
  }

  /// What a break is called.
  func careerBreak(_ reason: Step.BreakReason?) -> String {
    reason.map { label("Career break", "Pause carrière") + self.reason($0) } ?? self("Career break", "Pause carrière")
  }

  func transition(_ value: Transition.Kind) -> String {
    switch value {
    case .pivot: self("A change of trade", "Un changement de métier")
    case .return: self("A return", "Un retour")
    case .relaunch: self("A fresh start", "Un nouveau départ")
    case .promotion: self("A promotion", "Une promotion")
    case .relocation: self("A move", "Un changement de lieu")
    }
  }

  func relation(_ value: Recommendation.Relation) -> String {
    switch value {
    case .client: self("client", "côté client")
    case .colleague: self("colleague", "collègue")
    case .manager: self("manager", "responsable")
    case .partner: self("partner", "partenaire")
    }
  }

  /// The label before a value: a colon, with French's narrow space before it.
  func label(_ english: String, _ french: String) -> String { isFrench ? "\(french)\u{202F}: " : "\(english): " }

  /// So much of a hundred.
  func percent(_ number: Int) -> String { "\(number)" + self("%", "\u{202F}%") }

  /// A text with the spaces of its language's typography: narrow and unbreakable before `;:!?»`, `%` and `€`, after `«`, and
  /// between the digits of a number in French. Only spaces that are there are changed, so that code and addresses stay whole.
  func typeset(_ text: String) -> String {
    // Signs that take such a space are rare, spaces before them rarer.
    guard
      isFrench,
      text.utf8.contains(where: { ":;!?%".utf8.contains($0) || $0 == 0xC2 || $0 == 0xE2 || (0x30...0x39).contains($0) })
    else { return text }
    var result: [Character] = []
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if character == " ", let next,
        ";:!?»".contains(next) || result.last == "«" || isInNumber(characters, index, next)
      {
        result.append("\u{202F}")
      } else {
        result.append(character)
      }
    }
    return String(result)
  }

  /// Whether a space stands before a unit, or before the next three digits of a number: `30 %`, `4 000`.
  private func isInNumber(_ characters: [Character], _ index: Int, _ next: Character) -> Bool {
    guard index > 0, characters[index - 1].isASCII, characters[index - 1].isNumber else { return false }
    if next == "%" || next == "€" { return true }
    func isDigit(_ place: Int) -> Bool {
      characters.indices.contains(place) && characters[place].isASCII && characters[place].isNumber
    }
    guard (1...3).allSatisfy({ isDigit(index + $0) }), !isDigit(index + 4) else { return false }
    // A year before it is none of its digits.
    let before = characters[..<index].reversed().prefix { $0.isASCII && $0.isNumber }.count
    return before <= 3
  }
}

extension String {
  /// The sentence with a full stop, where it does not end already: names of companies do, too.
  var ended: String { last.map { ".!?…".contains($0) } ?? true ? self : self + "." }
}
