internal import ArgumentParser
internal import Parcours
internal import ParcoursFormats
internal import ParcoursReport
internal import ParcoursSource

/// What becomes of a photo.
enum PhotoChoice: String, ExpressibleByArgument, CaseIterable {
  case embed, link, none
}

/// How a page is dressed.
struct PageOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The theme of a page: a name, or a folder with theme.yaml and theme.css.", valueName: "name"))
  var theme = "classic"

  @Option(help: ArgumentHelp("The photo of a page: embed (its metadata stripped), link or none.", valueName: "how"))
  var photo = PhotoChoice.embed

  @Option(help: ArgumentHelp("The page in another language, as in en=cv.en.html.", valueName: "language=address"))
  var alternate: [String] = []

  /// The theme; what is wrong in a folder's files is told.
  func loadTheme(_ findings: FindingsOptions) throws -> Theme { try Self.loadTheme(theme, findings) }

  /// A theme by its name or folder.
  static func loadTheme(_ theme: String, _ findings: FindingsOptions) throws -> Theme {
    let loaded: (theme: Theme?, findings: [SourceFindings])
    do {
      loaded = try Themes.load(theme)
    } catch {
      throw Console.fail("--theme: \(error)")
    }
    if !loaded.findings.isEmpty { Console.complain(TextReport.render(loaded.findings, findings.report())) }
    guard let theme = loaded.theme else { throw Status.findings }
    return theme
  }

  /// The pages in other languages.
  func alternates() throws -> [WriteOptions.Alternate] {
    try alternate.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[0].count >= 2 else {
        throw Console.fail("--alternate: \"\(text)\" is no language and address; write en=cv.en.html")
      }
      return WriteOptions.Alternate(language: parts[0], address: parts[1])
    }
  }

  /// What becomes of the photo of an identity in a file.
  func photoUse(of image: String, beside input: String, quiet: Bool) -> WriteOptions.PhotoUse {
    switch photo {
    case .none: return .none
    case .link: return .linked
    case .embed:
      if image.lowercased().hasPrefix("https://") || image.lowercased().hasPrefix("http://") { return .linked }
      switch PhotoFile.load(image, beside: input) {
      case .success(let photo): return .embedded(photo)
      case .failure(let problem):
        if !quiet {
          // What cannot be a file's name is not repeated.
          let isPath = !image.contains { ":<>\"'".contains($0) }
          let name = isPath ? "\(TerminalText.visible(image)): " : ""
          Console.complain("note: the photo is left out: \(name)\(problem.reason)\n")
        }
        return .none
      }
    }
  }
}
