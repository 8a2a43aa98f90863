public import ParcoursFormats
internal import ParcoursInterchange
public import ParcoursModel
public import ParcoursPreview
internal import ParcoursReport
internal import ParcoursSource
internal import ParcoursSyntax
internal import ParcoursSystem
internal import Synchronization

extension SourceText {
  /// Whether nothing but spaces is in it.
  fileprivate var isBlank: Bool { bytes.allSatisfy { $0 <= 0x20 } }
}

/// The live page of an identity: the page itself, dressed as asked, and what is found in the file, each time it is saved.
///
/// Nothing is read but the identity, its photo and the theme's two files. A save that cannot be read leaves the last good page
/// where it is and says what is wrong.
public final class LivePreview: PreviewSite {
  private let path: String
  private let folderTheme: String?
  private let defaultTheme: String
  private let asOf: PartialDate
  private let photo: @Sendable (String) -> PageOptions.PhotoUse

  /// What a page was asked for with.
  private struct Choice: Hashable {
    var theme: String
    var language: String?
    var audience: Visibility?
    var target: String?
  }

  private struct State {
    var stamps: [String: FileStamp?] = [:]
    var pages: [Choice: [UInt8]] = [:]
    var images: Set<String> = []
  }

  private let state = Mutex(State())

  /// Makes the preview of an identity's file.
  ///
  /// - Parameters:
  ///   - path: the identity.
  ///   - theme: the theme to begin with, a name or a folder.
  ///   - asOf: the day that counts as today.
  ///   - photo: what becomes of the photo of a path.
  public init(
    path: String, theme: String, asOf: PartialDate, photo: @escaping @Sendable (String) -> PageOptions.PhotoUse
  ) {
    self.path = path
    folderTheme = Themes.named(theme) == nil ? theme : nil
    defaultTheme = theme
    self.asOf = asOf
    self.photo = photo
    _ = hasChanged()
  }

  private var watched: [String] {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let images = state.withLock { Array($0.images) }.map { folder + $0 }
    return [path] + images + (folderTheme.map { [$0 + "/theme.yaml", $0 + "/theme.css"] } ?? [])
  }

  /// Whether any of its files is another than before.
  public func hasChanged() -> Bool {
    let stamps = Dictionary(watched.map { ($0, FileStamp($0)) }, uniquingKeysWith: { first, _ in first })
    return state.withLock { state in
      // A file that was not watched before has not changed.
      let changed = stamps.contains { key, stamp in state.stamps[key].map { $0 != stamp } ?? false }
      state.stamps = stamps
      return changed
    }
  }

  /// The shell, its script and its style, the page, and the findings; nothing else.
  public func answer(path: String, query: [String: String]) -> PreviewAnswer? {
    switch path {
    case "/":
      return PreviewAnswer(
        mediaType: "text/html; charset=utf-8", bytes: Array(PreviewShell.page.utf8), policy: PreviewShell.policy)
    case "/preview.js":
      return PreviewAnswer(mediaType: "text/javascript; charset=utf-8", bytes: Array(PreviewShell.script.utf8))
    case "/preview.css":
      return PreviewAnswer(mediaType: "text/css; charset=utf-8", bytes: Array(PreviewShell.style.utf8))
    case "/page": return PreviewAnswer(mediaType: "text/html; charset=utf-8", bytes: page(query))
    case "/findings": return PreviewAnswer(mediaType: "application/json", bytes: findings(query))
    default: return nil
    }
  }

  // MARK: The page

  private func options(_ query: [String: String]) -> (ConversionOptions, theme: String) {
    var options = ConversionOptions(asOf: asOf, theme: nil)
    if let language = query["lang"], ["fr", "en"].contains(language) { options.language = language }
    options.audience = query["audience"].flatMap(Visibility.init(rawValue:)) ?? .public
    if let target = query["target"], !target.isEmpty { options.target = .named(target) }
    options.marksPlaces = true
    options.findsLosses = false
    // Themes are named by the server's own list: a path from a browser opens nothing.
    let wanted = query["theme"] ?? defaultTheme
    let name = wanted == folderTheme || Themes.names.contains(wanted) ? wanted : defaultTheme
    return (options, name)
  }

