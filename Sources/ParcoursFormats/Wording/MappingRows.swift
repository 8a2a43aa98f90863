internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursTransform

/// What stands where there has to be something, and there is nothing.
private let nothing = "–"

extension Codec {
  /// A date in any form that can mean one day, month or year only.
  static let date = Codec(complain: noDate, salvage: sureYear) {
    $0.words.flatMap(day).map { .string($0.description) }
  } write: { value, _ in
    value
  }

  /// An end; what goes on has none.
  static let end = Codec(complain: noDate, salvage: sureYear) {
    guard let text = $0.words else { return nil }
    if DateWords.ongoing.contains(text.lowercased()) { return .null }
    return day(text).map { .string($0.description) }
  } write: { value, _ in
    value
  }

  /// A date that has to be a day: the first of a month or a year, or the last.
  static func day(isLast: Bool) -> Codec {
    Codec(.changed, complain: noDate, salvage: sureYear) { value in
      let read = isLast ? end.read(value) : date.read(value)
      // Where a day has to be said, the first and the last of a month say no more than the month.
      guard let date = read?.string.flatMap({ PartialDate($0) }), let day = date.day, let month = date.month else {
        return read
      }
      let edge = isLast ? PartialDate.days(inMonth: month, of: date.year) : 1
      return day == edge ? PartialDate(year: date.year, month: month).map { .string($0.description) } : read
    } write: { value, _ in
      guard let date = value.string.flatMap({ PartialDate($0) }) else { return nil }
      return PartialDate(dayNumber: isLast ? date.lastDay : date.firstDay).map { .string($0.description) }
    }
  }

  /// Of a date that is none, the year may be sure.
  @Sendable private static func sureYear(_ value: JSONValue) -> JSONValue? {
    guard let text = value.words, let year = Int(text.prefix(4)), (1900..<2100).contains(year),
      text.dropFirst(4).first.map({ !$0.isNumber }) ?? true
    else { return nil }
    return .string(String(year))
  }

  @Sendable private static func noDate(_ value: JSONValue, _ context: inout DecodingContext) {
    _ = PartialDate.decode(value, &context)
  }

  private static func day(_ text: String) -> PartialDate? {
    if let date = PartialDate(text) { return date }
    // A day with a time, as programs write it (RFC 3339).
    if text.utf8.count > 10, text.dropFirst(10).first == "T", let day = PartialDate(text.prefix(10)) { return day }
    return DateWords.date(text.collapsed)
  }

  /// A language by its name; one that is not known is called what it is called.
  static let language = Codec {
    $0.words.map { .string(Languages.code(of: $0) ?? $0) }
  } write: { value, view in
    value.string.map { .string(Languages.title(of: $0, in: view.language)) }
  }

  /// How well a skill is mastered, by words.
  static let level = Codec {
    $0.words.flatMap(JSONResumeWords.level).map(\.json)
  } write: { value, _ in
    value.string.flatMap(Skill.Level.init).map { .string(JSONResumeWords.word(for: $0)) }
  }

  /// A number that may be written as a string.
  static let number = Codec {
    $0.words.flatMap { text in Double(text).map { _ in .number(text) } }
  } write: { value, _ in
    value
  }

  /// A web address; what is none is not written, and where its scheme alone is missing it is completed.
  static let web = Codec {
    $0.words.map { .string($0) }
  } write: { value, _ in
    SafeURL.completed(value.string).map { .string($0) }
  }

  /// A list that is one text there.
  static let joined = Codec(.changed, read: texts.read) { value, view in
    guard case .array(let all)? = texts.write(value, view) else { return nil }
    return .string(all.compactMap(\.string).joined(separator: ", "))
  }

  /// A place on a line, as people write it: the country's code, where there is one, stands last.
  static let place = Codec(.changed) { value in
    guard let text = value.words else { return nil }
    var parts = text.split(separator: ",").map { String($0).collapsed }
    var place: [JSONValue.Member] = []
    if parts.count > 1, let last = parts.last, last.utf8.count == 2,
      last.utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    {
      place.append(.init("countryCode", .string(last)))
      parts.removeLast()
      if parts.count == 2 { place.insert(.init("region", .string(parts.removeLast())), at: 0) }
    }
    return .object([.init("city", .string(parts.joined(separator: ", ")))] + place)
  } write: { value, _ in
    let parts = ["city", "region", "countryCode"].compactMap { value[$0]?.string }
    return parts.isEmpty ? nil : .string(parts.joined(separator: ", "))
  }
}

