internal import ParcoursModel

extension Identity {
  /// The identity whose items say where they stand, for pages that show findings at their place.
  func markingPlaces() -> Identity {
    func marked<Entry: Item>(_ items: [Entry], _ key: String) -> [Entry] {
      items.enumerated().map { index, item in
        var item = item
        var extensions = item.attributes.extensions ?? Extensions()
        extensions["html"] = .object([.init("at", .string("/\(key)/\(index)"))])
        item.attributes.extensions = extensions
        return item
      }
    }
    var copy = self
    copy.path = marked(path, "path")
    copy.skills = marked(skills, "skills")
    copy.languages = marked(languages, "languages")
    copy.services = marked(services, "services")
    copy.projects = marked(projects, "projects")
    copy.publications = marked(publications, "publications")
    copy.awards = marked(awards, "awards")
    copy.certificates = marked(certificates, "certificates")
    copy.interests = marked(interests, "interests")
    copy.recommendations = marked(recommendations, "recommendations")
    return copy
  }
}
