import Parcours
import ParcoursFormats
import ParcoursModel
import ParcoursSource
import ParcoursSyntax
import Testing

/// The schemas and the Swift types say the same, property by property, both ways.
struct SchemaAgreement {
  private struct Fields {
    let names: [String]
    let stored: Set<String>
  }

  private static func fields<Value: Record>(_ type: Value.Type) -> Fields {
    var stored: Set<String> = []
    for child in Mirror(reflecting: Value()).children {
      guard let label = child.label else { continue }
      if label == "attributes" {
        stored.formUnion(Mirror(reflecting: ItemAttributes()).children.compactMap(\.label))
      } else {
        stored.insert(label)
      }
    }
    return Fields(names: Value.fields.map(\.name), stored: stored)
  }

  /// Names that Swift's own conventions change.
  private static let swiftNames = [
    "$schema": "schema", "confidential": "isConfidential", "must": "isMust", "atMost": "isAtMost",
  ]

  private static let all: [(schema: String, definition: String?, fields: Fields)] = [
    ("identity", nil, fields(Identity.self)), ("identity", "location", fields(Location.self)),
    ("identity", "profile", fields(Profile.self)), ("identity", "contact", fields(Contact.self)),
    ("identity", "organization", fields(Organization.self)), ("identity", "engagement", fields(ClientEngagement.self)),
    ("identity", "transition", fields(Transition.self)), ("identity", "terms", fields(Terms.self)),
    ("identity", "step", fields(Step.self)), ("identity", "skill", fields(Skill.self)),
    ("identity", "language", fields(LanguageSkill.self)), ("identity", "service", fields(Service.self)),
    ("identity", "project", fields(Project.self)), ("identity", "publication", fields(Publication.self)),
    ("identity", "award", fields(Award.self)), ("identity", "certificate", fields(Certificate.self)),
    ("identity", "interest", fields(Interest.self)), ("identity", "recommender", fields(Recommender.self)),
    ("identity", "recommendation", fields(Recommendation.self)), ("identity", "booking", fields(Booking.self)),
    ("identity", "availability", fields(Availability.self)), ("identity", "rate", fields(Rate.self)),
    ("identity", "tie", fields(Tie.self)), ("identity", "selection", fields(Target.Selection.self)),
    ("identity", "limits", fields(Target.Limits.self)), ("identity", "target", fields(Target.self)),
    ("identity", "output", fields(Output.self)), ("identity", "checks", fields(Checks.self)),
    ("identity", "allowance", fields(Checks.Allowance.self)), ("contract", "checks", fields(Checks.self)),
    ("contract", "allowance", fields(Checks.Allowance.self)), ("settings", nil, fields(Checks.self)),
    ("settings", "allowance", fields(Checks.Allowance.self)),
    ("contract", nil, fields(Contract.self)), ("contract", "need", fields(Contract.Need.self)),
    ("contract", "size", fields(Contract.Size.self)), ("contract", "spoken", fields(Contract.Language.self)),
    ("contract", "languages", fields(Contract.Languages.self)), ("contract", "lengths", fields(Contract.Lengths.self)),
    ("contract", "trust", fields(Contract.Trust.self)), ("contract", "organization", fields(Organization.self)),
    ("team", nil, fields(Team.self)), ("team", "assignment", fields(Team.Assignment.self)),
    ("team", "member", fields(Team.Member.self)), ("team", "pair", fields(Team.Pair.self)),
    ("team", "proof", fields(Team.Proof.self)), ("team", "reason", fields(Team.Reason.self)),
    ("team", "absence", fields(Team.Absence.self)), ("team", "binding", fields(Team.Binding.self)),
    ("team", "change", fields(Team.Change.self)), ("team", "compared", fields(Team.Compared.self)),
    ("team", "concentration", fields(Team.Concentration.self)), ("team", "curvePoint", fields(Team.CurvePoint.self)),
    ("team", "barred", fields(Team.Barred.self)), ("thesaurus", nil, fields(ConceptScheme.self)),
    ("thesaurus", "concept", fields(ConceptScheme.Concept.self)),
  ]

  private static func schema(_ name: String) throws -> Document {
    let text = try #require(EmbeddedSchemas.text(name))
    return try JSONParser.parse(SourceText(name: name, text: text))
  }

  @Test func everyPropertyIsInBoth() throws {
    for entry in Self.all {
      let root = try Self.schema(entry.schema).root
      let object = try #require(entry.definition.map { root["$defs"]?[$0] } ?? root)
      let properties = Set((object["properties"]?.members ?? []).map(\.key))
      let place = "\(entry.schema) \(entry.definition ?? "")"
      #expect(properties == Set(entry.fields.names), "\(place): schema and fields differ")
      let stored = Set(entry.fields.names.map { Self.swiftNames[$0] ?? $0 })
      #expect(stored == entry.fields.stored.subtracting(["place"]), "\(place): fields and stored properties differ")
      #expect(Set(entry.fields.names).count == entry.fields.names.count, "\(place): a field stands twice")
    }
  }