extension Row {
  // MARK: Steps

  /// Whom a step was with: by the name, else by the alias. A break, and work for oneself, are known by their words, where other
  /// formats want a name.
  ///
  /// - Parameter isRequired: whether there has to be something.
  static func who(
    _ foreign: String, _ outer: String = "organization", codec: Codec = .string, isRequired: Bool = true
  ) -> Row {
    Row(
      [
        Meaning(foreign, "\(outer).name"), Meaning(foreign, "\(outer).alias", .changed),
      ] + (outer == "organization" ? [Meaning(foreign, "engagement", .changed)] : [])
    ) { taking, item in
      guard let (name, place) = taking.take(foreign, { codec.read($0)?.string }), name != nothing else { return }
      item.isWith(name, outer)
      taking.record(item.place + [outer, "name"], at: place)
    } give: { item, giving in
      guard let step = item.record as? Step else { return }
      let name = step.who(giving.view, outer).map { JSONValue.string($0) }
      giving.set(foreign, name.flatMap { codec.write($0, giving.view) } ?? (isRequired ? .string(nothing) : nil))
    }
  }

  /// What a step was: of a break, what it was for. It stands behind `who`, which tells a break.
  static func position(_ foreign: String, _ codec: Codec = .text, isRequired: Bool = false) -> Row {
    Row([
      Meaning(foreign, "title").of("role", "agreed", "sought"), Meaning(foreign, "title", .changed).of("break"),
      Meaning(foreign, "reason").of("break"),
    ]) { taking, item in
      guard let (value, place) = taking.take(foreign, codec.read), value.string != nothing else { return }
      let isReason = item.isFor(value)
      taking.record(item.place + [isReason ? "reason" : "title"], at: place)
    } give: { item, giving in
      guard let step = item.record as? Step else { return }
      let reason = step.kind == .break ? step.reason.map(Wording(giving.view.language).reason) : nil
      let isBare = step.kind == .break && isRequired
      let bare = isBare ? JSONValue.string(Wording(giving.view.language).careerBreak(nil)) : nil
      let title = reason.map { JSONValue.string($0) } ?? item["title"] ?? bare
      giving.set(foreign, title.flatMap { codec.write($0, giving.view) } ?? (isRequired ? .string(nothing) : nil))
    }
  }

  /// What a step was about.
  static func summary(_ foreign: String) -> Row {
    Row([Meaning(foreign, "summary")]) { taking, item in
      guard let (text, place) = taking.take(foreign, Codec.text.read) else { return }
      item.tells(text)
      taking.record(item.place + ["summary"], at: place)
    } give: { item, giving in
      giving.set(foreign, giving.text(item["summary"]))
    }
  }

  /// What came of a step, and the missions that it had.
  static func highlights(_ foreign: String, and others: String? = nil) -> Row {
    Row(
      [Meaning(foreign, "highlights"), Meaning(foreign, "engagements", .changed).told(as: Self.mission)]
        + (others.map { [Meaning(foreign, $0, .changed)] } ?? [])
    ) { taking, item in
      guard let (lines, place) = taking.take(foreign, Codec.texts.read) else { return }
      item.set("highlights", lines)
      taking.record(item.place + ["highlights"], at: place)
    } give: { item, giving in
      let lines = giving.lines(of: item, and: others)
      giving.set(foreign, lines.isEmpty ? nil : .array(lines.map { .string($0) }))
    }
  }

  /// What of a mission a line says.
  static let mission = ["engagements[].title", "engagements[].client.name", "engagements[].client.alias"]

  // MARK: The rest

