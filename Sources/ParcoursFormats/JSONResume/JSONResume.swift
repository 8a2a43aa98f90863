public import ParcoursInterchange
internal import ParcoursLint
package import ParcoursModel
internal import ParcoursSource
package import ParcoursSyntax
internal import ParcoursTransform

extension Format {
  /// JSON Resume v1, both ways without loss; v0's names are read.
  public static let jsonResume = Format(
    id: "jsonresume", summary: "JSON Resume v1, both ways without loss (v0 names are read)",
    names: ["*resume.json"], mediaType: "application/json",
    capabilities: [.marks, .oneLanguage, .lossless, .editable, .foreign, .hasOutputs],
    extensionKey: JSONResumeMapping.format, schema: "jsonresume", foreign: JSONResumeMapping.foreign,
    detect: JSONResumeMapping.detect, read: JSONResumeReader().read, write: JSONResumeWriter().write)
}

extension JSONResumeMapping {
  private static let sections = [
    "basics", "work", "volunteer", "education", "awards", "certificates", "publications", "skills", "languages",
    "interests", "references", "projects", "meta",
  ]
  private static let fields = [
    "name", "label", "image", "email", "phone", "url", "summary", "location", "profiles", "address", "postalCode",
    "city",
    "countryCode", "region", "network", "username", "description", "position", "startDate", "endDate", "highlights",
    "organization", "institution", "area", "studyType", "score", "courses", "title", "date", "awarder", "issuer",
    "publisher", "releaseDate", "level", "keywords", "language", "fluency", "reference", "roles", "entity", "type",
  ]

  /// What rules have to know of it.
  fileprivate static let foreign = LintSubject.Foreign(
    key: format, name: "JSON Resume", rootFields: sections, fields: fields, personKey: FieldMapping<Identity>.basicsKey,
    names: ["name": "name", "headline": "label", "title": "position", "startDate": "startDate"])

  /// By the sections that no other document has, else by those that some share.
  fileprivate static func detect(_ probe: Probe) -> Confidence {
    guard let root = probe.object?.root else { return .none }
    let own: Set<String> = ["basics", "work", "volunteer", "education", "references"]
    if sections.contains(where: { own.contains($0) && root[$0] != nil }) { return .shape.more(10) }
    if root["$schema"]?.string?.contains("resume") ?? false { return .shape }
    return sections.contains { root[$0]?.kind == .array } || root["meta"]?.kind == .object ? .possible : .none
  }
}

struct JSONResumeWriter: Sendable {
  func write(_ view: IdentityView, _ options: WriteOptions) -> Artifact {
    let identity = view.record
    let resume = JSONResumeRoot(
      language: view.language, documentLanguage: identity.documentLanguage,
      keepsMarks: identity.extensions?[JSONResumeMapping.format]?[FieldMapping<Identity>.marksKey] == .bool(true))
    return Artifact(JSONPrinter.print(Tree.document(resume.write(identity))))
  }
}

struct JSONResumeReader: Sendable {
  func read(_ input: Input) -> Reading {
    do throws(SyntaxError) {
      // A résumé in YAML is a résumé all the same.
      return JSONResumeRoot.read(try input.document.get())
    } catch {
      return .failed(error.diagnostic)
    }
  }
}

