public import ParcoursModel

/// What keeps a profile from being found, understood and believed: checks with points, whose sum explains itself.
public struct Audit: Sendable {
  /// What a check is for.
  public enum Aim: String, Sendable, CaseIterable {
    /// Others find the profile.
    case found
    /// Others understand it.
    case understood
    /// Others believe it.
    case believed
    /// Others see what is wanted next.
    case wanted
  }

  /// A sentence in English and French.
  public struct Words: Sendable, Hashable {
    /// English.
    public var english: String
    /// French.
    public var french: String

    /// Makes one.
    public init(_ english: String, _ french: String) {
      self.english = english
      self.french = french
    }

    /// The one of a language.
    public func callAsFunction(_ language: String) -> String {
      language.lowercased().hasPrefix("fr") ? french : english
    }
  }

  /// What one check came to.
  public struct Item: Sendable {
    /// The check's id.
    public var id: String
    /// What it is for.
    public var aim: Aim
    /// What it earned.
    public var points: Int
    /// What it could earn.
    public var most: Int
    /// What was found.
    public var found: Words
    /// What to do; nil where nothing is left to do.
    public var advice: Words?
  }

  /// The checks in their order.
  public let items: [Item]

  /// Points earned of a hundred.
  public var score: Int {
    let most = items.reduce(0) { $0 + $1.most }
    return most == 0 ? 0 : (items.reduce(0) { $0 + $1.points } * 100 + most / 2) / most
  }

  /// Looks a profile through.
  ///
  /// - Parameters:
  ///   - whole: the identity with what these readers may not see: nobody is told to add what is there.
  ///   - wanted: skills that the readers look for: a target's, or a contract's.
  ///   - isKnown: whether an abbreviation is a skill everybody in the field knows.
  public init(
    _ identity: Identity, of whole: Identity? = nil, asOf today: PartialDate, wanted: [String] = [], language: String,
    isKnown: (String) -> Bool = { _ in false }
  ) {
    let subject = Subject(identity, today, language)
    var items: [Item] = []
    Self.find(subject, wanted, &items)
    Self.understand(subject, isKnown, &items)
    Self.believe(subject, &items)
    Self.want(subject, &items)
    if let whole { Self.tell(of: Subject(whole, today, language), beside: subject, &items) }
    self.items = items
  }

  /// Says of what these readers may not see that it is there.
  private static func tell(of whole: Subject, beside subject: Subject, _ items: inout [Item]) {
    func change(_ id: String, _ isHidden: Bool, _ found: Words) {
      guard isHidden, let place = items.firstIndex(where: { $0.id == id }) else { return }
      items[place].found = found
      items[place].advice = Words(
        "let these readers see it, or look with the eyes of others: --audience network",
        "montrez-le à ces lecteurs, ou regardez avec d’autres yeux\u{202F}: --audience network")
    }
    func ahead(_ subject: Subject) -> Int { subject.identity.path.count { $0.tense(asOf: subject.today) == .future } }
    let (mine, all) = (subject.identity, whole.identity)
    change(
      "recommendations", mine.recommendations.isEmpty && !all.recommendations.isEmpty,
      Words(
        "recommendations: \(all.recommendations.count), none of them for these readers",
        "recommandations\u{202F}: \(all.recommendations.count), aucune pour ces lecteurs"))
    change(
      "future", ahead(subject) == 0 && ahead(whole) > 0,
      Words(
        "steps ahead: \(ahead(whole)), none of them for these readers",
        "étapes à venir\u{202F}: \(ahead(whole)), aucune pour ces lecteurs"))
    change(
      "availability", mine.availability == nil && all.availability != nil,
      Words("availability is said, but not to these readers", "la disponibilité est dite, mais pas à ces lecteurs"))
  }

  /// A profile with its texts in one language.
  private struct Subject {
    let identity: Identity
    let today: PartialDate
    let language: String
    let roles: [Step]

    init(_ identity: Identity, _ today: PartialDate, _ language: String) {
      self.identity = identity
      self.today = today
      self.language = language
      roles = identity.path.filter { $0.kind == .role && $0.tense(asOf: today) != .future }
    }

    func text(_ text: LocalizedText?) -> String? {
      text?.version(for: language, documentLanguage: identity.documentLanguage)?.text
    }

    var sentences: [String] {
      let texts =
        [text(identity.summary)].compactMap(\.self)
        + identity.path.flatMap { [text($0.summary)].compactMap(\.self) + $0.highlights.compactMap(text) }
      return texts.flatMap { $0.split(whereSeparator: { ".!?\n".contains($0) }).map(String.init) }
    }
  }

  private static func add(
    _ items: inout [Item], _ id: String, _ aim: Aim, _ points: Int, of most: Int, _ found: Words, _ advice: Words
  ) {
    items.append(
      Item(
        id: id, aim: aim, points: max(0, min(most, points)), most: most, found: found,
        advice: points >= most ? nil : advice))
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(5).joined(separator: ", ") + (names.count > 5 ? "…" : "")
  }

  // MARK: Found

