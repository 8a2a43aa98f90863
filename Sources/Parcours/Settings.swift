internal import ParcoursFormats
internal import ParcoursJSONSchema
internal import ParcoursLint
internal import ParcoursModel
public import ParcoursReport
internal import ParcoursSource
internal import ParcoursSyntax
public import ParcoursSystem
internal import Synchronization

/// How files are checked where they do not say so themselves: a `.parcours.yaml` in their folder or one above it.
public final class SettingsFinder: Sendable {
  /// The names of the file.
  static let fileNames = [".parcours.yaml", ".parcours.yml"]

  private struct State {
    var byFolder: [String: Settings] = [:]
    var findings: [SourceFindings] = []
  }

  private let fixed: Settings?
  private let state = Mutex(State())

  /// Looks for settings beside each file and above it, up to the folder of a repository.
  public init() { fixed = nil }

  /// Takes the settings of one file for all; none where it is nil.
  ///
  /// - Throws: `FileError` where it cannot be read.
  public init(file: String?) throws(FileError) {
    guard let file else {
      fixed = Settings()
      return
    }
    var (settings, findings) = Settings.read(try SourceText(readingFile: file))
    settings.folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    fixed = settings
    state.withLock { $0.findings = findings.map { [$0] } ?? [] }
  }

  /// What is wrong with the settings that were found so far, by their names.
  public var findings: [SourceFindings] {
    state.withLock { $0.findings.sorted { $0.source.name < $1.source.name } }
  }

  func settings(for path: String) -> Settings {
    if let fixed { return fixed }
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    return settings(in: folder.isEmpty ? "/" : folder, depth: 0)
  }

  private func settings(in folder: String, depth: Int) -> Settings {
    if let known = state.withLock({ $0.byFolder[folder] }) { return known }
    let names = Self.fileNames.map { folder == "." ? $0 : folder + "/" + $0 }
    let file = names.first { Folder.absolute($0) != nil } ?? names[0]
    var found = Settings()
    var wrong: SourceFindings?
    if let text = try? SourceText(readingFile: file) {
      (found, wrong) = Settings.read(text)
      found.folder = folder
    } else if depth < 64, let above = Self.above(folder), Folder.absolute(folder + "/.git") == nil {
      found = settings(in: above, depth: depth + 1)
    }
    return state.withLock { [found, wrong] state in
      // Another thread may have read the same file.
      if let known = state.byFolder[folder] { return known }
      state.byFolder[folder] = found
      if let wrong { state.findings.append(wrong) }
      return found
    }
  }

  private static func above(_ folder: String) -> String? {
    if folder == "/" { return nil }
    if folder == "." || folder == ".." || folder.hasSuffix("/..") { return folder == "." ? ".." : folder + "/.." }
    guard let slash = folder.lastIndex(of: "/") else { return "." }
    return slash == folder.startIndex ? "/" : String(folder[..<slash])
  }
}

/// Rules turned off or weighed otherwise, and findings that are meant to be so.
struct Settings: Sendable {
  var levels: [String: Checks.Level] = [:]
  var allowances: [Checks.Allowance] = []
  /// The folder that files are named from.
  var folder = "."

  init() {}

  init(_ checks: Checks?) {
    for entry in checks?.rules?.entries ?? [] { levels[entry.rule] = entry.level }
    allowances = checks?.allow ?? []
  }

  /// Reads a settings file; what is wrong with it is said, the rest counts.
  static func read(_ source: SourceText) -> (Settings, SourceFindings?) {
    let document: Document
    do throws(SyntaxError) {
      document = try YAMLParser.parse(source)
    } catch {
      return (Settings(), SourceFindings(source: source, diagnostics: [error.diagnostic]))
    }
    if document.kind(0) == .null { return (Settings(), nil) }
    var findings = EmbeddedSchemas.settings?.findings(document).findings ?? []
    let (checks, _) = Canonical.decode(Checks.self, document)
    if findings.isEmpty { findings = unknownRules(checks, in: document, at: []) }
    return (Settings(checks), findings.isEmpty ? nil : SourceFindings(source: source, diagnostics: findings))
  }

  /// Rules that nobody knows, in a file's checks.
  static func unknownRules(_ checks: Checks?, in document: Document, at place: [String]) -> [Diagnostic] {
    let known = Rules.all.map { $0.metadata.id }
    var named = (checks?.rules?.entries ?? []).map { (id: $0.rule, place: ["rules", $0.rule]) }
    for (index, allowance) in (checks?.allow ?? []).enumerated() {
      if let id = allowance.rule { named.append((id, ["allow", String(index), "rule"])) }
    }
    return named.filter { !known.contains($0.id) && !known.isEmpty }.map { name in
      let pointer = JSONPointer(place + name.place)
      // Under `rules` it is a key, in an allowance a value.
      let index = document.index(at: pointer) ?? 0
      let isKey = name.place.first == "rules" && index > 0
      return Diagnostic(
        id: "unknown-rule", "no rule is called \"\(name.id)\"", at: document.entries[isKey ? index - 1 : index].range,
        pointer: pointer,
        help: Spelling.nearest(to: name.id, among: known).map { "did you mean `\($0)`?" }
          ?? "`parcours list rules` names them")
    }
  }

  /// Findings as these settings want them.
  func applied(to findings: [Diagnostic], in path: String) -> [Diagnostic] {
    if levels.isEmpty, allowances.isEmpty { return findings }
    return findings.compactMap { finding in
      var finding = finding
      if let level = levels[finding.id] {
        guard let severity = Severity(rawValue: level.rawValue) else { return nil }
        finding.severity = severity
      }
      return allowances.contains { allows($0, finding, path) } ? nil : finding
    }
  }

  private func allows(_ allowance: Checks.Allowance, _ finding: Diagnostic, _ path: String) -> Bool {
    guard allowance.rule == finding.id else { return false }
    if let file = allowance.file {
      var name = path
      if let own = Folder.absolute(path), let base = Folder.absolute(folder), own.hasPrefix(base + "/") {
        name = String(own.dropFirst(base.count + 1))
      }
      guard file == name || Glob(file)?.matches(name) == true else { return false }
    }
    guard let at = allowance.at else { return true }
    guard let place = JSONPointer(parsing: at) else { return false }
    return finding.pointer?.starts(with: place) == true
  }
}
