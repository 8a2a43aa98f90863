public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

extension Format {
  /// Europass XML.
  public static let europass = Format(
    id: "europass", summary: "Europass XML (Candidate); what the model does not know is kept", names: ["*.xml"],
    mediaType: "application/xml", capabilities: [.marks, .foreign], extensionKey: "europass", mapping: .europass,
    detect: { probe in
      guard probe.syntax == .xml else { return .none }
      // XML that cannot be parsed says so when it is read.
      guard case .success = probe.input.markup else { return .possible }
      return probe.rootElement == "Candidate" ? .mark : .none
    }, read: EuropassReader().read)
}

/// Reads the XML that europass.europa.eu exports: `Candidate`, with the elements of HR-XML.
struct EuropassReader: Sendable {
  static let format = "europass"

  func read(_ input: Input) -> Reading {
    let document: Document
    do throws(SyntaxError) {
      document = try input.markup.get()
    } catch {
      return Reading(identity: nil, diagnostics: [error.diagnostic])
    }
    let root = Tree.value(document)
    guard root["name"]?.string == "Candidate" else {
      return Reading(
        identity: nil,
        diagnostics: [
          Diagnostic(
            id: "no-identity", "this is no Europass profile",
            help:
              "its root is `Candidate`; older exports (SkillsPassport) can be opened and saved anew on europass.europa.eu"
          )
        ])
    }
    let identity = Self.identity(Self.plain(root)).guarded
    return Reading(identity: identity, diagnostics: ForeignReading.kept(identity, Self.format))
  }

  /// An element as a value: its text, or its children by their names and its attributes under `@` and their names.
  static func plain(_ element: JSONValue) -> JSONValue {
    let children = element["children"]?.elements ?? []
    var members: [JSONValue.Member] = []
    var text = ""
    for attribute in element["attributes"]?.members ?? [] where attribute.key != "schemaLocation" {
      members.append(.init("@" + attribute.key, attribute.value))
    }
    let isMixed = !children.contains { $0["name"] != nil }
    for child in children {
      if let part = child.string {
        text += part
      } else if let name = child["name"]?.string {
        let value = plain(child)
        if let place = members.firstIndex(where: { $0.key == name }) {
          // Several of one name are a list.
          if case .array(let all) = members[place].value {
            members[place].value = .array(all + [value])
          } else {
            members[place].value = .array([members[place].value, value])
          }
        } else {
          members.append(.init(name, value))
        }
      }
    }
    let trimmed = text.trimmed
    // What codes are taken from says nothing of the person.
    if isMixed, members.allSatisfy({ $0.key.hasPrefix("@") }) { return .string(trimmed) }
    if !trimmed.isEmpty { members.append(.init("#text", .string(trimmed))) }
    return .object(members)
  }

  private static func identity(_ value: JSONValue) -> Identity {
    var root = Unpacking(value)
    var identity = Identity()
    if var person = root.object("CandidatePerson") {
      self.person(&identity, &person)
      root.put("CandidatePerson", person.rest)
    }
    if var profile = root.object("CandidateProfile") {
      identity.language = profile.string("@languageCode")
      identity.summary = profile.string("ExecutiveSummary", "PersonalStatement").map {
        LocalizedText(EuropassText($0).all)
      }
      employment(&identity, &profile)
      education(&identity, &profile)
      qualifications(&identity, &profile)
      root.put("CandidateProfile", profile.rest)
    }
    identity.keepRoot(root.rest, format)
    return identity
  }

  // MARK: The person

