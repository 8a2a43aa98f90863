internal import ParcoursSyntax

/// A keyword of JSON Schema: a file each, in its vocabulary's folder.
protocol Keyword: Sendable {
  /// Its name in a schema.
  static var name: String { get }
  /// Makes it of the value it has in a schema; nil where it asserts nothing there.
  static func compile(_ value: Int, _ context: CompilationContext) throws(SchemaError) -> (any Keyword)?
  /// Whether the instance value at the index meets it; says why not where findings are collected.
  func evaluate(_ instance: Int, _ run: inout Evaluation) -> Bool
  /// Adds what it asks for to a program, where a program has an instruction for it.
  func plan(_ plan: inout ProgramPlan)
}

extension Keyword {
  func plan(_ plan: inout ProgramPlan) { plan.ops.append(.general(self)) }
}

/// A vocabulary: its URI's last part and its keywords, in the order in which they are evaluated.
struct Vocabulary: Sendable {
  let name: String
  let keywords: [any Keyword.Type]

  static let core = Vocabulary(name: "core", keywords: [Ref.self, DynamicRef.self])
  static let validation = Vocabulary(
    name: "validation",
    keywords: [
      TypeKeyword.self, Enum.self, Const.self, MultipleOf.self, Maximum.self, ExclusiveMaximum.self, Minimum.self,
      ExclusiveMinimum.self, MaxLength.self, MinLength.self, Pattern.self, MaxItems.self, MinItems.self,
      UniqueItems.self, MaxProperties.self, MinProperties.self, Required.self, DependentRequired.self,
    ])
  static let format = Vocabulary(name: "format-annotation", keywords: [FormatKeyword.self])
  static let applicator = Vocabulary(
    name: "applicator",
    keywords: [
      Properties.self, PatternProperties.self, AdditionalProperties.self, PropertyNames.self, PrefixItems.self,
      Items.self, AdditionalItems.self, Contains.self, AllOf.self, AnyOf.self, OneOf.self, Not.self, If.self,
      DependentSchemas.self, Dependencies.self,
    ])
  static let unevaluated = Vocabulary(
    name: "unevaluated", keywords: [UnevaluatedItems.self, UnevaluatedProperties.self])

  /// All of them; the unevaluated ones come last, since they look at what the others did.
  static let all = [core, validation, format, applicator, unevaluated]

  /// Every keyword's vocabulary and its place in the order of evaluation.
  static let places: [String: (vocabulary: String, order: Int, keyword: any Keyword.Type)] = {
    var places: [String: (vocabulary: String, order: Int, keyword: any Keyword.Type)] = [:]
    for vocabulary in all {
      for keyword in vocabulary.keywords { places[keyword.name] = (vocabulary.name, places.count, keyword) }
    }
    return places
  }()
}

/// The editions of JSON Schema that are understood.
public enum Dialect: Sendable {
  /// Draft-07.
  case draft7
  /// 2020-12.
  case draft2020

  static func named(_ uri: String) -> Dialect? {
    switch uri.hasSuffix("#") ? String(uri.dropLast()) : uri {
    case "http://json-schema.org/draft-07/schema", "https://json-schema.org/draft-07/schema": .draft7
    case "https://json-schema.org/draft/2020-12/schema": .draft2020
    default: nil
    }
  }
}
