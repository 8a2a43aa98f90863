internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursTransform

/// How to reach a candidate: one list of all channels.
enum EuropassContact {
  private static let list = "CandidatePerson.Communication"
  /// The networks that it has a word for; all others are sites.
  private static let networks: Set<String> = [
    "facebook", "twitter", "instagram", "linkedin", "youtube", "pinterest", "tumblr",
  ]

  static let row = Row([
    .init("\(list)[].URI", "contact.email"), .init("\(list)[].DialNumber", "contact.phone", .changed),
    .init("\(list)[].URI", "contact.url"), .init("\(list)[].URI", "contact.profiles[].url"),
    .init("\(list)[].UseCode", "contact.profiles[].network", .changed),
    .init("\(list)[].Address.AddressLine", "contact.location.address"),
    .init("\(list)[].Address.CityName", "contact.location.city"),
    .init("\(list)[].Address.PostalCode", "contact.location.postalCode"),
    .init("\(list)[].Address.CountryCode", "contact.location.countryCode"),
  ]) { taking, item in
    var left: [JSONValue] = []
    var profiles: [([String]) -> JSONValue] = []
    for var one in taking.objects(list) {
      let channel = one.rest["ChannelCode"]?.string?.lowercased() ?? ""
      func take(_ name: String, _ field: String, _ prefix: String = "") {
        guard let (text, place) = one.take(name, { $0.words }), item[field] == nil else { return }
        item.set(field, .string(prefix + text))
        taking.record(field.split(separator: ".").map(String.init), at: place)
      }
      switch channel {
      case "email" where item["contact.email"] == nil:
        take("URI", "contact.email")
        _ = one.string("ChannelCode")
      case "telephone" where item["contact.phone"] == nil:
        take("DialNumber", "contact.phone", one.string("CountryDialing").map { "+\($0.drop { $0 == "+" }) " } ?? "")
        _ = one.string("ChannelCode")
        _ = one.take("UseCode") { $0 == .string("mobile") ? $0 : nil }
      case "web" where item["contact.url"] == nil:
        take("URI", "contact.url")
        _ = one.string("ChannelCode")
      case "web", "social media":
        let element = one
        profiles.append { element.item(profile, at: $0) }
        continue
      default:
        guard item["contact.location"] == nil, one.has("Address") else { break }
        take("Address.AddressLine", "contact.location.address")
        take("Address.CityName", "contact.location.city")
        take("Address.PostalCode", "contact.location.postalCode")
        for usual in ["UseCode", "Address.@type"] { _ = one.take(usual) { $0 == .string("home") ? $0 : nil } }
        if let country = one.value("Address.CountryCode", .country) {
          item.set("contact.location.countryCode", country)
        }
      }
      if !one.rest.members.isEmpty { left.append(one.rest) }
    }
    item.append(profiles, to: "contact.profiles")
    if !left.isEmpty { taking.put(list, .array(left)) }
  } give: { item, giving in
    var all: [JSONValue] = []
    func add(_ members: [(String, JSONValue?)]) {
      all.append(.object(members.compactMap { name, value in value.map { JSONValue.Member(name, $0) } }))
    }
    if let mail = item["contact.email"] { add([("ChannelCode", .string("Email")), ("URI", mail)]) }
    // A number without a country's code makes the whole file unreadable there.
    if let number = PhoneNumber(item["contact.phone"]?.string) {
      add([
        ("ChannelCode", .string("Telephone")), ("UseCode", .string("mobile")),
        ("CountryDialing", .string(number.code)), ("DialNumber", .string(number.rest)),
      ])
    }
    let place = item["contact.location"]
    let address = [("AddressLine", "address"), ("CityName", "city"), ("PostalCode", "postalCode")].compactMap {
      name, field in place?[field].map { JSONValue.Member(name, $0) }
    }
    let country = (place?["countryCode"]?.string).map { JSONValue.Member("CountryCode", .string($0.lowercased())) }
    if !address.isEmpty || country != nil {
      let members = [JSONValue.Member("@type", .string("home"))] + address + [country].compactMap(\.self)
      add([("UseCode", .string("home")), ("Address", .object(members))])
    }
    if let url = Codec.web.write(item["contact.url"] ?? .null, giving.view) {
      add([("ChannelCode", .string("Web")), ("URI", url)])
    }
    for one in item["contact.profiles"]?.elements ?? [] where SafeURL.completed(one["url"]?.string) != nil {
      all.append(giving.object(of: MappedItem(one), by: [channel]))
    }
    giving.append(all, to: list)
  }