  @Test(arguments: ["identity", "contract", "settings", "team", "thesaurus"]) func everyDefinitionHasAType(
    _ name: String
  ) throws {
    let root = try Self.schema(name).root
    let objects = (root["$defs"]?.members ?? []).filter { $0.value["properties"] != nil }.map(\.key)
    let known = Set(Self.all.filter { $0.schema == name }.compactMap(\.definition))
    #expect(Set(objects) == known)
  }

  /// Every property has a description and an example; objects are closed.
  @Test(arguments: ["identity", "contract", "settings", "team", "thesaurus"]) func everyPropertyIsDescribed(
    _ name: String
  ) throws {
    func look(_ node: Node, _ place: String) {
      for member in node["properties"]?.members ?? [] {
        #expect(member.value["description"]?.string?.isEmpty == false, "\(place).\(member.key) has no description")
        #expect(member.value["examples"]?.elements.isEmpty == false, "\(place).\(member.key) has no example")
      }
      if node["properties"] != nil { #expect(node["additionalProperties"]?.bool == false, "\(place) is open") }
      for member in node["$defs"]?.members ?? [] { look(member.value, member.key) }
    }
    look(try Self.schema(name).root, name)
  }

  /// The texts in which marks mean something are those that the schema calls prose.
  @Test func proseIsTheSchemas() throws {
    let root = try Self.schema("identity").root
    var found: [(place: [String], isProse: Bool)] = []
    func walk(_ part: Node, _ place: [String], _ inside: [String]) {
      if let name = part["$ref"]?.string?.split(separator: "/").last.map(String.init) {
        if name == "text" || name == "prose" { found.append((place, name == "prose")) }
        guard let target = root["$defs"]?[name], !inside.contains(name) else { return }
        return walk(target, place, inside + [name])
      }
      for member in part["properties"]?.members ?? [] { walk(member.value, place + [member.key], inside) }
      if let items = part["items"] { walk(items, place + ["[]"], inside) }
      if place == ["targets"], let each = part["additionalProperties"] { walk(each, place + ["any"], inside) }
    }
    walk(root, [], ["text", "prose"])
    #expect(found.count { $0.isProse } == 18)
    #expect(found.count { !$0.isProse } > 15)
    for (place, isProse) in found {
      var value = JSONValue.string("before")
      for key in place.reversed() { value = key == "[]" ? .array([value]) : .object([.init(key, value)]) }
      var context = DecodingContext()
      let identity = try #require(Identity.decode(value, &context))
      var after = identity.mapProse { _ in "after" }.json
      for key in place { after = try #require(key == "[]" ? after.elements.first : after[key]) }
      #expect(after == .string(isProse ? "after" : "before"), "\(place)")
    }
  }

  /// The words of a vocabulary are the schema's.
  @Test func vocabulariesAgree() throws {
    let root = try Self.schema("identity").root
    func words(_ definition: String, _ property: String) -> [String] {
      (root["$defs"]?[definition]?["properties"]?[property]?["enum"]?.elements ?? []).compactMap(\.string)
    }
    #expect(words("step", "kind") == Step.Kind.allCases.map(\.rawValue))
    #expect(words("step", "status") == Step.Status.allCases.map(\.rawValue))
    #expect(words("step", "engagement") == Step.Engagement.allCases.map(\.rawValue))
    #expect(words("step", "mode") == Step.Mode.allCases.map(\.rawValue))
    #expect(words("step", "reason") == Step.BreakReason.allCases.map(\.rawValue))
    #expect(words("transition", "kind") == Transition.Kind.allCases.map(\.rawValue))
    #expect(words("skill", "level") == Skill.Level.allCases.map(\.rawValue))
    #expect(words("language", "fluency") == Fluency.allCases.map(\.rawValue))
    #expect(words("recommendation", "relation") == Recommendation.Relation.allCases.map(\.rawValue))
    #expect(words("rate", "per") == Rate.Unit.allCases.map(\.rawValue))
    #expect(words("tie", "basis") == Tie.Basis.allCases.map(\.rawValue))
  }

  /// The examples of the schemas are valid by them, and read into the types without an issue.
  @Test func examplesAreRead() throws {
    for name in ["identity", "contract"] {
      let root = try Self.schema(name).root
      for example in try #require(root["examples"]).elements {
        let text = JSONPrinter.print(example.document, index: example.index)
        let found = Validator(.named(name), asOf: .epoch).validate(SourceText(name: "example.json", bytes: text))
        #expect(found.diagnostics.isEmpty)
      }
    }
  }
}
