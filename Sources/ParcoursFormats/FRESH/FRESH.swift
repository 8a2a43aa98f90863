public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

extension Format {
  /// FRESH, the format of HackMyResume.
  public static let fresh = Format(
    id: "fresh", summary: "FRESH 1.0, HackMyResume's format; what the model does not know is kept",
    names: ["*.fresh.json"], mediaType: "application/json", capabilities: [.marks, .oneLanguage, .editable, .foreign],
    extensionKey: "fresh", carries: FRESH.table.carriage, mapping: FRESH.table.documentation,
    detect: { $0.object.map { FRESH.isOne($0.root) } ?? false ? .mark : .none },
    read: { input in
      FRESH.table.read(
        input, where: { $0["name"] != nil || $0["meta"]?["format"] != nil || $0["employment"] != nil },
        missing: Diagnostic(
          id: "no-identity", "this is no FRESH résumé", help: "it has `meta: {format: FRESH@…}`, and a name"))
    }, write: { view, _ in Artifact(JSONPrinter.print(Tree.document(FRESH.table.write(view)))) })
}

/// FRESH (fresh-resume-schema 1.0.0-beta).
enum FRESH {
  /// Whether a document is one.
  static func isOne(_ root: Node) -> Bool {
    if root["meta"]?["format"]?.string?.uppercased().hasPrefix("FRESH") ?? false { return true }
    return root["basics"] == nil && root["parcours"] == nil
      && (root["employment"]?["history"] != nil || root["disposition"] != nil && root["info"] != nil)
  }

  static let table = Mapping(
    format: "fresh",
    rows: [
      .value("name", "name", .string), .standard("meta.format", .string("FRESH@1.0.0-beta")),
      .value("info.label", "headline", .text), .value("info.brief", "summary", .text),
      .value("info.image", "image", .string), .value("contact.email", "contact.email", .string),
      .value("contact.phone", "contact.phone", .string), .value("contact.website", "contact.url", .string),
      .value("location.address", "contact.location.address", .string),
      .value("location.code", "contact.location.postalCode", .string),
      .value("location.city", "contact.location.city", .string),
      .value("location.region", "contact.location.region", .string),
      .value("location.country", "contact.location.countryCode", .country),
      .list(
        "social",
        Items(
          "contact.profiles",
          [
            .value("network|label", "network", .string), .value("user", "username", .string.changing),
            .value("url", "url", .string),
            .standard("user") { item, _ in
              item["url"]?.string?.split(separator: "/").last.map { .string(String($0)) } ?? item["network"]
            },
          ])),
      .list("employment.history", Items(steps: ["role", "break"], where: Step.isWork, role("employer"))),
      .list("service.history", Items(steps: ["role"], base: voluntary, where: Step.isVoluntary, role("organization"))),
      .list("affiliation.history", Items(steps: ["role"], base: voluntary, where: nil, role("organization"))),
      .list("governance", Items(steps: ["role"], base: voluntary, where: nil, role("organization"))),
      .list(
        "education.history",
        Items(
          steps: ["study"], base: [("kind", .string("study"))], where: Step.isStudied,
          [
            .who("institution", "institution"), .value("url", "institution.url", .string),
            .value("area|title", "area", .text), .value("studyType|degree", "studyType", .text),
            .value("start", "startDate", .date), .value("end", "endDate", .end), .value("grade", "score", .string),
            .value("curriculum", "courses", .texts), .value("location", "location", .place),
            .value("summary", "summary", .text), .value("highlights", "highlights", .texts),
            .value("keywords", "skills", .strings),
          ])),
      .standard("education.level") { item, view in
        let studies = ((item.record as? Identity)?.path ?? []).filter { Step.isStudied($0, view) }
        return studies.contains { $0.studyType != nil } ? .string("degree") : nil
      },
      .list(
        "projects",
        Items(
          "projects",
          [
            .value("title|name", "name", .text), .value("description|summary", "description", .text),
            .value("role", "roles", .joined), .value("url", "url", .string), .value("start", "startDate", .date),
            .value("end", "endDate", .end), .value("highlights", "highlights", .texts),
            .value("keywords", "keywords", .strings),
          ])),
      .list(
        "skills.list",
        Items(
          "skills",
          [.value("name", "name", .string), .value("level", "level", .level), .value("years", "years", .number)])),
      sets,
      .list(
        "languages", Items("languages", [.value("language", "language", .language), .fluency("level")])),
      .list(
        "recognition",
        Items(
          "awards",
          [
            .value("title", "title", .text), .value("date", "date", .date), .value("from", "awarder", .string),
            .value("summary", "summary", .text),
          ])),
      .list(
        "writing",
        Items(
          "publications",
          [
            .value("title", "name", .text), .value("publisher.name|publisher", "publisher", .string),
            .value("date", "releaseDate", .date), .value("url", "url", .string), .value("summary", "summary", .text),
          ])),
      .list(
        "interests", Items("interests", [.value("name", "name", .text), .value("keywords", "keywords", .strings)])),
      .list(
        "testimonials",
        Items(
          "recommendations",
          [.value("name", "from.name", .string), .value("quote", "text", .text), isPrivate])),
    ],
    note:
      "Service, affiliation and governance are voluntary roles, which are written as service. Skills of sets that are in no list are skills; the sets are kept. A break stands among employments, called \"Career break\". References, talks, readings, samples and the disposition are kept under `extensions.fresh`, which is private."
  )

  private static let voluntary: [(String, JSONValue)] = [
    ("kind", .string("role")), ("engagement", Step.Engagement.volunteer.json),
  ]

  private static func role(_ organization: String) -> [Row] {
    [
      .who(organization), .value("url", "organization.url", .string), .position("position|role"),
      .value("start", "startDate", .date), .value("end", "endDate", .end), .value("location", "location", .place),
      .summary("summary"), .highlights("highlights"), .value("keywords", "skills", .strings),
    ]
  }

  /// Who spoke in private speaks to nobody else.
  private static let isPrivate = Row([.init("private", "visibility")]) { taking, item in
    if taking.flag("private") ?? false { item.set("visibility", Visibility.private.json) }
  } give: { item, giving in
    if item["visibility"] == Visibility.private.json { giving.set("private", .bool(true)) }
  }

  /// Skills that stand in sets alone. The sets themselves are kept: they say what skills are gathered under.
  private static let sets = Row([.init("skills.sets[].skills", "skills[].name", nil)]) { taking, item in
    var known = Set((item["skills"]?.elements ?? []).compactMap { $0["name"]?.string.map(Folding.folded) })
    var names: [([String]) -> JSONValue] = []
    for set in taking.rest.value(at: ["skills", "sets"])?.elements ?? [] {
      let level = set["level"].flatMap(Codec.level.read)
      for name in set["skills"].flatMap(Codec.strings.read)?.elements ?? set["name"].map({ [$0] }) ?? [] {
        guard let text = name.string, known.insert(Folding.folded(text)).inserted else { continue }
        var skill = MappedItem()
        skill.set("name", name)
        skill.set("level", level)
        names.append { _ in skill.value }
      }
    }
    item.append(names, to: "skills")
  }
}
