public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax
internal import ParcoursTransform

extension Format {
  /// Europass XML.
  public static let europass = Format(
    id: "europass", summary: "Europass XML (Candidate); what the model does not know is kept", names: ["*.xml"],
    mediaType: "application/xml", capabilities: [.marks, .oneLanguage, .foreign], extensionKey: "europass",
    carries: Europass.table.carriage, mapping: Europass.table.documentation,
    detect: { probe in
      guard probe.syntax == .xml else { return .none }
      // XML that cannot be parsed says so when it is read.
      guard case .success = probe.input.markup else { return .possible }
      return probe.rootElement == "Candidate" ? .mark : .none
    }, read: Europass.read, write: { view, _ in Artifact(EuropassXML.print(Europass.table.write(view))) })
}

/// The XML that europass.europa.eu exports and imports: `Candidate`, with elements of HR-XML.
enum Europass {
  @Sendable static func read(_ input: Input) -> Reading {
    let document: Document
    do throws(SyntaxError) {
      document = try input.markup.get()
    } catch {
      return .failed(error.diagnostic)
    }
    guard document.root["name"]?.string == "Candidate" else {
      return .failed(
        Diagnostic(
          id: "no-identity", "this is no Europass profile",
          help:
            "its root is `Candidate`; older exports (SkillsPassport) can be opened and saved anew on europass.europa.eu"
        ))
    }
    let xml = EuropassXML(document.root)
    return table.read(xml.value) { xml.ranges[$0] }
  }

  static let format = "europass"

  static let table = Mapping(
    format: format,
    rows: [
      .personName("CandidatePerson.PersonName.GivenName", "CandidatePerson.PersonName.FamilyName"),
      EuropassContact.row, native, language,
      .value("CandidateProfile.ExecutiveSummary|CandidateProfile.PersonalStatement", "summary", .html), jobs,
      .list(
        "CandidateProfile.EducationHistory.EducationOrganizationAttendance",
        Items(
          steps: ["study"], base: [("kind", .string("study"))], where: Step.isStudied,
          [
            .who("OrganizationName", "institution"),
            .value("OrganizationContact.Communication.Address.CityName", "location.city", .string),
            .value("OrganizationContact.Communication.Address.CountryCode", "location.countryCode", .lowerCountry),
            period("AttendancePeriod", mark: "Ongoing", ongoing: "true"), degree,
            .value("EducationDegree.FinalGrade.ScoreText|EducationDegree.FinalGrade|FinalGrade", "score", .string),
            description("EducationDegree.OccupationalSkillsCovered", and: "courses"),
          ])),
      .list(
        "CandidateProfile.PublicationHistory.Publication",
        Items(
          "publications",
          [
            .value("FormattedPublicationDescription", "summary", .html), .value("Title", "name", .text),
            .value("Year|Date.FormattedDateTime|Date", "releaseDate", .onlyYear),
            .value("URI|Link", "url", .web), .value("Publisher", "publisher", .string),
          ])),
      .list(
        "CandidateProfile.PersonQualifications.PersonCompetency",
        told: { element in
          if element.rest["TaxonomyID"]?.string?.lowercased() == "language" { return 0 }
          return element.has("CompetencyID") || element.has("CompetencyName") ? 1 : nil
        },
        [
          Items(
            "languages", where: { $0["fluency"]?.string != Fluency.native.rawValue },
            [languageCode, constant("TaxonomyID", "language"), dimensions]),
          Items("skills", where: { _ in false }, [.value("CompetencyID|CompetencyName", "name", .string)]),
        ]),
      .list(
        "CandidateProfile.Skills.PersonCompetency",
        Items(
          "skills", where: { $0["keywords"] == nil },
          [constant("TaxonomyID", "Digital_Skill"), .value("CompetencyName|CompetencyID", "name", .string)])),
      .list(
        "CandidateProfile.Skills.SkillsGroup",
        Items(
          "skills", where: { $0["keywords"] != nil },
          [
            .value("Title", "name", .string),
            .names("PersonCompetency", "keywords", by: "CompetencyName", beside: ("TaxonomyID", "Digital_Skill")),
          ])),
      .list(
        "CandidateProfile.Certifications.Certification",
        Items(
          "certificates", where: { _ in false },
          [
            .value("CertificationName|CertificationTypeCode", "name", .text),
            .value("IssuingAuthorityName|IssuingAuthority", "issuer", .string),
            .value("FirstIssuedDate.FormattedDateTime|FirstIssuedDate.Date|FirstIssuedDate", "date", .date),
          ])),
      .list(
        "CandidateProfile.Projects.Project",
        Items(
          "projects", where: { _ in false },
          [
            .value("Title|ProjectName", "name", .text), .value("Description", "description", .html),
            .value("URI|Link", "url", .string), period("Period", mark: "CurrentIndicator", ongoing: "true"),
          ])),
      EuropassOthers.row, sectionsOrder,
    ],
    note:
      "Items of lists in a description are highlights. Of the five levels of a language the least one counts, and all five are written. Certificates, projects, awards and interests are written as sections of their own, one an entry: others are not imported by europass.europa.eu. What has no place in the model is kept under `extensions.europass`."
  )