  private static func find(_ subject: Subject, _ wanted: [String], _ items: inout [Item]) {
    let identity = subject.identity
    let headline = subject.text(identity.headline) ?? ""
    let names = identity.skills.compactMap(\.name)
    let folded = " " + Folding.folded(headline) + " "
    let mentions = names.contains { folded.contains(" " + Folding.folded($0) + " ") }
    add(
      &items, "headline", .found, headline.isEmpty ? 0 : mentions ? 10 : 6, of: 10,
      headline.isEmpty
        ? Words("there is no headline", "il n’y a pas de titre")
        : Words(
          mentions ? "the headline names a skill" : "the headline names none of the skills",
          mentions ? "le titre nomme une compétence" : "le titre ne nomme aucune des compétences"),
      Words(
        "write the role, for whom, and two or three skills that people search for",
        "écrivez le métier, pour qui, et deux ou trois compétences que l’on recherche"))
    let count = (subject.text(identity.summary) ?? "").split(whereSeparator: { ".!?".contains($0) }).count
    add(
      &items, "summary", .found, min(6, 2 * count), of: 6,
      Words("sentences of the summary: \(count)", "phrases de la présentation\u{202F}: \(count)"),
      Words(
        "say in three sentences what people can count on you for", "dites en trois phrases sur quoi on peut compter"))
    add(
      &items, "skills", .found, min(8, names.count), of: 8,
      Words("skills named: \(names.count)", "compétences nommées\u{202F}: \(names.count)"),
      Words("name eight to twelve, in the words of your field", "nommez-en huit à douze, dans les mots du métier"))
    let ways = [identity.contact?.email, identity.contact?.url].compactMap(\.self).count
    add(
      &items, "contact", .found, 3 * ways, of: 6,
      Words("\(ways) of e-mail and page are there", "adresse et page\u{202F}: \(ways) sur 2"),
      Words("give an e-mail address and a page of your own", "indiquez une adresse électronique et une page à vous"))
    let place = identity.contact?.location?.city
    add(
      &items, "place", .found, place == nil ? 0 : 3, of: 3,
      place.map { Words("the place is \($0)", "le lieu est \($0)") }
        ?? Words("no place is named", "aucun lieu n’est nommé"),
      Words("name your city: searches go by place", "nommez votre ville\u{202F}: on cherche par lieu"))
    add(
      &items, "languages", .found, identity.languages.isEmpty ? 0 : 3, of: 3,
      Words("languages named: \(identity.languages.count)", "langues nommées\u{202F}: \(identity.languages.count)"),
      Words("say which languages you speak, and how well", "dites quelles langues vous parlez, et à quel niveau"))
    guard !wanted.isEmpty else { return }
    let all = Folding.compact(
      names.joined(separator: " ") + " " + headline + " " + subject.sentences.joined(separator: " "))
    let absent = wanted.filter { !all.contains(Folding.compact($0)) }
    add(
      &items, "keywords", .found, 12 * (wanted.count - absent.count) / wanted.count, of: 12,
      Words(
        "wanted skills named: \(wanted.count - absent.count) of \(wanted.count)",
        "compétences voulues nommées\u{202F}: \(wanted.count - absent.count) sur \(wanted.count)"),
      Words(
        "absent: \(list(absent)); name those you have",
        "absentes\u{202F}: \(list(absent))\u{202F}; nommez celles que vous avez"))
  }

  // MARK: Understood

