public import ParcoursInterchange
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax
internal import ParcoursTransform

extension Format {
  /// The identity in schema.org's terms.
  public static let jsonLD = Format(
    id: "jsonld", summary: "schema.org's ProfilePage and Person, for search engines and other programs",
    names: ["*.jsonld"], mediaType: "application/ld+json", capabilities: [.oneLanguage], carries: carriage,
    detect: { probe in
      if probe.isNamed(["*.jsonld"]) { return .certain }
      guard let context = probe.node("@context") else { return .none }
      return context.string?.contains("schema.org") ?? true ? .mark : .none
    }, read: JSONLDReader().read, write: JSONLDWriter().write)

  private static let carriage = Carriage(
    [
      "name", "headline", "summary", "pronouns", "contact.email", "contact.phone", "contact.url",
      "contact.location.address", "contact.location.postalCode", "contact.location.city", "contact.location.region",
      "contact.location.countryCode", "path[role].title", "path[role].startDate", "path[role].endDate",
      "path[role].organization.name", "path[role].organization.url",
      "path[study].startDate", "path[study].endDate", "path[study].institution.name",
      "path[study].institution.url", "path[study].studyType", "path[sought].title", "path[sought].startDate",
      "skills[].name", "languages[].language", "certificates[].name", "certificates[].date", "certificates[].expires",
      "certificates[].url", "certificates[].issuer", "awards[].title", "services[].name", "services[].summary",
    ],
    changed: [
      "image", "contact.profiles[].url", "path[study].area", "path[sought].area",
      "path[role].organization.alias", "path[study].institution.alias",
    ])
}

/// Reads the person out of JSON-LD.
struct JSONLDReader: Sendable {
  func read(_ input: Input) -> Reading {
    do throws(SyntaxError) {
      let document = try input.document.get()
      var reader = JSONLDGraphReader()
      reader.read(Tree.value(document), at: 0)
      reader.resolve()
      guard let mapping = SchemaMapping(reader.graph, roots: reader.roots, origin: .jsonLD) else {
        return Reading(
          identity: nil,
          diagnostics: [
            Diagnostic(id: "no-identity", "no Person of schema.org is in this file")
          ])
      }
      return Reading(identity: mapping.harvest.identity, sourceMap: document.sourceMap)
    } catch {
      return Reading(identity: nil, diagnostics: [error.diagnostic])
    }
  }
}

/// Writes what a page carries as JSON-LD, as a file of its own.
struct JSONLDWriter: Sendable {
  func write(_ view: IdentityView, _ options: WriteOptions) -> Artifact {
    let page = HTMLPage(view: view, options: options)
    return Artifact(JSONPrinter.print(Tree.document(JSONLD(page: page).value), for: .embeddable))
  }
}