  /// A list of objects, or one, that are but their names. Where they say more they are kept, too, and given back as they were.
  ///
  /// - Parameter extra: what every one of them has to say besides.
  static func names(_ foreign: String, _ model: String, by name: String, beside extra: (String, String)) -> Row {
    @Sendable func names(_ list: JSONValue?) -> [String] {
      (list.map { $0.elements.isEmpty ? [$0] : $0.elements } ?? []).compactMap { $0[name]?.words }
    }
    return Row([Meaning("\(foreign)[].\(name)", model)]) { taking, item in
      guard let (list, place) = taking.take(foreign, { names($0).isEmpty ? nil : $0 }) else { return }
      item.set(model, .array(names(list).map { .string($0) }))
      taking.record(item.place + [model], at: place)
      let isPlain = (list.elements.isEmpty ? [list] : list.elements).allSatisfy { element in
        element.members.allSatisfy { $0.key == name || $0.key == extra.0 && $0.value == .string(extra.1) }
      }
      if !isPlain { taking.put(foreign, list) }
    } give: { item, giving in
      let kept = Set(names(giving.kept(of: item)?[foreign]))
      let own = (item[model]?.elements ?? []).compactMap(\.string).filter { !kept.contains($0) }
      giving.append(
        own.map { .object([.init(name, .string($0)), .init(extra.0, .string(extra.1))]) }, to: foreign)
    }
  }

  /// An address for mail; where there are several, the others are kept.
  ///
  /// - Parameter isList: whether one stands in a list, too.
  static func mail(_ foreign: String, isList: Bool = false) -> Row {
    Row([Meaning(foreign, "contact.email")]) { taking, item in
      guard let (addresses, place) = taking.take(foreign, { Codec.strings.read($0)?.elements }) else { return }
      item.set("contact.email", addresses.first)
      taking.record(["contact", "email"], at: place)
      if addresses.count > 1 {
        taking.put(String(foreign.prefix { $0 != "|" }), .array(Array(addresses.dropFirst())))
      }
    } give: { item, giving in
      guard let address = item["contact.email"]?.string, SafeURL.mail(address) != nil else { return }
      let others = giving.kept(of: item)?.value(at: foreign.split(separator: ".").map(String.init))
      giving.set(foreign, isList || others != nil ? .array([.string(address)]) : .string(address))
    }
  }

  /// A name in the two parts that forms ask for.
  static func personName(_ given: String, _ family: String) -> Row {
    Row([Meaning(given, "name"), Meaning(family, "name")]) { taking, item in
      let first = taking.take(given) { $0.words }
      let parts = [first?.0, taking.string(family)].compactMap(\.self).filter { $0 != nothing }
      guard !parts.isEmpty else { return }
      let whole = parts.joined(separator: " ")
      item.set("name", .string(whole))
      if let first { taking.record(["name"], at: first.1) }
      // Which part is the family's is kept where it cannot be told.
      if parts.count == 2, PersonName(whole).given != parts[0] {
        taking.put(given, .string(parts[0]))
        taking.put(family, .string(parts[1]))
      }
    } give: { item, giving in
      guard let whole = item["name"]?.string else { return }
      let kept = [given, family].compactMap { giving.word(of: item, $0) }
      if kept.count == 2, kept.joined(separator: " ") == whole {
        giving.set(given, kept[0])
        giving.set(family, kept[1])
        return
      }
      let name = PersonName(whole)
      let isBoth = !name.given.isEmpty && name.given + " " + name.family == whole
      giving.set(given, isBoth ? name.given : whole)
      giving.set(family, isBoth ? name.family : nothing)
    }
  }

  /// How well a language is spoken, by words; words of one's own stay.
  static func fluency(
    _ foreign: String, _ transfer: Carriage.Transfer = .whole,
    _ word: @escaping @Sendable (Fluency, Wording) -> String = { $0.rawValue.own($1) }
  ) -> Row {
    Row([Meaning(foreign, "fluency", transfer), Meaning(foreign, "label", .changed)]) { taking, item in
      guard let (words, place) = taking.take(foreign, { $0.words }) else { return }
      item.isSpoken(words)
      taking.record(item.place + ["fluency"], at: place)
    } give: { item, giving in
      giving.set(foreign, item.spoken(in: giving.view, word))
    }
  }
}