  private static func understand(_ subject: Subject, _ isKnown: (String) -> Bool, _ items: inout [Item]) {
    let sentences = subject.sentences
    let long = sentences.filter { $0.split(whereSeparator: \.isWhitespace).count > 30 }
    add(
      &items, "long-sentences", .understood,
      sentences.isEmpty ? 0 : 8 * (sentences.count - min(sentences.count, 3 * long.count)) / sentences.count, of: 8,
      long.isEmpty
        ? Words("no sentence has more than 30 words", "aucune phrase n’a plus de 30 mots")
        : Words(
          "sentences of more than 30 words: \(long.count) of \(sentences.count)",
          "phrases de plus de 30 mots\u{202F}: \(long.count) sur \(sentences.count)"),
      Words(
        "cut them in two: who skims reads the first words",
        "coupez-les en deux\u{202F}: on ne lit que les premiers mots"))
    var jargon: [String] = []
    for word in sentences.flatMap({ $0.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) }) {
      let text = String(word)
      guard (2...6).contains(text.count), text.allSatisfy({ $0.isUppercase || $0.isNumber }),
        text.contains(where: \.isLetter), !isKnown(text), !jargon.contains(text)
      else { continue }
      // Explained where its long form stands in brackets behind it, or it in brackets behind that.
      let isExplained = sentences.contains { $0.contains("(\(text))") || $0.contains("\(text) (") }
      if !isExplained { jargon.append(text) }
    }
    add(
      &items, "jargon", .understood, 6 - 2 * jargon.count, of: 6,
      jargon.isEmpty
        ? Words("no abbreviation is left unexplained", "aucun sigle ne reste inexpliqué")
        : Words("unexplained: \(list(jargon))", "inexpliqués\u{202F}: \(list(jargon))"),
      Words("write them out once", "écrivez-les une fois en toutes lettres"))
    let bare = subject.roles.filter { $0.summary == nil && $0.highlights.isEmpty && $0.engagements.isEmpty }
    add(
      &items, "told-roles", .understood,
      subject.roles.isEmpty ? 0 : 10 * (subject.roles.count - bare.count) / subject.roles.count, of: 10,
      Words(
        "roles that say what was done: \(subject.roles.count - bare.count) of \(subject.roles.count)",
        "postes qui disent ce qui a été fait\u{202F}: \(subject.roles.count - bare.count) sur \(subject.roles.count)"),
      Words("one line each: what came of it", "une ligne chacun\u{202F}: ce qu’il en est sorti"))
    let breaks = subject.identity.path.filter { $0.kind == .break }
    let silent = breaks.filter { $0.reason == nil && $0.summary == nil }
    add(
      &items, "told-breaks", .understood, silent.isEmpty ? 4 : 0, of: 4,
      silent.isEmpty
        ? Words("no break is without its reason", "aucune pause n’est sans raison")
        : Words("breaks without a reason: \(silent.count)", "pauses sans raison\u{202F}: \(silent.count)"),
      Words(
        "name the reason: a break told is a step like others",
        "nommez la raison\u{202F}: une pause dite est une étape comme une autre"))
  }

  // MARK: Believed

  private static func believe(_ subject: Subject, _ items: inout [Item]) {
    let identity = subject.identity
    let used = Set(identity.path.flatMap { $0.skills + $0.engagements.flatMap(\.skills) }.map(Folding.folded))
    let bare = identity.skills.filter { $0.evidence.isEmpty && !used.contains(Folding.folded($0.name ?? "")) }
    let count = identity.skills.count
    add(
      &items, "evidence", .believed, count == 0 ? 0 : 12 * (count - bare.count) / count, of: 12,
      Words(
        "skills that a step proves: \(count - bare.count) of \(count)",
        "compétences prouvées par une étape\u{202F}: \(count - bare.count) sur \(count)"),
      Words(
        "without proof: \(list(bare.compactMap(\.name))); name the step under `evidence`",
        "sans preuve\u{202F}: \(list(bare.compactMap(\.name)))\u{202F}; nommez l’étape sous `evidence`"))
    let highlights = identity.path.flatMap(\.highlights).compactMap(subject.text)
    let counted = highlights.filter { $0.contains(where: \.isNumber) }
    add(
      &items, "numbers", .believed, highlights.isEmpty ? 0 : min(8, 24 * counted.count / highlights.count), of: 8,
      Words(
        "highlights with a number: \(counted.count) of \(highlights.count)",
        "points forts chiffrés\u{202F}: \(counted.count) sur \(highlights.count)"),
      Words(
        "give one in three a number: people, days, money, share",
        "donnez un chiffre à un sur trois\u{202F}: personnes, jours, argent, part"))
    add(
      &items, "recommendations", .believed, 3 * identity.recommendations.count, of: 6,
      identity.recommendations.isEmpty
        ? Words("nobody speaks for you", "personne ne témoigne pour vous")
        : Words(
          "recommendations: \(identity.recommendations.count)",
          "recommandations\u{202F}: \(identity.recommendations.count)"),
      Words("ask two clients for three sentences", "demandez trois phrases à deux clients"))
    let last = identity.path.flatMap {
      [$0.startDate, $0.endDate] + $0.engagements.flatMap { [$0.startDate, $0.endDate] }
    }
    .compactMap { $0?.lastDay }.filter { $0 <= subject.today.lastDay }.max()
    let months = last.map { (subject.today.lastDay - $0) * 12 / 365 }
    add(
      &items, "fresh", .believed, months.map { $0 <= 24 ? 6 : $0 <= 48 ? 3 : 0 } ?? 0, of: 6,
      months.map {
        Words("the last thing that changed is \($0) months old", "le dernier changement date de \($0) mois")
      }
        ?? Words("nothing has a date", "rien n’est daté"),
      Words(
        "add what you did since, or a mission of the role that goes on",
        "ajoutez ce que vous avez fait depuis, ou une mission du poste en cours"))
  }

  // MARK: Wanted

  private static func want(_ subject: Subject, _ items: inout [Item]) {
    let future = subject.identity.path.filter { $0.tense(asOf: subject.today) == .future }
    add(
      &items, "future", .wanted, future.isEmpty ? 0 : 6, of: 6,
      future.isEmpty
        ? Words("no step lies ahead", "aucune étape n’est à venir")
        : Words("steps ahead: \(future.count)", "étapes à venir\u{202F}: \(future.count)"),
      Words(
        "say what you look for next: a step with `status: sought`",
        "dites ce que vous cherchez\u{202F}: une étape avec `status: sought`"))
    let isFree = subject.identity.availability != nil
    add(
      &items, "availability", .wanted, isFree ? 4 : 0, of: 4,
      isFree
        ? Words("availability is said", "la disponibilité est dite")
        : Words("availability is not said", "la disponibilité n’est pas dite"),
      Words("say from when, and how many days a week", "dites à partir de quand, et combien de jours par semaine"))
  }
}