  // MARK: The person

  private static let language = Row([.init("CandidateProfile.@languageCode", "language", .changed)]) { taking, item in
    item.set("language", taking.string("CandidateProfile.@languageCode").map { .string($0.lowercased()) })
  } give: { _, giving in
    giving.set("CandidateProfile.@languageCode", String(giving.view.language.prefix { $0 != "-" }))
  }

  /// What is spoken from childhood stands alone.
  private static let native = Row([.init("CandidatePerson.PrimaryLanguageCode", "languages[].language")]) {
    taking, item in
    guard let (codes, place) = taking.take("CandidatePerson.PrimaryLanguageCode", { Codec.strings.read($0)?.elements })
    else { return }
    let run = taking
    item.append(
      codes.enumerated().map { index, code in
        { (at: [String]) in
          run.record(at, at: codes.count > 1 ? place + [String(index)] : place)
          return .object([
            .init("language", .string(EuropassCodes.language(code.string ?? ""))),
            .init("fluency", Fluency.native.json),
          ])
        }
      }, to: "languages")
  } give: { item, giving in
    let all = (item["languages"]?.elements ?? []).filter { $0["fluency"] == Fluency.native.json }
    giving.append(
      all.compactMap { $0["language"]?.string }.map { EuropassCodes.element($0, "name", giving.view) },
      to: "CandidatePerson.PrimaryLanguageCode")
  }

  // MARK: The path

  private static let jobs = Row.groups(
    "CandidateProfile.EmploymentHistory.EmployerHistory", "PositionHistory", steps: ["role", "break"],
    isGrouped: false,
    where: Step.isWork,
    shared: [
      .who("OrganizationName"), period("EmploymentPeriod", mark: "CurrentIndicator", ongoing: "true", isWritten: false),
    ],
    each: [
      .position("PositionTitle", .typed), period("EmploymentPeriod", mark: "CurrentIndicator", ongoing: "true"),
      description("Description"), .value("City", "location.city", .string),
      .value("Country", "location.countryCode", .lowerCountry),
    ])

  /// A span of time, and whether it goes on.
  static func period(_ foreign: String, mark: String?, ongoing: String, isWritten: Bool = true) -> Row {
    Row([
      .init("\(foreign).StartDate.FormattedDateTime", "startDate", isWritten ? .whole : nil),
      .init("\(foreign).EndDate.FormattedDateTime", "endDate", isWritten ? .whole : nil),
    ]) { taking, item in
      func date(_ name: String) -> (JSONValue, [String])? {
        let name = "\(foreign).\(name)"
        return taking.take("\(name).FormattedDateTime|\(name).Date|\(name)", by: .date)
      }
      let (start, end) = (date("StartDate"), date("EndDate"))
      if let mark { _ = taking.string("\(foreign).\(mark)") }
      // What a position says of its own goes before what is said of the employer.
      if start != nil { item.remove("endDate") }
      for (name, date) in [("startDate", start), ("endDate", end)] {
        guard let date else { continue }
        item.set(name, date.0)
        taking.record(item.place + [name], at: date.1)
      }
    } give: { item, giving in
      guard isWritten else { return }
      giving.set("\(foreign).StartDate.FormattedDateTime", item["startDate"])
      giving.set("\(foreign).EndDate.FormattedDateTime", item["endDate"])
      let isOver = item["endDate"] != nil || (item.record as? Step)?.isEndHidden ?? false
      if let mark { giving.set("\(foreign).\(mark)", isOver ? "false" : ongoing) }
    }
  }

  /// A description in HTML: words, and the items of its lists.
  static func description(_ foreign: String, and others: String? = nil) -> Row {
    Row(
      [
        .init(foreign, "summary"), .init(foreign, "highlights"),
        .init(foreign, "engagements", .changed).told(as: Row.mission),
      ]
        + (others.map { [.init(foreign, $0, .changed)] } ?? [])
    ) { taking, item in
      guard let (text, place) = taking.take(foreign, { $0.words }) else { return }
      let parts = EuropassText(text)
      if !parts.text.isEmpty { item.tells(.string(parts.text)) }
      item.set("highlights", parts.bullets.isEmpty ? nil : .array(parts.bullets.map { .string($0) }))
      for name in ["summary", "highlights"] { taking.record(item.place + [name], at: place) }
    } give: { item, giving in
      giving.set(
        foreign, EuropassText.html(giving.text(item["summary"]), giving.lines(of: item, and: others)))
    }
  }

