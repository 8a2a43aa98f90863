internal import ParcoursInterchange

/// What of an identity people see in a page: its machines are told all of it.
enum ProfilePageFields {
  static let carriage = Carriage(
    [
      "name", "pronouns", "headline", "summary", "contact.email", "contact.phone", "contact.url",
      "contact.location.address",
      "contact.location.postalCode", "contact.location.city", "contact.location.region", "contact.location.countryCode",
      "contact.profiles[].network", "contact.profiles[].username", "path[].title", "path[].organization.name",
      "path[].organization.alias", "path[].via", "path[].startDate", "path[].endDate", "path[].summary",
      "path[].highlights", "path[].skills", "path[].engagements[].title", "path[].engagements[].startDate",
      "path[].engagements[].endDate", "path[].engagements[].summary", "path[].engagements[].highlights",
      "path[].engagements[].skills", "path[].engagements[].client.name", "path[].engagements[].client.alias",
      "path[].transition.summary", "path[].transition.carriedOver", "path[study].institution.name",
      "path[study].institution.alias", "path[study].area", "path[study].studyType", "path[study].score",
      "path[study].courses", "skills[].name", "skills[].keywords", "services[].name", "services[].summary",
      "services[].deliverables", "projects[].name", "projects[].description", "projects[].highlights",
      "projects[].keywords", "projects[].roles", "projects[].entity", "projects[].type", "projects[].startDate",
      "projects[].endDate", "publications[].name", "publications[].publisher", "publications[].releaseDate",
      "publications[].summary", "awards[].title", "awards[].date", "awards[].awarder", "awards[].summary",
      "certificates[].name", "certificates[].date", "certificates[].expires", "certificates[].issuer",
      "interests[].name", "interests[].keywords", "recommendations[].from.name", "recommendations[].from.title",
      "recommendations[].text",
    ],
    changed: [
      "contact.profiles[].url", "path[].organization.url", "path[].organization.confidential", "path[].engagement",
      "path[].mode", "path[].workload", "path[].location.city", "path[break].reason", "path[].transition.kind",
      "path[].terms", "path[study].institution.url", "skills[].level", "skills[].evidence", "languages[].language",
      "languages[].fluency", "languages[].label", "availability.from", "availability.until", "availability.daysPerWeek",
      "rate", "projects[].url", "publications[].url", "certificates[].url", "recommendations[].relation",
    ])
}
