internal import ArgumentParser
internal import Parcours
internal import ParcoursFormats
internal import ParcoursSource
internal import ParcoursSystem

/// What becomes of a photo.
enum PhotoChoice: String, ExpressibleByArgument, CaseIterable {
  case embed, link, none

  /// What becomes of a photo of an identity; one that is embedded is looked for beside it.
  func use(_ photos: Photos) -> @Sendable (String) -> PageOptions.PhotoUse {
    let linked = photos.isTypeset ? PageOptions.PhotoUse.none : .linked
    switch self {
    case .none: return { _ in .none }
    case .link: return { _ in linked }
    case .embed: return { image in photos.use(of: image) }
    }
  }
}

/// How a page is dressed.
struct PageArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("The theme of a page: a name, or a folder with theme.yaml and theme.css.", valueName: "name"))
  var theme = Themes.standard

  @Option(help: ArgumentHelp("The photo of a page: embed (its metadata stripped), link or none.", valueName: "how"))
  var photo = PhotoChoice.embed

  @Option(help: ArgumentHelp("The page in another language, as in en=cv.en.html.", valueName: "language=address"))
  var alternate: [String] = []

  /// The theme; what is wrong in a folder's files is told.
  func loadTheme(_ voice: Voice) throws -> Theme { try Self.loadTheme(theme, voice) }

  /// A theme by its name or folder.
  static func loadTheme(_ theme: String, _ voice: Voice) throws -> Theme {
    do throws(FileError) {
      let loaded = try Themes.load(theme)
      for findings in loaded.findings { voice.say(findings) }
      guard let theme = loaded.theme else { throw FileError(path: "", reason: "") }
      return theme
    } catch {
      if error.path.isEmpty { throw voice.failure }
      throw Console.fail("--theme: \(error)")
    }
  }

  /// The pages in other languages.
  func alternates() throws -> [PageOptions.Alternate] {
    try alternate.map { text in
      let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, parts[0].count >= 2 else {
        throw Console.fail("--alternate: \"\(text)\" is no language and address; write en=cv.en.html")
      }
      return PageOptions.Alternate(language: parts[0], address: parts[1])
    }
  }
}
