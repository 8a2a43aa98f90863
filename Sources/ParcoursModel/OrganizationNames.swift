/// What else than its full name an organization is called by.
package enum OrganizationNames {
  /// Legal forms, folded and without gaps.
  private static let legalForms: Set<String> = [
    "ab", "ag", "as", "asbl", "bv", "co", "company", "corp", "corporation", "eirl", "eurl", "gie", "gmbh", "inc",
    "incorporated",
    "kg", "limited", "llc", "llp", "lp", "ltd", "ltee", "nv", "oy", "plc", "sa", "sarl", "sas", "sasu", "sca", "sci",
    "scop", "scs",
    "senc", "snc", "spa", "srl", "ug",
  ]

  /// Words that many organizations have in their names.
  private static let common: Set<String> = [
    "academy", "agence", "agency", "alliance", "america", "analytics", "assurance", "assurances", "atelier", "ateliers",
    "bank",
    "banque", "bureau", "cabinet", "canada", "capital", "caisse", "center", "centre", "city", "clinic", "clinique",
    "club",
    "college", "commune", "compagnie", "conseil", "conseils", "consulting", "coop", "cooperative", "data", "department",
    "design", "developpement", "digital", "direction", "ecole", "energie", "energy", "entreprise", "europe", "finance",
    "financial", "fondation", "foundation", "france", "general", "generale", "global", "groupe", "group", "health",
    "holding",
    "hopital", "hospital", "hotel", "industries", "industrie", "institut", "institute", "insurance", "international",
    "invest",
    "lab", "laboratoire", "laboratoires", "labs", "logistics", "logistique", "mairie", "management", "media", "medical",
    "ministere",
    "ministry", "montreal", "mutuelle", "national", "nationale", "network", "office", "paris", "partners",
    "partenaires", "pharma",
    "power", "public", "quebec", "region", "research", "reseau", "restaurant", "sante", "school", "science", "security",
    "securite",
    "service", "services", "social", "societe", "society", "software", "solutions", "studio", "systems", "systemes",
    "tech",
    "technologies", "technology", "transport", "transports", "universite", "university", "ville", "water",
  ]

  /// The name without the legal forms at its end; nil where there are none, or nothing else.
  package static func withoutLegalForm(_ name: String) -> String? {
    var words = name.split(separator: " ")
    let count = words.count
    while words.count > 1, let last = words.last, legalForms.contains(Folding.compact(String(last))) {
      words.removeLast()
    }
    guard words.count < count else { return nil }
    let rest = words.joined(separator: " ")
    return rest.last == "," ? String(rest.dropLast()) : rest
  }

  /// The words of a name by which it would be known: those that few other names have, folded.
  package static func distinctiveWords(_ name: String) -> [String] {
    let words = (withoutLegalForm(name) ?? name).split { $0 == " " || $0 == "-" || $0 == "," }
    guard words.count > 1 else { return [] }
    return words.filter { $0.first?.isUppercase ?? false }.map { Folding.folded(String($0)) }
      .filter { $0.count >= 5 && !common.contains($0) && !$0.contains(" ") }
  }
}
