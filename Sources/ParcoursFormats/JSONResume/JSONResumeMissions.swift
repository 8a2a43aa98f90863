internal import ParcoursModel
internal import ParcoursSyntax

/// Client missions, which JSON Resume has no place for: beside the steps, whose data they are, they stand among the projects,
/// where every theme shows them. On the way back they are known by a mark.
extension JSONResumeMapping {
  private static let mark = JSONValue.object([.init("engagement", .bool(true))])

  /// The missions as projects, the newest first, as themes expect them.
  func missions(of identity: Identity) -> [JSONValue] {
    let all = identity.path.filter { $0.status == .held }.flatMap { step in
      step.engagements.compactMap { mission -> (start: Int, project: JSONValue)? in
        var project = Project()
        let client = mission.client?.name.map { LocalizedText($0) } ?? mission.client?.alias
        project.name = mission.title ?? client
        guard project.name != nil || mission.summary != nil else { return nil }
        project.description = mission.summary
        project.highlights = mission.highlights
        project.keywords = mission.skills
        project.startDate = mission.startDate
        project.endDate = mission.endDate
        project.url = mission.client?.url
        project.roles = [step.title].compactMap(\.self)
        // Its name is the client's, where it has none of its own.
        if mission.title != nil {
          project.entity = client?.version(for: language, documentLanguage: documentLanguage)?.text
        }
        // What the missions themselves have is not said twice.
        let shown = self.project.write(project).members.filter { $0.key != FieldMapping<Project>.modelKey }
        let value = JSONValue.object(shown + [.init(FieldMapping<Project>.modelKey, Self.mark)])
        return (mission.startDate?.firstDay ?? .min, value)
      }
    }
    return all.enumerated().sorted { ($1.element.start, $0.offset) < ($0.element.start, $1.offset) }.map(
      \.element.project)
  }

  /// Whether a project is a mission's.
  static func isMission(_ value: JSONValue) -> Bool { value[FieldMapping<Project>.modelKey] == mark }
}

extension JSONResumeRoot {
  /// A résumé without the projects that are missions. One that was edited since is a project of its own.
  func withoutMissions(_ value: JSONValue, _ layout: JSONValue?) -> JSONValue {
    guard let projects = value["projects"]?.elements, projects.contains(where: JSONResumeMapping.isMission) else {
      return value
    }
    let rest = JSONValue.object(value.members.filter { $0.key != "projects" })
    let missions = Set(identity(rest, layout).map(sections.missions) ?? [])
    let kept = projects.compactMap { project -> JSONValue? in
      guard JSONResumeMapping.isMission(project) else { return project }
      return missions.contains(project)
        ? nil : .object(project.members.filter { $0.key != FieldMapping<Project>.modelKey })
    }
    if kept.isEmpty { return rest }
    return .object(value.members.map { $0.key == "projects" ? JSONValue.Member($0.key, .array(kept)) : $0 })
  }
}
