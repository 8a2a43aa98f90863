public import ParcoursModel
public import ParcoursSource

/// Concepts of skills under all their names: what is called the same is the same, what is narrower counts for what is broader
/// (SKOS, W3C 2009, sections 5 and 8; `broader` is followed all the way up).
///
/// Names are compared without case, accents, punctuation and spaces.
public struct Thesaurus: Sendable {
  /// The concepts, those of one id made one.
  public private(set) var concepts: [ConceptScheme.Concept] = []
  private var places: [String: Int] = [:]
  private var labels: [String: [Int]] = [:]
  private var narrower: [[Int]] = []

  /// Something of a scheme that cannot be so.
  public struct Issue: Sendable, Hashable {
    /// The rule it is explained under: `duplicate-concept`, `unknown-concept` or `concept-cycle`.
    public var id: String
    /// The place, as tokens from the scheme's root.
    public var path: [String]
    /// One sentence.
    public var message: Message
    /// What to do.
    public var help: Message?
  }

  /// A thesaurus of schemes: later ones add to concepts of earlier ones. O(labels).
  public init(_ schemes: [ConceptScheme]) {
    for scheme in schemes {
      for concept in scheme.concepts { add(concept) }
    }
    narrower = Array(repeating: [], count: concepts.count)
    for (index, concept) in concepts.enumerated() {
      for broader in concept.broader {
        if let place = places[broader], place != index { narrower[place].append(index) }
      }
    }
  }

  private mutating func add(_ concept: ConceptScheme.Concept) {
    guard let id = concept.id else { return }
    let place: Int
    if let known = places[id] {
      place = known
      let old = concepts[known]
      var alternatives = old.altLabel ?? ConceptScheme.Labels()
      if let preferred = concept.prefLabel {
        // In another language it is called so too; in the same one the former name stays another name.
        let former = old.prefLabel?.versions ?? []
        let languages = Set(preferred.versions.map(\.language))
        concepts[known].prefLabel = LocalizedText(
          versions: preferred.versions + former.filter { !languages.contains($0.language) })
        alternatives.entries += former.filter { languages.contains($0.language) && !preferred.versions.contains($0) }
          .map { .init(language: $0.language, labels: [$0.text]) }
      }
      alternatives.entries += concept.altLabel?.entries ?? []
      concepts[known].altLabel = alternatives.entries.isEmpty ? nil : alternatives
      concepts[known].broader += concept.broader.filter { !old.broader.contains($0) }
      concepts[known].definition = concept.definition ?? old.definition
    } else {
      place = concepts.count
      places[id] = place
      concepts.append(concept)
    }
    for label in concept.labels + [id] {
      let key = Self.key(label)
      if !key.isEmpty, labels[key]?.contains(place) != true { labels[key, default: []].append(place) }
    }
  }

  /// A name as it is compared.
  static func key(_ name: String) -> String { Folding.compact(name) }

  /// The concepts that a name means, most often one.
  public func concepts(named name: String) -> [ConceptScheme.Concept] {
    (labels[Self.key(name)] ?? []).map { concepts[$0] }
  }

  /// The concept of an id.
  public func concept(_ id: String) -> ConceptScheme.Concept? { places[id].map { concepts[$0] } }

  /// What a name is called in a language; the name itself where it means nothing, or several things.
  ///
  /// A label of small letters begins as the name does.
  public func label(for name: String, language: String) -> String {
    let found = concepts(named: name)
    guard found.count == 1, let label = found[0].prefLabel?.version(for: language, documentLanguage: "en")?.text,
      label != name
    else { return name }
    return Self.cased(label, like: name)
  }

  /// A label of small letters beginning as a name does.
  public static func cased(_ label: String, like name: String) -> String {
    guard let first = name.first, first.isUppercase, let word = label.split(separator: " ").first,
      word.allSatisfy({ !$0.isUppercase })
    else { return label }
    return label.prefix(1).uppercased() + label.dropFirst()
  }

  /// What a person's skill is called for readers of a language: the person's own word, unless it is one of another language
  /// alone and theirs has its own.
  public func spoken(_ name: String, language: String) -> String {
    func primary(_ tag: String?) -> Substring? { tag.map { $0.lowercased().prefix { $0 != "-" } } }
    let wanted = primary(language)
    let found = concepts(named: name)
    guard found.count == 1, let label = found[0].prefLabel,
      label.versions.contains(where: { primary($0.language) == wanted })
    else { return name }
    let others = (found[0].altLabel?.entries ?? []).filter { $0.language == nil || primary($0.language) == wanted }
    let known = label.versions.filter { primary($0.language) == wanted }.map(\.text) + others.flatMap(\.labels)
    return known.contains { Self.key($0) == Self.key(name) } ? name : self.label(for: name, language: language)
  }

