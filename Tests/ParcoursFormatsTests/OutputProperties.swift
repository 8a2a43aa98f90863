import Parcours
import ParcoursModel
import ParcoursSource
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

  /// Whatever does not come back is in the report, and what the report says is lost does not come back as it was.
  @Test func theReportIsTheDifference() throws {
    var maker = NaughtyRoundTrips.Maker(random: Seeded(20_261_127), strings: LinkedInRoundTrips.strings)
    let formats = Registry.standard.formats.filter { $0.read != nil && $0.write != nil }
    for round in 0..<max(40, NaughtyRoundTrips.rounds / 4) {
      let identity = maker.identity()
      for format in formats {
        for audience in Visibility.allCases {
          let seen = IdentityView(
            identity, audience: audience, format: format.extensionKey, language: "en", asOf: today
          ).record
          let artifact = format.artifact(identity, Looking(language: "en", audience: audience, asOf: today))
          guard let bytes = artifact.bytes,
            let back = format.reading(SourceText(name: "output", bytes: bytes)).identity
          else { continue }
          let losses = format.carries.losses(of: seen, language: "en")
          let note = "round \(round), \(format.id), \(audience)"
          if format.capabilities.contains(.lossless) { #expect(losses.isEmpty, "\(note): \(losses)") }
          let lost = Set(losses.map(\.field))
          for loss in losses where loss.kind == .dropped {
            let field = leaves(seen.json).filter { $0.field == loss.field }.map(\.text)
            let found = leaves(back.json).filter { $0.field == loss.field }.map(\.text)
            #expect(field.isEmpty || field != found, "\(note): \(loss.field) is told as lost, and is there")
          }
          var there: [String: Int] = [:]
          for leaf in leaves(back.normalizedTexts.json) { there["\(leaf.field)\u{0}\(leaf.text)", default: 0] += 1 }
          for leaf in leaves(seen.normalizedTexts.json) {
            let key = "\(leaf.field)\u{0}\(leaf.text)"
            if let count = there[key], count > 0 {
              there[key] = count - 1
              continue
            }
            let isTold = lost.contains { told in
              leaf.field == told || leaf.field.hasPrefix(told + ".") || leaf.field.hasPrefix(told + "[]")
            }
            #expect(isTold, "\(note): \(leaf.field) is lost and not told")
          }
        }
      }
    }
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