  private static let channel = Row([]) { _, _ in
  } give: { profile, giving in
    let network = Folding.compact(profile["network"]?.string ?? "")
    giving.set("ChannelCode", networks.contains(network) ? "Social Media" : "Web")
    if networks.contains(network) { giving.set("UseCode", network) }
    giving.set("URI", Codec.web.write(profile["url"] ?? .null, giving.view))
  }

  private static let profile = Items(
    "contact.profiles",
    [
      Row([]) { taking, _ in _ = taking.string("ChannelCode") }, .value("UseCode", "network", .string),
      .value("URI", "url", .string),
    ])
}

/// Sections that people name themselves, each with an entry: of several in one section the last alone is imported there.
enum EuropassOthers {
  private static let list = "CandidateProfile.Others"

  private static let entries: [(topic: SectionTitle, english: String, french: String, items: Items)] = [
    (
      .voluntary, "Volunteering", "Bénévolat",
      Items(
        steps: ["role"], base: [("kind", .string("role")), ("engagement", Step.Engagement.volunteer.json)],
        where: Step.isVoluntary,
        [
          role, Europass.period("Date", mark: nil, ongoing: ""), Europass.description("Description"),
          .value("Link", "organization.url", .web.changing),
        ])
    ),
    (
      .projects, "Projects", "Projets",
      Items(
        "projects",
        [
          .value("Title", "name", .text), Europass.period("Date", mark: nil, ongoing: ""),
          described("description", and: "highlights"), .value("Link", "url", .web),
        ])
    ),
    (
      .certificates, "Certificates", "Certifications",
      Items(
        "certificates",
        [
          .value("Title", "name", .text), .value("Date.StartDate.FormattedDateTime", "date", .date),
          .value("Description", "issuer", .plainHTML), .value("Link", "url", .web),
        ])
    ),
    (
      .awards, "Awards", "Distinctions",
      Items(
        "awards",
        [
          .value("Title", "title", .text), .value("Date.StartDate.FormattedDateTime", "date", .date),
          .value("Description", "summary", .html),
        ])
    ),
    (
      .interests, "Interests", "Loisirs",
      Items("interests", [.value("Title", "name", .text), .value("Description", "keywords", .listedHTML)])
    ),
  ]

  /// What somebody was, and for whom, in one title.
  private static let role = Row([
    .init("Title", "title", .changed), .init("Title", "organization.name", .changed),
    .init("Title", "organization.alias", .changed),
  ]) { taking, item in
    guard let (text, place) = taking.take("Title", { $0.words }) else { return }
    let parts = text.split(separator: ", ").map(String.init)
    item.set("title", .string(parts.count > 1 ? parts.dropLast().joined(separator: ", ") : text))
    if parts.count > 1, let name = parts.last { item.set("organization.name", .string(name)) }
    taking.record(item.place + ["title"], at: place)
  } give: { item, giving in
    guard let step = item.record as? Step else { return }
    let parts = [giving.text(item["title"]), giving.view.name(of: step.organization)].compactMap(\.self)
    giving.set("Title", parts.isEmpty ? "–" : parts.joined(separator: ", "))
  }

  static let row = Row(entries.flatMap { $0.items.meanings(in: "\(list)[].Other") }) { taking, item in
    var left: [JSONValue] = []
    for section in taking.objects(list) {
      let topic = section.rest["Title"]?.string.flatMap(SectionTitle.init)
      guard let items = entries.first(where: { $0.topic == topic })?.items else {
        left.append(section.rest)
        continue
      }
      var section = section
      item.append(section.objects("Other").map { entry in { entry.item(items, at: $0) } }, to: items.model)
      if section.rest.members.count > 1 { left.append(section.rest) }
    }
    if !left.isEmpty { taking.put(list, .array(left)) }
  } give: { item, giving in
    let words = Wording(giving.view.language)
    for entry in entries {
      let title = JSONValue.string(words(entry.english, entry.french))
      giving.append(
        giving.objects(of: item, entry.items).map { .object([.init("Title", title), .init("Other", $0)]) }, to: list)
    }
  }