  private static func person(_ identity: inout Identity, _ person: inout Unpacking) {
    if var name = person.object("PersonName") {
      identity.name = [name.string("GivenName"), name.string("FamilyName")].compactMap(\.self).joined(separator: " ")
      person.put("PersonName", name.rest)
    }
    var contact = Contact()
    var left: [JSONValue] = []
    for var one in person.every("Communication") {
      let channel = one.string("ChannelCode")?.lowercased() ?? ""
      if channel == "email", contact.email == nil {
        contact.email = one.string("URI")
      } else if channel == "telephone", contact.phone == nil {
        let code = one.string("CountryDialing").map { "+\($0.drop { $0 == "+" }) " } ?? ""
        contact.phone = one.string("DialNumber").map { code + $0 }
      } else if channel == "web", contact.url == nil {
        contact.url = one.string("URI")
      } else if var place = one.object("Address"), contact.location == nil {
        contact.location = address(&place)
        one.put("Address", place.rest)
      }
      if !channel.isEmpty, one.keys.contains("URI") || one.keys.contains("DialNumber") {
        one.put("ChannelCode", .string(channel))
      }
      if let rest = one.rest { left.append(rest) }
    }
    person.put("Communication", left.isEmpty ? nil : .array(left))
    if contact != Contact() { identity.contact = contact }
    for code in person.strings("PrimaryLanguageCode") {
      var spoken = LanguageSkill()
      spoken.language = EuropassCodes.language(code)
      spoken.fluency = .native
      identity.languages.append(spoken)
    }
  }

  private static func address(_ place: inout Unpacking) -> Location {
    var location = Location()
    location.address = place.string("AddressLine")
    location.city = place.string("CityName")
    location.postalCode = place.string("PostalCode")
    location.countryCode = place.country("CountryCode")
    return location
  }

  // MARK: The path

  private static func organization(_ name: String?) -> Organization? {
    guard let name else { return nil }
    var organization = Organization()
    organization.name = name
    return organization
  }

  /// The dates of a period; `Ongoing` and `CurrentIndicator` have no end.
  private static func period(_ item: inout Unpacking, _ key: String, _ step: inout Step) {
    guard var period = item.object(key) else { return }
    if step.startDate == nil { step.startDate = day(&period, "StartDate") } else { _ = day(&period, "StartDate") }
    if step.endDate == nil { step.endDate = day(&period, "EndDate") } else { _ = day(&period, "EndDate") }
    _ = period.string("CurrentIndicator", "Ongoing")
    item.put(key, period.rest)
  }

  private static func day(_ item: inout Unpacking, _ key: String) -> PartialDate? {
    if let date = item.date(key) { return date }
    guard var inner = item.object(key) else { return nil }
    let date = inner.date("FormattedDateTime", "Date")
    item.put(key, inner.rest)
    return date
  }

  private static func employment(_ identity: inout Identity, _ profile: inout Unpacking) {
    guard var history = profile.object("EmploymentHistory") else { return }
    for var employer in history.every("EmployerHistory") {
      let name = organization(employer.string("OrganizationName"))
      var whole = Step()
      period(&employer, "EmploymentPeriod", &whole)
      var positions = employer.every("PositionHistory")
      if positions.isEmpty { positions = [Unpacking(.object([]))] }
      for (index, position) in positions.enumerated() {
        var position = position
        var step = Step()
        step.organization = name
        step.title = position.text("PositionTitle")
        period(&position, "EmploymentPeriod", &step)
        if step.startDate == nil { (step.startDate, step.endDate) = (whole.startDate, whole.endDate) }
        if let description = position.string("Description") {
          let parts = EuropassText(description)
          step.summary = parts.text.isEmpty ? nil : LocalizedText(parts.text)
          step.highlights = parts.bullets.map { LocalizedText($0) }
        }
        let (city, country) = (position.string("City"), position.country("Country"))
        if city != nil || country != nil {
          var place = Location()
          place.city = city
          place.countryCode = country
          step.location = place
        }
        if index == 0, let rest = employer.rest { position.put("EmployerHistory", rest) }
        step.keep(position.rest, format)
        identity.path.append(step)
      }
    }
    profile.put("EmploymentHistory", history.rest)
  }

  private static func education(_ identity: inout Identity, _ profile: inout Unpacking) {
    guard var history = profile.object("EducationHistory") else { return }
    for var one in history.every("EducationOrganizationAttendance") {
      var step = Step()
      step.kind = .study
      step.institution = organization(one.string("OrganizationName"))
      period(&one, "AttendancePeriod", &step)
      if var degree = one.object("EducationDegree") {
        step.area = degree.text("DegreeName")
        step.score = degree.string("FinalGrade")
        if let covered = degree.string("OccupationalSkillsCovered") {
          let parts = EuropassText(covered)
          step.summary = parts.text.isEmpty ? nil : LocalizedText(parts.text)
          step.highlights = parts.bullets.map { LocalizedText($0) }
        }
        one.put("EducationDegree", degree.rest)
      }
      if step.score == nil { step.score = one.string("FinalGrade") }
      step.keep(one.rest, format)
      identity.path.append(step)
    }
    profile.put("EducationHistory", history.rest)
  }

