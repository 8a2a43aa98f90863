internal import ParcoursFormats
public import ParcoursInterchange
internal import ParcoursLint
public import ParcoursModel
public import ParcoursReport
public import ParcoursSource
internal import ParcoursSyntax
public import ParcoursSystem

/// Makes every file that identities name under `outputs`.
///
/// First everything is planned: identities are checked, and so is each output's format, place, theme, language and target.
/// Where anything is wrong, nothing is made.
public struct Builder: Sendable {
  /// One file to be made.
  public struct Job: Sendable {
    /// The identity, without what is made of it.
    let loaded: Loaded
    /// What is said of it.
    public let output: Output
    /// Its format.
    public let format: Format
    /// Where it goes: the identity's folder and the output's path.
    public let path: String
    /// Whom it is for.
    public let audience: Visibility
    let theme: Theme?
    /// The folder of a theme of the owner's own.
    public let themeFolder: String?
    let target: TargetChoice?
    var alternates: [PageOptions.Alternate] = []

    /// The identity's text.
    public var source: SourceText { loaded.input.source }

    /// The photo's file, where there may be one.
    public var photo: String? {
      guard format.capabilities.contains(.page), let image = loaded.reading.identity?.image, !isAddress(image) else {
        return nil
      }
      let folder = source.name.lastIndex(of: "/").map { String(source.name[...$0]) } ?? ""
      return OutputPlaces.isBelow(image) ? folder + image : nil
    }
  }

  /// What is to be made.
  public struct Plan: Sendable {
    /// The files, in the order they were named.
    public var jobs: [Job] = []
    /// What is wrong; where there is an error, nothing may be made.
    public var findings: [SourceFindings] = []
    /// The contracts that outputs are cut for, by their files.
    public var contracts: [String] = []

    /// Whether nothing may be made.
    public var isRefused: Bool { findings.contains { $0.has(.error) } }
  }

  /// What was made.
  public struct Product: Sendable {
    /// Of what.
    public let job: Job
    /// The bytes, what they lack and what was withheld.
    public let conversion: Conversion
  }

  /// Rules that nobody may turn off here: they keep one file from being written over another.
  private static let binding: Set<String> = [
    "output-outside-folder", "shared-output-path", "unknown-output", "unknown-target",
  ]

  private let asOf: PartialDate
  private let registry: Registry

  /// Makes a builder, for a day that counts as today.
  public init(asOf: PartialDate, registry: Registry = .standard) {
    self.asOf = asOf
    self.registry = registry
  }

  /// What identities name to be made. O(size of the identities).
  ///
  /// - Throws: `FileError` where a file cannot be read.
  public func plan(_ paths: [String]) throws(FileError) -> Plan {
    var plan = Plan()
    var taken = OutputPlaces()
    for path in paths {
      let input = try Input.read(path)
      var found = Validator(asOf: asOf, settings: SettingsFinder(), registry: registry).validate(input)
      found.diagnostics.removeAll { $0.severity < .error }
      if found.omittedSeverity != .error { found.omitted = 0 }
      if found.has(.error) {
        plan.findings.append(found)
        continue
      }
      let loaded = Loader(registry).load(input)
      guard let format = loaded.format, format.capabilities.contains(.hasOutputs), let person = loaded.reading.identity
      else {
        let said = Diagnostic(
          id: "output", "this is no identity, and has no outputs", at: 0..<min(1, input.source.bytes.count),
          help: "name an identity: a file that starts with `parcours: 1`")
        plan.findings.append(SourceFindings(source: input.source, diagnostics: [said]))
        continue
      }
      let rules = Rules.check(
        LintSubject(identity: person, asOf: asOf, outputs: registry.outputs), sourceMap: loaded.reading.sourceMap,
        isOff: { !Self.binding.contains($0) })
      found.diagnostics += rules.placed(most: Findings.most) { $0 }.diagnostics
      jobs(of: person, loaded, &plan, &taken, &found)
      if !found.diagnostics.isEmpty {
        plan.findings.append(SourceFindings(source: input.source, diagnostics: found.diagnostics))
      }
    }
    if plan.isRefused { plan.jobs = [] }
    link(&plan.jobs)
    return plan
  }