  /// Words, and the items of a list behind them.
  private static func described(_ field: String, and list: String) -> Row {
    Row([.init("Description", field), .init("Description", list)]) { taking, item in
      guard let (text, place) = taking.take("Description", { $0.words }) else { return }
      let parts = EuropassText(text)
      item.set(field, parts.text.isEmpty ? nil : .string(parts.text))
      item.set(list, parts.bullets.isEmpty ? nil : .array(parts.bullets.map { .string($0) }))
      for name in [field, list] { taking.record(item.place + [name], at: place) }
    } give: { item, giving in
      giving.set(
        "Description",
        EuropassText.html(giving.text(item[field]), item[list]?.elements.compactMap { giving.text($0) } ?? []))
    }
  }
}

extension Codec {
  /// A name in HTML.
  fileprivate static let plainHTML = Codec {
    $0.words.map { .string(EuropassText.plain($0)) }
  } write: { value, _ in
    value.string.map { .string(HTMLText.escaped($0)) }
  }

  /// A list of names in one text, between commas.
  fileprivate static let listedHTML = Codec {
    guard let text = $0.words else { return nil }
    return .array(
      EuropassText.plain(text).split(separator: ",").map { .string(String($0).collapsed) }.filter { $0 != .string("") })
  } write: { value, _ in
    .string(HTMLText.escaped(value.elements.compactMap(\.string).joined(separator: ", ")))
  }
}

/// Codes of languages as Europass writes them: ISO 639-2, or 639-1.
enum EuropassCodes {
  /// Codes of terminology, then those of bibliography that differ.
  private static let long: [(code: String, tag: String)] = [
    ("bul", "bg"), ("cat", "ca"), ("ces", "cs"), ("dan", "da"), ("deu", "de"), ("ell", "el"), ("eng", "en"),
    ("est", "et"), ("eus", "eu"), ("fin", "fi"), ("fra", "fr"), ("gle", "ga"), ("hrv", "hr"), ("hun", "hu"),
    ("isl", "is"), ("ita", "it"), ("lav", "lv"), ("lit", "lt"), ("mkd", "mk"), ("mlt", "mt"), ("nld", "nl"),
    ("nor", "no"), ("pol", "pl"), ("por", "pt"), ("ron", "ro"), ("rus", "ru"), ("slk", "sk"), ("slv", "sl"),
    ("spa", "es"), ("sqi", "sq"), ("srp", "sr"), ("swe", "sv"), ("tur", "tr"), ("ukr", "uk"), ("ara", "ar"),
    ("zho", "zh"), ("jpn", "ja"), ("kor", "ko"), ("hin", "hi"), ("vie", "vi"), ("cze", "cs"), ("ger", "de"),
    ("gre", "el"), ("baq", "eu"), ("fre", "fr"), ("ice", "is"), ("mac", "mk"), ("dut", "nl"), ("rum", "ro"),
    ("slo", "sk"), ("alb", "sq"), ("chi", "zh"),
  ]

  /// The tag of a language, by its code or its name.
  static func language(_ code: String) -> String {
    let folded = code.lowercased()
    return long.first { $0.code == folded }?.tag ?? Languages.code(of: code)
      ?? (Languages.isTag(folded) ? folded : code)
  }

  /// An element that says a language: by its code, else by its name.
  static func element(_ tag: String, _ scheme: String, _ view: IdentityView) -> JSONValue {
    let code = long.first { $0.tag == tag.lowercased() }?.code
    return .object([
      .init("@\(scheme)", .string(code == nil ? "FREE_TEXT" : "NORMAL")),
      .init("#text", .string(code ?? Languages.title(of: tag, in: view.language))),
    ])
  }
}
