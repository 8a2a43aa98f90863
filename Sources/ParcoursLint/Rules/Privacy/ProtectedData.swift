internal import ParcoursModel
internal import ParcoursSource

/// Data that nobody may decide by.
enum ProtectedData: Rule {
  static let metadata = RuleMetadata(
    id: "protected-data",
    summary: "Data that nobody may decide by.",
    rationale: """
      Age, sex, family, origin, faith, health: no client may choose by them, and once they are in a file they travel
      with it. Say what you can do.
      """,
    severity: .warning, since: "0.1.0",
    examples: [
      .resume(
        """
        {"basics": {"name": "Ana", ↓"birthDate": "1980-01-01"}}
        """),
      .resume(
        """
        {"basics": {"name": "Ana", "telegram": "ana"}}
        """),
    ],
    french: [
      "no client may decide by \"{}\"":
        "aucun client ne peut choisir d’après « {} »",
      "remove it":
        "supprimez-le",
    ])

  private static let words = [
    "birthdate", "birthday", "dateofbirth", "dob", "age", "gender", "sex", "maritalstatus", "married", "children",
    "nationality", "religion", "ethnicity", "race", "disability", "militarystatus", "birthplace", "naissance",
    "datedenaissance", "nationalite", "situationfamiliale", "sexe", "socialsecuritynumber", "ssn", "nir",
    "passportnumber",
  ]

  static func check(_ subject: LintSubject, _ findings: inout Findings) {
    func look(_ value: JSONValue?, _ place: [String], _ findings: inout Findings) {
      for member in value?.members ?? [] {
        let key = Folding.folded(member.key).filter { $0 != " " }
        guard words.contains(key) else { continue }
        findings.add(
          "no client may decide by \"\(member.key)\"", at: place + [member.key], help: "remove it", isAboutKey: true)
      }
    }
    for kept in subject.kept where kept.place.isEmpty {
      guard let format = subject.foreigns.first(where: { $0.key == kept.format }) else {
        look(kept.data, ["extensions", kept.format], &findings)
        continue
      }
      look(kept.data, [], &findings)
      if let key = format.personKey { look(kept.data[key], ["contact"], &findings) }
    }
  }
}