  private func page(_ query: [String: String]) -> [UInt8] {
    var (options, theme) = options(query)
    let choice = Choice(
      theme: theme, language: options.language, audience: options.audience,
      target: query["target"].flatMap { $0.isEmpty ? nil : $0 })
    options.theme = (try? Themes.load(theme))?.theme ?? Themes.named(Themes.standard)
    // An editor that empties a file before it writes it has not saved it yet.
    if let input = try? Input.read(path), !input.source.isBlank {
      options.photo = photo
      let loaded = Loader().load(input)
      var made = Converter().convert(loaded, to: .shownPage, options)
      // A target that is there no more is no reason to show what was: the page is for everybody then.
      if made.findings.diagnostics.contains(where: { $0.id == "no-target" }) {
        options.target = nil
        made = Converter().convert(loaded, to: .shownPage, options)
      }
      if let image = made.image, !image.hasPrefix("/"), !image.contains(":") {
        state.withLock { _ = $0.images.insert(image) }
      }
      if let bytes = made.output {
        state.withLock { state in
          if state.pages.count > 64 { state.pages = [:] }
          state.pages[choice] = bytes
        }
        return bytes
      }
    }
    // What was good last stands until the file is again.
    return state.withLock { state in
      // In another dress where need be, but never for another audience.
      state.pages[choice]
        ?? state.pages.first { $0.key.audience == choice.audience && $0.key.target == choice.target }?.value
    } ?? Array(PreviewShell.nothing.utf8)
  }

  // MARK: What is found

  private func findings(_ query: [String: String]) -> [UInt8] {
    let (options, theme) = options(query)
    var found: [JSONValue] = []
    var targets: [JSONValue] = []
    var language = options.language
    var isGood = false
    let table = Translations.table(options.language ?? "en")
    func add(_ findings: SourceFindings) {
      let lines = LineTable(findings.source)
      for diagnostic in findings.diagnostics where found.count < 200 {
        let position = diagnostic.range.map { lines.position(of: $0.lowerBound) }
        found.append(Self.json(diagnostic, findings.source.name, position, table))
      }
    }
    do {
      let input = try Input.read(path)
      let settings = SettingsFinder()
      add(Validator(asOf: asOf, settings: settings).validate(input))
      for findings in settings.findings { add(findings) }
      if !input.source.isBlank {
        let loaded = Loader().load(input)
        // A page is made of what can be read without an error; else the last good one stands.
        isGood = loaded.identity != nil
        let identity = loaded.reading.identity ?? Identity()
        language = language ?? identity.documentLanguage
        targets = identity.targets?.entries.map { .string($0.name) } ?? []
      }
    } catch {
      found.append(.object([.init("severity", .string("error")), .init("message", .string("\(error)"))]))
    }
    if let folderTheme, let loaded = try? Themes.load(folderTheme) { for findings in loaded.findings { add(findings) } }
    let themes = Themes.names + (folderTheme.map { [$0] } ?? [])
    let answer = JSONValue.object([
      .init("file", .string(path.split(separator: "/").last.map(String.init) ?? path)), .init("isGood", .bool(isGood)),
      .init("theme", .string(theme)), .init("themes", .array(themes.map { .string($0) })),
      .init("language", .string((language ?? "en").hasPrefix("fr") ? "fr" : "en")),
      .init("targets", .array(targets)), .init("findings", .array(found)),
    ])
    return JSONPrinter.print(Tree.document(answer), for: .line)
  }

  private static func json(
    _ diagnostic: Diagnostic, _ file: String, _ position: LineColumn?, _ table: [String: String]
  ) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(diagnostic.id)), .init("severity", .string(diagnostic.severity.rawValue)),
      .init("message", .string(diagnostic.message.text(in: table))),
      .init("file", .string(file.split(separator: "/").last.map(String.init) ?? file)),
    ]
    if let position {
      members += [.init("line", .integer(position.line)), .init("column", .integer(position.column))]
    }
    if let help = diagnostic.help { members.append(.init("help", .string(help.text(in: table)))) }
    if let pointer = diagnostic.pointer { members.append(.init("at", .string(pointer.description))) }
    return .object(members)
  }
}
