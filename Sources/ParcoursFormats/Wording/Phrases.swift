internal import ParcoursModel

/// Parts of sentences made of facts whose gender and number nobody told: titles, names, dates, reasons.
extension Wording {
  // MARK: Titles and names

  /// Words that stand in titles of several capitals, by which such a title is known: it is kept as it is.
  private static let titleWords: Set<String> = [
    "administrator", "advisor", "agent", "analyst", "architect", "assistant", "associate", "board", "chef", "coach",
    "consultant", "coordinator", "data", "design", "designer", "developer", "development", "director", "editor",
    "engineer", "engineering", "executive", "expert", "head", "lead", "leader", "learning", "maker", "manager",
    "marketing", "master", "officer", "operations", "owner", "partner", "planner", "product", "programmer", "project",
    "research", "researcher", "sales", "science", "scientist", "software", "specialist", "staff", "strategist",
    "teacher",
    "technician", "trainer", "web", "worker", "writer",
  ]

  /// Words that begin with a capital wherever they stand in English.
  private static let properWords: Set<String> = [
    "african", "american", "asian", "belgian", "british", "canadian", "chinese", "dutch", "english", "european",
    "excel",
    "french", "german", "google", "indian", "irish", "italian", "japanese", "java", "kotlin", "linux", "microsoft",
    "oracle", "python", "ruby", "rust", "salesforce", "scottish", "spanish", "swedish", "swift", "swiss", "windows",
  ]

  /// A title or an item of a list in the middle of a sentence: its first letter small, unless the word is an acronym or a
  /// name, or more of the words are capitals, as in "Managing Director".
  func inSentence(_ text: String) -> String {
    guard let first = text.first, first.isUppercase, let second = text.dropFirst().first else { return text }
    let isElided = (second == "’" || second == "'") && "LDC".contains(first)
    guard second.isLowercase || isElided || (second == " " && "AÀ".contains(first)) || second == "-" && !isAcronym(text)
    else { return text }
    let spoken = text.split(whereSeparator: { !$0.isLetter && $0 != "’" && $0 != "-" }).map(String.init)
    if language == "en", let word = spoken.first?.lowercased(), Self.properWords.contains(word) { return text }
    let isTitle = spoken.dropFirst().contains { word in
      (word.first?.isUppercase ?? false) && Self.titleWords.contains(word.lowercased())
    }
    return isTitle ? text : first.lowercased() + text.dropFirst()
  }

  private func isAcronym(_ text: String) -> Bool {
    text.prefix { $0 != " " && $0 != "-" }.count == 1
  }

  /// Whether a description begins with an article or a number, so that words can be put before it.
  func hasDeterminer(_ text: String) -> Bool {
    let lower = text.lowercased()
    if language == "fr" {
      if ["l’", "l'", "d’", "d'"].contains(where: lower.hasPrefix) { return true }
      let words: Set<String> = [
        "un", "une", "le", "la", "les", "des", "du", "plusieurs", "deux", "trois", "quatre", "cinq", "six", "dix",
      ]
      return words.contains(String(lower.prefix { $0.isLetter }))
    }
    let words: Set<String> = [
      "a", "an", "the", "one", "two", "three", "four", "five", "six", "ten", "several", "some",
    ]
    return words.contains(String(lower.prefix { $0.isLetter }))
  }

  /// A title with the article that English wants: "a data engineer", "an hour's nurse", "CEO".
  func asRole(_ title: String) -> String {
    let title = inSentence(title)
    guard language == "en", let first = title.first else { return title }
    let lower = title.lowercased()
    let words = lower.split(whereSeparator: { !$0.isLetter }).map(String.init)
    guard let word = words.first, !hasDeterminer(title), !first.isNumber, isPerson(title) else { return title }
    // An office that one person holds has no article.
    let offices: Set<String> = [
      "head", "chief", "president", "chair", "director", "ceo", "cto", "cfo", "coo", "cio", "ciso", "founder",
    ]
    if offices.contains(word) && word != "director" || lower.hasPrefix("director of")
      || lower.hasPrefix("vice president")
      || lower.hasPrefix("co-founder") || lower.hasPrefix("managing director")
    {
      return title
    }
    return (isVowel(title) ? "an " : "a ") + title
  }

  /// Whether a word is said with a vowel first.
  private func isVowel(_ title: String) -> Bool {
    let word = title.prefix { $0.isLetter }
    let lower = word.lowercased()
    let read: Set<String> = ["NATO", "SOC", "MEAL", "SAFE", "SIM", "RAM", "LAN", "FAQ", "NASA", "LEED", "STEM", "REST"]
    if !read.contains(String(word)), word.allSatisfy(\.isUppercase), !word.isEmpty,
      word.count > 1 || title.dropFirst().first.map({ "-&".contains($0) }) ?? false
    {
      return "AEFHILMNORSX".contains(word.first ?? " ")
    }
    if ["hono", "hour", "honest", "heir"].contains(where: lower.hasPrefix) { return true }
    if ["one", "once", "uni", "use", "usa", "eu", "ewe", "ubi", "uti"].contains(where: lower.hasPrefix),
      lower != "unincorporated"
    {
      return false
    }
    return "aeiou".contains(lower.first ?? " ")
  }

