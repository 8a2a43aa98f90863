extension LocalizedText {
  /// The text with every version changed.
  public func mapTexts(_ change: (String) -> String) -> LocalizedText {
    LocalizedText(versions: versions.map { Version(language: $0.language, text: change($0.text)) })
  }
}

extension Identity {
  /// The identity with its prose changed: the texts in which marks mean something (CommonMark). They are `prose` in
  /// `Schemas/identity.schema.json`: summaries, descriptions, highlights, deliverables and recommendations. Names, titles and
  /// the like have no marks.
  ///
  /// O(number of texts).
  public func mapProse(_ change: (String) -> String) -> Identity {
    var copy = self
    copy.summary = summary?.mapTexts(change)
    copy.path = path.map { $0.mapProse(change) }
    copy.services = services.map { service in
      var service = service
      service.summary = service.summary?.mapTexts(change)
      service.deliverables = service.deliverables.map { $0.mapTexts(change) }
      return service
    }
    copy.projects = projects.map { project in
      var project = project
      project.description = project.description?.mapTexts(change)
      project.highlights = project.highlights.map { $0.mapTexts(change) }
      return project
    }
    copy.publications = publications.map { publication in
      var publication = publication
      publication.summary = publication.summary?.mapTexts(change)
      return publication
    }
    copy.awards = awards.map { award in
      var award = award
      award.summary = award.summary?.mapTexts(change)
      return award
    }
    copy.recommendations = recommendations.map { recommendation in
      var recommendation = recommendation
      recommendation.text = recommendation.text?.mapTexts(change)
      return recommendation
    }
    if var targets {
      for index in targets.entries.indices {
        targets.entries[index].value.summary = targets.entries[index].value.summary?.mapTexts(change)
      }
      copy.targets = targets
    }
    return copy
  }
}

extension Step {
  fileprivate func mapProse(_ change: (String) -> String) -> Step {
    var step = self
    step.summary = summary?.mapTexts(change)
    step.highlights = highlights.map { $0.mapTexts(change) }
    step.organization = organization?.mapProse(change)
    step.via = via?.mapProse(change)
    step.institution = institution?.mapProse(change)
    step.transition?.summary = transition?.summary?.mapTexts(change)
    step.engagements = engagements.map { mission in
      var mission = mission
      mission.summary = mission.summary?.mapTexts(change)
      mission.highlights = mission.highlights.map { $0.mapTexts(change) }
      mission.client = mission.client?.mapProse(change)
      return mission
    }
    return step
  }
}

extension Organization {
  fileprivate func mapProse(_ change: (String) -> String) -> Organization {
    guard let description else { return self }
    var organization = self
    organization.description = description.mapTexts(change)
    return organization
  }
}