/// A résumé's root: its sections, and how the one path of the model is laid out over three of them.
package struct JSONResumeRoot: Sendable {
  /// The key under which the language of the résumé's own words stands, where it is not English.
  private static let languageKey = "$language"

  private let language: String
  let sections: JSONResumeMapping
  private let root: FieldMapping<Identity>

  package init(language: String, documentLanguage: String, keepsMarks: Bool) {
    let sections = JSONResumeMapping(
      language: language, documentLanguage: documentLanguage, keepsMarks: keepsMarks)
    self.language = language
    self.sections = sections
    root = FieldMapping(
      base: Identity(),
      fields: [
        Field("basics") {
          let basics = sections.basics
          // Everything that is not in basics stays out of the comparison with what the model has besides.
          let written = basics.writeKnown($0)
          return written.members.isEmpty ? nil : written
        } decode: { identity, value, context in
          guard let person = sections.basics.read(value, &context) else { return }
          identity.name = person.name
          identity.headline = person.headline
          identity.image = person.image
          identity.summary = person.summary
          identity.contact = person.contact
          if let kept = person.extensions?[JSONResumeMapping.format] {
            var own = identity.extensions?[JSONResumeMapping.format] ?? .object([])
            for member in kept.members { own[member.key] = member.value }
            identity.setExtension(own)
          }
        },
        Self.steps("work", sections.work) { $0.isWork },
        Self.steps("volunteer", sections.volunteer) { $0.isVolunteering },
        Self.steps("education", sections.education) { $0.isStudy },
        Field("awards", \.awards, by: sections.award), Field("certificates", \.certificates, by: sections.certificate),
        Field("publications", \.publications, by: sections.publication), Field("skills", \.skills, by: sections.skill),
        Field("languages", \.languages, by: sections.spoken), Field("interests", \.interests, by: sections.interest),
        Field("references", \.recommendations, by: sections.reference),
        Field("projects", \.projects, by: sections.project),
      ],
      renamed: ["hobbies": "interests"],
      places: ["recommendations": "references"],
      residual: { identity in
        guard let own = identity.extensions?[JSONResumeMapping.format] else { return nil }
        let members = own.members.filter { $0.key != FieldMapping<Identity>.basicsKey }
        return members.isEmpty ? nil : .object(members)
      },
      keep: { identity, value in
        var members = value?.members ?? []
        if let basics = identity.extensions?[JSONResumeMapping.format]?[FieldMapping<Identity>.basicsKey] {
          members.insert(JSONValue.Member(FieldMapping<Identity>.basicsKey, basics), at: 0)
        }
        identity.setExtension(.object(members))
      })
  }

  private static func steps(
    _ name: String, _ mapping: FieldMapping<Step>, where belongs: @escaping @Sendable (Step) -> Bool
  ) -> Field<Identity> {
    var field = Field<Identity>(name) {
      let steps = $0.path.filter(belongs)
      return steps.isEmpty ? nil : .array(steps.map(mapping.write))
    } decode: { identity, value, context in
      if let steps = mapping.readList(value, &context) { identity.path += steps }
    }
    field.givesBack = { identity, value in
      let elements = value.elements
      return !elements.isEmpty && identity.path.count(where: belongs) == elements.count
        && elements.allSatisfy(mapping.isPlain)
    }
    return field
  }

  // MARK: Writing

  package func write(_ identity: Identity) -> JSONValue {
    var resume = root.write(identity)
    let missions = sections.missions(of: identity)
    if !missions.isEmpty {
      let projects = (resume["projects"]?.elements ?? []) + missions
      var members = resume.members.filter { $0.key != "projects" }
      let end = members.firstIndex { $0.key == FieldMapping<Identity>.modelKey } ?? members.count
      let place = resume.members.firstIndex { $0.key == "projects" } ?? end
      members.insert(JSONValue.Member("projects", .array(projects)), at: place)
      resume = .object(members)
    }
    // The path is told by the sections, and by a layout where they do not tell it all.
    let given = resume[FieldMapping<Identity>.modelKey]
    var own = given.flatMap { FieldMapping<Identity>.isOwn($0) ? $0 : nil } ?? .object([])
    own["path"] = layout(of: identity, sections: resume)
    // Names of languages are read back in the language they were written in.
    if Wording(language).language != "en" { own[Self.languageKey] = .string(language) }
    if !own.members.isEmpty {
      resume[FieldMapping<Identity>.modelKey] = own
    } else if given.map(FieldMapping<Identity>.isOwn) ?? false {
      resume[FieldMapping<Identity>.modelKey] = nil
    }
    return resume
  }

  /// The path as references to sections and whole steps, in order; nil where the sections alone tell it.
  private func layout(of identity: Identity, sections resume: JSONValue) -> JSONValue? {
    var counts: [String: Int] = [:]
    var layout: [JSONValue] = []
    for step in identity.path {
      if let section = step.section {
        layout.append(.string("\(section)/\(counts[section, default: 0])"))
        counts[section, default: 0] += 1
      } else {
        layout.append(step.json)
      }
    }
    var natural: [JSONValue] = []
    for member in resume.members where ["work", "volunteer", "education"].contains(member.key) {
      natural += (0..<counts[member.key, default: 0]).map { .string("\(member.key)/\($0)") }
    }
    return layout == natural ? nil : .array(layout)
  }

  // MARK: Reading

  package static func read(_ document: Document) -> Reading {
    var context = DecodingContext()
    var value = Tree.value(document, asWritten: true)
    let isOwn = value[FieldMapping<Identity>.modelKey].map(FieldMapping<Identity>.isOwn) ?? false
    let language = isOwn ? value[FieldMapping<Identity>.modelKey]?[languageKey]?.string ?? "en" : "en"
    let reader = JSONResumeRoot(language: language, documentLanguage: language, keepsMarks: hasMarks(value))
    let layout = isOwn ? value[FieldMapping<Identity>.modelKey]?["path"] : nil
    if var own = value[FieldMapping<Identity>.modelKey], FieldMapping<Identity>.isOwn(own) {
      own["path"] = nil
      own[languageKey] = nil
      value[FieldMapping<Identity>.modelKey] = own
    }
    value = reader.modernized(value)
    let duplicates = Array(document.duplicateKeyDiagnostics(severity: .error).prefix(200))
    value = reader.withoutMissions(value, layout)
    guard var identity = reader.root.read(value, &context) else {
      return Reading(
        identity: nil, sourceMap: document.sourceMap,
        diagnostics: duplicates + Canonical.diagnostics(context.issues, document, severity: .error))
    }
    if reader.sections.keepsMarks {
      var own = identity.extensions?[JSONResumeMapping.format] ?? .object([])
      own[FieldMapping<Identity>.marksKey] = .bool(true)
      identity.setExtension(own)
    }
    var origins = reader.origins(value)
    if let layout { reader.arrange(&identity, &origins, by: layout, &context) }
    var reading = Reading(
      identity: identity, sourceMap: reader.sourceMap(document, origins),
      diagnostics: duplicates + Canonical.diagnostics(context.issues, document, severity: .warning))
    reading.renamedFields = reader.renamedFields(in: document)
    return reading
  }

  /// What a résumé says, nothing told of what is wrong with it.
  func identity(_ value: JSONValue, _ layout: JSONValue?) -> Identity? {
    var context = DecodingContext()
    guard var identity = root.read(value, &context) else { return nil }
    var origins = origins(value)
    if let layout { arrange(&identity, &origins, by: layout, &context) }
    return identity
  }

  /// Whether a résumé's own prose has marks. What the model's data says in its place has them anyhow, and missions are the
  /// model's.
  private static func hasMarks(_ value: JSONValue, beside model: JSONValue? = nil) -> Bool {
    switch value {
    case .array(let elements): return elements.contains { hasMarks($0) }
    case .object(let members):
      if JSONResumeMapping.isMission(value) { return false }
      let own = value[FieldMapping<Identity>.modelKey] ?? model
      return members.contains { member in
        guard let names = Self.prose[member.key] else {
          return member.key != FieldMapping<Identity>.modelKey
            && hasMarks(member.value, beside: member.key == "basics" ? own : nil)
        }
        if names.contains(where: { own?[$0] != nil }) { return false }
        let texts = member.value.string.map { [$0] } ?? member.value.elements.compactMap(\.string)
        return texts.contains { Markup($0).hasMarks }
      }
    default: return false
    }
  }

  /// The fields of prose, and those of the model that are said in their place.
  private static let prose: [String: [String]] = [
    "summary": ["summary"], "highlights": ["highlights"], "description": ["description", "organization"],
    "reference": ["text"],
  ]

  /// The sections and indices the steps were read from: sections were read in the order of the résumé's keys.
  private func origins(_ value: JSONValue) -> [JSONPointer] {
    var origins: [JSONPointer] = []
    for member in value.members where ["work", "volunteer", "education"].contains(member.key) {
      let elements = member.value.elements
      guard elements.allSatisfy({ if case .object = $0 { true } else { false } }) else { continue }
      origins += elements.indices.map { JSONPointer([member.key, String($0)]) }
    }
    return origins
  }

  private func arrange(
    _ identity: inout Identity, _ origins: inout [JSONPointer], by layout: JSONValue, _ context: inout DecodingContext
  ) {
    var steps: [Step] = []
    var places: [JSONPointer] = []
    var used: Set<Int> = []
    let index = Dictionary(origins.enumerated().map { ($1, $0) }) { first, _ in first }
    for (position, element) in layout.elements.enumerated() {
      if let reference = element.string {
        let pointer = JSONPointer(reference.split(separator: "/").map(String.init))
        if let index = index[pointer], identity.path.indices.contains(index), used.insert(index).inserted {
          steps.append(identity.path[index])
          places.append(pointer)
        }
        continue
      }
      // A step that cannot be read whole is none: inventing the rest would be worse.
      let before = context.issues.count
      let step = context.descend(FieldMapping<Identity>.modelKey) { context in
        context.descend("path") { context in context.descend(String(position)) { Step.decode(element, &$0) } }
      }
      if let step, context.issues.count == before {
        steps.append(step)
        places.append(JSONPointer([FieldMapping<Identity>.modelKey, "path", String(position)]))
      }
    }
    // A section entry the layout does not name was added by hand: it stays, behind the others.
    for index in identity.path.indices where !used.contains(index) {
      steps.append(identity.path[index])
      places.append(origins[index])
    }
    identity.path = steps
    origins = places
  }

  private func sourceMap(_ document: Document, _ origins: [JSONPointer]) -> SourceMap {
    let sections = sections
    return SourceMap { pointer in
      JSONResumePlaces(sections: sections, origins: origins).place(of: pointer, in: document)
    }
  }

  /// The lists whose items had other names in v0, and those names.
  private var renamedLists: [(name: String, names: [String: String])] {
    [
      ("work", sections.work.renamed), ("volunteer", sections.volunteer.renamed),
      ("education", sections.education.renamed), ("certificates", sections.certificate.renamed),
      ("publications", sections.publication.renamed), ("projects", sections.project.renamed),
    ]
  }

  /// The résumé with v1's names throughout.
  private func modernized(_ value: JSONValue) -> JSONValue {
    var value = root.modernized(value)
    if let basics = value["basics"] {
      var basics = sections.basics.modernized(basics)
      if case .array(let profiles)? = basics["profiles"] {
        basics["profiles"] = .array(profiles.map(sections.profile.modernized))
      }
      value["basics"] = basics
    }
    let mappings: [(String, (JSONValue) -> JSONValue)] = [
      ("work", sections.work.modernized), ("volunteer", sections.volunteer.modernized),
      ("education", sections.education.modernized), ("certificates", sections.certificate.modernized),
      ("publications", sections.publication.modernized), ("projects", sections.project.modernized),
    ]
    for (name, modernize) in mappings {
      if case .array(let elements)? = value[name] { value[name] = .array(elements.map(modernize)) }
    }
    return value
  }

  private func renamedFields(in document: Document) -> [RenamedField] {
    var found: [RenamedField] = []
    func look(_ node: Node?, _ names: [String: String], _ pointer: JSONPointer) {
      for member in node?.members ?? [] {
        if let new = names[member.key], node?[new] == nil {
          found.append(
            RenamedField(
              old: member.key, new: new, pointer: pointer.appending(member.key), range: member.keyRange))
        }
      }
    }
    let root = document.root
    look(root, self.root.renamed, JSONPointer())
    look(root["basics"], sections.basics.renamed, JSONPointer(["basics"]))
    for (index, profile) in (root["basics"]?["profiles"]?.elements ?? []).enumerated() {
      look(profile, sections.profile.renamed, JSONPointer(["basics", "profiles", String(index)]))
    }
    for (name, names) in renamedLists {
      for (index, element) in (root[name]?.elements ?? []).enumerated() {
        look(element, names, JSONPointer([name, String(index)]))
      }
    }
    return found
  }
}

extension Step {
  /// Roles, and breaks: a theme that knows neither shows a hole.
  fileprivate var isWork: Bool { kind != .study && status == .held && !isVolunteering }
  fileprivate var isVolunteering: Bool { kind == .role && status == .held && engagement == .volunteer }
  fileprivate var isStudy: Bool { kind == .study && status == .held }
  fileprivate var section: String? {
    isWork ? "work" : isVolunteering ? "volunteer" : isStudy ? "education" : nil
  }
}

extension FieldMapping where Value == Identity {
  /// The members the table gives, without the model's own: those stand at the root.
  fileprivate func writeKnown(_ identity: Identity) -> JSONValue {
    var person = Identity()
    person.name = identity.name
    person.headline = identity.headline
    person.image = identity.image
    person.summary = identity.summary
    person.contact = identity.contact
    person.extensions = identity.extensions
    var written = write(person)
    written[Self.modelKey] = nil
    return written
  }
}