  /// Whether a title is somebody rather than an activity, "consulting" say.
  func isPerson(_ title: String) -> Bool {
    let words = title.lowercased().split(whereSeparator: { !$0.isLetter })
    guard let last = words.last else { return false }
    let activities: Set<String> = [
      "consulting", "data", "support", "research", "conseil", "recherche", "training", "design", "marketing",
    ]
    return !(words.count == 1 && (activities.contains(String(last)) || last.hasSuffix("ing")))
  }

  /// Whom a role is for, after its title: an organization's name as it is, a description inside the sentence.
  func whom(name: String?, alias: String?) -> String {
    if let name { return self(" at \(name)", " (\(name))") }
    guard let alias else { return "" }
    return hasDeterminer(alias) ? self(" for ", " pour ") + inSentence(alias) : " (\(alias))"
  }

  // MARK: Lists and numbers

  /// A list in a sentence: the last joined by a word; where an item has a comma of its own, semicolons between.
  func list(_ items: [String], or: Bool = false) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let word = or ? self("or", "ou") : self("and", "et")
    if items.contains(where: { $0.contains(",") }) {
      return items.joined(separator: self("; ", "\u{202F}; "))
    }
    let comma = language == "en" && items.count > 2 ? "," : ""
    return items.dropLast().joined(separator: ", ") + "\(comma) \(word) \(last)"
  }

  /// A small number in words.
  func spelled(_ number: Int) -> String {
    let english = [
      "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    ]
    let french = [
      "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    ]
    return (0...12).contains(number) ? self(english[number], french[number]) : String(number)
  }

  /// Days a week in words: "three days a week", "half a day a week", "full time".
  func weekly(_ days: Double) -> String {
    let (whole, hasHalf) = (Int(days), days != days.rounded(.down))
    if days == 5 { return self("full time", "à temps plein") }
    if whole == 0 { return self("half a day a week", "une demi-journée par semaine") }
    guard days * 2 == (days * 2).rounded() else { return days.json.numberText(in: self) + " " + daysAWeek(days) }
    let half = hasHalf ? self(" and a half", " et demi") : ""
    if language == "en" {
      return hasHalf && whole > 1 || whole > 1 ? "\(spelled(whole))\(half) days a week" : "one day\(half) a week"
    }
    return "\(spelled(whole)) jour\(whole > 1 ? "s" : "")\(half) par semaine"
  }

  // MARK: Times

  /// `de` before a word, elided where it begins with a vowel.
  private func de(_ word: String) -> String {
    "aeiouéàyh".contains(word.first ?? " ") && word.first != "h" ? "d’\(word)" : "de \(word)"
  }

  /// A date without its day: a year, or a month.
  private func monthly(_ date: PartialDate, year: Bool = true) -> String {
    guard let month = date.month else { return String(date.year) }
    return year ? "\(months[month - 1]) \(date.year)" : months[month - 1]
  }

  /// When something was, in a sentence, as months: "from May to June 2020", "in 2019", "since May 2020"; nil where no date
  /// is known.
  func span(_ start: PartialDate?, _ end: PartialDate?) -> String? {
    switch (start, end) {
    case (nil, nil): return nil
    case (let start?, nil): return self("since ", "depuis ") + monthly(start)
    case (nil, let end?): return self("until ", "jusqu’en ") + monthly(end)
    case (let start?, let end?):
      let (isSameYear, isMonthly) = (start.year == end.year, start.month != nil && end.month != nil)
      if isSameYear, !isMonthly || start.month == end.month {
        return self("in ", "en ") + (isMonthly ? monthly(start) : String(start.year))
      }
      let first = monthly(start, year: !(isSameYear && isMonthly))
      return self("from \(first) to \(monthly(end))", "\(de(first)) à \(monthly(end))")
    }
  }

  /// From when on something is: "from May 2027", "dès mai 2027".
  func starting(_ date: PartialDate) -> String {
    self("from ", date.day == nil ? "dès " : "dès le ") + self.date(date)
  }

  /// What a break was for, after "pause"; empty where the reason is nobody's business unless the owner tells it.
  func purpose(_ reason: Step.BreakReason?) -> String {
    switch reason {
    case .caregiving: self(" to care for a relative", " pour aider un proche")
    case .fullTimeParenting: self(" to raise children", " pour élever des enfants")
    case .travel: self(" to travel", " pour voyager")
    case .relocation: self(" to move", " pour déménager")
    case .careerTransition: self(" to change careers", " pour changer de voie")
    case .professionalDevelopment: self(" to learn", " pour me former")
    case .gapYear: self(", a gap year", ", une année de césure")
    case .personalGoal: self(" for a project of my own", " pour un projet personnel")
    case .voluntaryWork: self(" for voluntary work", " pour du bénévolat")
    case .retirement, .bereavement, .health, .layoff, .other, nil: ""
    }
  }
}
