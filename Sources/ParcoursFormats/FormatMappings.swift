internal import ParcoursInterchange

/// What fields of other formats mean in the model.
extension FormatMapping {
  static let europass = FormatMapping(
    rows: [
      ("CandidatePerson.PersonName.GivenName", "name"), ("CandidatePerson.PersonName.FamilyName", "name"),
      ("CandidatePerson.Communication[].URI", "contact.email"),
      ("CandidatePerson.Communication[].DialNumber", "contact.phone"),
      ("CandidatePerson.Communication[].Address.CityName", "contact.location.city"),
      ("CandidatePerson.Communication[].Address.PostalCode", "contact.location.postalCode"),
      ("CandidatePerson.PrimaryLanguageCode", "languages[].language"),
      ("CandidateProfile.EmploymentHistory.EmployerHistory[].OrganizationName", "path[].organization.name"),
      ("CandidateProfile.EmploymentHistory.EmployerHistory[].PositionHistory.PositionTitle", "path[].title"),
      (
        "CandidateProfile.EmploymentHistory.EmployerHistory[].PositionHistory.EmploymentPeriod.StartDate.FormattedDateTime",
        "path[].startDate"
      ),
      ("CandidateProfile.EmploymentHistory.EmployerHistory[].PositionHistory.Description", "path[].summary"),
      ("CandidateProfile.EmploymentHistory.EmployerHistory[].PositionHistory.City", "path[].location.city"),
      (
        "CandidateProfile.EducationHistory.EducationOrganizationAttendance.OrganizationName",
        "path[].institution.name"
      ),
      ("CandidateProfile.EducationHistory.EducationOrganizationAttendance.EducationDegree.DegreeName", "path[].area"),
      ("CandidateProfile.PersonQualifications.PersonCompetency[].CompetencyID", "skills[].name"),
    ],
    note:
      "Items of lists in a description are highlights. Of the five levels of a language the least one counts. What has no place in the model is kept under `extensions.europass`."
  )

  static let fresh = FormatMapping(
    rows: [
      ("name", "name"), ("info.label", "headline"), ("info.brief", "summary"), ("contact.email", "contact.email"),
      ("contact.phone", "contact.phone"), ("contact.website", "contact.url"),
      ("location.city", "contact.location.city"),
      ("location.code", "contact.location.postalCode"), ("location.country", "contact.location.countryCode"),
      ("social[].network", "contact.profiles[].network"), ("social[].user", "contact.profiles[].username"),
      ("social[].url", "contact.profiles[].url"),
      ("employment.history[].employer", "path[].organization.name"),
      ("employment.history[].position", "path[].title"), ("employment.history[].start", "path[].startDate"),
      ("employment.history[].end", "path[].endDate"), ("employment.history[].summary", "path[].summary"),
      ("employment.history[].highlights", "path[].highlights"), ("employment.history[].keywords", "path[].skills"),
      ("education.history[].institution", "path[].institution.name"), ("education.history[].area", "path[].area"),
      ("education.history[].studyType", "path[].studyType"), ("education.history[].grade", "path[].score"),
      ("education.history[].curriculum", "path[].courses"),
      ("service.history[].organization", "path[].organization.name"),
      ("governance[].role", "path[].title"), ("projects[].title", "projects[].name"),
      ("projects[].description", "projects[].description"), ("projects[].role", "projects[].roles"),
      ("skills.list[].name", "skills[].name"), ("skills.list[].years", "skills[].years"),
      ("skills.sets[].skills", "skills[].name"), ("languages[].language", "languages[].language"),
      ("languages[].level", "languages[].fluency"), ("recognition[].title", "awards[].title"),
      ("recognition[].from", "awards[].awarder"), ("writing[].title", "publications[].name"),
      ("writing[].publisher.name", "publications[].publisher"), ("interests[].name", "interests[].name"),
      ("testimonials[].quote", "recommendations[].text"), ("testimonials[].private", "recommendations[].visibility"),
    ],
    note:
      "Service, affiliation and governance are voluntary roles. References, talks, readings, samples and the disposition are kept under `extensions.fresh`, which is private."
  )

  static let mac = FormatMapping(
    rows: [
      ("settings.language", "language"), ("aboutMe.profile.name", "name"), ("aboutMe.profile.surnames", "name"),
      ("aboutMe.profile.title", "headline"), ("aboutMe.profile.description", "summary"),
      ("aboutMe.profile.avatar.link", "image"), ("aboutMe.profile.location.municipality", "contact.location.city"),
      ("aboutMe.relevantLinks[].URL", "contact.url"), ("aboutMe.interestingFacts[].topic", "interests[].name"),
      ("experience.jobs[].organization.name", "path[].organization.name"),
      ("experience.jobs[].roles[].name", "path[].title"), ("experience.jobs[].roles[].startDate", "path[].startDate"),
      ("experience.jobs[].roles[].finishDate", "path[].endDate"),
      ("experience.jobs[].roles[].notes", "path[].summary"),
      ("experience.jobs[].roles[].challenges[].description", "path[].highlights"),
      ("experience.jobs[].roles[].competences[].name", "path[].skills"),
      ("experience.projects[].details.name", "projects[].name"),
      ("experience.publicArtifacts[].details.name", "publications[].name"),
      ("knowledge.hardSkills[].skill.name", "skills[].name"), ("knowledge.softSkills[].skill.name", "skills[].name"),
      ("knowledge.languages[].name", "languages[].language"), ("knowledge.languages[].level", "languages[].fluency"),
      ("knowledge.studies[].name", "path[].area"),
      ("knowledge.studies[].institution.name", "path[].institution.name"),
      ("careerPreferences.contact.contactMails", "contact.email"), ("careerPreferences.roles", "path[].title"),
    ],
    note:
      "Each role of a job is a step of its own. Studies of the type `certification` are certificates. Roles that are wished for are steps with `status: sought`. What has no place in the model is kept under `extensions.mac`."
  )

  static let renderCV = FormatMapping(
    rows: [
      ("cv.name", "name"), ("cv.headline", "headline"), ("cv.location", "contact.location.city"),
      ("cv.email", "contact.email"), ("cv.phone", "contact.phone"), ("cv.website", "contact.url"),
      ("cv.social_networks[].network", "contact.profiles[].network"),
      ("cv.social_networks[].username", "contact.profiles[].username"), ("cv.sections.summary", "summary"),
      ("cv.sections.work_experience[].company", "path[].organization.name"),
      ("cv.sections.work_experience[].position", "path[].title"),
      ("cv.sections.work_experience[].start_date", "path[].startDate"),
      ("cv.sections.work_experience[].highlights", "path[].highlights"),
      ("cv.sections.education[].institution", "path[].institution.name"),
      ("cv.sections.education[].area", "path[].area"), ("cv.sections.education[].degree", "path[].studyType"),
      ("cv.sections.education[].grade", "path[].score"), ("cv.sections.projects[].name", "projects[].name"),
      ("cv.sections.publications[].title", "publications[].name"),
      ("cv.sections.publications[].journal", "publications[].publisher"),
      ("cv.sections.skills[].label", "skills[].name"),
      ("cv.sections.languages[].label", "languages[].language"),
      ("cv.sections.certifications[].name", "certificates[].name"), ("cv.sections.interests", "interests[].name"),
    ],
    note:
      "What an entry is, its keys say; what texts and labels are, the words in the section's title (English and French). Sections of other texts, the design and the locale are kept under `extensions.rendercv`. Written is what RenderCV 2 validates."
  )

}