  private func jobs(
    of identity: Identity, _ loaded: Loaded, _ plan: inout Plan, _ taken: inout OutputPlaces,
    _ found: inout SourceFindings
  ) {
    let (reading, source) = (loaded.reading, loaded.input.source)
    let folder = source.name.lastIndex(of: "/").map { String(source.name[...$0]) } ?? ""
    func add(_ message: Message, _ index: Int, _ field: String, _ help: Message?) {
      let pointer = JSONPointer(["outputs", String(index), field])
      found.diagnostics.append(
        Diagnostic(id: "output", message, at: reading.sourceMap.range(of: pointer), pointer: pointer, help: help))
    }
    if identity.outputs.isEmpty {
      found.diagnostics.append(
        Diagnostic(
          id: "output", "the identity names no outputs", at: reading.sourceMap.range(of: JSONPointer()),
          help: "add `outputs: [{format: html, path: public/index.html}]`"))
    }
    for (index, output) in identity.outputs.enumerated() {
      // What is unknown has been said by the rules.
      guard let format = OutputKnowledge.format(of: output, in: registry) else { continue }
      guard let path = output.path else {
        add("the output has no path", index, "path", "write a path below it, such as public/index.html")
        continue
      }
      let pointer = JSONPointer(["outputs", String(index), "path"])
      let place = reading.sourceMap.range(of: pointer)
      if place != nil, found.diagnostics.contains(where: { $0.range == place }) { continue }
      if let problem = taken.take(path, in: folder, beside: source.name) {
        add(problem.message, index, "path", problem.help)
        continue
      }
      let audience = output.audience ?? (format.capabilities.contains(.native) ? .private : .public)
      var target: TargetChoice?
      if let named = output.target {
        if let contract = OutputTargets.contract(named, of: identity, in: folder) { plan.contracts.append(contract) }
        let place = reading.sourceMap.range(of: JSONPointer(["outputs", String(index), "target"]))
        if place != nil, found.diagnostics.contains(where: { $0.range == place }) { continue }
        do throws(OutputTargets.Problem) {
          target = try OutputTargets.choice(named, of: identity, in: folder, seenBy: audience, asOf: asOf)
        } catch {
          add(error.message, index, "target", error.help)
          continue
        }
      }
      var theme: Theme?
      var themeFolder: String?
      if format.capabilities.contains(.page) || output.theme != nil {
        guard let loaded = load(output.theme ?? Themes.standard, in: folder) else {
          add(
            "there is no theme \"\(output.theme ?? "")\" that can be used", index, "theme",
            "name one of the program's, or the folder of your own beside the identity")
          continue
        }
        theme = loaded.theme
        themeFolder = loaded.folder
      }
      // A copy of the identity is no second source of the same outputs.
      plan.jobs.append(
        Job(
          loaded: format.capabilities.contains(.native) ? loaded.withoutOutputs : loaded, output: output,
          format: format,
          path: folder + path, audience: audience, theme: theme, themeFolder: themeFolder, target: target))
    }
  }

  /// A theme by name, or from a folder in the identity's own.
  private func load(_ theme: String, in folder: String) -> (theme: Theme, folder: String?)? {
    if let own = Themes.named(theme) { return (own, nil) }
    guard OutputPlaces.isBelow(theme), let loaded = try? Themes.load(folder + theme) else { return nil }
    return loaded.theme.map { ($0, folder + theme) }
  }

  /// Pages that differ in their language alone name each other.
  private func link(_ jobs: inout [Job]) {
    func language(_ job: Job) -> String { job.output.language ?? job.loaded.reading.identity?.documentLanguage ?? "en" }
    for index in jobs.indices where jobs[index].format.capabilities.contains(.linked) {
      let job = jobs[index]
      let others = jobs.filter {
        $0.format.id == job.format.id && $0.source.name == job.source.name && $0.audience == job.audience
          && $0.output.target == job.output.target && language($0) != language(job)
      }
      var seen: Set<String> = []
      jobs[index].alternates = others.filter { seen.insert(language($0)).inserted }.map {
        PageOptions.Alternate(
          language: language($0), address: OutputPlaces.relative($0.output.path ?? "", from: job.output.path ?? ""))
      }
    }
  }

  /// Makes some of them, on all cores.
  ///
  /// - Parameter pages: how many pages a page takes on paper, for outputs that have to keep to some.
  public func make(
    _ jobs: [Job], _ telling: @escaping @Sendable (inout ConversionOptions) -> Void = { _ in },
    pages: @escaping @Sendable (Job, TypesetPage) -> Int? = { _, _ in nil }
  ) -> [Product] {
    let photos = Photos.Files()
    return Parallel.map(jobs.count, chunk: 1) { index in
      make(jobs[index], photos, telling) { pages(jobs[index], $0) }
    }
  }

  private func make(
    _ job: Job, _ files: Photos.Files, _ telling: (inout ConversionOptions) -> Void,
    _ pages: @escaping @Sendable (TypesetPage) -> Int?
  ) -> Product {
    var options = ConversionOptions(
      language: job.output.language, audience: job.audience, target: job.target, asOf: asOf, theme: job.theme)
    options.alternates = job.alternates
    options.inputName = job.source.name
    telling(&options)
    options.pages = pages
    let photo = Photos(beside: job.source.name, isTypeset: job.format.capabilities.contains(.typeset), files: files)
    options.photo = { photo.use(of: $0) }
    var made = Converter(registry).convert(job.loaded, to: job.format, options)
    made.remarks += photo.remarks
    return Product(job: job, conversion: made)
  }

  /// Whether a file is an identity that names outputs.
  public static func hasOutputs(_ path: String, in registry: Registry = .standard) -> Bool {
    let syntaxes = [".yaml", ".yml", ".json"]
    guard syntaxes.contains(where: path.lowercased().hasSuffix), let input = try? Input.read(path),
      let outputs = Probe(input).node("outputs"), outputs.kind == .array,
      case .known(let type) = registry.recognize(input)
    else { return false }
    return type.format?.capabilities.contains(.hasOutputs) ?? false
  }

  private static func isAddress(_ image: String) -> Bool { Photos.isAddress(image) }
}