  // MARK: Qualifications

  private static func qualifications(_ identity: inout Identity, _ profile: inout Unpacking) {
    if var group = profile.object("PersonQualifications") {
      for var one in group.every("PersonCompetency") {
        let kind = one.string("TaxonomyID")?.lowercased() ?? ""
        let name = one.string("CompetencyID", "CompetencyName")
        if kind == "language" {
          var spoken = LanguageSkill()
          spoken.language = name.map(EuropassCodes.language)
          // The least of the five is what can be relied on.
          var dimensions = one
          let scores = dimensions.every("CompetencyDimension").compactMap { dimension -> Fluency? in
            var dimension = dimension
            var score = dimension.object("Score")
            return score?.string("ScoreText").flatMap { Fluency(rawValue: $0.uppercased()) }
          }
          spoken.fluency = scores.min()
          spoken.keep(one.rest, format)
          identity.languages.append(spoken)
        } else if let name {
          var skill = Skill()
          skill.name = name
          skill.keep(one.rest, format)
          identity.skills.append(skill)
        } else {
          group.put("PersonCompetency", one.rest)
        }
      }
      profile.put("PersonQualifications", group.rest)
    }
    if var group = profile.object("Certifications") {
      for var one in group.every("Certification") {
        var certificate = Certificate()
        certificate.name = one.text("CertificationName", "CertificationTypeCode")
        certificate.issuer = one.string("IssuingAuthorityName", "IssuingAuthority")
        certificate.date = day(&one, "FirstIssuedDate")
        certificate.keep(one.rest, format)
        identity.certificates.append(certificate)
      }
      profile.put("Certifications", group.rest)
    }
    if var group = profile.object("PublicationHistory") {
      for var one in group.every("Publication") {
        var publication = Publication()
        publication.name = one.text("Title", "FormattedPublicationDescription")
        publication.url = one.string("URI", "Link")
        publication.releaseDate = one.date("Year") ?? day(&one, "Date")
        publication.keep(one.rest, format)
        identity.publications.append(publication)
      }
      profile.put("PublicationHistory", group.rest)
    }
    if var group = profile.object("Projects") {
      for var one in group.every("Project") {
        var project = Project()
        project.name = one.text("Title", "ProjectName")
        project.description = one.string("Description").map { LocalizedText(EuropassText($0).all) }
        project.url = one.string("URI", "Link")
        var dates = Step()
        period(&one, "Period", &dates)
        (project.startDate, project.endDate) = (dates.startDate, dates.endDate)
        project.keep(one.rest, format)
        identity.projects.append(project)
      }
      profile.put("Projects", group.rest)
    }
  }
}

/// Codes of languages as Europass writes them: ISO 639-2, or 639-1.
enum EuropassCodes {
  private static let short: [String: String] = [
    "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "dan": "da", "deu": "de", "ger": "de", "ell": "el", "gre": "el",
    "eng": "en", "est": "et", "eus": "eu", "baq": "eu", "fin": "fi", "fra": "fr", "fre": "fr", "gle": "ga", "hrv": "hr",
    "hun": "hu", "isl": "is", "ice": "is", "ita": "it", "lav": "lv", "lit": "lt", "mkd": "mk", "mac": "mk", "mlt": "mt",
    "nld": "nl", "dut": "nl", "nor": "no", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk",
    "slo": "sk", "slv": "sl", "spa": "es", "sqi": "sq", "alb": "sq", "srp": "sr", "swe": "sv", "tur": "tr", "ukr": "uk",
    "ara": "ar", "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko", "hin": "hi", "vie": "vi",
  ]

  /// The tag of a language.
  static func language(_ code: String) -> String { short[code.lowercased()] ?? code.lowercased() }
}