extension MappedItem {
  /// Says whom a step was with.
  mutating func isWith(_ name: String, _ outer: String) {
    let words = [Wording("en"), Wording("fr")]
    if outer == "organization" {
      if BreakWords.isBreak(name) {
        set("kind", .string(Step.Kind.break.rawValue))
        return
      }
      let own = [Step.Engagement.freelance, .selfEmployed]
      if let engagement = own.first(where: { kind in words.contains { $0.engagement(kind) == name } }) {
        set("engagement", engagement.json)
        return
      }
    }
    set("\(outer).name", .string(name))
  }

  /// Says what a step was; of a break, what it was for. Whether that is one of the known reasons.
  mutating func isFor(_ title: JSONValue) -> Bool {
    guard self["kind"]?.string == Step.Kind.break.rawValue, let text = title.string else {
      set("title", title)
      return false
    }
    if let reason = BreakWords.reason(text) {
      set("reason", reason.json)
    } else if !BreakWords.isBare(text) {
      // A break has no title: its words are told.
      set("summary", title)
    }
    return true
  }

  /// Sets the summary, behind what is told already.
  mutating func tells(_ summary: JSONValue) {
    guard let before = self["summary"]?.string, let text = summary.string else {
      set("summary", summary)
      return
    }
    set("summary", .string(before + "\n\n" + text))
  }

  /// Says how well a language is spoken.
  mutating func isSpoken(_ words: String) {
    let native = [Wording("en"), Wording("fr")].contains { $0("native", "langue maternelle") == words }
    let fluency = native ? .native : JSONResumeWords.fluency(of: words)
    set("fluency", fluency?.json)
    if !native, fluency?.rawValue != words { set("label", .string(words)) }
  }

  /// How well a language is spoken: in one's own words, where they mean that.
  func spoken(in view: IdentityView, _ word: (Fluency, Wording) -> String) -> String? {
    let fluency = self["fluency"]?.string.flatMap(Fluency.init)
    if let label = self["label"]?.string, fluency == nil || JSONResumeWords.fluency(of: label) == fluency {
      return label
    }
    return fluency.map { word($0, Wording(view.language)) }
  }
}

extension Step {
  /// Whom it was with, as other formats say it.
  fileprivate func who(_ view: IdentityView, _ outer: String) -> String? {
    let words = Wording(view.language)
    if kind == .break { return words.careerBreak(nil) }
    if let name = view.name(of: outer == "institution" ? institution : organization) { return name }
    guard outer == "organization", let engagement, [.freelance, .selfEmployed].contains(engagement) else { return nil }
    return words.engagement(engagement)
  }

  /// Work and breaks that have begun.
  static let isWork: @Sendable (Step, IdentityView) -> Bool = { step, view in
    step.kind != .study && step.engagement != .volunteer && step.tense(asOf: view.asOf) != .future
  }
  /// Voluntary work that has begun.
  static let isVoluntary: @Sendable (Step, IdentityView) -> Bool = { step, view in
    step.kind != .study && step.engagement == .volunteer && step.tense(asOf: view.asOf) != .future
  }
  /// Studies that have begun.
  static let isStudied: @Sendable (Step, IdentityView) -> Bool = { step, view in
    step.kind == .study && step.tense(asOf: view.asOf) != .future
  }
}

extension Giving {
  /// The highlights of a step, its missions in a line each, and the texts of another field.
  func lines(of item: MappedItem, and others: String? = nil) -> [String] {
    let own = (item["highlights"]?.elements ?? []).compactMap { text($0) }
    let missions = ((item.record as? Step)?.engagements ?? []).map { mission in
      [view.text(mission.title), view.name(of: mission.client)].compactMap(\.self).joined(separator: ", ")
    }
    let more = others.flatMap { item[$0]?.elements.compactMap { text($0) } } ?? []
    return (own + missions + more).filter { !$0.isEmpty }
  }
}

extension String {
  /// A level, "native" in words.
  fileprivate func own(_ words: Wording) -> String {
    self == Fluency.native.rawValue ? words("native", "langue maternelle") : self
  }
}
