internal import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSyntax
internal import ParcoursTransform

/// The page in schema.org's terms: a ProfilePage whose main entity is the Person (schema.org 30.0).
struct JSONLD {
  let page: HTMLPage

  private let view: IdentityView

  init(page: HTMLPage) {
    self.page = page
    view = page.view.mapProse(Markup.plain)
  }

  /// The whole of it.
  var value: JSONValue {
    object(
      ("@context", .string("https://schema.org")), ("@type", .string("ProfilePage")),
      ("inLanguage", .string(page.words.language)), ("mainEntity", person))
  }

  private var person: JSONValue {
    let contact = view.contact
    return object(
      ("@type", .string("Person")), ("name", string(view.name)), ("jobTitle", text(view.headline)),
      ("description", text(view.summary)), ("pronouns", string(view.pronouns)),
      ("image", string(SafeURL.web(view.image))), ("email", string(contact?.email)),
      ("telephone", string(contact?.phone)), ("url", string(SafeURL.web(contact?.url))),
      ("address", address(contact?.location)),
      ("sameAs", list(contact?.profiles.compactMap { SafeURL.web($0.url) }.map { .string($0) })),
      ("worksFor", list(roles)), ("alumniOf", list(studies)),
      ("knowsAbout", list(view.skills.compactMap { string($0.name) })),
      ("knowsLanguage", list(view.languages.compactMap(language))),
      ("hasCredential", list(view.certificates.map(credential))),
      ("award", list(view.awards.compactMap { text($0.title) })),
      ("makesOffer", list(view.services.map(offer))), ("seeks", list(demands)))
  }

  private var roles: [JSONValue] {
    view.path.filter { $0.kind == .role && $0.tense(asOf: page.view.asOf) != .future }.newestFirst.map { step in
      object(
        ("@type", .string("EmployeeRole")), ("roleName", text(step.title)), ("startDate", date(step.startDate)),
        ("endDate", date(step.endDate)), ("worksFor", organization(step.organization)))
    }
  }

  private var studies: [JSONValue] {
    view.path.filter { $0.kind == .study && $0.tense(asOf: page.view.asOf) != .future }.newestFirst.map { step in
      object(
        ("@type", .string("OrganizationRole")), ("roleName", text(step.studyType) ?? text(step.area)),
        ("startDate", date(step.startDate)), ("endDate", date(step.endDate)),
        ("alumniOf", organization(step.institution)))
    }
  }

  private var demands: [JSONValue] {
    view.path.filter { $0.status == .sought }.map { step in
      object(
        ("@type", .string("Demand")), ("availabilityStarts", date(step.startDate)),
        ("itemOffered", object(("@type", .string("Service")), ("name", text(step.title) ?? text(step.area)))))
    }
  }

  private func organization(_ organization: Organization?) -> JSONValue? {
    guard let name = page.name(organization) else { return nil }
    return object(
      ("@type", .string("Organization")), ("name", .string(name.text)), ("url", string(SafeURL.web(organization?.url))))
  }

  private func address(_ place: Location?) -> JSONValue? {
    guard let place else { return nil }
    return object(
      ("@type", .string("PostalAddress")), ("streetAddress", string(place.address)),
      ("postalCode", string(place.postalCode)),
      ("addressLocality", string(place.city)), ("addressRegion", string(place.region)),
      ("addressCountry", string(place.countryCode)))
  }

  private func language(_ spoken: LanguageSkill) -> JSONValue? {
    guard let tag = spoken.language else { return nil }
    return object(
      ("@type", .string("Language")), ("name", .string(Languages.title(of: tag, in: page.words.language))),
      ("alternateName", .string(tag)))
  }

  private func credential(_ certificate: Certificate) -> JSONValue {
    object(
      ("@type", .string("EducationalOccupationalCredential")), ("name", text(certificate.name)),
      ("dateCreated", date(certificate.date)), ("expires", date(certificate.expires)),
      ("url", string(SafeURL.web(certificate.url))),
      ("recognizedBy", certificate.issuer.map { object(("@type", .string("Organization")), ("name", .string($0))) }))
  }

  private func offer(_ service: Service) -> JSONValue {
    object(
      ("@type", .string("Offer")),
      (
        "itemOffered",
        object(("@type", .string("Service")), ("name", text(service.name)), ("description", text(service.summary)))
      ))
  }

  private func text(_ text: LocalizedText?) -> JSONValue? { page.text(text).map { .string($0.text) } }
  private func string(_ text: String?) -> JSONValue? { text.map { .string($0) } }
  private func date(_ date: PartialDate?) -> JSONValue? { date?.json }
  private func list(_ values: [JSONValue]?) -> JSONValue? { (values ?? []).isEmpty ? nil : .array(values ?? []) }
  private func object(_ members: (String, JSONValue?)...) -> JSONValue {
    .object(members.compactMap { name, value in value.map { JSONValue.Member(name, $0) } })
  }
}