  /// A qualification: the degree, and what it is in.
  private static let degree = Row([
    .init("EducationDegree.DegreeName", "area", .changed), .init("EducationDegree.DegreeName", "studyType", .changed),
  ]) { taking, item in
    guard let (name, place) = taking.take("EducationDegree.DegreeName", Codec.text.read) else { return }
    item.set("area", name)
    taking.record(item.place + ["area"], at: place)
  } give: { item, giving in
    let parts = ["studyType", "area"].compactMap { giving.text(item[$0]) }
    giving.set("EducationDegree.DegreeName", parts.joined(separator: ", "))
  }

  // MARK: Qualifications

  private static func constant(_ foreign: String, _ value: String) -> Row {
    Row([]) { taking, _ in
      _ = taking.string(foreign)
    } give: {
      $1.set(foreign, value)
    }
  }

  private static let languageCode = Row([.init("CompetencyID", "language")]) { taking, item in
    guard let (code, place) = taking.take("CompetencyID|CompetencyName", { $0.words }) else { return }
    item.set("language", .string(EuropassCodes.language(code)))
    taking.record(item.place + ["language"], at: place)
  } give: { item, giving in
    giving.set(
      "CompetencyID", item["language"]?.string.map { EuropassCodes.element($0, "schemeName", giving.view) })
  }

  private static let parts = [
    "CEF-Understanding-Listening", "CEF-Understanding-Reading", "CEF-Speaking-Interaction", "CEF-Speaking-Production",
    "CEF-Writing-Production",
  ]

  /// Five levels, of which the least is what can be relied on; those that differ are kept.
  private static let dimensions = Row([.init("CompetencyDimension[].Score.ScoreText", "fluency")]) { taking, item in
    let all = taking.rest["CompetencyDimension"].map { $0.elements.isEmpty ? [$0] : $0.elements } ?? []
    let levels = all.compactMap { $0.value(at: ["Score", "ScoreText"])?.words?.uppercased() }.compactMap(Fluency.init)
    item.set("fluency", levels.min()?.json)
    if levels.count == all.count, Set(levels).count == 1 { _ = taking.take("CompetencyDimension") { $0 } }
  } give: { item, giving in
    guard let level = item["fluency"], giving.kept(of: item)?["CompetencyDimension"] == nil else { return }
    giving.append(
      parts.map { part in
        .object([
          .init("CompetencyDimensionTypeCode", .string(part)),
          .init("Score", .object([.init("ScoreText", level)])),
        ])
      }, to: "CompetencyDimension")
  }

  /// What is shown there, and in what order: what is not named stays hidden.
  private static let sectionsOrder = Row.standard("RenderingInformation.Design") { _, view in
    var titles = ["personal-information"]
    let identity = view.whole
    if identity.path.contains(where: { Step.isWork($0, view) }) { titles.append("work-experience") }
    if identity.path.contains(where: { $0.kind == .study }) { titles.append("education-training") }
    if !identity.languages.isEmpty { titles.append("language") }
    if !identity.skills.isEmpty { titles.append("profile-skills") }
    if !identity.publications.isEmpty { titles.append("publication") }
    return .object([
      .init("Template", .string("Template1")), .init("Color", .string("Default")), .init("FontSize", .string("Medium")),
      .init("Logo", .string("None")), .init("PageNumbers", .string("false")),
      .init(
        "SectionsOrder",
        .object([.init("Section", .array(titles.map { .object([.init("Title", .string($0))]) }))])),
    ])
  }
}

extension Codec {
  /// A text in HTML.
  static let html = Codec {
    $0.words.map { .string(EuropassText($0).all) }
  } write: { value, view in
    guard case .string(let text)? = text.write(value, view) else { return nil }
    return .string(EuropassText.html(text, []))
  }

  /// A country's code in small letters.
  fileprivate static let lowerCountry = Codec(read: country.read) { value, _ in
    value.string.map { .string($0.lowercased()) }
  }

  /// A year alone.
  fileprivate static let onlyYear = Codec(.changed, read: date.read) { value, _ in
    value.string.map { .string(String($0.prefix(4))) }
  }

  /// A text with the mark of a free one.
  fileprivate static let typed = Codec(read: text.read) { value, view in
    text.write(value, view).map { .object([.init("@typeCode", .string("FREETEXT")), .init("#text", $0)]) }
  }
}