  /// The contract with its needs' skills called as readers of a language call them.
  public func localized(_ contract: Contract, language: String) -> Contract {
    var contract = contract
    for index in contract.needs.indices {
      contract.needs[index].skill = contract.needs[index].skill.map { spoken($0, language: language) }
    }
    return contract
  }

  /// The concepts right below one.
  public func narrower(than id: String) -> [ConceptScheme.Concept] {
    places[id].map { narrower[$0].map { concepts[$0] } } ?? []
  }

  /// The keys of all names that count for a name: its own, and those of its concepts and of all that is narrower.
  func keys(countingFor name: String) -> Set<String> {
    let own = Self.key(name)
    var seen: Set<Int> = []
    var waiting = labels[own] ?? []
    while let place = waiting.popLast() {
      if seen.insert(place).inserted { waiting += narrower[place] }
    }
    return Set(seen.flatMap { (concepts[$0].labels + [concepts[$0].id ?? ""]).map(Self.key) } + [own])
  }

  /// The labels nearest to a name that is not known: one that is spelt nearly so, else those that stand in the name, or in
  /// which the name stands, word by word; at most three. O(labels).
  public func nearest(to name: String, language: String = "en") -> [String] {
    func shown(_ places: [Int]) -> [String] {
      places.compactMap { concepts[$0].prefLabel?.version(for: language, documentLanguage: "en")?.text }
    }
    let key = Self.key(name)
    if let near = Spelling.nearest(to: key, among: labels.keys.sorted()), key.utf8.count > 2 {
      return shown(labels[near] ?? [])
    }
    let words = Set(Folding.folded(name).split(separator: " ").filter { $0.count > 2 })
    guard !words.isEmpty else { return [] }
    var found: [(score: Double, place: Int)] = []
    for (place, concept) in concepts.enumerated() {
      var best = 0.0
      for label in concept.labels {
        let others = Set(Folding.folded(label).split(separator: " ").filter { $0.count > 2 })
        let shared = others.intersection(words).count
        guard shared > 0, shared == others.count || shared == words.count else { continue }
        best = max(best, Double(shared) / Double(others.union(words).count))
      }
      if best >= 0.34 { found.append((best, place)) }
    }
    return shown(found.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.prefix(3).map(\.place))
  }

  /// What of a scheme cannot be so, given the schemes it adds to: ids that stand twice, broader concepts that are none, and
  /// concepts that are broader than themselves. O(concepts and their ties).
  public static func issues(in scheme: ConceptScheme, beside others: [ConceptScheme]) -> [Issue] {
    let whole = Thesaurus(others + [scheme])
    var first: [String: Int] = [:]
    var issues: [Issue] = []
    let ids = whole.places.keys.sorted()
    for (index, concept) in scheme.concepts.enumerated() {
      let path = ["concepts", String(index)]
      guard let id = concept.id else { continue }
      if let earlier = first.updateValue(index, forKey: id) {
        issues.append(
          Issue(
            id: "duplicate-concept", path: path + ["id"], message: "the concept \"\(id)\" stands at \(earlier) already",
            help: "make one of the two"))
      }
      for (position, broader) in concept.broader.enumerated() {
        let here = path + ["broader", String(position)]
        if whole.places[broader] == nil {
          let near = Spelling.nearest(to: broader, among: ids) ?? whole.concepts(named: broader).first?.id
          issues.append(
            Issue(
              id: "unknown-concept", path: here, message: "no concept has the id \"\(broader)\"",
              help: near.map { "did you mean `\($0)`?" } ?? "`parcours list skills` names those of the program"))
        } else if whole.reaches(from: broader, id) {
          issues.append(
            Issue(
              id: "concept-cycle", path: here,
              message: "\"\(id)\" would be broader than itself, through \"\(broader)\"",
              help: "take one of the two out of the circle: concepts in a circle all count for each other"))
        }
      }
    }
    return issues
  }

  /// Whether a concept is another one or has it among its broader ones.
  private func reaches(from id: String, _ other: String) -> Bool {
    var seen: Set<String> = []
    var waiting = [id]
    while let next = waiting.popLast() {
      if next == other { return true }
      guard seen.insert(next).inserted, let place = places[next] else { continue }
      waiting += concepts[place].broader
    }
    return false
  }
}
