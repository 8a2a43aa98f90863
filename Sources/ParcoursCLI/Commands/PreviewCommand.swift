internal import ArgumentParser
internal import Parcours
internal import ParcoursFormats
internal import ParcoursPreview
internal import ParcoursReport

struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview", abstract: "Show the page live in a browser, with what is found in it.",
    discussion: """
      Serves the page on 127.0.0.1 until Ctrl-C, and reloads it at each save of the identity, its photo or its theme.
      Theme, language, audience and target are chosen in the page. While it runs, other users of this machine can look at it.
      """)

  @Argument(help: "The identity.")
  var identity: String

  @Option(help: ArgumentHelp("The port; 0 takes any that is free.", valueName: "number"))
  var port = 4210

  @Option(
    help: ArgumentHelp("The theme to begin with: a name, or a folder with theme.yaml and theme.css.", valueName: "name")
  )
  var theme = Themes.standard

  @Option(help: ArgumentHelp("The photo: embed (its metadata stripped), link or none.", valueName: "how"))
  var photo = PhotoChoice.embed

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "date"))
  var asOf: String?

  @OptionGroup var findings: FindingsOptions

  func run() throws { try findings.speaking(nil, to: .output, run) }

  private func run(_ voice: Voice) throws {
    let day = try Console.day(asOf)
    guard (0...65_535).contains(port) else {
      throw Console.fail("--port: \(port) is no port; write 1024 to 65535, or 0")
    }
    guard identity != "-" else { throw Console.fail("preview wants a file: standard input is not saved again") }
    _ = try voice.input(identity)
    do {
      _ = try Themes.load(theme)
    } catch {
      throw Console.fail("--theme: \(error)")
    }
    let input = identity
    let choice = photo
    let site = LivePreview(path: input, theme: theme, asOf: day) { image in
      // Each time anew: the photo may be another one now.
      choice.use(Photos(beside: input, isTypeset: false))(image)
    }
    let server: PreviewServer
    do {
      server = try PreviewServer(site: site, port: port)
    } catch {
      throw Console.fail("\(error)")
    }
    Console.complain("\(TerminalText.visible(input)): shown at http://127.0.0.1:\(server.port)/ until Ctrl-C\n")
    server.wait()
  }
}
