internal import ParcoursSource

/// A thesaurus of skills in the terms of SKOS (W3C, 2009): concepts, what they are called, and what is broader.
public struct ConceptScheme: Record {
  /// Labels: in each language some, or some of no language.
  public struct Labels: LeafValue, Hashable {
    /// The labels of a language.
    public struct Entry: Sendable, Hashable {
      /// The language, BCP 47; nil is any.
      public var language: String?
      /// The labels.
      public var labels: [String]

      /// Makes an entry.
      public init(language: String?, labels: [String]) {
        self.language = language
        self.labels = labels
      }
    }
    /// The entries in their written order.
    public var entries: [Entry] = []

    /// No labels.
    public init() {}

    /// Labels of no language.
    public init(_ labels: [String]) { entries = labels.isEmpty ? [] : [Entry(language: nil, labels: labels)] }

    /// All labels of all languages.
    public var all: [String] { entries.flatMap(\.labels) }

    /// Reads a list of labels, or an object of lists a language.
    public static func decode(_ value: JSONValue, _ context: inout DecodingContext) -> Labels? {
      var labels = Labels()
      switch value {
      case .array:
        labels.entries = [Entry(language: nil, labels: [String].decode(value, &context) ?? [])]
      case .object(let members):
        for member in members {
          if let list = context.descend(member.key, { [String].decode(member.value, &$0) }) {
            labels.entries.append(Entry(language: member.key, labels: list))
          }
        }
      default:
        context.report("\(value.kindName) where a list of labels is wanted")
        return nil
      }
      return labels
    }

    /// A list where no language is said, else an object.
    public var json: JSONValue {
      if entries.count == 1, entries[0].language == nil { return entries[0].labels.json }
      return .object(entries.map { JSONValue.Member($0.language ?? "und", $0.labels.json) })
    }
  }

  /// A skill, whatever it is called.
  public struct Concept: Record {
    /// What it is known by among concepts.
    public var id: String?
    /// What it is called.
    public var prefLabel: LocalizedText?
    /// What it is called too.
    public var altLabel: Labels?
    /// What people write who mean it: misspellings, old names; found, never shown.
    public var hiddenLabel: Labels?
    /// The ids of concepts of which it is a kind or a part: who can do this can do something of those.
    public var broader: [String] = []
    /// What it is.
    public var definition: LocalizedText?

    /// An empty concept.
    public init() {}

    /// The fields in their written order.
    public static let fields: [Field<Concept>] = [
      Field("id", \.id), Field("prefLabel", \.prefLabel), Field("altLabel", \.altLabel),
      Field("hiddenLabel", \.hiddenLabel), Field("broader", \.broader), Field("definition", \.definition),
    ]

    /// Every label of every kind, the preferred ones first.
    public var labels: [String] {
      (prefLabel?.versions.map(\.text) ?? []) + (altLabel?.all ?? []) + (hiddenLabel?.all ?? [])
    }
  }

  /// The schema it names for editors.
  public var schema: String?
  /// The format's version.
  public var thesaurus = 1
  /// What it is called.
  public var title: LocalizedText?
  /// The language of its plain labels, BCP 47.
  public var language: String?
  /// The concepts.
  public var concepts: [Concept] = []

  /// An empty thesaurus.
  public init() {}

  /// The fields in their written order.
  public static let fields: [Field<ConceptScheme>] = [
    Field("$schema", \.schema), Field("thesaurus", always: \.thesaurus), Field("title", \.title),
    Field("language", \.language), Field("concepts", \.concepts),
  ]
}
