internal import ArgumentParser
internal import Parcours
internal import ParcoursSource

struct TranslateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translate", abstract: "The texts that a language lacks: a skeleton to fill, and its way back.",
    discussion: """
      parcours translate me.yaml --missing -o me.en.yaml     # every text without English, with room for it
      parcours translate me.yaml --merge me.en.yaml --write  # what was filled, beside the originals

      Only texts are asked for: dates, names and addresses are the same in every language. Comments, quotes and the order of \
      keys stay.
      """)

  @Argument(help: "The identity.")
  var identity: String

  @Flag(help: "Write a skeleton of the texts that lack a language.")
  var missing = false

  @Option(help: ArgumentHelp("Put the translations of a skeleton into the identity.", valueName: "file"))
  var merge: String?

  @Option(
    help: ArgumentHelp(
      "The language to translate into; else en, or fr where the identity is in English.", valueName: "language"))
  var lang: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The output file; standard output where nothing is said.", valueName: "file"))
  var output: String?

  @Flag(help: "With --merge: change the identity's file.")
  var write = false

  @OptionGroup var findings: FindingsOptions

  func run() throws { try findings.speaking(nil, run) }

  private func run(_ voice: Voice) throws {
    guard missing != (merge != nil) else { throw Console.fail("say --missing or --merge") }
    guard !write || (merge != nil && output == nil && identity != "-") else {
      throw Console.fail("--write goes with --merge, and changes the identity's own file")
    }
    let source = try voice.input(identity).source
    if let merge {
      try put(merge, into: source, voice)
    } else {
      try skeleton(of: source, voice)
    }
  }

  private func skeleton(of source: SourceText, _ voice: Voice) throws {
    if let lang, !lang.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }) || lang.count < 2 {
      throw Console.fail("--lang: \"\(lang)\" is no language; write en, fr, de-CH…")
    }
    guard let first = Translation(source, into: lang ?? "en") else {
      throw Console.fail("\(identity): is no identity that can be read; parcours validate says why")
    }
    // What nobody asked for is translated into the language that most of it is not in.
    let other = lang == nil && first.others.first == "en" ? Translation(source, into: "fr") : first
    guard let translation = other else { return }
    try voice.output(output, translation.skeleton)
    let count = translation.count
    let said: Message =
      count == 1 ? "1 text without \(translation.language)" : "\(count) texts without \(translation.language)"
    voice.say([Diagnostic(id: "untranslated", severity: .note, said)], of: identity)
  }

  private func put(_ path: String, into source: SourceText, _ voice: Voice) throws {
    let made = Translation.merge(try voice.input(path).source, into: source)
    voice.say(made.findings)
    guard let text = made.text else { throw voice.failure }
    if write { try voice.replace(identity, with: text.bytes) } else { try voice.output(output, text.bytes) }
    let said: Message = "\(made.added) added, \(made.empty) still empty"
    voice.say([Diagnostic(id: "untranslated", severity: .note, said)], of: identity)
  }
}
