package import ParcoursModel
package import ParcoursSyntax

/// Reads the skills of ESCO, the European classification, from the CSV files of its download (versions 1.0 to 1.2): concepts
/// (`skills_xx.csv`, `skillGroups_xx.csv` and others with `conceptUri` and `preferredLabel`) and what is broader
/// (`broaderRelationsSkillPillar_xx.csv`, with `conceptUri` and `broaderUri`). A concept's id is its URI.
package enum ESCO {
  /// The concepts of one file; nil where it is no such file.
  ///
  /// - Parameter language: the language of its labels.
  package static func read(_ document: Document, language: String) -> ConceptScheme? {
    guard let table = CSVTable(document, isHeader: { $0.contains("conceptUri") }),
      let uri = table.column(where: { $0 == "conceptUri" })
    else { return nil }
    var scheme = ConceptScheme()
    if let broader = table.column(where: { $0 == "broaderUri" }) {
      for row in table.rows {
        var concept = ConceptScheme.Concept()
        concept.id = table.text(row, uri)
        concept.broader = [table.text(row, broader)]
        if concept.id?.isEmpty == false { scheme.concepts.append(concept) }
      }
      return scheme
    }
    guard let label = table.column(where: { $0 == "preferredLabel" }) else { return nil }
    let alternatives = table.column { $0 == "altLabels" }
    let hidden = table.column { $0 == "hiddenLabels" }
    func labels(_ row: Int, _ column: Int?) -> ConceptScheme.Labels? {
      guard let column else { return nil }
      let labels = table.text(row, column).split(whereSeparator: \.isNewline).map(String.init)
      guard !labels.isEmpty else { return nil }
      var all = ConceptScheme.Labels()
      all.entries = [.init(language: language, labels: labels)]
      return all
    }
    for row in table.rows {
      var concept = ConceptScheme.Concept()
      concept.id = table.text(row, uri)
      concept.prefLabel = LocalizedText(versions: [.init(language: language, text: table.text(row, label))])
      concept.altLabel = labels(row, alternatives)
      concept.hiddenLabel = labels(row, hidden)
      if concept.id?.isEmpty == false { scheme.concepts.append(concept) }
    }
    return scheme
  }

  /// The language that a file's name says: `skills_fr.csv` is French; English where it says none.
  package static func language(ofFile name: String) -> String {
    let base = name.split(separator: "/").last.map(String.init) ?? name
    guard base.lowercased().hasSuffix(".csv"), let tag = base.dropLast(4).split(separator: "_").last, tag.count == 2,
      base.contains("_")
    else { return "en" }
    return tag.lowercased()
  }
}
