import Parcours
import ParcoursModel
import ParcoursSource
import ParcoursSyntax
import ParcoursTransform
import TestSupport
import Testing

@testable import ParcoursFormats

/// What holds of the outputs of every identity. `PARCOURS_ROUNDS` sets how many are made.
struct OutputProperties {
  private typealias Leaf = (field: String, text: String)

  private func leaves(_ value: JSONValue, _ field: String = "") -> [Leaf] {
    switch value {
    case .array(let elements): elements.flatMap { leaves($0, field + "[]") }
    case .object(let members):
      members.flatMap { leaves($0.value, field.isEmpty ? $0.key : "\(field).\($0.key)") }
    case .string(let text), .number(let text): [(field, text)]
    case .bool(let flag): [(field, flag ? "true" : "false")]
    case .null: [(field, "null")]
    }
  }

  /// People as they are: the examples, and some of the résumés that others have published.
  private static let people: [Identity] = {
    let folder = Repository.root + "/Examples/profiles"
    var paths = Repository.names(in: folder).map { folder + "/" + $0 }
    if let corpus = Repository.corpus {
      let wild = Repository.files(below: corpus + "/jsonresume").filter { $0.hasSuffix(".json") }.sorted()
      paths += wild.enumerated().filter { $0.offset % 20 == 0 }.map(\.element)
    }
    return [.whole()]
      + paths.compactMap { path in (try? Input.read(path)).flatMap { Loader().load($0).reading.identity } }
  }()

  /// What a format that can be read gives back of an identity, beside what its report says that it loses.
  @Test func theReportIsTheDifference() throws {
    #expect(Self.people.count >= 8)
    var wrong: [String: Int] = [:]
    for format in Registry.standard.formats where format.read != nil && format.write != nil {
      for identity in Self.people {
        for (audience, language) in [(Visibility.private, "en"), (.public, "fr")] {
          let seen = IdentityView(
            identity, audience: audience, format: format.extensionKey, language: language, asOf: today
          ).record
          let artifact = format.artifact(identity, Looking(language: language, audience: audience, asOf: today))
          guard let bytes = artifact.bytes,
            let back = format.reading(SourceText(name: "output", bytes: bytes)).identity
          else { continue }
          let losses = format.carries.losses(of: seen, language: language)
          if format.capabilities.contains(.lossless) { #expect(losses.isEmpty && back == seen, "\(format.id)") }
          // What there was no room for is told in the format's own words.
          if !artifact.diagnostics.isEmpty { continue }
          let told = Set(losses.map(\.field))
          for loss in Loss.between(seen.plainTexts, back.plainTexts) {
            let field = Self.field(loss.field)
            // What a step is tells where it stands; who may see it is for those who may; skills are named in the
            // reader's language.
            if field == "path[].status" || field.hasSuffix("isibility") { continue }
            if language == "fr", field == "skills[].name" || field == "path[].skills[]" { continue }
            // LinkedIn's About is more than the summary.
            if field == "summary", let own = seen.summary?.versions.first?.text,
              let about = back.summary?.versions.first?.text,
              about.hasPrefix(Markup.plain(own))
            {
              continue
            }
            let isTold = told.contains {
              field == $0 || field.hasPrefix($0 + ".") || field.hasPrefix($0 + "[]") || $0.hasPrefix(field)
            }
            if !isTold { wrong["\(format.id): \(field) is \(loss.kind), and not told", default: 0] += 1 }
          }
        }
      }
    }
    #expect(wrong.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" } == [])
  }

  /// A field without the language that one of its texts is in.
  private static func field(_ name: String) -> String {
    let parts = name.split(separator: ".")
    return parts.count > 1 && parts[parts.count - 1].count == 2 ? parts.dropLast().joined(separator: ".") : name
  }

  /// Changing what is private changes no byte of an output for others, nor what is said beside it.
  @Test func aPrivateFieldChangesNoPublicByte() throws {
    var maker = NaughtyRoundTrips.Maker(random: Seeded(20_261_128), strings: LinkedInRoundTrips.strings)
    var random = Seeded(99)
    let kept: Set<String> = [
      "id", "kind", "status", "visibility", "fieldVisibility", "confidential", "level", "fluency", "basis", "relation",
      "mode",
      "engagement", "reason", "format", "audience", "per", "tags", "parcours",
    ]
    /// Every text in a value another one; dates and words of vocabularies stay what they are, and so do the names by which
    /// other parts are found that have to be hidden too: those of skills, and of confidential organizations.
    func changed(_ value: JSONValue, isSkill: Bool = false) -> JSONValue {
      switch value {
      case .string(let text): .string(PartialDate(text) == nil ? "SECRET-" + text : text)
      case .array(let elements): .array(elements.map { changed($0) })
      case .object(let members):
        .object(
          members.map { member in
            let isName = member.key == "name" && (isSkill || value["confidential"] == .bool(true))
            return .init(member.key, isName || kept.contains(member.key) ? member.value : changed(member.value))
          })
      default: value
      }
    }
    var hidden = 0
    for round in 0..<max(40, NaughtyRoundTrips.rounds / 10) {
      guard case .object(var members) = maker.identity().json else { continue }
      var others = members
      for (place, member) in members.enumerated() {
        guard case .array(let elements) = member.value, member.key != "outputs" else { continue }
        var (one, other) = (elements, elements)
        for index in elements.indices where Int.random(in: 0..<3, using: &random) == 0 {
          guard case .object(var item) = elements[index] else { continue }
          item.removeAll { $0.key == "visibility" || $0.key == "id" }
          item.append(.init("visibility", .string("private")))
          one[index] = .object(item)
          other[index] = changed(one[index], isSkill: member.key == "skills")
          hidden += 1
        }
        members[place].value = .array(one)
        others[place].value = .array(other)
      }
      for key in ["rate", "network"] {
        others = others.map { $0.key == key && key == "network" ? .init(key, changed($0.value)) : $0 }
      }
      var context = DecodingContext()
      let left = try #require(Identity.decode(.object(members), &context))
      let right = try #require(Identity.decode(.object(others), &context))
      for format in Registry.standard.formats where format.write != nil && !["pdf"].contains(format.id) {
        for audience in [Visibility.public, .network] {
          var options = ConversionOptions(language: "fr", audience: audience, asOf: today, theme: nil)
          options.limits = Target.Limits()
          options.limits?.characters = 100_000
          func made(_ identity: Identity) throws -> Conversion {
            let bytes = Format.json.written(
              identity, Looking(language: "fr", audience: .private, asOf: today))
            return Converter().convert(SourceText(name: "me.json", bytes: bytes), from: .json, to: format, options)
          }
          let (one, other) = (try made(left), try made(right))
          let note = "round \(round), \(format.id), \(audience)"
          #expect(one.output == other.output, "\(note)")
          #expect(
            one.remarks == other.remarks && one.withheldFields == other.withheldFields && one.losses == other.losses,
            "\(note)")
          #expect(!String(decoding: other.output ?? [], as: UTF8.self).contains("SECRET-"), "\(note)")
        }
      }
    }
    #expect(hidden > 50)
  }
}
