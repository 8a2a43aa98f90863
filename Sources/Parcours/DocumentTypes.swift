internal import ParcoursFormats
public import ParcoursInterchange
internal import ParcoursLint
internal import ParcoursModel
internal import ParcoursSource
internal import ParcoursSyntax

extension DocumentType {
  /// Work that needs a team.
  public static let contract = DocumentType(
    id: "contract", called: "a contract", schema: "contract",
    detect: { probe in
      if probe.hasMark("contract") { return .mark.more(4) }
      return probe.has(["needs", "budget"]) ? .shape.less(5) : .none
    }
  ) { input, asOf in
    var decoded = Decoded()
    guard let document = try? input.document.get(), let contract = Canonical.decode(Contract.self, document).0 else {
      return decoded
    }
    decoded.checks = contract.checks
    decoded.rules = { isOff in Rules.check(contract, asOf: asOf, sourceMap: document.sourceMap, isOff: isOff) }
    return decoded
  }

  /// What the matcher found.
  public static let team = DocumentType(
    id: "team", called: "a team", schema: "team",
    detect: { probe in
      probe.hasMark("team") && probe.has(["status"]) ? probe.hasMark("contract") ? .mark.more(6) : .mark.more(3) : .none
    }
  ) { _, _ in Decoded() }

  /// What skills are called.
  public static let thesaurus = DocumentType(
    id: "thesaurus", called: "a thesaurus", schema: "thesaurus",
    detect: { $0.hasMark("thesaurus") ? .mark.more(2) : .none }
  ) { input, _ in
    var decoded = Decoded()
    if let document = try? input.document.get(), let scheme = Canonical.decode(ConceptScheme.self, document).0 {
      decoded.diagnostics = Thesauri.diagnostics(scheme, document)
    }
    return decoded
  }

  /// How files are checked.
  public static let settings = DocumentType(
    id: "settings", called: "a file of settings", schema: "settings",
    detect: { probe in
      if SettingsFinder.fileNames.contains(probe.name) { return .certain }
      guard let keys = probe.object?.root.members.map(\.key), !keys.isEmpty else { return .none }
      return keys.allSatisfy { ["rules", "allow", "$schema"].contains($0) } ? .shape : .none
    }
  ) { input, _ in
    var decoded = Decoded()
    if let document = try? input.document.get() {
      decoded.diagnostics = Settings.unknownRules(Canonical.decode(Checks.self, document).0, in: document, at: [])
    }
    return decoded
  }

  // MARK: Known, but not read

  /// A skeleton of `translate`.
  static let translation = DocumentType(
    id: "translation", called: "a skeleton of texts to translate",
    detect: { $0.hasMark("translation") ? .mark.more(2) : .none })

  /// An export of Reactive Resume.
  static let reactiveResume = DocumentType(
    id: "reactive-resume", called: "an export of Reactive Resume",
    detect: { probe in
      let sections = probe.node("sections") ?? probe.node("data", "sections")
      let basics = probe.node("basics") ?? probe.node("data", "basics")
      return sections?.kind == .object && basics?.kind == .object ? .shape.more(25) : .none
    })

  /// A résumé of YAMLResume.
  static let yamlResume = DocumentType(
    id: "yamlresume", called: "a résumé of YAMLResume",
    detect: { probe in
      let content = probe.node("content")
      return content?["basics"] != nil || content?["work"] != nil || content?["education"] != nil
        ? .shape.more(25) : .none
    })

  /// Europass's older JSON.
  static let europassJSON = DocumentType(
    id: "europass-older", called: "an older export of Europass (SkillsPassport)",
    detect: { probe in
      probe.has(["SkillsPassport", "LearnerInfo"]) || probe.rootElement == "SkillsPassport" ? .shape.more(25) : .none
    })

  /// A JSON Schema.
  static let jsonSchema = DocumentType(
    id: "json-schema", called: "a JSON Schema",
    detect: { $0.node("$schema")?.string?.contains("json-schema.org") ?? false ? .shape.more(25) : .none })
}
